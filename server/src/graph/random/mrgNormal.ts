/** How `MRG_RandomStreams` makes normal numbers out of uniform ones: the method of Box and Muller. Theano 1.0.5, `sandbox/rng_mrg.py`. */
import type { DType } from '../../tensor/dtype.ts';
import { scalar } from '../../tensor/ndarray.ts';
import { floatValue, integerConstant } from '../constants.ts';
import { elemwise } from '../ops/elemwise.ts';
import { constantIn, lengthOf, reduced } from '../ops/math.ts';
import { nonzeroPlaces } from '../ops/rearranging.ts';
import { join, reshaped } from '../ops/shapes.ts';
import { subtensor } from '../ops/subtensor.ts';
import { Constant, type GraphContext, type Variable } from '../variable.ts';

export interface NormalParts {
  readonly size: Variable;
  readonly ndim: number;
  readonly mean: Variable;
  readonly deviation: Variable;
  readonly dtype: DType;
  /** Whether numbers beyond two deviations are drawn again. */
  readonly isTruncated: boolean;
}

/** Uniform numbers between `low` and 1: as many as `count` says. */
export type DrawUniform = (count: Variable, low: Variable) => Variable;

const float = (context: GraphContext, value: number): Constant =>
  new Constant(context, floatValue(context, value));

const firstOf = (variable: Variable, count: Variable): Variable =>
  subtensor(variable, [{ kind: 'slice', start: null, stop: count, step: null }]);

const restOf = (variable: Variable, start: Variable): Variable =>
  subtensor(variable, [{ kind: 'slice', start, stop: null, step: null }]);

/** Normal numbers of a size. */
export function normalFromUniform(context: GraphContext, parts: NormalParts, draw: DrawUniform): Variable {
  const { size, ndim, mean, deviation, dtype } = parts;
  const two = integerConstant(context, 2);
  const count = reduced('prod', size, { axis: null, dtype: 'int64', keepsAxes: false });
  const even = elemwise('add', count, elemwise('mod', count, two));
  const half = elemwise('int_div', even, two);
  const uniform = draw(even, float(context, 0));
  const radius = radiusOf(context, firstOf(uniform, half));
  const turn = new Constant(context, scalar(dtype, 2 * Math.PI));
  const angle = elemwise('mul', turn, restOf(uniform, half));
  const directions = [elemwise('cos', angle), elemwise('sin', angle)];
  const pair = directions.map((direction) => elemwise('mul', radius, direction));
  const numbers = parts.isTruncated ? truncated(context, { pair, directions, dtype }, draw) : pair;
  const shaped = reshaped(firstOf(join(numbers, 0), count), size, ndim);
  return elemwise('add', elemwise('mul', shaped, deviation), mean);
}

const radiusOf = (context: GraphContext, uniform: Variable): Variable =>
  elemwise('sqrt', elemwise('mul', float(context, -2), elemwise('log', uniform)));

/** Numbers beyond two deviations get another radius. */
function truncated(
  context: GraphContext,
  { pair, directions, dtype }: { pair: readonly Variable[]; directions: readonly Variable[]; dtype: DType },
  draw: DrawUniform,
): Variable[] {
  const isFar = pair.map((z) =>
    elemwise('or_', elemwise('lt', z, float(context, -2)), elemwise('gt', z, float(context, 2))),
  );
  const taken = (variable: Variable, mask: Variable): Variable =>
    subtensor(variable, [{ kind: 'array', value: nonzeroPlaces(mask)[0] }]);
  const places = isFar.map((mask) => nonzeroPlaces(mask)[0]);
  const [first, second] = places.map((each) => lengthOf(each, 0));
  const lowest = constantIn(context, dtype, 1 / Math.E ** 2);
  const radius = radiusOf(context, draw(elemwise('add', first, second), lowest));
  const parts = [firstOf(radius, first), restOf(radius, first)];
  return pair.flatMap((z, i) => [
    taken(z, elemwise('invert', isFar[i])),
    elemwise('mul', parts[i], subtensor(directions[i], [{ kind: 'array', value: places[i] }])),
  ]);
}

/** The deviation of the numbers within two deviations; divided by it, the numbers that are left have the asked one. */
export const truncatedDeviation = (context: GraphContext): Variable => float(context, 0.8796256610342398);
