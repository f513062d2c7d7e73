/**
 * Days, moments and spans of time as elements of an array: NumPy's `datetime64` and `timedelta64`, 64-bit counts of a unit since the beginning of
 * 1970. The least count is NaT, "not a time". Calendar arithmetic follows Howard Hinnant's day-number algorithms.
 */
import { civilOfDay, dayOfCivil } from '../base/civilCalendar.ts';
import { EngineError, notSupported } from './engineError.ts';

/** The units, wide to narrow. */
export const timeUnits = ['Y', 'M', 'W', 'D', 'h', 'm', 's', 'ms', 'us', 'ns', 'ps', 'fs', 'as'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** `datetime64[D]`, `timedelta64[ms]`; without brackets the unit is open. */
export type TimeDType = `datetime64${string}` | `timedelta64${string}`;

export const notATime = -(1n << 63n);

export const isTime = (dtype: string): dtype is TimeDType =>
  dtype.startsWith('datetime64') || dtype.startsWith('timedelta64');
/** Points in time, where `isTime` is true for spans too. */
export const isMoment = (dtype: string): boolean => dtype.startsWith('datetime64');
export const isSpan = (dtype: string): boolean => dtype.startsWith('timedelta64');

/** null: the unit is open. */
export function unitOf(dtype: TimeDType): TimeUnit | null {
  const open = dtype.indexOf('[');
  return open < 0 ? null : (dtype.slice(open + 1, -1) as TimeUnit);
}

export const momentType = (unit: TimeUnit | null): TimeDType =>
  unit === null ? 'datetime64' : `datetime64[${unit}]`;
export const spanType = (unit: TimeUnit | null): TimeDType =>
  unit === null ? 'timedelta64' : `timedelta64[${unit}]`;

const names: Readonly<Record<TimeUnit, string>> = {
  Y: 'years',
  M: 'months',
  W: 'weeks',
  D: 'days',
  h: 'hours',
  m: 'minutes',
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  ns: 'nanoseconds',
  ps: 'picoseconds',
  fs: 'femtoseconds',
  as: 'attoseconds',
};
export const unitName = (unit: TimeUnit | null): string =>
  unit === null ? 'generic time units' : names[unit];

const rank = (unit: TimeUnit): number => timeUnits.indexOf(unit);

/** Years and months have no fixed number of days. */
const isUneven = (unit: TimeUnit): boolean => unit === 'Y' || unit === 'M';

/** The narrower unit of two. */
export function commonUnit(a: TimeUnit | null, b: TimeUnit | null): TimeUnit | null {
  if (a === null || b === null) return a ?? b;
  if ((isUneven(a) && b === 'W') || (isUneven(b) && a === 'W')) return 'D';
  return rank(a) >= rank(b) ? a : b;
}

/** The type of both; spans of months have none with spans of days. */
export function promoteTimes(a: TimeDType, b: TimeDType): TimeDType {
  const [x, y] = [unitOf(a), unitOf(b)];
  if (isMoment(a) || isMoment(b)) return momentType(commonUnit(x, y));
  if (x !== null && y !== null && isUneven(x) !== isUneven(y)) {
    throw new EngineError(
      'TypeError',
      `Cannot get a common metadata divisor for Numpy datetime metadata [${x}] and [${y}] because they have incompatible nonlinear base time units.`,
    );
  }
  return spanType(commonUnit(x, y));
}

/** How many of the next unit the units from weeks on have. */
const ratios: Partial<Record<TimeUnit, bigint>> = { W: 7n, D: 24n, h: 60n, m: 60n };
const nextRatio = (unit: TimeUnit): bigint => ratios[unit] ?? 1000n;

/** How many `narrow` one `wide` has; both are even. */
function ratioOf(wide: TimeUnit, narrow: TimeUnit): bigint {
  let ratio = 1n;
  for (let at = rank(wide); at < rank(narrow); at++) ratio *= nextRatio(timeUnits[at]!);
  return ratio;
}

const floorDivide = (a: bigint, b: bigint): bigint =>
  a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b;

// ------------------------------------------------------------------------------------------------------------ calendar

/** 1 January 1970 in days since 1 March of the year 0. */
const epoch = 719468;

/** The day, counted from 1 January 1970, on which a month begins. */
export function dayOfMonth(months: number): number {
  const year = 1970 + Math.floor(months / 12);
  const month = (((months % 12) + 12) % 12) + 1;
  return dayOfCivil({ year, month, day: 1 }) - epoch;
}

/** Months since January 1970, and the day of the month from 1. */
export function monthOfDay(day: number): { readonly months: number; readonly day: number } {
  const date = civilOfDay(day + epoch);
  return { months: (date.year - 1970) * 12 + date.month - 1, day: date.day };
}

/** The first day of the unit's `value`, for units of days and more. */
function toDays(value: bigint, unit: 'Y' | 'M' | 'W' | 'D'): number {
  if (unit === 'D') return Number(value);
  if (unit === 'W') return Number(value) * 7;
  return dayOfMonth(unit === 'Y' ? Number(value) * 12 : Number(value));
}

function fromDays(days: number, unit: 'Y' | 'M' | 'W' | 'D'): bigint {
  if (unit === 'D') return BigInt(days);
  if (unit === 'W') return BigInt(Math.floor(days / 7));
  const { months } = monthOfDay(days);
  return BigInt(unit === 'M' ? months : Math.floor(months / 12));
}

const isOfDays = (unit: TimeUnit): unit is 'Y' | 'M' | 'W' | 'D' => rank(unit) <= 3;

/** A moment in another unit: the one that it lies in. */
export function convertMoment(value: bigint, from: TimeUnit, to: TimeUnit): bigint {
  if (from === to || value === notATime) return value;
  if (!isUneven(from) && !isUneven(to)) return convertEven(value, from, to);
  const days = isOfDays(from) ? toDays(value, from) : Number(floorDivide(value, ratioOf('D', from)));
  return isOfDays(to) ? fromDays(days, to) : BigInt(days) * ratioOf('D', to);
}

function convertEven(value: bigint, from: TimeUnit, to: TimeUnit): bigint {
  return rank(from) <= rank(to) ? value * ratioOf(from, to) : floorDivide(value, ratioOf(to, from));
}

/** A span in another unit. NumPy's own rule for months as days is its mean month; it is refused. */
export function convertSpan(value: bigint, from: TimeUnit, to: TimeUnit): bigint {
  if (from === to || value === notATime) return value;
  if (from === 'Y' && to === 'M') return value * 12n;
  if (from === 'M' && to === 'Y') return floorDivide(value, 12n);
  if (isUneven(from) || isUneven(to)) throw notSupported('spans of months as spans of days');
  return convertEven(value, from, to);
}

/** An element in the unit of another type. */
export function convertTime(value: bigint, from: TimeDType, to: TimeDType): bigint {
  const [a, b] = [unitOf(from), unitOf(to)];
  if (a === null || b === null || a === b) return value;
  return isMoment(from) ? convertMoment(value, a, b) : convertSpan(value, a, b);
}

// ---------------------------------------------------------------------------------------------------------------- text

const padded = (value: bigint | number, width: number): string => String(value).padStart(width, '0');

function yearText(year: number): string {
  return year < 0 ? `-${padded(-year, 3)}` : padded(year, 4);
}

/** A day as ISO 8601 writes it. */
function dayText(days: number): string {
  const { months, day } = monthOfDay(days);
  return `${monthText(months)}-${padded(day, 2)}`;
}

const monthText = (months: number): string =>
  `${yearText(1970 + Math.floor(months / 12))}-${padded((((months % 12) + 12) % 12) + 1, 2)}`;

/** A moment as NumPy writes it in its unit. */
export function momentText(value: bigint, unit: TimeUnit | null): string {
  if (value === notATime) return 'NaT';
  if (unit === null) throw notSupported('a moment without a unit');
  if (unit === 'Y') return yearText(1970 + Number(value));
  if (unit === 'M') return monthText(Number(value));
  if (isOfDays(unit)) return dayText(toDays(value, unit));
  const perDay = ratioOf('D', unit);
  const days = floorDivide(value, perDay);
  return `${dayText(Number(days))}T${clockText(value - days * perDay, unit)}`;
}

function clockText(value: bigint, unit: TimeUnit): string {
  const perHour = ratioOf('h', unit);
  const hours = padded(value / perHour, 2);
  if (unit === 'h') return hours;
  const perMinute = ratioOf('m', unit);
  const minutes = `${hours}:${padded((value % perHour) / perMinute, 2)}`;
  if (unit === 'm') return minutes;
  const perSecond = ratioOf('s', unit);
  const seconds = `${minutes}:${padded((value % perMinute) / perSecond, 2)}`;
  return unit === 's' ? seconds : `${seconds}.${padded(value % perSecond, 3 * (rank(unit) - rank('s')))}`;
}

/** A span as a scalar is written: `5 days`. */
export const spanText = (value: bigint, unit: TimeUnit | null): string =>
  value === notATime ? 'NaT' : `${value} ${unitName(unit)}`;

export interface ParsedMoment {
  readonly value: bigint;
  readonly unit: TimeUnit | null;
  /** `Z` or an offset was there. */
  readonly hasZone: boolean;
}

const badText = (text: string, problem: string): never => {
  throw new EngineError('ValueError', `${problem} in datetime string "${text}"`);
};

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const pattern =
  /^([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,18}))?)?)?)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** A text as NumPy reads it, in the unit that it has digits for. */
export function parseMoment(given: string): ParsedMoment {
  const text = given.trim();
  if (text === '' || /^nat$/i.test(text)) return { value: notATime, unit: null, hasZone: false };
  const match = pattern.exec(text);
  if (!match) {
    const good =
      /^[+-]?\d{4,}(?:-\d\d(?:-\d\d(?:[T ]\d\d(?::\d\d(?::\d\d)?)?)?)?)?/.exec(text)?.[0].length ?? 0;
    const at = good > 0 && '-:.'.includes(text[good]!) ? good + 1 : good;
    throw new EngineError('ValueError', `Error parsing datetime string "${given}" at position ${at}`);
  }
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const m = month === undefined ? 1 : Number(month);
  if (m < 1 || m > 12) badText(given, 'Month out of range');
  const months = (Number(year) - 1970) * 12 + m - 1;
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = monthLengths[m - 1]! + (m === 2 && isLeap ? 1 : 0);
  if (day !== undefined && (Number(day) < 1 || Number(day) > last)) badText(given, 'Day out of range');
  if (Number(hour ?? 0) > 23) badText(given, 'Hours out of range');
  if (Number(minute ?? 0) > 59) badText(given, 'Minutes out of range');
  if (Number(second ?? 0) > 59) badText(given, 'Seconds out of range');
  if (zone !== undefined && hour === undefined) badText(given, 'Error parsing');
  if (day === undefined)
    return month === undefined
      ? { value: BigInt(Math.floor(months / 12)), unit: 'Y', hasZone: false }
      : { value: BigInt(months), unit: 'M', hasZone: false };
  const days = BigInt(dayOfMonth(months) + Number(day) - 1);
  if (hour === undefined) return { value: days, unit: 'D', hasZone: false };
  const unit =
    fraction === undefined
      ? clockUnit(minute, second)
      : timeUnits[rank('s') + Math.ceil(fraction.length / 3)]!;
  const minutes = (days * 24n + BigInt(hour)) * 60n + BigInt(minute ?? 0) - BigInt(zoneMinutes(zone));
  const seconds = minutes * 60n + BigInt(second ?? 0);
  if (fraction === undefined)
    return { value: convertEven(seconds, 's', unit), unit, hasZone: zone !== undefined };
  const digits = 3 * (rank(unit) - rank('s'));
  const value = seconds * ratioOf('s', unit) + BigInt(fraction.padEnd(digits, '0'));
  return { value, unit, hasZone: zone !== undefined };
}

const clockUnit = (minute: string | undefined, second: string | undefined): TimeUnit =>
  second !== undefined ? 's' : minute !== undefined ? 'm' : 'h';

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Every day of the week that a day is: Monday is 0. */
export const weekdayOfDay = (day: number): number => (((day + 3) % 7) + 7) % 7;
