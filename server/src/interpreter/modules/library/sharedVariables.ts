/** `shared(value)`: variables with a value, and what Python code does with them. */
import { filterValue, type GivenValue } from '../../../graph/inputValue.ts';
import { type GraphContext, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { NDArray, scalar } from '../../../tensor/ndarray.ts';
import { notSupported, raiseAttributeError, raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { PyFloat, PyList, PyObject, PyTuple, type Value } from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { toDType } from '../numpy/dtypeObjects.ts';
import { NumpyScalar } from '../numpy/numpyScalar.ts';
import { givenValue, symbolicArray } from './convert.ts';
import { variableType } from './plainVariable.ts';
import { isGenerator } from './random/generatorObjects.ts';
import { sharedGenerator } from './random/sharedGenerators.ts';
import { nameArgument } from './tensorTypeObject.ts';

type Missing = Value | undefined;

const isSet = (flag: Missing): boolean => flag !== undefined && isTrue(flag);

/** What makes shared variables and arrays for them, by signature. */
export const sharedFunctions = (
  context: GraphContext,
): Readonly<Record<string, (...args: Missing[]) => Value>> => ({
  'shared(value, name?, strict?, allow_downcast?, borrow?)': (...args) =>
    makeShared(context, args[0]!, { name: args[1], borrow: args[4] }),
  '_asarray(a, dtype, order?)': (a, dtype) => arrayOf(a!, toDType(dtype!)),
});

/** Makes a shared variable. Numbers become int64, float64 or bool, whatever floatX says. */
function makeShared(context: GraphContext, value: Value, options: { name: Missing; borrow: Missing }): Value {
  const name = nameArgument(options.name);
  if (value instanceof Variable) {
    return raiseTypeError(
      context.dialect.typeText === 'theano'
        ? 'Shared variable constructor needs numeric values and not symbolic variables.'
        : 'Shared variable values can not be symbolic.',
    );
  }
  if (isGenerator(value)) return sharedGenerator(context, value, { name, borrows: isSet(options.borrow) });
  const array = sharedArray(value, isSet(options.borrow));
  if (array === null) return sharedOther(context, value, name);
  const made = new SharedVariable(context, array, { name });
  made.isScalar = !(value instanceof NDArray);
  made.isLent = isSet(options.borrow) && value instanceof NDArray;
  return made;
}

function sharedArray(value: Value, borrows: boolean): NDArray | null {
  if (value instanceof NDArray) return borrows ? symbolicArray(value) : symbolicArray(value).copy();
  if (value instanceof NumpyScalar) return symbolicArray(value);
  if (value instanceof PyFloat) return scalar('float64', value.value);
  if (typeof value === 'boolean') return scalar('bool', Number(value));
  const integer = asInteger(value);
  if (integer === undefined) return null;
  return arrayOf(value);
}

function sharedOther(context: GraphContext, value: Value, name: string | null): Value {
  if (context.dialect.sharedList === 'generic' && (value instanceof PyList || value instanceof PyTuple)) {
    return new GenericShared(value, name);
  }
  return notSupported(`a shared variable of a '${typeOf(value).name}'`);
}

/** Theano's shared variable of something that is no tensor: it holds the object and takes part in nothing. */
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

defineType<GenericShared>({
  name: 'SharedVariable',
  module: 'theano.compile.sharedvalue',
  class: GenericShared,
  attributes: { name: (self) => self.name, type: () => genericTypeObject },
  methods: {
    'get_value(borrow?, return_internal_type?)': (self: GenericShared) => self.value,
    'set_value(new_value, borrow?)': (self: GenericShared, value: Value) => {
      self.value = value;
      return null;
    },
  },
  repr: (self) => self.name ?? '<Generic>',
});

function setValue(self: SharedVariable, value: Value, borrow: Missing): null {
  const given = givenValue(value);
  const array = convert(self, given);
  const isOwn = array !== given.array || !(value instanceof NDArray);
  self.value = isOwn || isSet(borrow) ? array : array.copy();
  self.isLent = isSet(borrow) && !isOwn;
  return null;
}

function convert(self: SharedVariable, given: GivenValue): NDArray {
  try {
    return filterValue(self.context, self.type, given, { allowDowncast: null });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new EngineError(error.type, ...error.args, `Container name "${self.name ?? 'None'}"`);
  }
}

export const sharedVariableType = defineType<SharedVariable>({
  name: 'SharedVariable',
  module: 'theano.compile.sharedvalue',
  class: SharedVariable,
  bases: [variableType],
  attributes: {
    default_update: {
      get: (self) => {
        if (self.defaultUpdate !== null || self.context.dialect.typeText !== 'theano')
          return self.defaultUpdate;
        return raiseAttributeError(`'${typeOf(self).name}' object has no attribute 'default_update'`);
      },
      set: (self, value) => {
        self.defaultUpdate = value === null ? null : checkedDefault(value);
      },
    },
  },
  methods: {
    'get_value(borrow?, return_internal_type?)': (self: SharedVariable, borrow: Missing) => {
      if (!isSet(borrow)) return self.value.copy();
      self.isLent = true;
      return self.value;
    },
    'set_value(new_value, borrow?)': setValue,
    'zero(borrow?)': (self: SharedVariable) => {
      self.value = scalarLike(self.value);
      return null;
    },
  },
});

function scalarLike(array: NDArray): NDArray {
  const zeroed = array.copy();
  zeroed.storage.fill(0 as never);
  return zeroed;
}

const checkedDefault = (value: Value): Variable =>
  value instanceof Variable ? value : notSupported('a default_update that is no variable');
