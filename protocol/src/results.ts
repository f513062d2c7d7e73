/**
 * What a run says about the program. Offsets are UTF-16 offsets into the text of the document version that was run.
 * Values travel as short texts and bounded arrays, never whole.
 */

import type { PlotData } from './plots.ts';

/** A half-open range of UTF-16 offsets. */
export interface SpanData {
  readonly start: number;
  readonly end: number;
}

/** A value of an array as JSON: see the oracle format in docs/protocol.md. */
export type ScalarData = number | boolean | string;

/** An array, flat in C order; `data` holds at most the first 64 values. Integers beyond 2^53 are strings of digits. */
export interface ArrayData {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: readonly ScalarData[];
}

/** A value as text. */
export interface ValueSummary {
  /** One line of at most 100 UTF-16 units: type, dtype and shape first, then the value, cut by its structure. */
  readonly short: string;
  /** Everything up to 10,000 UTF-16 units, as Python's `repr` prints it. */
  readonly full: string;
  /** A matrix with so few elements that all of them travel. */
  readonly matrix?: ArrayData;
}

/** One shared variable that a call changed. `array` is null for a random state. */
export interface StateChange {
  readonly name: string;
  readonly isRandomState: boolean;
  readonly before: ArrayData | null;
  readonly after: ArrayData | null;
  /** Names the change in questions, as long as it is kept; absent for a random state. */
  readonly ids?: { readonly variableId: number; readonly changeId: number };
  /** One line: `a: 1 → 11`, `W (2×2): 3 of 4 changed, max |Δ| 0.02`. */
  readonly short: string;
}

/** Why a backend other than the first choice ran. */
export interface Fallback {
  readonly backend: string;
  readonly reason: string;
}

/** One output of a call. `short`: one line, dtype and shape first, cut by structure: `int64 (10,) [2 3 4 … 11]`. */
export interface FunctionResult extends ArrayData {
  /** Only for a function whose outputs are a dict. */
  readonly key?: string;
  readonly short: string;
}

/** One call of a compiled function. */
export interface CallResult {
  /** Names the call in questions, as long as it is kept. */
  readonly callId: number;
  readonly span: SpanData;
  /** The expression through which the program holds the function: a name, `name[0]`, `object.attribute`; else null. */
  readonly functionName: string | null;
  /** Empty when the call raised. */
  readonly results: readonly FunctionResult[];
  readonly error: { readonly type: string; readonly message: string } | null;
  readonly stateChanges: readonly StateChange[];
  /** `reference`, `wasm`, `gpu`. */
  readonly backend: string;
  readonly fallbacks: readonly Fallback[];
  readonly elapsedMs: number;
}

/** One finished call of scan or a view of it (map, reduce, foldl, foldr). */
export interface ScanResult {
  readonly span: SpanData;
  readonly kind: 'scan' | 'map' | 'reduce' | 'foldl' | 'foldr';
  /** Number of outputs; 0 for `None`. */
  readonly outputCount: number;
  /** Names of the shared variables in the returned updates, `rng` for a random state without a name; null for none. */
  readonly updates: readonly string[] | null;
}

/** One frame of a traceback, outermost first. */
export interface FrameData {
  readonly span: SpanData;
  /** `<module>` or the name of the function. */
  readonly functionName: string;
  /** Only in a module that the document imports: `span` is a place in its text then, `line` counts from 1. */
  readonly file?: { readonly path: string; readonly line: number };
}

/** An exception that nothing caught. */
export interface ProgramError {
  /** Python's name of the class: `ZeroDivisionError`, `NotSupportedByScanLens`. */
  readonly type: string;
  readonly message: string;
  readonly frames: readonly FrameData[];
  /** The traceback as Python prints it. */
  readonly traceback: string;
}

/** Something that was reported while the program went on. */
export interface ProgramWarning {
  readonly span: SpanData;
  /** `UserWarning`, or `WARNING (logger)`. */
  readonly category: string;
  readonly message: string;
}

/** A shared variable that a scan would have changed, had its updates been passed on. */
export interface DroppedUpdate {
  readonly name: string;
  /** One line: `a stays 1 · dropped: would be 11`. */
  readonly short: string;
}

/** Steps of a scan that are done, of how many there may be. */
export interface StepProgress {
  readonly done: number;
  readonly total: number;
}

export type RunEvent =
  /** `last`: of several prints joined, how many there were, and where in `text` the last one begins. */
  | {
      readonly type: 'output' | 'errorOutput';
      readonly span: SpanData;
      readonly text: string;
      readonly last?: { readonly count: number; readonly start: number };
    }
  /** `valueId` names an array in questions, as long as it is kept. */
  | {
      readonly type: 'value';
      readonly span: SpanData;
      readonly value: ValueSummary;
      readonly valueId?: number;
    }
  | { readonly type: 'call'; readonly call: CallResult }
  /** About the last call of a place. */
  | {
      readonly type: 'dropped';
      readonly span: SpanData;
      readonly callId: number;
      readonly updates: readonly DroppedUpdate[];
    }
  | { readonly type: 'scan'; readonly scan: ScanResult }
  | { readonly type: 'warning'; readonly warning: ProgramWarning }
  /** How far a long scan is; the last one counts. */
  | ({ readonly type: 'progress' } & StepProgress)
  | { readonly type: 'plot'; readonly span: SpanData; readonly plot: PlotData };

/** How a run ended. `notRun`: the text could not be run at all (a syntax error). */
export type RunOutcome = 'finished' | 'raised' | 'cancelled' | 'outOfBudget' | 'crashed' | 'notRun';
