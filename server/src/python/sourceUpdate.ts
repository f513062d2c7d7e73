/**
 * Looks at a text again after edits. Only the lines around the edits are read; the tokens, facts and masked text of the
 * rest are taken over. The result is what `readSource` gives for the new text.
 */
import { type LexRange, lex, lookAhead, TokenTable, tokenKinds } from './lexer.ts';
import { type Masking, mask } from './mask.ts';
import type { TextEdit } from './parsedFile.ts';
import { decidePython } from './pythonVersion.ts';
import { readSource, type Source, sourceOf } from './source.ts';
import { type Evidence, type SourceFacts, scanStatements } from './statementScan.ts';

/** What changed between two texts: outside of it they are equal. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export interface SourceUpdate {
  readonly source: Source;
  /** Covers what changed in the masked text, too. */
  readonly change: Change;
}

/** Applies edits, each to the text that the one before left. */
export function updateSource(before: Source, edits: readonly TextEdit[]): SourceUpdate {
  let text = before.text;
  let start = text.length;
  let newEnd = 0;
  for (const edit of edits) {
    text = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
    start = Math.min(start, edit.start);
    newEnd = Math.max(newEnd, edit.end) + edit.newText.length - (edit.end - edit.start);
  }
  const oldEnd = newEnd - (text.length - before.text.length);
  const isSound = start <= newEnd && start <= oldEnd && newEnd <= text.length && oldEnd <= before.text.length;
  if (isSound) return updateLines(before, text, { start, oldEnd, newEnd });
  return { source: readSource(text), change: wholeChange(before.text, text) };
}

/** The tokens that are read again: those of the old text that they replace, and how many there are now. */
interface Replacement {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
  /** How much further on in the text everything after them is. */
  readonly delta: number;
}

function updateLines(before: Source, text: string, edit: Change): SourceUpdate {
  const from = firstToken(before.tokens, edit.start);
  const start = endOf(before.tokens, from);
  const delta = edit.newEnd - edit.oldEnd;
  let oldTo = before.tokens.count;
  const range: LexRange = {
    start,
    endsAt: (lineStart) => {
      const token = lineStart < edit.newEnd ? -1 : tokenAtLine(before.tokens, lineStart - delta);
      if (token >= 0) oldTo = token;
      return token >= 0;
    },
  };
  const lexed = lex(text, range);
  const replacement = { from, oldTo, newTo: from + lexed.count, delta };
  const tokens = replaceTokens(before.tokens, lexed, replacement);
  const inside = scanStatements(text, tokens, { from, to: replacement.newTo });
  const facts = replaceFacts(before, inside, replacement);
  const python = decidePython(text, facts);
  const oldEnd = oldTo === before.tokens.count ? before.text.length : before.tokens.ends[oldTo - 1]!;
  const masking = { text, tokens, facts, python: python.major };
  if (!masksAlike(before, masking)) {
    const masked = mask(masking, { from: 0, to: tokens.count });
    return { source: sourceOf(masking, python, masked), change: wholeChange(before.text, text) };
  }
  const lines = mask(masking, { from, to: replacement.newTo });
  const masked = before.masked.slice(0, start) + lines + before.masked.slice(oldEnd);
  return { source: sourceOf(masking, python, masked), change: { start, oldEnd, newEnd: oldEnd + delta } };
}

/** True when a line that is the same is masked the same. */
const masksAlike = (before: Source, { facts, python }: Masking): boolean =>
  before.python.major === python && before.facts.printFunction.length > 0 === facts.printFunction.length > 0;

const wholeChange = (before: string, after: string): Change => ({
  start: 0,
  oldEnd: before.length,
  newEnd: after.length,
});

// ----------------------------------------------------------------------------------------------------- places in tokens

/**
 * The first token that has to be read again after an edit: the start of a statement so far ahead of it that the tokens
 * before do not depend on what comes there.
 */
function firstToken(tokens: TokenTable, editStart: number): number {
  let index = lineStartBefore(tokens, firstEndingAt(tokens, editStart - lookAhead));
  // What a `match` is depends on the next statement.
  while (index > 0 && blankKinds.has(tokens.kinds[index - 1]!)) index--;
  return lineStartBefore(tokens, index);
}

const blankKinds: ReadonlySet<number> = new Set([
  tokenKinds.newline,
  tokenKinds.comment,
  tokenKinds.mixedIndent,
]);

function lineStartBefore(tokens: TokenTable, from: number): number {
  let index = from;
  while (index > 0 && tokens.kinds[index - 1] !== tokenKinds.newline) index--;
  return index;
}

/** The first token that does not end before an offset. */
function firstEndingAt({ ends }: TokenTable, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The token after the line break that ends at an offset, -1 when no line outside of brackets begins there. */
function tokenAtLine(tokens: TokenTable, lineStart: number): number {
  const { kinds, starts, ends } = tokens;
  for (let index = firstEndingAt(tokens, lineStart); ends[index] === lineStart; index++)
    if (kinds[index] === tokenKinds.newline && starts[index]! < lineStart) return index + 1;
  return -1;
}

// ------------------------------------------------------------------------------------------------------- taking over

function replaceTokens(
  before: TokenTable,
  inside: TokenTable,
  { from, oldTo, delta }: Replacement,
): TokenTable {
  const result = new TokenTable();
  for (let index = 0; index < from; index++)
    result.add(before.kinds[index]!, before.starts[index]!, before.ends[index]!);
  for (let index = 0; index < inside.count; index++)
    result.add(inside.kinds[index]!, inside.starts[index]!, inside.ends[index]!);
  for (let index = oldTo; index < before.count; index++)
    result.add(before.kinds[index]!, before.starts[index]! + delta, before.ends[index]! + delta);
  const [start, oldEnd] = [endOf(before, from), endOf(before, oldTo)];
  for (const problem of before.problems) if (problem.span.start < start) result.problems.push(problem);
  result.problems.push(...inside.problems);
  for (const { span, message } of before.problems)
    if (span.start >= oldEnd && oldTo < before.count)
      result.problems.push({ span: { start: span.start + delta, end: span.end + delta }, message });
  return result;
}

/** Where the tokens before an index end. */
const endOf = (tokens: TokenTable, index: number): number => (index === 0 ? 0 : tokens.ends[index - 1]!);

function replaceFacts(before: Source, inside: SourceFacts, place: Replacement): SourceFacts {
  const start = endOf(before.tokens, place.from);
  const oldEnd = place.oldTo === before.tokens.count ? Infinity : endOf(before.tokens, place.oldTo);
  const evidence = (old: readonly Evidence[], added: readonly Evidence[]): Evidence[] => [
    ...old.filter((entry) => entry.start < start),
    ...added,
    ...old.filter((entry) => entry.start >= oldEnd).map((entry) => shifted(entry, place.delta)),
  ];
  const indices = (old: readonly number[], added: readonly number[]): number[] => [
    ...old.filter((index) => index < place.from),
    ...added,
    ...old.filter((index) => index >= place.oldTo).map((index) => index + place.newTo - place.oldTo),
  ];
  const { facts } = before;
  return {
    python2: evidence(facts.python2, inside.python2),
    python3: evidence(facts.python3, inside.python3),
    weakPython2: evidence(facts.weakPython2, inside.weakPython2),
    weakPython3: evidence(facts.weakPython3, inside.weakPython3),
    bound: evidence(facts.bound, inside.bound),
    bilingual: evidence(facts.bilingual, inside.bilingual),
    printFunction: evidence(facts.printFunction, inside.printFunction),
    unicodeLiterals: evidence(facts.unicodeLiterals, inside.unicodeLiterals),
    statementWords: indices(facts.statementWords, inside.statementWords),
    plainNames: indices(facts.plainNames, inside.plainNames),
    typeDefaults: indices(facts.typeDefaults, inside.typeDefaults),
  };
}

const shifted = ({ start, end, what }: Evidence, delta: number): Evidence => ({
  start: start + delta,
  end: end + delta,
  what,
});
