/**
 * Days and dates of the proleptic Gregorian calendar, whose first day is 1 January of the year 1, as in CPython's
 * `_pydatetime.py`; the algorithm for dates of day numbers is Howard Hinnant's ("chrono-compatible low-level date algorithms").
 * Pure: no values of Python.
 */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : lengths[month - 1]!;

/** From 1 for the first day. */
export function ordinalOf({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 305;
}

export function dateOf(ordinal: number): CivilDate {
  const shifted = ordinal + 305;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

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
