/** NumPy's scalar classes, from `generic` down, and what scalars do. */
import { bytesOf, fromBytes } from '../../../tensor/bytes.ts';
import { Complex } from '../../../tensor/complex.ts';
import {
  byteSize,
  componentType,
  type DType,
  isComplex,
  isDiscrete,
  isFloat,
} from '../../../tensor/dtype.ts';
import { isNonZero, type NDArray } from '../../../tensor/ndarray.ts';
import { scalarRepr, scalarText } from '../../../tensor/text.ts';
import { bytesDType, textDType } from '../../../tensor/textElement.ts';
import { notSupported, raiseIndexError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import type { NativeType } from '../../nativeType.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { formatValue } from '../../protocols/formatting.ts';
import { hash, numbersAsKeys } from '../../protocols/hashing.ts';
import { indexOf } from '../../protocols/items.ts';
import { truncate } from '../../protocols/numbers.ts';
import { chooseTypeBy, defineType, lookupInType, receiving } from '../../pyType.ts';
import { complexType, parseComplex } from '../../types/complexType.ts';
import { floatType, parseInteger } from '../../types/numberTypes.ts';
import { asText } from '../../types/textValues.ts';
import {
  Ellipsis,
  int,
  PyBuiltin,
  PyBytes,
  PyFloat,
  PyTuple,
  type PyType,
  PyUnicode,
  type Value,
} from '../../values.ts';
import { isMissing } from './arguments.ts';
import { getArrayItem } from './arrayIndex.ts';
import { memoryAttributes } from './arrayMemory.ts';
import { arrayOf, castChecked, elementOf, numpyVersion } from './conversion.ts';
import { dtypeObject, dtypesOfTypes, scalarTypeOf, scalarTypes, toDType } from './dtypeObjects.ts';
import { shapeMethods, shapeOnlyMethods } from './manipulation.ts';
import { complexNumber, NumpyScalar, presented, pythonNumber } from './numpyScalar.ts';
import {
  addClassicDivision,
  compareElementwise,
  divideWithRest,
  reflectedScalarOperators,
  scalarOperators,
  unaryOperators,
} from './operators.ts';
import { orderMethods, rounded } from './ordering.ts';
import { dotValues } from './products.ts';
import { asReadOnly } from './readOnly.ts';
import { reductions } from './reductions.ts';
import { bytesScalarType, textType } from './textScalar.ts';
import { operateUnary } from './ufuncs.ts';
import { warn } from './warnings.ts';

type ArrayMethod = (array: NDArray, ...args: never[]) => Value;

/** The methods of arrays, on a scalar as an array without axes. */
const onScalar = (
  methods: Readonly<Record<string, ArrayMethod>>,
): Record<string, (self: NumpyScalar, ...args: never[]) => Value> =>
  Object.fromEntries(
    Object.entries(methods).map(([signature, body]) => [
      signature,
      (self: NumpyScalar, ...args: never[]) => body(self.toArray(), ...args),
    ]),
  );

function asIndex(self: NumpyScalar): number | bigint {
  if (!isDiscrete(self.dtype) || self.dtype === 'bool')
    raiseTypeError(`'${scalarTypes.get(self.dtype)!.name}' object cannot be interpreted as an integer`);
  return int(self.value as number | bigint);
}

/** The real number that a scalar is; the imaginary part of a complex one is dropped, with a warning. */
function realValue(self: NumpyScalar): number | bigint {
  const { value } = self;
  if (!(value instanceof Complex)) return value as number | bigint;
  warn('ComplexWarning', 'Casting complex values to real discards the imaginary part');
  return value.re;
}

const asInt = (self: NumpyScalar): number | bigint => {
  const value = realValue(self);
  return isDiscrete(self.dtype) ? int(value) : truncate(Number(value));
};

function componentOfScalar(self: NumpyScalar, part: 're' | 'im'): NumpyScalar {
  const { dtype, value } = self;
  if (value instanceof Complex) return new NumpyScalar(componentType(dtype), value[part]);
  return part === 're' ? self : new NumpyScalar(dtype, elementOf(0, dtype));
}

function roundScalar(self: NumpyScalar, digits?: Value): Value {
  if (self.dtype === 'bool' || (isComplex(self.dtype) && numpyVersion() === 2))
    raiseTypeError(`type ${scalarTypes.get(self.dtype)!.name} doesn't define __round__ method`);
  if (isMissing(digits) && !isComplex(self.dtype)) {
    const whole = rounded(self.toArray(), 0).at(0);
    return isFloat(self.dtype) ? truncate(Number(whole)) : int(whole as number | bigint);
  }
  return presented(rounded(self.toArray(), isMissing(digits) ? 0 : Number(indexOf(digits))));
}

/** `scalar[()]` is the scalar, `scalar[...]` an array without axes. */
function scalarItem(self: NumpyScalar, index: Value): Value {
  if (index instanceof PyTuple && index.items.length === 0) return self;
  if (index === Ellipsis) return self.toArray();
  return index === null || (index instanceof PyTuple && index.items.every((item) => item === null))
    ? getArrayItem(self.toArray(), index)
    : raiseIndexError('invalid index to scalar variable.');
}

function viewScalar(self: NumpyScalar, dtype?: Value): Value {
  if (isMissing(dtype)) return self;
  const wanted = toDType(dtype);
  if (byteSize(wanted) !== byteSize(self.dtype))
    raiseValueError('Changing the dtype of a 0d array is only supported if the itemsize is unchanged');
  return new NumpyScalar(wanted, fromBytes(wanted, bytesOf(self.toArray())).at(0));
}

/** What integers have besides. */
const integerMethods = {
  'is_integer()': () => true,
  'bit_count()': (self: NumpyScalar) => {
    const bits = BigInt(self.value as bigint);
    return (bits < 0n ? -bits : bits).toString(2).replaceAll('0', '').length;
  },
};
const integerAttributes = {
  numerator: (self: NumpyScalar): Value => self,
  denominator: (): Value => 1,
};

/** What floats have besides, as Python's floats do it. */
const asPythonFloat =
  (name: string) =>
  (self: NumpyScalar): Value =>
    call(tryGetAttribute(new PyFloat(Number(self.value)), name)!, []);
const floatMethods = {
  'is_integer()': asPythonFloat('is_integer'),
  'as_integer_ratio()': asPythonFloat('as_integer_ratio'),
};

const abstractClass = (
  name: string,
  bases?: readonly PyType[],
  more: Partial<NativeType<NumpyScalar>> = {},
): PyType =>
  defineType<NumpyScalar>({
    name,
    module: 'numpy',
    ...more,
    ...(bases ? { bases } : {}),
    create: () => raiseTypeError(`cannot create 'numpy.${name}' instances`),
  });

export const genericType: PyType = defineType<NumpyScalar>({
  name: 'generic',
  module: 'numpy',
  create: () => raiseTypeError("cannot create 'numpy.generic' instances"),
  attributes: {
    dtype: (self) => dtypeObject(self.dtype),
    shape: () => new PyTuple([]),
    strides: () => new PyTuple([]),
    ndim: () => 0,
    size: () => 1,
    itemsize: (self) => byteSize(self.dtype),
    nbytes: (self) => byteSize(self.dtype),
    T: (self) => self,
    real: (self) => componentOfScalar(self, 're'),
    imag: (self) => componentOfScalar(self, 'im'),
    base: () => null,
    flags: (self) => memoryAttributes.flags(asReadOnly(self.toArray())),
  },
  methods: {
    ...onScalar(reductions as Record<string, ArrayMethod>),
    ...onScalar(shapeMethods as Record<string, ArrayMethod>),
    ...onScalar(shapeOnlyMethods as Record<string, ArrayMethod>),
    ...onScalar(orderMethods as Record<string, ArrayMethod>),
    'astype(dtype, order?, casting?, subok?, copy?)': (self: NumpyScalar, dtype: Value) =>
      presented(castChecked(self.toArray(), toDType(dtype))),
    'item()': (self: NumpyScalar) => pythonNumber(self.dtype, self.value),
    'tolist()': (self: NumpyScalar) => pythonNumber(self.dtype, self.value),
    'copy(order?)': (self: NumpyScalar) => self,
    'conjugate()': (self: NumpyScalar) => operateUnary('conjugate', self),
    'conj()': (self: NumpyScalar) => operateUnary('conjugate', self),
    'dot(b)': (self: NumpyScalar, other: Value) => dotValues(self, other),
    '__divmod__(other)': divideWithRest,
    '__rdivmod__(other)': (self: Value, other: Value) => divideWithRest(other, self),
    '__round__(ndigits?)': roundScalar,
    '__complex__()': (self: NumpyScalar) => complexNumber(self.value),
    '__copy__()': (self: NumpyScalar) => self,
    '__deepcopy__(memo)': (self: NumpyScalar) => self,
    'view(dtype?)': viewScalar,
    'tobytes()': (self: NumpyScalar) => new PyBytes(bytesOf(self.toArray())),
    'squeeze()': (self: NumpyScalar) => self,
    'fill(value)': () => null,
  },
  binary: scalarOperators,
  reflected: reflectedScalarOperators,
  unary: unaryOperators,
  compare: compareElementwise,
  hash: (self) => hash(pythonNumber(self.dtype, self.value)),
  repr: (self) => scalarRepr(self.dtype, self.value, numpyVersion()),
  str: (self) => scalarText(self.dtype, self.value, numpyVersion()),
  format: (self, specification) =>
    specification === ''
      ? scalarText(self.dtype, self.value, numpyVersion())
      : formatValue(pythonNumber(self.dtype, self.value), specification),
  getItem: scalarItem,
  bool: (self) => isNonZero(self.value),
  int: asInt,
  float: (self) => Number(realValue(self)),
  abs: (self) => operateUnary('absolute', self),
});
addClassicDivision(genericType);

const numberType = abstractClass('number', [genericType]);
const integerType = abstractClass('integer', [numberType], {
  methods: integerMethods,
  attributes: integerAttributes,
});
export const signedType = abstractClass('signedinteger', [integerType]);
const unsignedType = abstractClass('unsignedinteger', [integerType]);
const inexactType = abstractClass('inexact', [numberType]);
const floatingType = abstractClass('floating', [inexactType], { methods: floatMethods });
const complexFloatingType = abstractClass('complexfloating', [inexactType]);

function createScalar(dtype: DType, args: readonly Value[]): Value {
  const [value] = args;
  if (value === undefined) return new NumpyScalar(dtype, elementOf(0, dtype));
  if (typeof value === 'string' || value instanceof PyUnicode) return scalarOfText(dtype, value);
  if (dtype === 'bool' && !(typeof value === 'object' && value !== null))
    return new NumpyScalar('bool', isTrue(value) ? 1 : 0);
  return presented(arrayOf(value, dtype));
}

function scalarOfText(dtype: DType, value: string | PyUnicode): Value {
  if (isFloat(dtype)) return new NumpyScalar(dtype, elementOf(value, dtype));
  if (isComplex(dtype)) return presented(arrayOf(parseComplex(asText(value)!), dtype));
  const text = typeof value === 'string' ? value : value.value;
  if (dtype === 'bool') return new NumpyScalar('bool', text === '' ? 0 : 1);
  return new NumpyScalar(dtype, elementOf(parseInteger(text, 10, value), dtype));
}

function scalarClass(dtype: DType, bases: readonly PyType[], options: { isIndex: boolean }): PyType {
  const type: PyType = defineType<NumpyScalar>({
    name: dtype,
    module: 'numpy',
    bases,
    create: (cls, args) => {
      if (cls !== type) notSupported(`a class derived from numpy.${dtype}`);
      return createScalar(dtype, args);
    },
    ...(options.isIndex ? { index: asIndex, int: asInt } : {}),
  });
  type.name = `numpy.${dtype}`;
  scalarTypes.set(dtype, type);
  dtypesOfTypes.set(type, dtype);
  return type;
}

scalarClass('bool', [genericType], { isIndex: false });
for (const dtype of ['int8', 'int16', 'int32', 'int64'] as const)
  scalarClass(dtype, [signedType], { isIndex: true });
for (const dtype of ['uint8', 'uint16', 'uint32', 'uint64'] as const)
  scalarClass(dtype, [unsignedType], { isIndex: true });
for (const dtype of ['float16', 'float32'] as const) scalarClass(dtype, [floatingType], { isIndex: false });
forwardInherited(scalarClass('float64', [floatingType, floatType], { isIndex: false }), floatType);
scalarClass('complex64', [complexFloatingType], { isIndex: false });
forwardInherited(
  scalarClass('complex128', [complexFloatingType, complexType], { isIndex: false }),
  complexType,
);

/** What `float64` inherits from `float`, and `complex128` from `complex`, works on the Python number. */
function forwardInherited(type: PyType, python: PyType): void {
  for (const [name, inherited] of python.namespace) {
    if (!(inherited instanceof PyBuiltin) || lookupInType(genericType, name) === inherited) continue;
    if (genericType.namespace.has(name)) continue;
    const forward = (args: readonly Value[]): Value => {
      const [self, ...rest] = args;
      const { dtype, value } = self as NumpyScalar;
      return inherited.call([pythonNumber(dtype, value), ...rest], null);
    };
    type.namespace.set(name, receiving(type, new PyBuiltin(name, forward, { bindsSelf: true })));
  }
}

numbersAsKeys.set(NumpyScalar, (key: NumpyScalar) => pythonNumber(key.dtype, key.value));
dtypesOfTypes.set(textType, textDType(0));
dtypesOfTypes.set(bytesScalarType, bytesDType(0));
chooseTypeBy(NumpyScalar, (value) => scalarTypes.get(value.dtype) ?? scalarTypeOf(value.dtype));

/** `numpy.bool_` is called `numpy.bool` since NumPy 2. Called when the module is made. */
export function nameBooleanType(numpy: 1 | 2): void {
  const type = scalarTypes.get('bool')!;
  type.qualifiedName = numpy === 2 ? 'bool' : 'bool_';
  type.name = `numpy.${type.qualifiedName}`;
}

/** The classes by the names that the module gives them. */
export const abstractScalarTypes: Readonly<Record<string, PyType>> = {
  generic: genericType,
  number: numberType,
  integer: integerType,
  signedinteger: signedType,
  unsignedinteger: unsignedType,
  inexact: inexactType,
  floating: floatingType,
  complexfloating: complexFloatingType,
};
