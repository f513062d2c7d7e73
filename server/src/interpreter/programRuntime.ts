/**
 * The runtime of one interpreter. It is a class and not an object literal with a getter, which V8 keeps as a dictionary: every
 * call of the program reads and writes it.
 */
import type { Frame } from './callSite.ts';
import type { RunObserver } from './observer.ts';
import type { InterpreterOptions } from './options.ts';
import type { LifeWatcher, Runtime, TextPlace } from './runtime.ts';
import type { PyList, PyModule, Value } from './values.ts';
import type { Workspace } from './workspace.ts';

/** What a runtime has from the interpreter that it belongs to. */
export interface RuntimeParts {
  readonly globals: Map<string, Value>;
  readonly modules: Map<string, PyModule>;
  readonly searchPath: PyList;
  importModule(name: string): PyModule;
  reloadModule(module: PyModule): void;
  runText(text: string, place: TextPlace): void;
}

export class ProgramRuntime implements Runtime {
  frame: Frame | null = null;
  depth = 1;
  recursionLimit = 1000;
  integerDigits: number;
  softspace = false;
  lifetimes: LifeWatcher | null = null;
  holdOutput: ((text: string, name: 'stdout' | 'stderr') => void) | null = null;
  readonly python: 2 | 3;
  readonly numpy: 1 | 2;
  readonly observer: RunObserver;
  readonly modules: Map<string, PyModule>;
  readonly globals: Map<string, Value>;
  readonly searchPath: PyList;
  readonly environment = new Map<string, string>();
  readonly cellEnds = new Set<() => void>();
  readonly identities = new WeakMap<object, number>();
  nextIdentity = 0x10000;
  readonly #options: InterpreterOptions;
  readonly #parts: RuntimeParts;

  constructor(options: InterpreterOptions, parts: RuntimeParts) {
    this.integerDigits = options.python === 2 ? 0 : 4300;
    this.python = options.python;
    this.numpy = options.numpy;
    this.observer = options.observer;
    this.modules = parts.modules;
    this.globals = parts.globals;
    this.searchPath = parts.searchPath;
    this.#options = options;
    this.#parts = parts;
  }

  get workspace(): Workspace | null {
    return this.#options.workspace?.() ?? null;
  }

  checkpoint(): void {
    this.#options.checkpoint();
  }

  allocate(byteLength: number): void {
    this.#options.allocate(byteLength);
  }

  progress(done: number, total: number): void {
    this.#options.progress?.(done, total);
  }

  now(): number {
    return this.#options.now();
  }

  pause(ms: number): void {
    this.#options.pause?.(ms);
  }

  wallClock(): number {
    return this.#options.wallClock();
  }

  importModule(name: string): PyModule {
    return this.#parts.importModule(name);
  }

  reloadModule(module: PyModule): void {
    this.#parts.reloadModule(module);
  }

  runText(text: string, place: TextPlace): void {
    this.#parts.runText(text, place);
  }
}
