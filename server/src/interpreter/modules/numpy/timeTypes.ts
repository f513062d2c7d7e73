/** `numpy.datetime64` and `numpy.timedelta64`: the classes of their scalars, and NumPy's functions of times. */
import { fromValues } from '../../../tensor/ndarray.ts';
import { Text, textDType } from '../../../tensor/textElement.ts';
import {
  convertMoment,
  isMoment,
  isTime,
  momentText,
  momentType,
  notATime,
  spanText,
  spanType,
  type TimeDType,
  type TimeUnit,
  timeUnits,
  unitOf,
} from '../../../tensor/timeElement.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import { formatValue } from '../../protocols/formatting.ts';
import { hash } from '../../protocols/hashing.ts';
import { defineType } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyTuple, type PyType, type Value } from '../../values.ts';
import { type Given, isMissing } from './arguments.ts';
import { arrayOf } from './conversion.ts';
import { dtypesOfTypes, scalarTypes, toDType } from './dtypeObjects.ts';
import { type NumpyScalar, presented, pythonNumber } from './numpyScalar.ts';
import { genericType, signedType } from './scalarTypes.ts';
import { computeTimes } from './timeUfuncs.ts';
import { makeTime } from './timeValues.ts';

/** A unit as it is written; units of several are refused. */
function unitArgument(value: Value | undefined): TimeUnit | null {
  if (isMissing(value)) return null;
  const isPair = value instanceof PyTuple;
  if (isPair && value.items[1] !== 1) notSupported('times in units of several');
  const unit = asText(isPair ? value.items[0]! : value);
  if (unit === null) return notSupported('this unit of time');
  if (unit === 'generic') return null;
  if (/^\d/.test(unit)) notSupported('times in units of several');
  if (!timeUnits.includes(unit as TimeUnit)) raiseTypeError(`Invalid datetime unit "${unit}" in metadata`);
  return unit as TimeUnit;
}

const timeText = ({ dtype, value }: NumpyScalar): string =>
  (isMoment(dtype) ? momentText : spanText)(value as bigint, unitOf(dtype as TimeDType));

/** Python asks `item()`, which is a date or a span of Python, or a plain number. */
function asNumber(self: NumpyScalar, name: string, wanted: string): number | bigint {
  const item = pythonNumber(self.dtype, self.value);
  if (typeof item === 'number' || typeof item === 'bigint') return item;
  const shown = isMoment(self.dtype) ? 'datetime.date' : 'datetime.timedelta';
  return raiseTypeError(`${name}() argument must be ${wanted}, not '${item === null ? 'NoneType' : shown}'`);
}

function timeClass(name: 'datetime64' | 'timedelta64', base: PyType): PyType {
  const kind = name === 'datetime64' ? 'moment' : 'span';
  const type: PyType = defineType<NumpyScalar>({
    name,
    module: 'numpy',
    bases: [base],
    create: (cls, args) => {
      if (cls !== type) notSupported(`a class derived from numpy.${name}`);
      return makeTime(kind, args[0], unitArgument(args[1]));
    },
    hash: (self) => hash(pythonNumber(self.dtype, self.value)),
    int: (self) => asNumber(self, 'int', 'a string, a bytes-like object or a real number'),
    float: (self) => Number(asNumber(self, 'float', 'a string or a real number')),
    bool: (self) => (kind === 'moment' ? notSupported('the truth of a datetime64') : self.value !== 0n),
    format: (self, specification) => formatValue(timeText(self), specification),
  });
  type.name = `numpy.${name}`;
  const dtype = kind === 'moment' ? momentType(null) : spanType(null);
  scalarTypes.set(dtype, type);
  dtypesOfTypes.set(type, dtype);
  return type;
}

/** The classes by name. */
export const timeTypes: Readonly<Record<string, PyType>> = {
  datetime64: timeClass('datetime64', genericType),
  timedelta64: timeClass('timedelta64', signedType),
};

// ------------------------------------------------------------------------------------------------------------ functions

function isNotATime(value: Value): Value {
  const array = arrayOf(value);
  if (!isTime(array.dtype))
    raiseTypeError("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
  return presented(computeTimes('isnat', [{ kind: 'array', array }]));
}

/** How many characters a moment takes in a unit, as NumPy reckons it. */
const textLengths: Readonly<Record<TimeUnit, number>> = {
  Y: 21,
  M: 25,
  W: 28,
  D: 28,
  h: 31,
  m: 34,
  s: 37,
  ms: 41,
  us: 44,
  ns: 47,
  ps: 50,
  fs: 53,
  as: 56,
};

function asTexts(value: Value, ...[unit, timezone, casting]: Given): Value {
  if (!isMissing(timezone) && timezone !== 'naive') notSupported('numpy.datetime_as_string with a time zone');
  if (!isMissing(casting) && casting !== 'same_kind')
    notSupported('the argument casting of numpy.datetime_as_string');
  const array = arrayOf(value);
  if (!isMoment(array.dtype)) raiseTypeError('input must have type NumPy datetime');
  const own = unitOf(array.dtype as TimeDType) ?? notSupported('moments without a unit');
  const wanted = isMissing(unit) || unit === 'auto' ? own : (unitArgument(unit) ?? own);
  if (unit === 'auto') notSupported("numpy.datetime_as_string(unit='auto')");
  const write = (each: bigint): Text =>
    new Text(each === notATime ? 'NaT' : momentText(convertMoment(each, own, wanted), wanted));
  const texts = Array.from(array.elements() as BigInt64Array, write);
  return presented(fromValues(textDType(textLengths[wanted]), array.shape, texts));
}

const unitData = (value: Value): Value => {
  const dtype = toDType(value);
  if (!isTime(dtype)) raiseTypeError('cannot get datetime metadata from non-datetime type');
  return new PyTuple([unitOf(dtype) ?? 'generic', 1]);
};

/** Functions of the module. */
export const timeFunctions = {
  'isnat(x)': isNotATime,
  'datetime_as_string(arr, unit?, timezone?, casting?)': asTexts,
  'datetime_data(dtype, /)': unitData,
};
