/**
 * Arrays as NumPy prints them, by default with its default settings (`np.set_printoptions`). The rules are those of `numpy/core/arrayprint.py`.
 */

import { type FloatWidth, floatScalarText, positional, scientific, scientificFixed } from './decimal.ts';
import type { DType, Element } from './dtype.ts';
import { isFloat } from './dtype.ts';
import { type NDArray, positionOffset } from './ndarray.ts';
import { printShape } from './shape.ts';

/** What `np.set_printoptions` can change. */
export interface PrintSettings {
  /** Digits after the point. */
  readonly precision: number;
  /** An array of more elements is shortened. */
  readonly threshold: number;
  /** Elements shown at each end of a shortened axis. */
  readonly edgeItems: number;
  readonly lineWidth: number;
  /** True: small numbers do not bring exponents. */
  readonly suppress: boolean;
}

export const defaultPrintSettings: PrintSettings = {
  precision: 8,
  threshold: 1000,
  edgeItems: 3,
  lineWidth: 75,
  suppress: false,
};

/** The major version of NumPy whose text is wanted. */
export type NumpyVersion = 1 | 2;

/** `str(array)`. */
export function arrayText(array: NDArray, numpy: NumpyVersion, settings = defaultPrintSettings): string {
  if (array.ndim === 0) return scalarText(array.dtype, array.at(0), numpy);
  return arrayToString(array, { separator: ' ', prefix: '', width: settings.lineWidth, numpy, settings });
}

/** `repr(array)`. `numpy` is the major version: since 2.2 a shortened array tells its shape. */
export function arrayRepr(array: NDArray, numpy: NumpyVersion, settings = defaultPrintSettings): string {
  const prefix = 'array(';
  const isEmpty = array.size === 0;
  const body = arrayToString(array, {
    separator: ', ',
    prefix,
    width: settings.lineWidth - 1,
    numpy,
    settings,
  });
  const extras: string[] = [];
  const tellsShape = numpy === 2 && array.size > settings.threshold;
  if ((isEmpty && !(array.ndim === 1)) || tellsShape) extras.push(`shape=${printShape(array.shape)}`);
  if (isEmpty || !isImplied(array.dtype)) extras.push(`dtype=${array.dtype}`);
  if (extras.length === 0) return `${prefix}${body})`;
  const start = `${prefix}${body},`;
  const end = `${extras.join(', ')})`;
  const lastLine = start.length - (start.lastIndexOf('\n') + 1);
  const spacer = lastLine + end.length + 1 > settings.lineWidth ? `\n${' '.repeat(prefix.length)}` : ' ';
  return start + spacer + end;
}

const isImplied = (dtype: DType): boolean => dtype === 'int64' || dtype === 'float64' || dtype === 'bool';

/** `str` of a NumPy scalar. */
export function scalarText(dtype: DType, value: Element, numpy: NumpyVersion): string {
  if (dtype === 'bool') return value ? 'True' : 'False';
  if (!isFloat(dtype)) return value.toString();
  return floatScalarText(Number(value), dtype as FloatWidth, numpy === 2 && dtype === 'float32' ? 1e6 : 1e16);
}

/** `repr` of a NumPy scalar: plain before NumPy 2, with its type since. */
export function scalarRepr(dtype: DType, value: Element, numpy: NumpyVersion): string {
  const text = scalarText(dtype, value, numpy);
  if (numpy === 1) return text;
  return dtype === 'bool' ? `np.${text}_` : `np.${dtype}(${text})`;
}

interface Style {
  readonly separator: string;
  readonly prefix: string;
  readonly width: number;
  readonly numpy: NumpyVersion;
  readonly settings: PrintSettings;
}

type FormatElement = (value: Element) => string;

function arrayToString(array: NDArray, style: Style): string {
  if (array.size === 0) return '[]';
  const { threshold, edgeItems } = style.settings;
  const isShortened = array.size > threshold;
  const shown = isShortened
    ? edgeElements(array, edgeItems)
    : Array.from(array.elements() as ArrayLike<Element>);
  const format = elementFormat(array, shown, style);
  if (array.ndim === 0) return format(array.at(0));
  const writer: Writer = { array, style, format, isShortened, strides: indexStrides(array) };
  return writeAxis(writer, {
    axis: 0,
    position: 0,
    indent: ` ${' '.repeat(style.prefix.length)}`,
    width: style.width,
  });
}

/** The elements that a shortened array shows, which alone decide about its format. */
function edgeElements(array: NDArray, edgeItems: number): Element[] {
  const found: Element[] = [];
  const strides = indexStrides(array);
  const visit = (axis: number, position: number): void => {
    if (axis === array.ndim) {
      found.push(array.storage[positionOffset(array.layout, position)]);
      return;
    }
    const length = array.shape[axis];
    for (let i = 0; i < length; i++) {
      if (length > 2 * edgeItems && i === edgeItems) i = length - edgeItems;
      visit(axis + 1, position + i * strides[axis]);
    }
  };
  visit(0, 0);
  return found;
}

/** How far apart, in positions of C order, the elements of an axis are. */
function indexStrides(array: NDArray): number[] {
  const strides = new Array<number>(array.ndim);
  let step = 1;
  for (let axis = array.ndim - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= array.shape[axis];
  }
  return strides;
}

interface Writer {
  readonly array: NDArray;
  readonly style: Style;
  readonly format: FormatElement;
  readonly isShortened: boolean;
  readonly strides: readonly number[];
}

interface Place {
  readonly axis: number;
  /** In C order, of the first element. */
  readonly position: number;
  readonly indent: string;
  readonly width: number;
}

function writeAxis(writer: Writer, place: Place): string {
  const { array } = writer;
  const axesLeft = array.ndim - place.axis;
  if (axesLeft === 0) return writer.format(array.at(place.position));
  const length = array.shape[place.axis];
  const { edgeItems } = writer.style.settings;
  const isCut = writer.isShortened && length > 2 * edgeItems;
  const items = shownIndices(length, isCut ? edgeItems : null).map((index) =>
    index === null
      ? null
      : writeAxis(writer, {
          axis: place.axis + 1,
          position: place.position + index * writer.strides[place.axis],
          indent: `${place.indent} `,
          width: place.width - 1,
        }),
  );
  const body =
    axesLeft === 1
      ? writeRow(items, writer.style, place)
      : writeBlock(items, writer.style, { ...place, axesLeft });
  return `[${body.slice(place.indent.length)}]`;
}

/** Indices to show; null stands for `...`. */
function shownIndices(length: number, edgeItems: number | null): (number | null)[] {
  if (edgeItems === null) return Array.from({ length }, (_, i) => i);
  const lead = Array.from({ length: edgeItems }, (_, i) => i);
  return [...lead, null, ...lead.map((i) => length - edgeItems + i)];
}

function writeRow(words: readonly (string | null)[], style: Style, place: Place): string {
  const room = place.width - Math.max(style.separator.trimEnd().length, 1);
  let done = '';
  let line = place.indent;
  words.forEach((word, i) => {
    const text = word ?? '...';
    if (line.length + text.length > room && line.length > place.indent.length) {
      done += `${line.trimEnd()}\n`;
      line = place.indent;
    }
    line += text;
    if (i < words.length - 1) line += style.separator;
  });
  return done + line;
}

function writeBlock(
  parts: readonly (string | null)[],
  style: Style,
  place: { readonly indent: string; readonly axesLeft: number },
): string {
  const between = style.separator.trimEnd() + '\n'.repeat(place.axesLeft - 1);
  return parts.map((part) => place.indent + (part ?? '...')).join(between);
}

function elementFormat(array: NDArray, shown: readonly Element[], style: Style): FormatElement {
  if (array.dtype === 'bool') return boolFormat(array.ndim);
  if (!isFloat(array.dtype)) return integerFormat(shown);
  return floatFormat(shown as readonly number[], array.dtype as FloatWidth, style);
}

const boolFormat =
  (ndim: number): FormatElement =>
  (value) =>
    value ? (ndim === 0 ? 'True' : ' True') : 'False';

function integerFormat(shown: readonly Element[]): FormatElement {
  const width = shown.reduce((most: number, value) => Math.max(most, value.toString().length), 0);
  return (value) => value.toString().padStart(width);
}

/** NumPy's `FloatingFormat` in the mode `maxprec`. */
function floatFormat(shown: readonly number[], width: FloatWidth, style: Style): FormatElement {
  const { precision, suppress } = style.settings;
  const finite = shown.filter(Number.isFinite);
  const pads = needsExponent(finite, exponentLimits(width, style.numpy), { suppress })
    ? scientificPads(finite, width, precision)
    : positionalPads(finite, width, precision);
  const left =
    finite.length === shown.length ? pads.left : Math.max(pads.left, specialWidth(shown) - pads.right - 1);
  return (value) => {
    const x = Number(value);
    if (!Number.isFinite(x)) return floatScalarText(x, width, 1e16).padStart(left + pads.right + 1);
    return pads.format(x, left);
  };
}

/** The room that `nan` and `inf` need. */
function specialWidth(shown: readonly number[]): number {
  return shown.includes(Number.NEGATIVE_INFINITY) ? 4 : 3;
}

interface ExponentLimits {
  /** From here on, and below, an array is written with exponents. */
  readonly most: number;
  readonly least: number;
  readonly ratio: (a: number, b: number) => number;
}

/** NumPy 2 looks at the precision of float32, and compares in it. */
function exponentLimits(width: FloatWidth, numpy: NumpyVersion): ExponentLimits {
  if (width === 'float64') return { most: 1e8, least: 1e-4, ratio: (a, b) => a / b };
  const ratio = (a: number, b: number): number => Math.fround(a / b);
  return numpy === 1 ? { most: 1e8, least: 1e-4, ratio } : { most: 1e6, least: Math.fround(1e-4), ratio };
}

function needsExponent(
  finite: readonly number[],
  limits: ExponentLimits,
  options: { suppress: boolean },
): boolean {
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const value of finite) {
    if (value === 0) continue;
    most = Math.max(most, Math.abs(value));
    least = Math.min(least, Math.abs(value));
  }
  if (most === 0) return false;
  if (most >= limits.most) return true;
  return !options.suppress && (least < limits.least || limits.ratio(most, least) > 1000);
}

interface Pads {
  /** Characters before the point, and after it. */
  readonly left: number;
  readonly right: number;
  format(x: number, left: number): string;
}

function positionalPads(finite: readonly number[], width: FloatWidth, precision: number): Pads {
  const texts = finite.map((x) => positional(x, width, precision).split('.'));
  const right = longest(texts.map(([, fraction]) => fraction));
  return {
    left: longest(texts.map(([whole]) => whole)),
    right,
    format: (x, left) => {
      const [whole, fraction] = positional(x, width, precision).split('.');
      return `${whole.padStart(left)}.${fraction.padEnd(right)}`;
    },
  };
}

function scientificPads(finite: readonly number[], width: FloatWidth, precision: number): Pads {
  const texts = finite.map((x) => splitScientific(scientific(x, width, precision)));
  const digits = longest(texts.map(({ fraction }) => fraction));
  const exponentDigits = longest(texts.map(({ exponent }) => exponent)) - 1;
  return {
    left: longest(texts.map(({ whole }) => whole)),
    right: exponentDigits + 2 + digits,
    format: (x, left) => {
      const { whole, fraction, exponent } = splitScientific(scientificFixed(x, digits));
      const power = exponent[0] + exponent.slice(1).padStart(exponentDigits, '0');
      return `${whole.padStart(left)}.${fraction}e${power}`;
    },
  };
}

function splitScientific(text: string): { whole: string; fraction: string; exponent: string } {
  const [mantissa, exponent] = text.split('e');
  const [whole, fraction] = mantissa.split('.');
  return { whole, fraction, exponent };
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);
