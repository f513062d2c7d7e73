/**
 * Days and dates of the proleptic Gregorian calendar, whose first day is 1 January of the year 1, as in CPython's
 * `_pydatetime.py`. Pure: no values of Python.
 */
import { type CivilDate, civilOfDay, dayOfCivil } from '../../../../base/civilCalendar.ts';

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : lengths[month - 1]!;

/** From 1 for the first day. */
export const ordinalOf = (date: CivilDate): number => dayOfCivil(date) - 305;

export const dateOf = (ordinal: number): CivilDate => civilOfDay(ordinal + 305);

/** Monday is 0. */
export const weekdayOf = (date: CivilDate): number => (((ordinalOf(date) + 6) % 7) + 7) % 7;

/** From 1. */
export const dayOfYear = (date: CivilDate): number =>
  ordinalOf(date) - ordinalOf({ year: date.year, month: 1, day: 1 }) + 1;

/** The Monday of week 1 of an ISO year. */
function firstIsoMonday(year: number): number {
  const first = ordinalOf({ year, month: 1, day: 1 });
  const weekday = weekdayOf({ year, month: 1, day: 1 });
  return weekday > 3 ? first - weekday + 7 : first - weekday;
}

/** Year, week and weekday (from 1) of ISO 8601. */
export function isoCalendar(date: CivilDate): readonly [year: number, week: number, weekday: number] {
  const today = ordinalOf(date);
  let { year } = date;
  if (today < firstIsoMonday(year)) year--;
  else if (today >= firstIsoMonday(year + 1)) year++;
  const days = today - firstIsoMonday(year);
  return [year, Math.floor(days / 7) + 1, (days % 7) + 1];
}

/** The day of an ISO week; null when the year has no such week. */
export function ordinalOfIso(year: number, week: number, weekday: number): number | null {
  const start = firstIsoMonday(year);
  const weeks = (firstIsoMonday(year + 1) - start) / 7;
  if (week < 1 || week > weeks || weekday < 1 || weekday > 7) return null;
  return start + (week - 1) * 7 + weekday - 1;
}

export const lastOrdinal = ordinalOf({ year: 9999, month: 12, day: 31 });
/** 1 January 1970. */
export const epochOrdinal = 719163;

export const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const pad = (value: number, width: number): string => String(value).padStart(width, '0');
