/** Which text stands after which line, and in which role. Pure: the editor's own objects are made in `inlineResults.ts`. */
import type { InlineResult, Settings } from '../../protocol/src/editor.ts';
import type { TrackedCell, TrackedResult } from './trackedResults.ts';

/** One decoration type each. `stale` wins over what the result was. */
export type DecorationRole = InlineResult['role'] | 'stale';

/** In the order in which they stand when one line has several. */
export const decorationRoles: readonly DecorationRole[] = [
  'result',
  'stateChange',
  'dropped',
  'warning',
  'error',
  'stale',
];

export interface PlannedText {
  readonly role: DecorationRole;
  /** From 0; the text stands after the end of this line. */
  readonly line: number;
  readonly text: string;
  /** What the hover shows, in order. */
  readonly results: readonly TrackedResult[];
  /** For the hover: why the text is dimmed; null when it is not. */
  readonly staleReason: string | null;
}

export interface PlanInput {
  readonly cells: readonly TrackedCell[];
  readonly mode: Settings['inlineResults'];
  /** The line of an offset in the document as it is now. */
  readonly lineAt: (offset: number) => number;
  /** The caller's clock, in milliseconds. */
  readonly now: number;
}

/** Inline texts are at most this long, in UTF-16 units. */
export const textLimit = 100;
/** Results of the run before are shown as stale only if the new run takes longer: most are replaced before that. */
export const outdatedAfterMs = 300;

const marks: Readonly<Record<DecorationRole, string>> = {
  result: '⇒',
  stateChange: 'Δ',
  dropped: '⊘',
  warning: '⚠',
  error: '✗',
  stale: '(stale)',
};

/** The texts of a document, by line and then by role. Several results of one role on a line share one text. */
export function planDecorations(input: PlanInput): readonly PlannedText[] {
  if (input.mode === 'off') return [];
  const groups = new Map<string, PlannedText & { results: TrackedResult[] }>();
  for (const cell of input.cells) {
    for (const result of cell.results) {
      if (result.end === result.start && isPlaced(result)) continue;
      const staleReason = whyStale(cell, result, input.now);
      const role = staleReason === null ? result.result.role : 'stale';
      const line = input.lineAt(result.end);
      const key = `${line} ${role}`;
      const group = groups.get(key) ?? { role, line, text: '', results: [], staleReason };
      group.results.push(result);
      groups.set(key, group);
    }
  }
  const texts = [...groups.values()].map((group) => ({ ...group, text: textOf(group, input.mode) }));
  const order = (role: DecorationRole) => decorationRoles.indexOf(role);
  return texts.sort((a, b) => a.line - b.line || order(a.role) - order(b.role));
}

/** A result whose statement was longer than nothing: when it is empty now, its statement was deleted. */
function isPlaced(tracked: TrackedResult): boolean {
  const { start, end } = tracked.result.range;
  return start.line !== end.line || start.character !== end.character;
}

function whyStale(cell: TrackedCell, result: TrackedResult, now: number): string | null {
  if (cell.isStale) return 'The cell was edited after this run.';
  if (result.runId === cell.run.runId) return null;
  const isLong = cell.run.state !== 'running' || now - cell.run.startedAt >= outdatedAfterMs;
  return isLong ? 'This is from an earlier run.' : null;
}

function textOf(group: PlannedText, mode: PlanInput['mode']): string {
  if (mode === 'mark') return marks[group.role];
  const text = group.results.map((tracked) => oneLine(tracked.result.text)).join('   ');
  return group.role === 'stale' ? `${cut(text, textLimit - 8)} (stale)` : cut(text, textLimit);
}

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');

/** Cuts without splitting a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isPair ? end - 1 : end)}…`;
}
