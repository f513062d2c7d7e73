/** `datetime.tzinfo` and `datetime.timezone`. */
import { equalityAmong } from '../../../equality.ts';
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { hash } from '../../../protocols/hashing.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, isInstance, typeOf } from '../../../pyType.ts';
import { PyObject, type PyType, type Value } from '../../../values.ts';
import { PyTimedelta } from './timedelta.ts';
import { offsetText } from './timeFormat.ts';

/** The base of all time zones; programs derive their own from it. */
class PyTzinfo extends PyObject {}

const abstract = (name: string) => (): never =>
  raise(exceptionType('NotImplementedError'), `a tzinfo subclass must implement ${name}()`);

export const tzinfoType: PyType = defineType<PyTzinfo>({
  name: 'datetime.tzinfo',
  module: 'datetime',
  class: PyTzinfo,
  create: (type) => {
    const made = new PyTzinfo();
    if (!type.isNative) made.cls = type;
    return made;
  },
  constants: { __subclassable__: true },
  methods: {
    'utcoffset(dt)': abstract('utcoffset'),
    'dst(dt)': abstract('dst'),
    'tzname(dt)': abstract('tzname'),
  },
});

export class PyTimezone extends PyTzinfo {
  readonly offset: PyTimedelta;
  readonly name: string | null;
  constructor(offset: PyTimedelta, name: string | null = null) {
    super();
    this.offset = offset;
    this.name = name;
  }
}

const zoneName = (self: PyTimezone): string => {
  if (self.name !== null) return self.name;
  return self.offset.micros === 0n ? 'UTC' : `UTC${offsetText(self.offset.totalSeconds, ':')}`;
};

export const timezoneType: PyType = defineType<PyTimezone>({
  name: 'datetime.timezone',
  module: 'datetime',
  class: PyTimezone,
  bases: [tzinfoType],
  create: (_type, args, keywords) => {
    const offset = args[0] ?? keywords?.get('offset');
    const name = args[1] ?? keywords?.get('name') ?? null;
    if (!(offset instanceof PyTimedelta)) {
      raiseTypeError(`timezone() argument 1 must be datetime.timedelta, not ${typeOf(offset ?? null).name}`);
    }
    const day = 86_400_000_000n;
    if (offset.micros <= -day || offset.micros >= day) {
      raiseValueError(
        `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${repr(offset)}`,
      );
    }
    return new PyTimezone(offset, typeof name === 'string' ? name : null);
  },
  methods: {
    'utcoffset(dt)': (self: PyTimezone) => self.offset,
    'tzname(dt)': zoneName,
    'dst(dt)': () => null,
  },
  compare: equalityAmong(PyTimezone, (a, b) => a.offset.micros === b.offset.micros),
  hash: (self) => hash(self.offset),
  str: zoneName,
  repr: (self) => {
    if (self === utc) return 'datetime.timezone.utc';
    const name = self.name === null ? '' : `, ${repr(self.name)}`;
    return `datetime.timezone(${repr(self.offset)}${name})`;
  },
});

export const utc = new PyTimezone(new PyTimedelta(0n));
timezoneType.namespace.set('utc', utc);
timezoneType.namespace.set('min', new PyTimezone(new PyTimedelta(-86_340_000_000n)));
timezoneType.namespace.set('max', new PyTimezone(new PyTimedelta(86_340_000_000n)));

/** A zone that is so many seconds east of Greenwich. */
export const fixedZone = (seconds: number, name: string | null = null): PyTimezone =>
  seconds === 0 && name === null
    ? utc
    : new PyTimezone(new PyTimedelta(BigInt(Math.round(seconds * 1e6))), name);

/** A time zone, or None; raises TypeError. */
export function checkZone(value: Value | undefined): Value {
  if (value === undefined || value === null || isInstance(value, tzinfoType)) return value ?? null;
  return raiseTypeError(
    `tzinfo argument must be None or of a tzinfo subclass, not type '${typeOf(value).name}'`,
  );
}

/** What the zone says of the time: its offset from Greenwich; null: naive. */
export function offsetOf(zone: Value, time: Value): PyTimedelta | null {
  if (zone === null) return null;
  if (zone instanceof PyTimezone) return zone.offset;
  const offset = call(getAttribute(zone, 'utcoffset'), [time]);
  if (offset === null || offset instanceof PyTimedelta) return offset;
  return raiseTypeError(
    `tzinfo.utcoffset() must return None or a timedelta instance, not '${typeOf(offset).name}'`,
  );
}
