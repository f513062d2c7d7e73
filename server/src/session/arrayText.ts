/**
 * Arrays in a bounded room: `[2 3 4 … 11]`. Cut by structure (whole elements, first and last), never in the middle of a
 * number. The full text is NumPy's and comes from tensor/; this is for one line after a statement.
 */
import { shortened } from '../base/shortened.ts';
import { Complex } from '../tensor/complex.ts';
import type { DType, Element } from '../tensor/dtype.ts';
import { isFloat } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { fieldsOf, isRecord, RecordElement } from '../tensor/recordElement.ts';
import { scalarText } from '../tensor/text.ts';
import { Text } from '../tensor/textElement.ts';

/** Of an element that is text. */
const longestTextElement = 20;

/** Elements shown at the start and at the end of an axis that does not fit, from generous to sparse. */
const cuts: readonly (readonly [first: number, last: number])[] = [
  [6, 2],
  [4, 1],
  [3, 1],
  [2, 1],
  [1, 1],
  [1, 0],
];

/** The elements of an array in at most `room` UTF-16 units, or `…` when not even one fits. */
export function shortArray(array: NDArray, room: number): string {
  if (array.ndim === 0) return shortElement(array.dtype, array.at(0), 'alone');
  if (array.size <= room) {
    const whole = printAxis({ array, cut: null, position: 0, axis: 0 });
    if (whole.length <= room) return whole;
  }
  for (const cut of cuts) {
    const text = printAxis({ array, cut, position: 0, axis: 0 });
    if (text.length <= room) return text;
  }
  return '…';
}

/** Type and shape as NumPy names them: `float64 (2, 3)`. */
export function arrayHeader(array: NDArray): string {
  const shape = array.shape.length === 1 ? `(${array.shape[0]},)` : `(${array.shape.join(', ')})`;
  return `${dtypeName(array.dtype)} ${shape}`;
}

/** Types of records have no short name. */
export const dtypeName = (dtype: DType): string => (isRecord(dtype) ? 'record' : dtype);

/** One element in the shortest form that reads back, as `str` prints it. */
export function elementText(dtype: DType, element: Element, numpy: 1 | 2): string {
  if (dtype === 'float64' && typeof element === 'number' && isPlain(Math.abs(element)))
    return Number.isInteger(element) ? `${element}.0` : String(element);
  return element instanceof RecordElement
    ? fieldsText(dtype, element, (type, value) => elementText(type, value, numpy))
    : scalarText(dtype, element, numpy);
}

/** True where JavaScript and Python print the same digits, without an exponent. */
const isPlain = (size: number): boolean => size >= 1e-4 && size < 1e16;

function fieldsText(
  dtype: DType,
  { values }: RecordElement,
  print: (dtype: DType, element: Element) => string,
): string {
  const fields = isRecord(dtype) ? fieldsOf(dtype) : [];
  const texts = fields.map((field, k) => print(field.dtype as DType, values[k] as Element));
  return `(${texts.join(', ')})`;
}

/** A float in at most six significant digits. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0';
  const text = String(Number(value.toPrecision(6)));
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

interface AxisPlace {
  readonly array: NDArray;
  readonly cut: readonly [first: number, last: number] | null;
  /** Of the first element below this axis, in C order. */
  readonly position: number;
  readonly axis: number;
}

function printAxis({ array, cut, position, axis }: AxisPlace): string {
  if (axis === array.ndim) return shortElement(array.dtype, array.at(position), 'inArray');
  const length = array.shape[axis] ?? 0;
  const step = array.shape.slice(axis + 1).reduce((product, n) => product * n, 1);
  const item = (index: number) =>
    printAxis({ array, cut, position: position + index * step, axis: axis + 1 });
  const [first, last] = cut === null || length <= cut[0] + cut[1] + 1 ? [length, 0] : cut;
  const parts = Array.from({ length: first }, (_, index) => item(index));
  if (first + last < length) parts.push('…');
  for (let index = length - last; index < length; index++) parts.push(item(index));
  return `[${parts.join(' ')}]`;
}

function shortComplex({ re, im }: Complex): string {
  const imaginary = shortNumber(im);
  return `${shortNumber(re)}${imaginary.startsWith('-') ? '' : '+'}${imaginary}j`;
}

function shortElement(dtype: DType, element: Element, place: 'alone' | 'inArray'): string {
  if (element instanceof Complex) return shortComplex(element);
  if (element instanceof Text) return `'${shortened(element.value, longestTextElement)}'`;
  if (element instanceof RecordElement)
    return fieldsText(dtype, element, (type, value) => shortElement(type, value, 'alone'));
  if (!isFloat(dtype)) return scalarText(dtype, element, 2);
  const text = shortNumber(Number(element));
  if (!/^-?\d+$/.test(text)) return text;
  return place === 'alone' ? `${text}.0` : `${text}.`;
}
