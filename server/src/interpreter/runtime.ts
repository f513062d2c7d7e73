/**
 * The state of the interpreter that is running. Python's own `repr`, `hash` and `==` may run code of the program, deep
 * inside any container; so the running interpreter is ambient instead of a parameter of everything. One thread runs one
 * program at a time; {@link runWith} sets and restores it.
 */
import { setInterrupt, setMemoryCheck } from '../tensor/interrupt.ts';
import type { CallSite, Frame } from './callSite.ts';
import { makeClassesFor } from './derivedClasses.ts';
import type { RunObserver } from './observer.ts';
import { nextStamp, type PyList, type PyModule, type PyType, type Value } from './values.ts';
import type { Workspace } from './workspace.ts';

/** What `lifetimes.ts` is told of the run. */
export interface LifeWatcher {
  readonly mark: number;
  statementEnded(mark: number, frame: Frame | null): void;
  callEnded(frame: Frame, result: Value): void;
  programEnded(): void;
}

/** Where a text runs that is no file. */
export interface TextPlace {
  /** As tracebacks name it. */
  readonly file: string;
  readonly globals: Map<string, Value>;
  show(value: Value): void;
}

/** The interpreter that runs. */
export interface Runtime {
  readonly python: 2 | 3;
  /** Which NumPy the program would meet: 1 before NEP 50 (value-based promotion, plain scalar reprs), 2 after. */
  readonly numpy: 1 | 2;
  readonly observer: RunObserver;
  /** Throws to stop the run. Loops and calls ask through {@link turn}. */
  checkpoint(): void;
  /** Called before arrays are made; throws when the memory is used up. */
  allocate(byteLength: number): void;
  /** Told how far a long scan is. */
  progress(done: number, total: number): void;
  /** Milliseconds from some fixed moment. */
  now(): number;
  /** Waits for real; throws to stop the run. */
  pause(ms: number): void;
  /** Milliseconds since 1970. */
  wallClock(): number;
  /** `sys.modules`. */
  readonly modules: Map<string, PyModule>;
  /** The names of `__main__`. */
  readonly globals: Map<string, Value>;
  /** `os.environ`, private to the program. */
  readonly environment: Map<string, string>;
  /** Imports a module with the packages around it. */
  importModule(name: string): PyModule;
  /** Runs a module of the workspace again, in the names that it has. */
  reloadModule(module: PyModule): void;
  /** Runs a text in these names; values of statements that are expressions are told to `show`. Raises SyntaxError. */
  runText(text: string, place: TextPlace): void;
  /** null where there are no files. */
  readonly workspace: Workspace | null;
  /** `sys.path`. */
  readonly searchPath: PyList;
  /** Called when a cell has run to its end. */
  readonly cellEnds: Set<() => void>;
  frame: Frame | null;
  /** Calls of the program that are running, with the module's own. */
  depth: number;
  /** The most of them: `sys.setrecursionlimit`. */
  recursionLimit: number;
  /** How many digits an integer may have that is made of or becomes text, 0 for any: `sys.set_int_max_str_digits`. */
  integerDigits: number;
  /** Made by the first object whose end a program can notice. */
  lifetimes: LifeWatcher | null;
  /** Takes what is printed while it is too early to show it; null: everything is shown at once. */
  holdOutput: ((text: string, name: 'stdout' | 'stderr') => void) | null;
  /** Whether print owes a space (Python 2's softspace). */
  softspace: boolean;
  /** What `id` gave. */
  readonly identities: WeakMap<object, number>;
  nextIdentity: number;
}

let current: Runtime | null = null;
setInterrupt(() => current?.checkpoint());
setMemoryCheck((byteLength) => current?.allocate(byteLength));

/** The interpreter that runs. */
export function runtime(): Runtime {
  if (!current) throw new Error('no interpreter is running');
  return current;
}

/** The version of Python of the running program; 3 outside any run. */
export const pythonVersion = (): 2 | 3 => current?.python ?? 3;

/** Runs `body` with `running` as the interpreter. */
export function runWith<T>(running: Runtime, body: () => T): T {
  const outer = current;
  const outerMaker = makeClassesFor(running);
  current = running;
  try {
    return body();
  } finally {
    current = outer;
    makeClassesFor(outerMaker);
  }
}

/** Asks for memory that a list or a table grows by; outside any run it is there. */
export function grow(byteLength: number): void {
  current?.allocate(byteLength);
}

/** The innermost place of the program that is running. */
export function callSite(): CallSite {
  const frame = current?.frame ?? null;
  let shown = frame;
  while (shown?.names.source.isImported) shown = shown.caller;
  return { span: shown?.at ?? { start: 0, end: 0 }, frame };
}

/** Called after every change of a class's namespace or bases: what was found in it and below it is forgotten. */
export function classChanged(type: PyType): void {
  type.stamp = nextStamp();
  type.lookups = null;
  for (const each of type.subclasses.all) classChanged(each);
}

/** How many turns of loops and calls may pass before the run is asked whether it has to stop. */
const turnsBetweenCheckpoints = 32;
const turns = { left: 0 };

/** Called at every turn of a loop and every call: mostly only counts. */
export function turn(): void {
  if (--turns.left < 0) checkpoint();
}

function checkpoint(): void {
  turns.left = turnsBetweenCheckpoints;
  current?.checkpoint();
}

/** From this length on a pass over a text or a list takes longer than some turns of a loop. */
const longPass = 65_536;

/** Called before a pass over so many characters or elements that nothing can stop in between: a long one asks first. */
export function beginPass(length: number): void {
  if (length >= longPass) checkpoint();
}

/** Called before work that takes longer than a turn of a loop: the next turn asks. */
export function expectLongTurn(): void {
  turns.left = 0;
}
