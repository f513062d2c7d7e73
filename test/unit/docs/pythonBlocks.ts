/**
 * Runs the Python of the documents as the editor does, and compares what happens with what its marks say: text that is
 * shown, changes of shared variables (dropped ones, too) and exceptions. A text that ends with `…` says how it begins.
 */
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { check } from '../../../server/src/analysis/rules/rules.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { droppedScansOf } from '../../../server/src/features/droppedScans.ts';
import { runInProcess } from '../../oracle/inProcess.ts';
import { defaultRules, parse } from '../analysis/cases.ts';
import { readCarets } from '../fixtures/carets.ts';
import { type Marker, outputMarkers, printMarkers, readMarkers } from '../fixtures/markers.ts';

export interface Comparison {
  readonly happened: string;
  readonly marked: string;
}

/** What running a program does, and what its marks say. */
export async function comparedRun(program: string): Promise<Comparison> {
  const happened = ordered(await markersOfRun(program));
  const marked = ordered(readMarkers(program));
  return { happened: printMarkers(shortenedAs(marked, happened)), marked: printMarkers(marked) };
}

async function markersOfRun(program: string): Promise<readonly Marker[]> {
  const file = parse(program);
  const analysis = analyze(file);
  const droppedScans = droppedScansOf(analysis, check(file, analysis, defaultRules));
  const { events, end } = await runInProcess(program, { withValues: true, droppedScans });
  const lines = new LineIndex(program);
  const lineOf = (span: { readonly end: number }): number => lines.lineAt(span.end - 1) + 1;
  const changed = (line: number, texts: readonly { short: string }[]): readonly Marker[] =>
    texts.map(({ short }) => ({ line, kind: '~>', text: short }));
  const markers = events.flatMap((event): readonly Marker[] => {
    switch (event.type) {
      case 'output':
      case 'errorOutput':
        return outputMarkers(lineOf(event.span), event.text);
      case 'value':
        return outputMarkers(lineOf(event.span), event.value.full);
      case 'warning':
        return outputMarkers(
          lineOf(event.warning.span),
          `${event.warning.category}: ${event.warning.message}`,
        );
      case 'call':
        return changed(lineOf(event.call.span), event.call.stateChanges);
      case 'dropped':
        return changed(lineOf(event.span), event.updates);
      default:
        return [];
    }
  });
  if (end.error === null) return markers;
  const line = lineOf(end.error.frames.at(-1)?.span ?? { end: 1 });
  return [...markers, { line, kind: '!>', text: `${end.error.type}: ${end.error.message}`.trimEnd() }];
}

const kinds: readonly Marker['kind'][] = ['=>', '~>', '!>'];

const ordered = (markers: readonly Marker[]): readonly Marker[] =>
  markers.toSorted((a, b) => a.line - b.line || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));

/** Texts that begin as a mark with `…` says are cut like it. */
function shortenedAs(marked: readonly Marker[], happened: readonly Marker[]): readonly Marker[] {
  return happened.map((one, index) => {
    const text = marked[index]?.text ?? '';
    const isCut = text.endsWith('…') && one.text.startsWith(text.slice(0, -1));
    return isCut ? { ...one, text } : one;
  });
}

/** What the rules find in a program, and what its carets say: `line 3 ^^^^ warning: dropped-updates`. */
export function comparedFindings(program: string): Comparison {
  const file = parse(program);
  const lines = new LineIndex(program);
  const found = check(file, analyze(file), defaultRules).map(
    ({ span, level, rule }) => `line ${lines.lineAt(span.start) + 1} ${level}: ${rule}`,
  );
  const marked = readCarets(program).map(
    ({ span, label }) => `line ${lines.lineAt(span.start) + 1} ${label}`,
  );
  return { happened: found.join('\n'), marked: marked.join('\n') };
}

/** A program without its marks: what a person would copy. */
export function withoutMarks(program: string): string {
  return program.replace(/^ *# *(?:\^+|=>|~>|!>)(?: .*)?\n/gm, '').replace(/ *# (?:=>|~>|!>)(?: .*)?$/gm, '');
}
