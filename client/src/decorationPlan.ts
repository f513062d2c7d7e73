/** Which text stands after which line, and in which role. Pure: the editor's own objects are made in `inlineResults.ts`. */
import type { InlineResult, Settings } from '../../protocol/src/editor.ts';
import { t } from './l10n.ts';
import type { PinnedResult } from './pinnedResults.ts';
import type { Place, TrackedCell, TrackedResult } from './trackedResults.ts';

/** What decides the colour. `stale` wins over what the result was. */
export type DecorationRole = InlineResult['role'] | 'stale';

/** In the order in which they stand when one line has several. */
const decorationRoles: readonly DecorationRole[] = [
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
  /** Null where only what was pinned is left. */
  readonly tracked: TrackedResult | null;
  readonly pin: PinnedResult | null;
  /** Null while the result belongs to the present text. */
  readonly stale: Staleness | null;
}

export interface Staleness {
  readonly reason: string;
  /** By the caller's clock; null where nobody was there to see it. */
  readonly since: number | null;
  /** Stands behind the text. */
  readonly label: string;
}

export interface PlanInput {
  readonly cells: readonly TrackedCell[];
  readonly pins: readonly PinnedResult[];
  readonly mode: Settings['inlineResults'];
  /** The part of the text that is looked at: what ends elsewhere costs nothing. */
  readonly part: Place;
  /** The line of an offset in the document as it is now. */
  readonly lineAt: (offset: number) => number;
  /** The caller's clock, in milliseconds. */
  readonly now: number;
}

/** The text after a line is at most this long, in UTF-16 units. */
export const textLimit = 100;
const separator = '   ';
/** Results of the run before are shown as stale only if the new run takes longer: most are replaced before that. */
export const outdatedAfterMs = 300;
/** What is compared with a pinned result keeps at least this much of the line. */
const comparedRoom = 60;

const marks: Readonly<Record<DecorationRole, string>> = {
  result: '⇒',
  stateChange: 'Δ',
  dropped: '⊘',
  warning: '⚠',
  error: '✗',
  stale: '(stale)',
};

const plotMark = '▦';

/** A result of a line with the role in which it is drawn. */
interface Found {
  readonly role: DecorationRole;
  readonly result: PlannedResult;
}

/** What to show in a part of a document, by line. Results of one role on a line share one part. */
export function planDecorations(input: PlanInput): readonly PlannedLine[] {
  if (input.mode === 'off') return [];
  const lines = [...foundByLine(input)].map(([line, found]): PlannedLine => {
    const order = ({ role }: Found) => decorationRoles.indexOf(role);
    const sorted = found.sort((a, b) => order(a) - order(b));
    return { line, parts: partsOf(sorted, input.mode), results: sorted.map(({ result }) => result) };
  });
  return lines.sort((a, b) => a.line - b.line);
}

/** What is shown after the line that is the part. */
export function resultsInLine(input: Omit<PlanInput, 'mode'>): readonly PlannedResult[] {
  return [...foundByLine(input).values()].flatMap((found) => found.map(({ result }) => result));
}

/** Whether anything is shown in a part. */
export const hasResultsIn = ({ cells, pins, part }: Pick<PlanInput, 'cells' | 'pins' | 'part'>): boolean =>
  pins.some((pin) => endsIn(pin, part)) ||
  cells.some(({ results }) => results.some((result) => endsIn(result, part)));

const endsIn = ({ end }: Place, part: Place): boolean => part.start <= end && end <= part.end;

function foundByLine(input: Omit<PlanInput, 'mode'>): ReadonlyMap<number, Found[]> {
  const byLine = new Map<number, Found[]>();
  const add = (line: number, found: Found) => {
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [found]);
    else known.push(found);
  };
  const seen = input.pins.filter((pin) => endsIn(pin, input.part));
  const pins = new Map(seen.map((pin) => [pinKey(pin.result.role, input.lineAt(pin.end)), pin]));
  for (const cell of input.cells) {
    for (const tracked of cell.results) {
      if (!endsIn(tracked, input.part)) continue;
      if (tracked.end === tracked.start && isPlaced(tracked)) continue;
      const stale = staleness(cell, tracked, input.now);
      const line = input.lineAt(tracked.end);
      const key = pinKey(tracked.result.role, line);
      const role = stale === null ? tracked.result.role : 'stale';
      add(line, { role, result: { tracked, pin: pins.get(key) ?? null, stale } });
      pins.delete(key);
    }
  }
  for (const pin of pins.values())
    add(input.lineAt(pin.end), { role: 'stale', result: { tracked: null, pin, stale: null } });
  return byLine;
}

const pinKey = (role: InlineResult['role'], line: number): string => `${role} ${line}`;

function partsOf(found: readonly Found[], mode: PlanInput['mode']): PlannedLine['parts'] {
  const roles = [...new Set(found.map(({ role }) => role))];
  const parts = roles.map((role) => {
    const own = found.filter((one) => one.role === role);
    const results = own.map(({ result }) => result);
    return { role, text: mode === 'mark' ? markOf(role, results) : textOf(results) };
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

/** A plot has a mark of its own. */
function markOf(role: DecorationRole, results: readonly PlannedResult[]): string {
  const isPlot = role === 'result' && results.every(({ tracked }) => tracked?.result.plots !== undefined);
  return isPlot ? plotMark : marks[role];
}

/** A result whose statement was longer than nothing: when it is empty now, its statement was deleted. */
function isPlaced(tracked: TrackedResult): boolean {
  const { start, end } = tracked.result.range;
  return start.line !== end.line || start.character !== end.character;
}

function staleness(cell: TrackedCell, result: TrackedResult, now: number): Staleness | null {
  if (cell.isRestored)
    return {
      reason: t('This is from an earlier session; the variables are gone.'),
      since: null,
      label: t('(earlier session)'),
    };
  const label = t('(stale)');
  if (cell.staleReason !== null) return { reason: cell.staleReason, since: cell.staleSince, label };
  if (result.runId === cell.run.runId) return null;
  const { state, startedAt } = cell.run;
  const isLong = state !== 'running' || now - startedAt >= outdatedAfterMs;
  return isLong ? { reason: t('This is from an earlier run.'), since: startedAt, label } : null;
}

/** Results of one role; all of them are stale, or none. */
function textOf(results: readonly PlannedResult[]): string {
  const label = results.find(({ stale }) => stale !== null)?.stale?.label;
  const text = results.map(resultText).join(separator);
  return label === undefined ? cut(text, textLimit) : `${cut(text, textLimit - label.length - 1)} ${label}`;
}

/** The result, and beside it what was pinned where that differs. */
function resultText({ tracked, pin }: PlannedResult): string {
  if (tracked === null) return t('pinned: {0}', valueText(pin));
  const text = oneLine(tracked.result.text);
  if (pin === null) return text;
  if (pin.runId === tracked.runId && pin.result.full === tracked.result.full)
    return `${text} ${t('(pinned)')}`;
  if (pin.result.full === tracked.result.full) return `${text} ${t('(same as pinned)')}`;
  const room = Math.max(comparedRoom, textLimit - valueText(pin).length - separator.length - 6);
  return `${cut(text, room)}${separator}${t('was {0}', valueText(pin))}`;
}

/** Without the arrow: a word stands before it. */
const valueText = (pin: PinnedResult | null): string => oneLine(pin?.result.text ?? '').replace(/^[⇒▦] /, '');

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');

/** Cuts without splitting a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isPair ? end - 1 : end)}…`;
}
