/**
 * The JSON document of `scanlens run --format json`: what a program printed, returned and changed. The format is that of the
 * oracle set, with `backend` and `elapsedMs` for each call and the outcome of the run; see docs/protocol.md.
 */
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type {
  ArrayData,
  CallResult,
  ProgramError,
  RunEvent,
  RunOutcome,
  StateChange,
} from '../../../protocol/src/results.ts';
import { LineIndex } from '../base/lineIndex.ts';
import { dialects } from '../graph/dialects.ts';
import { backendText } from '../session/backendText.ts';
import type { FloatX, Library } from '../session/floatX.ts';
import { numpyOf } from '../session/programLibrary.ts';

/** Calls that the document holds. */
const keptCallCount = 40;
/** The NumPy that the libraries are imitated with. */
const numpyVersions = { 1: '1.24.2', 2: '2.4.6' } as const;

interface CallEntry {
  readonly line: number;
  readonly function: string | null;
  readonly results?: readonly (ArrayData & { readonly key?: string })[];
  readonly error?: { readonly type: string; readonly message: string };
  readonly stateChanges: readonly ChangeEntry[];
  /** What ran, and why something else did not. */
  readonly backend: string;
  readonly elapsedMs: number;
}

type ChangeEntry =
  | { readonly name: string; readonly before: ArrayData; readonly after: ArrayData }
  | { readonly name: string; readonly rng: true };

interface ScanEntry {
  readonly line: number;
  readonly outputs: number;
  readonly kind?: string;
  readonly updates: readonly string[] | null;
}

export interface RunDocument {
  readonly library: Library | null;
  readonly libraryVersion: string | null;
  readonly python: 2 | 3;
  readonly floatX: FloatX;
  readonly numpyVersion: string;
  readonly stdout: string;
  readonly stderr?: string;
  readonly warnings: readonly string[];
  readonly warningLines: readonly number[];
  readonly error: { readonly type: string; readonly message: string; readonly line: number | null } | null;
  readonly calls: readonly CallEntry[];
  readonly callsTotal?: number;
  readonly scans: readonly ScanEntry[];
  readonly finalState: Readonly<Record<string, ArrayData | { readonly rng: true }>>;
  readonly outcome: RunOutcome;
  readonly elapsedMs: number;
}

/** The program that ran. */
export interface RunProgram {
  readonly text: string;
  readonly library: Library | null;
  readonly python: 2 | 3;
  readonly floatX: FloatX;
}

/** Makes the document of a run that has ended. */
export function runDocument(program: RunProgram, events: readonly RunEvent[], end: RunEnd): RunDocument {
  const lines = new LineIndex(program.text);
  const lineOf = (offset: number) => lines.lineAt(offset) + 1;
  const { library, python, floatX } = program;
  const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.warning] : []));
  const stderr = textOf(events, 'errorOutput');
  const calls = events.flatMap((event) => (event.type === 'call' ? [callEntry(event.call, lineOf)] : []));
  return {
    library,
    libraryVersion: library === null ? null : dialects[library].version,
    python,
    floatX,
    numpyVersion: numpyVersions[numpyOf(library, python)],
    stdout: textOf(events, 'output'),
    ...(stderr === '' ? {} : { stderr }),
    warnings: warnings.map(({ category, message }) => `${category}: ${message}`),
    warningLines: warnings.map(({ span }) => lineOf(span.start)),
    error: end.error === null ? null : errorEntry(end.error, lineOf),
    calls: calls.slice(0, keptCallCount),
    ...(end.callCount > keptCallCount ? { callsTotal: end.callCount } : {}),
    scans: events.flatMap((event) => (event.type === 'scan' ? [scanEntry(event.scan, lineOf)] : [])),
    finalState: Object.fromEntries(
      Object.entries(end.state).map(([name, data]) => [name, data ?? ({ rng: true } as const)]),
    ),
    outcome: end.outcome,
    elapsedMs: rounded(end.elapsedMs),
  };
}

const textOf = (events: readonly RunEvent[], type: 'output' | 'errorOutput'): string =>
  events.map((event) => (event.type === type ? event.text : '')).join('');

type LineOf = (offset: number) => number;

function errorEntry(error: ProgramError, lineOf: LineOf): NonNullable<RunDocument['error']> {
  const innermost = error.frames.findLast(({ file }) => file === undefined);
  return {
    type: error.type,
    message: error.message,
    line: innermost === undefined ? null : lineOf(innermost.span.start),
  };
}

function callEntry(call: CallResult, lineOf: LineOf): CallEntry {
  return {
    line: lineOf(call.span.start),
    function: call.functionName,
    ...(call.error === null
      ? { results: call.results.map(({ short: _, ...result }) => result) }
      : { error: call.error }),
    stateChanges: call.stateChanges.map(changeEntry),
    backend: backendText([call]),
    elapsedMs: rounded(call.elapsedMs),
  };
}

function changeEntry({ name, before, after }: StateChange): ChangeEntry {
  return before === null || after === null ? { name, rng: true } : { name, before, after };
}

function scanEntry(scan: Extract<RunEvent, { type: 'scan' }>['scan'], lineOf: LineOf): ScanEntry {
  return {
    line: lineOf(scan.span.start),
    outputs: scan.outputCount,
    ...(scan.kind === 'scan' ? {} : { kind: scan.kind }),
    updates: scan.updates,
  };
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000;

/** JSON with one line per entry of a list, so that differences stay readable; keeps negative zero. */
export function printRunDocument(document: RunDocument): string {
  const fields = Object.entries(document).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${printField(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}

function printField(value: unknown): string {
  if (Array.isArray(value) && typeof value[0] === 'object') {
    return `[\n${value.map((entry) => `    ${printFlat(entry)}`).join(',\n')}\n  ]`;
  }
  return printFlat(value);
}

/** JSON has a negative zero, but `JSON.stringify` does not write it. */
const negativeZero = '\u0000-0.0';

function printFlat(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (Object.is(part, -0) ? negativeZero : part));
  return text.replaceAll(JSON.stringify(negativeZero), '-0.0');
}
