/** Numbers as bytes and in hexadecimal: `int.to_bytes`, `int.from_bytes`, `float.hex`, `float.fromhex` (`floatobject.c`). */
import { raiseOverflowError, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { isTrue } from '../protocols/comparison.ts';
import { sizeOf } from '../protocols/items.ts';
import { toArray } from '../protocols/iteration.ts';
import { checkBitCount, type Integer } from '../protocols/numbers.ts';
import { typeOf } from '../pyType.ts';
import { runtime } from '../runtime.ts';
import { int, PyBytes, type Value } from '../values.ts';
import { asText } from './textValues.ts';

function isLittle(order: Value | undefined): boolean {
  if (order === undefined || order === 'big') return false;
  if (order === 'little') return true;
  return raiseValueError("byteorder must be either 'little' or 'big'");
}

/** `value.to_bytes(length, order, signed=…)`. Raises OverflowError. */
export function integerToBytes(
  value: Integer,
  given: {
    readonly length: Value | undefined;
    readonly order: Value | undefined;
    readonly signed: Value | undefined;
  },
): PyBytes {
  const length = given.length === undefined ? 1 : sizeOf(given.length);
  if (length < 0) raiseValueError('length argument must be non-negative');
  const isSigned = given.signed !== undefined && isTrue(given.signed);
  if (value < 0 && !isSigned) raiseOverflowError("can't convert negative int to unsigned");
  runtime().allocate(length);
  const range = 1n << BigInt(8 * length);
  const big = BigInt(value);
  const [least, most] = isSigned ? [-(range >> 1n), (range >> 1n) - 1n] : [0n, range - 1n];
  if (big < least || big > most) raiseOverflowError('int too big to convert');
  const digits = (big < 0n ? big + range : big).toString(16).padStart(2 * length, '0');
  const data = Uint8Array.from({ length }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
  return new PyBytes(isLittle(given.order) ? data.reverse() : data);
}

function byteOf(value: Value): number {
  const byte = sizeOf(value);
  return byte >= 0 && byte < 256 ? byte : raiseValueError('bytes must be in range(0, 256)');
}

/** `int.from_bytes(bytes, order, signed=…)`. */
export function integerFromBytes(bytes: Value, order: Value | undefined, signed: Value | undefined): Integer {
  if (asText(bytes) !== null) raiseTypeError("cannot convert 'str' object to bytes");
  if (bytes instanceof PyBytes) checkBitCount(8 * bytes.data.length);
  const data = bytes instanceof PyBytes ? [...bytes.data] : toArray(bytes).map(byteOf);
  checkBitCount(8 * data.length);
  if (isLittle(order)) data.reverse();
  if (data.length === 0) return 0;
  const value = BigInt(`0x${data.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
  const isNegative = signed !== undefined && isTrue(signed) && data[0]! > 127;
  return int(isNegative ? value - (1n << BigInt(8 * data.length)) : value);
}

const buffer = new DataView(new ArrayBuffer(8));

/** `(0.1).hex()`. */
export function hexOfFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  buffer.setFloat64(0, value);
  const bits = buffer.getBigUint64(0);
  const sign = bits >> 63n === 1n ? '-' : '';
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = (bits & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
  if (value === 0) return `${sign}0x0.0p+0`;
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/** `float.fromhex(text)`, rounded half to even. */
export function floatOfHex(given: Value): number {
  const text = asText(given) ?? raiseTypeError(`fromhex() argument must be str, not ${typeOf(given).name}`);
  const special = /^\s*([+-]?)(inf|infinity|nan)\s*$/i.exec(text);
  if (special) {
    const value = special[2]!.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
    return special[1] === '-' ? -value : value;
  }
  const match = /^\s*([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?\s*$/i.exec(text);
  const digits = match ? `${match[2]}${match[3] ?? ''}` : '';
  if (!match || digits === '') return raiseValueError('invalid hexadecimal floating-point string');
  const exponent = Number(match[4] ?? 0) - 4 * (match[3] ?? '').length;
  const value = scale(BigInt(`0x${digits}`), exponent);
  if (!Number.isFinite(value)) raiseOverflowError('hexadecimal value too large to represent as a float');
  return match[1] === '-' ? -value : value;
}

/** mantissa · 2^exponent as the nearest double: a double has the bits from 2^-1074 up to 53 in a row. */
function scale(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  if (bits + exponent > 1024) return Number.POSITIVE_INFINITY;
  const cut = Math.max(bits - 53, -1074 - exponent);
  if (cut <= 0) return Number(mantissa) * twoTo(exponent);
  if (cut > bits + 1) return 0;
  const unit = 1n << BigInt(cut);
  const rest = (mantissa % unit) * 2n;
  let rounded = mantissa / unit;
  if (rest > unit || (rest === unit && (rounded & 1n) === 1n)) rounded += 1n;
  return Number(rounded) * twoTo(exponent + cut);
}

/** In two steps, because 2^-1074 · 2^52 is fine where 2^-1126 is not. */
const twoTo = (exponent: number): number =>
  exponent < -1074 ? 2 ** (exponent + 1074) * 2 ** -1074 : 2 ** exponent;
