/**
 * The functions of Theano's `raw_random`: they take a state and give the next one and a draw. How many axes a draw has is
 * told by its size, by `ndim`, or by the parameters. Theano 1.0.5, `tensor/raw_random.py`.
 */
import { int64Constant, integerConstant } from '../../../../graph/constants.ts';
import { castTo, elemwise } from '../../../../graph/ops/elemwise.ts';
import { makeVector, shapeOf } from '../../../../graph/ops/shapes.ts';
import { subtensor } from '../../../../graph/ops/subtensor.ts';
import { printVariable } from '../../../../graph/printVariable.ts';
import type { DrawMethodName } from '../../../../graph/random/drawMethods.ts';
import { type Draw, drawFrom } from '../../../../graph/random/drawOp.ts';
import { noSize } from '../../../../graph/random/randomVariable.ts';
import { vectorLength } from '../../../../graph/scalarConstant.ts';
import type { StaticLength } from '../../../../graph/tensorType.ts';
import { Constant, type GraphContext, Variable } from '../../../../graph/variable.ts';
import { type DType, isDiscrete, promoteAll } from '../../../../tensor/dtype.ts';
import { EngineError } from '../../../../tensor/engineError.ts';
import { scalar, zeros } from '../../../../tensor/ndarray.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { repr } from '../../../protocols/text.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../values.ts';
import { asVariable, dtypeOf, integerArgument } from '../convert.ts';

type Missing = Value | undefined;
type Drawing = (context: GraphContext, state: Variable, args: readonly Missing[]) => Draw;

const isMissing = (value: Missing): value is undefined | null => value === undefined || value === null;

/** What is known of the shape of a draw. */
interface DrawShape {
  readonly lengths: Variable;
  readonly pattern: readonly StaticLength[];
}

const unknown = (ndim: number): StaticLength[] => new Array<StaticLength>(ndim).fill(null);

/** `_infer_ndim_bcast`. */
function drawShape(
  context: GraphContext,
  { size, ndim }: { readonly size: Missing; readonly ndim: Missing },
  args: readonly Variable[],
): DrawShape {
  const wanted = isMissing(ndim) ? null : integerArgument(ndim, 'ndim');
  const found = isMissing(size)
    ? shapeOfParameters(args)
    : size instanceof PyList || size instanceof PyTuple
      ? shapeOfItems(context, size.items, { wanted, args })
      : shapeOfVector(context, size, wanted);
  if (!isDiscrete(found.lengths.dtype))
    throw new EngineError('TypeError', 'shape must be an integer vector or list', found.lengths.dtype);
  const rank = found.pattern.length;
  const least = Math.max(0, ...args.map((arg) => arg.ndim));
  if (least > rank) {
    throw new EngineError(
      'ValueError',
      'ndim should be at least as big as required by args value',
      [rank, least],
      [...args],
    );
  }
  return { lengths: castTo(found.lengths, 'int64'), pattern: found.pattern };
}

function shapeOfParameters(args: readonly Variable[]): DrawShape {
  if (args.length === 0)
    return raiseTypeError('_infer_ndim_bcast cannot infer shape without either shape or args');
  const template = args.reduce((a, b) => elemwise('add', a, b));
  return { lengths: shapeOf(template), pattern: template.type.shape };
}

function shapeOfVector(context: GraphContext, size: Value, wanted: number | null): DrawShape {
  const lengths = asVariable(context, size);
  if (lengths.ndim !== 1)
    raiseTypeError(`shape must be a vector or list of scalar, got '${printVariable(lengths)}'`);
  const ndim = wanted ?? vectorLength(lengths);
  if (ndim === null) return raiseValueError(`length not known: ${printVariable(lengths)} [id A]`);
  return { lengths, pattern: unknown(ndim) };
}

function shapeOfItems(
  context: GraphContext,
  items: readonly Value[],
  { wanted, args }: { wanted: number | null; args: readonly Variable[] },
): DrawShape {
  if (wanted !== null && wanted !== items.length) {
    throw new EngineError(
      'ValueError',
      'ndim should be equal to len(shape), but\n',
      `ndim = ${wanted}, len(shape) = ${items.length}, shape = ${repr(new PyTuple([...items]))}`,
    );
  }
  const parts = items.map((item, axis) => lengthPart(context, item, { args, fromEnd: items.length - axis }));
  if (parts.length === 0) return { lengths: noSize(context), pattern: [] };
  const pattern = parts.map(({ length }) => length);
  const values = parts.map(({ variable }) => variable);
  return { lengths: makeVector(context, values), pattern };
}

/** One length of a size; -1 takes the length of the first parameter that has one there. */
function lengthPart(
  context: GraphContext,
  item: Value,
  { args, fromEnd }: { args: readonly Variable[]; fromEnd: number },
): { readonly variable: Variable; readonly length: StaticLength } {
  if (item instanceof Variable) return { variable: item, length: null };
  const length = Number(tryIndex(item) ?? raiseTypeError('shape must be an integer vector or list'));
  if (length >= 0) return { variable: integerConstant(context, length), length: length === 1 ? 1 : null };
  const there = args.filter((arg) => arg.ndim >= fromEnd);
  if (there.length === 0)
    return raiseValueError('Auto-shape of -1 must overlapwith the shape of one of the broadcastableinputs');
  const long = there.find((arg) => arg.type.shape[arg.ndim - fromEnd] !== 1);
  if (long === undefined) return { variable: integerConstant(context, 1), length: 1 };
  const index = { kind: 'integer', value: int64Constant(context, long.ndim - fromEnd) } as const;
  return { variable: subtensor(shapeOf(long), [index]), length: null };
}

interface Request {
  readonly method: DrawMethodName;
  readonly dtype: DType;
  readonly shape: DrawShape;
  readonly args: readonly Variable[];
  /** Lengths that the draw has beside its size; null for the usual op of numbers. */
  readonly added?: readonly StaticLength[];
}

/** `RandomFunction`. */
function drawRaw(state: Variable, { method, dtype, shape, args, added = [] }: Request): Draw {
  return drawFrom(state, [shape.lengths, ...args], {
    method,
    name: method,
    dtype,
    shape: [...shape.pattern, ...added],
    skipped: 0,
    text: `RandomFunction{${method}}`,
    addedAxes: added.length,
  });
}

const typeOr = (context: GraphContext, given: Missing, usual: DType): DType =>
  isMissing(given) ? usual : dtypeOf(context, given);

/** A distribution of floats with two parameters: `uniform(size, low, high)`. */
const floats =
  (method: 'uniform' | 'normal', missing: readonly [number, number]): Drawing =>
  (context, state, [size, first, second, ndim, dtype]) => {
    const args = [first, second].map((given, i) => asVariable(context, given ?? new PyFloat(missing[i]!)));
    const usual = promoteAll([context.floatX, ...args.map((arg) => arg.dtype)]);
    const shape = drawShape(context, { size, ndim }, args);
    return drawRaw(state, { method, dtype: typeOr(context, dtype, usual), shape, args });
  };

const binomial: Drawing = (context, state, [size, n, p, ndim, dtype, prob]) => {
  const args = [asVariable(context, n ?? 1), asVariable(context, prob ?? p ?? new PyFloat(0.5))];
  const { lengths, pattern } = drawShape(context, { size, ndim }, args);
  return drawRaw(state, {
    method: 'binomial',
    dtype: typeOr(context, dtype, 'int64'),
    shape: { lengths, pattern: unknown(pattern.length) },
    args,
  });
};

const randomIntegers: Drawing = (context, state, [size, low, high, ndim, dtype]) => {
  const args = [asVariable(context, low ?? 0), asVariable(context, high ?? 1)];
  const shape = drawShape(context, { size, ndim }, args);
  return drawRaw(state, {
    method: 'random_integers_helper',
    dtype: typeOr(context, dtype, 'int64'),
    shape,
    args,
  });
};

const choice: Drawing = (context, state, [size, a, replace, p, ndim, dtype]) => {
  const replaces =
    replace === undefined || typeof replace === 'boolean'
      ? new Constant(context, scalar('int8', replace === false ? 0 : 1))
      : asVariable(context, replace);
  const isEmpty = isMissing(p) || (p instanceof PyList && p.items.length === 0);
  const chances = isEmpty ? new Constant(context, zeros('float64', [0])) : asVariable(context, p);
  const shape = drawShape(context, { size, ndim }, []);
  return drawRaw(state, {
    method: 'choice_helper',
    dtype: typeOr(context, dtype, 'int64'),
    shape,
    args: [asVariable(context, a ?? 2), replaces, chances],
  });
};

const poisson: Drawing = (context, state, [size, lam, ndim, dtype]) => {
  const shape = drawShape(context, { size, ndim }, []);
  const args = [asVariable(context, lam === undefined ? new PyFloat(1) : lam)];
  return drawRaw(state, { method: 'poisson', dtype: typeOr(context, dtype, 'int64'), shape, args });
};

const permutation: Drawing = (context, state, [size, n, ndim, dtype]) => {
  const isSingle = isMissing(size) || (size instanceof PyTuple && size.items.length === 0);
  const rank = isMissing(ndim) ? null : integerArgument(ndim, 'ndim');
  if (isSingle && rank !== null && rank !== 1)
    raiseTypeError('You asked for just one permutation but asked for more then 1 dimensions.');
  const shape = isSingle ? { lengths: noSize(context), pattern: [] } : drawShape(context, { size, ndim }, []);
  const args = [n === undefined ? integerConstant(context, 1) : asVariable(context, n)];
  const type = typeOr(context, dtype, 'int64');
  return drawRaw(state, { method: 'permutation_helper', dtype: type, shape, args, added: [null] });
};

const multinomial: Drawing = (context, state, [size, n, pvals, ndim, dtype]) => {
  const half = new PyFloat(0.5);
  const chances = asVariable(context, pvals ?? new PyList([half, half]));
  const count = asVariable(context, n ?? 1);
  // The library takes one column of the probabilities, to see what is left of their shape.
  const column = subtensor(chances, [
    ...new Array<{ kind: 'slice'; start: null; stop: null; step: null }>(Math.max(0, chances.ndim - 1)).fill({
      kind: 'slice',
      start: null,
      stop: null,
      step: null,
    }),
    { kind: 'integer', value: int64Constant(context, 0) },
  ]);
  const shape = drawShape(context, { size, ndim }, [count, column]);
  return drawRaw(state, {
    method: 'multinomial_helper',
    dtype: typeOr(context, dtype, 'int64'),
    shape,
    args: [count, chances],
    added: [chances.type.shape.at(-1) === 1 ? 1 : null],
  });
};

/** What draws, by the parameters that follow the state. `RandomStreams` has the same as methods. */
export const rawDrawings: Readonly<Record<string, Drawing>> = {
  'uniform(size?, low?, high?, ndim?, dtype?)': floats('uniform', [0, 1]),
  'normal(size?, avg?, std?, ndim?, dtype?)': floats('normal', [0, 1]),
  'binomial(size?, n?, p?, ndim?, dtype?, prob?)': binomial,
  'random_integers(size?, low?, high?, ndim?, dtype?)': randomIntegers,
  'choice(size?, a?, replace?, p?, ndim?, dtype?)': choice,
  'poisson(size?, lam?, ndim?, dtype?)': poisson,
  'permutation(size?, n?, ndim?, dtype?)': permutation,
  'multinomial(size?, n?, pvals?, ndim?, dtype?)': multinomial,
};

/** The functions of `raw_random`, by signature. */
export const rawRandomFunctions = (
  context: GraphContext,
): Readonly<Record<string, (...args: Missing[]) => Value>> =>
  Object.fromEntries(
    Object.entries(rawDrawings).map(([signature, drawing]) => [
      signature.replace('(', '(random_state, '),
      (state: Missing, ...args: Missing[]) => {
        if (!(state instanceof Variable)) return raiseTypeError('random_state must be a variable');
        const { nextState, draw } = drawing(context, state, args);
        return new PyList([nextState, draw]);
      },
    ]),
  );
