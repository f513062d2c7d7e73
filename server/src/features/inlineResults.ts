/**
 * What the editor shows after the lines of a run: from events to at most one line per role and line of the program.
 * In a loop the last result stands, with how often there was one.
 */

import type { InlineResult } from '../../../protocol/src/editor.ts';
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type { CallResult, ProgramError, RunEvent, SpanData } from '../../../protocol/src/results.ts';
import type { ValueRef } from '../../../protocol/src/values.ts';
import { groupBy } from '../base/grouping.ts';
import { t } from '../base/l10n.ts';
import { LineIndex } from '../base/lineIndex.ts';
import { shortened } from '../base/shortened.ts';
import { codeBlock } from './markdown.ts';
import { matrixMarkdown } from './matrixMarkdown.ts';
import { plotText } from './plotText.ts';
import { rangeOf } from './ranges.ts';

const longestText = 100;
const longestDetail = 10_000;
const longestWhileRunning = 20_000;

type Role = InlineResult['role'];
type OutputEvent = Extract<RunEvent, { readonly type: 'output' | 'errorOutput' }>;

/** Something to show for one place of the program. */
interface Note {
  readonly role: Role;
  readonly span: SpanData;
  readonly text: string;
  readonly full: string;
  /** Markdown for the hover where it is more than `full` as it is. */
  readonly detail?: string;
  /** How many there were, where it stands for several. */
  readonly count?: number;
  /** What its place says is one text with what it says next; this stands between the two. */
  readonly ending?: string;
  /** Its number among the plots of the run. */
  readonly plot?: number;
  readonly ref?: ValueRef;
  readonly callId?: number;
  /** `full` is not everything; `ref` leads to the rest. */
  readonly isPart?: true;
}

/** The notes that one place has made. */
interface Group {
  last: Note;
  count: number;
  /** What it said before, where that goes on. */
  readonly earlier: string[];
  readonly plots: number[];
}

/** The inline results of a run over `text`; `end` is null while it goes on. */
export function inlineResultsOf(
  text: string,
  events: readonly RunEvent[],
  end: RunEnd | null,
): readonly InlineResult[] {
  const lines = new LineIndex(text);
  const groups = groupNotes(allNotes(events));
  const shown = new Set(groups.filter(hasText).map((group) => lineOf(lines, group)));
  const calls = groupNotes(events.flatMap(callNotes));
  const quiet = calls.filter((group) => !shown.has(lineOf(lines, group)));
  // What a line prints or shows is about what its calls returned.
  const callsOf = groupBy(calls, (group) => lineOf(lines, group));
  const results = linesOf(lines, [...groups, ...quiet]).map((result) =>
    result.role === 'result' && result.plots === undefined
      ? { ...linkOf(callsOf.get(result.range.end.line) ?? []), ...result }
      : result,
  );
  const error = end === null || end.error === null ? [] : errorResults(end.error, text, lines);
  const sent = end === null ? results.map(bounded) : results;
  return [...sent, ...error].sort(
    (a, b) => a.range.end.line - b.range.end.line || roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role),
  );
}

/** While a run goes on its results are sent again and again: of what a loop prints only the last of it. */
function bounded(result: InlineResult): InlineResult {
  const { full } = result;
  return full.length <= longestWhileRunning
    ? result
    : { ...result, full: `…${full.slice(-longestWhileRunning)}` };
}

const roleOrder: readonly Role[] = ['result', 'stateChange', 'dropped', 'warning', 'error'];
const hasText = (group: Group): boolean => group.last.role === 'result';
const lineOf = (lines: LineIndex, group: Group): number => lines.lineAt(group.last.span.end);

// --------------------------------------------------------------------------------------------------------------- notes

function allNotes(events: readonly RunEvent[]): Note[] {
  let plotCount = 0;
  return wholePrints(events).flatMap((event) =>
    event.type === 'plot' ? plotNote(event, plotCount++) : notesOf(event),
  );
}

/** A line that was sent in pieces counts as one print. */
function wholePrints(events: readonly RunEvent[]): readonly RunEvent[] {
  const whole: RunEvent[] = [];
  const places = new Map<string, number>();
  for (const event of events) {
    if (event.type === 'output' || event.type === 'errorOutput') {
      const key = `${event.type} ${event.span.start} ${event.span.end}`;
      const place = places.get(key);
      const begun = place === undefined ? undefined : whole[place];
      if (place !== undefined && begun?.type === event.type && !begun.text.endsWith('\n')) {
        whole[place] = continued(begun, event);
        continue;
      }
      places.set(key, whole.length);
    }
    whole.push(event);
  }
  return whole;
}

function continued(begun: OutputEvent, next: OutputEvent): OutputEvent {
  const [one, other] = [begun.last ?? onePrint, next.last ?? onePrint];
  const start = other.count === 1 ? one.start : begun.text.length + other.start;
  return { ...begun, text: begun.text + next.text, last: { count: one.count + other.count - 1, start } };
}

const onePrint = { count: 1, start: 0 };

function plotNote({ span, plot: data }: RunEvent & { readonly type: 'plot' }, plot: number): Note {
  const full = plotText(data);
  return { role: 'result', span, text: `▦ ${oneLine(full)}`, full, plot };
}

function notesOf(event: Exclude<RunEvent, { readonly type: 'plot' }>): Note[] {
  switch (event.type) {
    case 'output':
    case 'errorOutput':
      return outputNotes(event);
    case 'value': {
      const { short, full, matrix } = event.value;
      const { valueId } = event;
      const detail = matrix === undefined ? null : matrixMarkdown(matrix);
      const note: Note = {
        ...{ role: 'result', span: event.span, text: `⇒ ${oneLine(short)}`, full },
        ...(detail === null ? {} : { detail }),
        ...(valueId === undefined ? {} : { ref: { kind: 'shown', valueId } }),
      };
      return [partOf(note, full)];
    }
    case 'call':
      return changeNotes(event.call);
    case 'warning': {
      const { category, message, span } = event.warning;
      const full = `${category}: ${message}`;
      return [{ role: 'warning', span, text: oneLine(full), full }];
    }
    case 'dropped': {
      const { span, callId, updates } = event;
      const texts = updates.map(({ short }) => short);
      return [{ role: 'dropped', span, text: texts.join(' · '), full: texts.join('\n'), callId }];
    }
    case 'scan':
    case 'progress':
      return [];
  }
}

/** Where a place prints again and again, its last print stands after the line, and all of it in the hover. */
function outputNotes({ type, span, text, last }: OutputEvent): Note[] {
  const full = text.replace(/\n$/, '');
  if (full.trim() === '') return [];
  const latest = oneLine(text.slice(last?.start ?? 0)) || oneLine(full);
  const note = { span, full, count: last?.count ?? 1, ending: text.slice(full.length) };
  return type === 'output'
    ? [{ ...note, role: 'result', text: `⇒ ${latest}` }]
    : [{ ...note, role: 'warning', text: latest }];
}

function changeNotes({ span, stateChanges, callId }: CallResult): Note[] {
  if (stateChanges.length === 0) return [];
  const texts = stateChanges.map((change) => change.short);
  const ref = onlyRef(
    stateChanges.map(({ ids }) => (ids === undefined ? ids : { kind: 'change', ...ids, side: 'after' })),
  );
  return [{ role: 'stateChange', span, text: texts.join(' · '), full: texts.join('\n'), callId, ...ref }];
}

/** What a call returned: shown where neither a print nor a value says it. */
function callNotes(event: RunEvent): Note[] {
  if (event.type !== 'call' || event.call.results.length === 0) return [];
  const { results, span, callId } = event.call;
  const texts = results.map(({ key, short }) => (key === undefined ? short : `${key}: ${short}`));
  const details = results.map((result, index) => {
    const title = result.key ?? (results.length > 1 ? `[${index}]` : '');
    return matrixMarkdown(result, title) ?? codeBlock(texts[index] ?? '');
  });
  const [text, full, detail] = [`⇒ ${texts.join(' · ')}`, texts.join('\n'), details.join('\n\n')];
  const ref = onlyRef(results.map((_, index) => ({ kind: 'call', callId, part: 'output', index })));
  return [partOf({ role: 'result', span, text, full, detail, callId, ...ref }, full)];
}

/** Three dots stand where something is left out, ours or NumPy's. */
const partOf = (note: Note, full: string): Note =>
  note.ref !== undefined && /…|\.\.\./.test(full) ? { ...note, isPart: true } : note;

/** A result leads to an array where it is about one thing only. */
function onlyRef(refs: readonly (ValueRef | undefined)[]): Pick<Note, 'ref'> {
  const [ref] = refs;
  return ref === undefined || refs.length > 1 ? {} : { ref };
}

/** The array and the call that what stands on a line leads to. */
function linkOf(groups: readonly Group[]): Pick<Note, 'ref' | 'callId'> {
  const callId = groups.findLast(({ last }) => last.callId !== undefined)?.last.callId;
  return { ...onlyRef(groups.map(({ last }) => last.ref)), ...(callId === undefined ? {} : { callId }) };
}

function groupNotes(notes: readonly Note[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const note of notes) {
    const key = `${note.role} ${note.span.start} ${note.span.end}`;
    const group = groups.get(key) ?? { last: note, count: 0, earlier: [], plots: [] };
    groups.set(key, group);
    const { ending, full } = group.last;
    if (ending !== undefined && group.count > 0) group.earlier.push(full + ending);
    group.last = note;
    group.count += note.count ?? 1;
    if (note.plot !== undefined) group.plots.push(note.plot);
  }
  return Array.from(groups.values(), (group) => ({ ...group, last: withEarlier(group) }));
}

function withEarlier({ last, earlier }: Group): Note {
  return earlier.length === 0 ? last : { ...last, full: earlier.join('') + last.full };
}

// --------------------------------------------------------------------------------------------------------------- lines

function linesOf(lines: LineIndex, groups: readonly Group[]): InlineResult[] {
  const byLine = new Map<string, Group[]>();
  for (const group of groups) {
    const key = `${group.last.role} ${lineOf(lines, group)}`;
    const known = byLine.get(key);
    if (known === undefined) byLine.set(key, [group]);
    else known.push(group);
  }
  return [...byLine.values()].map((together) => resultOf(lines, together));
}

function resultOf(lines: LineIndex, groups: readonly Group[]): InlineResult {
  const inOrder = [...groups].sort((a, b) => a.last.span.start - b.last.span.start);
  const count = Math.max(...inOrder.map((group) => group.count));
  const texts = inOrder.map((group, index) =>
    index === 0 ? group.last.text : group.last.text.replace(/^⇒ /, ''),
  );
  const full = inOrder.map((group) => group.last.full).join('\n');
  const plots = inOrder.flatMap((group) => group.plots);
  const span = {
    start: Math.min(...inOrder.map((group) => group.last.span.start)),
    end: Math.max(...inOrder.map((group) => group.last.span.end)),
  };
  return {
    role: inOrder[0]?.last.role ?? 'result',
    range: rangeOf(lines, span),
    text: fitted(texts.join(' · '), count > 1 ? ` ×${count}` : ''),
    detail: detailOf(inOrder.map((group) => group.last)),
    full,
    ...(plots.length > 0 ? { plots } : linkOf(inOrder)),
    ...(inOrder.length === 1 && inOrder[0]?.last.isPart === true ? { isPart: true } : {}),
  };
}

function detailOf(notes: readonly Note[]): string {
  const plain = codeBlock(shortened(notes.map(({ full }) => full).join('\n'), longestDetail));
  if (notes.every(({ detail }) => detail === undefined)) return plain;
  const rich = notes.map(({ full, detail }) => detail ?? codeBlock(full)).join('\n\n');
  return rich.length <= longestDetail ? rich : plain;
}

/** The message where it happened, and a mark at each line from which that was called. */
function errorResults(error: ProgramError, text: string, lines: LineIndex): InlineResult[] {
  const message = error.message === '' ? error.type : `${error.type}: ${error.message}`;
  const full = error.traceback || message;
  const result = (span: SpanData, shown: string): InlineResult => ({
    role: 'error',
    range: rangeOf(lines, span),
    text: fitted(oneLine(shown), ''),
    detail: codeBlock(shortened(full, longestDetail)),
    full,
  });
  const frames = error.frames.filter(({ file }) => file === undefined);
  const place = frames.at(-1)?.span ?? { start: text.length, end: text.length };
  const seen = new Set([lines.lineAt(place.end)]);
  const callers = frames.slice(0, -1).filter(({ span }) => {
    const line = lines.lineAt(span.end);
    return !seen.has(line) && seen.add(line);
  });
  return [
    ...callers.map(({ span }) => result(span, t('↳ {0} in this call', error.type))),
    result(place, message),
  ];
}

const oneLine = (text: string): string =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trimEnd())
    .join(' ')
    .trim();

/** At most 100 UTF-16 units with `suffix`. */
const fitted = (text: string, suffix: string): string =>
  shortened(text, longestText - suffix.length) + suffix;
