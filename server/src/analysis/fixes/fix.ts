/** What a fix of a finding is: edits that can be applied, or why there are none. A fix never changes another file. */
import type { ParsedFile, TextEdit } from '../../python/parsedFile.ts';
import type { Analysis } from '../facts.ts';
import type { Finding } from '../rules/findings.ts';

/** Edits that remove the cause of a finding. */
export interface Repair {
  /** For people, as an order: `Pass the updates to f`. */
  readonly title: string;
  /** In terms of the present text, in source order, without overlaps. */
  readonly edits: readonly TextEdit[];
  /** True when the program surely means the same afterwards but for what was found: it may be applied unseen. */
  readonly isSafe: boolean;
  /** True for the one that most people want. */
  readonly isPreferred: boolean;
}

/** A fix that people may look for and that can not be made here. */
export interface RefusedFix {
  readonly title: string;
  /** One short sentence. */
  readonly refusal: string;
}

export type Fix = Repair | RefusedFix;

/** What fixes are made from, beside the finding. */
export interface FixSource {
  readonly file: ParsedFile;
  readonly analysis: Analysis;
}

/** The fixes of a finding, the best one first; pure. */
export type FixesFor = (finding: Finding, source: FixSource) => readonly Fix[];

export const noFixes: FixesFor = () => [];
