/**
 * The programs of the oracle set on a device: those in float32 as they are, all others with the permission to compute in float32. They have
 * to return and change what the reference does, as near as float32 can be, and to say where they ran.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackendChoice } from '../../protocol/src/evaluator.ts';
import { type ProgramRun, runInProcess } from '../oracle/inProcess.ts';
import { hasOracle, listCases, type OracleCase, oracleFolder } from '../oracle/runOracle.ts';
import { openGpu, testHost } from './openGpu.ts';

/** Programs whose scans are in float32. */
const inFloat32 = ['taps/vector_autoregression_pt', 'nested/rnn_class', 'dtypes/float32_mode'];

/** Trains for hundreds of calls, and rounding in float32 grows with each. */
const divergent = ['programs/elman_rnn'];

const tolerance = 1e-3;
const isOnDevice = (backend: string): boolean => backend.startsWith('gpu: ');

function run({ name, floatX }: OracleCase, options: { backend: BackendChoice; allowFloat32?: boolean }) {
  const text = readFileSync(join(oracleFolder, 'cases', `${name}.py`), 'utf8');
  const fileName = `${name.split('/').at(-1)}.py`;
  return runInProcess(text, { ...options, floatX, fileName, gpu: testHost, timeoutMs: 40_000 });
}

const backends = ({ document }: ProgramRun): string[] => document.calls.map(({ backend }) => backend);

/** What was returned and changed, without what was printed and where it ran. */
const effects = ({ document: { calls, finalState } }: ProgramRun): unknown => ({
  calls: calls.map(({ backend: _, elapsedMs: __, ...rest }) => rest),
  finalState,
});

/** Where two documents differ by more than rounding. */
function differences(found: unknown, wanted: unknown, path = ''): string[] {
  if (typeof found === 'number' && typeof wanted === 'number') {
    const isNear = Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
    return isNear || Object.is(found, wanted) ? [] : [`${path}: ${found} instead of ${wanted}`];
  }
  if (typeof found !== 'object' || typeof wanted !== 'object' || found === null || wanted === null)
    return found === wanted ? [] : [`${path}: ${String(found)} instead of ${String(wanted)}`];
  const [a, b] = [found as Record<string, unknown>, wanted as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], `${path}/${key}`),
  );
}

if (hasOracle()) {
  describe('programs on a device', () => {
    const cases = listCases().map((one) => [one.name, one] as const);

    it.each(cases.filter(([name]) => inFloat32.includes(name)))('%s, in float32', async (_, one) => {
      openGpu();
      const [reference, found] = [
        await run(one, { backend: 'reference' }),
        await run(one, { backend: 'gpu' }),
      ];
      expect(backends(found).some(isOnDevice)).toBe(true);
      expect(differences(effects(found), effects(reference))).toEqual([]);
    });

    it('that are allowed to compute in float32 do so, and say it', async () => {
      openGpu();
      const wrong: string[] = [];
      let ran = 0;
      for (const [name, one] of cases) {
        if (divergent.includes(name)) continue;
        const found = await run(one, { backend: 'gpu', allowFloat32: true });
        const narrowed = backends(found).filter(
          (backend) => isOnDevice(backend) && / in float32/.test(backend),
        );
        if (narrowed.length === 0) continue;
        ran++;
        const reference = await run(one, { backend: 'reference' });
        wrong.push(...differences(effects(found), effects(reference), name));
      }
      expect([wrong, ran > 30]).toEqual([[], true]);
    }, 180_000);
  });
} else {
  it('can not be compared without the oracle set', () => {
    console.warn(`The oracle set is not at ${oracleFolder}, so its programs do not run on the device.`);
  });
}
