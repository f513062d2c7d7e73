/**
 * Arrays as NumPy prints them, by default with its default settings (`np.set_printoptions`). The rules are those of `numpy/core/arrayprint.py`.
 */

import { Complex } from './complex.ts';
import { type FloatWidth, floatScalarText } from './decimal.ts';
import { componentType, type DType, type Element, isComplex, isFloat, isText } from './dtype.ts';
import { notSupported } from './engineError.ts';
import { FloatFormat, type FloatMode, type NumpyVersion, scalarExponentFrom } from './floatFormat.ts';
import { fieldOf, type NDArray, positionOffset } from './ndarray.ts';
import { fieldsOf, isRecord, type RecordDType, type RecordElement } from './recordElement.ts';
import { printShape } from './shape.ts';
import { isBytes, Text } from './textElement.ts';
import { isMoment, isTime, momentText, notATime, spanText, type TimeDType, unitOf } from './timeElement.ts';
import { fieldsText } from './typeCodes.ts';

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
  /** `+`: positive numbers have a sign, ` `: they have a blank. */
  readonly sign: '-' | '+' | ' ';
  readonly floatMode: FloatMode;
  readonly nanText: string;
  readonly infText: string;
}

export const defaultPrintSettings: PrintSettings = {
  precision: 8,
  threshold: 1000,
  edgeItems: 3,
  lineWidth: 75,
  suppress: false,
  sign: '-',
  floatMode: 'maxprec',
  nanText: 'nan',
  infText: 'inf',
};

/** What writes one element; `undefined`: as the settings say. */
export type CustomFormat = FormatElement | undefined;

/** `str(array)`. */
export function arrayText(
  array: NDArray,
  numpy: NumpyVersion,
  settings = defaultPrintSettings,
  custom?: CustomFormat,
): string {
  if (array.ndim === 0 && !isRecord(array.dtype)) return scalarText(array.dtype, array.at(0), numpy);
  return arrayToString(array, {
    separator: ' ',
    prefix: '',
    width: settings.lineWidth,
    numpy,
    settings,
    custom,
  });
}

/** `repr(array)`. `numpy` is the major version: since 2.2 a shortened array tells its shape. */
export function arrayRepr(
  array: NDArray,
  numpy: NumpyVersion,
  settings = defaultPrintSettings,
  custom?: CustomFormat,
): string {
  const prefix = 'array(';
  const isEmpty = array.size === 0;
  const body = arrayToString(array, {
    separator: ', ',
    prefix,
    width: settings.lineWidth - 1,
    numpy,
    settings,
    custom,
  });
  if (isEmpty && array.ndim !== 1 && numpy === 1)
    return withExtras(
      `${prefix}${body}, shape=${printShape(array.shape)}`,
      [`dtype=${shownType(array.dtype)}`],
      settings,
    );
  const extras: string[] = [];
  const tellsShape = numpy === 2 && array.size > settings.threshold;
  if ((isEmpty && !(array.ndim === 1)) || tellsShape) extras.push(`shape=${printShape(array.shape)}`);
  if (isEmpty || !isImplied(array.dtype)) extras.push(`dtype=${shownType(array.dtype)}`);
  return extras.length === 0 ? `${prefix}${body})` : withExtras(`${prefix}${body}`, extras, settings);
}

/** The end of a repr, on a line of its own where it would not fit. */
function withExtras(text: string, extras: readonly string[], settings: PrintSettings): string {
  const prefix = 'array(';
  const start = `${text},`;
  const end = `${extras.join(', ')})`;
  const lastLine = start.length - (start.lastIndexOf('\n') + 1);
  const spacer = lastLine + end.length + 1 > settings.lineWidth ? `\n${' '.repeat(prefix.length)}` : ' ';
  return start + spacer + end;
}

/** Types of texts and times have quotes. */
const shownType = (dtype: DType): string =>
  isRecord(dtype) ? fieldsText(dtype) : isText(dtype) || isTime(dtype) ? `'${dtype}'` : dtype;

const isImplied = (dtype: DType): boolean =>
  dtype === 'int64' || dtype === 'float64' || dtype === 'bool' || dtype === 'complex128';

/** `str` of a NumPy scalar. */
export function scalarText(dtype: DType, value: Element, numpy: NumpyVersion): string {
  if (dtype === 'bool') return value ? 'True' : 'False';
  if (value instanceof Text) return value.value;
  if (value instanceof Complex) return complexScalarText(value, componentType(dtype) as FloatWidth, numpy);
  if (isTime(dtype)) return (isMoment(dtype) ? momentText : spanText)(value as bigint, unitOf(dtype));
  if (!isFloat(dtype)) return value.toString();
  return floatScalarText(Number(value), dtype as FloatWidth, scalarExponentFrom(dtype as FloatWidth, numpy));
}

function complexScalarText({ re, im }: Complex, width: FloatWidth, numpy: NumpyVersion): string {
  const part = (x: number): string =>
    floatScalarText(x, width, scalarExponentFrom(width, numpy)).replace(/\.0$/, '');
  if (re === 0 && !Object.is(re, -0)) return `${part(im)}j`;
  const sign = im < 0 || Object.is(im, -0) ? '' : '+';
  return `(${part(re)}${sign}${part(im)}j)`;
}

/** `repr` of a NumPy scalar: plain before NumPy 2, with its type since. */
export function scalarRepr(dtype: DType, value: Element, numpy: NumpyVersion): string {
  if (isTime(dtype)) return timeRepr(dtype, value as bigint, numpy);
  const text = scalarText(dtype, value, numpy);
  if (numpy === 1) return text;
  if (dtype === 'bool') return `np.${text}_`;
  return `np.${dtype}(${text.replace(/^\((.*)\)$/, '$1')})`;
}

/** `np.timedelta64(5,'D')`; a moment tells its unit only where its text does not. */
function timeRepr(dtype: TimeDType, value: bigint, numpy: NumpyVersion): string {
  const module = numpy === 1 ? 'numpy' : 'np';
  const unit = unitOf(dtype);
  const isNone = value === notATime;
  if (!isMoment(dtype)) {
    const count = isNone ? `'NaT'` : String(value);
    return `${module}.timedelta64(${count}${unit === null ? '' : `,'${unit}'`})`;
  }
  const text = `'${momentText(value, unit)}'`;
  const tellsUnit = isNone ? numpy === 2 : unit === 'h';
  return `${module}.datetime64(${text}${tellsUnit ? `,'${unit ?? 'generic'}'` : ''})`;
}

/** How an array is laid out as text. */
export interface Style {
  readonly separator: string;
  readonly prefix: string;
  readonly width: number;
  readonly numpy: NumpyVersion;
  readonly settings: PrintSettings;
  readonly custom?: CustomFormat;
}

type FormatElement = (value: Element) => string;

/** `np.array2string`. */
export function arrayToString(array: NDArray, style: Style): string {
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
  if (style.custom) return style.custom;
  const { settings, numpy } = style;
  if (array.dtype === 'bool') return boolFormat(array.ndim);
  if (isComplex(array.dtype)) return complexFormat(shown as readonly Complex[], array.dtype, style);
  if (isText(array.dtype)) return (value) => `'${(value as Text).value}'`;
  if (isRecord(array.dtype)) return recordFormat(array, shown as readonly RecordElement[], style);
  if (isTime(array.dtype)) return timeFormat(array.dtype, shown as readonly bigint[]);
  if (!isFloat(array.dtype)) return integerFormat(shown, numpy === 2 ? settings.sign : '-');
  const format = new FloatFormat(shown as readonly number[], array.dtype as FloatWidth, { settings, numpy });
  return (value) => format.write(Number(value));
}

/** The fields in their own formats, each for its whole column. */
function recordFormat(array: NDArray, shown: readonly RecordElement[], style: Style): FormatElement {
  const writers = fieldsOf(array.dtype as RecordDType).map(({ name, dtype }, k): FormatElement => {
    if (isBytes(dtype)) throw notSupported('printing fields of byte strings');
    if (isText(dtype as DType)) return (value) => pythonText((value as Text).value);
    const column = shown.map((record) => record.values[k] as Element);
    return elementFormat(fieldOf(array, name)!, column, style);
  });
  return (record) => {
    const words = writers.map((write, k) => write((record as RecordElement).values[k] as Element));
    return words.length === 1 ? `(${words[0]},)` : `(${words.join(', ')})`;
  };
}

/** A text in quotes, as Python writes it. */
function pythonText(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const named: Readonly<Record<string, string>> = {
    '\n': '\\n',
    '\t': '\\t',
    '\r': '\\r',
    '\\': '\\\\',
    [mark]: `\\${mark}`,
  };
  return mark + Array.from(text, (each) => named[each] ?? each).join('') + mark;
}

/** Moments stand in quotes, spans as their counts; NaT is in quotes always. */
function timeFormat(dtype: TimeDType, shown: readonly bigint[]): FormatElement {
  const write = (value: bigint): string =>
    isMoment(dtype) ? `'${momentText(value, unitOf(dtype))}'` : String(value);
  const least = shown.includes(notATime) ? 5 : 0;
  const width = shown.reduce(
    (most, value) => (value === notATime ? most : Math.max(most, write(value).length)),
    least,
  );
  return (value) => (value === notATime ? "'NaT'" : write(value as bigint)).padStart(width);
}

const boolFormat =
  (ndim: number): FormatElement =>
  (value) =>
    value ? (ndim === 0 ? 'True' : ' True') : 'False';

function integerFormat(shown: readonly Element[], sign: PrintSettings['sign']): FormatElement {
  const write = (value: Element): string => {
    const text = value.toString();
    return sign === '+' && !text.startsWith('-') ? `+${text}` : text;
  };
  const isBlank = sign === ' ' && shown.every((value) => (value as number) >= 0);
  const width = shown.reduce((most: number, value) => Math.max(most, write(value).length), 0);
  return (value) => write(value).padStart(isBlank ? width + 1 : width);
}

/** Both components in their own format; the imaginary one always has a sign. */
function complexFormat(shown: readonly Complex[], dtype: DType, { settings, numpy }: Style): FormatElement {
  const width = componentType(dtype) as FloatWidth;
  const real = new FloatFormat(
    shown.map(({ re }) => re),
    width,
    { settings, numpy },
  );
  const imaginary = new FloatFormat(
    shown.map(({ im }) => im),
    width,
    { settings: { ...settings, sign: '+' }, numpy },
  );
  return (value) => {
    const { re, im } = value as Complex;
    const text = imaginary.write(im);
    const kept = text.trimEnd();
    return `${real.write(re)}${kept}j${text.slice(kept.length)}`;
  };
}
