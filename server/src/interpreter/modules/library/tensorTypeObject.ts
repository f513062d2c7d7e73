/** `x.type`: the type of a variable as a Python object that makes variables when it is called. */
import { fillText } from '../../../graph/dialects/fillText.ts';
import type { LibraryName } from '../../../graph/dialects.ts';
import { filterValue } from '../../../graph/inputValue.ts';
import { fitting } from '../../../graph/rebuild.ts';
import {
  broadcastPattern,
  isSubtype,
  printType,
  reprType,
  type StaticLength,
  sameType,
  type TensorType,
  tensorType,
} from '../../../graph/tensorType.ts';
import { Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { type NDArray, zeros } from '../../../tensor/ndarray.ts';
import { equality } from '../../equality.ts';
import { asPythonException, isException, notSupported, raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { toArray } from '../../protocols/iteration.ts';
import { str } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { type Create, type PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { dtypeObject } from '../numpy/dtypeObjects.ts';
import { dtypeOf, givenValue, integerArgument, isNameOfType } from './convert.ts';
import { contextOf } from './libraryContext.ts';
import { programInput } from './programInputs.ts';

/** A tensor type of one library. */
export class TensorTypeObject {
  readonly context: GraphContext;
  readonly type: TensorType;
  name: string | null = null;

  constructor(context: GraphContext, type: TensorType) {
    this.context = context;
    this.type = tensorType(context.dialect, type);
  }
}

/** A name argument; null for None and a missing one. */
export function nameArgument(value: Value | undefined): string | null {
  if (value === undefined || value === null) return null;
  return asText(value) ?? raiseTypeError('name must be a string');
}

/** Types may show what they got instead of a name. */
function nameOfMade({ dialect }: GraphContext, value: Value | undefined): string | null {
  const isWrong = value !== undefined && value !== null && asText(value) === null;
  return isWrong && dialect.errorValues === 'arguments'
    ? raiseTypeError('name must be a string', value)
    : nameArgument(value);
}

/** `T.dvector('x')`: a type is called with a name. */
const variableMaker = ({ context, type }: TensorTypeObject): PyBuiltin =>
  builtin('__call__(name?)', ((name: Value | undefined) =>
    programInput(context, type, nameOfMade(context, name))) as NativeBody);

const lengths = (shape: readonly StaticLength[]): PyTuple => new PyTuple([...shape]);

const isSet = (value: Value | undefined): value is Value => value !== undefined && value !== null;

/** The type with another element type or shape. */
function changed(
  self: TensorTypeObject,
  dtype: Value | undefined,
  shape: Value | undefined,
): TensorTypeObject {
  return new TensorTypeObject(self.context, {
    dtype: isSet(dtype) ? dtypeOf(self.context, dtype) : self.type.dtype,
    shape: isSet(shape) ? lengthsOf(shape) : self.type.shape,
  });
}

function filtered(
  self: TensorTypeObject,
  value: Value,
  strict: Value | undefined,
  downcast: Value | undefined,
): Value {
  return filterValue(self.context, self.type, givenValue(value), {
    isStrict: isSet(strict) && isTrue(strict),
    allowDowncast: typeof downcast === 'boolean' ? downcast : null,
  });
}

function isValid(self: TensorTypeObject, value: Value, strict: Value | undefined): boolean {
  try {
    filtered(self, value, strict ?? true, undefined);
    return true;
  } catch (error) {
    if (asPythonException(error) === null || isException(error, 'NotSupportedByScanLens')) throw error;
    return false;
  }
}

/** `TensorType(…)`: the second argument is a pattern of booleans or, in the newer libraries, a shape. */
function lengthsOf(given: Value): StaticLength[] {
  const items =
    given instanceof PyList || given instanceof PyTuple ? given.items : raiseTypeError('a tuple is expected');
  return items.map((item) => {
    if (typeof item === 'boolean') return item ? 1 : null;
    return item === null ? null : integerArgument(item, 'shape');
  });
}

/** The same where floatX is usual. */
export const givenElementType = (context: GraphContext, dtype: Value | undefined): DType =>
  isSet(dtype) ? elementTypeOf(context, dtype) : context.floatX;

/** The same where None and a missing argument mean "the usual one". */
export const optionalElementType = (context: GraphContext, dtype: Value | undefined): DType | null =>
  dtype === undefined || dtype === null ? null : elementTypeOf(context, dtype);

/** The element type of a tensor type; names that are none are refused in the library's words. */
function elementTypeOf(context: GraphContext, dtype: Value): DType {
  const isKnown = context.dialect.namesOfTypes === 'numpy' || isNameOfType(dtype);
  try {
    if (isKnown) return dtypeOf(context, dtype);
  } catch (error) {
    if (!isException(error, 'TypeError')) throw error;
  }
  return raiseTypeError(fillText(context.dialect.wrongDType, str(dtype)));
}

/** What calling a library's `TensorType` does. */
export function createTensorType(library: LibraryName): Create {
  const { call } = builtin('TensorType(dtype, broadcastable?, name?, shape?)', ((
    dtype: Value,
    pattern: Value | undefined,
    name: Value | undefined,
    shape: Value | undefined,
  ) => {
    const context = contextOf(library);
    const lengths = lengthsOf(shape ?? pattern ?? new PyTuple([]));
    const made = new TensorTypeObject(context, { dtype: elementTypeOf(context, dtype), shape: lengths });
    made.name = nameArgument(name);
    return made;
  }) as NativeBody);
  return (_, args, keywords) => call(args, keywords);
}

export const tensorTypeType = defineType<TensorTypeObject>({
  name: 'TensorType',
  module: 'tensor.type',
  class: TensorTypeObject,
  attributes: {
    dtype: (self) => self.type.dtype,
    ndim: (self) => self.type.shape.length,
    broadcastable: (self) => new PyTuple(broadcastPattern(self.type)),
    shape: (self) => lengths(self.type.shape),
    numpy_dtype: (self) => dtypeObject(self.type.dtype),
    name: (self) => self.name,
  },
  methods: {
    'make_variable(name?)': (self: TensorTypeObject, name: Value | undefined) =>
      programInput(self.context, self.type, nameArgument(name)),
    'make_constant(value, name?)': (self: TensorTypeObject, value: Value, name: Value | undefined) =>
      new Constant(self.context, filtered(self, value, undefined, undefined) as NDArray, {
        name: nameArgument(name),
      }),
    'clone(dtype?, broadcastable?, shape?)': (
      self: TensorTypeObject,
      dtype: Value | undefined,
      pattern: Value | undefined,
      shape: Value | undefined,
    ) => changed(self, dtype, shape ?? pattern),
    'filter(data, strict?, allow_downcast?)': filtered,
    'is_valid_value(a, strict?)': isValid,
    'is_super(otype)': (self: TensorTypeObject, other: Value) =>
      other instanceof TensorTypeObject && isSubtype(other.type, self.type),
    'in_same_class(otype)': (self: TensorTypeObject, other: Value) =>
      other instanceof TensorTypeObject &&
      other.type.dtype === self.type.dtype &&
      sameType(broadcasting(other), broadcasting(self)),
    'value_zeros(shape)': (self: TensorTypeObject, shape: Value) =>
      zeros(
        self.type.dtype,
        toArray(shape).map((length) => integerArgument(length, 'shape')),
      ),
    'filter_variable(other, allow_convert?)': (self: TensorTypeObject, other: Value) =>
      other instanceof Variable
        ? fitting(new Variable(self.context, self.type), other)
        : new Constant(self.context, filtered(self, other, undefined, undefined) as NDArray),
  },
  call: (self, args, keywords) => variableMaker(self).call(args, keywords),
  compare: equality((self, other) => other instanceof TensorTypeObject && sameType(self.type, other.type)),
  hash: (self) => identityOf(self.context) + self.type.dtype.length * 64 + self.type.shape.length,
  repr: (self) => reprType(self.context.dialect, self.type),
  str: (self) => printType(self.context.dialect, self.type),
  getMissing: (_, name) =>
    unsupportedNames.has(name) ? notSupported(`the attribute ${name} of types`) : undefined,
});

/** What the libraries' types have besides. */
const unsupportedNames = new Set([
  ...[
    'Constant',
    'Variable',
    'constant_type',
    'context_name',
    'convert_variable',
    'dtype_specs',
    'filter_inplace',
  ],
  ...['get_shape_info', 'get_size', 'is_nan', 'may_share_memory', 'sparse_grad', 'to_scalar_type'],
  ...['value_validity_msg', 'values_eq', 'values_eq_approx', 'variable_type'],
]);

const broadcasting = ({ type }: TensorTypeObject): TensorType => ({
  dtype: type.dtype,
  shape: type.shape.map((length) => (length === 1 ? 1 : null)),
});
