/**
 * `matplotlib` and `matplotlib.pyplot`: nothing is drawn here. Figures are kept as data and told to whoever watches the run when
 * the program shows or saves them, and at the end of a cell.
 */
import { PyDict } from '../../containers.ts';
import { notSupported } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { toArray } from '../../protocols/iteration.ts';
import { defineType } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import { float, PyBuiltin, PyList, type PyModule, PyObject, PyTuple, type Value } from '../../values.ts';
import { PyArtist } from './artists.ts';
import { drawingFunctions, type Keywords } from './drawing.ts';
import { type PyAxes, PyFigure, tellFigure } from './figures.ts';
import {
  axisFunctions,
  colorbar,
  currentAxes,
  makeSubplots,
  refuseProjection,
  subplotAt,
} from './figureTypes.ts';
import { caption, flatNumbers } from './plotValues.ts';

/** The figures of one program. */
class FigureManager {
  #figures: PyFigure[] = [];
  #current: PyFigure | null = null;

  get current(): PyFigure {
    return this.#current ?? this.open(undefined);
  }

  get numbers(): Value[] {
    return this.#figures.map((figure) => figure.number);
  }

  /** The figure of this number or name, made when there is none. */
  open(number: Value | undefined): PyFigure {
    const known = number === undefined ? undefined : this.#figures.find((each) => each.number === number);
    const taken = this.#figures.map((each) => (typeof each.number === 'number' ? each.number : 0));
    const figure = known ?? new PyFigure(number ?? Math.max(0, ...taken) + 1);
    if (!known) this.#figures.push(figure);
    if (this.#figures.length > 1000) notSupported('more than 1,000 open figures');
    this.#current = figure;
    return figure;
  }

  select(figure: PyFigure): void {
    this.#current = figure;
  }

  close(which: Value | undefined): void {
    const gone = which === undefined || which === null ? this.#current : which;
    this.#figures =
      gone === 'all' ? [] : this.#figures.filter((each) => each !== gone && each.number !== gone);
    if (this.#current && !this.#figures.includes(this.#current)) this.#current = this.#figures.at(-1) ?? null;
  }

  /** Tells all figures and closes them. */
  show(): void {
    for (const figure of this.#figures) tellFigure(figure, callSite().span);
    this.#figures = [];
    this.#current = null;
  }

  /** What a cell drew and did not show, at the places where it was drawn. */
  endCell(): void {
    for (const figure of this.#figures) if (figure.drawnAt) tellFigure(figure, figure.drawnAt);
  }
}

const nothing = () => null;

/** What only changes looks, or does nothing without a window. */
const quietFunctions: Readonly<Record<string, NativeBody>> = {
  'draw()': nothing,
  'ion()': nothing,
  'ioff()': nothing,
  'isinteractive()': () => false,
  'tight_layout(*args, **kwargs)': nothing,
  'subplots_adjust(*args, **kwargs)': nothing,
  'axis(*args, **kwargs)': nothing,
  'box(on?)': nothing,
  'margins(*args, **kwargs)': nothing,
  'tick_params(*args, **kwargs)': nothing,
  'ticklabel_format(*args, **kwargs)': nothing,
  'minorticks_on()': nothing,
  'rc(*args, **kwargs)': nothing,
  'rcdefaults()': nothing,
  'set_cmap(cmap)': nothing,
  'setp(*args, **kwargs)': nothing,
  'clabel(*args, **kwargs)': nothing,
  'bar_label(*args, **kwargs)': nothing,
  'clim(*args, **kwargs)': nothing,
  'switch_backend(name)': nothing,
};

const functionsOf = (manager: FigureManager): Record<string, NativeBody> => {
  const axes = (): PyAxes => currentAxes(manager.current);
  const onAxes = (table: Iterable<readonly [string, (axes: PyAxes, ...rest: never[]) => Value]>) =>
    Object.fromEntries(
      Array.from(table, ([signature, body]) => [signature, (...rest: never[]) => body(axes(), ...rest)]),
    );
  return {
    ...quietFunctions,
    ...onAxes(Object.entries(drawingFunctions)),
    ...onAxes(axisFunctions.map(([signature, , body]) => [signature, body] as const)),
    'figure(num?, figsize?, **kwargs)': (number?: Value, size?: Value) => {
      if (number instanceof PyFigure) {
        manager.select(number);
        return number;
      }
      const figure = manager.open(number ?? undefined);
      setSize(figure, size);
      return figure;
    },
    'subplot(*args, **kwargs)': (args: Value[], keywords: Keywords) => {
      refuseProjection(keywords);
      const { current } = manager;
      current.current = subplotAt(current, args);
      return current.current;
    },
    'subplots(nrows?, ncols?, *, squeeze?, figsize?, **kwargs)': (
      ...[rows, columns, squeeze, size]: (Value | undefined)[]
    ) => {
      const figure = manager.open(undefined);
      setSize(figure, size);
      return new PyTuple([figure, makeSubplots(figure, rows, columns, squeeze)]);
    },
    'gca()': axes,
    'gcf()': () => manager.current,
    'axes(*args, **kwargs)': axes,
    'sca(ax)': (chosen: PyAxes) => {
      manager.select(chosen.figure);
      chosen.figure.current = chosen;
      return null;
    },
    'cla()': () => {
      axes().clear();
      return null;
    },
    'clf()': () => {
      manager.current.clear();
      return null;
    },
    'close(fig?)': (which?: Value) => {
      manager.close(which);
      return null;
    },
    'suptitle(t, **kwargs)': (title: Value) => {
      manager.current.title = caption(title);
      manager.current.touch();
      const series = { kind: 'text', x: null, y: null, text: manager.current.title } as const;
      return new PyArtist('Text', axes(), { series, label: '', color: '' });
    },
    'colorbar(*args, **kwargs)': (args: Value[]) => colorbar(manager.current, args),
    'show(*args, **kwargs)': () => {
      manager.show();
      return null;
    },
    'savefig(*args, **kwargs)': () => {
      tellFigure(manager.current, callSite().span);
      return null;
    },
    'pause(interval)': () => {
      tellFigure(manager.current, callSite().span);
      return null;
    },
    'get_cmap(name?, lut?)': (name?: Value) => new PyColormap(caption(name)),
    'get_fignums()': () => new PyList(manager.numbers),
    'fignum_exists(num)': (number: Value) => manager.numbers.includes(number),
  };
};

function setSize(figure: PyFigure, size: Value | undefined): void {
  if (size === undefined || size === null) return;
  const [width = 6.4, height = 4.8] = flatNumbers(new PyList(toArray(size)));
  figure.size = [width, height];
}

/** A colour map: only its name leaves the interpreter. */
class PyColormap extends PyObject {
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
}

defineType<PyColormap>({
  name: 'Colormap',
  module: 'matplotlib.colors',
  class: PyColormap,
  attributes: { name: (self) => self.name },
  call: () => notSupported('the colours of a colour map'),
  str: (self) => self.name,
});

/** Names with spaces between them. */
export const colormapText =
  'viridis plasma inferno magma cividis gray Greys Blues Reds Greens Oranges Purples hot cool bone copper jet ' +
  'hsv rainbow coolwarm bwr seismic RdBu RdYlBu RdYlGn Spectral spring summer autumn winter binary pink ' +
  'tab10 tab20 Set1 Set2 Set3 Paired Accent Dark2 Pastel1 terrain ocean YlOrRd YlGnBu PuBu turbo twilight';

const colormapModule = (): PyModule =>
  defineModule({
    name: 'matplotlib.cm',
    values: Object.fromEntries(colormapText.split(' ').map((name) => [name, new PyColormap(name)])),
    functions: { 'get_cmap(name?, lut?)': (name?: Value) => new PyColormap(caption(name)) },
    refused: '*',
  });

const styleModule = (): PyModule =>
  defineModule({
    name: 'matplotlib.style',
    functions: { 'use(style)': () => null, 'context(style, after_reset?)': () => new PyStyleContext() },
    refused: '*',
  });

/** `with plt.style.context(…)`. */
class PyStyleContext extends PyObject {}

defineType<PyStyleContext>({
  name: '_GeneratorContextManager',
  module: 'contextlib',
  class: PyStyleContext,
  enter: () => null,
  exit: () => null,
});

/** Settings of looks: they can be set, and read as far as they are here. */
const settings = (): PyDict =>
  PyDict.from([
    ['figure.figsize', new PyList([float(6.4), float(4.8)])],
    ['figure.dpi', float(100)],
    ['font.size', float(10)],
    ['lines.linewidth', float(1.5)],
    ['axes.grid', false],
    ['image.cmap', 'viridis'],
    ['savefig.dpi', 'figure'],
    ['axes.unicode_minus', true],
    ['text.usetex', false],
  ]);

/** Names of `pyplot` with values. */
const pyplotValues = (shared: {
  readonly cm: PyModule;
  readonly style: PyModule;
  readonly rcParams: PyDict;
}) => ({
  ...shared,
  Axes: new PyBuiltin('Axes', () => notSupported('making axes by hand')),
  Figure: new PyBuiltin('Figure', () => notSupported('making figures by hand')),
});

export const matplotlibModule = (): PyModule => {
  const manager = new FigureManager();
  const shared = { cm: colormapModule(), style: styleModule(), rcParams: settings() };
  const pyplot = defineModule({
    name: 'matplotlib.pyplot',
    values: pyplotValues(shared),
    functions: functionsOf(manager),
    refused: '*',
  });
  runtime().cellEnds.add(() => manager.endCell());
  return defineModule({
    name: 'matplotlib',
    values: { rcParams: shared.rcParams, __version__: '3.8.4' },
    functions: {
      'use(backend, **kwargs)': () => null,
      'rc(*args, **kwargs)': () => null,
      'rcdefaults()': () => null,
      'get_backend()': () => 'agg',
      'interactive(b)': () => null,
    },
    submodules: { pyplot, cm: shared.cm, style: shared.style },
    refused: '*',
  });
};
