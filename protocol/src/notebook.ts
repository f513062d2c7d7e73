/**
 * What the run of a notebook's cell puts below it: pieces that only grow, so that a message carries what is new. The client decides
 * how they look.
 */
import type { PlotData } from './plots.ts';

/** A call that changed shared state, or in a loop the last of several at one place. */
export interface CellChange {
  /** In the cell, from 1. */
  readonly line: number;
  /** Of the shared variable. */
  readonly name: string;
  /** What became of it: `1 → 11`, `3 of 4 changed, max |Δ| 0.02`. */
  readonly change: string;
  /** How often the place changed it. */
  readonly count: number;
}

/** A call of a function that leaves updates of its scans out: the shared variable stays as it is. */
export interface CellDropped {
  readonly line: number;
  readonly name: string;
}

/** The state after the run of a cell. */
export interface CellStateData {
  readonly changes: readonly CellChange[];
  /** Changes that are left out because there were too many. */
  readonly omittedCount: number;
}

export type CellOutput =
  /** Goes on where the last piece of its kind ended. */
  | { readonly kind: 'stdout' | 'stderr'; readonly text: string }
  /** The value of the last statement, as Python's `repr` prints it. */
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'plot'; readonly plot: PlotData }
  | ({ readonly kind: 'state' } & CellStateData)
  | { readonly kind: 'error'; readonly type: string; readonly message: string; readonly traceback: string }
  /** The run was stopped; with `variablesLost` the variables of the notebook are gone with it. */
  | { readonly kind: 'stopped' | 'variablesLost' };

/** `uri` and `version` are those of the cell. */
export interface CellOutputsParams {
  readonly uri: string;
  readonly version: number;
  readonly runId: number;
  /** They come after all that were told before. */
  readonly outputs: readonly CellOutput[];
}
