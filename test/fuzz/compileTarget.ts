/** Both backends give the same on random scans (`npm run fuzz:compile` looks for more of them, and makes them small). */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { compareBackends } from '../unit/compile/random/compareBackends.ts';
import { randomProgram } from '../unit/compile/random/randomScans.ts';
import { fuzzTarget } from './target.ts';

export const target = fuzzTarget({
  inputs: fc.record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 14 }), rarePercent: fc.nat(30) }),
  print: (options) => JSON.stringify(options),
  check(options) {
    const program = randomProgram(options);
    if (program === null) return;
    const { difference } = compareBackends(program);
    ok(difference === null, difference ?? '');
  },
});
