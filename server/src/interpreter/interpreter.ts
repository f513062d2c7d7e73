/**
 * The interpreter's face: a namespace in which parts of a parsed file run. It knows nothing of documents, processes or
 * protocols: what a program shows goes to the observer, what it may use is asked from the options.
 */
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { Statement } from '../python/syntax.ts';
import { Frame, type SourceText } from './callSite.ts';
import type { Evaluate, Execute } from './compile/context.ts';
import { frameNames, withFrame } from './compile/functions.ts';
import { cellSlots } from './compile/names.ts';
import { importsDivision, type Program, prepareProgram } from './compile/program.ts';
import { asPythonException, PythonException } from './exceptions.ts';
import { builtinNames } from './modules/builtins.ts';
import { installNumpyExceptions } from './modules/numpy/numpyErrors.ts';
import { findModule } from './modules/registry.ts';
import type { InterpreterOptions } from './options.ts';
import { repr, str } from './protocols/text.ts';
import { type Runtime, runWith } from './runtime.ts';
import { tracebackText } from './traceback.ts';
import { Cell, type PyModule, type Slots, type Value } from './values.ts';

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
    this.#runtime = createRuntime(options, this.globals);
    this.#builtins = runWith(this.#runtime, () => builtinNames(options.python));
    this.#trueDivision = options.python === 3;
    this.globals.set('__name__', '__main__');
    this.globals.set('__doc__', null);
    this.globals.set('__file__', options.fileName);
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
    return runWith(this.#runtime, () => str(value));
  }

  traceback(error: PythonException): string {
    return runWith(this.#runtime, () => tracebackText(error.value));
  }

  #run(file: ParsedFile, statements: readonly Statement[]): void {
    if (importsDivision(statements)) this.#trueDivision = true;
    const source: SourceText = { file: this.#options.fileName, text: file.text };
    const { python } = this.#options;
    const program = prepareProgram(file, {
      python,
      source,
      builtins: this.#builtins,
      trueDivision: this.#trueDivision,
    });
    const running = this.#runtime;
    running.depth = 0;
    running.frame = null;
    running.softspace = false;
    for (const statement of statements) {
      running.checkpoint();
      this.#runStatement(program, statement);
    }
  }

  #runStatement(program: Program, statement: Statement): void {
    const { observer } = this.#options;
    const frame = this.#moduleFrame(program, statement, () => {
      if (statement.kind !== 'ExpressionStatement') return program.compile(statement);
      return shown(program.expression(statement.value, program.context), (value) =>
        observer.value(statement, value),
      );
    });
    frame();
  }

  /** Compiles first: only then the number of slots of the frame is known. */
  #moduleFrame(program: Program, statement: Statement, compile: () => Execute): () => void {
    const running = this.#runtime;
    return () => {
      const { scope, context } = program;
      const names = frameNames('<module>', { scope, span: statement }, context);
      const outside = new Frame(names, [], this.globals, null);
      running.frame = outside;
      try {
        const execute = compile();
        const slots: Slots = new Array(scope.slotNames.length).fill(undefined);
        for (const slot of cellSlots(scope)) slots[slot] = new Cell();
        outside.slots.push(...slots);
        execute(outside);
      } catch (error) {
        throw withFrame(error, outside);
      } finally {
        running.frame = null;
        running.depth = 0;
      }
    };
  }
}

function shown(evaluate: Evaluate, show: (value: Value) => void): Execute {
  return (frame) => {
    const value = evaluate(frame);
    if (value !== null) show(value);
    return 0;
  };
}

function createRuntime(options: InterpreterOptions, globals: Map<string, Value>): Runtime {
  const modules = new Map<string, PyModule>();
  const running: Runtime = {
    python: options.python,
    numpy: options.numpy,
    observer: options.observer,
    checkpoint: () => options.checkpoint(),
    allocate: (byteLength) => options.allocate(byteLength),
    now: () => options.now(),
    wallClock: () => options.wallClock(),
    modules,
    globals,
    environment: new Map(),
    importModule: (name) => findModule(name, modules, options),
    frame: null,
    depth: 0,
    softspace: false,
    identities: new WeakMap(),
    nextIdentity: 0x10000,
  };
  return running;
}

/** The Python exception that an error of `run` is; null for a stopped run or an error of our own. */
export const pythonExceptionOf = (error: unknown): PythonException | null => asPythonException(error);
export { PythonException };
