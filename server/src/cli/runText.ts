/** What `scanlens run` says in text beside the program's own output: warnings, the traceback, and the calls with what they changed. */
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type { CallResult, RunEvent } from '../../../protocol/src/results.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import { backendText } from '../session/backendText.ts';
import { styled, type TextStyle } from './textStyle.ts';

/** Rows of the summary; a program with more places that call functions gets only the first ones. */
const longestSummary = 30;

/** A warning as Python prints it. */
export function warningText(
  path: string,
  line: number,
  warning: { category: string; message: string },
): string {
  return `${path}:${line}: ${warning.category}: ${warning.message}\n`;
}

/** Why the run did not end normally; '' when it did. */
export function failureText(end: RunEnd, style: TextStyle): string {
  if (end.outcome === 'finished') return '';
  const text = end.error?.traceback ?? (end.outcome === 'cancelled' ? 'Stopped.\n' : `${end.outcome}\n`);
  const lines = text.trimEnd().split('\n');
  const last = lines.pop() ?? '';
  return [...lines, styled(style.red, last)].join('\n').concat('\n');
}

/** Calls of one function at one place. */
interface CallGroup {
  readonly line: number;
  readonly first: CallResult;
  last: CallResult;
  toldCount: number;
}

/** A table of the calls: where, which function, what it returned and which shared variables it changed. '' without calls. */
export function callSummary(events: readonly RunEvent[], end: RunEnd, context: SummaryContext): string {
  if (end.callCount === 0) return '';
  const groups = groupCalls(events, context.lines);
  const isComplete = groups.reduce((sum, group) => sum + group.toldCount, 0) === end.callCount;
  const rows = groups.slice(0, longestSummary).map((group) => groupRow(group, isComplete ? '' : '+'));
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const { style } = context;
  const table = rows.map(([place, name, ...parts]) => {
    const head = `${styled(style.dim, place!.padEnd(widths[0]!))}  ${styled(style.strong, name!.padEnd(widths[1]!))}`;
    return `${head}  ${parts.join('   ')}`.trimEnd();
  });
  if (groups.length > rows.length)
    table.push(styled(style.dim, `… ${groups.length - rows.length} more places`));
  const title = `── ${end.callCount} ${end.callCount === 1 ? 'call' : 'calls'} of compiled functions, ${backendNames(groups)}, ${elapsed(end)} ──`;
  return `${styled(style.dim, title)}\n${table.join('\n')}\n`;
}

export interface SummaryContext {
  readonly lines: LineIndex;
  readonly style: TextStyle;
}

function groupCalls(events: readonly RunEvent[], lines: LineIndex): CallGroup[] {
  const groups = new Map<string, CallGroup>();
  for (const event of events) {
    if (event.type !== 'call') continue;
    const { call } = event;
    const key = `${call.span.start} ${call.functionName}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { line: lines.lineAt(call.span.start) + 1, first: call, last: call, toldCount: 1 });
    } else {
      group.last = call;
      group.toldCount++;
    }
  }
  return [...groups.values()];
}

/** Of several calls at one place the last is shown. `more` says that there may have been more of them than were told. */
function groupRow({ line, first, last, toldCount }: CallGroup, more: string): string[] {
  const times = toldCount > 1 ? ` ×${toldCount}${more}` : '';
  const result = last.error === null ? resultText(last) : last.error.type;
  const parts = [result, ...last.stateChanges.map((change) => change.short)].filter((part) => part !== '');
  return [`line ${line}`, `${first.functionName ?? '(function)'}()${times}`, ...parts];
}

function resultText(call: CallResult): string {
  const texts = call.results.map(({ key, short }) => (key === undefined ? short : `${key}: ${short}`));
  return texts.length === 0 ? '' : `⇒ ${texts.join(' · ')}`;
}

const backendNames = (groups: readonly CallGroup[]): string =>
  `backend ${backendText(groups.map((group) => group.last))}`;

const elapsed = (end: RunEnd): string =>
  end.elapsedMs < 1000 ? `${Math.round(end.elapsedMs)} ms` : `${(end.elapsedMs / 1000).toFixed(1)} s`;
