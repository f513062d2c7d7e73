/** `randint` and `integers`: integers of any type in a range that may broadcast. */

import {
  byteSize,
  type DType,
  type Element,
  integerRange,
  isBig,
  isFloat,
} from '../../../../tensor/dtype.ts';
import { broadcastTo, NDArray, zeros } from '../../../../tensor/ndarray.ts';
import type { BitGenerator } from '../../../../tensor/random/bitGenerator.ts';
import { BoundedIntegers } from '../../../../tensor/random/boundedIntegers.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { repr } from '../../../protocols/text.ts';
import { primitiveTypes } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { toInteger } from '../../../types/numberTypes.ts';
import { PyList, PyTuple, type Value } from '../../../values.ts';
import { arrayOf, reserve } from '../conversion.ts';
import { dtypeObject, toDType } from '../dtypeObjects.ts';
import { NumpyScalar, pythonNumber } from '../numpyScalar.ts';
import { outputShape, sizeOfArgument } from './drawing.ts';

export interface IntegerRequest {
  readonly low: Value;
  readonly high: Value | undefined;
  readonly size: Value | undefined;
  readonly dtype: Value | undefined;
  readonly includesHigh: boolean;
  /** The name of the function, for its errors. */
  readonly name: 'randint' | 'integers';
}

/** Draws as `randint` (by masks) or `integers` (by Lemire's method) do. */
export function drawIntegers(bits: BitGenerator, request: IntegerRequest): Value {
  const { name, dtype: given } = request;
  const dtype = given === undefined ? 'int64' : toDType(given);
  if (isFloat(dtype)) raiseTypeError(`Unsupported dtype ${repr(dtypeObject(dtype))} for ${name}`);
  const hasHigh = request.high !== undefined && request.high !== null;
  const bounds = hasHigh ? [request.low, request.high!] : [0, request.low];
  const source = new BoundedIntegers(bits, name === 'randint' ? 'masked' : 'lemire', widthOf(dtype));
  const drawn = bounds.some(isArray)
    ? drawBroadcast(source, dtype, bounds, request)
    : drawUniform(source, dtype, bounds, request);
  if (!(drawn instanceof NumpyScalar)) return drawn;
  const isPython =
    given === primitiveTypes.int ||
    given === primitiveTypes.bool ||
    (given === undefined && name === 'randint');
  return isPython ? pythonNumber(dtype, drawn.value) : drawn;
}

const widthOf = (dtype: DType): 1 | 8 | 16 | 32 | 64 =>
  dtype === 'bool' ? 1 : ((byteSize(dtype) * 8) as 8 | 16 | 32 | 64);

const isArray = (value: Value): boolean =>
  value instanceof PyList || value instanceof PyTuple || (value instanceof NDArray && value.ndim > 0);

/** A bound as `int()` reads it. */
const boundOf = (value: Value): bigint =>
  BigInt(toInteger(value instanceof NDArray ? pythonNumber(value.dtype, value.item()) : value));

interface Range {
  readonly low: bigint;
  /** The greatest possible value minus `low`. */
  readonly span: bigint;
}

function rangeOf(low: bigint, high: bigint, dtype: DType, includesHigh: boolean): Range {
  const [least, most] = dtype === 'bool' ? [0n, 1n] : integerRange(dtype);
  const last = includesHigh ? high : high - 1n;
  if (low < least) raiseValueError(`low is out of bounds for ${dtype}`);
  if (last > most) raiseValueError(`high is out of bounds for ${dtype}`);
  if (low > last) {
    const sign = includesHigh ? '' : '=';
    raiseValueError(low === 0n ? `high <${sign} 0` : `low >${sign} high`);
  }
  return { low, span: last - low };
}

/** An element of a range. */
function drawElement(source: BoundedIntegers, { low, span }: Range, isLong: boolean): Element {
  if (span > 0xffffffffn) return low + source.drawLong(span);
  const drawn = source.draw(Number(span));
  return isLong ? low + BigInt(drawn) : Number(low) + drawn;
}

function drawUniform(
  source: BoundedIntegers,
  dtype: DType,
  ...[bounds, request]: [readonly Value[], IntegerRequest]
): Value {
  const [low, high] = bounds.map(boundOf);
  const range = rangeOf(low!, high!, dtype, request.includesHigh);
  const shape = sizeOfArgument(request.size);
  const isLong = isBig(dtype);
  if (shape === undefined) return new NumpyScalar(dtype, drawElement(source, range, isLong));
  reserve(
    dtype,
    shape.reduce((product, length) => product * length, 1),
  );
  const result = zeros(dtype, shape);
  const { storage } = result;
  const running = runtime();
  for (let i = 0; i < storage.length; i++) {
    if ((i & 0xfff) === 0) running.checkpoint();
    storage[i] = drawElement(source, range, isLong);
  }
  return result;
}

function drawBroadcast(
  source: BoundedIntegers,
  dtype: DType,
  ...[bounds, request]: [readonly Value[], IntegerRequest]
): Value {
  const arrays = bounds.map((bound) => arrayOf(bound));
  const shape = outputShape(arrays, sizeOfArgument(request.size));
  reserve(
    dtype,
    shape.reduce((product, length) => product * length, 1),
  );
  const [lows, highs] = arrays.map((array) => broadcastTo(array, shape).elements());
  const result = zeros(dtype, shape);
  const { storage } = result;
  const ranges = Array.from({ length: storage.length }, (_, i) =>
    rangeOf(
      longOf(lows![i] as number | bigint),
      longOf(highs![i] as number | bigint),
      dtype,
      request.includesHigh,
    ),
  );
  const isLong = isBig(dtype);
  for (const [i, range] of ranges.entries()) storage[i] = drawElement(source, range, isLong);
  return result;
}

const longOf = (value: number | bigint): bigint =>
  BigInt(typeof value === 'number' ? Math.trunc(value) : value);
