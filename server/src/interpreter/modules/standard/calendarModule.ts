/** `calendar`: months as weeks and as text, in the C locale. */
import { defineException, exceptionType, raise, raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { filling } from '../../protocols/formatting.ts';
import { sizeOf } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { str } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { method } from '../../signature.ts';
import {
  PyIterator,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  tuple,
  type Value,
} from '../../values.ts';
import { writeOutput } from '../printing.ts';
import {
  dateOf,
  dayNames,
  daysInMonth,
  epochOrdinal,
  isLeap,
  monthNames,
  ordinalOf,
  weekdayOf,
} from './datetime/calendarMath.ts';
import { PyDate } from './datetime/dateType.ts';

const illegalMonth = defineException('IllegalMonthError', 'calendar', exceptionType('ValueError'));

function monthOf(value: Value): number {
  const month = sizeOf(value);
  if (month < 1 || month > 12) raise(illegalMonth, `bad month number ${month}; must be 1-12`);
  return month;
}

/** Day numbers in rows of seven; zero outside of the month. */
function weeks(year: number, month: number, first: number): number[][] {
  const before = (weekdayOf({ year, month, day: 1 }) - first + 7) % 7;
  const days = [
    ...Array<number>(before).fill(0),
    ...Array.from({ length: daysInMonth(year, month) }, (_, i) => i + 1),
  ];
  while (days.length % 7 !== 0) days.push(0);
  return Array.from({ length: days.length / 7 }, (_, row) => days.slice(row * 7, row * 7 + 7));
}

/** Python's `str.center`, which puts an odd space on the left of odd widths. */
function center(text: string, width: number): string {
  const space = width - text.length;
  if (space <= 0) return text;
  const left = Math.floor(space / 2) + (space & width & 1);
  return filling(' ', left) + text + filling(' ', space - left);
}

const widthOf = (given: Value | undefined, least: number): number =>
  given === undefined ? least : Math.max(least, sizeOf(given));

const dayText = (day: number, width: number): string =>
  center(day === 0 ? '' : String(day).padStart(2), width);

const header = (first: number, width: number): string =>
  Array.from({ length: 7 }, (_, i) => {
    const name = dayNames[(i + first) % 7]!;
    return center((width >= 9 ? name : name.slice(0, 3)).slice(0, width), width);
  }).join(' ');

const weekText = (week: readonly number[], width: number): string =>
  week.map((day) => dayText(day, width)).join(' ');

interface Layout {
  readonly first: number;
  readonly width: number;
  readonly lines: number;
}

function monthText(year: number, month: number, { first, width, lines }: Layout): string {
  const title = center(`${monthNames[month - 1]} ${year}`, 7 * (width + 1) - 1).trimEnd();
  const rows = [
    title,
    header(first, width).trimEnd(),
    ...weeks(year, month, first).map((week) => weekText(week, width).trimEnd()),
  ];
  return rows.map((row) => row + '\n'.repeat(lines)).join('');
}

function yearText(year: number, layout: Layout, { gap, columns }: { gap: number; columns: number }): string {
  const { first, width, lines } = layout;
  const monthWidth = (width + 1) * 7 - 1;
  const space = ' '.repeat(gap);
  const join = (parts: readonly string[]): string =>
    parts.map((part) => center(part, monthWidth)).join(space);
  let text = center(String(year), monthWidth * columns + gap * (columns - 1)).trimEnd() + '\n'.repeat(lines);
  for (let start = 0; start < 12; start += columns) {
    const months = Array.from({ length: Math.min(columns, 12 - start) }, (_, i) => start + i + 1);
    const grids = months.map((month) => weeks(year, month, first));
    text +=
      '\n'.repeat(lines) + join(months.map((month) => monthNames[month - 1]!)).trimEnd() + '\n'.repeat(lines);
    text += join(months.map(() => header(first, width))).trimEnd() + '\n'.repeat(lines);
    for (let row = 0; row < Math.max(...grids.map((grid) => grid.length)); row++) {
      const cells = grids.map((grid) => (grid[row] ? weekText(grid[row], width) : ''));
      text += join(cells).trimEnd() + '\n'.repeat(lines);
    }
  }
  return text;
}

/** `TextCalendar(firstweekday)`. */
class PyCalendar extends PyObject {
  first = 0;
}

const layoutOf = (self: PyCalendar, width?: Value, lines?: Value): Layout => ({
  first: self.first,
  width: widthOf(width, 2),
  lines: widthOf(lines, 1),
});

const yearOf = (self: PyCalendar, ...given: (Value | undefined)[]): string => {
  const [year, width, lines, gap, columns] = given;
  return yearText(sizeOf(year!), layoutOf(self, width, lines), {
    gap: gap === undefined ? 6 : Math.max(2, sizeOf(gap)),
    columns: columns === undefined ? 3 : sizeOf(columns),
  });
};

const rows = (grid: readonly number[][]): Value => new PyList(grid.map((week) => new PyList([...week])));

const calendarMethods = {
  'formatmonth(theyear, themonth, w?, l?)': (self: PyCalendar, ...given: (Value | undefined)[]) =>
    monthText(sizeOf(given[0]!), monthOf(given[1]!), layoutOf(self, given[2], given[3])),
  'prmonth(theyear, themonth, w?, l?)': (self: PyCalendar, ...given: (Value | undefined)[]) => {
    writeOutput(monthText(sizeOf(given[0]!), monthOf(given[1]!), layoutOf(self, given[2], given[3])));
    return null;
  },
  'formatyear(theyear, w?, l?, c?, m?)': yearOf,
  'pryear(theyear, w?, l?, c?, m?)': (self: PyCalendar, ...given: (Value | undefined)[]) => {
    writeOutput(yearOf(self, ...given));
    return null;
  },
  'monthdayscalendar(year, month)': (self: PyCalendar, year: Value, month: Value) =>
    rows(weeks(sizeOf(year), monthOf(month), self.first)),
  'itermonthdays(year, month)': (self: PyCalendar, year: Value, month: Value) => {
    const days = weeks(sizeOf(year), monthOf(month), self.first).flat();
    return new PyIterator('generator', () => days.shift());
  },
  'itermonthdays2(year, month)': (self: PyCalendar, year: Value, month: Value) => {
    const days = weeks(sizeOf(year), monthOf(month), self.first).flat();
    let index = 0;
    return new PyIterator('generator', () => {
      const day = days[index];
      return day === undefined ? undefined : new PyTuple([day, (index++ + self.first) % 7]);
    });
  },
  'itermonthdates(year, month)': (self: PyCalendar, year: Value, month: Value) => {
    const [y, m] = [sizeOf(year), monthOf(month)];
    const count = weeks(y, m, self.first).length * 7;
    const before = (weekdayOf({ year: y, month: m, day: 1 }) - self.first + 7) % 7;
    const start = ordinalOf({ year: y, month: m, day: 1 }) - before;
    let index = 0;
    return new PyIterator('generator', () => {
      if (index >= count) return undefined;
      const date = dateOf(start + index++);
      return new PyDate(date.year, date.month, date.day);
    });
  },
  'iterweekdays()': (self: PyCalendar) => {
    let index = 0;
    return new PyIterator('generator', () => (index < 7 ? (self.first + index++) % 7 : undefined));
  },
  'getfirstweekday()': (self: PyCalendar) => self.first,
  'setfirstweekday(firstweekday)': (self: PyCalendar, day: Value) => {
    self.first = ((sizeOf(day) % 7) + 7) % 7;
    return null;
  },
};

const calendarType: PyType = defineType<PyCalendar>({
  name: 'TextCalendar',
  module: 'calendar',
  class: PyCalendar,
  create: (type, args, keywords) => {
    const made = new PyCalendar();
    if (!type.isNative) made.cls = type;
    const first = args[0] ?? keywords?.get('firstweekday');
    made.first = first === undefined ? 0 : ((sizeOf(first) % 7) + 7) % 7;
    return made;
  },
  constants: { __subclassable__: true },
  attributes: { firstweekday: (self) => self.first },
  methods: calendarMethods,
});

/** `calendar.Day` and `calendar.Month`: an IntEnum whose members show the module's name. */
function calendarEnum(name: string, members: readonly string[], start: number): Value {
  const base = getAttribute(runtime().importModule('enum'), 'IntEnum');
  const pairs = members.map((member, index) => tuple(member.toUpperCase(), index + start));
  const type = call(base, [name, new PyList(pairs)], new Map([['module', 'calendar']])) as PyType;
  const text = (self: Value): Value => `calendar.${str(getAttribute(self, 'name'))}`;
  type.namespace.set('__repr__', method('__repr__()', text));
  return type;
}

function secondsOfTuple(given: Value): Value {
  const parts = toArray(given).map(sizeOf);
  if (parts.length < 6) raiseTypeError('timegm() needs a time tuple');
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  return (ordinalOf({ year, month, day }) - epochOrdinal) * 86400 + hour * 3600 + minute * 60 + second;
}

export function calendarModule(): PyModule {
  const own = new PyCalendar();
  const isNew = pythonVersion() === 3;
  const days = isNew ? calendarEnum('Day', dayNames, 0) : null;
  const months = isNew ? calendarEnum('Month', monthNames, 1) : null;
  const member = (type: Value, value: number): Value => (type === null ? value : call(type, [value]));
  const dayOf = (year: number, month: number, day: number): Value =>
    member(days, weekdayOf({ year, month, day }));
  const ofModule = Object.fromEntries(
    (
      [
        ['month(theyear, themonth, w?, l?)', 'formatmonth(theyear, themonth, w?, l?)'],
        ['prmonth(theyear, themonth, w?, l?)', 'prmonth(theyear, themonth, w?, l?)'],
        ['calendar(theyear, w?, l?, c?, m?)', 'formatyear(theyear, w?, l?, c?, m?)'],
        ['prcal(theyear, w?, l?, c?, m?)', 'pryear(theyear, w?, l?, c?, m?)'],
        ['monthcalendar(year, month)', 'monthdayscalendar(year, month)'],
        ['setfirstweekday(firstweekday)', 'setfirstweekday(firstweekday)'],
        ['firstweekday()', 'getfirstweekday()'],
      ] as const
    ).map(([signature, method]) => [
      signature,
      (...given: never[]) =>
        (calendarMethods[method] as (self: PyCalendar, ...rest: never[]) => Value)(own, ...given),
    ]),
  );
  const short = (name: string): string => name.slice(0, 3);
  return defineModule({
    name: 'calendar',
    values: {
      Calendar: calendarType,
      TextCalendar: calendarType,
      IllegalMonthError: illegalMonth,
      day_name: new PyList([...dayNames]),
      day_abbr: new PyList(dayNames.map(short)),
      month_name: new PyList(['', ...monthNames]),
      month_abbr: new PyList(['', ...monthNames.map(short)]),
      ...Object.fromEntries(dayNames.map((name, index) => [name.toUpperCase(), member(days, index)])),
      ...Object.fromEntries(monthNames.map((name, index) => [name.toUpperCase(), member(months, index + 1)])),
      ...(isNew ? { Day: days, Month: months } : {}),
    },
    functions: {
      ...ofModule,
      'isleap(year)': (year: Value) => isLeap(sizeOf(year)),
      'leapdays(y1, y2)': (from: Value, to: Value) => {
        const before = (year: number): number =>
          Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);
        return before(sizeOf(to)) - before(sizeOf(from));
      },
      'weekday(year, month, day)': (year: Value, month: Value, day: Value) =>
        dayOf(sizeOf(year), monthOf(month), sizeOf(day)),
      'monthrange(year, month)': (year: Value, month: Value) => {
        const [y, m] = [sizeOf(year), monthOf(month)];
        return new PyTuple([dayOf(y, m, 1), daysInMonth(y, m)]);
      },
      'weekheader(width)': (width: Value) => header(own.first, sizeOf(width)),
      'timegm(tuple)': secondsOfTuple,
    },
    refused: ['HTMLCalendar', 'LocaleTextCalendar', 'LocaleHTMLCalendar', 'different_locale'],
  });
}
