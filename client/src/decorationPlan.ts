/** Which text stands after which line, and in which role. Pure: the editor's own objects are made in `inlineResults.ts`. */
import type { InlineResult, Settings } from '../../protocol/src/editor.ts';
import type { TrackedCell, TrackedResult } from './trackedResults.ts';

/** What decides the colour. `stale` wins over what the result was. */
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

/** A piece of text in one colour. */
export interface PlannedPart {
  readonly role: DecorationRole;
  readonly text: string;
}

/** What stands after one line. */
export interface PlannedLine {
  /** From 0. */
  readonly line: number;
  /** One or two parts: the editor keeps no order among more than the two ends of one decoration. */
  readonly parts: readonly [PlannedPart] | readonly [PlannedPart, PlannedPart];
  /** What the hover shows, in order. */
  readonly results: readonly PlannedResult[];
}

export interface PlannedResult {
  readonly tracked: TrackedResult;
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

/** The text after a line is at most this long, in UTF-16 units. */
export const textLimit = 100;
const separator = '   ';
const staleLabel = ' (stale)';
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

/** What to show in a document, by line. Results of one role on a line share one part. */
export function planDecorations(input: PlanInput): readonly PlannedLine[] {
  if (input.mode === 'off') return [];
  const byLine = new Map<number, { role: DecorationRole; result: PlannedResult }[]>();
  for (const cell of input.cells) {
    for (const tracked of cell.results) {
      if (tracked.end === tracked.start && isPlaced(tracked)) continue;
      const staleReason = whyStale(cell, tracked, input.now);
      const role = staleReason === null ? tracked.result.role : 'stale';
      const line = input.lineAt(tracked.end);
      const found = byLine.get(line) ?? [];
      found.push({ role, result: { tracked, staleReason } });
      byLine.set(line, found);
    }
  }
  const lines = [...byLine].map(([line, found]): PlannedLine => {
    const order = ({ role }: { role: DecorationRole }) => decorationRoles.indexOf(role);
    const sorted = found.sort((a, b) => order(a) - order(b));
    return { line, parts: partsOf(sorted, input.mode), results: sorted.map(({ result }) => result) };
  });
  return lines.sort((a, b) => a.line - b.line);
}

function partsOf(
  found: readonly { readonly role: DecorationRole; readonly result: PlannedResult }[],
  mode: PlanInput['mode'],
): PlannedLine['parts'] {
  const roles = [...new Set(found.map(({ role }) => role))];
  const parts = roles.map((role) => {
    const own = found.filter((one) => one.role === role);
    return {
      role,
      text: textOf(
        role,
        own.map(({ result }) => result.tracked),
        mode,
      ),
    };
  });
  const [first = { role: 'result', text: '' }, ...rest] = parts;
  const last = rest.at(-1);
  if (last === undefined) return [first];
  const room = textLimit - Math.min(first.text.length, textLimit / 2);
  const joined = cut(rest.map(({ text }) => text).join(separator), room - separator.length);
  return [
    { role: first.role, text: cut(first.text, textLimit - separator.length - joined.length) },
    { role: last.role, text: joined },
  ];
}

/** A result whose statement was longer than nothing: when it is empty now, its statement was deleted. */
function isPlaced(tracked: TrackedResult): boolean {
  const { start, end } = tracked.result.range;
  return start.line !== end.line || start.character !== end.character;
}

function whyStale(cell: TrackedCell, result: TrackedResult, now: number): string | null {
  if (cell.staleReason !== null) return cell.staleReason;
  if (result.runId === cell.run.runId) return null;
  const isLong = cell.run.state !== 'running' || now - cell.run.startedAt >= outdatedAfterMs;
  return isLong ? 'This is from an earlier run.' : null;
}

function textOf(role: DecorationRole, results: readonly TrackedResult[], mode: PlanInput['mode']): string {
  if (mode === 'mark') return marks[role];
  const text = results.map((tracked) => oneLine(tracked.result.text)).join(separator);
  return role === 'stale' ? `${cut(text, textLimit - staleLabel.length)}${staleLabel}` : cut(text, textLimit);
}

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');

/** Cuts without splitting a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isPair ? end - 1 : end)}…`;
}
