/** `numpy.testing`: the assertions, with NumPy's report of what differs. */
import { type Element, isFloat, promote } from '../../../tensor/dtype.ts';
import { getItem } from '../../../tensor/indexing.ts';
import { broadcastTo, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes, printShape } from '../../../tensor/shape.ts';
import { arrayRepr, scalarText } from '../../../tensor/text.ts';
import { PyDict } from '../../containers.ts';
import { isException, raiseAssertionError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { call } from '../../protocols/calls.ts';
import { equals } from '../../protocols/comparison.ts';
import { repr } from '../../protocols/text.ts';
import { toFloat } from '../../types/numberTypes.ts';
import {
  type Keywords,
  PyBuiltin,
  PyList,
  type PyModule,
  PyTuple,
  PyType,
  type Value,
} from '../../values.ts';
import { flag, type Given, isMissing } from './arguments.ts';
import { arrayOf, isArrayLike, numpyVersion } from './conversion.ts';
import { closeElements } from './ordering.ts';
import { compute } from './ufuncs.ts';

interface Comparison {
  readonly actual: NDArray;
  readonly desired: NDArray;
  /** Shown under the first line. */
  readonly title: string;
  readonly message: string;
  /** Where NaN has to stand at the same places, and is equal then. */
  readonly equalNan: boolean;
  readonly test: (actual: NDArray, desired: NDArray) => NDArray;
}

const names = (): readonly [string, string] => (numpyVersion() === 2 ? ['ACTUAL', 'DESIRED'] : ['x', 'y']);

function fail(lines: readonly string[], comparison: Comparison): never {
  const [first, second] = names();
  const shown = (array: NDArray): string => arrayRepr(array, numpyVersion());
  const values = [` ${first}: ${shown(comparison.actual)}`, ` ${second}: ${shown(comparison.desired)}`];
  const head = comparison.message === '' ? comparison.title : `${comparison.title}\n${comparison.message}`;
  return raiseAssertionError(`\n${[head, ...lines, ...values].join('\n')}`);
}

function check(comparison: Comparison): null {
  const { actual, desired } = comparison;
  const sameShape = actual.shape.join() === desired.shape.join();
  if (!sameShape && actual.ndim > 0 && desired.ndim > 0) {
    fail([`(shapes ${printShape(actual.shape)}, ${printShape(desired.shape)} mismatch)`], comparison);
  }
  const shape = broadcastShapes([actual.shape, desired.shape]);
  const [a, b] = [broadcastTo(actual, shape), broadcastTo(desired, shape)];
  if (comparison.equalNan) checkNan(a, b, comparison);
  const equal = comparison.test(a, b);
  const values = Array.from(equal.elements() as ArrayLike<Element>, Boolean);
  const wrong = values.filter((value) => !value).length;
  if (wrong > 0) fail(differences(a, b, { equal, wrong, count: values.length }), comparison);
  return null;
}

function checkNan(a: NDArray, b: NDArray, comparison: Comparison): void {
  const isNan = (array: NDArray): string =>
    Array.from(array.elements() as ArrayLike<Element>, (value) => (Number.isNaN(value) ? '1' : '0')).join('');
  if (isNan(a) !== isNan(b)) {
    fail([numpyVersion() === 2 ? 'nan location mismatch:' : 'x and y nan location mismatch:'], comparison);
  }
}

function differences(
  a: NDArray,
  b: NDArray,
  found: { equal: NDArray; wrong: number; count: number },
): string[] {
  const percent = (100 * found.wrong) / found.count;
  const text = (value: number): string => Number(value.toPrecision(3)).toString();
  const lines = [`Mismatched elements: ${found.wrong} / ${found.count} (${text(percent)}%)`];
  if (promote(a.dtype, b.dtype) === 'bool') return lines;
  const type = isFloat(promote(a.dtype, b.dtype)) ? promote(a.dtype, b.dtype) : 'float64';
  if (!isFloat(promote(a.dtype, b.dtype))) return [...lines, ...integerDifferences(a, b, found)];
  const magnitude = compute('absolute', [
    operand(compute('subtract', [operand(cast(a, type)), operand(cast(b, type))])),
  ]);
  const worst = largest(magnitude);
  const mask = compute('not_equal', [operand(b), operand(cast(arrayOf(0), b.dtype))]);
  const items = [{ kind: 'array' as const, array: mask }];
  lines.push(
    `Max absolute difference${numpyVersion() === 2 ? ' among violations' : ''}: ${scalarText(type, worst, numpyVersion())}`,
  );
  const relative = compute('true_divide', [
    operand(getItem(magnitude, items)),
    operand(compute('absolute', [operand(getItem(cast(b, type), items))])),
  ]);
  const ratio = relative.size === 0 ? Number.POSITIVE_INFINITY : largest(relative);
  lines.push(
    `Max relative difference${numpyVersion() === 2 ? ' among violations' : ''}: ${scalarText(type, ratio, numpyVersion())}`,
  );
  return lines;
}

function integerDifferences(a: NDArray, b: NDArray, _found: object): string[] {
  const x = a.elements();
  const y = b.elements();
  let worst = 0n;
  let ratio = 0;
  for (let i = 0; i < x.length; i++) {
    const difference = BigInt(x[i] as bigint) - BigInt(y[i] as bigint);
    const size = difference < 0n ? -difference : difference;
    if (size > worst) worst = size;
    if (y[i] && size > 0n) ratio = Math.max(ratio, Number(size) / Math.abs(Number(y[i])));
    else if (size > 0n && !y[i]) ratio = Math.max(ratio, 0);
  }
  const among = numpyVersion() === 2 ? ' among violations' : '';
  return [
    `Max absolute difference${among}: ${worst}`,
    `Max relative difference${among}: ${scalarText('float64', ratio, numpyVersion())}`,
  ];
}

const operand = (array: NDArray): { kind: 'array'; array: NDArray } => ({ kind: 'array', array });

const largest = (array: NDArray): number =>
  Array.from(array.elements() as ArrayLike<Element>, Number).reduce(
    (most, value) => (Number.isNaN(value) ? most : Math.max(most, value)),
    0,
  );

const messageOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

function general(value: number): string {
  return Number(value.toPrecision(6))
    .toString()
    .replace(/e([+-])(\d)$/, 'e$10$2');
}

function assertAllClose(actual: Value, desired: Value, ...[rtol, atol, equalNan, message]: Given): Value {
  const tolerance = {
    rtol: isMissing(rtol) ? 1e-7 : toFloat(rtol),
    atol: isMissing(atol) ? 0 : toFloat(atol),
    equalNan: flag(equalNan, true),
  };
  return check({
    actual: arrayOf(actual),
    desired: arrayOf(desired),
    title: `Not equal to tolerance rtol=${general(tolerance.rtol)}, atol=${general(tolerance.atol)}`,
    message: messageOf(message),
    equalNan: tolerance.equalNan,
    test: (a, b) => closeElements(a, b, tolerance),
  });
}

const equalOrNan = (a: NDArray, b: NDArray): NDArray => {
  if (!isFloat(promote(a.dtype, b.dtype))) return compute('equal', [operand(a), operand(b)]);
  return closeElements(a, b, { rtol: 0, atol: 0, equalNan: true });
};

function assertArrayEqual(actual: Value, desired: Value, message?: Value): Value {
  return check({
    actual: arrayOf(actual),
    desired: arrayOf(desired),
    title: 'Arrays are not equal',
    message: messageOf(message),
    equalNan: true,
    test: equalOrNan,
  });
}

function assertEqual(actual: Value, desired: Value, message?: Value): Value {
  const isList = desired instanceof PyList || desired instanceof PyTuple;
  if (isList && (actual instanceof PyList || actual instanceof PyTuple)) {
    if (actual.items.length !== desired.items.length)
      notEqual(actual.items.length, desired.items.length, messageOf(message));
    actual.items.forEach((item, i) => {
      assertEqual(item, desired.items[i]!, message);
    });
    return null;
  }
  if (desired instanceof PyDict || !isArrayLike(desired) || !isArrayLike(actual)) {
    if (!equals(actual, desired)) notEqual(actual, desired, messageOf(message));
    return null;
  }
  const [a, b] = [arrayOf(actual), arrayOf(desired)];
  if (a.ndim > 0 || b.ndim > 0) return assertArrayEqual(actual, desired, message);
  if (!equalOrNan(a, b).at(0)) notEqual(actual, desired, messageOf(message));
  return null;
}

function notEqual(actual: Value, desired: Value, message: string): never {
  return raiseAssertionError(
    `\nItems are not equal:${message === '' ? '' : `\n${message}`}\n ACTUAL: ${repr(actual)}\n DESIRED: ${repr(desired)}`,
  );
}

function assertAlmostEqual(actual: Value, desired: Value, decimal?: Value, message?: Value): Value {
  const places = isMissing(decimal) ? 6 : Math.trunc(toFloat(decimal));
  const limit = 1.5 * 10 ** -places;
  return check({
    actual: arrayOf(actual),
    desired: arrayOf(desired),
    title: `Arrays are not almost equal to ${places} decimals`,
    message: messageOf(message),
    equalNan: true,
    test: (a, b) => closeElements(a, b, { rtol: 0, atol: limit, equalNan: true }),
  });
}

function assertRaises(args: readonly Value[], keywords: Keywords): Value {
  const [type, callee, ...rest] = args;
  if (!(type instanceof PyType) || callee === undefined)
    return raiseAssertionError('assert_raises needs an exception and a function');
  try {
    call(callee, rest, keywords);
  } catch (error) {
    if (isException(error, type.name)) return null;
    throw error;
  }
  return raiseAssertionError(`${type.name} not raised by ${repr(callee)}`);
}

/** Makes `numpy.testing`. */
export function testingModule(): PyModule {
  const module = defineModule({
    name: 'numpy.testing',
    functions: {
      'assert_allclose(actual, desired, rtol?, atol?, equal_nan?, err_msg?, verbose?)': assertAllClose,
      'assert_array_equal(actual, desired, err_msg?, verbose?)': assertArrayEqual,
      'assert_array_almost_equal(actual, desired, decimal?, err_msg?, verbose?)': assertAlmostEqual,
      'assert_equal(actual, desired, err_msg?, verbose?)': assertEqual,
      'assert_(val, msg?)': (value: Value, message?: Value) =>
        flag(value, true) ? null : raiseAssertionError(messageOf(message)),
    },
    refused: '*',
  });
  module.namespace.set('assert_raises', new PyBuiltin('assert_raises', assertRaises));
  return module;
}
