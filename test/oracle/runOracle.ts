/** The cases of the oracle set: where they lie, which there are, and whether one passes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Runs a case; its differences from the record, none when it passes. */
export async function runCase(testCase: OracleCase): Promise<string[]> {
  const base = join(oracleFolder, 'cases', testCase.name);
  const text = readFileSync(`${base}.py`, 'utf8');
  const expected = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as RecordedDocument;
  const fileName = `${testCase.name.split('/').at(-1)}.py`;
  const run = await runInProcess(text, { floatX: testCase.floatX, fileName });
  if (run.end.outcome === 'crashed') return [`crashed: ${run.end.error?.message}`];
  return compareDocuments(expected, run.document);
}

/** The cases that are known to pass. */
export function readPassingList(): string[] {
  return JSON.parse(readFileSync(passingListPath, 'utf8')) as string[];
}
