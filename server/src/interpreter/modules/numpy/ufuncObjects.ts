/** The ufunc objects that a program calls: `np.add(a, b, out=…)`, `np.add.reduce(a)`, `np.multiply.outer(a, b)`. */
import { getItem } from '../../../tensor/indexing.ts';
import { assign, broadcastTo, NDArray, positionOffset, zeros } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { type Keywords, PyObject, PyTuple, type Value } from '../../values.ts';
import { axesOf, axisOf, type Given, isMissing, outputOf } from './arguments.ts';
import { indexItems } from './arrayIndex.ts';
import { arrayOf, castChecked, integerVector, numpyVersion } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { keepMatrixOf } from './matrixClass.ts';
import { classicName } from './operators.ts';
import { checkWritable } from './readOnly.ts';
import { finishReduction } from './reductions.ts';
import { accumulateByUfunc, foldByUfunc, reduceAt } from './ufuncReduce.ts';
import { applyToArrays, applyUfunc, castOutput, publicName, type UfuncOptions } from './ufuncs.ts';
import { ufuncAliases, ufuncTable } from './ufuncTable.ts';

/** An elementwise function of the module. */
export class PyUfunc extends PyObject {
  /** In the table. */
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }

  get operandCount(): 1 | 2 {
    return ufuncTable.get(this.name)!.operandCount;
  }

  get resultCount(): 1 | 2 {
    return ufuncTable.get(this.name)!.second ? 2 : 1;
  }
}

const known = new Set(['out', 'where', 'dtype', 'casting', 'sig', 'signature']);
const unfollowed = ['order', 'subok', 'axes', 'axis', 'keepdims', 'extobj'];

function checkKeywords(self: PyUfunc, keywords: Keywords): void {
  for (const [name, value] of keywords ?? []) {
    if (known.has(name)) continue;
    const isDefault = (name === 'order' && value === 'K') || (name === 'subok' && value === true);
    if (isDefault) continue;
    if (unfollowed.includes(name)) notSupported(`the argument ${name} of numpy.${publicName(self.name)}`);
    raiseTypeError(`${publicName(self.name)}() got an unexpected keyword argument '${name}'`);
  }
}

/** The arrays that results go to; `undefined` where a new one is made. */
function outputsOf(self: PyUfunc, args: readonly Value[], keywords: Keywords): (NDArray | undefined)[] {
  const given = keywords?.get('out');
  if (given instanceof PyTuple) {
    if (given.items.length !== self.resultCount)
      raiseValueError("The 'out' tuple must have exactly one entry per ufunc output");
    return given.items.map(outputOf);
  }
  const positional = args.slice(self.operandCount);
  if (given !== undefined && given !== null && positional.length > 0)
    raiseTypeError("cannot specify 'out' as both a positional and keyword argument");
  if (isMissing(given)) return [outputOf(positional[0]), outputOf(positional[1])];
  if (self.resultCount === 2) raiseTypeError("'out' must be a tuple of arrays");
  return [outputOf(given)];
}

const castingRules = ['no', 'equiv', 'safe', 'same_kind', 'unsafe'];

function castingOf(value: Value | undefined): NonNullable<UfuncOptions['casting']> {
  if (isMissing(value)) return 'same_kind';
  const text = typeof value === 'string' ? value : '';
  if (!castingRules.includes(text))
    raiseValueError(
      `casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got ${repr(value)})`,
    );
  return text as NonNullable<UfuncOptions['casting']>;
}

function optionsOf(self: PyUfunc, args: readonly Value[], keywords: Keywords): UfuncOptions[] {
  checkKeywords(self, keywords);
  const mask = keywords?.get('where');
  const signature = keywords?.get('signature') ?? keywords?.get('sig');
  if (!isMissing(signature)) notSupported(`the argument signature of numpy.${publicName(self.name)}`);
  const dtype = optionalDType(keywords?.get('dtype'));
  return outputsOf(self, args, keywords).map((out) => ({
    ...(out ? { out } : {}),
    ...(isMissing(mask) || mask === true ? {} : { where: arrayOf(mask, 'bool') }),
    ...(dtype ? { dtype } : {}),
    casting: castingOf(keywords?.get('casting')),
  }));
}

function callUfunc(self: PyUfunc, args: readonly Value[], keywords: Keywords): Value {
  const { operandCount, resultCount } = self;
  const most = operandCount + resultCount;
  if (args.length < operandCount || args.length > most) {
    const verb = args.length === 1 && numpyVersion() === 2 ? 'was' : 'were';
    raiseTypeError(
      `${publicName(self.name)}() takes from ${operandCount} to ${most} positional arguments but ${args.length} ${verb} given`,
    );
  }
  const operands = args.slice(0, operandCount);
  const isClassic = pythonVersion() === 2 && self.name === 'true_divide' && self === divideUfunc;
  const name = (isClassic && classicName(operands[0]!, operands[1]!)) || self.name;
  const [options, second] = optionsOf(self, args, keywords);
  const result = applyUfunc(name, operands, options);
  if (resultCount === 1) return keepMatrixOf(operands, result);
  return new PyTuple([result, applyUfunc(name, operands, { ...second, isSecond: true })]);
}

/** Methods that fold exist for functions of two operands with one result. */
function checkBinary(self: PyUfunc, method: string): void {
  if (self.operandCount === 1) raiseValueError(`${method} only supported for binary functions`);
  if (self.resultCount === 2)
    raiseValueError(`${method} only supported for functions returning a single value`);
}

function reduceMethod(
  self: PyUfunc,
  value: Value,
  ...[axis, dtype, out, keepdims, initial, where]: Given
): Value {
  checkBinary(self, 'reduce');
  const array = arrayOf(value);
  if (array.ndim === 0 && !isMissing(axis)) axesOf(axis, 0);
  const chosen = axis === undefined ? (array.ndim === 0 ? null : 0) : axis;
  const axes = axesOf(chosen, array.ndim);
  const result = foldByUfunc(self.name, array, { axes, type: optionalDType(dtype), initial, where });
  return finishReduction(array, result, { axis: chosen, out, keepdims });
}

/** The axis of `accumulate` and `reduceat`. */
function foldAxis(array: NDArray, axis: Value | undefined, method: string): number {
  if (array.ndim === 0) raiseTypeError(`cannot ${method} on a scalar`);
  return isMissing(axis) ? 0 : axisOf(axis, array.ndim);
}

function writtenTo(out: Value | undefined, result: NDArray): Value {
  const target = outputOf(out);
  if (!target) return result;
  checkWritable(target, 'output array is read-only');
  assign(target, castChecked(result, target.dtype));
  return target;
}

function accumulateMethod(self: PyUfunc, value: Value, ...[axis, dtype, out]: Given): Value {
  checkBinary(self, 'accumulate');
  const array = arrayOf(value);
  const at = foldAxis(array, axis, 'accumulate');
  return writtenTo(out, accumulateByUfunc(self.name, array, { axis: at, type: optionalDType(dtype) }));
}

function reduceAtMethod(self: PyUfunc, value: Value, indices: Value, ...[axis, dtype, out]: Given): Value {
  checkBinary(self, 'reduceat');
  const array = arrayOf(value);
  const options = {
    axis: foldAxis(array, axis, 'reduceat'),
    indices: Array.from(arrayOf(indices, 'int64').elements(), Number),
    type: optionalDType(dtype),
  };
  return writtenTo(out, reduceAt(self.name, array, options));
}

function outer(self: PyUfunc, a: Value, b: Value): Value {
  if (self.operandCount === 1) raiseValueError('outer product only supported for binary functions');
  const [x, y] = [arrayOf(a), arrayOf(b)];
  const left = reshape(x, [...x.shape, ...y.shape.map(() => 1)]);
  const operands = [left.ndim === 0 ? a : left, y.ndim === 0 && left.ndim > 0 ? b : y];
  const [options] = [{}];
  const result = applyUfunc(self.name, operands, options);
  return self.resultCount === 1
    ? result
    : new PyTuple([result, applyUfunc(self.name, operands, { isSecond: true })]);
}

/** `ufunc.at(target, indices, b)`: repeated indices count repeatedly. */
function applyAt(self: PyUfunc, target: Value, indices: Value, values?: Value): Value {
  if (!(target instanceof NDArray)) raiseTypeError('first operand must be array');
  if (self.operandCount === 2 && values === undefined) raiseValueError('second operand needed for ufunc');
  checkWritable(target);
  const items = indexItems(indices);
  const positions = getItem(positionsOf(target), items);
  const order = Array.from(positions.elements() as ArrayLike<bigint>, Number);
  const source =
    values === undefined ? null : broadcastTo(arrayOf(values), positions.shape, 'input array').copy();
  for (const round of roundsOf(order)) {
    runtime().checkpoint();
    const at = integerVector(round.map((i) => order[i]!));
    const flat = new FlatPositions(target, at);
    const operands = source === null ? [flat.read()] : [flat.read(), takeAt(source, round)];
    flat.write(castOutput(self.name, applyToArrays(self.name, operands), target.dtype));
  }
  return null;
}

/** The positions of all elements in C order, in the shape of the array. */
function positionsOf(array: NDArray): NDArray {
  const all = zeros('int64', array.shape);
  (all.storage as BigInt64Array).forEach((_, i, storage) => {
    storage[i] = BigInt(i);
  });
  return all;
}

/** Groups in which no position comes twice: the first time of every position, the second one, … */
function roundsOf(order: readonly number[]): number[][] {
  const seen = new Map<number, number>();
  const rounds: number[][] = [];
  order.forEach((position, i) => {
    const count = seen.get(position) ?? 0;
    seen.set(position, count + 1);
    rounds[count] ??= [];
    rounds[count].push(i);
  });
  return rounds;
}

const takeAt = (source: NDArray, positions: readonly number[]): NDArray => {
  const taken = zeros(source.dtype, [positions.length]);
  positions.forEach((position, i) => {
    taken.storage[i] = source.at(position);
  });
  return taken;
};

/** Elements of an array by their positions in C order. */
class FlatPositions {
  readonly #array: NDArray;
  readonly #offsets: readonly number[];

  constructor(array: NDArray, positions: NDArray) {
    this.#array = array;
    this.#offsets = Array.from(positions.elements() as ArrayLike<bigint>, (position) =>
      positionOffset(array.layout, Number(position)),
    );
  }

  read(): NDArray {
    const taken = zeros(this.#array.dtype, [this.#offsets.length]);
    this.#offsets.forEach((offset, i) => {
      taken.storage[i] = this.#array.storage[offset]!;
    });
    return taken;
  }

  write(values: NDArray): void {
    const elements = values.elements();
    this.#offsets.forEach((offset, i) => {
      this.#array.storage[offset] = elements[i]!;
    });
  }
}

export const ufuncType = defineType<PyUfunc>({
  name: 'ufunc',
  module: 'numpy',
  class: PyUfunc,
  call: callUfunc,
  repr: (self) => `<ufunc '${publicName(self.name)}'>`,
  attributes: {
    __name__: (self) => publicName(self.name),
    nin: (self) => self.operandCount,
    nout: (self) => self.resultCount,
    nargs: (self) => self.operandCount + self.resultCount,
    identity: (self) => ufuncTable.get(self.name)!.identity ?? null,
    signature: () => null,
  },
  methods: {
    'reduce(array, axis?, dtype?, out?, keepdims?, initial?, where?)': reduceMethod,
    'accumulate(array, axis?, dtype?, out?)': accumulateMethod,
    'reduceat(array, indices, axis?, dtype?, out?)': reduceAtMethod,
    'outer(A, B)': outer,
    'at(a, indices, b?)': applyAt,
  },
  getMissing: (_self, name) =>
    name === 'types' || name === 'ntypes' ? notSupported(`numpy.ufunc.${name}`) : undefined,
});

/** The objects by every name that the module gives them. */
export const ufuncs: ReadonlyMap<string, PyUfunc> = makeUfuncs();
const divideUfunc = ufuncs.get('divide');

function makeUfuncs(): Map<string, PyUfunc> {
  const made = new Map([...ufuncTable.keys()].map((name) => [name, new PyUfunc(name)]));
  for (const [alias, name] of Object.entries(ufuncAliases)) made.set(alias, made.get(name)!);
  made.set('divide', new PyUfunc('true_divide'));
  return made;
}
