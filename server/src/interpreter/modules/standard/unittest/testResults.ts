/** `unittest.TestResult` and `TextTestResult`: what came of tests, told while they run. */
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { tracebackParts } from '../../../traceback.ts';
import {
  list,
  PyExceptionValue,
  type PyList,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { writeTo } from '../../streams.ts';

export class PyTestResult extends PyObject {
  testsRun = 0;
  readonly failures: PyList = list([]);
  readonly errors: PyList = list([]);
  readonly skipped: PyList = list([]);
  readonly expectedFailures: PyList = list([]);
  readonly unexpectedSuccesses: PyList = list([]);
  /** Where it tells; `undefined`: nowhere. */
  stream: Value | undefined = undefined;
  showsDescriptions = true;
  /** 0: nothing, 1: a letter per test, 2: a line per test. */
  verbosity = 1;
  shouldStop = false;
  stopsAtFailure = false;
  isAtLineStart = true;
}

/** Writes to the result's stream. */
export function tell(self: PyTestResult, text: string): void {
  if (self.stream !== undefined) writeTo('stderr', text, self.stream);
}

/** A test's name, with the first line of its documentation. */
export function describe(self: PyTestResult, test: Value): string {
  const line = call(getAttribute(test, 'shortDescription'), []);
  return self.showsDescriptions && line !== null ? `${str(test)}\n${str(line)}` : str(test);
}

/** What came of a test: `long` after its name in a line of its own, `short` where each test is a letter. */
function note(self: PyTestResult, test: Value, short: string, long: string): void {
  if (self.verbosity === 1) tell(self, short);
  if (self.verbosity <= 1) return;
  const isPart = typeOf(test).name === '_SubTest';
  if (isPart || self.isAtLineStart) {
    if (!self.isAtLineStart) tell(self, '\n');
    tell(self, `${isPart ? '  ' : ''}${describe(self, test)} ... `);
  }
  tell(self, `${long}\n`);
  self.isAtLineStart = true;
}

/** The same for what ends the line that is there. */
function mark(self: PyTestResult, short: string, long: string): void {
  if (self.verbosity > 1) tell(self, `${long}\n`);
  else if (self.verbosity === 1) tell(self, short);
}

const exceptionText = (error: Value): string => {
  const value = error instanceof PyTuple ? (error.items[1] ?? null) : error;
  return value instanceof PyExceptionValue ? tracebackParts(value).join('') : '';
};

const keep = (kept: PyList, test: Value, text: Value): void =>
  void kept.items.push(new PyTuple([test, text]));

const stopAfterFailure = (self: PyTestResult): void => {
  if (self.stopsAtFailure) self.shouldStop = true;
};

export const testResultType: PyType = defineType<PyTestResult>({
  name: 'TestResult',
  module: 'unittest.result',
  class: PyTestResult,
  create: (type) => {
    const made = new PyTestResult();
    made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const stream = args[0] ?? keywords?.get('stream') ?? null;
    if (stream !== null) self.stream = stream;
    self.showsDescriptions = isTrue(args[1] ?? keywords?.get('descriptions') ?? true);
    self.verbosity = sizeOf(args[2] ?? keywords?.get('verbosity') ?? 1);
  },
  constants: { __subclassable__: true },
  attributes: {
    testsRun: {
      get: (self) => self.testsRun,
      set: (self, value) => {
        self.testsRun = sizeOf(value);
      },
    },
    failures: (self) => self.failures,
    errors: (self) => self.errors,
    skipped: (self) => self.skipped,
    expectedFailures: (self) => self.expectedFailures,
    unexpectedSuccesses: (self) => self.unexpectedSuccesses,
    shouldStop: (self) => self.shouldStop,
    failfast: {
      get: (self) => self.stopsAtFailure,
      set: (self, value) => {
        self.stopsAtFailure = isTrue(value);
      },
    },
    stream: (self) => self.stream ?? null,
    showAll: (self) => self.verbosity > 1,
    dots: (self) => self.verbosity === 1,
    descriptions: (self) => self.showsDescriptions,
  },
  methods: {
    'startTest(test)': (self: PyTestResult, test: Value) => {
      self.testsRun++;
      if (self.verbosity > 1) tell(self, `${describe(self, test)} ... `);
      self.isAtLineStart = false;
      return null;
    },
    'stopTest(test)': () => null,
    'startTestRun()': () => null,
    'stopTestRun()': () => null,
    'stop()': (self: PyTestResult) => {
      self.shouldStop = true;
      return null;
    },
    'addSuccess(test)': (self: PyTestResult, test: Value) => {
      note(self, test, '.', 'ok');
      return null;
    },
    'addError(test, err)': (self: PyTestResult, test: Value, error: Value) => {
      keep(self.errors, test, exceptionText(error));
      note(self, test, 'E', 'ERROR');
      stopAfterFailure(self);
      return null;
    },
    'addFailure(test, err)': (self: PyTestResult, test: Value, error: Value) => {
      keep(self.failures, test, exceptionText(error));
      note(self, test, 'F', 'FAIL');
      stopAfterFailure(self);
      return null;
    },
    'addSkip(test, reason)': (self: PyTestResult, test: Value, reason: Value) => {
      keep(self.skipped, test, reason);
      note(self, test, 's', `skipped ${repr(reason)}`);
      return null;
    },
    'addExpectedFailure(test, err)': (self: PyTestResult, test: Value, error: Value) => {
      keep(self.expectedFailures, test, exceptionText(error));
      mark(self, 'x', 'expected failure');
      return null;
    },
    'addUnexpectedSuccess(test)': (self: PyTestResult, test: Value) => {
      self.unexpectedSuccesses.items.push(test);
      mark(self, 'u', 'unexpected success');
      stopAfterFailure(self);
      return null;
    },
    'wasSuccessful()': (self: PyTestResult) =>
      [self.failures, self.errors, self.unexpectedSuccesses].every(({ items }) => items.length === 0),
    'getDescription(test)': describe,
    'printErrors()': (self: PyTestResult) => {
      printErrors(self);
      return null;
    },
  },
  repr: (self) =>
    `<${self.cls?.module}.${self.cls?.qualifiedName} run=${self.testsRun} errors=${self.errors.items.length} failures=${self.failures.items.length}>`,
});

export const textTestResultType: PyType = defineType<PyTestResult>({
  name: 'TextTestResult',
  module: 'unittest.runner',
  bases: [testResultType],
  create: (type) => {
    const made = new PyTestResult();
    made.cls = type;
    return made;
  },
  constants: { __subclassable__: true },
});

const thickLine = '='.repeat(70);
export const thinLine = '-'.repeat(70);

function printErrors(self: PyTestResult): void {
  if (self.verbosity > 0) tell(self, '\n');
  for (const [word, kept] of [
    ['ERROR', self.errors],
    ['FAIL', self.failures],
  ] as const) {
    for (const pair of kept.items) {
      const [test, text] = (pair as PyTuple).items;
      tell(self, `${thickLine}\n${word}: ${describe(self, test!)}\n${thinLine}\n${str(text!)}\n`);
    }
  }
  if (self.unexpectedSuccesses.items.length === 0) return;
  tell(self, `${thickLine}\n`);
  for (const test of self.unexpectedSuccesses.items) {
    tell(self, `UNEXPECTED SUCCESS: ${describe(self, test)}\n`);
  }
}
