/**
 * Results as they are kept between sessions: short texts with the code of the line behind which they stand, nothing of what the
 * program held. When they come back they are looked for by that code, the nearest line first, since the file may have changed
 * meanwhile. Pure.
 */
import type { InlineResult } from '../../protocol/src/editor.ts';
import type { PinnedResult } from './pinnedResults.ts';
import type { KeptCell, TrackedCell } from './trackedResults.ts';

/** Raised with every change that an older reader would misunderstand. */
const format = 1;
/** UTF-16 units of a value that are kept; the whole one went with the variables. */
const longestValue = 1000;
const longestCode = 200;
/** UTF-16 units of all that is kept of one document. */
export const documentLimit = 100_000;

export interface StoredResult {
  /** From 0, when it was kept. */
  readonly line: number;
  /** The text of that line. */
  readonly code: string;
  readonly role: InlineResult['role'];
  readonly text: string;
  readonly full: string;
}

export interface StoredDocument {
  readonly format: number;
  /** When it was kept, in milliseconds: the oldest documents are forgotten first. */
  readonly keptAt: number;
  readonly results: readonly StoredResult[];
  readonly pins: readonly StoredResult[];
}

/** The lines of a text, as an editor has them. */
export interface Lines {
  readonly lineCount: number;
  textOf(line: number): string;
  lineAt(offset: number): number;
  /** The offset at which a line starts. */
  startOf(line: number): number;
}

/** What to keep of a document; null where there is nothing. */
export function storeResults(
  shown: { readonly cells: readonly TrackedCell[]; readonly pins: readonly PinnedResult[] },
  lines: Lines,
  now: number,
): StoredDocument | null {
  let room = documentLimit;
  const fits = (stored: StoredResult) => {
    room -= stored.code.length + stored.text.length + stored.full.length;
    return room >= 0;
  };
  const store = ({ result, end }: PinnedResult): StoredResult => {
    const line = lines.lineAt(end);
    const code = codeOf(lines, line);
    const { role, text } = result;
    return { line, code, role, text, full: bounded(result.full) };
  };
  const pins = shown.pins.map(store).filter(fits);
  const results = shown.cells.flatMap((cell) => cell.results.map(store)).filter(fits);
  return pins.length + results.length === 0 ? null : { format, keptAt: now, results, pins };
}

/** What was kept, at its places in the present text; what is not found is left out. */
export function restoreResults(
  stored: StoredDocument,
  lines: Lines,
): { readonly cells: readonly KeptCell[]; readonly pins: readonly PinnedResult[] } {
  const places = new Map<string, number[]>();
  for (let line = 0; line < lines.lineCount; line++) {
    const code = codeOf(lines, line);
    const known = places.get(code);
    if (known === undefined) places.set(code, [line]);
    else known.push(line);
  }
  const placed = (one: StoredResult) => {
    const line = nearest(places.get(one.code) ?? [], one.line);
    return line === null ? [] : [placedResult(one, line, lines)];
  };
  const byLine = new Map<number, PinnedResult[]>();
  for (const pin of stored.results.flatMap(placed))
    byLine.set(pin.start, [...(byLine.get(pin.start) ?? []), pin]);
  const cells = [...byLine.values()].flatMap((results): KeptCell[] => {
    const [first] = results;
    return first === undefined ? [] : [{ start: first.start, end: first.end, results }];
  });
  return { cells, pins: stored.pins.flatMap(placed) };
}

/** Whether something is what {@link storeResults} gave. */
export function isStoredDocument(value: unknown): value is StoredDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { format: version, results, pins, keptAt } = value as Partial<Record<keyof StoredDocument, unknown>>;
  return version === format && Array.isArray(results) && Array.isArray(pins) && typeof keptAt === 'number';
}

function placedResult(stored: StoredResult, line: number, lines: Lines): PinnedResult {
  const { role, text, full } = stored;
  const start = lines.startOf(line);
  const code = lines.textOf(line);
  const range = { start: { line, character: 0 }, end: { line, character: code.length } };
  return { result: { role, text, full, detail: '', range }, runId: null, start, end: start + code.length };
}

const nearest = (places: readonly number[], line: number): number | null =>
  places.reduce<number | null>(
    (best, place) => (best === null || Math.abs(place - line) < Math.abs(best - line) ? place : best),
    null,
  );

const codeOf = (lines: Lines, line: number): string => lines.textOf(line).trim().slice(0, longestCode);

const bounded = (text: string): string =>
  text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
