/** The functions that draw: the same for `Axes` and, on the current axes, for `matplotlib.pyplot`. */

import { NDArray } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import type { PlotNumber, PlotSeries } from '../../plotData.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { runtime } from '../../runtime.ts';
import { float, PyList, PyTuple, PyUnicode, type Value } from '../../values.ts';
import { asFloat, floats, numbersOf } from '../numpy/arrayMath.ts';
import { PyArtist, PyContainer } from './artists.ts';
import type { DrawnSeries, PyAxes } from './figures.ts';
import {
  caption,
  colorText,
  flatNumbers,
  holdsTexts,
  type LineStyle,
  numbers,
  numpyFunction,
  parseFormat,
  places,
  plotNumber,
  scalarsOf,
  styleOf,
} from './plotValues.ts';

export type Keywords = ReadonlyMap<string, Value>;

const plotNumbers = (values: readonly number[]): PlotNumber[] => {
  runtime().allocate(values.length * 8);
  return values.map(plotNumber);
};

interface Looks {
  readonly keywords: Keywords;
  readonly color?: string;
}

function add(axes: PyAxes, typeName: string, series: PlotSeries, { keywords, color }: Looks): PyArtist {
  const label = caption(keywords.get('label'));
  const drawn: DrawnSeries = {
    series,
    label: label.startsWith('_') ? '' : label,
    color: color ?? colorText(keywords.get('color') ?? keywords.get('c') ?? keywords.get('facecolor')),
  };
  axes.add(drawn);
  return new PyArtist(typeName, axes, drawn);
}

// --------------------------------------------------------------------------------------------------------------- lines

/** `plot([x], y, [fmt], …)`: one line for each column. */
function plot(axes: PyAxes, args: readonly Value[], keywords: Keywords): Value {
  const made: Value[] = [];
  for (let rest = [...args]; rest.length > 0; ) {
    const [first, second] = rest;
    const hasY = rest.length > 1 && formatOf(second!) === null;
    const format = formatOf(rest[hasY ? 2 : 1] ?? null);
    made.push(...lines(axes, { x: hasY ? first! : null, y: hasY ? second! : first! }, { format, keywords }));
    rest = rest.slice((hasY ? 2 : 1) + (format === null ? 0 : 1));
  }
  return new PyList(made);
}

const formatOf = (value: Value): string | null =>
  typeof value === 'string' ? value : value instanceof PyUnicode ? value.value : null;

interface LineLooks {
  readonly format: string | null;
  readonly keywords: Keywords;
  readonly forcedLine?: string;
}

function lines(axes: PyAxes, data: { x: Value | null; y: Value }, looks: LineLooks): PyArtist[] {
  const y = columnsOf(data.y, axes.y.categories);
  const x = data.x === null ? [y[0]!.map((_, index) => index)] : columnsOf(data.x, axes.x.categories);
  const format: LineStyle = parseFormat(looks.format ?? '-');
  const style = styleOf(looks.keywords, format);
  return y.map((column, index) => {
    const at = x[Math.min(index, x.length - 1)]!;
    if (at.length !== column.length) {
      raiseValueError(
        `x and y must have same first dimension, but have shapes (${at.length},) and (${column.length},)`,
      );
    }
    const series: PlotSeries = {
      kind: 'line',
      x: plotNumbers(at),
      y: plotNumbers(column),
      line: looks.forcedLine ?? style.line,
      marker: style.marker,
    };
    const artist = add(axes, 'Line2D', series, { keywords: looks.keywords, color: style.color });
    if (y.length === 1) artist.points = { x: pointArray(data.x, at), y: pointArray(data.y, column) };
    return artist;
  });
}

/** The points as the program gave them; numbers where it gave none, or texts. */
const pointArray = (given: Value | null, counted: readonly number[]): NDArray => {
  const isNumeric = given !== null && !holdsTexts(given);
  return isNumeric ? reshape(numbers(given), [counted.length]) : floats(counted);
};

/** The columns of an array of two axes; everything else is one. */
function columnsOf(value: Value, categories: string[]): number[][] {
  if (!(value instanceof NDArray) || value.ndim < 2) return [places(value, categories)];
  if (value.ndim > 2) raiseValueError('x and y can be no greater than 2D');
  const [rowCount, columnCount] = value.shape as [number, number];
  const all = numbersOf(value);
  return Array.from({ length: columnCount }, (_, column) =>
    Array.from({ length: rowCount }, (_, row) => all[row * columnCount + column]!),
  );
}

const scaled =
  (scales: { readonly x?: 'log'; readonly y?: 'log' }) =>
  (axes: PyAxes, args: Value[], keywords: Keywords): Value => {
    if (scales.x) axes.x.scale = 'log';
    if (scales.y) axes.y.scale = 'log';
    return plot(axes, args, keywords);
  };

function step(axes: PyAxes, x: Value, y: Value, ...[args, keywords]: [Value[], Keywords]): Value {
  const format = formatOf(args[0] ?? null);
  return new PyList(lines(axes, { x, y }, { format, keywords, forcedLine: 'steps' }));
}

function errorbar(axes: PyAxes, x: Value, y: Value, ...[args, keywords]: [Value[], Keywords]): Value {
  const at = places(x, axes.x.categories);
  const height = places(y, axes.y.categories);
  const yError = errorsOf(args[0] ?? keywords.get('yerr'), at.length);
  const xError = errorsOf(args[1] ?? keywords.get('xerr'), at.length);
  const format = formatOf(keywords.get('fmt') ?? args[2] ?? null);
  const style = styleOf(keywords, format === null ? parseFormat('-') : parseFormat(format));
  const series: PlotSeries = {
    kind: 'errorBars',
    x: plotNumbers(at),
    y: plotNumbers(height),
    left: xError?.[0] ?? null,
    right: xError?.[1] ?? null,
    below: yError?.[0] ?? null,
    above: yError?.[1] ?? null,
    line: style.line,
    marker: style.marker,
  };
  const artist = add(axes, 'Line2D', series, { keywords, color: style.color });
  return new PyContainer('ErrorbarContainer', [artist, new PyTuple([]), new PyTuple([])]);
}

/** One number for all, one for each, or two rows: below and above. */
function errorsOf(value: Value | undefined, count: number): [PlotNumber[], PlotNumber[]] | null {
  if (value === undefined || value === null) return null;
  const errors = numbers(value);
  const all = plotNumbers(numbersOf(errors));
  if (errors.ndim === 2) return [all.slice(0, count), all.slice(count)];
  const each = errors.ndim === 0 ? new Array<PlotNumber>(count).fill(all[0] ?? null) : all;
  return [each, each];
}

function fillBetween(axes: PyAxes, x: Value, y1: Value, ...[args, keywords]: [Value[], Keywords]): Value {
  const at = places(x, axes.x.categories);
  const spread = (value: Value): number[] => {
    const given = flatNumbers(value);
    return given.length === 1 ? at.map(() => given[0]!) : given;
  };
  const series: PlotSeries = {
    kind: 'area',
    x: plotNumbers(at),
    lower: plotNumbers(spread(args[0] ?? keywords.get('y2') ?? 0)),
    upper: plotNumbers(spread(y1)),
  };
  return add(axes, 'PolyCollection', series, { keywords });
}

// -------------------------------------------------------------------------------------------------------- points, bars

function scatter(axes: PyAxes, x: Value, y: Value, ...[args, keywords]: [Value[], Keywords]): Value {
  const xs = places(x, axes.x.categories);
  const ys = places(y, axes.y.categories);
  if (xs.length !== ys.length) raiseValueError('x and y must be the same size');
  const color = args[1] ?? keywords.get('c') ?? keywords.get('color');
  const isShaded =
    color instanceof NDArray || (color instanceof PyList && formatOf(color.items[0] ?? null) === null);
  const values = isShaded ? flatNumbers(color) : [];
  const series: PlotSeries = {
    kind: 'points',
    x: plotNumbers(xs),
    y: plotNumbers(ys),
    marker: caption(args[2] ?? keywords.get('marker')) || 'o',
    ...(values.length === xs.length && isShaded ? { values: plotNumbers(values) } : {}),
  };
  return add(axes, 'PathCollection', series, { keywords, color: isShaded ? '' : colorText(color) });
}

/** Bars that a program may ask for their places: scalars of NumPy. */
interface Bars {
  readonly at: readonly number[];
  readonly from: readonly number[];
  readonly length: readonly number[];
  readonly width: readonly number[];
  readonly isHorizontal: boolean;
  /** Their lengths and beginnings as the program gave them; null: only lengths are known. */
  readonly given: { readonly length: NDArray; readonly from: NDArray } | { readonly length: NDArray };
}

function addBars(axes: PyAxes, bars: Bars, keywords: Keywords): PyContainer {
  const { at, from, length, width, isHorizontal } = bars;
  const series: PlotSeries = {
    kind: 'bars',
    isHorizontal,
    at: plotNumbers(at),
    from: plotNumbers(from),
    length: plotNumbers(length),
    width: plotNumbers(width),
  };
  const whole = add(axes, 'BarContainer', series, { keywords });
  const lengths = scalarsOf(bars.given.length);
  const sides = scalarsOf(floats(at.map((place, index) => place - width[index]! / 2)));
  const sizes = scalarsOf(floats(width));
  const begins = 'from' in bars.given ? scalarsOf(bars.given.from) : null;
  const patches = at.map((_, index) => {
    const patch = new PyArtist('Rectangle', axes, whole.drawn);
    const one = (values: readonly Value[]): Value => values[values.length === 1 ? 0 : index]!;
    const length = one(lengths);
    if (begins === null) patch.box = { x: null, y: null, width: null, height: length };
    else if (isHorizontal)
      patch.box = { x: one(begins), y: sides[index]!, width: length, height: sizes[index]! };
    else patch.box = { x: sides[index]!, y: one(begins), width: sizes[index]!, height: length };
    return patch;
  });
  return new PyContainer('BarContainer', patches);
}

const barChart =
  (isHorizontal: boolean) =>
  (axes: PyAxes, x: Value, lengths: Value, ...[args, keywords]: [Value[], Keywords]): Value => {
    const [thickness, start] = isHorizontal ? ['height', 'left'] : ['width', 'bottom'];
    const placed = places(x, isHorizontal ? axes.y.categories : axes.x.categories);
    const length = flatNumbers(lengths);
    const count = Math.max(placed.length, length.length);
    const spread = (values: readonly number[]): number[] =>
      values.length === 1 ? new Array<number>(count).fill(values[0]!) : [...values];
    const width = spread(flatNumbers(args[0] ?? keywords.get(thickness!) ?? float(0.8)));
    const from = spread(flatNumbers(args[1] ?? keywords.get(start!) ?? 0));
    const isAtEdge = formatOf(keywords.get('align') ?? null) === 'edge';
    const at = spread(placed).map((place, index) => (isAtEdge ? place + width[index]! / 2 : place));
    if (at.length !== count || length.length !== count) {
      if (length.length !== 1)
        raiseValueError('shape mismatch: objects cannot be broadcast to a single shape');
    }
    const begins = args[1] ?? keywords.get(start!) ?? 0;
    const given = { length: numbers(lengths), from: numbers(begins) };
    return addBars(axes, { at, from, length: spread(length), width, isHorizontal, given }, keywords);
  };

/** The counts are NumPy's. Several data sets share the edges of their bins. */
function hist(axes: PyAxes, data: Value, ...[args, keywords]: [Value[], Keywords]): Value {
  const sets = dataSets(data);
  const bins = args[0] ?? keywords.get('bins') ?? 10;
  const shared = new Map<string, Value>([['bins', bins ?? 10]]);
  for (const name of ['range', 'density', 'weights']) {
    const value =
      keywords.get(name) ?? (name === 'range' ? args[1] : name === 'density' ? args[2] : undefined);
    if (value !== undefined && value !== null) shared.set(name, value);
  }
  if (keywords.get('cumulative') === true) notSupported('cumulative histograms');
  if (sets.length > 1) {
    const all = new PyList(sets.flatMap(flatNumbers).map(float));
    shared.set('bins', call(numpyFunction('histogram_bin_edges'), [all], onlyEdges(shared)));
  }
  const isHorizontal = formatOf(keywords.get('orientation') ?? null) === 'horizontal';
  const made = sets.map((set) => {
    const [counts, edges] = toArray(call(numpyFunction('histogram'), [set], shared)) as [NDArray, NDArray];
    const steps = numbersOf(edges);
    const width = steps.slice(1).map((edge, index) => edge - steps[index]!);
    const at = width.map((size, index) => steps[index]! + size / 2);
    const from = at.map(() => 0);
    const given = { length: asFloat(counts) };
    const bars = { at, from, length: numbersOf(counts), width, isHorizontal, given };
    const [heights, places] = [counts, edges].map((each) =>
      call(numpyFunction('asarray'), [each, 'float64']),
    );
    return { heights: heights!, edges: places!, patches: addBars(axes, bars, keywords) };
  });
  if (made.length === 1) return new PyTuple([made[0]!.heights, made[0]!.edges, made[0]!.patches]);
  const counts = call(numpyFunction('array'), [new PyList(made.map((each) => each.heights))]);
  const isStacked = keywords.get('stacked') === true;
  if (isStacked && keywords.get('density') === true) notSupported('stacked densities');
  const heights = isStacked ? call(numpyFunction('cumsum'), [counts, 0]) : counts;
  return new PyTuple([heights, made[0]!.edges, new PyList(made.map((each) => each.patches))]);
}

const onlyEdges = (shared: Keywords): Map<string, Value> =>
  new Map([...shared].filter(([name]) => name === 'bins' || name === 'range'));

function dataSets(data: Value): Value[] {
  if (data instanceof NDArray && data.ndim === 2) {
    return columnsOf(data, []).map((column) => new PyList(column.map(float)));
  }
  const items = data instanceof PyList || data instanceof PyTuple ? data.items : [];
  const isNested = items.some(
    (each) => each instanceof PyList || each instanceof PyTuple || each instanceof NDArray,
  );
  if (isNested) return [...items];
  const array = numbers(data);
  return [reshape(array, [array.size])];
}

function pie(axes: PyAxes, sizes: Value, ...[args, keywords]: [Value[], Keywords]): Value {
  const labels = keywords.get('labels') ?? args[1] ?? null;
  const texts = labels === null ? [] : toArray(labels).map((label) => caption(label));
  const shares = flatNumbers(sizes);
  const series: PlotSeries = { kind: 'slices', sizes: plotNumbers(shares), labels: texts };
  const whole = add(axes, 'Wedge', series, { keywords });
  const parts = (typeName: string) => new PyList(shares.map(() => new PyArtist(typeName, axes, whole.drawn)));
  const hasShares = (keywords.get('autopct') ?? null) !== null;
  return new PyTuple([parts('Wedge'), parts('Text'), ...(hasShares ? [parts('Text')] : [])]);
}

/** Quartiles are NumPy's; whiskers reach to the last value within one and a half times the box. */
function boxplot(axes: PyAxes, data: Value, ...[, keywords]: [Value[], Keywords]): Value {
  const boxes = dataSets(data).map((set) => {
    const sorted = flatNumbers(set).sort((a, b) => a - b);
    const marks = new PyList([25, 50, 75]);
    const [low, middle, high] = flatNumbers(call(numpyFunction('percentile'), [set, marks])) as [
      number,
      number,
      number,
    ];
    const reach = 1.5 * (high - low);
    const lowest = sorted.find((value) => value >= low - reach) ?? low;
    const highest = sorted.findLast((value) => value <= high + reach) ?? high;
    return plotNumbers([Math.min(lowest, low), low, middle, high, Math.max(highest, high)]);
  });
  const labels = keywords.get('labels') ?? keywords.get('tick_labels') ?? null;
  const texts = labels === null ? [] : toArray(labels).map((label) => caption(label));
  const whole = add(axes, 'Line2D', { kind: 'boxes', boxes, labels: texts }, { keywords });
  const parts = () => new PyList(boxes.map(() => new PyArtist('Line2D', axes, whole.drawn)));
  return PyDict.from(
    ['whiskers', 'caps', 'boxes', 'medians', 'fliers', 'means'].map((name) => [name, parts()] as const),
  );
}

// -------------------------------------------------------------------------------------------------------------- images

type ImageKind = 'image' | 'contours' | 'filledContours';

function addImage(axes: PyAxes, data: Value, kind: ImageKind, keywords: Keywords): PyArtist {
  const array = numbers(data);
  const [rowCount = 0, columnCount = 0, channels = 1] = array.shape;
  const isColored = array.ndim === 3 && (channels === 3 || channels === 4);
  if (array.ndim !== 2 && !isColored) {
    raiseTypeError(`Invalid shape (${array.shape.join(', ')}) for image data`);
  }
  const extent = keywords.get('extent') ?? null;
  const origin = formatOf(keywords.get('origin') ?? null) ?? (kind === 'image' ? 'upper' : 'lower');
  const series: PlotSeries = {
    kind,
    rowCount,
    columnCount,
    channelCount: isColored ? (channels as 3 | 4) : 1,
    values: plotNumbers(numbersOf(array)),
    colormap: caption(keywords.get('cmap')),
    extent: extent === null ? null : plotNumbers(flatNumbers(extent)),
    isUpsideDown: origin === 'upper',
  };
  return add(axes, kind === 'image' ? 'AxesImage' : 'QuadContourSet', series, { keywords });
}

const image = (axes: PyAxes, data: Value, ...[, keywords]: [Value[], Keywords]): Value =>
  addImage(axes, data, 'image', keywords);

/** `contour([X, Y,] Z, [levels])`. */
const contours =
  (kind: ImageKind) =>
  (axes: PyAxes, args: Value[], keywords: Keywords): Value => {
    if (args.length < 3) return addImage(axes, args[0] ?? null, kind, keywords);
    const [x, y] = [args[0]!, args[1]!].map(flatNumbers);
    const extent = [Math.min(...x!), Math.max(...x!), Math.min(...y!), Math.max(...y!)];
    const placed = new Map([...keywords, ['extent', new PyList(extent.map(float))] as const]);
    return addImage(axes, args[2]!, kind, placed);
  };

/** `pcolormesh([X, Y,] C)`. */
const mesh = (axes: PyAxes, args: Value[], keywords: Keywords): Value =>
  addImage(axes, args[args.length < 3 ? 0 : 2] ?? null, 'image', new Map([...keywords, ['origin', 'lower']]));

// --------------------------------------------------------------------------------------------------------------- marks

function text(axes: PyAxes, x: Value, y: Value, ...[words, , keywords]: [Value, Value[], Keywords]): Value {
  const [atX, atY] = [x, y].map((place) => plotNumber(flatNumbers(place)[0] ?? Number.NaN));
  return add(axes, 'Text', { kind: 'text', x: atX!, y: atY!, text: caption(words) }, { keywords });
}

function annotate(axes: PyAxes, words: Value, xy: Value, ...[args, keywords]: [Value[], Keywords]): Value {
  const place = toArray(args[0] ?? keywords.get('xytext') ?? xy);
  return text(axes, place[0] ?? 0, place[1] ?? 0, words, [], keywords);
}

const rule =
  (axis: 'x' | 'y', isSpan: boolean) =>
  (axes: PyAxes, args: Value[], keywords: Keywords): Value => {
    const names = isSpan ? [`${axis}min`, `${axis}max`] : [axis];
    const [from = 0, to = from] = names.map(
      (name, index) => flatNumbers(args[index] ?? keywords.get(name) ?? 0)[0]!,
    );
    return add(
      axes,
      'Line2D',
      { kind: 'rule', axis, from: plotNumber(from), to: plotNumber(to) },
      { keywords },
    );
  };

/** `vlines(x, ymin, ymax)` and `hlines(y, xmin, xmax)`. */
const segments =
  (axis: 'x' | 'y') =>
  (axes: PyAxes, at: Value, ...[, , , keywords]: [Value, Value, Value[], Keywords]): Value => {
    const made = flatNumbers(at).map((place) => {
      const from = plotNumber(place);
      return add(axes, 'LineCollection', { kind: 'rule', axis, from, to: from }, { keywords });
    });
    return made[0] ?? null;
  };

/** By signature; bodies get the axes first. */
export const drawingFunctions = {
  'plot(*args, **kwargs)': plot,
  'semilogx(*args, **kwargs)': scaled({ x: 'log' }),
  'semilogy(*args, **kwargs)': scaled({ y: 'log' }),
  'loglog(*args, **kwargs)': scaled({ x: 'log', y: 'log' }),
  'step(x, y, *args, **kwargs)': step,
  'errorbar(x, y, *args, **kwargs)': errorbar,
  'fill_between(x, y1, *args, **kwargs)': fillBetween,
  'scatter(x, y, *args, **kwargs)': scatter,
  'bar(x, height, *args, **kwargs)': barChart(false),
  'barh(y, width, *args, **kwargs)': barChart(true),
  'hist(x, *args, **kwargs)': hist,
  'pie(x, *args, **kwargs)': pie,
  'boxplot(x, *args, **kwargs)': boxplot,
  'imshow(X, *args, **kwargs)': image,
  'matshow(A, *args, **kwargs)': image,
  'contour(*args, **kwargs)': contours('contours'),
  'contourf(*args, **kwargs)': contours('filledContours'),
  'pcolormesh(*args, **kwargs)': mesh,
  'pcolor(*args, **kwargs)': mesh,
  'text(x, y, s, *args, **kwargs)': text,
  'annotate(text, xy, *args, **kwargs)': annotate,
  'axhline(*args, **kwargs)': rule('y', false),
  'axvline(*args, **kwargs)': rule('x', false),
  'axhspan(*args, **kwargs)': rule('y', true),
  'axvspan(*args, **kwargs)': rule('x', true),
  'vlines(x, ymin, ymax, *args, **kwargs)': segments('x'),
  'hlines(y, xmin, xmax, *args, **kwargs)': segments('y'),
  'legend(*args, **kwargs)': (axes: PyAxes, args: Value[], keywords: Keywords) => {
    const labels =
      args.length > 0
        ? toArray(args.at(-1)!)
        : keywords.has('labels')
          ? toArray(keywords.get('labels')!)
          : [];
    for (const [index, label] of labels.entries()) {
      const drawn = axes.series[index];
      if (drawn) drawn.label = caption(label);
    }
    axes.hasLegend = true;
    return new PyArtist('Legend', axes, {
      series: { kind: 'text', x: null, y: null, text: '' },
      label: '',
      color: '',
    });
  },
  'grid(*args, **kwargs)': (axes: PyAxes, args: Value[]) => {
    axes.hasGrid = args.length === 0 || isTrue(args[0]!);
    return null;
  },
};
