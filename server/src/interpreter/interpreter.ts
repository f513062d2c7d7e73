/**
 * The interpreter's face: a namespace in which parts of a parsed file run. It knows nothing of documents, processes or
 * protocols: what a program shows goes to the observer, what it may use is asked from the options.
 */
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { Statement } from '../python/syntax.ts';
import { shownBytes } from './byteTexts.ts';
import type { SourceText } from './callSite.ts';
import type { Evaluate, Execute } from './compile/context.ts';
import { docstring } from './compile/functions.ts';
import { runStatement } from './compile/moduleFrames.ts';
import { importsFeature, type Program, prepareProgram } from './compile/program.ts';
import {
  asPythonException,
  exceptionType,
  isException,
  notSupported,
  PythonException,
  raise,
} from './exceptions.ts';
import { builtinNames } from './modules/builtins.ts';
import { type ImportHost, importModule, reloadModule } from './modules/importing.ts';
import { installNumpyExceptions } from './modules/numpy/numpyErrors.ts';
import type { InterpreterOptions } from './options.ts';
import { ProgramRuntime } from './programRuntime.ts';
import { repr, str } from './protocols/text.ts';
import { type Runtime, runWith, type TextPlace } from './runtime.ts';
import { tracebackText } from './traceback.ts';
import { PyList, PyModule, PyUnicode, type Value } from './values.ts';
import { joinPath } from './workspace.ts';

export interface Interpreter {
  /** The names of the program's `__main__`, in the order in which they were first bound. */
  readonly globals: Map<string, Value>;
  /**
   * Runs the statements of `file` that begin inside `span`, in order.
   * Throws PythonException when the program raises, and whatever `checkpoint` or `allocate` throw.
   */
  run(file: ParsedFile, span: Span): void;
  /** `repr(value)`, which may run code of the program. */
  repr(value: Value): string;
  /** `str(value)`, as `print` shows it. */
  str(value: Value): string;
  /** The traceback of an exception that `run` threw, as Python prints it, without the final line break. */
  traceback(error: PythonException): string;
}

export type { InterpreterOptions };

/** Makes an interpreter with an empty namespace. */
export function createInterpreter(options: InterpreterOptions): Interpreter {
  return new ProgramInterpreter(options);
}

class ProgramInterpreter implements Interpreter {
  readonly globals = new Map<string, Value>();
  readonly #options: InterpreterOptions;
  readonly #runtime: Runtime;
  readonly #builtins: ReadonlyMap<string, Value>;
  #trueDivision: boolean;

  constructor(options: InterpreterOptions) {
    this.#options = options;
    this.#runtime = this.#createRuntime();
    this.#builtins = runWith(this.#runtime, () => builtinNames(options.python));
    this.#trueDivision = options.python === 3;
    this.globals.set('__name__', '__main__');
    this.globals.set('__doc__', null);
    const { fileName, python } = options;
    const { workspace } = this.#runtime;
    // As a path Python 3 gives the whole one, Python 2 what it was called with.
    this.globals.set('__file__', workspace && python === 3 ? joinPath(workspace.folder, fileName) : fileName);
  }

  run(file: ParsedFile, span: Span): void {
    const statements = file.module.body.filter(
      (statement) => statement.start >= span.start && statement.start < span.end,
    );
    installNumpyExceptions(this.#options.numpy);
    runWith(this.#runtime, () => this.#run(file, statements));
  }

  repr(value: Value): string {
    return runWith(this.#runtime, () => repr(value));
  }

  str(value: Value): string {
    const { python } = this.#options;
    return runWith(this.#runtime, () =>
      python === 2 && !(value instanceof PyUnicode) ? shownBytes(str(value)) : str(value),
    );
  }

  traceback(error: PythonException): string {
    return runWith(this.#runtime, () => tracebackText(error.value));
  }

  #run(file: ParsedFile, statements: readonly Statement[]): void {
    if (importsFeature(statements, 'division')) this.#trueDivision = true;
    const source: SourceText = { file: this.#options.fileName, text: file.text, isImported: false };
    const program = this.#prepare(file, source, { trueDivision: this.#trueDivision });
    const running = this.#runtime;
    running.depth = 1;
    running.frame = null;
    running.softspace = false;
    const isStart = statements.length > 0 && statements[0] === file.module.body[0];
    if (isStart) this.globals.set('__doc__', docstring(statements));
    const isWhole = isStart && statements.at(-1) === file.module.body.at(-1);
    try {
      for (const statement of statements) {
        running.checkpoint();
        this.#runStatement(program, statement);
        running.lifetimes?.statementEnded(0, null);
      }
    } catch (error) {
      if (isException(error, 'SystemExit')) this.#end(isWhole);
      throw error;
    }
    this.#end(isWhole);
  }

  /** A cell has run to its end; if it is the whole program, its objects go. */
  #end(isWhole: boolean): void {
    const running = this.#runtime;
    for (const tellEnd of running.cellEnds) tellEnd();
    if (isWhole) running.lifetimes?.programEnded();
  }

  #prepare(
    file: ParsedFile,
    source: SourceText,
    { trueDivision }: { readonly trueDivision: boolean },
  ): Program {
    return prepareProgram(file, {
      python: this.#options.python,
      source,
      builtins: this.#builtins,
      trueDivision,
    });
  }

  #runStatement(program: Program, statement: Statement): void {
    const { observer } = this.#options;
    runStatement(program, statement, {
      globals: this.globals,
      compile: () => {
        if (statement.kind !== 'ExpressionStatement') return program.compile(statement);
        const evaluate = program.expression(statement.value, program.context);
        return shown(evaluate, (value) => observer.value(statement, value));
      },
    });
  }

  /** Runs a file of the workspace in the names of its module. */
  #runModule(module: PyModule, file: ParsedFile, path: string): void {
    const { body } = file.module;
    const source: SourceText = { file: path, text: file.text, isImported: true };
    const program = this.#prepare(file, source, {
      trueDivision: this.#options.python === 3 || importsFeature(body, 'division'),
    });
    module.namespace.set('__doc__', docstring(body));
    for (const statement of body) {
      this.#runtime.checkpoint();
      runStatement(program, statement, {
        globals: module.namespace,
        compile: () => program.compile(statement),
      });
    }
  }

  #runText(text: string, { file, globals, show }: TextPlace): void {
    const { parse } = this.#options;
    const parsed = parse?.(text) ?? notSupported('running a text');
    const [problem] = parsed.problems;
    if (problem) raise(exceptionType('SyntaxError'), problem.message);
    const source: SourceText = { file, text, isImported: true };
    const program = this.#prepare(parsed, source, { trueDivision: this.#trueDivision });
    for (const statement of parsed.module.body) {
      this.#runtime.checkpoint();
      runStatement(program, statement, {
        globals,
        compile: () => {
          if (statement.kind !== 'ExpressionStatement') return program.compile(statement);
          return shown(program.expression(statement.value, program.context), show);
        },
      });
    }
  }

  #createRuntime(): Runtime {
    const options = this.#options;
    const modules = new Map<string, PyModule>([['__main__', new PyModule('__main__', this.globals)]]);
    const searchPath = new PyList([...(options.workspace?.()?.searchPath ?? [])]);
    const host: ImportHost = {
      options,
      modules,
      searchPath,
      execute: (module, file, path) => this.#runModule(module, file, path),
    };
    return new ProgramRuntime(options, {
      globals: this.globals,
      modules,
      searchPath,
      importModule: (name) => importModule(name, host),
      reloadModule: (module) => reloadModule(module, host),
      runText: (text, place) => this.#runText(text, place),
    });
  }
}

function shown(evaluate: Evaluate, show: (value: Value) => void): Execute {
  return (frame) => {
    const value = evaluate(frame);
    if (value !== null) show(value);
    return 0;
  };
}

/** The Python exception that an error of `run` is; null for a stopped run or an error of our own. */
export const pythonExceptionOf = (error: unknown): PythonException | null => asPythonException(error);
export { PythonException };
