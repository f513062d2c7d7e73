/**
 * Does thousands of times what people do all day, and looks whether the memory stays what it was.
 *
 *     npm run test:leaks [-- --count N] [--only WORDS]
 *
 * Memory is measured at five moments. The first comes when everything that is made once has been made; what is in use at the last one may
 * not be more than a tenth above it (a quarter for whole processes, which give nothing back that they may need again).
 */
import { parseArgs } from 'node:util';
import { evaluatorLeaks } from '../test/leaks/evaluatorLeaks.ts';
import type { LeakCase } from '../test/leaks/leakCase.ts';
import { processLeaks } from '../test/leaks/processLeaks.ts';
import { serverLeaks } from '../test/leaks/serverLeaks.ts';
import { elapsed, say } from './support/progress.ts';

const cases: Readonly<Record<string, { readonly start: () => Promise<LeakCase>; readonly growth: number }>> =
  {
    evaluator: { start: evaluatorLeaks, growth: 1.1 },
    server: { start: serverLeaks, growth: 1.1 },
    processes: { start: processLeaks, growth: 1.25 },
  };

const moments = 5;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, only: { type: 'string', default: '' } },
});
const count = Number(values.count);

for (const [name, { start, growth }] of Object.entries(cases)) {
  if (!name.includes(values.only)) continue;
  const began = performance.now();
  const leakCase = await start();
  const measured = await repeat(leakCase);
  await leakCase.end();
  say(`${count} ${leakCase.name} (${elapsed(began)})`);
  for (const [what, bytes] of measured) {
    const isFlat = bytes.at(-1)! <= bytes[0]! * growth;
    const megabytes = bytes.map((one) => (one / 2 ** 20).toFixed(1)).join(' ');
    say(`${isFlat ? '✓' : '✗'} ${what}: ${megabytes} MB`);
    if (!isFlat) process.exitCode = 1;
  }
}
process.exit();

/** Bytes at each moment, by what uses them. */
async function repeat(leakCase: LeakCase): Promise<ReadonlyMap<string, readonly number[]>> {
  const measured = new Map<string, number[]>();
  for (let done = 1; done <= count; done++) {
    await leakCase.once(done);
    if (done % Math.ceil(count / moments) !== 0) continue;
    for (const [what, bytes] of Object.entries(await leakCase.measure()))
      measured.set(what, [...(measured.get(what) ?? []), bytes]);
  }
  return measured;
}
