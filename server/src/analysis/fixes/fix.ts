/** What a fix is: edits of the text that a finding is about, or the reason why there are none. Nothing is applied here. */
import type { ParsedFile, TextEdit } from '../../python/parsedFile.ts';
import type { Analysis } from '../facts.ts';

/**
 * A repair of one finding. `isSafe`: the meaning of the program changes only as the finding says, so it may be applied
 * unseen. `isPreferred`: what most people want. Edits are sorted, do not overlap, and refer to the text before all of
 * them; a fix with a `refusal` can not be applied, and that is why.
 */
export type Fix =
  | {
      readonly title: string;
      readonly edits: readonly TextEdit[];
      readonly isSafe: boolean;
      readonly isPreferred: boolean;
    }
  | { readonly title: string; readonly refusal: string };

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
  if (edits === null) return { title, refusal: 'Its parts get in the way of each other.' };
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
