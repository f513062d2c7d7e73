/** `datetime.time`: a time of day, with or without a zone. */
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { holds } from '../../../protocols/comparison.ts';
import { hashSequence } from '../../../protocols/hashing.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { builtin } from '../../../signature.ts';
import { NotImplemented, PyObject, type PyType, type Value } from '../../../values.ts';
import { pad } from './calendarMath.ts';
import { PyTimedelta } from './timedelta.ts';
import { formatTime, offsetText, parseOffset, type TimeFields } from './timeFormat.ts';
import { checkZone, fixedZone, offsetOf } from './timezones.ts';

/** Hours to microseconds. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

export class PyTime extends PyObject implements Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly zone: Value;
  readonly fold: number;
  constructor(clock: Clock, zone: Value = null, fold = 0) {
    super();
    this.hour = clock.hour;
    this.minute = clock.minute;
    this.second = clock.second;
    this.microsecond = clock.microsecond;
    this.zone = zone;
    this.fold = fold;
  }
}

/** Raises ValueError for a time that no clock shows. */
export function checkClock({ hour, minute, second, microsecond }: Clock): void {
  if (hour < 0 || hour > 23) raiseValueError('hour must be in 0..23');
  if (minute < 0 || minute > 59) raiseValueError('minute must be in 0..59');
  if (second < 0 || second > 59) raiseValueError('second must be in 0..59');
  if (microsecond < 0 || microsecond > 999999) raiseValueError('microsecond must be in 0..999999');
}

/** The clock of four arguments that may be missing. */
export const clockOf = (given: readonly (Value | undefined)[]): Clock => {
  const [hour, minute, second, microsecond] = given.map((value) => (value === undefined ? 0 : sizeOf(value)));
  const clock = { hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, microsecond: microsecond ?? 0 };
  checkClock(clock);
  return clock;
};

/** `12:30:00.000001`, cut where `timespec` says. */
export function clockText(clock: Clock, timespec: string): string {
  const { hour, minute, second, microsecond } = clock;
  const parts = [pad(hour, 2)];
  const spec = timespec === 'auto' ? (microsecond === 0 ? 'seconds' : 'microseconds') : timespec;
  if (!['hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'].includes(spec)) {
    raiseValueError('Unknown timespec value');
  }
  if (spec !== 'hours') parts.push(pad(minute, 2));
  if (spec !== 'hours' && spec !== 'minutes') parts.push(pad(second, 2));
  const text = parts.join(':');
  if (spec === 'milliseconds') return `${text}.${pad(Math.floor(microsecond / 1000), 3)}`;
  return spec === 'microseconds' ? `${text}.${pad(microsecond, 6)}` : text;
}

/** Reads `12`, `12:30`, `123000.5+01:00`; null for anything else. */
export function parseClock(text: string): { readonly clock: Clock; readonly zone: Value } | null {
  const match =
    /^(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d(?::?\d\d(?:\.\d{1,6})?)?)?)?$/.exec(
      text,
    );
  if (!match) return null;
  const [, hour, minute = '0', second = '0', fraction = '', offset] = match;
  const clock = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    microsecond: Number(fraction.slice(0, 6).padEnd(6, '0')),
  };
  checkClock(clock);
  return { clock, zone: offset === undefined ? null : fixedZone(parseOffset(offset)) };
}

const parse = builtin(
  'time(cls, hour?, minute?, second?, microsecond?, tzinfo?, *, fold?)',
  (type: PyType, ...given: (Value | undefined)[]) => {
    const made = new PyTime(clockOf(given.slice(0, 4)), checkZone(given[4]), given[5] === 1 ? 1 : 0);
    if (!type.isNative) made.cls = type;
    return made;
  },
);

/** `, 12, 30`: the parts of a clock as `repr` shows them. */
export function clockRepr({ hour, minute, second, microsecond }: Clock): string {
  const parts = [hour, minute];
  if (second !== 0 || microsecond !== 0) parts.push(second);
  if (microsecond !== 0) parts.push(microsecond);
  return parts.join(', ');
}

const offset = (self: PyTime): PyTimedelta | null => offsetOf(self.zone, null);

const timeFields = (self: PyTime): TimeFields => ({
  ...{ year: 1900, month: 1, day: 1 },
  ...{ hour: self.hour, minute: self.minute, second: self.second, microsecond: self.microsecond },
  offsetSeconds: offset(self)?.totalSeconds ?? null,
  zone: self.zone === null ? '' : str(call(getAttribute(self.zone, 'tzname'), [null])),
});

const microsOf = (self: PyTime): number => {
  const clock = ((self.hour * 60 + self.minute) * 60 + self.second) * 1e6 + self.microsecond;
  return clock - Number(offset(self)?.micros ?? 0n);
};

const isoText = (self: PyTime, timespec = 'auto'): string => {
  const shift = offset(self);
  return clockText(self, timespec) + (shift === null ? '' : offsetText(shift.totalSeconds, ':'));
};

/** What a time and a datetime tell of the clock. */
type ClockValue = Clock & Pick<PyTime, 'zone' | 'fold'>;

export const clockAttributes = {
  hour: (self: ClockValue) => self.hour,
  minute: (self: ClockValue) => self.minute,
  second: (self: ClockValue) => self.second,
  microsecond: (self: ClockValue) => self.microsecond,
  tzinfo: (self: ClockValue) => self.zone,
  fold: (self: ClockValue) => self.fold,
};

export const timeType: PyType = defineType<PyTime>({
  name: 'datetime.time',
  module: 'datetime',
  class: PyTime,
  create: (type, args, keywords) => parse.call([type, ...args], keywords),
  constants: { __subclassable__: true },
  attributes: clockAttributes,
  methods: {
    'replace(hour?, minute?, second?, microsecond?, tzinfo?)': (
      self: PyTime,
      ...given: (Value | undefined)[]
    ) => {
      const own = [self.hour, self.minute, self.second, self.microsecond, self.zone];
      return call(
        typeOf(self),
        own.map((value, index) => (given[index] === undefined ? value : given[index])),
      );
    },
    'isoformat(timespec?)': (self: PyTime, timespec?: Value) =>
      isoText(self, timespec === undefined ? 'auto' : str(timespec)),
    'strftime(format)': (self: PyTime, format: Value) => formatTime(timeFields(self), str(format)),
    '__format__(spec)': (self: PyTime, spec: Value) =>
      spec === '' ? str(self) : formatTime(timeFields(self), str(spec)),
    'utcoffset()': offset,
    'tzname()': (self: PyTime) =>
      self.zone === null ? null : call(getAttribute(self.zone, 'tzname'), [null]),
    'dst()': (self: PyTime) => (self.zone === null ? null : call(getAttribute(self.zone, 'dst'), [null])),
    '__deepcopy__(memo)': (self: PyTime) => self,
    '__copy__()': (self: PyTime) => self,
  },
  classMethods: {
    'fromisoformat(time_string)': (type: PyType, text: Value) => {
      if (typeof text !== 'string') raiseTypeError('fromisoformat: argument must be str');
      const found = parseClock(text.replace(/^T/, ''));
      if (!found) return raiseValueError(`Invalid isoformat string: ${repr(text)}`);
      const { hour, minute, second, microsecond } = found.clock;
      return call(type, [hour, minute, second, microsecond, found.zone]);
    },
  },
  compare: (a, operator, b) => {
    if (!(b instanceof PyTime)) return NotImplemented;
    const isMixed = (offset(a) === null) !== (offset(b) === null);
    if (isMixed) {
      if (operator === '==' || operator === '!=') return operator === '!=';
      raiseTypeError("can't compare offset-naive and offset-aware times");
    }
    return holds(operator, microsOf(a) - microsOf(b));
  },
  hash: (self) => hashSequence([microsOf(self)]),
  str: (self) => isoText(self),
  repr: (self) => {
    const zone = self.zone === null ? '' : `, tzinfo=${repr(self.zone)}`;
    const fold = self.fold === 0 ? '' : `, fold=${self.fold}`;
    return `${self.cls?.name ?? 'datetime.time'}(${clockRepr(self)}${fold}${zone})`;
  },
});
const midnight = { hour: 0, minute: 0, second: 0, microsecond: 0 };
timeType.namespace.set('min', new PyTime(midnight));
timeType.namespace.set('max', new PyTime({ hour: 23, minute: 59, second: 59, microsecond: 999999 }));
timeType.namespace.set('resolution', new PyTimedelta(1n));
