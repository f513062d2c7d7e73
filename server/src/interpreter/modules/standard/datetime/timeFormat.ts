/** `strftime` and `strptime` in the C locale, with the directives of glibc. Pure: no values of Python. */
import { grow, turn } from '../../../runtime.ts';
import {
  dateOf,
  dayNames,
  dayOfYear,
  isoCalendar,
  monthNames,
  ordinalOf,
  ordinalOfIso,
  pad,
  weekdayOf,
} from './calendarMath.ts';

/** What is formatted, and what is read. */
export interface TimeFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Seconds east of Greenwich with a fraction; null: not known. */
  readonly offsetSeconds: number | null;
  readonly zone: string;
}

type Directive = (time: TimeFields) => string;

const twelve = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12);
const short = (name: string): string => name.slice(0, 3);

/** `+0100`, `+010030`; with a separator `+01:00`. */
export function offsetText(seconds: number, separator: string): string {
  const sign = seconds < 0 ? '-' : '+';
  const absolute = Math.abs(seconds);
  const whole = Math.floor(absolute);
  const micros = Math.round((absolute - whole) * 1e6);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (whole % 60 !== 0 || micros !== 0) parts.push(whole % 60);
  const text = sign + parts.map((part) => pad(part, 2)).join(separator);
  return micros === 0 ? text : `${text}.${pad(micros, 6)}`;
}

/** The week of the year whose first day is the first Sunday (0) or Monday (1). */
const weekFrom = (time: TimeFields, firstDay: 0 | 1): number => {
  const weekday = (weekdayOf(time) + 1 - firstDay) % 7;
  return Math.floor((dayOfYear(time) + 6 - weekday) / 7);
};

const directives: Readonly<Record<string, Directive>> = {
  a: (t) => short(dayNames[weekdayOf(t)]!),
  A: (t) => dayNames[weekdayOf(t)]!,
  b: (t) => short(monthNames[t.month - 1]!),
  B: (t) => monthNames[t.month - 1]!,
  c: (t) => formatTime(t, `%a %b ${String(t.day).padStart(2)} %H:%M:%S %Y`),
  C: (t) => pad(Math.floor(t.year / 100), 2),
  d: (t) => pad(t.day, 2),
  D: (t) => formatTime(t, '%m/%d/%y'),
  e: (t) => String(t.day).padStart(2),
  f: (t) => pad(t.microsecond, 6),
  F: (t) => formatTime(t, '%Y-%m-%d'),
  g: (t) => pad(isoCalendar(t)[0] % 100, 2),
  G: (t) => String(isoCalendar(t)[0]),
  h: (t) => short(monthNames[t.month - 1]!),
  H: (t) => pad(t.hour, 2),
  I: (t) => pad(twelve(t.hour), 2),
  j: (t) => pad(dayOfYear(t), 3),
  k: (t) => String(t.hour).padStart(2),
  l: (t) => String(twelve(t.hour)).padStart(2),
  m: (t) => pad(t.month, 2),
  M: (t) => pad(t.minute, 2),
  n: () => '\n',
  p: (t) => (t.hour < 12 ? 'AM' : 'PM'),
  P: (t) => (t.hour < 12 ? 'am' : 'pm'),
  r: (t) => formatTime(t, '%I:%M:%S %p'),
  R: (t) => formatTime(t, '%H:%M'),
  s: (t) => String((ordinalOf(t) - 719163) * 86400 + t.hour * 3600 + t.minute * 60 + t.second),
  S: (t) => pad(t.second, 2),
  t: () => '\t',
  T: (t) => formatTime(t, '%H:%M:%S'),
  u: (t) => String(weekdayOf(t) + 1),
  U: (t) => pad(weekFrom(t, 0), 2),
  V: (t) => pad(isoCalendar(t)[1], 2),
  w: (t) => String((weekdayOf(t) + 1) % 7),
  W: (t) => pad(weekFrom(t, 1), 2),
  x: (t) => formatTime(t, '%m/%d/%y'),
  X: (t) => formatTime(t, '%H:%M:%S'),
  y: (t) => pad(t.year % 100, 2),
  Y: (t) => String(t.year),
  z: (t) => (t.offsetSeconds === null ? '' : offsetText(t.offsetSeconds, '')),
  Z: (t) => t.zone,
  '%': () => '%',
};

/** A directive at some place: a flag, and its letter. */
const directivePattern = /%([-_0^#:]?)([A-Za-z%])/y;

/** `time.strftime(format)`. `%-d` and the like leave the padding away, as in glibc. */
export function formatTime(time: TimeFields, format: string): string {
  let text = '';
  let at = 0;
  // Piece by piece: `replace` would find all directives before the run could be stopped.
  for (;;) {
    const next = format.indexOf('%', at);
    if (next < 0) return text + format.slice(at);
    turn();
    directivePattern.lastIndex = next;
    const [whole, flag, name] = directivePattern.exec(format) ?? ['%'];
    const written = name === undefined ? whole : directiveText(time, flag!, name);
    grow(next - at + written.length);
    text += format.slice(at, next) + written;
    at = next + whole.length;
  }
}

function directiveText(time: TimeFields, flag: string, name: string): string {
  if (flag === ':' && name === 'z') {
    return time.offsetSeconds === null ? '' : offsetText(time.offsetSeconds, ':');
  }
  const directive = Object.hasOwn(directives, name) ? directives[name] : undefined;
  if (!directive) return `%${flag}${name}`;
  const text = directive(time);
  if (flag === '-') return text.replace(/^[0 ]+(?=\d)/, '');
  if (flag === '_') return text.replace(/^0+(?=\d)/, (zeros) => ' '.repeat(zeros.length));
  return flag === '^' ? text.toUpperCase() : text;
}

const names = (all: readonly string[]): string => [...all].sort((a, b) => b.length - a.length).join('|');

const patterns: Readonly<Record<string, string>> = {
  a: names(dayNames.map(short)),
  A: names(dayNames),
  b: names(monthNames.map(short)),
  B: names(monthNames),
  d: '3[01]|[12]\\d|0[1-9]|[1-9]| [1-9]',
  f: '\\d{1,6}',
  G: '\\d{4}',
  H: '2[0-3]|[01]\\d|\\d',
  I: '1[0-2]|0[1-9]|[1-9]',
  j: '36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]',
  m: '1[0-2]|0[1-9]|[1-9]',
  M: '[0-5]\\d|\\d',
  p: 'am|pm',
  S: '6[01]|[0-5]\\d|\\d',
  u: '[1-7]',
  U: '5[0-3]|[0-4]\\d|\\d',
  V: '5[0-3]|0[1-9]|[1-4]\\d|\\d',
  w: '[0-6]',
  W: '5[0-3]|[0-4]\\d|\\d',
  y: '\\d\\d',
  Y: '\\d{4}',
  z: '[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z',
  Z: 'utc|gmt',
};

const composed: Readonly<Record<string, string>> = {
  c: '%a %b %d %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  T: '%H:%M:%S',
};

/** Why a text could not be read: the message of ValueError. */
export interface ParseFailure {
  readonly message: string;
}

const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);

/** Reads `text` as `format` says. */
export function parseTime(text: string, format: string): TimeFields | ParseFailure {
  const order: string[] = [];
  const expanded = format.replace(/%([cxXDFRT])/g, (_, name: string) => composed[name]!);
  let source = '';
  for (let i = 0; i < expanded.length; i++) {
    const character = expanded[i]!;
    if (character !== '%') {
      source += /\s/.test(character) ? '\\s+' : character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      continue;
    }
    const name = expanded[++i];
    if (name === undefined) return { message: `stray % in format ${quoted(format)}` };
    if (name === '%') source += '%';
    else {
      const pattern = Object.hasOwn(patterns, name) ? patterns[name] : undefined;
      if (pattern === undefined) {
        return { message: `'${name}' is a bad directive in format ${quoted(format)}` };
      }
      // As in Python; and one directive after another could be read in more ways than anybody can try.
      if (order.includes(name)) return { message: `redefinition of group name '${name}'` };
      order.push(name);
      source += `(${pattern})`;
    }
  }
  const match = new RegExp(`^${source.replaceAll(/(?:\\s\+)+/g, '\\s+')}`, 'i').exec(text);
  if (!match) {
    return { message: `time data ${quoted(text)} does not match format ${quoted(format)}` };
  }
  if (match[0].length !== text.length) {
    return { message: `unconverted data remains: ${text.slice(match[0].length)}` };
  }
  return fieldsFrom(new Map(order.map((name, index) => [name, match[index + 1]!])));
}

const indexOfName = (all: readonly string[], wanted: string): number =>
  all.findIndex((name) => name.toLowerCase() === wanted.toLowerCase());

function fieldsFrom(found: ReadonlyMap<string, string>): TimeFields | ParseFailure {
  const number = (name: string): number | undefined => {
    const text = found.get(name);
    return text === undefined ? undefined : Number(text);
  };
  const short2 = number('y');
  const century = short2 === undefined ? undefined : short2 <= 68 ? 2000 + short2 : 1900 + short2;
  const year = number('Y') ?? century;
  const monthName = found.get('B') ?? found.get('b');
  const named =
    monthName === undefined
      ? undefined
      : indexOfName(monthNames.map(found.has('B') ? (n) => n : short), monthName) + 1;
  let hour = number('H') ?? 0;
  const half = found.get('p')?.toLowerCase();
  const twelfth = number('I');
  if (twelfth !== undefined) {
    hour =
      half === 'pm' ? (twelfth === 12 ? 12 : twelfth + 12) : half === 'am' && twelfth === 12 ? 0 : twelfth;
  }
  const zone = found.get('Z') ?? '';
  const date = dateFrom(
    { year: year ?? 1900, month: named ?? number('m') ?? 1, day: number('d') ?? 1 },
    found,
  );
  return {
    ...date,
    hour,
    minute: number('M') ?? 0,
    second: number('S') ?? 0,
    microsecond: Number((found.get('f') ?? '').padEnd(6, '0')),
    offsetSeconds: found.has('z') ? parseOffset(found.get('z')!) : null,
    zone,
  };
}

/** A day of the year, or a week and a weekday, decide where the format has them. */
function dateFrom(
  given: { readonly year: number; readonly month: number; readonly day: number },
  found: ReadonlyMap<string, string>,
): { year: number; month: number; day: number } {
  const first = ordinalOf({ year: given.year, month: 1, day: 1 });
  const dayText = found.get('j');
  if (dayText !== undefined && !found.has('m') && !found.has('d')) return dateOf(first + Number(dayText) - 1);
  const dayName = found.get('A') ?? found.get('a');
  const weekday =
    dayName !== undefined
      ? indexOfName(dayNames.map(found.has('A') ? (n) => n : short), dayName)
      : found.has('w')
        ? (Number(found.get('w')) + 6) % 7
        : found.has('u')
          ? Number(found.get('u')) - 1
          : undefined;
  const week = found.get('U') ?? found.get('W');
  if (week !== undefined && weekday !== undefined && !found.has('m')) {
    const isSunday = found.has('U');
    const start = weekdayOf(dateOf(first));
    const offset = isSunday ? (start + 1) % 7 : start;
    const day = isSunday ? (weekday + 1) % 7 : weekday;
    const begin = offset === 0 ? 0 : 7 - offset;
    return dateOf(first + begin + (Number(week) - 1) * 7 + day);
  }
  if (found.has('G') && found.has('V') && weekday !== undefined) {
    const ordinal = ordinalOfIso(Number(found.get('G')), Number(found.get('V')), weekday + 1);
    if (ordinal !== null) return dateOf(ordinal);
  }
  return given;
}

/** Seconds east of Greenwich. */
export function parseOffset(text: string): number {
  if (text === 'Z' || text === 'z') return 0;
  const match = /^([+-])(\d\d):?(\d\d)?(?::?(\d\d)(?:\.(\d{1,6}))?)?$/.exec(text);
  if (!match) return Number.NaN;
  const [, sign, hours, minutes = '0', seconds = '0', fraction = '0'] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
  return sign === '-' ? -total : total;
}
