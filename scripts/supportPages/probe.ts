/**
 * Asks the interpreter itself what it has: programs are run, namespaces are read. So a page made from the answers says
 * what happens, not what somebody once wrote down.
 */
import { compiler } from '../../server/src/compile/compile.ts';
import { PythonException } from '../../server/src/interpreter/exceptions.ts';
import { createInterpreter, type Interpreter } from '../../server/src/interpreter/interpreter.ts';
import { PyModule, PyType, type Value } from '../../server/src/interpreter/values.ts';
import type { Workspace } from '../../server/src/interpreter/workspace.ts';
import { createPythonParser, type PythonParser } from '../../server/src/python/parser.ts';
import { readParserAssets } from '../../server/src/session/nodeAssets.ts';

/** Which Python, and with it which NumPy unless one is named. */
export interface Surroundings {
  readonly python: 2 | 3;
  readonly numpy?: 1 | 2;
}

/** What a probed expression needs. */
export interface Preparation {
  /** Statements that come before it. */
  readonly imports?: string;
  /** More lists of arguments to call what is found with, where {@link plainArguments} say nothing. */
  readonly calls?: readonly string[];
}

/** Enough for most callables to get as far as they do at all. */
const plainArguments: readonly string[] = ['', '0', '{}', "'a'", '0, 0', '0, 0, 0'];

/** How a program ended: normally, refused by ScanLens with these words, or with another exception of Python's. */
export type Ending =
  | { readonly kind: 'ended'; readonly names: ReadonlyMap<string, Value> }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'raised'; readonly type: string; readonly message: string };

export class Probe {
  readonly #parser: PythonParser;

  constructor(parser: PythonParser) {
    this.#parser = parser;
  }

  /** Runs a program in a namespace of its own. */
  run(program: string, surroundings: Surroundings): Ending {
    const interpreter = interpreterFor(surroundings);
    try {
      interpreter.run(this.#parser.parse(program), { start: 0, end: program.length + 1 });
      return { kind: 'ended', names: interpreter.globals };
    } catch (error) {
      if (!(error instanceof PythonException)) throw error;
      return error.typeName === 'NotSupportedByScanLens'
        ? { kind: 'refused', words: error.message }
        : { kind: 'raised', type: error.typeName, message: error.message };
    }
  }

  /** The value of an expression after some imports. Throws when it has none. */
  value(expression: string, surroundings: Surroundings, imports = ''): Value {
    const ending = this.run(`${imports}\nprobed = ${expression}\n`, surroundings);
    if (ending.kind !== 'ended') throw new Error(`${expression}: ${JSON.stringify(ending)}`);
    return ending.names.get('probed')!;
  }

  /** The module of this full name. */
  module(name: string, surroundings: Surroundings): PyModule {
    const value = this.value('module', surroundings, `import ${name} as module`);
    if (!(value instanceof PyModule)) throw new Error(`${name} is not a module`);
    return value;
  }

  /**
   * The public attributes of a value that a program can use, in order. Left out are those that programs of this Python do
   * not see, and those of which no call gets further than a refusal.
   */
  attributes(
    expression: string,
    surroundings: Surroundings,
    preparation: Preparation = {},
  ): readonly string[] {
    const type = this.value(`type(${expression})`, surroundings, preparation.imports);
    if (!(type instanceof PyType)) throw new Error(`${expression} has no type`);
    const names = new Set(type.mro.flatMap((each) => publicNames(each.namespace)));
    return sorted([...names]).filter((name) =>
      this.isUsable(`(${expression}).${name}`, surroundings, preparation),
    );
  }

  /** False when every call is refused or has the wrong arguments, and some call is refused. */
  isUsable(callee: string, surroundings: Surroundings, preparation: Preparation = {}): boolean {
    const { imports = '', calls = [] } = preparation;
    const reading = this.run(`${imports}\n${callee}\n`, surroundings);
    if (reading.kind !== 'ended') return reading.kind === 'raised' && reading.type !== 'AttributeError';
    const endings = [...plainArguments, ...calls].map((list) =>
      this.#attempt(`${imports}\n${callee}(${list})\n`, surroundings),
    );
    return !endings.some(isRefusal) || endings.some((ending) => !isRefusal(ending) && !isTypeError(ending));
  }

  /** A fault of ours under arguments that make no sense says nothing about what is offered. */
  #attempt(program: string, surroundings: Surroundings): Ending {
    try {
      return this.run(program, surroundings);
    } catch (error) {
      return { kind: 'raised', type: 'fault', message: String(error) };
    }
  }
}

/** A method of the other Python may be there to be read and raise AttributeError when it is called. */
const isRefusal = (ending: Ending): boolean =>
  ending.kind === 'refused' || (ending.kind === 'raised' && ending.type === 'AttributeError');
const isTypeError = (ending: Ending): boolean => ending.kind === 'raised' && ending.type === 'TypeError';

/** Starts the parser. */
export async function createProbe(): Promise<Probe> {
  return new Probe(await createPythonParser(readParserAssets()));
}

/** The names of a namespace that do not begin with an underscore. */
export const publicNames = (namespace: ReadonlyMap<string, Value>): string[] =>
  [...namespace.keys()].filter((name) => !name.startsWith('_'));

/** In the order of a dictionary, capitals beside small letters. */
export const sorted = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** More calls than a probe can need; a program that goes on is stopped. */
const mostSteps = 100_000;

/** A folder with one file, so that what reads files has something to read. */
const workspace: Workspace = {
  folder: '/probe',
  searchPath: [],
  stat: (path) => (path === '/probe/a' ? { kind: 'file', byteLength: 2, modifiedMs: 0 } : 'missing'),
  read: (path) => (path === '/probe/a' ? new TextEncoder().encode('a\n') : 'missing'),
  list: () => ['a'],
  parse: () => 'missing',
};

function interpreterFor({ python, numpy }: Surroundings): Interpreter {
  let steps = 0;
  const ignore = (): void => undefined;
  return createInterpreter({
    python,
    numpy: numpy ?? (python === 2 ? 1 : 2),
    floatX: 'float64',
    compiler,
    fileName: 'probe.py',
    checkpoint: () => {
      steps += 1;
      if (steps > mostSteps) throw new Error('the probe does not end');
    },
    allocate: ignore,
    now: () => 0,
    wallClock: () => 0,
    workspace: () => workspace,
    observer: { output: ignore, value: ignore, call: ignore, scan: ignore, warning: ignore },
  });
}
