/** Questions about element types: can_cast, min_scalar_type, common_type, isdtype, typename, … */
import { canCastSafely, type DType, isDType, isFloat, kindOf, promoteAll } from '../../../tensor/dtype.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { toArray } from '../../protocols/iteration.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { PyFloat, PyTuple, PyType, type Value } from '../../values.ts';
import { arrayOf, castChecked, numpyVersion } from './conversion.ts';
import { dtypeObject, PyDType, scalarTypes, toDType } from './dtypeObjects.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { fits, leastTypeOf } from './promotion.ts';
import { abstractScalarTypes } from './scalarTypes.ts';
import { canCastSameKind } from './ufuncs.ts';

type Rule = (from: DType, to: DType) => boolean;

const rules: ReadonlyMap<unknown, Rule> = new Map<unknown, Rule>([
  ['no', (from, to) => from === to],
  ['equiv', (from, to) => from === to],
  ['safe', canCastSafely],
  ['same_kind', canCastSameKind],
  ['unsafe', () => true],
]);

const isPlainNumber = (value: Value): boolean => value instanceof PyFloat || asInteger(value) !== undefined;

function canCast(from: Value, to: Value, casting?: Value): boolean {
  const rule = rules.get(casting ?? 'safe');
  if (!rule) raiseValueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'");
  const target = toDType(to);
  if (!isPlainNumber(from) && !(from instanceof NumpyScalar))
    return rule(from instanceof NDArray ? from.dtype : toDType(from), target);
  if (numpyVersion() === 2) {
    if (from instanceof NumpyScalar) return rule(from.dtype, target);
    raiseTypeError(
      'can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future.',
    );
  }
  return rule(leastFor(from, target), target);
}

/** The least type of a value; a small one is signed beside a signed type. */
function leastFor(value: Value, target: DType): DType {
  const least = leastTypeOf(arrayOf(value));
  const signed = least.replace('uint', 'int') as DType;
  const integer = asInteger(value);
  return kindOf(target) === 'int' &&
    integer !== undefined &&
    kindOf(least) === 'uint' &&
    fits(integer, signed)
    ? signed
    : least;
}

function commonType(values: Value[]): Value {
  const found = values.map((value) => arrayOf(value).dtype);
  if (found.includes('bool')) raiseTypeError("can't get common type for non-numeric array");
  const inFloat = found.map((dtype): DType => (isFloat(dtype) || !/^u?int/.test(dtype) ? dtype : 'float64'));
  return scalarTypes.get(inFloat.length === 0 ? 'float16' : promoteAll(inFloat))!;
}

const kindsOfName: Readonly<Record<string, readonly string[]>> = {
  bool: ['bool'],
  'signed integer': ['int'],
  'unsigned integer': ['uint'],
  integral: ['int', 'uint'],
  'real floating': ['float'],
  'complex floating': ['complex'],
  numeric: ['int', 'uint', 'float', 'complex'],
};

function isDTypeOf(dtype: Value, kind: Value): boolean {
  if (!(dtype instanceof PyDType) && !(dtype instanceof PyType))
    raiseTypeError(`dtype argument must be a NumPy dtype, but it is a <class '${typeof dtype}'>.`);
  const own = toDType(dtype);
  return (kind instanceof PyTuple ? kind.items : [kind]).some((each) => {
    if (typeof each !== 'string') {
      if (each instanceof PyType && Object.values(abstractScalarTypes).includes(each))
        return scalarTypes.get(own)!.mro.includes(each);
      return toDType(each) === own;
    }
    const kinds = Object.hasOwn(kindsOfName, each) ? kindsOfName[each] : null;
    if (kinds === null) {
      if (isDType(each)) raiseTypeError(`kind argument is a string, but '${each}' is not a known kind name.`);
      return raiseValueError(`kind argument is a string, but '${each}' is not a known kind name.`);
    }
    return kinds.includes(kindOf(own));
  });
}

const names: Readonly<Record<string, string>> = {
  S1: 'character',
  '?': 'bool',
  b: 'signed char',
  B: 'unsigned char',
  h: 'short',
  H: 'unsigned short',
  i: 'integer',
  I: 'unsigned integer',
  l: 'long integer',
  L: 'unsigned long integer',
  q: 'long long integer',
  Q: 'unsigned long long integer',
  f: 'single precision',
  d: 'double precision',
  g: 'long precision',
  F: 'complex single precision',
  D: 'complex double precision',
  G: 'complex long double precision',
  S: 'string',
  U: 'unicode',
  V: 'void',
  O: 'object',
};

/** Functions of the module. */
export const typeFunctions = {
  'can_cast(from_, to, casting?)': canCast,
  'min_scalar_type(a, /)': (value: Value) => {
    const array = arrayOf(value);
    return dtypeObject(array.ndim > 0 ? array.dtype : leastTypeOf(array));
  },
  'common_type(*arrays)': commonType,
  'isdtype(dtype, kind)': isDTypeOf,
  'typename(char)': (char: Value) =>
    typeof char === 'string' && Object.hasOwn(names, char)
      ? names[char]
      : notSupported('numpy.typename of this'),
  'mintypecode(typechars, typeset?, default?)': (chars: Value, set?: Value, missing?: Value) => {
    const allowed = typeof set === 'string' ? set : 'GDFgdf';
    const letters = (typeof chars === 'string' ? [...chars] : toArray(chars).map(String)).filter((each) =>
      allowed.includes(each),
    );
    if (letters.length === 0) return typeof missing === 'string' ? missing : 'd';
    if (letters.includes('F') && letters.includes('d')) return 'D';
    return [...'GDFgdf'].find((each) => letters.includes(each)) ?? 'd';
  },
  'astype(x, dtype, /, *, copy?, device?)': (value: Value, dtype: Value, copy?: Value) => {
    if (!(value instanceof NDArray))
      raiseTypeError(`Input should be a NumPy array. It is of type <class '${typeof value}'> instead.`);
    const wanted = toDType(dtype);
    return wanted !== value.dtype ? castChecked(value, wanted) : copy === false ? value : value.copy();
  },
};
