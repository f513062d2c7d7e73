/** The ufunc objects that a program calls: `np.add(a, b, out=…)`, `np.add.reduce(a)`, `np.multiply.outer(a, b)`. */
import { addAt } from '../../../tensor/indexing.ts';
import { cast, NDArray } from '../../../tensor/ndarray.ts';
import { accumulate } from '../../../tensor/reduce.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { pythonVersion } from '../../runtime.ts';
import { type Keywords, PyObject, type Value } from '../../values.ts';
import { axisOf, type Given, isMissing, outputOf, refuseArguments } from './arguments.ts';
import { arrayOf } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { classicName } from './operators.ts';
import { operandOf } from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { reductions } from './reductions.ts';
import { applyUfunc, publicName, type UfuncOptions } from './ufuncs.ts';
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
}

const known = new Set(['out', 'where', 'dtype']);

function optionsOf(self: PyUfunc, args: readonly Value[], keywords: Keywords): UfuncOptions {
  for (const name of keywords?.keys() ?? []) {
    if (!known.has(name)) {
      if (['casting', 'order', 'subok', 'signature', 'axes', 'axis'].includes(name))
        notSupported(`the argument ${name} of numpy.${publicName(self.name)}`);
      raiseTypeError(`${publicName(self.name)}() got an unexpected keyword argument '${name}'`);
    }
  }
  const out = outputOf(keywords?.get('out') ?? args[self.operandCount]);
  const mask = keywords?.get('where');
  const dtype = optionalDType(keywords?.get('dtype'));
  return {
    ...(out ? { out } : {}),
    ...(isMissing(mask) || mask === true ? {} : { where: arrayOf(mask) }),
    ...(dtype ? { dtype } : {}),
  };
}

function callUfunc(self: PyUfunc, args: readonly Value[], keywords: Keywords): Value {
  const { operandCount } = self;
  if (args.length < operandCount || args.length > operandCount + 1) {
    const most = operandCount + 1;
    raiseTypeError(
      `${publicName(self.name)}() takes from ${operandCount} to ${most} positional arguments but ${args.length} ${args.length === 1 ? 'was' : 'were'} given`,
    );
  }
  const operands = args.slice(0, operandCount);
  const isClassic = pythonVersion() === 2 && self.name === 'true_divide' && self === divideUfunc;
  const name = (isClassic && classicName(operands[0]!, operands[1]!)) || self.name;
  return applyUfunc(name, operands, optionsOf(self, args, keywords));
}

type Reducer = (array: NDArray, ...args: never[]) => Value;

function reducer(
  self: PyUfunc,
  value: Value,
  given: { axis?: Value; dtype?: Value; keepdims?: Value },
): Value {
  const array = arrayOf(value);
  const axis = given.axis === undefined ? 0 : given.axis;
  const { dtype, keepdims } = given;
  const run = (signature: keyof typeof reductions, args: (Value | undefined)[]): Value =>
    (reductions[signature] as Reducer)(array, ...(args as never[]));
  switch (self.name) {
    case 'add':
      return run('sum(axis?, dtype?, out?, keepdims?, initial?, where?)', [axis, dtype, undefined, keepdims]);
    case 'multiply':
      return run('prod(axis?, dtype?, out?, keepdims?, initial?, where?)', [
        axis,
        dtype,
        undefined,
        keepdims,
      ]);
    case 'maximum':
      return run('max(axis?, out?, keepdims?, initial?, where?)', [axis, undefined, keepdims]);
    case 'minimum':
      return run('min(axis?, out?, keepdims?, initial?, where?)', [axis, undefined, keepdims]);
    case 'logical_and':
      return run('all(axis?, out?, keepdims?, *, where?)', [axis, undefined, keepdims]);
    case 'logical_or':
      return run('any(axis?, out?, keepdims?, *, where?)', [axis, undefined, keepdims]);
    default:
      return notSupported(`numpy.${publicName(self.name)}.reduce`);
  }
}

function accumulated(self: PyUfunc, value: Value, axis?: Value): Value {
  const array = arrayOf(value);
  if (array.ndim === 0) raiseTypeError('cannot accumulate on a scalar');
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const kind =
    self.name === 'add'
      ? 'sum'
      : self.name === 'multiply'
        ? 'prod'
        : notSupported(`numpy.${publicName(self.name)}.accumulate`);
  const dtype = array.dtype === 'bool' ? 'int64' : array.dtype;
  return array.size === 0 ? cast(array, dtype) : accumulate(array, kind, { axis: at, dtype });
}

function outer(self: PyUfunc, a: Value, b: Value): Value {
  const [x, y] = [arrayOf(a), arrayOf(b)];
  const left = reshape(x, [...x.shape, ...y.shape.map(() => 1)]);
  return applyUfunc(self.name, [left, y]);
}

function applyAt(self: PyUfunc, target: Value, indices: Value, values?: Value): Value {
  if (self.name !== 'add' || !(target instanceof NDArray) || isMissing(values))
    return notSupported(`numpy.${publicName(self.name)}.at`);
  checkWritable(target);
  const operand = operandOf(values) ?? notSupported(`values of type '${typeOf(values).name}'`);
  const source = operand.kind === 'array' ? operand.array : arrayOf(values);
  addAt(target, [{ kind: 'array', array: arrayOf(indices, 'int64') }], source);
  return null;
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
    nout: () => 1,
    nargs: (self) => self.operandCount + 1,
  },
  methods: {
    'reduce(array, axis?, dtype?, out?, keepdims?)': (
      self: PyUfunc,
      value: Value,
      ...[axis, dtype, out, keepdims]: Given
    ) => {
      refuseArguments({ out });
      return reducer(self, value, {
        ...(axis === undefined ? {} : { axis }),
        ...(dtype === undefined ? {} : { dtype }),
        ...(keepdims === undefined ? {} : { keepdims }),
      });
    },
    'accumulate(array, axis?)': accumulated,
    'outer(A, B)': outer,
    'at(a, indices, b?)': applyAt,
    'reduceat(*args)': (self: PyUfunc) => notSupported(`numpy.${publicName(self.name)}.reduceat`),
  },
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
