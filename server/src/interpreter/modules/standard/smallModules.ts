/** `secrets`, `platform`, `atexit`, `colorsys`, `errno` and `getopt`: modules of a few functions. */
import { PyDict } from '../../containers.ts';
import { defineException, PythonException, raiseIndexError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute, setAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { getItem, indexOf, lengthOf, sizeOf } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { str } from '../../protocols/text.ts';
import { fillType } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { float, list, PyBytes, PyExceptionValue, type PyModule, tuple, type Value } from '../../values.ts';
import { below, PySystemRandom, randomBits } from './randomSource.ts';

const source = new PySystemRandom();

function randomBytes(given: Value | undefined): Uint8Array {
  const count = given === undefined || given === null ? 32 : sizeOf(given);
  runtime().allocate(count);
  return Uint8Array.from({ length: count }, () => Number(randomBits(source, 8)));
}

const hexadecimal = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function urlSafe(bytes: Uint8Array): string {
  const encode = getAttribute(runtime().importModule('base64'), 'urlsafe_b64encode');
  const encoded = call(encode, [new PyBytes(bytes)]) as PyBytes;
  return String.fromCharCode(...encoded.data).replaceAll('=', '');
}

export const secretsModule = (): PyModule =>
  defineModule({
    name: 'secrets',
    functions: {
      'token_bytes(nbytes?)': (count?: Value) => new PyBytes(randomBytes(count)),
      'token_hex(nbytes?)': (count?: Value) => hexadecimal(randomBytes(count)),
      'token_urlsafe(nbytes?)': (count?: Value) => urlSafe(randomBytes(count)),
      'choice(seq)': (items: Value) => {
        const count = lengthOf(items);
        if (count === 0) raiseIndexError('Cannot choose from an empty sequence');
        return getItem(items, below(source, count));
      },
      'randbelow(exclusive_upper_bound)': (bound: Value) => {
        const limit = indexOf(bound);
        if (limit <= 0) raiseValueError('Upper bound must be positive.');
        return below(source, limit);
      },
      'randbits(k)': (count: Value) => randomBits(source, sizeOf(count)),
      'compare_digest(a, b, /)': (a: Value, b: Value) =>
        a instanceof PyBytes && b instanceof PyBytes
          ? String(a.data) === String(b.data)
          : typeof a === 'string' && a === b,
    },
    refused: ['SystemRandom'],
  });

/** What the machine is stays hidden; only what all programs of this version may know is told. */
export const platformModule = (): PyModule =>
  defineModule({
    name: 'platform',
    functions: {
      'python_version()': () => (runtime().python === 2 ? '2.7.18' : '3.12.1'),
      'python_version_tuple()': () =>
        runtime().python === 2 ? tuple('2', '7', '18') : tuple('3', '12', '1'),
      'python_implementation()': () => 'CPython',
    },
    refused: '*',
  });

/** What was registered runs when the cell has run to its end, the last one first. */
export function atexitModule(): PyModule {
  const registered: { callee: Value; run: () => void }[] = [];
  let isListening = false;
  const runAll = (): void => {
    for (let last = registered.pop(); last; last = registered.pop()) last.run();
  };
  return defineModule({
    name: 'atexit',
    functions: {
      'register(func, /, *args, **kwargs)': (callee: Value, args: Value[], given: Map<string, Value>) => {
        if (!isListening) runtime().cellEnds.add(runAll);
        isListening = true;
        registered.push({ callee, run: () => void call(callee, args, given) });
        return callee;
      },
      'unregister(func)': (callee: Value) => {
        const kept = registered.filter((each) => each.callee !== callee);
        registered.splice(0, registered.length, ...kept);
        return null;
      },
    },
    refused: '*',
  });
}

type Triple = readonly [number, number, number];
/** null: the argument itself, which stays an int where it is one. */
type Result = readonly [number | null, number | null, number | null];

/** A conversion of three numbers; `kept` is the argument that results may be. */
const triple =
  (convert: (a: number, b: number, c: number) => Result, kept = (...args: Value[]): Value => args[0]!) =>
  (a: Value, b: Value, c: Value): Value =>
    tuple(
      ...convert(toFloat(a), toFloat(b), toFloat(c)).map((each) =>
        each === null ? kept(a, b, c) : float(each),
      ),
    );

const greatestOf = (...args: Value[]): Value => {
  const greatest = Math.max(...args.map(toFloat));
  return args.find((arg) => toFloat(arg) === greatest)!;
};

/** Python's `%` of a float by one. */
const fraction = (value: number): number => value - Math.floor(value);

function hueOf([r, g, b]: Triple, greatest: number, least: number): number {
  const range = greatest - least;
  const [rc, gc, bc] = [(greatest - r) / range, (greatest - g) / range, (greatest - b) / range];
  const sixth = r === greatest ? bc - gc : g === greatest ? 2 + rc - bc : 4 + gc - rc;
  return fraction(sixth / 6);
}

function rgbToHls(r: number, g: number, b: number): Triple {
  const [greatest, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const sum = greatest + least;
  const range = greatest - least;
  const lightness = sum / 2;
  if (greatest === least) return [0, lightness, 0];
  const saturation = lightness <= 0.5 ? range / sum : range / (2 - greatest - least);
  return [hueOf([r, g, b], greatest, least), lightness, saturation];
}

function hlsValue(m1: number, m2: number, given: number): number {
  const hue = fraction(given);
  if (hue < 1 / 6) return m1 + (m2 - m1) * hue * 6;
  if (hue < 0.5) return m2;
  return hue < 2 / 3 ? m1 + (m2 - m1) * (2 / 3 - hue) * 6 : m1;
}

function hlsToRgb(h: number, l: number, s: number): Result {
  if (s === 0) return [null, null, null];
  const m2 = l <= 0.5 ? l * (1 + s) : l + s - l * s;
  const m1 = 2 * l - m2;
  return [hlsValue(m1, m2, h + 1 / 3), hlsValue(m1, m2, h), hlsValue(m1, m2, h - 1 / 3)];
}

function rgbToHsv(r: number, g: number, b: number): Result {
  const [greatest, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (greatest === least) return [0, 0, null];
  return [hueOf([r, g, b], greatest, least), (greatest - least) / greatest, null];
}

function hsvToRgb(h: number, s: number, v: number): Result {
  if (s === 0) return [null, null, null];
  const sixth = Math.trunc(h * 6);
  const f = h * 6 - sixth;
  const [p, q, t] = [v * (1 - s), v * (1 - s * f), v * (1 - s * (1 - f))];
  const all: readonly Result[] = [
    [null, t, p],
    [q, null, p],
    [p, null, t],
    [p, q, null],
    [t, p, null],
    [null, p, q],
  ];
  return all[((sixth % 6) + 6) % 6]!;
}

function rgbToYiq(r: number, g: number, b: number): Triple {
  const y = 0.3 * r + 0.59 * g + 0.11 * b;
  return [y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)];
}

function yiqToRgb(y: number, i: number, q: number): Triple {
  const within = (value: number): number => Math.min(Math.max(value, 0), 1);
  return [
    within(y + 0.9468822170900693 * i + 0.6235565819861433 * q),
    within(y - 0.27478764629897834 * i - 0.6356910791873801 * q),
    within(y - 1.1085450346420322 * i + 1.7090069284064666 * q),
  ];
}

export const colorsysModule = (): PyModule =>
  defineModule({
    name: 'colorsys',
    functions: {
      'rgb_to_hls(r, g, b)': triple(rgbToHls),
      'hls_to_rgb(h, l, s)': triple(hlsToRgb, (_h, l) => l!),
      'rgb_to_hsv(r, g, b)': triple(rgbToHsv, greatestOf),
      'hsv_to_rgb(h, s, v)': triple(hsvToRgb, (_h, _s, v) => v!),
      'rgb_to_yiq(r, g, b)': triple(rgbToYiq),
      'yiq_to_rgb(y, i, q)': triple(yiqToRgb),
    },
  });

/** The numbers of Linux. */
const errorNumbers = {
  ...{
    EPERM: 1,
    ENOENT: 2,
    ESRCH: 3,
    EINTR: 4,
    EIO: 5,
    ENXIO: 6,
    E2BIG: 7,
    ENOEXEC: 8,
    EBADF: 9,
    ECHILD: 10,
  },
  ...{ EAGAIN: 11, EWOULDBLOCK: 11, ENOMEM: 12, EACCES: 13, EFAULT: 14, EBUSY: 16, EEXIST: 17, EXDEV: 18 },
  ...{
    ENODEV: 19,
    ENOTDIR: 20,
    EISDIR: 21,
    EINVAL: 22,
    ENFILE: 23,
    EMFILE: 24,
    ENOTTY: 25,
    EFBIG: 27,
    ENOSPC: 28,
  },
  ...{ ESPIPE: 29, EROFS: 30, EMLINK: 31, EPIPE: 32, EDOM: 33, ERANGE: 34, EDEADLK: 35, ENAMETOOLONG: 36 },
  ...{ ENOSYS: 38, ENOTEMPTY: 39, ECONNREFUSED: 111, ETIMEDOUT: 110, ECONNRESET: 104, EADDRINUSE: 98 },
};

export const errnoModule = (): PyModule =>
  defineModule({
    name: 'errno',
    values: {
      ...errorNumbers,
      errorcode: PyDict.from(
        Object.entries(errorNumbers)
          .filter(([name]) => name !== 'EWOULDBLOCK')
          .map(([name, number]) => [number, name]),
      ),
    },
    refused: '*',
  });

const getoptError = fillType<PyExceptionValue>(defineException('GetoptError', 'getopt'), {
  name: 'GetoptError',
  str: (self) => str(self.args[0]!),
});

function refuseOption(message: string, option: string): never {
  const value = new PyExceptionValue(getoptError, [message, option]);
  setAttribute(value, 'msg', message);
  setAttribute(value, 'opt', option);
  throw new PythonException(value);
}

/** Options of a command line, as CPython's `getopt` reads them. */
class OptionReader {
  readonly found: Value[] = [];
  readonly #short: string;
  readonly #long: readonly string[];
  words: string[];

  constructor(words: readonly string[], short: string, long: readonly string[]) {
    this.words = [...words];
    this.#short = short;
    this.#long = long;
  }

  readLong(word: string): void {
    const equals = word.indexOf('=');
    const given = equals < 0 ? word : word.slice(0, equals);
    let value = equals < 0 ? null : word.slice(equals + 1);
    const possible = this.#long.filter((each) => each.startsWith(given));
    if (possible.length === 0) refuseOption(`option --${given} not recognized`, given);
    const exact = possible.find((each) => each === given || each === `${given}=`);
    if (exact === undefined && possible.length > 1)
      refuseOption(`option --${given} not a unique prefix`, given);
    const name = exact ?? possible[0]!;
    const plain = name.replace(/=$/, '');
    if (name.endsWith('=')) {
      value ??= this.words.shift() ?? refuseOption(`option --${plain} requires argument`, plain);
    } else if (value !== null) refuseOption(`option --${plain} must not have an argument`, plain);
    this.found.push(tuple(`--${plain}`, value ?? ''));
  }

  readShort(letters: string): void {
    for (let rest = letters; rest !== ''; ) {
      const option = rest[0]!;
      rest = rest.slice(1);
      const place = option === ':' ? -1 : this.#short.indexOf(option);
      if (place < 0) refuseOption(`option -${option} not recognized`, option);
      if (this.#short[place + 1] !== ':') this.found.push(tuple(`-${option}`, ''));
      else {
        const value =
          rest === ''
            ? (this.words.shift() ?? refuseOption(`option -${option} requires argument`, option))
            : rest;
        this.found.push(tuple(`-${option}`, value));
        rest = '';
      }
    }
  }
}

function readOptions(
  args: Value,
  short: Value,
  long: Value | undefined,
  style: 'getopt' | 'gnu_getopt',
): Value {
  const longNames = long === undefined ? [] : typeof long === 'string' ? [long] : toArray(long).map(str);
  const letters = str(short).replace(/^\+/, '');
  const mixes = style === 'gnu_getopt' && !str(short).startsWith('+');
  const reader = new OptionReader(toArray(args).map(str), letters, longNames);
  const others: string[] = [];
  while (reader.words.length > 0) {
    const word = reader.words[0]!;
    if (word === '--') {
      reader.words.shift();
      break;
    }
    if (word.startsWith('-') && word !== '-') {
      reader.words.shift();
      if (word.startsWith('--')) reader.readLong(word.slice(2));
      else reader.readShort(word.slice(1));
    } else if (mixes) others.push(reader.words.shift()!);
    else break;
  }
  return tuple(list(reader.found), list([...others, ...reader.words]));
}

export const getoptModule = (): PyModule =>
  defineModule({
    name: 'getopt',
    values: { GetoptError: getoptError, error: getoptError },
    functions: {
      'getopt(args, shortopts, longopts?)': (args: Value, short: Value, long?: Value) =>
        readOptions(args, short, long, 'getopt'),
      'gnu_getopt(args, shortopts, longopts?)': (args: Value, short: Value, long?: Value) =>
        readOptions(args, short, long, 'gnu_getopt'),
    },
  });
