/**
 * Drives the built server through faults at random (`test/chaos`), and checks after each that nothing is lost, stuck or left behind.
 *
 *     npm run test:chaos [-- --seed N] [--minutes N] [--short] [--only WORDS]
 *
 * The seed is printed; with it the same faults come in the same order. `--short` is the form that `npm test` runs.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chaosActions } from '../test/chaos/chaosActions.ts';
import { ChaosWorld } from '../test/chaos/chaosWorld.ts';
import { elapsed, say } from './support/progress.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

const shortSeed = 7;
const seed = Number(values.seed ?? (values.short ? shortSeed : Date.now() % 1_000_000));
const size = values.short ? { edits: 200, documents: 20 } : { edits: 10_000, documents: 100 };
const names = Object.keys(chaosActions).filter((name) => name.includes(values.only));

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'chaos-')));
const random = mulberry(seed);
const world = new ChaosWorld({ folder, random });
const start = performance.now();
let count = 0;
let present = 'the beginning';

say(`seed ${seed}`);
try {
  await world.begin();
  for (const name of order()) {
    present = name;
    const began = performance.now();
    await chaosActions[name]!(world, size);
    await world.check();
    count++;
    if (!values.short) say(`${name} (${elapsed(began)})`);
  }
  present = 'the end';
  await world.end();
  say(`${count} faults in ${elapsed(start)}, and everything works`);
} catch (error) {
  say(`✗ fault ${count + 1}, ${present}: ${error instanceof Error ? error.stack : String(error)}`);
  say(`npm run test:chaos -- --seed ${seed}${values.short ? ' --short' : ''}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

/** In the short form each fault once, in an order of the seed; else any of them until the time is over. */
function* order(): Generator<string> {
  if (values.short) {
    yield* names
      .map((name) => ({ name, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ name }) => name);
    return;
  }
  const end = start + Number(values.minutes) * 60_000;
  while (performance.now() < end) yield names[Math.floor(random() * names.length)]!;
}

/** Numbers from 0 to 1 (Tommy Ettinger's Mulberry32). */
function mulberry(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
