/**
 * Messages between the language server (or the command line) and the evaluator process. The server sends requests, the
 * evaluator answers with events that carry the id of the run. One run at a time per evaluator.
 *
 * Cancelling: where memory can be shared, the first Int32 of `interruptBuffer` is set to the id of the run that has to stop,
 * and the program stops at its next loop or call; everywhere, a run that has not stopped 100 ms after `cancel` has its process
 * killed, and the namespace is lost.
 */
import type { Answer, Question } from './questions.ts';
import type { ArrayData, ProgramError, RunEvent, RunOutcome, SpanData } from './results.ts';

/**
 * Questions are given up through the flag of runs, as ids below zero: `-askId` gives up one, `-(allQuestions + askId)` that one and
 * all that were asked before it.
 */
export const allQuestions = 2 ** 30;

/** `auto` takes the fastest backend that can compute a function; a result says which one ran. */
export type BackendChoice = 'auto' | 'reference' | 'wasm' | 'gpu';

/** How a GPU may be used. */
export interface GpuOptions {
  /** Programs in float64 may be computed in float32; their results say so. */
  readonly allowFloat32: boolean;
  /** What an evaluator has `measured` on this machine before; the evaluator's own matter. */
  readonly speeds?: unknown;
}

/** What a run may use, and how the library behaves. */
export interface RunOptions {
  /** The library's floatX as long as the program does not set it. */
  readonly floatX: 'float32' | 'float64';
  /** On what compiled functions run; `auto` if absent. */
  readonly backend?: BackendChoice;
  readonly gpu?: GpuOptions;
  readonly timeoutMs: number;
  /** Memory for all values of the document, in bytes. */
  readonly memoryBytes: number;
  /** What a person changes to allow more, in words: `the setting scanlens.runTimeoutSeconds`. */
  readonly limitNames?: { readonly time?: string; readonly memory?: string };
  /** The values of expression statements are not wanted: a script does not print them, and `repr` may run its code. */
  readonly withoutValues?: true;
}

/** What the programs of a document may read: the files below the roots, and in front of them what the editor has open. */
export interface WorkspaceData {
  /** Addresses of folders. A document outside of all of them has its own folder beside them. */
  readonly roots: readonly string[];
  readonly texts: readonly { readonly uri: string; readonly text: string }[];
}

/** A call of scan whose updates are proven to be dropped. */
export interface DroppedScan {
  readonly span: SpanData;
  /** The calls that compile functions and name its outputs. */
  readonly functions: readonly SpanData[];
}

/** Runs statements of one version of a document in the namespace that the document has in this evaluator. */
export interface RunRequest {
  readonly type: 'run';
  readonly runId: number;
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** What `text` is: a file (also if absent), or the cells of a notebook joined. */
  readonly kind?: 'file' | 'notebook';
  /** The cells to run, in order. */
  readonly cells: readonly SpanData[];
  /** The calls of scan whose updates are proven to be dropped: for them it is told what would be; none if absent. */
  readonly droppedScans?: readonly DroppedScan[];
  /** Starts from an empty namespace. */
  readonly reset: boolean;
  readonly options: RunOptions;
  readonly workspace: WorkspaceData;
}

/** Answered after the runs that were asked for before. */
export interface AskRequest {
  readonly type: 'ask';
  readonly askId: number;
  readonly uri: string;
  readonly question: Question;
}

export type EvaluatorRequest =
  | {
      readonly type: 'hello';
      readonly protocolVersion: number;
      readonly interruptBuffer: SharedArrayBuffer | null;
      /** Texts in the person's language by their English ones; English where there is none. */
      readonly translations?: Readonly<Record<string, string>>;
    }
  | RunRequest
  | { readonly type: 'cancel'; readonly runId: number }
  | AskRequest
  | { readonly type: 'reset'; readonly uri: string };

export type EvaluatorMessage =
  | { readonly type: 'ready'; readonly protocolVersion: number }
  | { readonly type: 'event'; readonly runId: number; readonly event: RunEvent }
  | { readonly type: 'ended'; readonly runId: number; readonly end: RunEnd }
  /** `answer` is null where what was asked about is not there any more. */
  | { readonly type: 'answer'; readonly askId: number; readonly answer: Answer | null }
  /** How fast the GPU of this machine is: to be kept, and given back with later runs. */
  | { readonly type: 'measured'; readonly speeds: unknown }
  | { readonly type: 'log'; readonly text: string };

/** Ids of shared variables; different in each namespace of a process. */
export interface CellAccess {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

/** The last message of a run. */
export interface RunEnd {
  readonly outcome: RunOutcome;
  readonly error: ProgramError | null;
  readonly elapsedMs: number;
  /** Shared variables that the namespace reaches, by name; null for a random state. */
  readonly state: Readonly<Record<string, ArrayData | null>>;
  /** Calls of compiled functions. In a long loop fewer events than calls are sent: the first ones and the latest of each place. */
  readonly callCount: number;
  /** For each cell that was begun, the shared variables that it read and changed. */
  readonly cells?: readonly CellAccess[];
  /** The namespace was new: what runs before had left behind was not there any more. */
  readonly beganEmpty?: boolean;
  /** The process ended with the run: the variables of the document are gone. */
  readonly namespaceLost: boolean;
}
