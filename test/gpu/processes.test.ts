/** Real evaluators with a device, as they ship: started as processes, with a bundle for the thread of the device. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/src/results.ts';
import type { NodeEvaluatorOptions } from '../../server/src/session/nodeEvaluatorProcess.ts';
import { runText } from '../processes/cli/runText.ts';
import { NodeHost, testEvaluator } from '../processes/session/nodeProcesses.ts';
import { openGpu } from './openGpu.ts';

let evaluator: NodeEvaluatorOptions;
let host: NodeHost;

beforeAll(async () => {
  // Says what is missing where there is no device.
  openGpu();
  evaluator = await testEvaluator();
  await build({
    entryPoints: [fileURLToPath(new URL('../../server/src/session/nodeGpuWorker.ts', import.meta.url))],
    outfile: join(dirname(evaluator.entry!), 'gpu.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['webgpu', 'gl'],
    logLevel: 'error',
  });
  host = new NodeHost(evaluator);
});

afterAll(() => host.host.dispose());

const decay = (stepCount: number): string => `
import numpy as np, theano
a = theano.shared(np.ones(64, 'float32'), name='a')
_, updates = theano.scan(lambda: {a: a * np.float32(0.5) + np.float32(1)}, n_steps=${stepCount})
f = theano.function([], [], updates=updates)
print('made')
f()
print(a.get_value()[0])
`;

const backendsOf = (events: readonly RunEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'call' ? [event.call.backend] : []));

describe('a device in a process', () => {
  it('computes what the command line is asked to run', async () => {
    const { code, out, error } = await runText(decay(40), { backend: 'gpu', evaluator });
    expect([code, out]).toEqual([0, 'made\n2.0\n']);
    expect(error).toMatch(/1 call of compiled functions, backend gpu: \w/);
  });

  it('computes in float32 what is float64, where that is allowed', async () => {
    const program = decay(40).replaceAll("'float32'", "'float64'").replaceAll('float32', 'float64');
    const refused = await runText(program, { backend: 'gpu', evaluator });
    expect(refused.error).toMatch(/backend wasm \(gpu: float64, unless float32 is allowed\)/);
    const allowed = await runText(program, { backend: 'gpu', allowFloat32: true, evaluator });
    expect(allowed.out).toBe('made\n2.0\n');
    expect(allowed.error).toMatch(/backend gpu: .+ in float32,/);
  });

  it('is not what is chosen by itself where the CPU pretends to be it', async () => {
    const { error } = await runText(decay(40), { backend: 'auto', evaluator });
    expect(error).toMatch(/backend wasm,/);
  });

  it('is stopped in the middle of a scan, whose state stays as it was', async () => {
    const run = host.run(decay(1_000_000), { backend: 'gpu', timeoutMs: 60_000 });
    await run.hasPrinted;
    const progress = new Promise<void>((resolve) => {
      const ask = setInterval(() => {
        if (!run.events.some(({ type }) => type === 'progress')) return;
        clearInterval(ask);
        resolve();
      }, 5);
    });
    await progress;
    run.handle.cancel();
    expect(await run.ended).toMatchObject({ outcome: 'cancelled', namespaceLost: false });
    const after = host.run('print(a.get_value()[0])');
    expect(await after.printed).toBe('1.0\n');
  });

  it('goes on in the same process after that', async () => {
    const run = host.run(decay(300), { backend: 'gpu', timeoutMs: 60_000 });
    expect(await run.printed).toBe('made\n2.0\n');
    expect(backendsOf(run.events)).toEqual([expect.stringMatching(/^gpu: /)]);
    expect(host.children.length).toBe(1);
  });
});
