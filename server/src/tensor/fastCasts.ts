/**
 * Conversions between the types that programs use most. 64-bit integers are read and written as two halves, because a `bigint` for
 * every element takes twenty times as long.
 */
import { type DType, isFloat, kindOf, type TypedArray } from './dtype.ts';
import { ElementArray } from './elementArray.ts';

const wordSize = 2 ** 32;

/** Halves of 64-bit integers, the low one first: all machines that JavaScript engines run on store them so. */
const wordsOf = (storage: BigInt64Array | BigUint64Array): Int32Array =>
  new Int32Array(storage.buffer, storage.byteOffset, storage.length * 2);

/** Whole numbers as 64-bit integers; their size is below 2^63. */
export function toBigs(values: ArrayLike<number>): BigInt64Array {
  const result = new BigInt64Array(values.length);
  writeBigs(values, wordsOf(result));
  return result;
}

function writeBigs(values: ArrayLike<number>, words: Int32Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = Math.trunc(values[i]);
    const high = Math.floor(value / wordSize);
    words[2 * i] = value - high * wordSize;
    words[2 * i + 1] = high;
  }
}

function readBigs(words: Int32Array, target: Float64Array | Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = words[2 * i + 1] * wordSize + (words[2 * i] >>> 0);
}

function allFit(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]) < 2 ** 63)) return false;
  return true;
}

/** Converts all elements into `target` and says so; false where there is no short way. */
export function castFast(source: TypedArray, from: DType, target: TypedArray, to: DType): boolean {
  if (source instanceof ElementArray || target instanceof ElementArray) return false;
  if (from === 'int64' && to === 'float64') {
    readBigs(wordsOf(source as BigInt64Array), target as Float64Array);
    return true;
  }
  if (source instanceof BigInt64Array || source instanceof BigUint64Array) return false;
  if (to === 'int64' && (!isFloat(from) || allFit(source))) {
    writeBigs(source, wordsOf(target as BigInt64Array));
    return true;
  }
  if (!isFloat(to) || kindOf(to) === 'complex') return false;
  (target as Float64Array).set(source);
  return true;
}
