/** `datetime.datetime`. */
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { holds } from '../../../protocols/comparison.ts';
import { hashSequence } from '../../../protocols/hashing.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { builtin } from '../../../signature.ts';
import { int, NotImplemented, PyFloat, type PyType, type Value } from '../../../values.ts';
import { dateOf, epochOrdinal, ordinalOf, pad } from './calendarMath.ts';
import {
  checkDate,
  checkOrdinal,
  dateType,
  localFields,
  PyDate,
  parseIsoDate,
  secondsOf,
  timeTuple,
  utcFields,
} from './dateType.ts';
import { PyTimedelta } from './timedelta.ts';
import { formatTime, offsetText, parseTime, type TimeFields } from './timeFormat.ts';
import {
  type Clock,
  clockAttributes,
  clockOf,
  clockRepr,
  clockText,
  PyTime,
  parseClock,
} from './timeType.ts';
import { checkZone, fixedZone, offsetOf, utc } from './timezones.ts';

export class PyDateTime extends PyDate implements Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly zone: Value;
  readonly fold: number;
  constructor(date: Pick<PyDate, 'year' | 'month' | 'day'>, clock: Clock, zone: Value, fold = 0) {
    super(date.year, date.month, date.day);
    this.hour = clock.hour;
    this.minute = clock.minute;
    this.second = clock.second;
    this.microsecond = clock.microsecond;
    this.zone = zone;
    this.fold = fold;
  }
}

const like = (type: PyType, made: PyDateTime): PyDateTime => {
  if (!type.isNative) made.cls = type;
  return made;
};

const parse = builtin(
  'datetime(cls, year, month, day, hour?, minute?, second?, microsecond?, tzinfo?, *, fold?)',
  (type: PyType, ...given: (Value | undefined)[]) => {
    const [year, month, day] = given.slice(0, 3).map((value) => sizeOf(value!)) as [number, number, number];
    checkDate(year, month, day);
    const fold = given[8] === 1 ? 1 : 0;
    const made = new PyDateTime({ year, month, day }, clockOf(given.slice(3, 7)), checkZone(given[7]), fold);
    return like(type, made);
  },
);

const microsPerDay = 86_400_000_000n;

/** Microseconds since the first day, by the clock on the wall. */
const wallMicros = (self: PyDateTime): bigint =>
  BigInt(ordinalOf(self)) * microsPerDay +
  BigInt(((self.hour * 60 + self.minute) * 60 + self.second) * 1_000_000 + self.microsecond);

const offset = (self: PyDateTime): PyTimedelta | null => offsetOf(self.zone, self);

const absoluteMicros = (self: PyDateTime): bigint => wallMicros(self) - (offset(self)?.micros ?? 0n);

/** The time that so many microseconds are. */
function fromMicros(type: PyType, micros: bigint, zone: Value): PyDateTime {
  const days = micros >= 0n ? micros / microsPerDay : (micros - microsPerDay + 1n) / microsPerDay;
  const rest = Number(micros - days * microsPerDay);
  const clock = {
    hour: Math.floor(rest / 3_600_000_000),
    minute: Math.floor(rest / 60_000_000) % 60,
    second: Math.floor(rest / 1_000_000) % 60,
    microsecond: rest % 1_000_000,
  };
  return like(type, new PyDateTime(dateOf(checkOrdinal(Number(days))), clock, zone));
}

const zoneName = (self: PyDateTime): Value =>
  self.zone === null ? null : call(getAttribute(self.zone, 'tzname'), [self]);

const fields = (self: PyDateTime): TimeFields => ({
  ...{ year: self.year, month: self.month, day: self.day },
  ...{ hour: self.hour, minute: self.minute, second: self.second, microsecond: self.microsecond },
  offsetSeconds: offset(self)?.totalSeconds ?? null,
  zone: str(zoneName(self) ?? ''),
});

function isoText(self: PyDateTime, separator = 'T', timespec = 'auto'): string {
  const date = `${pad(self.year, 4)}-${pad(self.month, 2)}-${pad(self.day, 2)}`;
  const shift = offset(self);
  const zone = shift === null ? '' : offsetText(shift.totalSeconds, ':');
  return `${date}${separator}${clockText(self, timespec)}${zone}`;
}

const epochMicros = BigInt(epochOrdinal) * microsPerDay;

/** Seconds since 1970; a naive time is local. */
function timestamp(self: PyDateTime): number {
  if (self.zone !== null) return Number(absoluteMicros(self) - epochMicros) / 1e6;
  const { year, month, day, hour, minute, second } = self;
  const local = new Date(2000, month - 1, day, hour, minute, second);
  local.setFullYear(year, month - 1, day);
  return local.getTime() / 1000 + self.microsecond / 1e6;
}

function fromTimestamp(type: PyType, seconds: number, zone: Value): Value {
  const micros = roundMicros(seconds);
  if (zone !== null) {
    const atUtc = fromMicros(type, epochMicros + micros, utc);
    return toZone(atUtc, zone);
  }
  const shift = BigInt(localFields(seconds * 1000).offset) * 1_000_000n;
  return fromMicros(type, epochMicros + micros + shift, null);
}

/** Half to even, as CPython rounds timestamps. */
function roundMicros(seconds: number): bigint {
  const whole = Math.floor(seconds);
  const fraction = (seconds - whole) * 1e6;
  const floor = Math.floor(fraction);
  const rest = fraction - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? 1 : 0;
  return BigInt(whole) * 1_000_000n + BigInt(floor + up);
}

function toZone(self: PyDateTime, zone: Value): Value {
  const target = zone ?? fixedZone(localFields(timestamp(self) * 1000).offset);
  const naive = self.zone === null ? BigInt(localFields(timestamp(self) * 1000).offset) * 1_000_000n : null;
  const absolute = naive === null ? absoluteMicros(self) : wallMicros(self) - naive;
  const atUtc = fromMicros(typeOf(self), absolute, target);
  const shift = offsetOf(target, atUtc);
  return fromMicros(typeOf(self), absolute + (shift?.micros ?? 0n), target);
}

function add(self: PyDateTime, micros: bigint): Value {
  return fromMicros(typeOf(self), wallMicros(self) + micros, self.zone);
}

function subtract(a: PyDateTime, b: Value): Value {
  if (b instanceof PyTimedelta) return add(a, -b.micros);
  if (!(b instanceof PyDateTime)) return NotImplemented;
  if (a.zone === b.zone) return new PyTimedelta(wallMicros(a) - wallMicros(b));
  if ((offset(a) === null) !== (offset(b) === null)) {
    raiseTypeError("can't subtract offset-naive and offset-aware datetimes");
  }
  return new PyTimedelta(absoluteMicros(a) - absoluteMicros(b));
}

function fromIso(type: PyType, text: Value): Value {
  if (typeof text !== 'string') raiseTypeError('fromisoformat: argument must be str');
  const match = /^(\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d(?:-?\d)?)(?:.([\s\S]*))?$/.exec(text);
  const date = match && parseIsoDate(match[1]!);
  const time = match?.[2] === undefined ? undefined : parseClock(match[2]);
  if (!date || time === null) return raiseValueError(`Invalid isoformat string: ${repr(text)}`);
  const { hour, minute, second, microsecond } = time?.clock ?? clockOf([]);
  return call(type, [...date, hour, minute, second, microsecond, time?.zone ?? null]);
}

function readTime(type: PyType, text: Value, format: Value): Value {
  if (typeof text !== 'string') {
    raiseTypeError(`strptime() argument 1 must be str, not ${typeOf(text).name}`);
  }
  const found = parseTime(text, str(format));
  if ('message' in found) return raiseValueError(found.message);
  const { year, month, day, hour, minute, second, microsecond, offsetSeconds } = found;
  const zone = offsetSeconds === null ? null : fixedZone(offsetSeconds);
  return call(type, [year, month, day, hour, minute, second, microsecond, zone]);
}

const replaced = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const;

export const datetimeType: PyType = defineType<PyDateTime>({
  name: 'datetime.datetime',
  module: 'datetime',
  class: PyDateTime,
  bases: [dateType],
  create: (type, args, keywords) => parse.call([type, ...args], keywords),
  attributes: clockAttributes,
  methods: {
    'replace(year?, month?, day?, hour?, minute?, second?, microsecond?, tzinfo?, *, fold?)': (
      self: PyDateTime,
      ...given: (Value | undefined)[]
    ) => {
      const values = replaced.map((name, index) => given[index] ?? self[name]);
      return call(typeOf(self), [...values, given[7] === undefined ? self.zone : given[7]]);
    },
    'date()': (self: PyDateTime) => new PyDate(self.year, self.month, self.day),
    'time()': (self: PyDateTime) => new PyTime(self, null, self.fold),
    'timetz()': (self: PyDateTime) => new PyTime(self, self.zone, self.fold),
    'timestamp()': (self: PyDateTime) => new PyFloat(timestamp(self)),
    'utcoffset()': offset,
    'tzname()': zoneName,
    'dst()': (self: PyDateTime) => (self.zone === null ? null : call(getAttribute(self.zone, 'dst'), [self])),
    'astimezone(tz?)': (self: PyDateTime, zone?: Value) => toZone(self, checkZone(zone)),
    'isoformat(sep?, timespec?)': (self: PyDateTime, separator?: Value, timespec?: Value) =>
      isoText(self, str(separator ?? 'T'), str(timespec ?? 'auto')),
    'strftime(format)': (self: PyDateTime, format: Value) => formatTime(fields(self), str(format)),
    'ctime()': (self: PyDateTime) => formatTime(fields(self), '%c'),
    'timetuple()': (self: PyDateTime) => timeTuple(fields(self), -1),
    'utctimetuple()': (self: PyDateTime) =>
      timeTuple(fields(fromMicros(typeOf(self), absoluteMicros(self), null)), 0),
    '__format__(spec)': (self: PyDateTime, spec: Value) =>
      spec === '' ? str(self) : formatTime(fields(self), str(spec)),
  },
  classMethods: {
    'now(tz?)': (type: PyType, zone?: Value) =>
      fromTimestamp(type, runtime().wallClock() / 1000, checkZone(zone)),
    'today()': (type: PyType) => fromTimestamp(type, runtime().wallClock() / 1000, null),
    'utcnow()': (type: PyType) => {
      const now = utcFields(runtime().wallClock());
      return like(type, new PyDateTime(now, now, null));
    },
    'fromtimestamp(timestamp, tz?)': (type: PyType, seconds: Value, zone?: Value) =>
      fromTimestamp(type, secondsOf(seconds), checkZone(zone)),
    'utcfromtimestamp(timestamp)': (type: PyType, seconds: Value) =>
      fromMicros(type, epochMicros + roundMicros(secondsOf(seconds)), null),
    'fromordinal(ordinal)': (type: PyType, ordinal: Value) => {
      const date = dateOf(checkOrdinal(sizeOf(ordinal)));
      return call(type, [date.year, date.month, date.day]);
    },
    'fromisoformat(date_string)': fromIso,
    'strptime(date_string, format)': readTime,
    'combine(date, time, tzinfo?)': (type: PyType, date: Value, time: Value, zone?: Value) => {
      if (!(date instanceof PyDate)) {
        raiseTypeError(`combine() argument 1 must be datetime.date, not ${typeOf(date).name}`);
      }
      if (!(time instanceof PyTime)) {
        raiseTypeError(`combine() argument 2 must be datetime.time, not ${typeOf(time).name}`);
      }
      const chosen = zone === undefined ? time.zone : checkZone(zone);
      return like(type, new PyDateTime(date, time, chosen, time.fold));
    },
  },
  binary: {
    '+': (a, b) => (b instanceof PyTimedelta ? add(a, b.micros) : NotImplemented),
    '-': subtract,
  },
  reflected: { '+': (a, b) => (b instanceof PyTimedelta ? add(a, b.micros) : NotImplemented) },
  compare: (a, operator, b) => {
    if (!(b instanceof PyDateTime)) {
      if (!(b instanceof PyDate)) return NotImplemented;
      if (operator === '==' || operator === '!=') return operator === '!=';
      return raiseTypeError(`can't compare ${qualified(a)} to ${qualified(b)}`);
    }
    if ((offset(a) === null) !== (offset(b) === null)) {
      if (operator === '==' || operator === '!=') return operator === '!=';
      raiseTypeError("can't compare offset-naive and offset-aware datetimes");
    }
    const difference = absoluteMicros(a) - absoluteMicros(b);
    return holds(operator, difference < 0n ? -1 : difference > 0n ? 1 : 0);
  },
  hash: (self) => hashSequence([int(absoluteMicros(self))]),
  str: (self) => isoText(self, ' '),
  repr: (self) => {
    const zone = self.zone === null ? '' : `, tzinfo=${repr(self.zone)}`;
    const fold = self.fold === 0 ? '' : `, fold=${self.fold}`;
    const name = self.cls?.name ?? 'datetime.datetime';
    return `${name}(${self.year}, ${self.month}, ${self.day}, ${clockRepr(self)}${fold}${zone})`;
  },
});

const qualified = (value: Value): string => typeOf(value).name;

const midnight = { hour: 0, minute: 0, second: 0, microsecond: 0 };
datetimeType.namespace.set('min', new PyDateTime({ year: 1, month: 1, day: 1 }, midnight, null));
const last = { hour: 23, minute: 59, second: 59, microsecond: 999999 };
datetimeType.namespace.set('max', new PyDateTime({ year: 9999, month: 12, day: 31 }, last, null));
datetimeType.namespace.set('resolution', new PyTimedelta(1n));
