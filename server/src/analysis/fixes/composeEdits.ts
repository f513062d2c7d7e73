/**
 * Rounds of edits as edits of the first text. What no round has touched stays untouched, so that marks, breakpoints and results
 * between two fixes keep their places.
 */
import type { TextEdit } from '../../python/parsedFile.ts';
import { difference } from '../../python/textDifference.ts';

/** A piece of the first text, or something new. */
type Piece = { readonly start: number; readonly end: number } | { readonly newText: string };

/** Each round is about the text after the one before, in source order and without overlaps; so is the answer about `text`. */
export function composeEdits(text: string, rounds: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const whole: readonly Piece[] = [{ start: 0, end: text.length }];
  const pieces = rounds.reduce((before, edits) => edited(before, edits), whole);
  const edits: TextEdit[] = [];
  let [offset, newText] = [0, ''];
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if ('newText' in piece) {
      newText += piece.newText;
      continue;
    }
    const change = difference(text.slice(offset, piece.start), newText);
    if (change !== null)
      edits.push({ start: offset + change.start, end: offset + change.end, newText: change.newText });
    [offset, newText] = [piece.end, ''];
  }
  return edits;
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const total = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  let offset = 0;
  const changed = edits.flatMap(({ start, end, newText }) => {
    const kept = between(pieces, offset, start);
    offset = end;
    return newText === '' ? kept : [...kept, { newText }];
  });
  return [...changed, ...between(pieces, offset, total)];
}

/** The pieces from one offset to another, both in the text that they make. */
function between(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  let end = 0;
  return pieces.flatMap((piece): Piece[] => {
    const start = end;
    end += lengthOf(piece);
    const [first, last] = [Math.max(from, start) - start, Math.min(to, end) - start];
    if (first >= last) return [];
    if ('newText' in piece) return [{ newText: piece.newText.slice(first, last) }];
    return [{ start: piece.start + first, end: piece.start + last }];
  });
}

const lengthOf = (piece: Piece): number =>
  'newText' in piece ? piece.newText.length : piece.end - piece.start;
