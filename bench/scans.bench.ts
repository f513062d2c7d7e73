/**
 * Scans as machine code: programs of scans/programs/ on the backends, against loops written by hand and, with `--python PATH` or where there
 * is a `python3` that knows them, against PyTensor, JAX and NumPy. `--only TEXT` takes the suites with this text in their titles,
 * `--write NAME` keeps the numbers in results/NAME.json. Times are the best of many short runs: other processes only make them longer.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
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
  const results: SuiteResult[] = [];
  let versions: Record<string, string> = { node: process.versions.node };
  for (const suite of chosen) {
    const measured = await measureSuite(suite, python);
    versions = { ...versions, ...measured.versions };
    results.push(measured.result);
    console.log(`  ${shortLine(measured.result)}`);
  }
  const all: ScanResults = {
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    versions,
    suites: results,
  };
  console.log(`\n${timeTable(all)}\n\n${compileTable(all)}\n`);
  if (values.write) {
    const file = new URL(`results/${values.write}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify(all, rounded, 2)}\n`);
  }
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
