/** The types `Figure` and `Axes`, and the grid of axes that `subplots` gives. */
import { notSupported, raiseIndexError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { defineType } from '../../pyType.ts';
import { callSite } from '../../runtime.ts';
import { float, PyList, PyObject, PySlice, PyTuple, type Value } from '../../values.ts';
import { floats } from '../numpy/arrayMath.ts';
import { ignoring, PyArtist, PyLooks } from './artists.ts';
import { drawingFunctions, type Keywords } from './drawing.ts';
import { type AxisState, PyAxes, PyFigure, tellFigure } from './figures.ts';
import { caption, flatNumbers, scalarsOf } from './plotValues.ts';

/** A text that is no series. */
const textOn = (axes: PyAxes, text: string): PyArtist =>
  new PyArtist('Text', axes, { series: { kind: 'text', x: null, y: null, text }, label: '', color: '' });

const setTitle = (axes: PyAxes, label: Value): Value => {
  axes.title = caption(label);
  axes.figure.touch();
  return textOn(axes, axes.title);
};

const setAxisLabel =
  (axis: 'x' | 'y') =>
  (axes: PyAxes, label: Value): Value => {
    axes[axis].label = caption(label);
    axes.figure.touch();
    return textOn(axes, axes[axis].label);
  };

/** `xlim(low, high)`, `xlim((low, high))`, `set_xlim(left=…)`; without arguments it asks. */
const limits =
  (axis: 'x' | 'y') =>
  (axes: PyAxes, args: Value[], keywords: Keywords): Value => {
    const [lowName, highName] = axis === 'x' ? ['left', 'right'] : ['bottom', 'top'];
    const given = args.length === 1 && args[0] instanceof PyObject ? toArray(args[0]) : args;
    const low = given[0] ?? keywords.get(lowName!) ?? keywords.get(`${axis}min`) ?? null;
    const high = given[1] ?? keywords.get(highName!) ?? keywords.get(`${axis}max`) ?? null;
    const state = axes[axis];
    if (low !== null || high !== null) {
      const [from = Number.NaN, to = Number.NaN] = state.limits ?? [];
      const number = (value: Value, otherwise: number) =>
        value === null ? otherwise : flatNumbers(value)[0]!;
      state.limits = [number(low, from), number(high, to)];
      axes.figure.touch();
    }
    return limitsOf(state);
  };

function limitsOf({ limits }: AxisState): Value {
  const [low, high] = limits ?? [Number.NaN, Number.NaN];
  return new PyTuple([float(low), float(high)]);
}

const askLimits =
  (axis: 'x' | 'y') =>
  (axes: PyAxes): Value => {
    const { limits: chosen } = axes[axis];
    return chosen === null
      ? notSupported('limits that matplotlib chooses')
      : new PyTuple(scalarsOf(floats(chosen)));
  };

const setScale =
  (axis: 'x' | 'y') =>
  (axes: PyAxes, scale: Value): Value => {
    axes[axis].scale = caption(scale);
    return null;
  };

/** Ticks with texts name the places 0, 1, 2, …; others do not leave the interpreter. */
const setTicks =
  (axis: 'x' | 'y') =>
  (axes: PyAxes, args: Value[], keywords: Keywords): Value => {
    const labels = args[1] ?? keywords.get('labels') ?? null;
    const at = args[0] === undefined || args[0] === null ? [] : flatNumbers(args[0]);
    if (labels !== null) nameTicks(axes[axis], at, toArray(labels));
    return new PyTuple([new PyList(at.map(float)), new PyList([])]);
  };

function nameTicks({ categories }: AxisState, at: readonly number[], labels: readonly Value[]): void {
  for (const [index, place] of at.entries()) {
    if (Number.isInteger(place) && place >= 0 && place < 1000) {
      while (categories.length <= place) categories.push('');
      categories[place] = caption(labels[index]);
    }
  }
}

/** What both `Axes` and `pyplot` have under different names: the name of `pyplot` first. */
export const axisFunctions: readonly (readonly [
  pyplot: string,
  axes: string,
  body: (axes: PyAxes, ...rest: never[]) => Value,
])[] = [
  ['title(label, *args, **kwargs)', 'set_title(label, *args, **kwargs)', setTitle],
  ['xlabel(label, *args, **kwargs)', 'set_xlabel(label, *args, **kwargs)', setAxisLabel('x')],
  ['ylabel(label, *args, **kwargs)', 'set_ylabel(label, *args, **kwargs)', setAxisLabel('y')],
  ['xlim(*args, **kwargs)', 'set_xlim(*args, **kwargs)', limits('x')],
  ['ylim(*args, **kwargs)', 'set_ylim(*args, **kwargs)', limits('y')],
  ['xscale(value, **kwargs)', 'set_xscale(value, **kwargs)', setScale('x')],
  ['yscale(value, **kwargs)', 'set_yscale(value, **kwargs)', setScale('y')],
  ['xticks(*args, **kwargs)', 'set_xticks(*args, **kwargs)', setTicks('x')],
  ['yticks(*args, **kwargs)', 'set_yticks(*args, **kwargs)', setTicks('y')],
];

/** Setters whose result is not seen in the data. */
const quietMethods = [
  ...['set_aspect', 'set_facecolor', 'set_axis_off', 'set_axis_on', 'tick_params', 'invert_yaxis'],
  ...['invert_xaxis', 'margins', 'autoscale', 'autoscale_view', 'relim', 'set_axisbelow', 'set_box_aspect'],
  ...['set_xticklabels', 'set_yticklabels', 'ticklabel_format', 'minorticks_on', 'label_outer', 'set_zorder'],
  ...['set_visible', 'axis', 'clabel', 'bar_label', 'locator_params', 'set_prop_cycle'],
];

const quietFigureMethods = [
  ...['tight_layout', 'subplots_adjust', 'set_size_inches', 'autofmt_xdate', 'set_facecolor', 'set_dpi'],
  ...['set_tight_layout', 'set_constrained_layout', 'show', 'align_labels', 'align_ylabels', 'align_xlabels'],
];

const setAll = (axes: PyAxes, keywords: Keywords): Value => {
  for (const [name, value] of keywords) {
    if (name === 'title') setTitle(axes, value);
    else if (name === 'xlabel') setAxisLabel('x')(axes, value);
    else if (name === 'ylabel') setAxisLabel('y')(axes, value);
    else if (name === 'xlim') limits('x')(axes, [value], new Map());
    else if (name === 'ylim') limits('y')(axes, [value], new Map());
  }
  return null;
};

defineType<PyAxes>({
  name: 'Axes',
  module: 'matplotlib.axes',
  class: PyAxes,
  attributes: {
    spines: () => new PyLooks('Spines'),
    xaxis: () => new PyLooks('XAxis'),
    yaxis: () => new PyLooks('YAxis'),
    patch: () => new PyLooks('Patch'),
    figure: (self) => self.figure,
    lines: (self) => new PyList(self.series.map((each) => new PyArtist('Line2D', self, each))),
  },
  methods: {
    ...drawingFunctions,
    ...Object.fromEntries(axisFunctions.map(([, signature, body]) => [signature, body])),
    'set(**kwargs)': setAll,
    'cla()': (self: PyAxes) => {
      self.clear();
      return null;
    },
    'clear()': (self: PyAxes) => {
      self.clear();
      return null;
    },
    'get_xlim()': askLimits('x'),
    'get_ylim()': askLimits('y'),
    'get_title()': (self: PyAxes) => self.title,
    'get_xlabel()': (self: PyAxes) => self.x.label,
    'get_ylabel()': (self: PyAxes) => self.y.label,
    'get_figure()': (self: PyAxes) => self.figure,
    'twinx()': (self: PyAxes) => twin(self),
    'twiny()': (self: PyAxes) => twin(self),
  },
  hash: null,
  getMissing: (_self, name) => {
    if (quietMethods.includes(name)) return ignoring(name);
    return name.startsWith('__') ? undefined : notSupported(`Axes.${name}`);
  },
});

/** Axes in the same place of the grid. */
function twin(axes: PyAxes): PyAxes {
  const made = new PyAxes(axes.figure, axes.place);
  axes.figure.axes.push(made);
  return made;
}

// ------------------------------------------------------------------------------------------------------------- figures

/** Where a subplot stands: `subplot(2, 2, 3)` or `subplot(223)`. */
export function subplotAt(figure: PyFigure, args: readonly Value[]): PyAxes {
  const [first = 1, second, third] = args;
  if (first instanceof PyAxes) return first;
  const digits =
    typeof first === 'number' && second === undefined && first >= 111 ? [...String(first)].map(Number) : null;
  const given = digits ?? (args.length === 0 ? [1, 1, 1] : [first, second ?? 1, third ?? 1]);
  const [rows, columns, index] = given.map((each) => (each instanceof PyTuple ? each.items[0]! : each));
  if (typeof rows !== 'number' || typeof columns !== 'number' || typeof index !== 'number') {
    return notSupported('this place of a subplot');
  }
  if (index < 1 || index > rows * columns) {
    raiseValueError(`num must be an integer with 1 <= num <= ${rows * columns}, not ${index}`);
  }
  const place = { row: Math.floor((index - 1) / columns), column: (index - 1) % columns };
  const known = figure.axes.find(
    (axes) => axes.place.row === place.row && axes.place.column === place.column,
  );
  return known ?? addAxes(figure, place);
}

export function addAxes(figure: PyFigure, place: PyAxes['place']): PyAxes {
  const made = new PyAxes(figure, place);
  figure.axes.push(made);
  figure.current = made;
  figure.touch();
  return made;
}

export const currentAxes = (figure: PyFigure): PyAxes =>
  figure.current ?? figure.axes.at(-1) ?? addAxes(figure, { row: 0, column: 0 });

/** `subplots(rows, columns)`: one axes, a row of them, or a grid. */
export function makeSubplots(figure: PyFigure, ...[rows, columns, squeeze]: (Value | undefined)[]): Value {
  const count = (value: Value | undefined): number =>
    value === undefined
      ? 1
      : typeof value === 'number' && value > 0
        ? value
        : notSupported('this number of subplots');
  const [rowCount, columnCount] = [count(rows), count(columns)];
  if (rowCount * columnCount > 1000) notSupported('more than 1,000 subplots');
  const all = Array.from({ length: rowCount * columnCount }, (_, index) =>
    addAxes(figure, { row: Math.floor(index / columnCount), column: index % columnCount }),
  );
  figure.current = all.at(-1)!;
  if (squeeze !== undefined && !isTrue(squeeze)) return new PyAxesGrid(all, [rowCount, columnCount]);
  if (all.length === 1) return all[0]!;
  return new PyAxesGrid(all, rowCount === 1 || columnCount === 1 ? [all.length] : [rowCount, columnCount]);
}

/** The array of axes: as an array of NumPy with one or two axes, of which only reading is needed. */
class PyAxesGrid extends PyObject {
  readonly items: readonly PyAxes[];
  readonly shape: readonly number[];
  constructor(items: readonly PyAxes[], shape: readonly number[]) {
    super();
    this.items = items;
    this.shape = shape;
  }

  get rows(): Value[] {
    const [length, width] = this.shape as [number, number | undefined];
    if (width === undefined) return [...this.items];
    return Array.from(
      { length },
      (_, row) => new PyAxesGrid(this.items.slice(row * width, (row + 1) * width), [width]),
    );
  }
}

function gridItem(self: PyAxesGrid, index: Value): Value {
  if (index instanceof PyTuple) {
    if (index.items.length > self.shape.length) raiseIndexError('too many indices for array');
    if (index.items.some((each) => each instanceof PySlice)) return notSupported('slices of a grid of axes');
    return index.items.reduce<Value>((part, each) => gridItem(part as PyAxesGrid, each), self);
  }
  const { rows } = self;
  if (index instanceof PySlice) return notSupported('slices of a grid of axes');
  if (typeof index !== 'number') return notSupported('this subscript of a grid of axes');
  const found = rows[index < 0 ? index + rows.length : index];
  return found ?? raiseIndexError(`index ${index} is out of bounds for axis 0 with size ${rows.length}`);
}

const flatGrid = (self: PyAxesGrid): PyAxesGrid => new PyAxesGrid(self.items, [self.items.length]);

defineType<PyAxesGrid>({
  name: 'ndarray',
  module: 'numpy',
  class: PyAxesGrid,
  attributes: {
    flat: flatGrid,
    shape: (self) => new PyTuple(self.shape),
    size: (self) => self.items.length,
    ndim: (self) => self.shape.length,
  },
  methods: {
    'ravel()': flatGrid,
    'flatten()': flatGrid,
    'tolist()': (self: PyAxesGrid) => new PyList(self.rows),
  },
  iterate: (self) => {
    const rows = self.rows.values();
    return () => rows.next().value;
  },
  length: (self) => self.shape[0]!,
  getItem: gridItem,
});

defineType<PyFigure>({
  name: 'Figure',
  module: 'matplotlib.figure',
  class: PyFigure,
  attributes: {
    axes: (self) => new PyList([...self.axes]),
    number: (self) => self.number,
  },
  methods: {
    'add_subplot(*args, **kwargs)': (self: PyFigure, args: Value[], keywords: Keywords) => {
      refuseProjection(keywords);
      self.current = subplotAt(self, args);
      return self.current;
    },
    'add_axes(rect, **kwargs)': (self: PyFigure) => addAxes(self, { row: 0, column: 0 }),
    'subplots(nrows?, ncols?, *, squeeze?, **kwargs)': makeSubplots,
    'gca()': currentAxes,
    'suptitle(t, **kwargs)': (self: PyFigure, title: Value) => {
      self.title = caption(title);
      self.touch();
      return textOn(currentAxesOrNew(self), self.title);
    },
    'colorbar(*args, **kwargs)': (self: PyFigure, args: Value[]) => colorbar(self, args),
    'get_axes()': (self: PyFigure) => new PyList([...self.axes]),
    'get_size_inches()': () => notSupported('Figure.get_size_inches'),
    'savefig(*args, **kwargs)': (self: PyFigure) => {
      tellFigure(self, callSite().span);
      return null;
    },
    'clf()': (self: PyFigure) => {
      self.clear();
      return null;
    },
    'clear()': (self: PyFigure) => {
      self.clear();
      return null;
    },
  },
  getMissing: (_self, name) => {
    if (quietFigureMethods.includes(name)) return ignoring(name);
    return name.startsWith('__') ? undefined : notSupported(`Figure.${name}`);
  },
  repr: (self) => {
    const count = self.axes.length;
    const [width, height] = self.size.map((inches) => Math.round(inches * 100));
    return `<Figure size ${width}x${height} with ${count} Axes>`;
  },
  str: (self) => {
    const [width, height] = self.size.map((inches) => Math.round(inches * 100));
    return `Figure(${width}x${height})`;
  },
});

/** Texts belong to some axes; a figure may have none yet, and gets none by its title. */
const currentAxesOrNew = (figure: PyFigure): PyAxes =>
  figure.current ?? new PyAxes(figure, { row: 0, column: 0 });

export function colorbar(figure: PyFigure, args: readonly Value[]): Value {
  const [shown] = args;
  const axes = shown instanceof PyArtist ? shown.axes : currentAxes(figure);
  axes.hasColorbar = true;
  return new PyArtist('Colorbar', axes, {
    series: { kind: 'text', x: null, y: null, text: '' },
    label: '',
    color: '',
  });
}

export function refuseProjection(keywords: Keywords): void {
  const projection = keywords.get('projection');
  if (projection !== undefined && projection !== null) notSupported(`the projection ${caption(projection)}`);
  if (keywords.get('polar') === true) notSupported('the projection polar');
}
