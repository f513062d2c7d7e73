/** Times of NumPy as those of Python's `datetime`: what `item()` and `tolist()` give. */
import {
  convertMoment,
  convertSpan,
  isMoment,
  monthOfDay,
  notATime,
  type TimeDType,
  unitOf,
} from '../../../tensor/timeElement.ts';
import { int, type Value } from '../../values.ts';
import { PyDate } from '../standard/datetime/dateType.ts';
import { PyDateTime } from '../standard/datetime/datetimeType.ts';
import { PyTimedelta } from '../standard/datetime/timedelta.ts';

const ofDays = new Set(['Y', 'M', 'W', 'D']);
const beyondMicroseconds = new Set(['ns', 'ps', 'fs', 'as']);
const microsecondsOfDay = 86_400_000_000n;

function dateOf(day: number): { year: number; month: number; day: number } {
  const found = monthOfDay(day);
  return {
    year: 1970 + Math.floor(found.months / 12),
    month: (((found.months % 12) + 12) % 12) + 1,
    day: found.day,
  };
}

/** An integer where Python has no such time: below microseconds, spans of months, years that it does not know. */
export function timeItem(dtype: TimeDType, value: bigint): Value {
  const unit = unitOf(dtype);
  if (value === notATime) return null;
  if (unit === null || beyondMicroseconds.has(unit)) return int(value);
  if (!isMoment(dtype))
    return unit === 'Y' || unit === 'M' ? int(value) : new PyTimedelta(convertSpan(value, unit, 'us'));
  const day = Number(convertMoment(value, unit, 'D'));
  const date = dateOf(day);
  if (date.year < 1 || date.year > 9999) return int(value);
  if (ofDays.has(unit)) return new PyDate(date.year, date.month, date.day);
  const rest = Number(convertMoment(value, unit, 'us') - BigInt(day) * microsecondsOfDay);
  const seconds = Math.floor(rest / 1e6);
  const clock = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    microsecond: rest % 1e6,
  };
  return new PyDateTime(date, clock, null);
}
