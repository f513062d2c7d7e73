/** `datetime.date`. */
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { holds } from '../../../protocols/comparison.ts';
import { hashSequence } from '../../../protocols/hashing.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { builtin } from '../../../signature.ts';
import { NotImplemented, PyObject, type PyType, type Value } from '../../../values.ts';
import { namedTupleClass } from '../collections/namedTuple.ts';
import {
  dateOf,
  dayOfYear,
  daysInMonth,
  isoCalendar,
  lastOrdinal,
  ordinalOf,
  ordinalOfIso,
  pad,
  weekdayOf,
} from './calendarMath.ts';
import { PyTimedelta } from './timedelta.ts';
import { formatTime, type TimeFields } from './timeFormat.ts';

export class PyDate extends PyObject {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  constructor(year: number, month: number, day: number) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

/** Raises ValueError for a date that the calendar does not have. */
export function checkDate(year: number, month: number, day: number): void {
  if (year < 1 || year > 9999) raiseValueError(`year ${year} is out of range`);
  if (month < 1 || month > 12) raiseValueError('month must be in 1..12');
  if (day < 1 || day > daysInMonth(year, month)) raiseValueError('day is out of range for month');
}

const noClock = { hour: 0, minute: 0, second: 0, microsecond: 0, offsetSeconds: null, zone: '' };

export const dateFields = (self: PyDate): TimeFields => ({
  year: self.year,
  month: self.month,
  day: self.day,
  ...noClock,
});

/** The date of a day number; raises OverflowError. */
export function checkOrdinal(ordinal: number): number {
  if (ordinal < 1 || ordinal > lastOrdinal) raise(exceptionType('OverflowError'), 'date value out of range');
  return ordinal;
}

/** A date with the class of another one. */
function like(type: PyType, made: PyDate): PyDate {
  if (!type.isNative) made.cls = type;
  return made;
}

const parse = builtin(
  'date(cls, year, month, day)',
  (type: PyType, year: Value, month: Value, day: Value) => {
    const [y, m, d] = [sizeOf(year), sizeOf(month), sizeOf(day)];
    checkDate(y, m, d);
    return like(type, new PyDate(y, m, d));
  },
);

function shift(self: PyDate, days: number): Value {
  const { year, month, day } = dateOf(checkOrdinal(ordinalOf(self) + days));
  return like(typeOf(self), new PyDate(year, month, day));
}

/** Local time of a moment. */
export function localFields(milliseconds: number): TimeFields & { readonly offset: number } {
  const offset = -new Date(milliseconds).getTimezoneOffset() * 60;
  return { ...utcFields(milliseconds + offset * 1000), offset };
}

/** The calendar's fields of a moment at Greenwich. */
export function utcFields(milliseconds: number): TimeFields {
  const micros = Math.round(milliseconds * 1000);
  const days = Math.floor(micros / 86_400_000_000);
  const rest = micros - days * 86_400_000_000;
  return {
    ...dateOf(days + 719163),
    hour: Math.floor(rest / 3_600_000_000),
    minute: Math.floor(rest / 60_000_000) % 60,
    second: Math.floor(rest / 1_000_000) % 60,
    microsecond: rest % 1_000_000,
    offsetSeconds: null,
    zone: '',
  };
}

const order = (a: PyDate, b: PyDate): number => ordinalOf(a) - ordinalOf(b);

/** Three numbers, or a text of another form of ISO 8601. */
export function parseIsoDate(text: string): readonly [number, number, number] | null {
  const plain = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text);
  if (plain && text.length !== 9) return [Number(plain[1]), Number(plain[2]), Number(plain[3])];
  const week = /^(\d{4})-?W(\d\d)(?:-?(\d))?$/.exec(text);
  if (!week) return null;
  const ordinal = ordinalOfIso(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  if (ordinal === null) return null;
  const { year, month, day } = dateOf(ordinal);
  return [year, month, day];
}

let isoCalendarClass: Value = null;

/** `isocalendar()`: a named tuple. */
export function isoCalendarValue(self: PyDate): Value {
  const [year, week, weekday] = isoCalendar(self);
  isoCalendarClass ??= namedTupleClass('datetime.IsoCalendarDate', ['year', 'week', 'weekday']);
  return call(isoCalendarClass, [year, week, weekday]);
}

export const dateType: PyType = defineType<PyDate>({
  name: 'datetime.date',
  module: 'datetime',
  class: PyDate,
  create: (type, args, keywords) => parse.call([type, ...args], keywords),
  constants: { __subclassable__: true },
  attributes: { year: (self) => self.year, month: (self) => self.month, day: (self) => self.day },
  methods: {
    'replace(year?, month?, day?)': (self: PyDate, year?: Value, month?: Value, day?: Value) =>
      call(typeOf(self), [year ?? self.year, month ?? self.month, day ?? self.day]),
    'weekday()': weekdayOf,
    'isoweekday()': (self: PyDate) => weekdayOf(self) + 1,
    'isocalendar()': isoCalendarValue,
    'toordinal()': ordinalOf,
    'isoformat()': isoText,
    'strftime(format)': (self: PyDate, format: Value) => formatTime(dateFields(self), str(format)),
    'ctime()': (self: PyDate) => formatTime(dateFields(self), '%c'),
    'timetuple()': (self: PyDate) => timeTuple(dateFields(self), -1),
    '__format__(spec)': (self: PyDate, spec: Value) =>
      spec === '' ? str(self) : formatTime(dateFields(self), str(spec)),
    '__deepcopy__(memo)': (self: PyDate) => self,
    '__copy__()': (self: PyDate) => self,
  },
  classMethods: {
    'today()': (type: PyType) => {
      const now = localFields(runtime().wallClock());
      return call(type, [now.year, now.month, now.day]);
    },
    'fromtimestamp(timestamp)': (type: PyType, timestamp: Value) => {
      const time = localFields(secondsOf(timestamp) * 1000);
      return call(type, [time.year, time.month, time.day]);
    },
    'fromordinal(ordinal)': (type: PyType, ordinal: Value) => {
      const number = sizeOf(ordinal);
      if (number < 1) raiseValueError('ordinal must be >= 1');
      const { year, month, day } = dateOf(number);
      return call(type, [year, month, day]);
    },
    'fromisoformat(date_string)': (type: PyType, text: Value) => {
      if (typeof text !== 'string') raiseTypeError('fromisoformat: argument must be str');
      const found = parseIsoDate(text);
      if (!found) raiseValueError(`Invalid isoformat string: ${repr(text)}`);
      return call(type, found);
    },
    'fromisocalendar(year, week, day)': (type: PyType, year: Value, week: Value, day: Value) => {
      const ordinal = ordinalOfIso(sizeOf(year), sizeOf(week), sizeOf(day));
      if (ordinal === null) raiseValueError(`Invalid week: ${str(week)}`);
      const found = dateOf(ordinal);
      return call(type, [found.year, found.month, found.day]);
    },
  },
  binary: {
    '+': (a, b) => (b instanceof PyTimedelta ? shift(a, b.days) : NotImplemented),
    '-': (a, b) => {
      if (b instanceof PyTimedelta) return shift(a, -b.days);
      if (!(b instanceof PyDate) || isDateTime(b)) return NotImplemented;
      return new PyTimedelta(BigInt(order(a, b)) * 86_400_000_000n);
    },
  },
  reflected: { '+': (a, b) => (b instanceof PyTimedelta ? shift(a, b.days) : NotImplemented) },
  compare: (a, operator, b) =>
    b instanceof PyDate && !isDateTime(b) ? holds(operator, order(a, b)) : NotImplemented,
  hash: (self) => hashSequence([self.year, self.month, self.day]),
  str: isoText,
  repr: (self) => `${self.cls?.name ?? 'datetime.date'}(${self.year}, ${self.month}, ${self.day})`,
});

function isoText(self: PyDate): string {
  return `${pad(self.year, 4)}-${pad(self.month, 2)}-${pad(self.day, 2)}`;
}

/** Dates and moments are not compared with each other. */
function isDateTime(value: PyDate): boolean {
  return 'hour' in value;
}

/** A number of seconds. */
export function secondsOf(value: Value): number {
  if (typeof value === 'number') return value;
  const float =
    typeof value === 'object' && value !== null && 'value' in value ? Number(value.value) : Number.NaN;
  if (Number.isNaN(float)) {
    raiseTypeError(`'${typeOf(value).name}' object cannot be interpreted as an integer`);
  }
  return float;
}

const structNames = 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst';

let structTime: Value = null;

/** The class `time.struct_time`. */
export const structTimeClass = (): Value => {
  structTime ??= namedTupleClass('time.struct_time', structNames.split(' '));
  return structTime;
};

/** A `time.struct_time`. */
export function timeTuple(time: TimeFields, isDst: number): Value {
  return call(structTimeClass(), [
    time.year,
    time.month,
    time.day,
    time.hour,
    time.minute,
    time.second,
    weekdayOf(time),
    dayOfYear(time),
    isDst,
  ]);
}

dateType.namespace.set('min', new PyDate(1, 1, 1));
dateType.namespace.set('max', new PyDate(9999, 12, 31));
dateType.namespace.set('resolution', new PyTimedelta(86_400_000_000n));
