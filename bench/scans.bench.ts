/**
 * Scans as machine code: programs of scans/programs/ on the backends, against loops written by hand and, with `--python PATH` or where there
 * is a `python3` that knows them, against PyTensor, JAX and NumPy. `--only TEXT` takes the suites with this text in their titles,
 * `--write NAME` keeps the numbers in results/NAME.json, beside those of suites that were not measured now. Times are the best of many short runs, in time on
 * the processor.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureSuite, type SuiteResult } from './scans/measureSuite.ts';
import { suites } from './scans/suites.ts';
import { compileTable, type ScanResults, timesFaster, timeTable, verdicts } from './scans/table.ts';

export async function run(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: { python: { type: 'string' }, only: { type: 'string' }, write: { type: 'string' } },
  });
  const python = values.python ?? foundPython();
  console.log(python === null ? '  without Python: no python3 here knows PyTensor' : `  with ${python}`);
  const chosen = suites.filter(({ title }) => title.includes(values.only ?? ''));
  let all = values.write ? readResults(values.write) : emptyResults();
  for (const suite of chosen) {
    const { result, versions } = await measureSuite(suite, python);
    all = withResult({ ...all, versions: { ...all.versions, ...versions } }, result);
    console.log(`  ${shortLine(result)}`);
    if (values.write) writeFileSync(resultFile(values.write), `${JSON.stringify(all, rounded, 1)}\n`);
  }
  console.log(`\n${timeTable(all)}\n\n${compileTable(all)}\n`);
}

const resultFile = (name: string): URL => new URL(`results/${name}.json`, import.meta.url);

const emptyResults = (): ScanResults => ({
  machine: machine(),
  date: new Date().toISOString().slice(0, 10),
  versions: { node: process.versions.node },
  suites: [],
});

/** What is there already of the same machine stays, until it is measured anew. */
function readResults(name: string): ScanResults {
  const empty = emptyResults();
  if (!existsSync(resultFile(name))) return empty;
  const known = JSON.parse(readFileSync(resultFile(name), 'utf8')) as ScanResults;
  return known.machine === empty.machine
    ? { ...empty, versions: known.versions, suites: known.suites }
    : empty;
}

/** In the order of the table of suites. */
function withResult(all: ScanResults, result: SuiteResult): ScanResults {
  const known = new Map([...all.suites, result].map((one) => [one.title, one]));
  return { ...all, suites: suites.flatMap(({ title }) => known.get(title) ?? []) };
}

/** What `python3` stands for, if PyTensor is installed there. */
function foundPython(): string | null {
  const { status } = spawnSync('python3', ['-c', 'import pytensor'], { stdio: 'ignore' });
  return status === 0 ? 'python3' : null;
}

function shortLine(result: SuiteResult): string {
  const { title, nsPerStep, compileMs, backend, fallbacks, disagreeing } = result;
  const times = timesFaster(result);
  return [
    title.padEnd(28),
    `${nsPerStep['wasm']!.best.toPrecision(3).padStart(9)} ns`,
    `compile ${compileMs.toPrecision(3)} ms`,
    times === null ? '' : `${times.toPrecision(2)} × the best library`,
    ...verdicts(result),
    backend === 'wasm' ? '' : `ran on ${backend}: ${fallbacks.join('; ')}`,
    disagreeing.length === 0 ? '' : `OTHER RESULTS: ${disagreeing.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('  ');
}

/** Without names of the machine: what was bought, not whose it is. */
const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`;

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value;
