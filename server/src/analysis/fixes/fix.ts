/** What a fix is: edits of the text that a finding is about, or the reason why there are none. Nothing is applied here. */
import { t } from '../../base/l10n.ts';
import type { ParsedFile, TextEdit } from '../../python/parsedFile.ts';
import type { Analysis } from '../facts.ts';
import type { Finding } from '../rules/findings.ts';

/** Edits that remove the cause of a finding. */
export interface Repair {
  /** For people, as an order: `Pass the updates to f`. */
  readonly title: string;
  /** Edits of the present text, in source order, without overlaps. */
  readonly edits: readonly TextEdit[];
  /** The meaning of the program changes only as the finding says: it may be applied unseen. */
  readonly isSafe: boolean;
  /** True for the one that most people want. */
  readonly isPreferred: boolean;
}

/** A fix that people may look for and that can not be made here. */
export interface RefusedFix {
  readonly title: string;
  /** Why, as a sentence. */
  readonly refusal: string;
}

export type Fix = Repair | RefusedFix;

/** What fixes are made from, beside the finding. */
export interface FixContext {
  readonly file: ParsedFile;
  readonly analysis: Analysis;
}

/** Why something can not be done, as a sentence for people. */
export interface Refusal {
  readonly refusal: string;
}

/** A result, or why there is none. */
export type Outcome<T extends object> = T | Refusal;

/** Edits that belong together. */
export interface Change {
  readonly edits: readonly TextEdit[];
  readonly isSafe: boolean;
}

export const refuse = (refusal: string): Refusal => ({ refusal });

export const isRefusal = <T extends object>(outcome: Outcome<T>): outcome is Refusal => 'refusal' in outcome;

export const safe = (...edits: readonly TextEdit[]): Change => ({ edits, isSafe: true });

/** For changes that guess what was meant, or of which a part is not visible here. */
export const unsafe = (...edits: readonly TextEdit[]): Change => ({ edits, isSafe: false });

/** Both changes; safe only if both are. */
export const together = (...changes: readonly Change[]): Change => ({
  edits: changes.flatMap((change) => change.edits),
  isSafe: changes.every((change) => change.isSafe),
});

/** The fix with this title. */
export function fixOf(title: string, outcome: Outcome<Change>): Fix {
  if (isRefusal(outcome)) return { title, refusal: outcome.refusal };
  const edits = tidyEdits(outcome.edits);
  if (edits === null) return { title, refusal: t('Its parts get in the way of each other.') };
  return { title, edits, isSafe: outcome.isSafe, isPreferred: true };
}

/** Sorted and without doubles; insertions at one offset become one, in the order given. Null where edits overlap. */
function tidyEdits(edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const real = edits.filter(({ start, end, newText }) => start < end || newText !== '');
  const sorted = real.sort((a, b) => a.start - b.start || a.end - b.end);
  const result: TextEdit[] = [];
  for (const edit of sorted) {
    const last = result.at(-1);
    if (last === undefined || last.end < edit.start || (last.end === edit.start && last.start < last.end)) {
      result.push(edit);
    } else if (last.start === edit.start && last.end === edit.end) {
      if (last.newText === edit.newText) continue;
      if (last.start < last.end) return null;
      result[result.length - 1] = { ...last, newText: last.newText + edit.newText };
    } else if (last.end === edit.start) result.push(edit);
    else return null;
  }
  return result;
}

/** The text after all edits of a fix. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let offset = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(offset, start) + newText;
    offset = end;
  }
  return result + text.slice(offset);
}

/** The fixes of a finding, the best one first; pure. */
export type FixesFor = (finding: Finding, context: FixContext) => readonly Fix[];
