/** What programs may give a distribution, and what it gives them: a number or an array. */

import type { DType } from '../../../../tensor/dtype.ts';
import { NDArray } from '../../../../tensor/ndarray.ts';
import {
  checkConstraint,
  type Distribution,
  drawArray,
  fillArray as fillArrayOn,
  longOf,
  type Parameter,
} from '../../../../tensor/random/drawing.ts';
import type { Sampler } from '../../../../tensor/random/sampler.ts';
import type { Shape } from '../../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../values.ts';
import { isMissing, shapeOf } from '../arguments.ts';
import { arrayOf } from '../conversion.ts';

const isArray = (value: Value): boolean =>
  value instanceof NDArray ? value.ndim > 0 : value instanceof PyList || value instanceof PyTuple;

/** The number of a parameter that is not an array. */
export const numberOf = (value: Value): number =>
  value instanceof NDArray ? Number(value.item()) : toFloat(value);

/** The size argument as a shape; undefined: one number. */
export function sizeOfArgument(size: Value | undefined): number[] | undefined {
  if (isMissing(size)) return undefined;
  const shape = shapeOf(size);
  if (shape.some((length) => length < 0)) raiseValueError('negative dimensions are not allowed');
  return shape;
}

/** A new array whose elements `draw` makes one by one. */
export const fillArray = (dtype: DType, shape: Shape, draw: (position: number) => number): NDArray =>
  fillArrayOn(runtime(), dtype, shape, draw);

/** One draw or an array of them, as the arguments ask. */
export function drawDistribution(
  sampler: Sampler,
  distribution: Distribution,
  given: readonly (Value | undefined)[],
  size: Value | undefined,
): Value {
  const { parameters } = distribution;
  if (parameters.length === 0 && isMissing(size) && !distribution.isInteger)
    return new PyFloat(distribution.draw(sampler));
  const values = parameters.map((parameter, i) => given[i] ?? defaultOf(parameter, given[i]));
  if (values.some(isArray)) {
    const arrays = values.map((value) => arrayOf(value, 'float64'));
    return drawArray({ sampler, host: runtime() }, distribution, arrays, sizeOfArgument(size) ?? null);
  }
  const numbers = values.map(numberOf);
  for (const [i, parameter] of parameters.entries()) checkConstraint(numbers[i]!, parameter);
  distribution.check?.(...numbers);
  const shape = sizeOfArgument(size);
  const draw = drawerOf(sampler, distribution, numbers);
  if (shape === undefined) {
    const drawn = draw();
    return distribution.isInteger ? pythonInteger(drawn) : new PyFloat(drawn);
  }
  return fillArray(distribution.isInteger ? 'int64' : 'float64', shape, draw);
}

const pythonInteger = (value: number): Value => (Number.isSafeInteger(value) ? value : longOf(value));

function defaultOf({ name, missing }: Parameter, given: Value | undefined): Value {
  if (given === null) raiseTypeError('must be real number, not NoneType');
  if (missing === undefined) raiseTypeError(`missing argument ${name}`);
  return new PyFloat(missing);
}

/** Without spreading for the usual counts: this is the inner loop. */
function drawerOf(sampler: Sampler, { draw }: Distribution, numbers: readonly number[]): () => number {
  const [a, b] = numbers;
  if (numbers.length === 0) return () => draw(sampler);
  if (numbers.length === 1) return () => draw(sampler, a!);
  return numbers.length === 2 ? () => draw(sampler, a!, b!) : () => draw(sampler, ...numbers);
}
