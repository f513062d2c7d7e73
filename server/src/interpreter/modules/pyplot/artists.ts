/** What drawing gives back: lines, bars, images and texts that a program may still ask and change. */
import type { NDArray } from '../../../tensor/ndarray.ts';
import { notSupported } from '../../exceptions.ts';
import { chooseTypeBy, defineType } from '../../pyType.ts';
import { PyBuiltin, PyList, PyObject, PyTuple, type PyType, type Value } from '../../values.ts';
import { numbersOf } from '../numpy/arrayMath.ts';
import type { DrawnSeries, PyAxes } from './figures.ts';
import { caption, colorText, numbers, plotNumber } from './plotValues.ts';

/** One thing on axes. `typeName` is what Python calls it: `Line2D`. */
export class PyArtist extends PyObject {
  readonly typeName: string;
  readonly axes: PyAxes;
  readonly drawn: DrawnSeries;
  /** Of a line: its points as the program gave them. */
  points: { x: NDArray; y: NDArray } | null = null;
  /** Of a bar: where it stands and how large it is, as scalars of NumPy; null: nobody here knows exactly. */
  box: { x: Value; y: Value; width: Value; height: Value } | null = null;

  constructor(typeName: string, axes: PyAxes, drawn: DrawnSeries) {
    super();
    this.typeName = typeName;
    this.axes = axes;
    this.drawn = drawn;
  }
}

/** Bars, error bars and the like: a tuple of their parts with a label. */
export class PyContainer extends PyTuple {
  readonly typeName: string;
  constructor(typeName: string, items: readonly Value[]) {
    super(items);
    this.typeName = typeName;
  }
}

const setterNames = /^set_[a-z_0-9]+$/;
/** Takes any arguments; the looks that it sets do not leave the interpreter. */
export const ignoring = (name: string): PyBuiltin => new PyBuiltin(name, () => null);

function movePoints(self: PyArtist, x: Value | null, y: Value | null): null {
  const { drawn, points, axes } = self;
  if (points === null) return notSupported(`${self.typeName}.set_data`);
  self.points = { x: x === null ? points.x : numbers(x), y: y === null ? points.y : numbers(y) };
  const [xs, ys] = [self.points.x, self.points.y].map((array) => numbersOf(array).map(plotNumber));
  drawn.series = { ...drawn.series, x: xs, y: ys } as DrawnSeries['series'];
  axes.figure.touch();
  return null;
}

const pointsOf = (self: PyArtist) => self.points ?? notSupported(`the points of ${self.typeName}`);
const boxOf = (self: PyArtist, part: 'x' | 'y' | 'width' | 'height'): Value =>
  self.box?.[part] ?? notSupported(`the place of ${self.typeName}`);

const methods = {
  'set_data(x, y)': movePoints,
  'set_xdata(x)': (self: PyArtist, x: Value) => movePoints(self, x, null),
  'set_ydata(y)': (self: PyArtist, y: Value) => movePoints(self, null, y),
  'get_xdata(orig?)': (self: PyArtist) => pointsOf(self).x,
  'get_ydata(orig?)': (self: PyArtist) => pointsOf(self).y,
  'get_data(orig?)': (self: PyArtist) => new PyTuple([pointsOf(self).x, pointsOf(self).y]),
  'get_x()': (self: PyArtist) => boxOf(self, 'x'),
  'get_y()': (self: PyArtist) => boxOf(self, 'y'),
  'get_width()': (self: PyArtist) => boxOf(self, 'width'),
  'get_height()': (self: PyArtist) => boxOf(self, 'height'),
  'set_label(s)': (self: PyArtist, label: Value) => {
    self.drawn.label = caption(label);
    return null;
  },
  'get_label()': (self: PyArtist) => self.drawn.label,
  'set_color(color)': (self: PyArtist, color: Value) => {
    self.drawn.color = colorText(color);
    return null;
  },
  'set_text(s)': (self: PyArtist, text: Value) => {
    const { series } = self.drawn;
    if (series.kind === 'text') self.drawn.series = { ...series, text: caption(text) };
    return null;
  },
  'get_text()': (self: PyArtist) => (self.drawn.series.kind === 'text' ? self.drawn.series.text : ''),
  'get_color()': (self: PyArtist) => self.drawn.color || notSupported('a colour that matplotlib chooses'),
  'remove()': (self: PyArtist) => {
    self.axes.series = self.axes.series.filter((each) => each !== self.drawn);
    return null;
  },
};

const types = new Map<string, PyType>();

function artistType(typeName: string): PyType {
  const known = types.get(typeName);
  if (known) return known;
  const made = defineType<PyArtist>({
    name: typeName,
    module: 'matplotlib.artist',
    methods,
    attributes: { axes: (self) => self.axes, figure: (self) => self.axes.figure },
    getMissing: (_self, name) => {
      if (setterNames.test(name) || name === 'set') return ignoring(name);
      return name.startsWith('__') ? undefined : notSupported(`${typeName}.${name}`);
    },
  });
  types.set(typeName, made);
  return made;
}
chooseTypeBy(PyArtist, (self: PyArtist) => artistType(self.typeName));

/** A part of axes of which only looks can be set: `ax.spines['top']`, `ax.xaxis`. */
export class PyLooks extends PyObject {
  readonly typeName: string;
  constructor(typeName: string) {
    super();
    this.typeName = typeName;
  }
}

const looksMethods = /^(?:set|tick|grid|pan|zoom|reset|invert|major|minor|label|line)/;

defineType<PyLooks>({
  name: 'Artist',
  module: 'matplotlib.artist',
  class: PyLooks,
  getItem: (self) => self,
  getMissing: ({ typeName }, name) => {
    if (looksMethods.test(name)) return ignoring(name);
    return name.startsWith('__') ? undefined : notSupported(`${typeName}.${name}`);
  },
});

defineType<PyContainer>({
  name: 'Container',
  module: 'matplotlib.container',
  class: PyContainer,
  attributes: { patches: (self) => new PyList([...self.items]) },
  methods: { 'get_label()': () => '', 'set_label(s)': () => null },
  iterate: (self) => {
    const items = self.items.values();
    return () => items.next().value;
  },
  length: (self) => self.items.length,
  getItem: (self, index) =>
    self.items[typeof index === 'number' ? index : -1] ?? notSupported('this subscript'),
  repr: (self) => `<${self.typeName} object of ${self.items.length} artists>`,
});
