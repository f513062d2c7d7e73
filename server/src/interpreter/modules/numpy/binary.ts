/** Numbers as digits and bits: binary_repr, base_repr, packbits, unpackbits; and the bytes of arrays. */
import { fromValues, type NDArray } from '../../../tensor/ndarray.ts';
import { permute } from '../../../tensor/shaping.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { indexOf } from '../../protocols/items.ts';
import type { Value } from '../../values.ts';
import { axisOf, type Given, integerOf, isMissing } from './arguments.ts';
import { flat, numbersOf } from './arrayMath.ts';
import { arrayOf, numpyVersion } from './conversion.ts';
import { warn } from './warnings.ts';

function binaryText(value: Value, width?: Value): string {
  const number = BigInt(indexOf(value));
  const least = isMissing(width) ? null : integerOf(width);
  const tooNarrow = (needed: number): void => {
    if (least === null || least >= needed) return;
    const message = `Insufficient bit width=${least} provided for binwidth=${needed}`;
    if (numpyVersion() === 2) raiseValueError(message);
    warn(
      'DeprecationWarning',
      'Insufficient bit width provided. This behavior will raise an error in the future.',
    );
  };
  if (number === 0n) return '0'.repeat(Math.max(least ?? 1, 1));
  const digits = (number < 0n ? -number : number).toString(2);
  if (number > 0n) {
    tooNarrow(digits.length);
    return digits.padStart(least ?? 0, '0');
  }
  if (least === null) return `-${digits}`;
  const isPower = /^10*$/.test(digits);
  const needed = isPower ? digits.length : digits.length + 1;
  tooNarrow(needed);
  const size = Math.max(least, needed);
  return ((1n << BigInt(size)) + number).toString(2).padStart(size, '1');
}

function baseText(value: Value, base?: Value, padding?: Value): string {
  const number = BigInt(indexOf(value));
  const radix = isMissing(base) ? 2 : integerOf(base);
  if (radix > 36) raiseValueError('Bases greater than 36 not handled in base_repr.');
  if (radix < 2) raiseValueError('Bases less than 2 not handled in base_repr.');
  const zeros = isMissing(padding) ? 0 : integerOf(padding);
  const size = number < 0n ? -number : number;
  const digits = size === 0n ? '' : size.toString(radix).toUpperCase();
  const text = '0'.repeat(Math.max(0, zeros)) + digits;
  return (number < 0n ? '-' : '') + (text || '0');
}

/** Rows along an axis, which stands last. */
function rowsAlong(array: NDArray, axis: number): { rows: NDArray; order: number[] } {
  const order = [...[...array.shape.keys()].filter((at) => at !== axis), axis];
  return { rows: permute(array, order), order };
}

const backTo = (rows: NDArray, order: readonly number[]): NDArray =>
  permute(
    rows,
    order.map((_, axis) => order.indexOf(axis)),
  );

function isLittle(order: Value | undefined): boolean {
  if (isMissing(order) || order === 'big') return false;
  return order === 'little' || raiseValueError("'bitorder' must be either 'little' or 'big'");
}

function packBits(value: Value, ...[axis, order]: Given): NDArray {
  const given = arrayOf(value);
  if (!/^(bool|u?int)/.test(given.dtype))
    raiseTypeError('Expected an input array of integer or boolean data type');
  const array = isMissing(axis) ? flat(given) : given;
  const { rows, order: axes } = rowsAlong(array, isMissing(axis) ? 0 : axisOf(axis, given.ndim));
  const length = rows.shape[rows.ndim - 1];
  const packed = Math.ceil(length / 8);
  const bits = rows.elements();
  const isReversed = isLittle(order);
  const count = length === 0 ? 0 : rows.size / length;
  const bytes = new Array<number>(count * packed).fill(0);
  for (let i = 0; i < rows.size; i++) {
    if (!bits[i]) continue;
    const at = i % length;
    bytes[Math.floor(i / length) * packed + (at >> 3)] |= 1 << (isReversed ? at & 7 : 7 - (at & 7));
  }
  return backTo(fromValues('uint8', [...rows.shape.slice(0, -1), packed], bytes), axes);
}

function unpackBits(value: Value, ...[axis, count, order]: Given): NDArray {
  const given = arrayOf(value);
  if (given.dtype !== 'uint8') raiseTypeError('Expected an input array of unsigned byte data type');
  const array = isMissing(axis) ? flat(given) : given;
  const { rows, order: axes } = rowsAlong(array, isMissing(axis) ? 0 : axisOf(axis, given.ndim));
  const isReversed = isLittle(order);
  const bits = numbersOf(rows).flatMap((byte) =>
    Array.from({ length: 8 }, (_, i) => (byte >> (isReversed ? i : 7 - i)) & 1),
  );
  const length = rows.shape[rows.ndim - 1] * 8;
  const whole = fromValues('uint8', [...rows.shape.slice(0, -1), length], bits);
  if (isMissing(count)) return backTo(whole, axes);
  const wanted = integerOf(count);
  const kept = wanted < 0 ? length + wanted : wanted;
  const cut = Array.from({ length: (bits.length / length) * kept }, (_, i) => {
    const at = i % kept;
    return at < length ? bits[Math.floor(i / kept) * length + at] : 0;
  });
  return backTo(fromValues('uint8', [...rows.shape.slice(0, -1), kept], cut), axes);
}

/** Functions of the module. */
export const binaryFunctions = {
  'binary_repr(num, width?)': binaryText,
  'base_repr(number, base?, padding?)': baseText,
  'packbits(a, /, axis?, bitorder?)': packBits,
  'unpackbits(a, /, axis?, count?, bitorder?)': unpackBits,
};
