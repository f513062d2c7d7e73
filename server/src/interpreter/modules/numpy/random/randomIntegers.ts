/** `randint` and `integers`: integers of any type in a range that may broadcast. */

import { isFloat } from '../../../../tensor/dtype.ts';
import { NDArray } from '../../../../tensor/ndarray.ts';
import type { BitGenerator } from '../../../../tensor/random/bitGenerator.ts';
import { IntegerSource, rangeBetween } from '../../../../tensor/random/integers.ts';
import { raiseTypeError } from '../../../exceptions.ts';
import { repr } from '../../../protocols/text.ts';
import { primitiveTypes } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { toInteger } from '../../../types/numberTypes.ts';
import { PyList, PyTuple, type Value } from '../../../values.ts';
import { arrayOf } from '../conversion.ts';
import { dtypeObject, toDType } from '../dtypeObjects.ts';
import { NumpyScalar, pythonNumber } from '../numpyScalar.ts';
import { sizeOfArgument } from './drawing.ts';

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
  const { name, dtype: given, includesHigh } = request;
  const dtype = given === undefined ? 'int64' : toDType(given);
  if (isFloat(dtype)) raiseTypeError(`Unsupported dtype ${repr(dtypeObject(dtype))} for ${name}`);
  const hasHigh = request.high !== undefined && request.high !== null;
  const [low, high] = hasHigh ? [request.low, request.high!] : [0, request.low];
  const source = new IntegerSource(bits, { method: name, dtype, includesHigh });
  const size = sizeOfArgument(request.size);
  if (isArray(low) || isArray(high)) {
    return source.fillBetween(runtime(), [arrayOf(low), arrayOf(high)], size ?? null);
  }
  const range = rangeBetween(boundOf(low), boundOf(high), source.kind);
  if (size !== undefined) return source.fill(runtime(), range, size);
  const drawn = new NumpyScalar(dtype, source.draw(range));
  return isPython(request) ? pythonNumber(dtype, drawn.value) : drawn;
}

/** Whether a single number is a Python number. */
const isPython = ({ dtype, name }: IntegerRequest): boolean =>
  dtype === primitiveTypes.int ||
  dtype === primitiveTypes.bool ||
  (dtype === undefined && name === 'randint');

const isArray = (value: Value): boolean =>
  value instanceof PyList || value instanceof PyTuple || (value instanceof NDArray && value.ndim > 0);

/** A bound as `int()` reads it. */
const boundOf = (value: Value): bigint =>
  BigInt(toInteger(value instanceof NDArray ? pythonNumber(value.dtype, value.item()) : value));
