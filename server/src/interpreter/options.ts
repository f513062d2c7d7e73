/** What an interpreter is given from outside. */
import type { Compiler } from '../graph/functionGraph.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { RunObserver } from './observer.ts';
import type { PyModule } from './values.ts';
import type { Workspace } from './workspace.ts';

/** Makes a module of ours for one interpreter. */
export type ModuleFactory = (options: InterpreterOptions) => PyModule;

export interface InterpreterOptions {
  readonly python: 2 | 3;
  /** The setting; the program's `THEANO_FLAGS` and assignments to `config.floatX` come on top. */
  readonly floatX: 'float32' | 'float64';
  /** Which NumPy the program would meet: 1 (before NEP 50) with Theano and Aesara, 2 with PyTensor. */
  readonly numpy: 1 | 2;
  readonly compiler: Compiler;
  readonly observer: RunObserver;
  /** As tracebacks name the file. */
  readonly fileName: string;
  /** The files that it may import and read, asked anew each time: an editor's texts change. Without it there are none. */
  readonly workspace?: () => Workspace | null;
  /** Parses text that a program runs (`doctest`). Without it such text is refused. */
  readonly parse?: (text: string) => ParsedFile;
  /** Called at every turn of a loop and every call; throws Cancelled or BudgetExceeded to stop the run. */
  checkpoint(): void;
  /** Called before arrays are made; throws BudgetExceeded when the memory is used up. */
  allocate(byteLength: number): void;
  /** Told now and then how many steps of a long scan are done, of how many there may be. */
  progress?(done: number, total: number): void;
  /** Milliseconds from some fixed moment, for measurements. */
  now(): number;
  /** Waits for real (`time.sleep`); throws to stop the run. Without it a sleep takes no time. */
  pause?(ms: number): void;
  /** Milliseconds since 1970, for `time.time()`. */
  wallClock(): number;
}
