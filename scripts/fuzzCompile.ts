/**
 * Compares the backends on random programs.
 *
 *     npm run fuzz:compile [-- --count N] [--seed N] [--size N] [--rare PERCENT]
 *
 * A program that differs is made smaller and named by its seed and size, which make it again.
 */
import { parseArgs } from 'node:util';
import { compareBackends } from '../test/unit/compile/random/compareBackends.ts';
import { type RandomOptions, randomProgram } from '../test/unit/compile/random/randomScans.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '12' },
    rare: { type: 'string', default: '15' },
  },
});

const first = Number(values.seed);
const tally = new Map<string, number>();
const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);
let differing = 0;

for (let seed = first; seed < first + Number(values.count); seed++) {
  const options = { seed, size: Number(values.size), rarePercent: Number(values.rare) };
  const difference = tried(options);
  if (difference === null) continue;
  differing++;
  const small = smallest(options);
  console.log(`seed ${seed} size ${small.size}: ${tried(small)}`);
}
for (const [what, times] of [...tally].sort(([, a], [, b]) => b - a)) console.log(`${times} ${what}`);
console.log(`${differing} differ`);
if (differing > 0) process.exitCode = 1;

function tried(options: RandomOptions): string | null {
  const program = randomProgram(options);
  if (program === null) {
    count('refused');
    return null;
  }
  try {
    const { difference, ran, fallbacks } = compareBackends(program);
    count(`ran: ${ran}`);
    for (const { reason } of fallbacks) count(`left to the reference: ${reason}`);
    return difference;
  } catch (error) {
    return (error as Error).stack ?? String(error);
  }
}

/** The same program with fewer moves, as long as it differs. */
function smallest(options: RandomOptions): RandomOptions {
  for (let size = 0; size < options.size; size++) {
    const smaller = { ...options, size };
    if (tried(smaller) !== null) return smaller;
  }
  return options;
}
