/** `unittest.TestCase`: a test with its fixtures, and how it runs. */
import {
  asPythonException,
  exceptionType,
  notSupported,
  PythonException,
  raise,
  raiseValueError,
} from '../../../exceptions.ts';
import { getAttribute, setAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../../../pyType.ts';
import { PyTraceback } from '../../../types/tracebackType.ts';
import {
  type Keywords,
  PyExceptionValue,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import { assertions } from './assertions.ts';
import { raisingAssertions } from './raising.ts';
import { PyTestResult } from './testResults.ts';

/** The classes of one interpreter. */
export interface TestClasses {
  readonly testCase: PyType;
  readonly skipTest: PyType;
}

interface Cleanup {
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/** What is known of a test while it runs. */
interface Run {
  readonly result: Value;
  readonly skipTest: PyType;
  isGood: boolean;
  readonly cleanups: Cleanup[];
}

const runs = new WeakMap<PyObject, Run>();

/** `(type, value, None)`, as results are told of exceptions. */
const information = (value: PyExceptionValue): Value => new PyTuple([value.cls, value, null]);

/** What tests must not catch: refusals, a stopped run. */
export function caught(error: unknown): PyExceptionValue {
  const raised = asPythonException(error);
  if (!raised) throw error;
  const type = typeOf(raised.value);
  if (isSubtype(type, exceptionType('NotSupportedByScanLens'))) throw error;
  if (isSubtype(type, exceptionType('KeyboardInterrupt'))) throw error;
  return raised.value;
}

/** Tells a result something. */
export const inform = (result: Value, name: string, ...args: Value[]): Value =>
  call(getAttribute(result, name), args);

function informOfException(test: PyObject, shown: Value, value: PyExceptionValue, run: Run): void {
  if (isSubtype(typeOf(value), run.skipTest)) {
    inform(run.result, 'addSkip', shown, str(value));
    return;
  }
  run.isGood = false;
  const isFailure = isSubtype(typeOf(value), getAttribute(test, 'failureException') as PyType);
  inform(run.result, isFailure ? 'addFailure' : 'addError', shown, information(value));
}

const methodName = (self: PyObject): string => str(field(self, '_testMethodName'));

const markOf = (self: PyObject, method: Value, name: string): Value =>
  tryGetAttribute(typeOf(self), name) ?? tryGetAttribute(method, name) ?? null;

function runTest(self: PyObject, result: Value, skipTest: PyType): void {
  const method = getAttribute(self, methodName(self));
  if (isTrue(markOf(self, method, '__unittest_skip__'))) {
    inform(result, 'addSkip', self, markOf(self, method, '__unittest_skip_why__') ?? '');
  } else {
    inform(result, 'startTest', self);
    runParts(self, method, { result, skipTest, isGood: true, cleanups: [] });
  }
  inform(result, 'stopTest', self);
}

function runParts(self: PyObject, method: Value, run: Run): void {
  runs.set(self, run);
  const expectsFailure = isTrue(markOf(self, method, '__unittest_expecting_failure__'));
  let expected: PyExceptionValue | null = null;
  const attempt = (body: () => void, kind: 'test' | 'fixture' = 'fixture'): boolean => {
    try {
      body();
      return true;
    } catch (error) {
      const value = caught(error);
      run.isGood = false;
      const isSkip = isSubtype(typeOf(value), run.skipTest);
      if (kind === 'test' && expectsFailure && !isSkip) expected = value;
      else informOfException(self, self, value, run);
      return false;
    }
  };
  if (attempt(() => void call(getAttribute(self, 'setUp'), []))) {
    attempt(() => runMethod(method), 'test');
    attempt(() => void call(getAttribute(self, 'tearDown'), []));
  }
  while (run.cleanups.length > 0) {
    const { callee, args, keywords } = run.cleanups.pop()!;
    attempt(() => void call(callee, args, keywords));
  }
  runs.delete(self);
  if (expected !== null) inform(run.result, 'addExpectedFailure', self, information(expected));
  else if (run.isGood) inform(run.result, expectsFailure ? 'addUnexpectedSuccess' : 'addSuccess', self);
}

function runMethod(method: Value): void {
  if (call(method, []) !== null) notSupported('a test that returns something');
}

/** `self.subTest(…)`: a failure inside is told, and the test goes on. */
class PySubTest extends PyObject {
  readonly test: PyObject;
  readonly description: string;
  constructor(test: PyObject, description: string) {
    super();
    this.test = test;
    this.description = description;
  }
}

defineType<PySubTest>({
  name: '_SubTest',
  module: 'unittest.case',
  class: PySubTest,
  enter: () => null,
  exit: (self, type, value, traceback) => {
    const run = runs.get(self.test);
    if (type === null || !(value instanceof PyExceptionValue) || !run) return false;
    caught(new PythonException(value));
    if (traceback instanceof PyTraceback) value.frames = [...traceback.frames].reverse();
    informOfException(self.test, self, value, run);
    return true;
  },
  methods: {
    'id()': (self: PySubTest) => `${str(call(getAttribute(self.test, 'id'), []))} ${self.description}`,
    'shortDescription()': (self: PySubTest) => call(getAttribute(self.test, 'shortDescription'), []),
  },
  str: (self) => `${str(self.test)} ${self.description}`,
});

function subTest(self: PyObject, message: Value | undefined, parameters: Map<string, Value>): Value {
  const shown = [...parameters].map(([name, value]) => `${name}=${repr(value)}`).join(', ');
  const parts = [
    ...(message === undefined ? [] : [`[${str(message)}]`]),
    ...(shown === '' ? [] : [`(${shown})`]),
  ];
  return new PySubTest(self, parts.join(' ') || '(<subtest>)');
}

const className = (self: PyObject): string => {
  const { module, qualifiedName } = typeOf(self);
  return `${module}.${qualifiedName}`;
};

function initialize(self: PyObject, name: Value = 'runTest'): Value {
  setField(self, '_testMethodName', name);
  if (tryGetAttribute(self, str(name)) === undefined && name !== 'runTest') {
    raiseValueError(`no such test method in ${repr(typeOf(self))}: ${str(name)}`);
  }
  return null;
}

/** The first line of the test method's documentation. */
function shortDescription(self: PyObject): Value {
  const method = tryGetAttribute(self, methodName(self));
  const doc = method === undefined ? null : (tryGetAttribute(method, '__doc__') ?? null);
  return doc === null ? null : str(doc).trim().split('\n')[0]!.trim() || null;
}

const nothing = (): null => null;

/** A fresh set, since programs can change classes. */
export function testClasses(): TestClasses {
  const skipTest = libraryClass({
    name: 'SkipTest',
    module: 'unittest.case',
    bases: [exceptionType('Exception')],
  });
  const run = (self: PyObject, result: Value = null): Value => {
    const told = result ?? new PyTestResult();
    runTest(self, told, skipTest);
    return told;
  };
  const testCase = libraryClass({
    name: 'TestCase',
    module: 'unittest.case',
    values: { failureException: exceptionType('AssertionError'), longMessage: true, maxDiff: 640 },
    methods: {
      ...assertions,
      ...raisingAssertions,
      '__init__(methodName?)': initialize,
      'setUp()': nothing,
      'tearDown()': nothing,
      'run(result?)': run,
      '__call__(result?)': run,
      'debug()': (self: PyObject) => {
        for (const name of ['setUp', methodName(self), 'tearDown']) call(getAttribute(self, name), []);
        return null;
      },
      'subTest(msg?, **params)': subTest,
      'skipTest(reason)': (_self: PyObject, reason: Value) => raise(skipTest, reason),
      'addCleanup(function, /, *args, **kwargs)': (
        self: PyObject,
        callee: Value,
        ...[args, keywords]: [Value[], Map<string, Value>]
      ) => {
        runs.get(self)?.cleanups.push({ callee, args, keywords });
        return null;
      },
      'countTestCases()': () => 1,
      'defaultTestResult()': () => new PyTestResult(),
      'id()': (self: PyObject) => `${className(self)}.${methodName(self)}`,
      'shortDescription()': shortDescription,
      '__str__()': (self: PyObject) => `${methodName(self)} (${className(self)}.${methodName(self)})`,
      '__repr__()': (self: PyObject) => `<${className(self)} testMethod=${methodName(self)}>`,
    },
    classMethods: { 'setUpClass()': nothing, 'tearDownClass()': nothing },
  });
  return { testCase, skipTest };
}

/** `skip(reason)` for functions and classes. */
export const skipping =
  (reason: Value) =>
  (target: Value): Value => {
    setAttribute(target, '__unittest_skip__', true);
    setAttribute(target, '__unittest_skip_why__', reason);
    return target;
  };

/** `expectedFailure`. */
export function expectFailure(target: Value): Value {
  setAttribute(target, '__unittest_expecting_failure__', true);
  return target;
}
