/**
 * Compares random programs with the real library.
 *
 *     npm run test:parity [--count N] [--seed N] [--python PATH --library NAME] [--keep FOLDER]
 *
 * Without `--python` a virtual environment with a pinned PyTensor is made in `.cache/parity`; that needs python3 and the
 * package registry. With it, the interpreter has to have the named library. `--keep` writes programs that differ into a folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { runInProcess } from '../test/oracle/inProcess.ts';
import { differenceOf, type Outcome } from '../test/parity/compareOutcomes.ts';
import type { ParityLibrary } from '../test/parity/pick.ts';
import { parityPrograms } from '../test/parity/programs.ts';

const pinned = 'pytensor==3.0.7';
const root = fileURLToPath(new URL('..', import.meta.url));
const batchSize = 50;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    python: { type: 'string' },
    library: { type: 'string', default: 'pytensor' },
    keep: { type: 'string' },
  },
});

const library = values.library as ParityLibrary;
const python = values.python ?? preparedPython();
const programs = fc.sample(parityPrograms(library), {
  numRuns: Number(values.count),
  seed: Number(values.seed),
});
const different: { readonly text: string; readonly difference: string }[] = [];
let endedWithError = 0;
for (let start = 0; start < programs.length; start += batchSize) {
  const batch = programs.slice(start, start + batchSize);
  const real = runReal(batch);
  for (const [i, text] of batch.entries()) {
    if (real[i]!.error !== null) endedWithError++;
    const difference = differenceOf(real[i]!, await runOurs(text));
    if (difference === null) continue;
    different.push({ text, difference });
    console.log(`program ${start + i}: ${difference}`);
  }
}
keep();
console.log(
  `${programs.length - different.length} of ${programs.length} programs agree (${endedWithError} end with an error of the library)`,
);
if (different.length > 0) process.exitCode = 1;

/** The interpreter of a virtual environment with the pinned library, which is made at the first run. */
function preparedPython(): string {
  const folder = join(root, '.cache', 'parity');
  const interpreter = join(folder, 'bin', 'python');
  if (existsSync(interpreter)) return interpreter;
  run('python3', ['-m', 'venv', folder]);
  run(interpreter, ['-m', 'pip', 'install', '--quiet', pinned]);
  return interpreter;
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

function runReal(batch: readonly string[]): readonly Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), 'parity-'));
  const [given, told] = [join(folder, 'programs.json'), join(folder, 'outcomes.json')];
  writeFileSync(given, JSON.stringify(batch));
  // Without rewrites: what the graph says, and none of their faults.
  const flags = 'cxx=,optimizer=None,floatX=float64';
  const { status, stderr } = spawnSync(
    python,
    [join(root, 'test', 'parity', 'runPrograms.py'), given, told],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        PYTENSOR_FLAGS: `${flags},linker=py`,
        // With Aesara's `py` the gradients of states get lost between the steps: it does not store them where the next step reads.
        AESARA_FLAGS: `${flags},linker=vm`,
        THEANO_FLAGS: `${flags},linker=py,device=cpu`,
      },
    },
  );
  if (status !== 0) throw new Error(stderr);
  const outcomes = JSON.parse(readFileSync(told, 'utf8')) as readonly Outcome[];
  rmSync(folder, { recursive: true });
  return outcomes;
}

async function runOurs(text: string): Promise<Outcome> {
  const { events, end } = await runInProcess(text, { timeoutMs: 60_000 });
  const stdout = events.map((event) => (event.type === 'output' ? event.text : '')).join('');
  return { stdout, error: end.error === null ? null : `${end.error.type}: ${end.error.message}` };
}

function keep(): void {
  if (values.keep === undefined) return;
  mkdirSync(values.keep, { recursive: true });
  for (const [i, { text, difference }] of different.entries())
    writeFileSync(join(values.keep, `${i}.py`), `# ${difference}\n${text}`);
}
