/** `time`: the wall clock, struct_time and a sleep that can be cancelled. */
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { sizeOf } from '../../protocols/items.ts';
import { str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { int, PyFloat, type PyModule, PyTuple, type Value } from '../../values.ts';
import { localFields, secondsOf, structTimeClass, timeTuple, utcFields } from './datetime/dateType.ts';
import { formatTime, parseTime, type TimeFields } from './datetime/timeFormat.ts';
import { scheduler } from './threads/scheduler.ts';

const seconds = (): Value => new PyFloat(runtime().now() / 1000);
const nanoseconds = (): Value => int(BigInt(Math.round(runtime().now() * 1e6)));

function sleep(given: Value): Value {
  const seconds = secondsOf(given);
  if (seconds < 0) raiseValueError('sleep length must be non-negative');
  const threads = scheduler();
  if (threads) threads.sleep(seconds);
  else runtime().pause(1000 * seconds);
  return null;
}

function fieldsOf(given: Value): TimeFields {
  if (!(given instanceof PyTuple)) {
    raiseTypeError(`Tuple or struct_time argument required, not ${typeOf(given).name}`);
  }
  const [year, month, day, hour, minute, second] = given.items.map(sizeOf);
  return {
    ...{ year: year ?? 1900, month: month || 1, day: day || 1 },
    ...{ hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, microsecond: 0 },
    offsetSeconds: 0,
    zone: 'UTC',
  };
}

const momentOf = (given: Value | undefined): number =>
  given === undefined || given === null ? runtime().wallClock() : Math.floor(secondsOf(given)) * 1000;

const localNow = (given?: Value): TimeFields => localFields(momentOf(given));
const current = (given: Value | undefined): TimeFields =>
  given === undefined ? localNow() : fieldsOf(given);

/** Seconds since 1970 of a local time. */
function makeTime(given: Value): Value {
  const { year, month, day, hour, minute, second } = fieldsOf(given);
  return new PyFloat(new Date(year, month - 1, day, hour, minute, second).getTime() / 1000);
}

function readTime(text: Value, format?: Value): Value {
  const found = parseTime(str(text), format === undefined ? '%a %b %d %H:%M:%S %Y' : str(format));
  return 'message' in found ? raiseValueError(found.message) : timeTuple(found, -1);
}

export const timeModule = (): PyModule =>
  defineModule({
    name: 'time',
    only: {
      python2: ['clock'],
      python3: [
        ...['perf_counter', 'monotonic', 'process_time', 'thread_time', 'time_ns', 'perf_counter_ns'],
        ...['monotonic_ns', 'process_time_ns'],
      ],
    },
    values: { timezone: 0, altzone: 0, daylight: 0, tzname: new PyTuple(['UTC', 'UTC']) },
    lazy: { struct_time: structTimeClass },
    functions: {
      'time()': () => new PyFloat(runtime().wallClock() / 1000),
      'time_ns()': () => int(BigInt(Math.round(runtime().wallClock())) * 1_000_000n),
      'clock()': seconds,
      'perf_counter()': seconds,
      'monotonic()': seconds,
      'process_time()': seconds,
      'thread_time()': seconds,
      'perf_counter_ns()': nanoseconds,
      'monotonic_ns()': nanoseconds,
      'process_time_ns()': nanoseconds,
      'sleep(secs)': sleep,
      'localtime(seconds?)': (given?: Value) => timeTuple(localNow(given), 0),
      'gmtime(seconds?)': (given?: Value) => timeTuple(utcFields(momentOf(given)), 0),
      'mktime(tuple)': makeTime,
      'strftime(format, tuple?)': (format: Value, given?: Value) => formatTime(current(given), str(format)),
      'strptime(string, format?)': readTime,
      'asctime(tuple?)': (given?: Value) => formatTime(current(given), '%c'),
      'ctime(seconds?)': (given?: Value) => formatTime(localNow(given), '%c'),
      'tzset()': () => null,
    },
    refused: ['get_clock_info', 'clock_gettime', 'clock_settime', 'pthread_getcpuclockid'],
  });
