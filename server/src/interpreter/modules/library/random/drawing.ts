/**
 * What the functions that draw have in common: the generator, the size and the type of a draw. Without a generator they make a
 * shared one that nobody has seeded. `tensor/random/op.py` of Aesara 2.9.4 and PyTensor 3.3.0.
 */
import { castTo, padLeft } from '../../../../graph/ops/elemwise.ts';
import { makeVector } from '../../../../graph/ops/shapes.ts';
import type { Draw } from '../../../../graph/random/drawOp.ts';
import { type RandomVariableKind, randomVariable } from '../../../../graph/random/randomVariable.ts';
import { vectorLength } from '../../../../graph/scalarConstant.ts';
import { Constant, type GraphContext, Variable } from '../../../../graph/variable.ts';
import type { DType } from '../../../../tensor/dtype.ts';
import { fromStorage, NDArray } from '../../../../tensor/ndarray.ts';
import { raiseAttributeError, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { typeOf } from '../../../pyType.ts';
import { PyList, PyTuple, type Value } from '../../../values.ts';
import { seedSequenceOf } from '../../numpy/random/seeding.ts';
import { dtypeOf, lengthsArgument } from '../convert.ts';
import { nameArgument } from '../tensorTypeObject.ts';
import { defaultState } from './generatorObjects.ts';
import { sharedState } from './sharedGenerators.ts';

type Missing = Value | undefined;
/** A function that draws, as the tables hold it. */
export type Body = (...args: Missing[]) => Value;

export const isMissing = (value: Missing): value is undefined | null => value === undefined || value === null;

/** What every function that draws takes beside the parameters of its distribution. */
export interface DrawOptions {
  readonly size?: Missing;
  readonly name?: Missing;
  readonly rng?: Missing;
  readonly dtype?: Missing;
  readonly returnsNext?: Missing;
}

const used = new WeakSet<Variable>();

/** States that were drawn from once already. */
export const wasUsed = (state: Variable): boolean => used.has(state);

export const markUsed = (state: Variable): void => {
  used.add(state);
};

/** Draws from the generator that was given, or from a new one. */
export function draw(
  context: GraphContext,
  kind: RandomVariableKind,
  parameters: readonly Variable[],
  options: DrawOptions,
): Draw {
  const size = sizeArgument(context, options.size);
  const dtype = drawType(context, kind, { given: options.dtype, first: parameters[0]! });
  warnOfHidden(context, options);
  const state = stateArgument(context, options.rng);
  if (kind.name === 'randint' && state.type.generator !== 'RandomState')
    raiseTypeError('`randint` is only available for `RandomStateType`s');
  if (kind.name === 'integers' && state.type.generator !== 'Generator')
    raiseTypeError('`integers` is only available for `RandomGeneratorType`s');
  markUsed(state);
  const made = randomVariable(kind, { state, size, parameters, dtype });
  const name = nameArgument(options.name);
  if (name !== null) made.draw.name = name;
  return made;
}

const hiddenState =
  'RandomVariable Ops will stop hiding the rng output in a future version. Set return_next_rng=True to suppress this warning.';

const noGenerator =
  'Calling a RandomVariable without an explicit rng is deprecated. Use pt.random.rng or pt.random.shared_rng.';

/** What PyTensor warns of within its own modules, which Python shows only when it is asked to. */
function warnOfHidden(context: GraphContext, { rng, returnsNext }: DrawOptions): void {
  if (context.dialect.randomOps !== 'signature') return;
  if (returnsNext === undefined || !isTrue(returnsNext))
    context.warn('DeprecationWarning', hiddenState, 'pytensor.tensor.random.basic');
  if (isMissing(rng)) context.warn('DeprecationWarning', noGenerator, 'pytensor.tensor.random.op');
}

function stateArgument(context: GraphContext, rng: Missing): Variable {
  if (isMissing(rng)) {
    const state = defaultState(context, seedSequenceOf(undefined).sequence);
    return sharedState(context, 'Generator', { state, name: null });
  }
  if (!(rng instanceof Variable))
    return raiseAttributeError(`'${typeOf(rng).name}' object has no attribute 'type'`);
  if (rng.type.generator !== undefined) return rng;
  return raiseTypeError(
    context.dialect.randomOps === 'signature'
      ? 'The type of rng should be an instance of RandomGeneratorType '
      : 'The type of rng should be an instance of either RandomGeneratorType or RandomStateType',
  );
}

/** `size=`: None, an integer, several of them, or a symbolic vector whose length is known. */
export function sizeArgument(
  context: GraphContext,
  size: Missing,
): { readonly lengths: Variable; readonly count: number } | null {
  if (isMissing(size)) return null;
  if (size instanceof Variable) {
    const vector = size.ndim === 0 ? padLeft(size, 1) : size;
    const count = size.ndim === 0 ? 1 : vectorLength(vector);
    if (vector.ndim !== 1 || count === null)
      return raiseValueError(`Length of ${String(size.name ?? 'size')} cannot be determined`);
    return known(context, castTo(vector, 'int64'), count);
  }
  const isSize =
    tryIndex(size) !== undefined ||
    size instanceof PyList ||
    size instanceof PyTuple ||
    size instanceof NDArray;
  if (!isSize) raiseTypeError('Parameter size must be None, an integer, or a sequence with integers.');
  const parts = lengthsArgument(context, size);
  if (parts.every((part) => part instanceof Constant)) {
    const values = parts.map((part) => BigInt(Number(part.value.at(0))));
    return known(context, constantVector(context, values), parts.length);
  }
  return known(context, makeVector(context, parts, 'int64'), parts.length);
}

/** Aesara can not tell a size of no lengths from none. */
const known = ({ dialect }: GraphContext, lengths: Variable, count: number) =>
  count === 0 && dialect.randomOps === 'ranks' ? null : { lengths, count };

const constantVector = (context: GraphContext, values: readonly bigint[]): Constant =>
  new Constant(context, fromStorage('int64', BigInt64Array.from(values), [values.length]));

function drawType(
  context: GraphContext,
  kind: RandomVariableKind,
  { given, first }: { given: Missing; first: Variable },
): DType {
  const own = kind.dtype === 'floatX' ? context.floatX : (kind.dtype ?? first.dtype);
  if (isMissing(given) || context.dialect.randomOps === 'ranks') return own;
  const asked = dtypeOf(context, given);
  if (asked.startsWith('float') !== own.startsWith('float')) {
    const shown = kind.dtype ?? 'None';
    raiseValueError(`Cannot change the dtype of a ${kind.name} RV from ${shown} to ${asked}`);
  }
  return asked;
}

/** The draw, with the next state where it is asked for. */
export const presented = ({ nextState, draw: drawn }: Draw, returnsNext: Missing): Value =>
  returnsNext !== undefined && isTrue(returnsNext) ? new PyTuple([nextState, drawn]) : drawn;

/** What may follow the size by name. */
export const optionsOf = (context: GraphContext): string =>
  context.dialect.randomOps === 'signature' ? 'name?, rng?, dtype?, return_next_rng?' : 'name?, rng?, dtype?';

/** The size, and what followed it. */
export const readOptions = (size: Missing, [name, rng, dtype, returnsNext]: Missing[]): DrawOptions => ({
  size,
  name,
  rng,
  dtype,
  returnsNext,
});
