/** How arrays print in the running program: `np.set_printoptions`, `np.printoptions`, `np.array2string`, `np.format_float_…`. */
import type { FloatWidth } from '../../../tensor/decimal.ts';
import { positionalText, scientificText } from '../../../tensor/decimal.ts';
import { type DType, isComplex, isFloat, isInteger, isText } from '../../../tensor/dtype.ts';
import type { FloatMode } from '../../../tensor/floatFormat.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import {
  arrayRepr,
  arrayText,
  arrayToString,
  type CustomFormat,
  defaultPrintSettings,
  type PrintSettings,
} from '../../../tensor/text.ts';
import { isBytes } from '../../../tensor/textElement.ts';
import { isMoment, isTime } from '../../../tensor/timeElement.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { tryIndex } from '../../protocols/items.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { asText } from '../../types/textValues.ts';
import { type Keywords, PyFloat, PyObject, type Value } from '../../values.ts';
import { flag, type Given, integerOf, isMissing } from './arguments.ts';
import { arrayOf, numpyVersion } from './conversion.ts';
import { NumpyScalar, pythonNumber } from './numpyScalar.ts';

/** What a program has set. */
interface Options extends PrintSettings {
  /** The program's own functions by the kind of elements that they write. */
  readonly formatter: PyDict | null;
}

const defaults: Options = { ...defaultPrintSettings, formatter: null };

const states = new WeakMap<object, Options>();

export const settings = (): Options => states.get(runtime()) ?? defaults;

// -------------------------------------------------------------------------------------------------------- formatters

/** The keys of `formatter` that mean elements of a type, the strongest first. */
function formatterKeys(dtype: DType): readonly string[] {
  if (dtype === 'bool') return ['bool', 'all'];
  if (isInteger(dtype)) return ['int', 'int_kind', 'all'];
  if (isFloat(dtype)) return ['float', 'float_kind', 'all'];
  if (isText(dtype)) return ['numpystr', 'str_kind', 'all'];
  if (isTime(dtype)) return [isMoment(dtype) ? 'datetime' : 'timedelta', 'all'];
  return isComplex(dtype) ? ['complexfloat', 'complex_kind', 'all'] : ['all'];
}

/** The program's function for the elements of an array. */
function customFormat(array: NDArray, formatter: PyDict | null): CustomFormat {
  if (formatter === null)
    return isText(array.dtype) ? (element) => repr(pythonNumber(array.dtype, element)) : undefined;
  for (const key of formatterKeys(array.dtype)) {
    const write = formatter.table.get(key);
    if (write === undefined || write === null) continue;
    return (element) => {
      const text = call(write, [new NumpyScalar(array.dtype, element)]);
      return asText(text) ?? raiseTypeError('formatter functions must return strings');
    };
  }
  return undefined;
}

/** `repr(array)` as the program has set it. */
export const reprOfArray = (array: NDArray, options: Options = settings()): string =>
  arrayRepr(array, numpyVersion(), options, customFormat(array, options.formatter));

/** `str(array)` as the program has set it. */
export const textOfArray = (array: NDArray, options: Options = settings()): string =>
  array.ndim === 0 && isBytes(array.dtype)
    ? (numpyVersion() === 1 ? str : repr)(new NumpyScalar(array.dtype, array.at(0)))
    : arrayText(array, numpyVersion(), options, customFormat(array, options.formatter));

// ----------------------------------------------------------------------------------------------------------- options

type Change = { -readonly [Key in keyof Options]?: Options[Key] };

const floatModes: readonly string[] = ['fixed', 'unique', 'maxprec', 'maxprec_equal'];

function floatModeOf(value: Value): FloatMode {
  const text = asText(value);
  if (text === null || !floatModes.includes(text))
    raiseValueError(`floatmode option must be one of ${floatModes.map((mode) => `"${mode}"`).join(', ')}`);
  return text as FloatMode;
}

function signOf(value: Value): PrintSettings['sign'] {
  const text = asText(value);
  if (text !== '-' && text !== '+' && text !== ' ')
    raiseValueError("sign option must be one of ' ', '+', or '-'");
  return text;
}

function thresholdOf(value: Value): number {
  const isNumber = value instanceof PyFloat || value instanceof NumpyScalar || tryIndex(value) !== undefined;
  if (!isNumber) raiseTypeError('threshold must be numeric');
  const threshold = toFloat(value);
  if (Number.isNaN(threshold))
    raiseValueError('threshold must be non-NAN, try sys.maxsize for untruncated representation');
  return threshold;
}

function precisionOf(value: Value): number {
  const precision = tryIndex(value);
  if (precision === undefined) raiseTypeError('precision must be an integer');
  if (precision < 0) raiseValueError('precision must be >= 0');
  return Number(precision);
}

const textOf = (value: Value): string => asText(value) ?? raiseTypeError('this option is a text');

function formatterOf(value: Value): PyDict {
  return value instanceof PyDict ? value : notSupported('a formatter that is no dict');
}

const changes: Readonly<Record<string, (value: Value) => Change>> = {
  precision: (value) => ({ precision: precisionOf(value) }),
  threshold: (value) => ({ threshold: thresholdOf(value) }),
  edgeitems: (value) => ({ edgeItems: integerOf(value) }),
  linewidth: (value) => ({ lineWidth: toFloat(value) }),
  suppress: (value) => ({ suppress: isTrue(value) }),
  nanstr: (value) => ({ nanText: textOf(value) }),
  infstr: (value) => ({ infText: textOf(value) }),
  formatter: (value) => ({ formatter: formatterOf(value) }),
  sign: (value) => ({ sign: signOf(value) }),
  floatmode: (value) => ({ floatMode: floatModeOf(value) }),
  legacy: (value) => (value === false ? {} : notSupported('the legacy modes of printing')),
  override_repr: () => notSupported('the argument override_repr of numpy.set_printoptions'),
};

const positionalNames = Object.keys(changes).slice(0, 10);

/** What `np.set_printoptions(…)` and `np.printoptions(…)` are given; a formatter holds until the next call only. */
function changesOf(args: readonly Value[], keywords: Keywords): Change {
  if (args.length > positionalNames.length)
    raiseTypeError(
      `set_printoptions() takes from 0 to 10 positional arguments but ${args.length} were given`,
    );
  const given: [string, Value][] = [
    ...args.map((value, i): [string, Value] => [positionalNames[i]!, value]),
    ...(keywords ?? []),
  ];
  const change: Change = { formatter: null };
  for (const [name, value] of given) {
    if (!Object.hasOwn(changes, name))
      raiseTypeError(`set_printoptions() got an unexpected keyword argument '${name}'`);
    if (value !== null) Object.assign(change, changes[name]!(value));
  }
  return change;
}

/** `np.set_printoptions(…)`. */
export function setPrintOptions(args: readonly Value[], keywords: Keywords): Value {
  states.set(runtime(), { ...settings(), ...changesOf(args, keywords) });
  return null;
}

class PrintOptions extends PyObject {
  readonly changes: Change;
  outer: Options | null = null;
  constructor(changes: Change) {
    super();
    this.changes = changes;
  }
}

/** The context manager `np.printoptions`. */
export const printOptionsType = defineType<PrintOptions>({
  name: 'printoptions',
  module: 'numpy',
  class: PrintOptions,
  create: (_type, args, keywords) => new PrintOptions(changesOf(args, keywords)),
  enter: (self) => {
    self.outer = settings();
    states.set(runtime(), { ...self.outer, ...self.changes });
    return optionsDict();
  },
  exit: (self) => {
    if (self.outer) states.set(runtime(), self.outer);
    return null;
  },
});

function optionsDict(): PyDict {
  const own = settings();
  const whole = (value: number): Value =>
    Number.isSafeInteger(value)
      ? value
      : Number.isFinite(value)
        ? BigInt(value) === 2n ** 63n
          ? 2n ** 63n - 1n
          : new PyFloat(value)
        : new PyFloat(value);
  return PyDict.from([
    ['edgeitems', own.edgeItems],
    ['threshold', whole(own.threshold)],
    ['floatmode', own.floatMode],
    ['precision', own.precision],
    ['suppress', own.suppress],
    ['linewidth', whole(own.lineWidth)],
    ['nanstr', own.nanText],
    ['infstr', own.infText],
    ['sign', own.sign],
    ['formatter', own.formatter],
    ['legacy', false],
    ...(numpyVersion() === 2 ? ([['override_repr', null]] as [Value, Value][]) : []),
  ]);
}

// --------------------------------------------------------------------------------------------------------- functions

/** The settings with what a function was given on top. */
function settingsWith(given: Readonly<Record<string, Value | undefined>>): Options {
  const change: Change = {};
  for (const [name, value] of Object.entries(given))
    if (!isMissing(value)) Object.assign(change, changes[name]!(value));
  return { ...settings(), ...change };
}

function arrayToText(value: Value, ...given: Given): Value {
  const [linewidth, precision, suppress, separator, prefix, style, formatter] = given;
  const [threshold, edgeitems, sign, floatmode, suffix, legacy] = given.slice(7);
  if (!isMissing(style)) notSupported('the argument style of numpy.array2string');
  const options = settingsWith({
    linewidth,
    precision,
    suppress,
    formatter,
    threshold,
    edgeitems,
    sign,
    floatmode,
    legacy,
  });
  const array = arrayOf(value);
  return arrayToString(array, {
    separator: isMissing(separator) ? ' ' : textOf(separator),
    prefix: isMissing(prefix) ? '' : textOf(prefix),
    width: options.lineWidth - (isMissing(suffix) ? 0 : textOf(suffix).length),
    numpy: numpyVersion(),
    settings: options,
    custom: customFormat(array, options.formatter),
  });
}

const written =
  (write: (array: NDArray, options: Options) => string) =>
  (value: Value, ...[linewidth, precision, suppress]: Given): Value =>
    write(arrayOf(value), settingsWith({ linewidth, precision, suppress }));

/** A float argument with its width. */
function floatArgument(value: Value): { x: number; width: FloatWidth } {
  if (value instanceof NumpyScalar && isFloat(value.dtype))
    return { x: Number(value.value), width: value.dtype as FloatWidth };
  return { x: toFloat(value), width: 'float64' };
}

const count = (value: Value | undefined): number | null => (isMissing(value) ? null : integerOf(value));

/** What becomes of zeros at the end, and of the point. */
function trimmed(text: string, trim: string): string {
  const [mantissa, power] = text.split('e') as [string, string?];
  const tail = power === undefined ? '' : `e${power}`;
  const bare = mantissa.replace(/0+$/, '');
  if (trim === 'k') return text;
  if (trim === '0') return (bare.endsWith('.') ? `${bare}0` : bare) + tail;
  return (trim === '-' ? bare.replace(/\.$/, '') : bare) + tail;
}

function trimOf(value: Value | undefined): string {
  if (isMissing(value)) return 'k';
  const text = asText(value);
  if (text === null || !['k', '.', '0', '-'].includes(text))
    raiseTypeError(`if supplied, trim must be 'k', '.', '0' or '-' found \`${text}\``);
  return text;
}

const specialText = (x: number, { hasSign }: { readonly hasSign: boolean }): string =>
  Number.isNaN(x) ? 'nan' : x < 0 ? '-inf' : hasSign ? '+inf' : 'inf';

const withSign = (x: number, text: string, { hasSign }: { readonly hasSign: boolean }): string =>
  hasSign && !text.startsWith('-') && !Number.isNaN(x) ? `+${text}` : text;

export function formatPositional(value: Value, ...given: Given): Value {
  const [precision, unique, fractional, trim, sign, left, right, least] = given;
  const { x, width } = floatArgument(value);
  const hasSign = flag(sign, false);
  if (!Number.isFinite(x)) return specialText(x, { hasSign });
  const most = count(precision);
  const isFractional = flag(fractional, true);
  if (!isFractional && most === 0) raiseValueError('precision must be greater than 0 if fractional=False');
  const wanted = count(least);
  const text = positionalText(x, {
    width,
    precision: most,
    isUnique: flag(unique, true),
    isFractional,
    keepsZeros: true,
    ...(wanted === null ? {} : { least: wanted }),
  });
  const [whole, fraction] = trimmed(text, trimOf(trim)).split('.') as [string, string?];
  const front = withSign(x, whole, { hasSign }).padStart(count(left) ?? 0);
  const padded = count(right);
  if (fraction === undefined) return front + (padded === null ? '' : ' '.repeat(padded + 1));
  return `${front}.${fraction.padEnd(padded ?? 0)}`;
}

export function formatScientific(value: Value, ...given: Given): Value {
  const [precision, unique, trim, sign, left, exponentDigits, least] = given;
  const { x, width } = floatArgument(value);
  const hasSign = flag(sign, false);
  if (!Number.isFinite(x)) return specialText(x, { hasSign });
  const wanted = count(least);
  const text = scientificText(x, {
    width,
    precision: count(precision),
    isUnique: flag(unique, true),
    keepsZeros: true,
    ...(wanted === null ? {} : { least: wanted }),
  });
  const [mantissa, power] = trimmed(text, trimOf(trim)).split('e') as [string, string];
  const digits = count(exponentDigits) ?? 2;
  const [whole, fraction] = mantissa.split('.') as [string, string?];
  const front = withSign(x, whole, { hasSign }).padStart(count(left) ?? 0);
  const exponent = power[0]! + power.slice(1).padStart(digits, '0');
  return `${front}${fraction === undefined ? '' : `.${fraction}`}e${exponent}`;
}

/** Functions of the module. */
export const printFunctions = {
  'array_repr(arr, max_line_width?, precision?, suppress_small?)': written(reprOfArray),
  'array_str(a, max_line_width?, precision?, suppress_small?)': written(textOfArray),
  'array2string(a, max_line_width?, precision?, suppress_small?, separator?, prefix?, style?, formatter?, threshold?, edgeitems?, sign?, floatmode?, suffix?, *, legacy?)':
    arrayToText,
  'get_printoptions()': optionsDict,
  'format_float_positional(x, precision?, unique?, fractional?, trim?, sign?, pad_left?, pad_right?, min_digits?)':
    formatPositional,
  'format_float_scientific(x, precision?, unique?, trim?, sign?, pad_left?, exp_digits?, min_digits?)':
    formatScientific,
};
