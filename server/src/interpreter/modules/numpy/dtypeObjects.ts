/** `np.dtype` objects, and everything that a program may write where a dtype is wanted. */
import {
  byteSize,
  canCastSafely,
  componentType,
  type DType,
  isDType,
  isText,
  kindOf,
  type NumberDType,
} from '../../../tensor/dtype.ts';
import { fieldsOf, isRecord, recordType } from '../../../tensor/recordElement.ts';
import { bytesDType, isBytes, textDType, withTextLength } from '../../../tensor/textElement.ts';
import {
  isMoment,
  isTime,
  momentType,
  spanType,
  type TimeUnit,
  timeUnits,
} from '../../../tensor/timeElement.ts';
import { codeOf, fieldsText, kindLetters } from '../../../tensor/typeCodes.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, primitiveTypes, typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { bytesType } from '../../types/bytesType.ts';
import { complexType } from '../../types/complexType.ts';
import { unicodeType } from '../../types/strType.ts';
import { NotImplemented, PyList, PyObject, PyTuple, PyType, PyUnicode, type Value } from '../../values.ts';
import { listedFields } from './recordValues.ts';

/** A `np.dtype`. There is one per element type. */
export class PyDType extends PyObject {
  readonly dtype: DType;
  constructor(dtype: DType) {
    super();
    this.dtype = dtype;
  }
}

const objects = new Map<DType, PyDType>();

/** `np.dtype(name)`. */
export function dtypeObject(dtype: DType): PyDType {
  let found = objects.get(dtype);
  if (!found) {
    found = new PyDType(dtype);
    objects.set(dtype, found);
  }
  return found;
}

/** The class of the scalars of each element type; filled by scalarTypes.ts. */
export const scalarTypes = new Map<DType, PyType>();
/** Those of texts, which depend on the Python; filled by textScalar.ts. */
export const textScalarTypes = new Map<DType, Readonly<Record<2 | 3, PyType>>>();

/** The class of the scalars of a type; texts of all lengths have one, and times of all units. */
export const scalarTypeOf = (dtype: DType): PyType => {
  const whole = isRecord(dtype)
    ? 'V'
    : isTime(dtype)
      ? isMoment(dtype)
        ? momentType(null)
        : spanType(null)
      : dtype;
  if (isText(dtype)) return textScalarTypes.get(withTextLength(dtype, 0))![runtime().python];
  return scalarTypes.get(whole)!;
};

/** The element type that a class stands for where a dtype is wanted. */
export const dtypesOfTypes = new Map<PyType, DType>();

const characters: Readonly<Record<NumberDType, string>> = {
  bool: '?',
  int8: 'b',
  int16: 'h',
  int32: 'i',
  int64: 'l',
  uint8: 'B',
  uint16: 'H',
  uint32: 'I',
  uint64: 'L',
  float16: 'e',
  float32: 'f',
  float64: 'd',
  complex64: 'F',
  complex128: 'D',
};

const aliases: ReadonlyMap<string, DType> = new Map(
  Object.entries({
    bool_: 'bool',
    bool8: 'bool',
    int: 'int64',
    int_: 'int64',
    intp: 'int64',
    long: 'int64',
    longlong: 'int64',
    q: 'int64',
    p: 'int64',
    intc: 'int32',
    short: 'int16',
    byte: 'int8',
    uint: 'uint64',
    uintp: 'uint64',
    ulong: 'uint64',
    ulonglong: 'uint64',
    Q: 'uint64',
    P: 'uint64',
    uintc: 'uint32',
    ushort: 'uint16',
    ubyte: 'uint8',
    float: 'float64',
    float_: 'float64',
    double: 'float64',
    single: 'float32',
    half: 'float16',
    complex: 'complex128',
    complex_: 'complex128',
    cfloat: 'complex128',
    cdouble: 'complex128',
    csingle: 'complex64',
    singlecomplex: 'complex64',
    b1: 'bool',
  } as const),
);

/** Types that NumPy has and the arrays here do not. */
const refusedTypes =
  /^(complex256|clongdouble|[cGgOV]|c32|object_?|object0|void|float128|longdouble|longfloat|f16|V\d*|.*,.*)$/;

const byCode = new Map<string, DType>(
  Object.entries(characters).flatMap(([dtype, character]) => [
    [character, dtype as DType],
    [`${kindLetters[kindOf(dtype as DType)]}${byteSize(dtype as DType)}`, dtype as DType],
  ]),
);

/** The dtype that a text names. Raises NumPy's TypeError; refuses types without arrays here. */
export function dtypeOfText(text: string): DType {
  const name = /^[<=|]/.test(text) ? text.slice(1) : text;
  const found = isDType(name) ? name : (aliases.get(name) ?? byCode.get(name));
  if (found) return found;
  const ofText = /^(?:U(\d*)|str_?|unicode_?)$/.exec(name);
  if (ofText) return textDType(Number(ofText[1] ?? 0));
  const ofBytes = /^(?:[Sa](\d*)|bytes_?|string_?)$/.exec(name);
  if (ofBytes) return bytesDType(Number(ofBytes[1] ?? 0));
  const ofTime = timeTypeOf(name);
  if (ofTime) return ofTime;
  if (/^[\w<>=|]+(?: *, *[\w<>=|]+)+$/.test(name)) return unnamedStructure(name);
  if (refusedTypes.test(name)) notSupported(`arrays of the type '${text}'`);
  if (/^>/.test(text) && (byCode.has(text.slice(1)) || isDType(text.slice(1))))
    notSupported(`arrays in big-endian order ('${text}')`);
  return raiseTypeError(`data type ${repr(text)} not understood`);
}

/** `datetime64[D]`, `M8[ms]`; units of several, like `15m`, are refused. */
function timeTypeOf(name: string): DType | undefined {
  const match = /^(datetime64|M8|M|timedelta64|m8|m)(?:\[(\d*)(\w+)\])?$/.exec(name);
  if (!match) return undefined;
  const [, kind, count, unit] = match;
  if (count !== undefined && count !== '' && count !== '1')
    notSupported(`times in units of several (${name})`);
  if (unit !== undefined && unit !== 'generic' && !timeUnits.includes(unit as TimeUnit))
    raiseTypeError(`Invalid datetime unit "${unit}" in metadata`);
  const known = unit === undefined || unit === 'generic' ? null : (unit as TimeUnit);
  return /^[Md]/.test(kind!) ? momentType(known) : spanType(known);
}

/** The dtype that a value stands for: None is float64. */
export function toDType(value: Value): DType {
  if (value === null) return 'float64';
  if (value instanceof PyDType) return value.dtype;
  if (typeof value === 'string') return dtypeOfText(value);
  if (value instanceof PyUnicode) return dtypeOfText(value.value);
  if (value instanceof PyType) return dtypeOfType(value);
  if (value instanceof PyTuple || value instanceof PyList || value instanceof PyDict)
    return structureOf(value);
  return raiseTypeError(`Cannot interpret '${repr(value)}' as a data type`);
}

/** A list of fields with their types; what lies further inside is refused. */
function structureOf(value: PyTuple | PyList | PyDict): DType {
  if (value instanceof PyDict) return structureOfDict(value);
  if (value instanceof PyTuple) return notSupported('types with a shape');
  return checkedStructure(listedFields(value, toDType), {
    hasShape: value.items.some((item) => item instanceof PyTuple && item.items.length > 2),
  });
}

function structureOfDict(value: PyDict): DType {
  const [names, formats] = ['names', 'formats'].map((key) => value.table.get(key));
  if (value.table.size !== 2 || names === undefined || formats === undefined)
    return notSupported('this structured dtype');
  const types = toArray(formats).map(toDType);
  return checkedStructure(
    toArray(names).map((name, k) => ({ name: str(name), dtype: types[k]! })),
    { hasShape: false },
  );
}

function checkedStructure(
  fields: readonly { name: string; dtype: DType }[],
  { hasShape }: { readonly hasShape: boolean },
): DType {
  if (hasShape) notSupported('fields with a shape');
  if (fields.some(({ dtype }) => isRecord(dtype))) notSupported('records in records');
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) raiseValueError(`field '${twice}' occurs more than once`);
  return recordType(fields);
}

/** `i4,f8`: fields that are named by their places. */
const unnamedStructure = (text: string): DType =>
  checkedStructure(
    text.split(',').map((type, k) => ({ name: `f${k}`, dtype: dtypeOfText(type.trim()) })),
    { hasShape: false },
  );

function dtypeOfType(type: PyType): DType {
  if (type === primitiveTypes.bool) return 'bool';
  if (type === primitiveTypes.int || type.name === 'long') return 'int64';
  if (type === primitiveTypes.float) return 'float64';
  if (type === complexType) return 'complex128';
  const ofText = textTypeOf(type);
  if (ofText) return ofText;
  return dtypesOfTypes.get(type) ?? notSupported(`arrays of the type '${type.name}'`);
}

/** Python's own types of texts. */
function textTypeOf(type: PyType): DType | undefined {
  const isPython2 = runtime().python === 2;
  if (type === primitiveTypes.str) return isPython2 ? bytesDType(0) : textDType(0);
  if (type === unicodeType) return textDType(0);
  return type === bytesType ? bytesDType(0) : undefined;
}

/** A dtype that may be missing or None. */
export const optionalDType = (value: Value | undefined): DType | undefined =>
  value === undefined || value === null ? undefined : toDType(value);

/** For comparisons: the dtype or `undefined` where the value names none. */
function tryDType(value: Value): DType | undefined {
  if (value instanceof PyDType) return value.dtype;
  if (value instanceof PyType) return dtypesOfTypes.get(value) ?? pythonDType(value);
  if (typeof value !== 'string') return undefined;
  if (/^[<=]?(?:datetime64|timedelta64|[Mm]8)(?:\[|$)/.test(value))
    return timeTypeOf(value.replace(/^[<=]/, ''));
  if (/^<?U\d+$/.test(value)) return textDType(Number(value.replace(/^<?U/, '')));
  if (/^\|?S\d+$/.test(value)) return bytesDType(Number(value.replace(/^\|?S/, '')));
  return isDType(value) ? value : (aliases.get(value) ?? byCode.get(value.replace(/^[<=|]/, '')));
}

function pythonDType(type: PyType): DType | undefined {
  if (type === primitiveTypes.bool) return 'bool';
  if (type === primitiveTypes.int) return 'int64';
  if (type === complexType) return 'complex128';
  return type === primitiveTypes.float ? 'float64' : textTypeOf(type);
}

const typeNumbers: readonly DType[] = [
  'bool',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
];

const inexactNumbers: Partial<Record<DType, number>> = {
  float32: 11,
  float64: 12,
  complex64: 14,
  complex128: 15,
  float16: 23,
};

/** As the type's repr writes it; a length of 0 is left out. */
const shownName = (dtype: DType): string =>
  isText(dtype) ? dtype.replace(/^\||(?<=[SU])0$/g, '') : isTime(dtype) ? codeOf(dtype) : dtype;

/** What types of texts are called, by Python. */
const textNames = { U: { 2: 'unicode', 3: 'str' }, S: { 2: 'string', 3: 'bytes' } } as const;

export const dtypeType = defineType<PyDType>({
  name: 'dtype',
  module: 'numpy',
  class: PyDType,
  create: (_type, args) =>
    dtypeObject(toDType(args[0] ?? raiseTypeError("dtype() missing required argument 'dtype' (pos 0)"))),
  attributes: {
    name: (self) =>
      isRecord(self.dtype)
        ? `void${byteSize(self.dtype) * 8}`
        : isText(self.dtype)
          ? `${textNames[isBytes(self.dtype) ? 'S' : 'U'][runtime().python]}${byteSize(self.dtype) * 8 || ''}`
          : self.dtype,
    kind: (self) => kindLetters[kindOf(self.dtype)],
    char: (self) =>
      isText(self.dtype)
        ? kindLetters[kindOf(self.dtype)]
        : isTime(self.dtype) || isRecord(self.dtype)
          ? kindLetters[kindOf(self.dtype)]
          : characters[self.dtype],
    itemsize: (self) => byteSize(self.dtype),
    alignment: (self) =>
      isRecord(self.dtype) || isBytes(self.dtype)
        ? 1
        : isText(self.dtype)
          ? 4
          : byteSize(componentType(self.dtype)),
    byteorder: (self) =>
      isRecord(self.dtype) || isBytes(self.dtype) || byteSize(self.dtype) === 1 ? '|' : '=',
    str: (self) => codeOf(self.dtype),
    type: (self) => scalarTypeOf(self.dtype),
    num: (self) =>
      isText(self.dtype)
        ? isBytes(self.dtype)
          ? 18
          : 19
        : isRecord(self.dtype)
          ? 20
          : isTime(self.dtype)
            ? isMoment(self.dtype)
              ? 21
              : 22
            : (inexactNumbers[self.dtype] ?? typeNumbers.indexOf(self.dtype)),
    ndim: () => 0,
    shape: () => new PyTuple([]),
    isnative: () => true,
    isbuiltin: () => 1,
    hasobject: () => false,
    isalignedstruct: () => false,
    flags: () => 0,
    subdtype: () => null,
    metadata: () => null,
    base: (self) => self,
    descr: (self) =>
      isRecord(self.dtype)
        ? new PyList(
            fieldsOf(self.dtype).map((field) => new PyTuple([field.name, codeOf(field.dtype as DType)])),
          )
        : new PyList([new PyTuple(['', codeOf(self.dtype)])]),
    names: (self) =>
      isRecord(self.dtype) ? new PyTuple(fieldsOf(self.dtype).map(({ name }) => name)) : null,
    fields: (self) => (isRecord(self.dtype) ? notSupported('dtype.fields') : null),
  },
  compare: (self, operator, other) => {
    const dtype = tryDType(other);
    if (operator !== '==' && operator !== '!=') {
      if (dtype === undefined) return NotImplemented;
      const [low, high] = operator.startsWith('<') ? [self.dtype, dtype] : [dtype, self.dtype];
      return canCastSafely(low, high) && (operator.length === 2 || low !== high);
    }
    if (dtype === undefined && typeof other === 'object' && other !== null && !(other instanceof PyType))
      return NotImplemented;
    return (dtype === self.dtype) === (operator === '==');
  },
  hash: (self) => [...objects.keys()].indexOf(self.dtype) * 7919 + 17,
  getItem: (self, name) => {
    const field = isRecord(self.dtype) ? fieldsOf(self.dtype).find((each) => each.name === name) : undefined;
    return field ? dtypeObject(field.dtype as DType) : notSupported('this index of a dtype');
  },
  length: (self) => (isRecord(self.dtype) ? fieldsOf(self.dtype).length : 0),
  repr: (self) =>
    isRecord(self.dtype) ? `dtype(${fieldsText(self.dtype)})` : `dtype('${shownName(self.dtype)}')`,
  str: (self) => (isRecord(self.dtype) ? fieldsText(self.dtype) : self.dtype),
  bool: (self) => isRecord(self.dtype),
});

/** The name of the type of a value, for messages. */
export const typeName = (value: Value): string => typeOf(value).name;
