/**
 * What the run of a notebook's cell puts below it: pieces that only grow, so that a message carries what is new. The client decides
 * how they look.
 */
import type { PlotData } from './plots.ts';

/** What became of a shared variable in the calls of one place. */
export interface CellChange {
  /** For people: `line 2`, or `cell 1, line 2` for a place in another cell. */
  readonly place: string;
  readonly name: string;
  /** `1 → 11`, `(2×2): 3 of 4 changed, max |Δ| 0.02`, `stays 1 · dropped: would be 11`: the last one of several. */
  readonly change: string;
  /** How often: '' for once, `×10`, `×100+` where there may have been more. */
  readonly times: string;
  /** The variable stays as it is, because updates were not passed on. */
  readonly isDropped: boolean;
}

export type CellOutput =
  /** Lines that are not Python, such as `!pip install theano`, which were passed over. */
  | { readonly kind: 'skipped'; readonly lines: readonly string[] }
  /** Goes on where the last piece of its kind ended. */
  | { readonly kind: 'stdout' | 'stderr'; readonly text: string }
  /** The value of the last statement, as Python's `repr` prints it. */
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'plot'; readonly plot: PlotData }
  /** Comes last of what a program did; `omittedCount` changes are left out because there were too many. */
  | { readonly kind: 'state'; readonly changes: readonly CellChange[]; readonly omittedCount: number }
  | { readonly kind: 'error'; readonly type: string; readonly message: string; readonly traceback: string }
  /** The run was stopped. */
  | { readonly kind: 'stopped' }
  /** The process ended with the run, and the variables of the notebook are gone. */
  | { readonly kind: 'variablesLost' };

/** `uri` and `version` are those of the cell. */
export interface CellOutputsParams {
  readonly uri: string;
  readonly version: number;
  readonly runId: number;
  /** They come after all that were told before. */
  readonly outputs: readonly CellOutput[];
}
