/**
 * `unittest`: suites, the loader, the runner and `main`. Reports go to standard error, as in Python. Mocks, tests of
 * coroutines and the discovery of files are refused.
 */
import { exceptionType, notSupported, raise, raiseTypeError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { compareText, isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { elements, iterate, toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { builtin } from '../../../signature.ts';
import { list, PyModule, PyObject, PyTuple, PyType, type Value } from '../../../values.ts';
import { standardError } from '../../streams.ts';
import { caught, expectFailure, inform, skipping, type TestClasses, testClasses } from './testCase.ts';
import { PyTestResult, tell, testResultType, textTestResultType, thinLine } from './testResults.ts';

class PyTestSuite extends PyObject {
  readonly tests: Value[] = [];
}

function addTests(self: PyTestSuite, tests: Value): null {
  if (typeof tests === 'string') raiseTypeError('tests must be an iterable of tests, not a string');
  for (const test of elements(tests)) self.tests.push(test);
  return null;
}

const leaves = (self: PyTestSuite): Value[] =>
  self.tests.flatMap((test) => (test instanceof PyTestSuite ? leaves(test) : [test]));

/** What stands in a report for a fixture of a class that raised. */
class PyFixture extends PyObject {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}
defineType<PyFixture>({
  name: '_ErrorHolder',
  module: 'unittest.suite',
  class: PyFixture,
  methods: { 'shortDescription()': () => null, 'id()': (self: PyFixture) => self.text },
  str: (self) => self.text,
});

function runFixture(type: PyType, name: 'setUpClass' | 'tearDownClass', result: Value): boolean {
  try {
    call(getAttribute(type, name), []);
    return true;
  } catch (error) {
    const value = caught(error);
    const holder = new PyFixture(`${name} (${type.module}.${type.qualifiedName})`);
    if (typeOf(value).name === 'SkipTest') inform(result, 'addSkip', holder, str(value));
    else inform(result, 'addError', holder, new PyTuple([typeOf(value), value, null]));
    return false;
  }
}

function runModuleFixture(name: 'setUpModule' | 'tearDownModule'): void {
  const fixture = runtime().globals.get(name);
  if (fixture !== undefined) call(fixture, []);
}

function runSuite(self: PyTestSuite, result: Value): Value {
  let current: PyType | null = null;
  let isReady = true;
  const leaveClass = (): void => {
    if (current !== null && isReady) runFixture(current, 'tearDownClass', result);
  };
  const tests = leaves(self);
  if (tests.length > 0) runModuleFixture('setUpModule');
  for (const test of tests) {
    if (result instanceof PyTestResult && result.shouldStop) break;
    const type = typeOf(test);
    if (type !== current) {
      leaveClass();
      current = type;
      const isSkipped = isTrue(tryGetAttribute(type, '__unittest_skip__') ?? false);
      isReady = isSkipped || runFixture(type, 'setUpClass', result);
    }
    if (isReady) call(test, [result]);
  }
  leaveClass();
  if (tests.length > 0) runModuleFixture('tearDownModule');
  return result;
}

const suiteType: PyType = defineType<PyTestSuite>({
  name: 'TestSuite',
  module: 'unittest.suite',
  class: PyTestSuite,
  create: (type) => {
    const made = new PyTestSuite();
    made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    addTests(self, args[0] ?? keywords?.get('tests') ?? list([]));
  },
  constants: { __subclassable__: true },
  methods: {
    'addTest(test)': (self: PyTestSuite, test: Value) => {
      self.tests.push(test);
      return null;
    },
    'addTests(tests)': addTests,
    'countTestCases()': (self: PyTestSuite) => leaves(self).length,
    'run(result)': runSuite,
    '__call__(result)': runSuite,
  },
  iterate: (self) => iterate(list([...self.tests])),
  repr: (self) => `<unittest.suite.TestSuite tests=${repr(list(self.tests))}>`,
});

function suiteOf(tests: readonly Value[]): PyTestSuite {
  const suite = new PyTestSuite();
  suite.cls = suiteType;
  suite.tests.push(...tests);
  return suite;
}

const isTestCase = (value: Value, { testCase }: TestClasses): value is PyType =>
  value instanceof PyType && value !== testCase && isSubtype(value, testCase);

function testNames(type: Value): string[] {
  if (!(type instanceof PyType)) return raiseTypeError('tests are loaded from a class');
  const names = new Set(type.mro.flatMap((each) => [...each.namespace.keys()]));
  return [...names].filter((name) => name.startsWith('test')).sort(compareText);
}

const testsOfClass = (type: Value): PyTestSuite => {
  const names = testNames(type);
  const all = names.length === 0 && tryGetAttribute(type, 'runTest') !== undefined ? ['runTest'] : names;
  return suiteOf(all.map((name) => call(type, [name])));
};

function testsOfModule(module: Value, classes: TestClasses): PyTestSuite {
  const names = module instanceof PyModule ? module.namespace : runtime().globals;
  const found = [...names].filter(([, value]) => isTestCase(value, classes));
  found.sort(([a], [b]) => compareText(a, b));
  return suiteOf(found.map(([, type]) => testsOfClass(type)));
}

/** `TestLoader` and `TextTestRunner` hold nothing that changes. */
class PyLoader extends PyObject {
  readonly classes: TestClasses;
  constructor(classes: TestClasses) {
    super();
    this.classes = classes;
  }
}

/** `Class.test_name`, `Class`, or a name of the module. */
function testsNamed(name: Value, module: Value, classes: TestClasses): PyTestSuite {
  const parts = str(name).split('.');
  const names = module instanceof PyModule ? module.namespace : runtime().globals;
  const path = parts[0] === '__main__' ? parts.slice(1) : parts;
  const type = names.get(path[0] ?? '') ?? null;
  if (!isTestCase(type, classes)) return notSupported('tests by the name of a module');
  return path.length === 1 ? testsOfClass(type) : suiteOf([call(type, [path[1]!])]);
}

const loaderMethods = {
  'loadTestsFromTestCase(testCaseClass)': (_self: PyLoader, type: Value) => testsOfClass(type),
  'loadTestsFromModule(module, *, pattern?)': (self: PyLoader, module: Value) =>
    testsOfModule(module, self.classes),
  'loadTestsFromName(name, module?)': (self: PyLoader, name: Value, module: Value = null) =>
    testsNamed(name, module, self.classes),
  'loadTestsFromNames(names, module?)': (self: PyLoader, names: Value, module: Value = null) =>
    suiteOf(toArray(names).map((name) => testsNamed(name, module, self.classes))),
  'getTestCaseNames(testCaseClass)': (_self: PyLoader, type: Value) => list(testNames(type)),
  'discover(start_dir, pattern?, top_level_dir?)': () => notSupported('discovery of test files'),
};

defineType<PyLoader>({
  name: 'TestLoader',
  module: 'unittest.loader',
  class: PyLoader,
  methods: loaderMethods,
});

class PyRunner extends PyObject {
  stream: Value = standardError;
  verbosity = 1;
  showsDescriptions = true;
  stopsAtFailure = false;
  resultClass: Value = null;
}

function summary(result: PyTestResult): string {
  const { failures, errors, skipped, expectedFailures, unexpectedSuccesses, testsRun } = result;
  const isGood = isTrue(inform(result, 'wasSuccessful'));
  const counts = [
    ...(isGood
      ? []
      : ([
          ['failures', failures],
          ['errors', errors],
        ] as const)),
    ['skipped', skipped],
    ['expected failures', expectedFailures],
    ['unexpected successes', unexpectedSuccesses],
  ] as const;
  const shown = counts
    .filter(([, { items }]) => items.length > 0)
    .map(([name, { items }]) => `${name}=${items.length}`);
  const word = isGood ? (testsRun === 0 ? 'NO TESTS RAN' : 'OK') : 'FAILED';
  return shown.length > 0 ? `${word} (${shown.join(', ')})\n` : `${word}\n`;
}

function runAll(self: PyRunner, test: Value): Value {
  const made = call(self.resultClass ?? textTestResultType, [
    self.stream,
    self.showsDescriptions,
    self.verbosity,
  ]);
  if (!(made instanceof PyTestResult)) return notSupported('a result that is no TestResult');
  made.stopsAtFailure = self.stopsAtFailure;
  const start = runtime().now();
  inform(made, 'startTestRun');
  call(test, [made]);
  inform(made, 'stopTestRun');
  const seconds = ((runtime().now() - start) / 1000).toFixed(3);
  inform(made, 'printErrors');
  const count = made.testsRun;
  tell(made, `${thinLine}\nRan ${count} test${count === 1 ? '' : 's'} in ${seconds}s\n\n${summary(made)}`);
  return made;
}

const runnerType: PyType = defineType<PyRunner>({
  name: 'TextTestRunner',
  module: 'unittest.runner',
  class: PyRunner,
  create: (type) => {
    const made = new PyRunner();
    made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const given = (name: string, index: number): Value => args[index] ?? keywords?.get(name) ?? null;
    self.stream =
      given('stream', 0) ?? runtime().importModule('sys').namespace.get('stderr') ?? standardError;
    self.showsDescriptions = given('descriptions', 1) !== false;
    self.verbosity = sizeOf(given('verbosity', 2) ?? 1);
    self.stopsAtFailure = isTrue(given('failfast', 3) ?? false);
    self.resultClass = given('resultclass', 5);
  },
  constants: { __subclassable__: true },
  methods: { 'run(test)': runAll },
});

class PyProgram extends PyObject {
  readonly result: Value;
  constructor(result: Value) {
    super();
    this.result = result;
  }
}
defineType<PyProgram>({
  name: 'TestProgram',
  module: 'unittest.main',
  class: PyProgram,
  attributes: { result: (self) => self.result },
});

const mainParameters = ['module', 'defaultTest', 'argv', 'testRunner', 'testLoader', 'exit', 'verbosity'];

/** `unittest.main(…)`: SystemExit says whether all was well. */
function main(classes: TestClasses, args: readonly Value[], given: ReadonlyMap<string, Value>): Value {
  const value = (name: string): Value => args[mainParameters.indexOf(name)] ?? given.get(name) ?? null;
  const argv = toArray(value('argv') ?? list([])).map(str);
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  const isVerbose = argv.includes('-v') || argv.includes('--verbose');
  const module = value('module');
  const named = words.length > 0 ? list(words) : value('defaultTest');
  const tests =
    named === null
      ? testsOfModule(typeof module === 'string' ? runtime().importModule(module) : module, classes)
      : suiteOf(
          (typeof named === 'string' ? [named] : toArray(named)).map((name) =>
            testsNamed(name, null, classes),
          ),
        );
  const runner = value('testRunner') ?? runnerType;
  const verbosity = isVerbose ? 2 : (value('verbosity') ?? 1);
  const options = new Map<string, Value>([['verbosity', verbosity]]);
  if (given.has('failfast')) options.set('failfast', given.get('failfast')!);
  const made = runner instanceof PyType ? call(runner, [], options) : runner;
  const result = call(getAttribute(made, 'run'), [tests]);
  if (given.has('exit') && !isTrue(value('exit'))) return new PyProgram(result);
  const hasRun = ['testsRun', 'skipped'].some((name) => isTrue(getAttribute(result, name)));
  if (!hasRun) return raise(exceptionType('SystemExit'), 5);
  return raise(exceptionType('SystemExit'), isTrue(inform(result, 'wasSuccessful')) ? 0 : 1);
}

const skipDecorator = (reason: Value): Value => builtin('decorator(test_item)', skipping(reason));

/** `@skip` without a reason decorates at once. */
const skip = (given: Value): Value =>
  typeof given === 'string' ? skipDecorator(given) : skipping('')(given);

const unchanged = (): Value => builtin('_id(obj)', (target: Value) => target);

export const unittestModule = (): PyModule => {
  const classes = testClasses();
  const loader = new PyLoader(classes);
  return defineModule({
    name: 'unittest',
    values: {
      TestCase: classes.testCase,
      SkipTest: classes.skipTest,
      TestSuite: suiteType,
      TestResult: testResultType,
      TextTestResult: textTestResultType,
      TextTestRunner: runnerType,
      defaultTestLoader: loader,
    },
    functions: {
      'main(*args, **kwargs)': (args: Value[], given: Map<string, Value>) => main(classes, args, given),
      'TestLoader()': () => new PyLoader(classes),
      'makeSuite(testCaseClass, prefix?)': testsOfClass,
      'skip(reason)': skip,
      'skipIf(condition, reason)': (condition: Value, reason: Value) =>
        isTrue(condition) ? skipDecorator(reason) : unchanged(),
      'skipUnless(condition, reason)': (condition: Value, reason: Value) =>
        isTrue(condition) ? unchanged() : skipDecorator(reason),
      'expectedFailure(test_item)': expectFailure,
    },
    submodules: { mock: defineModule({ name: 'unittest.mock', refused: '*' }) },
    refused: '*',
  });
};
