/** Values of a program as text: one short line cut by structure, and the full `repr` up to a limit. */
import type { ValueSummary } from '../../../protocol/src/results.ts';
import { shortened } from '../base/shortened.ts';
import { PyDict } from '../interpreter/containers.ts';
import { NumpyScalar } from '../interpreter/modules/numpy/numpyScalar.ts';
import { PyList, PyTuple, type Value } from '../interpreter/values.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { arrayData, keptElementCount } from './arrayData.ts';
import { arrayHeader, dtypeName, shortArray } from './arrayText.ts';
import { sparkline } from './sparkline.ts';

/** UTF-16 units. */
export const longestShort = 100;
const longestFull = 10_000;
/** A nested container gets at most this much room, so that its neighbours are seen too. */
const nestedRoom = 40;
/** With less room than this for elements the course of a vector is left out. */
const leastBesideCourse = 24;
/** Below this much room an element is not begun. */
const leastRoom = 8;

/** How a value prints; may run code of the program and raise its exceptions. */
export type Repr = (value: Value) => string;

/** Both texts of a value. */
export function summarize(value: Value, repr: Repr): ValueSummary {
  const full = repr(value);
  const isShort =
    full.length <= longestShort && !full.includes('\n') && !isOfNumpy(value) && !holdsArray(value);
  return {
    short: isShort ? full : oneLine(shortText(value, longestShort, repr), longestShort),
    full: shortened(full, longestFull),
    ...(isSmallMatrix(value) ? { matrix: arrayData(value) } : {}),
  };
}

const isSmallMatrix = (value: Value): value is NDArray =>
  value instanceof NDArray && value.ndim === 2 && value.size > 0 && value.size <= keptElementCount;

function holdsArray(value: Value): boolean {
  return (value instanceof PyList || value instanceof PyTuple) && value.items.some(isOfNumpy);
}

/** What is shown with its type in front. */
const isOfNumpy = (value: Value): boolean => value instanceof NDArray || value instanceof NumpyScalar;

function shortText(value: Value, room: number, repr: Repr): string {
  if (value instanceof NumpyScalar) return scalarText(value, repr);
  if (value instanceof NDArray) return shortResult(value, room);
  const item = (inner: Value, innerRoom: number) => shortText(inner, innerRoom, repr);
  if (value instanceof PyList || value instanceof PyTuple) {
    const { items } = value;
    const inside = join(parts(items, item), items.length, room - 3);
    return value instanceof PyList ? `[${inside}]` : `(${inside}${items.length === 1 ? ',' : ''})`;
  }
  if (value instanceof PyDict) return `{${join(pairs(value, item), value.table.size, room - 2)}}`;
  return oneLine(repr(value), room);
}

/**
 * An array in at most `room` UTF-16 units, dtype and shape first; without axes only the dtype: `int64 11`. A vector of which not all is
 * shown has its course between: `float64 (200,) ▁▃▆█▆▃▁ [0. 0.03 … 6.28]`.
 */
export function shortResult(array: NDArray, room: number): string {
  const header = array.ndim === 0 ? dtypeName(array.dtype) : arrayHeader(array);
  const elements = shortArray(array, room - header.length - 1);
  const course = elements.includes('…') ? sparkline(array) : null;
  const left = room - header.length - 2 - (course?.length ?? 0);
  if (course === null || left < leastBesideCourse) return `${header} ${elements}`;
  return `${header} ${course} ${shortArray(array, left)}`;
}

/** NumPy 2 names the type itself: `np.float64(1.5)`. */
function scalarText(value: NumpyScalar, repr: Repr): string {
  const text = repr(value);
  return text.startsWith('np.') ? text : `${value.dtype} ${text}`;
}

type Part = (room: number) => string;
type Item = (value: Value, room: number) => string;

function* parts(values: Iterable<Value>, item: Item): Generator<Part> {
  for (const value of values) yield (room) => item(value, room);
}

function* pairs(dict: PyDict, item: Item): Generator<Part> {
  for (const { key, value } of dict.table.entries()) {
    yield (room) => {
      const name = item(key, room);
      return `${name}: ${item(value, room - name.length - 2)}`;
    };
  }
}

/** As many parts as fit, then how many more there are. */
function join(all: Iterable<Part>, count: number, room: number): string {
  const shown: string[] = [];
  let left = room;
  for (const part of all) {
    const isLast = shown.length === count - 1;
    const rest = isLast ? 0 : `, … ${count - shown.length} more`.length;
    if (left - rest < leastRoom) break;
    const text = part(isLast && shown.length === 0 ? left : Math.min(nestedRoom, left - rest));
    if (text.length > left - rest) break;
    shown.push(text);
    left -= text.length + 2;
  }
  if (shown.length < count) shown.push(`… ${count - shown.length} more`);
  return shown.join(', ');
}

function oneLine(text: string, room: number): string {
  return shortened(text.replace(/\s*[\r\n]\s*/g, ' '), room);
}
