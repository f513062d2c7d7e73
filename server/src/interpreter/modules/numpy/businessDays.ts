/** Days on which work is done: `np.is_busday`, `np.busday_count` and `np.busday_offset`. */
import { broadcastTo, cast, fromValues, type NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes } from '../../../tensor/shape.ts';
import { notATime, weekdayOfDay } from '../../../tensor/timeElement.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { turn } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import type { Value } from '../../values.ts';
import { type Given, isMissing } from './arguments.ts';
import { arrayOf } from './conversion.ts';
import { presented } from './numpyScalar.ts';

interface Week {
  /** Monday first. */
  readonly days: readonly boolean[];
  readonly holidays: ReadonlySet<number>;
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function weekOf(mask: Value | undefined): boolean[] {
  if (isMissing(mask)) return [true, true, true, true, true, false, false];
  const text = asText(mask);
  if (text === null) return toArray(mask).map(isTrue);
  if (/^[01]{7}$/.test(text)) return Array.from(text, (digit) => digit === '1');
  const named: readonly string[] = text.match(/[A-Z][a-z]{2}/g) ?? [];
  if (named.join('') !== text.replace(/\s/g, '') || !named.every((name) => dayNames.includes(name)))
    raiseValueError(`Invalid business day weekmask string "${text}"`);
  return dayNames.map((name) => named.includes(name));
}

const daysOf = (value: Value): NDArray => arrayOf(value, 'datetime64[D]');

function calendarOf(mask: Value | undefined, holidays: Value | undefined, calendar: Value | undefined): Week {
  if (!isMissing(calendar)) notSupported('numpy.busdaycalendar');
  const days = weekOf(mask);
  if (days.length !== 7) raiseValueError('A business day weekmask array must have length 7');
  if (!days.includes(true))
    raiseValueError('the business day weekmask must have at least one valid business day');
  const free = isMissing(holidays) ? [] : Array.from(daysOf(holidays).elements() as BigInt64Array, Number);
  return { days, holidays: new Set(free) };
}

const isWorkday = ({ days, holidays }: Week, day: number): boolean =>
  days[weekdayOfDay(day)]! && !holidays.has(day);

function isBusinessDay(dates: Value, ...[mask, holidays, calendar]: Given): Value {
  const week = calendarOf(mask, holidays, calendar);
  const array = daysOf(dates);
  const found = Array.from(array.elements() as BigInt64Array, (day) =>
    day !== notATime && isWorkday(week, Number(day)) ? 1 : 0,
  );
  return presented(fromValues('bool', array.shape, found));
}

/** Work days from `from` on and before `to`. */
function countBetween(week: Week, from: number, to: number): number {
  const perWeek = week.days.filter(Boolean).length;
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * perWeek;
  for (let day = from + weeks * 7; day < to; day++) if (week.days[weekdayOfDay(day)]) count++;
  for (const day of week.holidays) if (day >= from && day < to && week.days[weekdayOfDay(day)]) count--;
  return count;
}

function pairs(a: NDArray, b: NDArray): { shape: number[]; left: BigInt64Array; right: BigInt64Array } {
  const shape = broadcastShapes([a.shape, b.shape]);
  const [left, right] = [a, b].map((array) => broadcastTo(array, shape).elements() as BigInt64Array);
  return { shape, left: left!, right: right! };
}

function countBusinessDays(begin: Value, end: Value, ...[mask, holidays, calendar]: Given): Value {
  const week = calendarOf(mask, holidays, calendar);
  const { shape, left, right } = pairs(daysOf(begin), daysOf(end));
  const counts = Array.from(left, (from, i) => {
    turn();
    const to = right[i]!;
    if (from === notATime || to === notATime)
      raiseValueError('Cannot compute a business day count with a NaT (not-a-time) date');
    if (from <= to) return BigInt(countBetween(week, Number(from), Number(to)));
    // Backwards the day at the end counts and the first one does not.
    return BigInt(-countBetween(week, Number(to) + 1, Number(from) + 1));
  });
  return presented(fromValues('int64', shape, counts));
}

const rolls = [
  'raise',
  'nat',
  'forward',
  'following',
  'backward',
  'preceding',
  'modifiedfollowing',
  'modifiedpreceding',
];

/** The nearest work day as `roll` asks for it; null is NaT. */
function rolled(week: Week, day: number, roll: string): number | null {
  if (isWorkday(week, day)) return day;
  if (roll === 'raise') raiseValueError('Non-business day date in busday_offset');
  if (roll === 'nat') return null;
  if (roll.startsWith('modified')) return notSupported(`numpy.busday_offset(roll='${roll}')`);
  return nextWorkday(week, day, roll === 'forward' || roll === 'following' ? 1 : -1);
}

function nextWorkday(week: Week, day: number, step: 1 | -1): number {
  let found = day + step;
  while (!isWorkday(week, found)) {
    turn();
    found += step;
  }
  return found;
}

function offsetBusinessDays(dates: Value, offsets: Value, ...[roll, mask, holidays, calendar]: Given): Value {
  const week = calendarOf(mask, holidays, calendar);
  const how = isMissing(roll) ? 'raise' : (asText(roll) ?? 'raise');
  if (!rolls.includes(how)) raiseValueError(`Invalid business day roll parameter "${how}"`);
  const { shape, left, right } = pairs(daysOf(dates), cast(arrayOf(offsets), 'int64'));
  const found = Array.from(left, (day, i) => {
    let at = day === notATime ? null : rolled(week, Number(day), how);
    for (let rest = Number(right[i]); rest !== 0 && at !== null; rest -= Math.sign(rest))
      at = nextWorkday(week, at, rest > 0 ? 1 : -1);
    return at === null ? notATime : BigInt(at);
  });
  return presented(fromValues('datetime64[D]', shape, found));
}

/** Functions of the module. */
export const businessDayFunctions = {
  'is_busday(dates, weekmask?, holidays?, busdaycal?, out?)': isBusinessDay,
  'busday_count(begindates, enddates, weekmask?, holidays?, busdaycal?, out?)': countBusinessDays,
  'busday_offset(dates, offsets, roll?, weekmask?, holidays?, busdaycal?, out?)': offsetBusinessDays,
};
