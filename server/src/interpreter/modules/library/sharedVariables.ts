/** `shared(value)`: variables with a value, and what Python code does with them. */
import { checkShape, filterValue, type GivenValue } from '../../../graph/inputValue.ts';
import type { StaticLength } from '../../../graph/tensorType.ts';
import { checkDefault } from '../../../graph/updates.ts';
import { type GraphContext, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { NDArray, scalar } from '../../../tensor/ndarray.ts';
import { PyDict } from '../../containers.ts';
import { exceptionType, notSupported, raise, raiseAttributeError, raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyComplex, PyFloat, PyList, PyObject, PyTuple, type Value } from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { toDType } from '../numpy/dtypeObjects.ts';
import { NumpyScalar } from '../numpy/numpyScalar.ts';
import { givenFor, integerArgument, symbolicArray } from './convert.ts';
import { variableType } from './plainVariable.ts';
import { isGenerator } from './random/generatorObjects.ts';
import { sharedGenerator } from './random/sharedGenerators.ts';
import { lent, tellAccess, tellMade, tellRead, valueToKeep, write } from './sharedAccess.ts';
import { PyContainer } from './storageContainer.ts';
import { nameArgument } from './tensorTypeObject.ts';
import { lengthPattern } from './tensorVariables.ts';

type Missing = Value | undefined;

const isSet = (flag: Missing): boolean => flag !== undefined && isTrue(flag);

/** What makes shared variables and arrays for them, by signature. */
export const sharedFunctions = (
  context: GraphContext,
): Readonly<Record<string, (...args: never[]) => Value>> => ({
  'shared(value, name?, strict?, allow_downcast?, **kwargs)': (value: Value, ...rest: SharedArguments) => {
    const [name, strict, downcast, others] = rest;
    return makeShared(context, value, { name, strict, downcast, others });
  },
  '_shared(value, name?, strict?, allow_downcast?, **kwargs)': (value: Value, ...rest: SharedArguments) => {
    const [name, strict, downcast, others] = rest;
    return makeShared(context, value, { name, strict, downcast, others });
  },
  '_asarray(a, dtype, order?)': (a: Value, dtype: Value) => arrayOf(a, toDType(dtype)),
});

type SharedArguments = [
  name: Missing,
  strict: Missing,
  downcast: Missing,
  others: ReadonlyMap<string, Value>,
];

interface SharedOptions {
  readonly name: Missing;
  readonly strict: Missing;
  readonly downcast: Missing;
  /** `borrow`, and what the shape is known to be. */
  readonly others: ReadonlyMap<string, Value>;
}

/** Makes a shared variable. Numbers become int64, float64 or bool, whatever floatX says; what is no number is kept as it is. */
function makeShared(context: GraphContext, value: Value, options: SharedOptions): Value {
  if (value instanceof Variable) {
    return raiseTypeError(context.dialect.symbolicShared);
  }
  const borrows = isSet(options.others.get('borrow'));
  if (isGenerator(value))
    return sharedGenerator(context, value, { name: nameArgument(options.name), borrows });
  const array = sharedArray(value, { borrows });
  checkOptions(context, value, { options, isArray: value instanceof NDArray });
  const name = nameArgument(options.name);
  if (array === null) return new GenericShared(value, name);
  const made = new SharedVariable(context, array, {
    name,
    shape: knownShape(context, array, options.others),
  });
  made.isScalar = !(value instanceof NDArray);
  made.isLent = borrows && value instanceof NDArray;
  made.accepts = {
    isStrict: isSet(options.strict),
    allowDowncast: typeof options.downcast === 'boolean' ? options.downcast : null,
  };
  tellMade(made);
  return made;
}

/** A value that a program gives in place of a variable, as the libraries' `shared(value)`; null for what is no tensor. */
export function valueAsShared(context: GraphContext, value: Value): SharedVariable | null {
  const array = sharedArray(value, { borrows: false });
  if (array === null) return null;
  const made = new SharedVariable(context, array, { name: null, shape: array.shape.map(() => null) });
  made.isScalar = !(value instanceof NDArray);
  return made;
}

/** Only shared arrays take a pattern or a shape; the libraries have other words for the rest. */
function checkOptions(
  context: GraphContext,
  value: Value,
  { options, isArray }: { options: SharedOptions; isArray: boolean },
): void {
  const { sharedArrayOptions, wrongSharedOptions } = context.dialect;
  const known = isArray ? sharedArrayOptions.split(' ') : ['borrow', 'target'];
  const wrong = [...options.others.keys()].find((name) => !known.includes(name));
  if (wrongSharedOptions === 'refusedByMaker') {
    if (wrong === undefined) return;
    const maker = isArray ? 'tensor_constructor' : 'scalar_constructor';
    raiseTypeError(`${maker}() got an unexpected keyword argument '${wrong}'`);
  }
  const hasName = options.name === undefined || options.name === null || asText(options.name) !== null;
  if (wrong === undefined && hasName && fitsPattern(value, options.others.get('broadcastable'))) return;
  const parameters = PyDict.from([...options.others].filter(([name]) => name !== 'borrow'));
  raiseTypeError(
    `No suitable SharedVariable constructor could be found. Are you sure all kwargs are supported? We do not support the parameter dtype or type. value="${str(value)}". parameters="${repr(parameters)}"`,
  );
}

const fitsPattern = (value: Value, pattern: Missing): boolean =>
  !(value instanceof NDArray) ||
  pattern === undefined ||
  pattern === null ||
  lengthPattern(pattern).every((broadcasts, axis) => !broadcasts || value.shape[axis] === 1);

/** What is known of the shape: by default nothing, since other values may have another one. */
function knownShape(
  context: GraphContext,
  array: NDArray,
  options: ReadonlyMap<string, Value>,
): readonly StaticLength[] {
  const pattern = options.get('broadcastable');
  const shape = options.get('shape');
  if (shape instanceof PyTuple || shape instanceof PyList) {
    const lengths = shape.items.map((length) => (length === null ? null : integerArgument(length, 'shape')));
    const type = { dtype: array.dtype, shape: lengths };
    checkShape(context, type, array);
    return lengths;
  }
  if (pattern === undefined || pattern === null) return array.shape.map(() => null);
  const lengths = lengthPattern(pattern).map((broadcasts) => (broadcasts ? 1 : null));
  checkShape(context, { dtype: array.dtype, shape: lengths }, array);
  return lengths;
}

function sharedArray(value: Value, { borrows }: { readonly borrows: boolean }): NDArray | null {
  if (value instanceof NDArray) return borrows ? symbolicArray(value) : symbolicArray(value).copy();
  if (value instanceof PyComplex) return notSupported('symbolic variables of the type complex128');
  // The libraries do not count NumPy's truth values among the numbers.
  if (value instanceof NumpyScalar) return value.dtype === 'bool' ? null : symbolicArray(value);
  if (value instanceof PyFloat) return scalar('float64', value.value);
  if (typeof value === 'boolean') return scalar('bool', Number(value));
  const integer = asInteger(value);
  if (integer === undefined) return null;
  return arrayOf(value);
}

/** A shared variable of something that is no tensor: it holds the object and takes part in nothing. */
class GenericShared extends PyObject {
  value: Value;
  name: string | null;

  constructor(value: Value, name: string | null) {
    super();
    this.value = value;
    this.name = name;
  }
}

class GenericTypeObject {}
const genericTypeObject = new GenericTypeObject();

defineType<GenericTypeObject>({
  name: 'Generic',
  module: 'theano.gof.type',
  class: GenericTypeObject,
  repr: () => 'Generic',
});

function setValue(self: SharedVariable, value: Value, borrow: Missing): null {
  const { given, array } = convert(self, value);
  const isOwn = array !== given.array || !(value instanceof NDArray);
  const before = valueToKeep(self);
  self.value = isOwn || isSet(borrow) ? array : array.copy();
  self.isLent = isSet(borrow) && !isOwn;
  tellAccess({ kind: 'write', variable: self, before });
  return null;
}

function convert(
  self: SharedVariable,
  value: Value,
): { readonly given: GivenValue; readonly array: NDArray } {
  try {
    const given = givenFor(self.dtype, value);
    return { given, array: filterValue(self.context, self.type, given, self.accepts) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new EngineError(error.type, ...error.args, `Container name "${self.name ?? 'None'}"`);
  }
}

export const sharedVariableType = defineType<SharedVariable>({
  name: 'SharedVariable',
  isPython: true,
  module: 'theano.compile.sharedvalue',
  class: SharedVariable,
  bases: [variableType],
  attributes: {
    default_update: {
      get: (self) => {
        if (self.defaultUpdate !== null || self.context.dialect.unsetDefaultUpdate === 'None')
          return self.defaultUpdate;
        return raiseAttributeError(`'${typeOf(self).name}' object has no attribute 'default_update'`);
      },
      set: (self, value) => {
        if (self.context.dialect.defaultUpdatesAreOld)
          self.context.warn('DeprecationWarning', 'Setting default_update is deprecated.');
        self.defaultUpdate = value === null ? null : checkedDefault(self, value);
      },
    },
    container: (self) => containerOf(self),
    value: { get: noValue, set: noValue },
  },
  methods: {
    'get_value(borrow?, return_internal_type?)': (self: SharedVariable, borrow: Missing) => {
      if (isSet(borrow)) return lent(self);
      tellRead(self);
      return self.value.copy();
    },
    'set_value(new_value, borrow?)': setValue,
    'zero(borrow?)': (self: SharedVariable) => {
      write(self, scalarLike(self.value));
      return null;
    },
  },
});

defineType<GenericShared>({
  name: 'SharedVariable',
  isPython: true,
  module: 'theano.compile.sharedvalue',
  class: GenericShared,
  bases: [sharedVariableType],
  attributes: {
    name: (self) => self.name,
    type: () => genericTypeObject,
    container: () => notSupported('the container of a shared object'),
  },
  methods: {
    'get_value(borrow?, return_internal_type?)': (self: GenericShared) => self.value,
    'set_value(new_value, borrow?)': (self: GenericShared, value: Value) => {
      self.value = value;
      return null;
    },
    'clone(**kwargs)': () => notSupported('a copy of a shared object'),
    'eval(inputs_to_values?)': (self: GenericShared) => self.value,
  },
  repr: (self) => self.name ?? '<Generic>',
});

/** Where the value lies, as the libraries' functions see it. */
export const containerOf = (self: SharedVariable): PyContainer =>
  new PyContainer({
    context: self.context,
    type: self.type,
    name: self.name,
    ...self.accepts,
    read: () => lent(self),
    store: (array) => {
      write(self, array ?? notSupported('a shared variable without a value'));
    },
  });

function noValue(self: SharedVariable): never {
  if (self.context.dialect.valueAttribute === 'explained') {
    raise(
      exceptionType('Exception'),
      'sharedvar.value does not exist anymore. Use sharedvar.get_value() or sharedvar.set_value() instead.',
    );
  }
  return raiseAttributeError(`'${typeOf(self).name}' object has no attribute 'value'`);
}

function scalarLike(array: NDArray): NDArray {
  const zeroed = array.copy();
  zeroed.storage.fill(0 as never);
  return zeroed;
}

function checkedDefault(self: SharedVariable, value: Value): Variable {
  if (!(value instanceof Variable)) return notSupported('a default_update that is no variable');
  if (self.context.dialect.checksDefaultUpdates === 'atOnce') checkDefault(self, value);
  return value;
}
