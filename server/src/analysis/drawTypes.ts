/**
 * The type of a random draw. Checked against Theano 1.0.5 (`raw_random.py`, `rng_mrg.py`), Aesara 2.9.4 and PyTensor 3.3
 * (`random/basic.py`): the size decides on the axes, or else the parameters of the distribution do.
 */
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { exactElements } from './objects.ts';
import { dtypeOf } from './tensorArguments.ts';
import { asTensor, axes, bothDTypes, floatXDType, unknownDType } from './tensorRules.ts';
import { type Library, ndimOf, type TensorFact } from './terms.ts';
import { shapeIn } from './valueNotes.ts';
import type { Value } from './values.ts';

interface Distribution {
  readonly dtype: TensorFact['dtype'];
  /** How many parameters come before the size, or after it in Theano; null for draws that have axes of their own. */
  readonly parameters: number | null;
}

const int64 = bothDTypes('int64');

const distributions: ReadonlyMap<string, Distribution> = new Map([
  ['normal', { dtype: floatXDType, parameters: 2 }],
  ['uniform', { dtype: floatXDType, parameters: 2 }],
  ['exponential', { dtype: floatXDType, parameters: 1 }],
  ['beta', { dtype: floatXDType, parameters: 2 }],
  ['gumbel', { dtype: floatXDType, parameters: 2 }],
  ['laplace', { dtype: floatXDType, parameters: 2 }],
  ['logistic', { dtype: floatXDType, parameters: 2 }],
  ['lognormal', { dtype: floatXDType, parameters: 2 }],
  ['truncated_normal', { dtype: floatXDType, parameters: null }],
  ['binomial', { dtype: int64, parameters: 2 }],
  ['poisson', { dtype: int64, parameters: 1 }],
  ['bernoulli', { dtype: int64, parameters: 1 }],
  ['integers', { dtype: int64, parameters: 2 }],
  ['random_integers', { dtype: int64, parameters: 2 }],
  ['multinomial', { dtype: int64, parameters: null }],
  ['permutation', { dtype: int64, parameters: null }],
]);

const unknownDistribution: Distribution = { dtype: unknownDType, parameters: null };

/** The type of what `stream.name(…)`, `random.name(…)` or `rng.name(…)` draws. */
export function drawType(
  machine: Machine,
  { library, name, args }: { readonly library: Library; readonly name: string; readonly args: Arguments },
): TensorFact {
  const distribution = distributions.get(name) ?? unknownDistribution;
  const given = args.keywords.get('dtype');
  const dtype = given === undefined ? distribution.dtype : dtypeOf(given);
  return { dtype, shape: axes(ndimOfDraw(machine, library, distribution, args)) };
}

function ndimOfDraw(
  machine: Machine,
  library: Library,
  { parameters }: Distribution,
  args: Arguments,
): number | null {
  if (parameters === null || args.isOpen || args.keywords.has('ndim')) return null;
  const sizeAt = library === 'theano' ? 0 : parameters;
  const size = args.keywords.get('size') ?? args.positional[sizeAt];
  if (size !== undefined && size.kind !== 'none') return ndimOfSize(machine, library, size);
  const values = args.positional.filter((_, index) => index !== sizeAt);
  for (const [name, value] of args.keywords) if (!notParameters.has(name)) values.push(value);
  const counts = values.map((value) => {
    const type = asTensor(value);
    return type === null ? null : ndimOf(type);
  });
  return counts.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)), 0);
}

const notParameters: ReadonlySet<string> = new Set(['size', 'dtype', 'rng', 'name', 'return_next_rng']);

function ndimOfSize(machine: Machine, library: Library, size: Value): number | null {
  if (size.kind === 'number') return library === 'theano' ? null : 1;
  // `x.shape`: the axes of `x`.
  const shape = shapeIn(size);
  return shape === undefined ? (exactElements(machine, size)?.length ?? null) : (shape?.length ?? null);
}
