/**
 * `doctest`: examples of docstrings are run and compared with what they expect. Where they are found is told in `finding.ts`,
 * how they are read in `examples.ts`. Differences as diffs and the debugger are refused.
 */
import { PyDict } from '../../../containers.ts';
import {
  asPythonException,
  isException,
  notSupported,
  type PythonException,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { DictNamespace } from '../../../namespaceMap.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { exceptionLines, tracebackParts } from '../../../traceback.ts';
import { list, PyFunction, PyModule, type PyObject, PyType, tuple, type Value } from '../../../values.ts';
import { writeOutput } from '../../printing.ts';
import { replaceStream } from '../../streams.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import { type FoundExample, findExamples, optionBits } from './examples.ts';
import { type Documented, findDocumented } from './finding.ts';
import { differenceText, indented, isExpected, withoutDetail } from './outputCheck.ts';

const divider = '*'.repeat(70);
const diffBits = optionBits.REPORT_UDIFF | optionBits.REPORT_CDIFF | optionBits.REPORT_NDIFF;

/** One docstring that can be run. */
interface Test {
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly examples: readonly FoundExample[];
  readonly globals: PyDict;
}

interface Counts {
  readonly failed: number;
  readonly tried: number;
}

/** What a runner does with what it finds. */
interface Running {
  readonly flags: number;
  readonly isVerbose: boolean;
  readonly tell: (text: string) => void;
}

function headerOf(test: Test, example: FoundExample): string {
  const place =
    test.file === null
      ? `Line ${example.line + 1}, in ${test.name}`
      : `File "${test.file}", line ${test.line === null ? '?' : test.line + example.line + 1}, in ${test.name}`;
  return `${divider}\n${place}\nFailed example:\n${indented(example.source)}`;
}

/** Runs an example; what it printed, and what it raised. */
function execute(
  test: Test,
  index: number,
): { readonly got: string; readonly error: PythonException | null } {
  const buffer = call(getAttribute(runtime().importModule('io'), 'StringIO'), []);
  const before = replaceStream('stdout', buffer);
  let error: PythonException | null = null;
  try {
    runtime().runText(test.examples[index]!.source, {
      file: `<doctest ${test.name}[${index}]>`,
      globals: new DictNamespace(test.globals),
      show: (value) => writeOutput(`${repr(value)}\n`),
    });
  } catch (thrown) {
    error = asPythonException(thrown);
    if (error === null || isException(error, 'NotSupportedByScanLens')) throw thrown;
  } finally {
    replaceStream('stdout', before);
  }
  return { got: str(call(getAttribute(buffer, 'getvalue'), [])), error };
}

function flagsOf(example: FoundExample, flags: number): number {
  let own = flags;
  for (const [name, isOn] of example.options) {
    const bit = optionBits[name as keyof typeof optionBits];
    own = isOn ? own | bit : own & ~bit;
  }
  return own;
}

function raisedAsExpected({ message }: FoundExample, error: PythonException, flags: number): boolean {
  if (message === null) return false;
  const raised = exceptionLines(error.value).join('');
  if (isExpected(message, raised, flags)) return true;
  if ((flags & optionBits.IGNORE_EXCEPTION_DETAIL) === 0) return false;
  return isExpected(withoutDetail(message), withoutDetail(raised), flags);
}

/** Runs one example and tells what went wrong; true where nothing did. */
function check(test: Test, index: number, { flags, isVerbose, tell }: Running): boolean {
  const example = test.examples[index]!;
  if (isVerbose) {
    const want = example.want === '' ? 'Expecting nothing\n' : `Expecting:\n${indented(example.want)}`;
    tell(`Trying:\n${indented(example.source)}${want}`);
  }
  const { got, error } = execute(test, index);
  const isRight =
    error === null ? isExpected(example.want, got, flags) : raisedAsExpected(example, error, flags);
  if (isRight) {
    if (isVerbose) tell('ok\n');
    return true;
  }
  if ((flags & diffBits) !== 0) notSupported('differences of doctest as diffs');
  const trace = error === null ? '' : tracebackParts(error.value).join('');
  tell(
    error !== null && example.message === null
      ? `${headerOf(test, example)}Exception raised:\n${indented(trace)}`
      : headerOf(test, example) + differenceText(example.want, got + trace, flags),
  );
  return false;
}

function runTest(test: Test, running: Running): Counts {
  let failed = 0;
  let tried = 0;
  for (const [index, example] of test.examples.entries()) {
    const flags = flagsOf(example, running.flags);
    if ((flags & optionBits.SKIP) !== 0) continue;
    tried++;
    const isQuiet = (flags & optionBits.REPORT_ONLY_FIRST_FAILURE) !== 0 && failed > 0;
    const own = isQuiet ? { flags, isVerbose: false, tell: () => undefined } : { ...running, flags };
    if (!check(test, index, own)) failed++;
    if (failed > 0 && (flags & optionBits.FAIL_FAST) !== 0) break;
  }
  return { failed, tried };
}

/** The counts of each test, and what is told of them at the end. */
class Summary {
  readonly counts = new Map<string, Counts>();

  add(name: string, { failed, tried }: Counts): void {
    const known = this.counts.get(name) ?? { failed: 0, tried: 0 };
    this.counts.set(name, { failed: known.failed + failed, tried: known.tried + tried });
  }

  get total(): Counts {
    const all = [...this.counts.values()];
    return {
      failed: all.reduce((sum, { failed }) => sum + failed, 0),
      tried: all.reduce((sum, { tried }) => sum + tried, 0),
    };
  }

  text(options: { readonly isVerbose: boolean }): string {
    const { failed, tried } = this.total;
    const all = [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1));
    const pick = (
      keep: (counts: Counts) => boolean,
      show: (name: string, counts: Counts) => string,
    ): string[] => all.filter(([, counts]) => keep(counts)).map(([name, counts]) => show(name, counts));
    const part = (lines: readonly string[], title: string): string[] =>
      lines.length === 0 ? [] : [`${lines.length} items ${title}`, ...lines];
    const empty = pick(
      ({ tried }) => tried === 0,
      (name) => `    ${name}`,
    );
    const passed = pick(
      ({ tried, failed }) => tried > 0 && failed === 0,
      (name, { tried }) => ` ${String(tried).padStart(3)} tests in ${name}`,
    );
    const wrong = pick(
      ({ failed }) => failed > 0,
      (name, { tried, failed }) =>
        ` ${String(failed).padStart(3)} of ${String(tried).padStart(3)} in ${name}`,
    );
    const lines = [
      ...(options.isVerbose ? [...part(empty, 'had no tests:'), ...part(passed, 'passed all tests:')] : []),
      ...(wrong.length > 0 ? [divider, ...part(wrong, 'had failures:')] : []),
      ...(options.isVerbose
        ? [`${tried} tests in ${this.counts.size} items.`, `${tried - failed} passed and ${failed} failed.`]
        : []),
      ...(failed > 0 ? [`***Test Failed*** ${failed} failures.`] : options.isVerbose ? ['Test passed.'] : []),
    ];
    return lines.map((line) => `${line}\n`).join('');
  }
}

// --------------------------------------------------------------------------------------------------------- classes

const optionNames = Object.keys(optionBits) as readonly (keyof typeof optionBits)[];

const exampleClass = (): PyType =>
  libraryClass({
    name: 'Example',
    module: 'doctest',
    methods: {
      '__init__(source, want, exc_msg?, lineno?, indent?, options?)': (self: PyObject, ...given: Value[]) => {
        const [source, want, message = null, line = 0, indent = 0, options = null] = given;
        setField(self, 'source', source!);
        setField(self, 'want', want!);
        setField(self, 'lineno', line);
        setField(self, 'indent', indent);
        setField(self, 'options', options ?? new PyDict());
        setField(self, 'exc_msg', message);
        return null;
      },
    },
  });

const testClass = (): PyType =>
  libraryClass({
    name: 'DocTest',
    module: 'doctest',
    methods: {
      '__init__(examples, globs, name, filename, lineno, docstring)': (self: PyObject, ...given: Value[]) => {
        const [examples, globals, ...rest] = given;
        setField(self, 'examples', examples!);
        setField(self, 'docstring', rest[3] ?? null);
        setField(self, 'globs', copyOf(globals!));
        setField(self, 'name', rest[0]!);
        setField(self, 'filename', rest[1] ?? null);
        setField(self, 'lineno', rest[2] ?? null);
        return null;
      },
      '__repr__()': (self: PyObject) => {
        const count = toArray(field(self, 'examples')).length;
        const examples = count === 0 ? 'no examples' : count === 1 ? '1 example' : `${count} examples`;
        const place = `${str(field(self, 'filename'))}:${str(field(self, 'lineno'))}`;
        return `<${typeOf(self).name} ${str(field(self, 'name'))} from ${place} (${examples})>`;
      },
    },
  });

const copyOf = (names: Value): Value => call(getAttribute(names, 'copy'), []);

const fail = (message: string): never => raiseValueError(message);

const exampleValue = (type: Value, found: FoundExample): Value => {
  const options = [...found.options].map(([name, isOn]) => [
    optionBits[name as keyof typeof optionBits],
    isOn,
  ]);
  return call(type, [
    found.source,
    found.want,
    found.message,
    found.line,
    found.indent,
    PyDict.from(options as [Value, Value][]),
  ]);
};

/** An example of the program as ours. */
function readExample(value: Value): FoundExample {
  const options = [...(getAttribute(value, 'options') as PyDict).table.entries()];
  const message = getAttribute(value, 'exc_msg');
  return {
    source: str(getAttribute(value, 'source')),
    want: str(getAttribute(value, 'want')),
    message: message === null ? null : str(message),
    line: sizeOf(getAttribute(value, 'lineno')),
    indent: sizeOf(getAttribute(value, 'indent')),
    options: new Map(
      options.map(({ key, value: isOn }) => [
        optionNames.find((name) => optionBits[name] === key)!,
        isTrue(isOn),
      ]),
    ),
  };
}

function readTest(value: Value): Test {
  const [file, line] = [getAttribute(value, 'filename'), getAttribute(value, 'lineno')];
  return {
    name: str(getAttribute(value, 'name')),
    file: file === null ? null : str(file),
    line: line === null ? null : sizeOf(line),
    examples: toArray(getAttribute(value, 'examples')).map(readExample),
    globals: getAttribute(value, 'globs') as PyDict,
  };
}

const nothing = '<string>';

const parserClass = (module: PyModule): PyType => {
  const examples = (text: Value, name: Value = nothing): Value[] =>
    findExamples(str(text), str(name), fail).map((found) =>
      exampleValue(getAttribute(module, 'Example'), found),
    );
  return libraryClass({
    name: 'DocTestParser',
    module: 'doctest',
    methods: {
      'get_examples(string, name?)': (_self: PyObject, text: Value, name?: Value) =>
        list(examples(text, name)),
      'get_doctest(string, globs, name, filename, lineno)': (_self: PyObject, ...given: Value[]) => {
        const [text, globals, name, file, line] = given as [Value, Value, Value, Value, Value];
        return call(getAttribute(module, 'DocTest'), [
          list(examples(text, name)),
          globals,
          name,
          file,
          line,
          text,
        ]);
      },
    },
  });
};

// ------------------------------------------------------------------------------------------------------------ running

/** Whether a value is asked for by what the program gives or by `-v` on its command line. */
const isVerboseBy = (given: Value | undefined): boolean =>
  given !== undefined && given !== null
    ? isTrue(given)
    : toArray(getAttribute(runtime().importModule('sys'), 'argv')).includes('-v');

const runnerClass = (module: PyModule): PyType => {
  const summaries = new WeakMap<PyObject, Summary>();
  return libraryClass({
    name: 'DocTestRunner',
    module: 'doctest',
    methods: {
      '__init__(checker?, verbose?, optionflags?)': (self: PyObject, ...given: (Value | undefined)[]) => {
        const [checker = null, verbose, flags = 0] = given;
        if (checker !== null) notSupported('a checker of the program in doctest');
        summaries.set(self, new Summary());
        setField(self, '_verbose', isVerboseBy(verbose));
        setField(self, 'optionflags', flags);
        setField(self, 'tries', 0);
        setField(self, 'failures', 0);
        return null;
      },
      'run(test, compileflags?, out?, clear_globs?)': (self: PyObject, ...given: (Value | undefined)[]) => {
        const [value, , out = null, clears = true] = given;
        const test = readTest(value!);
        const counts = runTest(test, {
          flags: sizeOf(field(self, 'optionflags')),
          isVerbose: isTrue(field(self, '_verbose')),
          tell: (text) => void (out === null ? writeOutput(text) : call(out, [text])),
        });
        if (isTrue(clears)) test.globals.table.clear();
        summaries.get(self)!.add(test.name, counts);
        const { failed, tried } = summaries.get(self)!.total;
        setField(self, 'failures', failed);
        setField(self, 'tries', tried);
        return results(module, counts);
      },
      'summarize(verbose?)': (self: PyObject, verbose?: Value) => {
        const summary = summaries.get(self)!;
        const isVerbose = isTrue(verbose ?? field(self, '_verbose'));
        writeOutput(summary.text({ isVerbose }));
        return results(module, summary.total);
      },
    },
  });
};

const results = (module: PyModule, { failed, tried }: Counts): Value =>
  call(getAttribute(module, 'TestResults'), [failed, tried]);

const dictOf = (value: Value): PyDict =>
  value instanceof PyDict ? value : raiseTypeError(`globs must be a dict, not ${typeOf(value).name}`);

/** The names that examples see: those of the module, or those that are given. */
function globalsOf(value: Value, given: Value, extra: Value): PyDict {
  const own =
    value instanceof PyModule
      ? value.namespace
      : value instanceof PyFunction
        ? value.globals
        : (runtime().modules.get(str(tryGetAttribute(value, '__module__') ?? ''))?.namespace ?? new Map());
  const names = given === null ? PyDict.from([...own]) : dictOf(copyOf(given));
  if (extra instanceof PyDict) {
    for (const { key, value: each } of extra.table.entries()) names.table.set(key, each);
  }
  if (names.table.get('__name__') === undefined) names.table.set('__name__', '__main__');
  return names;
}

/** The text of the document or of the module's file, where a function of it tells. */
function sourceOf(module: PyModule): string | null {
  for (const value of module.namespace.values()) {
    if (value instanceof PyFunction && value.globals === module.namespace)
      return value.code.shown.source.text;
    if (!(value instanceof PyType) || value.module !== module.name) continue;
    for (const member of value.namespace.values()) {
      if (member instanceof PyFunction) return member.code.shown.source.text;
    }
  }
  return null;
}

function testOf({ name, text, line }: Documented, file: string | null, globals: () => PyDict): Test {
  return { name, file, line, examples: findExamples(text, name, fail), globals: globals() };
}

function testModule(module: PyModule, ...given: (Value | undefined)[]): Value {
  const [m = null, name = null, globals = null, verbose, report = true, flags = 0, extra = null, raises] =
    given;
  const tested = m ?? runtime().modules.get('__main__')!;
  if (!(tested instanceof PyModule)) raiseTypeError(`testmod: module required; ${repr(tested)}`);
  if (raises !== undefined && isTrue(raises)) notSupported('doctest.testmod with raise_on_error');
  const file = tested.namespace.get('__file__');
  const summary = new Summary();
  const running = { flags: sizeOf(flags), isVerbose: isVerboseBy(verbose), tell: writeOutput };
  for (const each of findDocumented(tested, name === null ? tested.name : str(name), sourceOf(tested))) {
    const test = testOf(each, file === undefined ? tested.name : str(file), () =>
      globalsOf(tested, globals, extra),
    );
    summary.add(test.name, runTest(test, running));
  }
  if (isTrue(report)) writeOutput(summary.text(running));
  return results(module, summary.total);
}

function runExamples(value: Value, globals: Value, ...given: (Value | undefined)[]): Value {
  const [verbose = false, name = 'NoName', , flags = 0] = given;
  const running = { flags: sizeOf(flags), isVerbose: isTrue(verbose), tell: writeOutput };
  if (running.isVerbose) writeOutput(`Finding tests in ${str(name)}\n`);
  const text = typeof value === 'string' ? value : str(tryGetAttribute(value, '__doc__') ?? '');
  runTest(
    testOf({ name: str(name), text, line: null }, null, () => globalsOf(value, globals, null)),
    running,
  );
  return null;
}

export function doctestModule(): PyModule {
  const module: PyModule = defineModule({
    name: 'doctest',
    values: {
      ...optionBits,
      COMPARISON_FLAGS: 63,
      REPORTING_FLAGS: 1984,
      OPTIONFLAGS_BY_NAME: PyDict.from(Object.entries(optionBits)),
      Example: exampleClass(),
      DocTest: testClass(),
    },
    functions: {
      'testmod(m?, name?, globs?, verbose?, report?, optionflags?, extraglobs?, raise_on_error?, exclude_empty?)':
        (...given: (Value | undefined)[]) => testModule(module, ...given),
      'run_docstring_examples(f, globs, verbose?, name?, compileflags?, optionflags?)': runExamples,
    },
    lazy: { TestResults: () => namedTuple('TestResults', tuple('failed', 'attempted')) },
    refused: '*',
  });
  module.namespace.set('DocTestParser', parserClass(module));
  module.namespace.set('DocTestRunner', runnerClass(module));
  return module;
}
