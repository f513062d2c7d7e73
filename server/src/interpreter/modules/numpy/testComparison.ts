/** How `numpy.testing` compares arrays and what it says of what differs: `assert_array_compare` and `build_err_msg` of NumPy. */
import { type Element, kindOf, promote } from '../../../tensor/dtype.ts';
import { broadcastTo, cast, NDArray } from '../../../tensor/ndarray.ts';
import { printShape, type Shape } from '../../../tensor/shape.ts';
import { arrayRepr, arrayText, defaultPrintSettings, scalarText } from '../../../tensor/text.ts';
import { raiseAssertionError } from '../../exceptions.ts';
import { formatFloat, parseFormatSpec } from '../../protocols/formatting.ts';
import { repr } from '../../protocols/text.ts';
import { PyFloat, type Value } from '../../values.ts';
import { apply, asFloat, flat, floats, numbersOf } from './arrayMath.ts';
import { integerVector, numpyVersion } from './conversion.ts';
import { unravel } from './grids.ts';
import { takeAxis } from './manipulation.ts';

/** Two values with the words of the report. */
export interface Report {
  readonly header: string;
  readonly message: string;
  readonly isVerbose: boolean;
  readonly precision?: number;
  readonly names?: readonly [string, string];
}

export interface ArrayComparison extends Report {
  readonly test: (x: NDArray, y: NDArray) => NDArray;
  /** NaN and infinity have to stand at the same places. */
  readonly equalNan: boolean;
  readonly equalInf: boolean;
  readonly isStrict: boolean;
}

/** `%g` and the like of Python. */
export const formatted = (value: number, specification: string): string =>
  formatFloat(value, parseFormatSpec(specification, new PyFloat(0)), new PyFloat(value));

function shown(value: Value, precision: number): string {
  const text =
    value instanceof NDArray
      ? arrayRepr(value, numpyVersion(), { ...defaultPrintSettings, precision })
      : repr(value);
  const lines = text.split('\n');
  return lines.length > 4 ? `${lines.slice(0, 3).join('\n')}...` : text;
}

/** NumPy's `build_err_msg`. */
export function failText(values: readonly [Value, Value], report: Report): string {
  const { header, message } = report;
  const isShort = message !== '' && !message.includes('\n') && message.length < 79 - header.length;
  const lines = [`\n${header}${isShort ? ` ${message}` : ''}`];
  if (message !== '' && !isShort) lines.push(message);
  const names = report.names ?? ['ACTUAL', 'DESIRED'];
  if (report.isVerbose)
    for (const [i, value] of values.entries())
      lines.push(` ${names[i]}: ${shown(value, report.precision ?? 8)}`);
  return lines.join('\n');
}

export const fail = (values: readonly [Value, Value], report: Report): never =>
  raiseAssertionError(failText(values, report));

const oldNames = ['x', 'y'] as const;

/** Raises AssertionError unless the test holds for all elements. */
export function compareArrays(x: NDArray, y: NDArray, comparison: ArrayComparison): null {
  const names = numpyVersion() === 1 ? oldNames : (comparison.names ?? (['ACTUAL', 'DESIRED'] as const));
  const report = { precision: 6, ...comparison, names };
  const failWith = (reason: string): never =>
    fail([x, y], { ...report, message: `${comparison.message}\n${reason}` });
  checkShapes(x, y, { isStrict: comparison.isStrict, failWith });
  const flagged = checkSpecials(x, y, { comparison, failWith });
  const shape = x.ndim >= y.ndim ? x.shape : y.shape;
  const [a, b] = [x, y].map((array) => flat(broadcastTo(array, shape)));
  const kept = [...new Array(a.size).keys()].filter((i) => !flagged.has(i));
  if (a.size > 0 && kept.length === 0) return null;
  const [left, right] = [a, b].map((array) => takeAxis(array, integerVector(kept), 0));
  const held = comparison.test(left, right).elements() as ArrayLike<Element>;
  const wrong = [...kept.keys()].filter((i) => !held[i]);
  if (wrong.length === 0) return null;
  const places = wrong.map((i) => kept[i]);
  const remarks = [
    mismatches(wrong.length, shape.length > 0 ? a.size : 1),
    ...(numpyVersion() === 2 ? placeLines({ a, b, shape, names }, places) : []),
    ...differenceLines(left, right, wrong),
  ];
  return failWith(remarks.join('\n'));
}

const mismatches = (wrong: number, count: number): string =>
  `Mismatched elements: ${wrong} / ${count} (${formatted((100 * wrong) / count, '.3g')}%)`;

interface Context {
  readonly failWith: (reason: string) => never;
}

function checkShapes(x: NDArray, y: NDArray, context: Context & { isStrict: boolean }): void {
  const isSame = x.shape.join() === y.shape.join();
  const fits = isSame || (!context.isStrict && (x.ndim === 0 || y.ndim === 0));
  if (!fits) context.failWith(`(shapes ${printShape(x.shape)}, ${printShape(y.shape)} mismatch)`);
  if (context.isStrict && x.dtype !== y.dtype) context.failWith(`(dtypes ${x.dtype}, ${y.dtype} mismatch)`);
}

/** The places where both are NaN or infinite; these are not compared. */
function checkSpecials(
  x: NDArray,
  y: NDArray,
  context: Context & { comparison: ArrayComparison },
): Set<number> {
  const { comparison, failWith } = context;
  const flagged = new Set<number>();
  const [a, b] = [x, y].map(numbersOf);
  const count = Math.max(a.length, b.length);
  const at = (values: readonly number[], i: number): number => values[values.length === 1 ? 0 : i];
  const check = (test: (value: number) => boolean, failure: string): void => {
    for (let i = 0; i < count; i++) if (test(at(a, i)) !== test(at(b, i))) failWith(failure);
    for (let i = 0; i < count; i++) if (test(at(a, i))) flagged.add(i);
  };
  const isNew = numpyVersion() === 2;
  const mismatch = (what: string): string => `${isNew ? '' : 'x and y '}${what} location mismatch:`;
  if (comparison.equalNan) check(Number.isNaN, mismatch('nan'));
  if (!comparison.equalInf) return flagged;
  if (isNew) {
    check((value) => Math.abs(value) === Number.POSITIVE_INFINITY, mismatch('inf'));
    checkInfinities(x, y, { comparison, failWith });
  } else {
    check((value) => value === Number.POSITIVE_INFINITY, mismatch('+inf'));
    check((value) => value === Number.NEGATIVE_INFINITY, mismatch('-inf'));
  }
  return flagged;
}

/** Only the infinite elements are shown. */
function checkInfinities(
  x: NDArray,
  y: NDArray,
  context: { comparison: ArrayComparison; failWith: (reason: string) => never },
): void {
  const isInfinite = (value: number): boolean => Math.abs(value) === Number.POSITIVE_INFINITY;
  const [a, b] = [x, y].map(numbersOf);
  const places = [...a.keys()].filter((i) => isInfinite(a[i]));
  if (a.length !== b.length || places.every((i) => a[i] === b[i])) return;
  const [left, right] = [x, y].map((array) =>
    array.ndim === 0 ? array : takeAxis(flat(array), integerVector(places), 0),
  );
  const { message } = context.comparison;
  fail([left, right], {
    precision: 6,
    ...context.comparison,
    message: `${message}\ninf values mismatch:`,
  });
}

interface Compared {
  readonly a: NDArray;
  readonly b: NDArray;
  readonly shape: Shape;
  readonly names: readonly [string, string];
}

function placeLines(compared: Compared, places: readonly number[]): string[] {
  const { a, b, shape, names } = compared;
  if (shape.length === 0) return [];
  const text = (array: NDArray, place: number): string => scalarText(array.dtype, array.at(place), 2);
  const lines = places
    .slice(0, 5)
    .map(
      (place) =>
        ` [${unravel(place, shape).join(', ')}]: ${text(a, place)} (${names[0]}), ${text(b, place)} (${names[1]})`,
    );
  const head =
    places.length === 1
      ? 'Mismatch at index:'
      : places.length <= 5
        ? 'Mismatch at indices:'
        : 'First 5 mismatches are at indices:';
  return [`${head}\n${lines.join('\n')}`];
}

/** One number as `array2string` shows it. */
const numberText = (array: NDArray, index: number): string =>
  arrayText(takeAxis(array, integerVector([index]), 0), numpyVersion())
    .slice(1, -1)
    .trim();

function differenceLines(x: NDArray, y: NDArray, wrong: readonly number[]): string[] {
  const among = numpyVersion() === 2 ? ' among violations' : '';
  const common = promote(x.dtype, y.dtype);
  if (common === 'bool') return [];
  const error = errorOf(cast(x, common), cast(y, common));
  const chosen = numpyVersion() === 2 ? wrong : [...new Array(x.size).keys()];
  const errors = numbersOf(error);
  const divisors = numbersOf(asFloat(y));
  const withDivisor = chosen.filter((i) => divisors[i] !== 0);
  const worst = largest(chosen, errors);
  const ratios = numbersOf(
    apply(
      'true_divide',
      takeAxis(error, integerVector(withDivisor), 0),
      apply('absolute', takeAxis(y, integerVector(withDivisor), 0)),
    ),
  );
  const best =
    withDivisor.length === 0 ? Number.POSITIVE_INFINITY : ratios[largest([...ratios.keys()], ratios)];
  const dtype = apply('true_divide', error, error).dtype;
  return [
    `Max absolute difference${among}: ${numberText(error, worst)}`,
    `Max relative difference${among}: ${numberText(cast(floats([best]), withDivisor.length === 0 ? 'float64' : dtype), 0)}`,
  ];
}

function errorOf(x: NDArray, y: NDArray): NDArray {
  const error = apply('absolute', apply('subtract', x, y));
  if (kindOf(x.dtype) !== 'uint') return error;
  return apply('minimum', error, apply('subtract', y, x));
}

/** The place of the largest number; NaN is the largest of all. */
function largest(places: readonly number[], values: readonly number[]): number {
  return places.reduce((best, i) => {
    if (Number.isNaN(values[best])) return best;
    return values[i] > values[best] || Number.isNaN(values[i]) ? i : best;
  }, places[0]);
}
