/** Python values as times of NumPy: texts, dates, spans and counts. */

import {
  commonUnit,
  convertMoment,
  convertSpan,
  convertTime,
  dayOfMonth,
  isMoment,
  momentType,
  notATime,
  type ParsedMoment,
  parseMoment,
  spanType,
  type TimeDType,
  type TimeUnit,
  unitOf,
} from '../../../tensor/timeElement.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { asInteger, truncate } from '../../protocols/numbers.ts';
import { typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import type { Value } from '../../values.ts';
import { PyDate } from '../standard/datetime/dateType.ts';
import { PyDateTime } from '../standard/datetime/datetimeType.ts';
import { PyTimedelta } from '../standard/datetime/timedelta.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { warn } from './warnings.ts';

/** A time with the unit that it has by itself; null: whatever unit is wanted. */
export interface Time {
  readonly value: bigint;
  readonly unit: TimeUnit | null;
}

const none: Time = { value: notATime, unit: null };

function momentOfText(text: string): Time {
  if (text === 'now') return { value: BigInt(Math.floor(runtime().wallClock() / 1000)), unit: 's' };
  if (text === 'today') return { value: BigInt(Math.floor(runtime().wallClock() / 86_400_000)), unit: 'D' };
  const parsed: ParsedMoment = parseMoment(text);
  if (parsed.hasZone)
    warn(
      runtime().numpy === 2 ? 'UserWarning' : 'DeprecationWarning',
      runtime().numpy === 2
        ? 'no explicit representation of timezones available for np.datetime64'
        : 'parsing timezone aware datetimes is deprecated; this will raise an error in the future',
    );
  return parsed;
}

function momentOfDate(date: PyDate): Time {
  const days = BigInt(dayOfMonth((date.year - 1970) * 12 + date.month - 1) + date.day - 1);
  if (!(date instanceof PyDateTime)) return { value: days, unit: 'D' };
  if (date.zone !== null) return notSupported('moments with a time zone as numpy.datetime64');
  const seconds = (days * 24n + BigInt(date.hour)) * 3600n + BigInt(date.minute * 60 + date.second);
  return { value: seconds * 1_000_000n + BigInt(date.microsecond), unit: 'us' };
}

/** The moment that a value is; undefined for a count. */
export function momentOf(value: Value): Time | undefined {
  if (value === null) return none;
  const text = asText(value);
  if (text !== null) return momentOfText(text);
  if (value instanceof PyDate) return momentOfDate(value);
  if (value instanceof NumpyScalar && isMoment(value.dtype))
    return { value: value.value as bigint, unit: unitOf(value.dtype as TimeDType) };
  if (asInteger(value) !== undefined || (value instanceof NumpyScalar && typeof value.value === 'bigint'))
    return undefined;
  return raiseValueError('Could not convert object to NumPy datetime');
}

/** The span that a value is; undefined for a count. */
export function spanOf(value: Value): Time | undefined {
  if (value === null) return none;
  const text = asText(value);
  if (text !== null) {
    if (/^nat$/i.test(text) || text === '') return none;
    return /^[+-]?\d+$/.test(text)
      ? { value: BigInt(text), unit: null }
      : raiseValueError('Error parsing a timedelta string');
  }
  if (value instanceof PyTimedelta) return { value: value.micros, unit: 'us' };
  if (value instanceof NumpyScalar && value.dtype.startsWith('timedelta64'))
    return { value: value.value as bigint, unit: unitOf(value.dtype as TimeDType) };
  if (
    asInteger(value) !== undefined ||
    (value instanceof NumpyScalar && typeof value.value !== 'object' && !/float/.test(value.dtype))
  )
    return undefined;
  return raiseValueError('Could not convert object to NumPy timedelta');
}

const countOf = (value: Value): bigint =>
  value instanceof NumpyScalar ? BigInt(value.value as bigint) : BigInt(asInteger(value) ?? truncate(0));

/** A value as an element of a type of times. */
export function timeElement(value: Value, dtype: TimeDType): bigint {
  const isOfMoments = isMoment(dtype);
  if (
    value instanceof NumpyScalar &&
    /^(datetime|timedelta)64/.test(value.dtype) &&
    isMoment(value.dtype) !== isOfMoments
  )
    raiseTypeError(`Cannot cast ${typeOf(value).name} to ${dtype}`);
  const time = isOfMoments ? momentOf(value) : spanOf(value);
  if (time === undefined) return countOf(value);
  const unit = unitOf(dtype);
  if (time.unit === null || unit === null || time.value === notATime) return time.value;
  return isOfMoments ? convertMoment(time.value, time.unit, unit) : convertSpan(time.value, time.unit, unit);
}

/** A date or a span of Python's `datetime` as a scalar of NumPy; undefined for all else. */
export function pythonTime(value: Value): NumpyScalar | undefined {
  if (value instanceof PyDate) {
    const { value: count, unit } = momentOfDate(value);
    return new NumpyScalar(momentType(unit), count);
  }
  return value instanceof PyTimedelta ? new NumpyScalar(spanType('us'), value.micros) : undefined;
}

/** A type without a unit takes the narrowest of its values. */
export function withUnit(dtype: TimeDType, leaves: readonly Value[]): TimeDType {
  const isOfMoments = isMoment(dtype);
  let unit: TimeUnit | null = null;
  for (const leaf of leaves) {
    if (
      leaf instanceof NumpyScalar ||
      asText(leaf) !== null ||
      leaf === null ||
      leaf instanceof PyDate ||
      leaf instanceof PyTimedelta
    )
      unit = commonUnit(unit, (isOfMoments ? momentOf(leaf) : spanOf(leaf))?.unit ?? null);
    else if (isOfMoments)
      raiseValueError('Converting an integer to a NumPy datetime requires a specified unit');
  }
  return isOfMoments ? momentType(unit) : spanType(unit);
}

/** `numpy.datetime64(value, unit)` and `numpy.timedelta64(value, unit)`. */
export function makeTime(
  kind: 'moment' | 'span',
  value: Value | undefined,
  unit: TimeUnit | null,
): NumpyScalar {
  const typeFor = kind === 'moment' ? momentType : spanType;
  if (value === undefined) return new NumpyScalar(typeFor(unit), kind === 'moment' ? notATime : 0n);
  const time = kind === 'moment' ? momentOf(value) : spanOf(value);
  if (time === undefined) {
    if (kind === 'moment' && unit === null)
      raiseValueError('Converting an integer to a NumPy datetime requires a specified unit');
    return new NumpyScalar(typeFor(unit), countOf(value));
  }
  const wanted = unit ?? time.unit;
  if (wanted === null || time.unit === null) return new NumpyScalar(typeFor(wanted), time.value);
  return new NumpyScalar(typeFor(wanted), convertTime(time.value, typeFor(time.unit), typeFor(wanted)));
}
