/**
 * Compares what ScanLens did with what the real library did, field by field, with the tolerances of the oracle set: integers,
 * names, lines and texts exactly, floats within a small distance. Gives the differences as lines for people.
 */
import type { ScalarData } from '../../protocol/src/results.ts';
import type { RunDocument } from '../../server/src/cli/runDocument.ts';

/** A recorded document: a run's, without what only ScanLens has, with what only a recording has. */
export interface RecordedDocument
  extends Omit<RunDocument, 'outcome' | 'elapsedMs' | 'calls' | 'error' | 'libraryVersion' | 'numpyVersion'> {
  readonly error: RecordedError | null;
  readonly calls: readonly RecordedCall[];
}

interface RecordedError {
  readonly type: string;
  readonly message: string;
  readonly line?: number | null;
  /** The message goes on in reality. */
  readonly messageCut?: true;
  /** The message is NumPy's and not compared. */
  readonly byNumPy?: true;
}

interface RecordedCall {
  readonly line: number;
  readonly function: string | null;
  readonly results?: readonly unknown[];
  readonly error?: RecordedError;
  readonly stateChanges: readonly unknown[];
}

interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Every difference; none when the case passes. */
export function compareDocuments(expected: RecordedDocument, actual: RunDocument): string[] {
  const isFloat32 = JSON.stringify(expected).includes('float32');
  const tolerance = isFloat32 ? { relative: 1e-4, absolute: 1e-5 } : { relative: 1e-6, absolute: 1e-9 };
  return [
    ...compareText('stdout', expected.stdout, actual.stdout),
    ...compareError('error', expected.error, actual.error),
    ...compareValue('library', expected.library, actual.library, tolerance),
    ...compareValue('python', expected.python, actual.python, tolerance),
    ...compareValue('warnings', warningsOf(expected), warningsOf(actual), tolerance),
    ...compareCalls(expected, actual, tolerance),
    ...compareValue('callsTotal', expected.callsTotal ?? null, actual.callsTotal ?? null, tolerance),
    ...compareValue('scans', expected.scans, actual.scans, tolerance),
    ...compareValue('finalState', expected.finalState, actual.finalState, tolerance),
  ];
}

const warningsOf = (document: Pick<RunDocument, 'warnings' | 'warningLines'>): string[] =>
  document.warnings.map((text, index) => `line ${document.warningLines[index]}: ${text}`);

function compareText(name: string, expected: string, actual: string): string[] {
  if (expected === actual) return [];
  const [wanted, got] = [expected.split('\n'), actual.split('\n')];
  const at = wanted.findIndex((line, index) => line !== got[index]);
  const line = at < 0 ? wanted.length : at;
  return [`${name}, line ${line + 1}: ${quote(got[line])} instead of ${quote(wanted[line])}`];
}

function compareError(name: string, expected: RecordedError | null, actual: RecordedError | null): string[] {
  if (expected === null || actual === null) {
    return expected === actual ? [] : [`${name}: ${quote(actual)} instead of ${quote(expected)}`];
  }
  const differences: string[] = [];
  if (expected.type !== actual.type)
    differences.push(`${name}.type: ${actual.type} instead of ${expected.type}`);
  if (expected.line !== undefined && expected.line !== actual.line) {
    differences.push(`${name}.line: ${actual.line} instead of ${expected.line}`);
  }
  const isSame = expected.messageCut
    ? actual.message.startsWith(expected.message)
    : actual.message === expected.message;
  if (!expected.byNumPy && !isSame) {
    differences.push(`${name}.message: ${quote(actual.message)} instead of ${quote(expected.message)}`);
  }
  return differences;
}

function compareCalls(expected: RecordedDocument, actual: RunDocument, tolerance: Tolerance): string[] {
  if (expected.calls.length !== actual.calls.length) {
    return [`calls: ${actual.calls.length} instead of ${expected.calls.length}`];
  }
  return expected.calls.flatMap((wanted, index) => {
    const { backend: _, elapsedMs: __, error, ...got } = actual.calls[index]!;
    const { error: wantedError, ...rest } = wanted;
    const name = `calls[${index}] (line ${wanted.line})`;
    return [
      ...compareValue(name, rest, got, tolerance),
      ...compareError(`${name}.error`, wantedError ?? null, error ?? null),
    ];
  });
}

/** Compares JSON values; objects need the same fields, lists the same length. */
function compareValue(name: string, expected: unknown, actual: unknown, tolerance: Tolerance): string[] {
  if (isArrayData(expected) && isArrayData(actual) && expected.dtype === actual.dtype) {
    return compareArrays(name, expected, actual, tolerance);
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((wanted, index) =>
      compareValue(`${name}[${index}]`, wanted, actual[index], tolerance),
    );
  }
  if (isRecord(expected) && isRecord(actual) && sameKeys(expected, actual)) {
    return Object.keys(expected).flatMap((key) =>
      compareValue(`${name}.${key}`, expected[key], actual[key], tolerance),
    );
  }
  return JSON.stringify(expected) === JSON.stringify(actual)
    ? []
    : [`${name}: ${quote(actual)} instead of ${quote(expected)}`];
}

interface DataOfArray {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: readonly ScalarData[];
}

function compareArrays(
  name: string,
  expected: DataOfArray,
  actual: DataOfArray,
  tolerance: Tolerance,
): string[] {
  const { data: wanted, ...expectedHead } = expected;
  const { data: got, ...actualHead } = actual;
  const head = compareValue(name, expectedHead, actualHead, tolerance);
  if (head.length > 0) return head;
  const isFloat = expected.dtype.startsWith('float');
  const at = wanted.findIndex((value, index) => !isClose(value, got[index], isFloat ? tolerance : null));
  return at < 0 && wanted.length === got.length
    ? []
    : [`${name}.data[${at}]: ${got[at]} instead of ${wanted[at]}`];
}

function isClose(a: ScalarData, b: ScalarData | undefined, tolerance: Tolerance | null): boolean {
  if (a === b) return true;
  if (tolerance === null || typeof a !== 'number' || typeof b !== 'number') return false;
  return Math.abs(a - b) <= tolerance.absolute + tolerance.relative * Math.max(Math.abs(a), Math.abs(b));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isArrayData = (value: unknown): value is DataOfArray => isRecord(value) && Array.isArray(value['data']);

function sameKeys(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 300 ? text : `${text.slice(0, 299)}…`;
}
