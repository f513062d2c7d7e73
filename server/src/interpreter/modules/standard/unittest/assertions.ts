/** The assertions of `unittest.TestCase`: methods by signature, with the words of CPython 3.12. */
import { notSupported, PythonException, raiseTypeError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { contains, equals, isTrue, richCompare } from '../../../protocols/comparison.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import type { NativeBody } from '../../../signature.ts';
import { dictType } from '../../../types/dictType.ts';
import { listType, tupleType } from '../../../types/sequenceTypes.ts';
import { frozenSetType, setType } from '../../../types/setType.ts';
import { strType } from '../../../types/strType.ts';
import type { PyExceptionValue, PyObject, PyType, Value } from '../../../values.ts';
import { isInstanceOf } from '../../builtinInspection.ts';
import {
  countDifferences,
  prettyDifference,
  safeRepr,
  sequenceDifference,
  setDifference,
  shortReprs,
  textDifference,
} from './comparisonTexts.ts';

/** Throws the test's `failureException`. */
export function failWith(self: PyObject, message: Value): never {
  const type = getAttribute(self, 'failureException');
  throw new PythonException(call(type, [message]) as PyExceptionValue);
}

/** What is said, with what the test says besides. */
export function messageOf(self: PyObject, standard: string, message: Value): Value {
  if (message === null) return standard;
  return isTrue(getAttribute(self, 'longMessage')) ? `${standard} : ${str(message)}` : message;
}

const failStandard = (self: PyObject, standard: string, message: Value): never =>
  failWith(self, messageOf(self, standard, message));

const withDifference = (self: PyObject, text: string, difference: string): string => {
  const most = getAttribute(self, 'maxDiff');
  if (most === null || difference.length <= Number(most)) return text + difference;
  return `${text}\nDiff is ${difference.length} characters long. Set self.maxDiff to None to see it.`;
};

/** An assertion that holds or says one thing. */
const check =
  (holds: (a: Value, b: Value) => boolean, words: (a: string, b: string) => string) =>
  (self: PyObject, a: Value, b: Value, message: Value = null): Value =>
    holds(a, b) ? null : failStandard(self, words(safeRepr(a), safeRepr(b)), message);

const checkOne =
  (holds: (a: Value) => boolean, words: (a: string) => string) =>
  (self: PyObject, a: Value, message: Value = null): Value =>
    holds(a) ? null : failStandard(self, words(safeRepr(a)), message);

function assertSequence(
  self: PyObject,
  [a, b]: readonly [Value, Value],
  type: PyType | null,
  message: Value,
): Value {
  const name = type?.name ?? 'sequence';
  if (type !== null) {
    for (const [word, value] of [
      ['First', a],
      ['Second', b],
    ] as const) {
      if (!isInstanceOf(value, type)) failWith(self, `${word} sequence is not a ${name}: ${safeRepr(value)}`);
    }
  }
  const text = sequenceDifference({ first: a, second: b, name }, type);
  if (text === null) return null;
  return failStandard(self, withDifference(self, text, prettyDifference(a, b)), message);
}

function assertDict(self: PyObject, a: Value, b: Value, message: Value = null): Value {
  for (const [word, value] of [
    ['First', a],
    ['Second', b],
  ] as const) {
    if (!isInstanceOf(value, dictType)) {
      const standard = `${safeRepr(value)} is not an instance of ${repr(dictType)}`;
      failStandard(self, standard, `${word} argument is not a dictionary`);
    }
  }
  if (equals(a, b)) return null;
  const text = shortReprs(a, b).join(' != ');
  return failStandard(self, withDifference(self, text, prettyDifference(a, b)), message);
}

function assertText(self: PyObject, a: Value, b: Value, message: Value = null): Value {
  for (const [word, value] of [
    ['First', a],
    ['Second', b],
  ] as const) {
    if (!isInstanceOf(value, strType)) {
      const standard = `${safeRepr(value)} is not an instance of ${repr(strType)}`;
      failStandard(self, standard, `${word} argument is not a string`);
    }
  }
  if (equals(a, b)) return null;
  const text = shortReprs(a, b).join(' != ');
  return failStandard(self, withDifference(self, text, textDifference(str(a), str(b))), message);
}

function assertSet(self: PyObject, a: Value, b: Value, message: Value = null): Value {
  const text = setDifference(a, b);
  return text === null ? null : failStandard(self, text, message);
}

type Assertion = (self: PyObject, a: Value, b: Value, message: Value) => Value;

/** Types whose values are compared in a way of their own. */
const byType = new Map<PyType, Assertion>([
  [dictType, assertDict],
  [listType, (self, a, b, message) => assertSequence(self, [a, b], listType, message)],
  [tupleType, (self, a, b, message) => assertSequence(self, [a, b], tupleType, message)],
  [setType, assertSet],
  [frozenSetType, assertSet],
  [strType, assertText],
]);

function assertEqual(self: PyObject, a: Value, b: Value, message: Value = null): Value {
  const special = typeOf(a) === typeOf(b) ? byType.get(typeOf(a)) : undefined;
  if (special) return special(self, a, b, message);
  return equals(a, b) ? null : failStandard(self, shortReprs(a, b).join(' != '), message);
}

const builtinCall = (name: string, ...args: Value[]): Value =>
  call(getAttribute(runtime().importModule('builtins'), name), args);

interface Closeness {
  readonly isClose: boolean;
  readonly within: string;
  readonly difference: Value;
}

/** How near two values are, by decimal places or by `delta`. */
function closeness(a: Value, b: Value, places: Value, delta: Value): Closeness {
  if (delta !== null && places !== null) raiseTypeError('specify delta or places not both');
  const difference = builtinCall('abs', binaryFunctions['-'](a, b));
  if (delta !== null) {
    const isClose = isTrue(richCompare('<=', difference, delta));
    return { isClose, within: `${safeRepr(delta)} delta`, difference };
  }
  const digits = places ?? 7;
  const isClose = equals(builtinCall('round', difference, digits), 0);
  return { isClose, within: `${repr(digits)} places`, difference };
}

type Nearness = (self: PyObject, a: Value, b: Value, ...options: (Value | undefined)[]) => Value;

const assertAlmostEqual: Nearness = (self, a, b, ...[places = null, message = null, delta = null]) => {
  if (equals(a, b)) return null;
  const { isClose, within, difference } = closeness(a, b, places, delta);
  if (isClose) return null;
  const text = `${safeRepr(a)} != ${safeRepr(b)} within ${within} (${safeRepr(difference)} difference)`;
  return failStandard(self, text, message);
};

const assertNotAlmostEqual: Nearness = (self, a, b, ...[places = null, message = null, delta = null]) => {
  const { isClose, within, difference } = closeness(a, b, places, delta);
  if (!isClose && !(delta === null && equals(a, b))) return null;
  const more = delta === null ? '' : ` (${safeRepr(difference)} difference)`;
  return failStandard(self, `${safeRepr(a)} == ${safeRepr(b)} within ${within}${more}`, message);
};

function assertCounts(self: PyObject, a: Value, b: Value, message: Value = null): Value {
  const differences = countDifferences(toArray(a), toArray(b));
  if (differences.length === 0) return null;
  const text = withDifference(self, 'Element counts were not equal:\n', differences.join('\n'));
  return failStandard(self, text, message);
}

/** A compiled pattern of a pattern or a text. */
export const patternOf = (given: Value): Value =>
  typeof given === 'string' ? call(getAttribute(runtime().importModule('re'), 'compile'), [given]) : given;

/** What a pattern finds in a text; None for nothing. */
export const search = (pattern: Value, text: Value): Value => call(getAttribute(pattern, 'search'), [text]);

function assertRegex(self: PyObject, text: Value, expected: Value, message: Value = null): Value {
  const pattern = patternOf(expected);
  if (search(pattern, text) !== null) return null;
  const source = repr(getAttribute(pattern, 'pattern'));
  return failStandard(self, `Regex didn't match: ${source} not found in ${repr(text)}`, message);
}

function assertNotRegex(self: PyObject, text: Value, unexpected: Value, message: Value = null): Value {
  const pattern = patternOf(unexpected);
  const found = search(pattern, text);
  if (found === null) return null;
  const part = repr(call(getAttribute(found, 'group'), []));
  const source = repr(getAttribute(pattern, 'pattern'));
  return failStandard(self, `Regex matched: ${part} matches ${source} in ${repr(text)}`, message);
}

const same = (a: Value, b: Value): boolean => a === b;

const compares = (operator: '<' | '<=' | '>' | '>=', words: string) =>
  check(
    (a, b) => isTrue(richCompare(operator, a, b)),
    (a, b) => `${a} not ${words} ${b}`,
  );

/** By signature. */
export const assertions: Readonly<Record<string, NativeBody>> = {
  'fail(msg?)': (self: PyObject, message: Value = null) => failWith(self, message),
  'assertTrue(expr, msg?)': checkOne(isTrue, (a) => `${a} is not true`),
  'assertFalse(expr, msg?)': checkOne(
    (a) => !isTrue(a),
    (a) => `${a} is not false`,
  ),
  'assertEqual(first, second, msg?)': assertEqual,
  'assertNotEqual(first, second, msg?)': check(
    (a, b) => isTrue(richCompare('!=', a, b)),
    (a, b) => `${a} == ${b}`,
  ),
  'assertIs(expr1, expr2, msg?)': check(same, (a, b) => `${a} is not ${b}`),
  'assertIsNot(expr1, expr2, msg?)': check(
    (a, b) => !same(a, b),
    (a) => `unexpectedly identical: ${a}`,
  ),
  'assertIsNone(obj, msg?)': checkOne(
    (a) => a === null,
    (a) => `${a} is not None`,
  ),
  'assertIsNotNone(obj, msg?)': checkOne(
    (a) => a !== null,
    () => 'unexpectedly None',
  ),
  'assertIn(member, container, msg?)': check(
    (a, b) => contains(b, a),
    (a, b) => `${a} not found in ${b}`,
  ),
  'assertNotIn(member, container, msg?)': check(
    (a, b) => !contains(b, a),
    (a, b) => `${a} unexpectedly found in ${b}`,
  ),
  'assertIsInstance(obj, cls, msg?)': check(isInstanceOf, (a, b) => `${a} is not an instance of ${b}`),
  'assertNotIsInstance(obj, cls, msg?)': check(
    (a, b) => !isInstanceOf(a, b),
    (a, b) => `${a} is an instance of ${b}`,
  ),
  'assertLess(a, b, msg?)': compares('<', 'less than'),
  'assertLessEqual(a, b, msg?)': compares('<=', 'less than or equal to'),
  'assertGreater(a, b, msg?)': compares('>', 'greater than'),
  'assertGreaterEqual(a, b, msg?)': compares('>=', 'greater than or equal to'),
  'assertAlmostEqual(first, second, places?, msg?, delta?)': assertAlmostEqual,
  'assertNotAlmostEqual(first, second, places?, msg?, delta?)': assertNotAlmostEqual,
  'assertListEqual(list1, list2, msg?)': (self: PyObject, a: Value, b: Value, message: Value = null) =>
    assertSequence(self, [a, b], listType, message),
  'assertTupleEqual(tuple1, tuple2, msg?)': (self: PyObject, a: Value, b: Value, message: Value = null) =>
    assertSequence(self, [a, b], tupleType, message),
  'assertSequenceEqual(seq1, seq2, msg?, seq_type?)': (
    self: PyObject,
    a: Value,
    b: Value,
    message: Value = null,
  ) => assertSequence(self, [a, b], null, message),
  'assertSetEqual(set1, set2, msg?)': assertSet,
  'assertDictEqual(d1, d2, msg?)': assertDict,
  'assertMultiLineEqual(first, second, msg?)': assertText,
  'assertCountEqual(first, second, msg?)': assertCounts,
  'assertRegex(text, expected_regex, msg?)': assertRegex,
  'assertNotRegex(text, unexpected_regex, msg?)': assertNotRegex,
  'assertLogs(logger?, level?)': () => notSupported('assertLogs()'),
  'assertNoLogs(logger?, level?)': () => notSupported('assertNoLogs()'),
  'assertWarns(expected_warning, *args, **kwargs)': () => notSupported('assertWarns()'),
  'assertWarnsRegex(expected_warning, expected_regex, *args, **kwargs)': () =>
    notSupported('assertWarnsRegex()'),
  'addTypeEqualityFunc(typeobj, function)': () => notSupported('addTypeEqualityFunc()'),
};
