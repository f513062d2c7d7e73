/** `numpy.testing`: the assertions. What they say is made in testComparison.ts. */
import { isFloat, promote } from '../../../tensor/dtype.ts';
import { cast, NDArray } from '../../../tensor/ndarray.ts';
import { PyDict } from '../../containers.ts';
import { asPythonException, raiseAssertionError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { contains, equals, isTrue } from '../../protocols/comparison.ts';
import { getItem } from '../../protocols/items.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { toFloat } from '../../types/numberTypes.ts';
import {
  type Keywords,
  PyBuiltin,
  PyExceptionValue,
  PyFloat,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../../values.ts';
import { flag, type Given, isMissing } from './arguments.ts';
import { apply, asFloat, constant, numbersOf } from './arrayMath.ts';
import { arrayOf, isArrayLike, numpyVersion } from './conversion.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { closeElements } from './ordering.ts';
import { compareArrays, fail, formatted, type Report } from './testComparison.ts';

const messageOf = (value: Value | undefined): string => (isMissing(value) ? '' : str(value));

const reportOf = (header: string, message?: Value, verbose?: Value): Report => ({
  header,
  message: messageOf(message),
  isVerbose: flag(verbose, true),
});

const exactly = { equalNan: true, equalInf: true, isStrict: false };

function assertAllClose(actual: Value, desired: Value, ...given: Given): Value {
  const [rtol, atol, equalNan, message, verbose, strict] = given;
  const tolerance = {
    rtol: isMissing(rtol) ? 1e-7 : toFloat(rtol),
    atol: isMissing(atol) ? 0 : toFloat(atol),
    equalNan: flag(equalNan, true),
  };
  return compareArrays(arrayOf(actual), arrayOf(desired), {
    ...reportOf(
      `Not equal to tolerance rtol=${formatted(tolerance.rtol, 'g')}, atol=${formatted(tolerance.atol, 'g')}`,
      message,
      verbose,
    ),
    equalNan: tolerance.equalNan,
    equalInf: true,
    isStrict: flag(strict, false),
    test: (a, b) => closeElements(a, b, tolerance),
  });
}

const assertArrayEqual = (actual: Value, desired: Value, ...[message, verbose, strict]: Given): Value =>
  compareArrays(arrayOf(actual), arrayOf(desired), {
    ...reportOf('Arrays are not equal', message, verbose),
    ...exactly,
    isStrict: flag(strict, false),
    test: (a, b) => apply('equal', a, b),
  });

function assertArrayAlmostEqual(actual: Value, desired: Value, ...[decimal, message, verbose]: Given): Value {
  const places = isMissing(decimal) ? 6 : Math.trunc(toFloat(decimal));
  return compareArrays(arrayOf(actual), arrayOf(desired), {
    ...reportOf(`Arrays are not almost equal to ${places} decimals`, message, verbose),
    ...exactly,
    precision: places,
    test: (a, b) => {
      const dtype = promote(b.dtype, isFloat(b.dtype) ? b.dtype : 'float64');
      const difference = apply('absolute', apply('subtract', a, cast(b, dtype)));
      return apply('less', difference, constant('float64', 1.5 * 10 ** -places));
    },
  });
}

const assertArrayLess = (x: Value, y: Value, ...[message, verbose, strict]: Given): Value =>
  compareArrays(arrayOf(x), arrayOf(y), {
    ...reportOf(
      numpyVersion() === 2 ? 'Arrays are not strictly ordered `x < y`' : 'Arrays are not less-ordered',
      message,
      verbose,
    ),
    equalNan: true,
    equalInf: false,
    isStrict: flag(strict, false),
    names: ['x', 'y'],
    test: (a, b) => apply('less', a, b),
  });

// --------------------------------------------------------------------------------------------------- values in general

const isList = (value: Value): value is PyList | PyTuple =>
  value instanceof PyList || value instanceof PyTuple;

const isScalarValue = (value: Value): boolean =>
  value instanceof NumpyScalar ||
  typeof value === 'string' ||
  (isArrayLike(value) && !isList(value) && !(value instanceof NDArray));

function assertEqual(actual: Value, desired: Value, ...[message, verbose, strict]: Given): Value {
  if (desired instanceof PyDict) return assertDictEqual(actual, desired, message, verbose);
  if (isList(desired) && isList(actual)) {
    assertEqual(actual.items.length, desired.items.length, message, verbose);
    desired.items.forEach((item, i) => {
      assertEqual(actual.items[i], item, `item=${i}\n${messageOf(message)}`, verbose);
    });
    return null;
  }
  if (actual instanceof NDArray || desired instanceof NDArray)
    return assertArrayEqual(actual, desired, message, verbose, strict);
  if (!isSameValue(actual, desired))
    fail([actual, desired], reportOf('Items are not equal:', message, verbose));
  return null;
}

function isSameValue(actual: Value, desired: Value): boolean {
  if (isScalarValue(desired) !== isScalarValue(actual)) return false;
  if (typeof desired === 'string' || !isScalarValue(desired)) return equals(desired, actual);
  if (typeof actual === 'string') return false;
  const [x, y] = [actual, desired].map((value) => Number(arrayOf(value).at(0)));
  if (Number.isNaN(x) && Number.isNaN(y)) return true;
  if (x === 0 && y === 0) return Object.is(x, -0) === Object.is(y, -0);
  return equals(desired, actual);
}

function assertDictEqual(actual: Value, desired: PyDict, ...[message, verbose]: Given): Value {
  if (!(actual instanceof PyDict)) return raiseAssertionError(`<class '${typeOf(actual).name}'>`);
  assertEqual(actual.table.size, desired.table.size, message, verbose);
  for (const { key, value } of desired.table.entries()) {
    if (!contains(actual, key)) raiseAssertionError(repr(key));
    assertEqual(getItem(actual, key), value, `key=${repr(key)}\n${messageOf(message)}`, verbose);
  }
  return null;
}

function assertAlmostEqual(actual: Value, desired: Value, ...[decimal, message, verbose]: Given): Value {
  if ([actual, desired].some((value) => value instanceof NDArray || isList(value)))
    return assertArrayAlmostEqual(actual, desired, decimal ?? 7, message);
  const places = isMissing(decimal) ? 7 : Math.trunc(toFloat(decimal));
  const [x, y] = [toFloat(actual), toFloat(desired)];
  const isFine =
    Number.isFinite(x) && Number.isFinite(y)
      ? Math.abs(y - x) < 1.5 * 10 ** -places
      : (Number.isNaN(x) && Number.isNaN(y)) || x === y;
  if (!isFine)
    fail([actual, desired], reportOf(`Arrays are not almost equal to ${places} decimals`, message, verbose));
  return null;
}

function assertApproxEqual(actual: Value, desired: Value, ...[significant, message, verbose]: Given): Value {
  const digits = isMissing(significant) ? 7 : Math.trunc(toFloat(significant));
  const [x, y] = [toFloat(actual), toFloat(desired)];
  if (x === y || (Number.isNaN(x) && Number.isNaN(y))) return null;
  const scale = 10 ** Math.floor(Math.log10(0.5 * (Math.abs(x) + Math.abs(y))));
  if (!(Math.abs(y / scale - x / scale) < 10 ** -(digits - 1)))
    fail(
      [new PyFloat(x), new PyFloat(y)],
      reportOf(`Items are not equal to ${digits} significant digits:`, message, verbose),
    );
  return null;
}

function assertNearlyEqual(x: Value, y: Value, ulps?: Value): Value {
  const [a, b] = [asFloat(arrayOf(x)), asFloat(arrayOf(y))];
  const count = isMissing(ulps) ? 1 : toFloat(ulps);
  const size = apply('maximum', apply('absolute', a), apply('absolute', b));
  const limit = apply('multiply', apply('spacing', size), constant(size.dtype, count));
  const isFine = apply('less_equal', apply('absolute', apply('subtract', a, b)), limit);
  return numbersOf(isFine).every(Boolean)
    ? null
    : raiseAssertionError(`Arrays are not equal to ${count} ULP`);
}

// ---------------------------------------------------------------------------------------------------------- exceptions

const expectedTypes = (value: Value): PyType[] =>
  (value instanceof PyTuple ? value.items : [value]).filter((each) => each instanceof PyType);

/** `with assert_raises(…):` */
class RaisesContext extends PyObject {
  readonly types: readonly PyType[];
  readonly pattern: Value;
  exception: Value = null;
  constructor(types: readonly PyType[], pattern: Value) {
    super();
    this.types = types;
    this.pattern = pattern;
  }
}

function isExpected(types: readonly PyType[], raised: Value): boolean {
  return raised instanceof PyExceptionValue && types.some((type) => typeOf(raised).mro.includes(type));
}

const typeNames = (types: readonly PyType[]): string =>
  types.length === 1 ? types[0].name : `(${types.map((type) => type.name).join(', ')})`;

function checkText(context: RaisesContext, raised: PyExceptionValue): void {
  if (context.pattern === null) return;
  const search = getAttribute(runtime().importModule('re'), 'search');
  if (call(search, [context.pattern, str(raised)]) === null)
    raiseAssertionError(`${repr(context.pattern)} does not match ${repr(str(raised))}`);
}

defineType<RaisesContext>({
  name: '_AssertRaisesContext',
  module: 'unittest.case',
  class: RaisesContext,
  attributes: { exception: (self) => self.exception },
  enter: (self) => self,
  exit: (self, type, value) => {
    if (type === null) raiseAssertionError(`${typeNames(self.types)} not raised`);
    if (!isExpected(self.types, value)) return false;
    self.exception = value;
    checkText(self, value as PyExceptionValue);
    return true;
  },
});

interface Callee {
  readonly callee: Value | undefined;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/** Runs the function where one is given; otherwise the context waits for `with`. */
function expecting(context: RaisesContext, { callee, args, keywords }: Callee): Value {
  if (callee === undefined) return context;
  try {
    call(callee, args, keywords);
  } catch (error) {
    const raised = asPythonException(error)?.value ?? null;
    if (!isExpected(context.types, raised)) throw error;
    checkText(context, raised as PyExceptionValue);
    return null;
  }
  return raiseAssertionError(`${typeNames(context.types)} not raised by ${nameOf(callee)}`);
}

const nameOf = (callee: Value): string => {
  const name = tryGetAttribute(callee, '__name__');
  return name === undefined ? repr(callee) : str(name);
};

function assertRaises(given: readonly Value[], keywords: Keywords): Value {
  const [type, callee, ...args] = given;
  return expecting(new RaisesContext(expectedTypes(type ?? null), null), { callee, args, keywords });
}

function assertRaisesRegex(given: readonly Value[], keywords: Keywords): Value {
  const [type, pattern, callee, ...args] = given;
  return expecting(new RaisesContext(expectedTypes(type ?? null), pattern ?? null), {
    callee,
    args,
    keywords,
  });
}

function assertThat(value: Value, message?: Value): Value {
  if (isTrue(value)) return null;
  return raiseAssertionError(messageOf(isCallable(message ?? null) ? call(message!, []) : message));
}

/** Makes `numpy.testing`. */
export function testingModule(): PyModule {
  const module = defineModule({
    name: 'numpy.testing',
    functions: {
      'assert_allclose(actual, desired, rtol?, atol?, equal_nan?, err_msg?, verbose?, *, strict?)':
        assertAllClose,
      'assert_array_equal(actual, desired, err_msg?, verbose?, *, strict?)': assertArrayEqual,
      'assert_array_almost_equal(actual, desired, decimal?, err_msg?, verbose?)': assertArrayAlmostEqual,
      'assert_array_less(x, y, err_msg?, verbose?, *, strict?)': assertArrayLess,
      'assert_equal(actual, desired, err_msg?, verbose?, *, strict?)': assertEqual,
      'assert_almost_equal(actual, desired, decimal?, err_msg?, verbose?)': assertAlmostEqual,
      'assert_approx_equal(actual, desired, significant?, err_msg?, verbose?)': assertApproxEqual,
      'assert_array_almost_equal_nulp(x, y, nulp?)': assertNearlyEqual,
      'assert_(val, msg?)': assertThat,
    },
    refused: '*',
  });
  module.namespace.set('assert_raises', new PyBuiltin('assert_raises', assertRaises));
  module.namespace.set('assert_raises_regex', new PyBuiltin('assert_raises_regex', assertRaisesRegex));
  return module;
}
