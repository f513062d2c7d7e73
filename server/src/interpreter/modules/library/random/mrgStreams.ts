/**
 * `MRG_RandomStreams`: every draw has a matrix of states, one row per stream, that lie far apart. Theano 1.0.5 and Aesara
 * 2.9.4, `sandbox/rng_mrg.py`.
 */
import { integerConstant } from '../../../../graph/constants.ts';
import { castTo, elemwise } from '../../../../graph/ops/elemwise.ts';
import { gated } from '../../../../graph/ops/gradientGate.ts';
import { makeVector, shapeOf } from '../../../../graph/ops/shapes.ts';
import { subtensor } from '../../../../graph/ops/subtensor.ts';
import { normalFromUniform, truncatedDeviation } from '../../../../graph/random/mrgNormal.ts';
import { mrgUniform, pickFromUniform } from '../../../../graph/random/mrgOps.ts';
import { vectorLength } from '../../../../graph/scalarConstant.ts';
import { broadcastPattern } from '../../../../graph/tensorType.ts';
import { Constant, type GraphContext, SharedVariable, Variable } from '../../../../graph/variable.ts';
import { type DType, promoteAll } from '../../../../tensor/dtype.ts';
import { EngineError } from '../../../../tensor/engineError.ts';
import { fromStorage, type NDArray } from '../../../../tensor/ndarray.ts';
import { firstModulus, secondModulus, skip, stateLength } from '../../../../tensor/random/mrg31k3p.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { builtin, type NativeBody } from '../../../signature.ts';
import { PyFloat, PyList, PyTuple, type PyType, type Value } from '../../../values.ts';
import { asVariable, dtypeOf, integerArgument } from '../convert.ts';
import { hangOn } from '../variableProtocol.ts';
import { PyStreams, streamsAttributes, streamsType } from './streams.ts';

type Missing = Value | undefined;

const isMissing = (value: Missing): value is undefined | null => value === undefined || value === null;

class PyMrgStreams extends PyStreams {
  /** The state from which the next draw gets its streams. */
  state = new Int32Array(stateLength);
}

const notImplemented = (text: string): EngineError => new EngineError('NotImplementedError', text);

const className = ({ dialect }: GraphContext): string => dialect.mrgStreams;

// -------------------------------------------------------------------------------------------------------------- seeds

function setSeed(self: PyMrgStreams, seed: Value): void {
  const single = tryIndex(seed);
  if (single !== undefined) {
    if (single === 0 || single === 0n) throw new EngineError('ValueError', 'seed should not be 0', seed);
    if (single >= secondModulus)
      throw new EngineError('ValueError', `seed should be less than ${secondModulus}`, seed);
    self.state = new Int32Array(stateLength).fill(Number(single));
    return;
  }
  const parts = toArray(seed).map((part) => Number(tryIndex(part)));
  if (parts.length !== stateLength) raiseTypeError('seed should be 1 integer or 6 integers');
  checkHalf(parts.slice(0, 3), { words: 'first', modulus: firstModulus, seed });
  checkHalf(parts.slice(3), { words: 'last', modulus: secondModulus, seed });
  self.state = Int32Array.from(parts);
}

function checkHalf(
  parts: readonly number[],
  { words, modulus, seed }: { words: 'first' | 'last'; modulus: number; seed: Value },
): void {
  const start = `The ${words} 3 values of seed should`;
  if (parts.every((part) => part === 0)) throw new EngineError('ValueError', `${start} not be all 0`, seed);
  if (parts.some((part) => part >= modulus))
    throw new EngineError('ValueError', `${start} be less than ${modulus}`, seed);
}

/** Moves the state of the object itself 2^134 steps on. */
function moveOn(self: PyMrgStreams): null {
  const next = new Int32Array(stateLength);
  skip('stream', self.state, 0, { state: next, at: 0 });
  self.state = next;
  return null;
}

/** States of streams that lie 2^72 steps apart; the object moves on. */
function substreams(self: PyMrgStreams, count: number): NDArray {
  const running = runtime();
  running.allocate(count * stateLength * 4);
  const states = new Int32Array(count * stateLength);
  states.set(self.state);
  for (let i = 1; i < count; i++) {
    if ((i & 0xff) === 0) running.checkpoint();
    skip('substream', states, (i - 1) * stateLength, { state: states, at: i * stateLength });
  }
  moveOn(self);
  return fromStorage('int32', states, [count, stateLength]);
}

const mostStreams = 60 * 256;

/** `guess_n_streams`: a sixth of the draws, where their number is known. */
function guessStreamCount(size: Value): number {
  if (!(size instanceof PyTuple || size instanceof PyList)) return mostStreams;
  if (!size.items.every((item) => typeof item === 'number' || typeof item === 'bigint')) return mostStreams;
  const count = size.items.map(Number).reduce((product, length) => product * length, 1);
  return Math.min(count > 6 ? Math.floor(count / 6) : count, mostStreams);
}

function reseed(self: PyMrgStreams, seed: Missing): null {
  setSeed(self, isMissing(seed) ? self.seed : seed);
  for (const { state, rest } of self.updates) {
    const [size, count] = rest;
    state.value = substreams(
      self,
      isMissing(count) ? guessStreamCount(size!) : integerArgument(count, 'nstreams'),
    );
  }
  return null;
}

// -------------------------------------------------------------------------------------------------------------- draws

interface UniformRequest {
  readonly size: Value;
  readonly low: Variable;
  readonly high: Variable;
  readonly ndim: Missing;
  readonly dtype: DType | null;
  readonly streamCount: Missing;
}

const floatConstant = (context: GraphContext, value: number): Variable =>
  asVariable(context, new PyFloat(value));

/** A value whose gradient nobody may ask for. */
const sealed = (variable: Variable): Variable => gated(variable, { gate: 'undefined' });

function drawUniform(self: PyMrgStreams, request: UniformRequest): Variable {
  const { context } = self;
  const dtype = request.dtype ?? promoteAll([context.floatX, request.low.dtype, request.high.dtype]);
  const [low, high] = [request.low, request.high].map((each) => sealed(castTo(each, dtype)));
  const size = sizeVector(context, request.size);
  const given = request.streamCount;
  const count = isMissing(given) ? guessStreamCount(request.size) : integerArgument(given, 'nstreams');
  if (count <= 0) throw new EngineError('AssertionError');
  const state = new SharedVariable(context, substreams(self, count));
  state.isRandomState = context.dialect.mrgStates === 'generators';
  const ndim = isMissing(request.ndim) ? vectorLength(size) : integerArgument(request.ndim, 'ndim');
  if (ndim === null) return raiseValueError(`length not known: ${str(size)}`);
  const [next, uniform] = mrgUniform(state, size, { dtype, ndim });
  hangOn(uniform, 'rstate', state);
  hangOn(uniform, 'update', new PyTuple([state, next]));
  self.keep({ state, next, rest: [request.size, given ?? null] });
  const result = elemwise('add', elemwise('mul', uniform, elemwise('sub', high!, low!)), low!);
  if (String(broadcastPattern(uniform.type)) !== String(broadcastPattern(result.type)))
    throw notImplemented('Increase the size to match the broadcasting pattern of `low` and `high` arguments');
  return result;
}

/** The size of uniform numbers: a tuple of lengths, or a symbolic vector. */
function sizeVector(context: GraphContext, size: Value): Variable {
  const { dialect } = context;
  if (size instanceof Variable && size.ndim === 1) return size;
  if (!(size instanceof PyTuple)) {
    return raiseTypeError(
      `size must be a tuple of int or ${dialect.titleWithArticle} Variable with 1 dimension, got ${str(size)} of type ${repr(typeOf(size))}`,
    );
  }
  const isLength = (item: Value): boolean => item instanceof Variable || tryIndex(item) !== undefined;
  if (!size.items.every(isLength)) {
    throw new EngineError(
      'AssertionError',
      `size must be a tuple of int or ${dialect.titleWithArticle} variable`,
    );
  }
  if (size.items.some((item) => !(item instanceof Variable) && tryIndex(item)! <= 0))
    throw new EngineError('ValueError', 'The specified size contains a dimension with value <= 0', size);
  return lengthVector(context, size.items);
}

/** Lengths as a vector of int64. */
function lengthVector(context: GraphContext, items: readonly Value[]): Variable {
  if (items.some((item) => item instanceof Variable)) {
    const parts = items.map((item) => castTo(asVariable(context, item), 'int64'));
    return makeVector(context, parts, 'int64');
  }
  const lengths = BigInt64Array.from(items, (item) => BigInt(tryIndex(item)!));
  return new Constant(context, fromStorage('int64', lengths, [lengths.length]));
}

const typeOr = (context: GraphContext, given: Missing): DType | null =>
  isMissing(given) ? null : dtypeOf(context, given);

function uniform(self: PyMrgStreams, ...args: Missing[]): Value {
  const [size, low, high, ndim, dtype, streamCount] = args;
  const { context } = self;
  return drawUniform(self, {
    size: size!,
    low: low === undefined ? floatConstant(context, 0) : asVariable(context, low),
    high: high === undefined ? floatConstant(context, 1) : asVariable(context, high),
    ndim,
    dtype: typeOr(context, dtype),
    streamCount,
  });
}

const unitUniform = (
  self: PyMrgStreams,
  request: Pick<UniformRequest, 'size' | 'ndim' | 'streamCount'> & { readonly dtype?: DType | null },
): Variable =>
  drawUniform(self, {
    dtype: null,
    ...request,
    low: floatConstant(self.context, 0),
    high: floatConstant(self.context, 1),
  });

function binomial(self: PyMrgStreams, ...args: Missing[]): Value {
  const [size, n, p, , dtype, streamCount] = args;
  const { context } = self;
  if (n !== undefined && n !== 1) throw notImplemented(`${className(context)}.binomial with n > 1`);
  const chance = sealed(asVariable(context, p ?? new PyFloat(0.5)));
  const drawn = unitUniform(self, { size: size ?? null, ndim: undefined, streamCount });
  return castTo(elemwise('lt', drawn, chance), typeOr(context, dtype) ?? 'int64');
}

/** The number of rows times `count`, as a vector of one length. */
function rowCount(context: GraphContext, chances: Variable, count: Value): Variable {
  const column = subtensor(chances, [
    { kind: 'slice', start: null, stop: null, step: null },
    { kind: 'integer', value: integerConstant(context, 0) },
  ]);
  return elemwise('mul', shapeOf(column), asVariable(context, count));
}

function multinomial(self: PyMrgStreams, ...args: Missing[]): Value {
  const [size, n = 1, pvals, ndim, dtype, streamCount] = args;
  const { context } = self;
  const name = `${className(context)}.multinomial`;
  if (isMissing(pvals)) return raiseTypeError('You have to specify pvals');
  const chances = sealed(asVariable(context, pvals));
  if (!isMissing(size))
    raiseValueError(`Provided a size argument to ${name}, which does not use the size argument.`);
  if (!isMissing(ndim))
    raiseValueError(`Provided an ndim argument to ${name}, which does not use the ndim argument.`);
  if (chances.ndim !== 2) throw notImplemented(`${name} only implemented for pvals.ndim = 2`);
  const drawn = unitUniform(self, { size: rowCount(context, chances, n), ndim: 1, streamCount });
  const type = dtype === 'auto' ? chances.dtype : (typeOr(context, dtype) ?? 'int64');
  return pickFromUniform(chances, drawn, asVariable(context, n), {
    gives: 'counts',
    dtype: type,
    typeText: dtype === 'auto' ? dtype : type,
  });
}

function choice(self: PyMrgStreams, ...args: Missing[]): Value {
  const [size = 1, a, replace, p, ndim, dtype, streamCount] = args;
  const { context } = self;
  const name = `${className(context)}.choice`;
  if (replace === undefined || isTrue(replace))
    throw notImplemented(`${name} only works without replacement for now.`);
  if (!isMissing(a))
    raiseTypeError(`For now, a has to be None in ${name}. Sampled values are between 0 and p.shape[1]-1`);
  if (isMissing(p)) return raiseTypeError(`For now, p has to be specified in ${name}.`);
  const chances = sealed(asVariable(context, p));
  if (!isMissing(ndim)) raiseValueError(`ndim argument to ${name} is not used.`);
  if (chances.ndim !== 2) throw notImplemented(`${name} is only implemented for p.ndim = 2`);
  const drawn = unitUniform(self, { size: rowCount(context, chances, size!), ndim: 1, streamCount });
  const type = dtype === 'auto' ? 'int64' : (typeOr(context, dtype) ?? 'int64');
  return pickFromUniform(chances, drawn, asVariable(context, size!), {
    gives: 'outcomes',
    dtype: type,
    typeText: dtype === 'auto' ? dtype : type,
  });
}

/** The sizes that normal numbers take: an integer, several, or symbolic ones. */
function checkedSize(context: GraphContext, size: Value): Variable {
  const title = context.dialect.title;
  if (size instanceof Variable) {
    if (size.ndim === 1) return size;
    if (size.ndim === 0) return lengthVector(context, [size]);
    throw new EngineError('ValueError', `${title} variable must have 1 dimension to be a valid size.`, size);
  }
  if (tryIndex(size) !== undefined) return lengthVector(context, [size]);
  if (!(size instanceof PyTuple || size instanceof PyList))
    throw new EngineError('ValueError', `Size must be a int, tuple, list or ${title} variable.`, size);
  for (const item of size.items) {
    if (item instanceof Variable) {
      if (item.ndim !== 0)
        throw new EngineError('ValueError', `Non-scalar ${title} variable in size`, size, item);
      continue;
    }
    const length = tryIndex(item);
    if (length === undefined)
      throw new EngineError(
        'ValueError',
        `Only ${title} variables and integers are allowed in a size-tuple.`,
        size,
        item,
      );
    if (length <= 0)
      throw new EngineError('ValueError', 'Non-positive dimensions not allowed in size.', size, item);
  }
  return lengthVector(context, size.items);
}

function normalNumbers(
  self: PyMrgStreams,
  given: { readonly size: Value; readonly avg: Variable; readonly std: Variable },
  [ndim, dtype, streamCount, isTruncated]: readonly Missing[],
): Variable {
  const { context } = self;
  const size = checkedSize(context, given.size);
  const type = typeOr(context, dtype) ?? promoteAll([context.floatX, given.avg.dtype, given.std.dtype]);
  const [mean, deviation] = [given.avg, given.std].map((each) => castTo(sealed(each), type));
  const rank = isMissing(ndim) ? vectorLength(size) : integerArgument(ndim, 'ndim');
  if (rank === null) return raiseValueError(`length not known: ${str(size)}`);
  const draw = (count: Variable, low: Variable): Variable =>
    drawUniform(self, {
      size: new PyTuple([count]),
      low,
      high: floatConstant(context, 1),
      ndim: 1,
      dtype: type,
      streamCount,
    });
  const truncates = isTruncated !== undefined && isTrue(isTruncated);
  const parts = { size, ndim: rank, mean: mean!, deviation: deviation!, dtype: type, isTruncated: truncates };
  return normalFromUniform(context, parts, draw);
}

function normal(self: PyMrgStreams, ...args: Missing[]): Value {
  const [size, avg, std, ...rest] = args;
  const { context } = self;
  return normalNumbers(
    self,
    {
      size: size!,
      avg: asVariable(context, avg ?? new PyFloat(0)),
      std: asVariable(context, std ?? new PyFloat(1)),
    },
    rest,
  );
}

function truncatedNormal(self: PyMrgStreams, ...args: Missing[]): Value {
  const [size, avg, std, ndim, dtype, streamCount] = args;
  const { context } = self;
  const deviation = asVariable(context, std ?? new PyFloat(1));
  return normalNumbers(
    self,
    {
      size: size!,
      avg: asVariable(context, avg ?? new PyFloat(0)),
      std: elemwise('true_div', deviation, truncatedDeviation(context)),
    },
    [ndim, dtype, streamCount, true],
  );
}

// -------------------------------------------------------------------------------------------------------------- class

/** The class of one context, under the name that its library has for it. */
export function mrgStreamsType(context: GraphContext): PyType {
  const name = className(context);
  const bind = builtin(`${name}(self, seed?)`, ((self: PyMrgStreams, seed: Missing) => {
    self.seed = seed ?? 12345;
    setSeed(self, self.seed);
    return null;
  }) as NativeBody);
  return defineType<PyMrgStreams>({
    name,
    module: `${context.dialect.library}.sandbox.rng_mrg`,
    ...streamsType(() => new PyMrgStreams(context), bind),
    attributes: {
      ...streamsAttributes,
      rstate: (self) => fromStorage('int32', self.state.slice(), [stateLength]),
    },
    methods: {
      'updates()': (self: PyMrgStreams) => self.list(),
      'seed(seed?)': reseed,
      'set_rstate(seed)': (self: PyMrgStreams, seed: Value) => {
        setSeed(self, seed);
        return null;
      },
      'inc_rstate()': moveOn,
      'get_substream_rstates(n_streams, dtype, inc_rstate?)': (self: PyMrgStreams, count: Value) =>
        substreams(self, integerArgument(count, 'n_streams')),
      'n_streams(size)': (_: PyMrgStreams, size: Value) => guessStreamCount(size),
      'uniform(size, low?, high?, ndim?, dtype?, nstreams?)': uniform,
      'binomial(size?, n?, p?, ndim?, dtype?, nstreams?)': binomial,
      'multinomial(size?, n?, pvals?, ndim?, dtype?, nstreams?)': multinomial,
      'choice(size?, a?, replace?, p?, ndim?, dtype?, nstreams?)': choice,
      'normal(size, avg?, std?, ndim?, dtype?, nstreams?, truncate?)': normal,
      'truncated_normal(size, avg?, std?, ndim?, dtype?, nstreams?)': truncatedNormal,
    },
  });
}

/** What `sandbox.rng_mrg` has beside the class. */
export const mrgFunctions = (): Readonly<Record<string, (...args: Missing[]) => Value>> => ({
  'guess_n_streams(size, warn?)': (size) => guessStreamCount(size!),
});
