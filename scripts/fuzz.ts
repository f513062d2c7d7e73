/**
 * Gives random inputs to everything that reads what others wrote, and looks whether it holds what it promises (`test/fuzz`).
 *
 *     npm run fuzz [-- --target NAME …] [--count N] [--seed N] [--patience SECONDS]
 *
 * `--count` is per target. Each target runs in a thread of its own, turn by turn. An input that fails is made smaller and kept in
 * `.cache/fuzz`; the seed that is named with it makes it again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzReport, FuzzWork } from '../test/fuzz/fuzzWorker.ts';
import { root } from './support/paths.ts';
import { Problem } from './support/problem.ts';
import { elapsed, say } from './support/progress.ts';

interface Target {
  readonly module: string;
  /** How many inputs a turn takes: a minute's or two, since a thread needs seconds until it has read and compiled everything. */
  readonly turn: number;
  /** The stack that it has in the product. */
  readonly stackSizeMb: number;
}

const targets: Readonly<Record<string, Target>> = {
  parser: { module: 'parserTarget', turn: 30_000, stackSizeMb: 1 },
  analysis: { module: 'analysisTarget', turn: 20_000, stackSizeMb: 1 },
  interpreter: { module: 'interpreterTarget', turn: 20_000, stackSizeMb: 64 },
  notebook: { module: 'notebookTarget', turn: 60_000, stackSizeMb: 1 },
  arrays: { module: 'arrayFilesTarget', turn: 40_000, stackSizeMb: 64 },
  messages: { module: 'messagesTarget', turn: 15_000, stackSizeMb: 1 },
  compile: { module: 'compileTarget', turn: 15_000, stackSizeMb: 64 },
};

const batchSize = 100;
const folder = join(root, '.cache', 'fuzz');
const longestInput = 4 * 1024 * 1024;

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    count: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    patience: { type: 'string', default: '120' },
  },
});

const names = values.target ?? Object.keys(targets);
const wanted = Number(values.count);
const firstSeed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const done = new Map(names.map((name) => [name, 0]));
const nextSeeds = new Map<string, number>();
/** Failures by what they say first, so that one fault is told once. */
const failures = new Map<string, number>();

say(`seed ${firstSeed}`);
process.on('SIGINT', finish);
process.on('SIGTERM', finish);
for (;;) {
  const waiting = names.filter((name) => done.get(name)! < wanted);
  if (waiting.length === 0) break;
  for (const name of waiting) await turn(name);
}
finish();

async function turn(name: string): Promise<void> {
  const target = targets[name];
  if (target === undefined)
    throw new Problem(`There is no target ${name}`, `take one of ${Object.keys(targets).join(', ')}`);
  const batchCount = Math.ceil(Math.min(target.turn, wanted - done.get(name)!) / batchSize);
  const seed = nextSeeds.get(name) ?? firstSeed;
  const began = performance.now();
  nextSeeds.set(name, seed + (await runTurn(name, target, { firstSeed: seed, batchCount })));
  say(`${name}: ${done.get(name)} inputs (${elapsed(began)})`);
}

/** Gives the number of batches that are done with, also where one of them made the thread hang or die. */
function runTurn(
  name: string,
  target: Target,
  batches: Pick<FuzzWork, 'firstSeed' | 'batchCount'>,
): Promise<number> {
  const counter = new SharedArrayBuffer(8);
  const present = new SharedArrayBuffer(longestInput);
  const module = new URL(`../test/fuzz/${target.module}.ts`, import.meta.url).href;
  const work: FuzzWork = { module, ...batches, batchSize, counter, present };
  const worker = new Worker(new URL('../test/fuzz/fuzzWorker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 2048, stackSizeMb: target.stackSizeMb },
  });
  let checked = 0;
  const seed = () => batches.firstSeed + checked;
  const input = () =>
    new TextDecoder().decode(new Uint8Array(present, 0, new Int32Array(counter)[1]).slice());
  let seen = -1;
  const watch = setInterval(() => {
    const begun = Atomics.load(new Int32Array(counter), 0);
    // To read the modules takes a while, too, where much else is going on.
    if (begun !== seen || begun === 0) {
      seen = begun;
      return;
    }
    failed(name, { seed: seed(), message: `hangs for ${values.patience} s`, input: input() });
    void worker.terminate();
  }, Number(values.patience) * 1000);
  return new Promise((resolve) => {
    worker.on('message', (report: FuzzReport) => {
      if (report.type === 'batch') {
        checked++;
        done.set(name, done.get(name)! + report.inputCount);
      } else if (report.type === 'smaller') keep(name, report);
      else failed(name, report);
    });
    worker.on('error', (error) =>
      failed(name, { seed: seed(), message: `died: ${error.stack ?? error.message}`, input: input() }),
    );
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(Math.max(1, checked));
    });
  });
}

interface Failure {
  readonly seed: number;
  readonly message: string;
  readonly input: string;
}

function failed(name: string, failure: Failure): void {
  const [what = '', ...stack] = failure.message.split('\n');
  const place = stack.find((line) => line.includes('/server/')) ?? stack[0] ?? '';
  const kind = `${name}: ${what.slice(0, 300).replace(/\d+/g, 'N')} ${place.trim()}`;
  const times = (failures.get(kind) ?? 0) + 1;
  failures.set(kind, times);
  if (times > 1) return;
  const path = keep(name, failure);
  const again = `npm run fuzz -- --target ${name} --seed ${failure.seed} --count ${batchSize}`;
  say(`✗ ${kind}\n  ${again}; the input is in ${path}`);
}

/** The last one of a seed is the smallest. */
function keep(name: string, { seed, message, input }: Failure): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}-${seed}.txt`);
  writeFileSync(path, `${input}\n\n${message}\n`);
  return path;
}

function finish(): void {
  const sum = [...done.values()].reduce((a, b) => a + b, 0);
  for (const [name, count] of done) say(`${count} ${name}`);
  for (const [kind, times] of failures) say(`✗ ${times} × ${kind}`);
  say(`${sum} inputs, ${failures.size} kinds of failures`);
  process.exit(failures.size === 0 ? 0 : 1);
}
