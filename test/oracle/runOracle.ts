/** The cases of the oracle set: where they lie, which there are, and whether one passes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BackendChoice } from '../../protocol/src/evaluator.ts';
import { backendText } from '../../server/src/session/backendText.ts';
import { compareDocuments, type RecordedDocument } from './compareDocuments.ts';
import { runInProcess } from './inProcess.ts';

/** The folder of the set, which lies beside the repository or where `SCANLENS_ORACLE` says. It may be absent. */
export const oracleFolder =
  process.env['SCANLENS_ORACLE'] ?? fileURLToPath(new URL('../../../shared/oracle', import.meta.url));

/** The committed list of the cases that pass. */
export const passingListPath = fileURLToPath(new URL('./passing.json', import.meta.url));

export interface OracleCase {
  /** `updates/four_variants`. */
  readonly name: string;
  readonly topic: string;
  readonly library: string;
  readonly floatX: 'float32' | 'float64';
  readonly purpose: string;
}

export const hasOracle = (): boolean => existsSync(join(oracleFolder, 'index.json'));

/** All cases, in the order of the index. */
export function listCases(): OracleCase[] {
  const index = JSON.parse(readFileSync(join(oracleFolder, 'index.json'), 'utf8')) as {
    cases: (Omit<OracleCase, 'name'> & { file: string })[];
  };
  return index.cases.map(({ file, topic, library, floatX, purpose }) => ({
    name: file.replace(/^cases\//, '').replace(/\.py$/, ''),
    topic,
    library,
    floatX,
    purpose,
  }));
}

/** How a case went: its differences from the record, none when it passes; and on what its functions ran. */
export interface CaseOutcome {
  readonly differences: readonly string[];
  readonly backend: string;
}

/** A program on a busy machine. */
const timeoutMs = 20_000;

export async function runCase(testCase: OracleCase, backend: BackendChoice): Promise<CaseOutcome> {
  const base = join(oracleFolder, 'cases', testCase.name);
  const text = readFileSync(`${base}.py`, 'utf8');
  const expected = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as RecordedDocument;
  const fileName = `${testCase.name.split('/').at(-1)}.py`;
  const run = await runInProcess(text, { floatX: testCase.floatX, fileName, backend, timeoutMs });
  const calls = run.events.flatMap((event) => (event.type === 'call' ? [event.call] : []));
  const differences =
    run.end.outcome === 'crashed'
      ? [`crashed: ${run.end.error?.message}`]
      : compareDocuments(expected, run.document);
  return { differences, backend: backendText(calls) };
}

/** The cases that are known to pass, each with what its functions run on where the choice is ours. */
export function readPassingList(): Record<string, string> {
  return JSON.parse(readFileSync(passingListPath, 'utf8')) as Record<string, string>;
}
