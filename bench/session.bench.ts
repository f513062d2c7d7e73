/** From a click to the first result, and from Cancel to the end of a run, with real evaluator processes. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunEnd } from '../protocol/src/evaluator.ts';
import type { RunEvent } from '../protocol/src/results.ts';
import { EvaluatorHost, type RunHandle } from '../server/src/session/evaluatorHost.ts';
import { nodeClock } from '../server/src/session/nodeClock.ts';
import { startNodeEvaluators } from '../server/src/session/nodeEvaluatorProcess.ts';
import { type Measurement, quantile } from './measurement.ts';

const example = readFileSync(new URL('../examples/pytensor/four_variants.py', import.meta.url), 'utf8');
const endless = "print('ready')\nwhile True:\n    pass\n";
const endlessScan = `
import pytensor
s = pytensor.shared(0)
out, updates = pytensor.scan(lambda: {s: s + 1}, n_steps=10**9)
f = pytensor.function([], [], updates=updates)
print('ready')
f()
`;

/** What ships is measured when it was built; else the sources. */
const bundle = fileURLToPath(new URL('../dist/evaluator/node.cjs', import.meta.url));
const start = startNodeEvaluators(existsSync(bundle) ? { entry: bundle } : {});

async function withHost<T>(action: (host: EvaluatorHost) => Promise<T>): Promise<T> {
  const host = new EvaluatorHost({ start, clock: nodeClock, log: (text) => console.error(text) });
  try {
    return await action(host);
  } finally {
    host.dispose();
  }
}

function run(host: EvaluatorHost, text: string, onEvent: (event: RunEvent) => void): RunHandle {
  return host.run(
    {
      uri: 'file:///bench.py',
      version: 1,
      text,
      cells: [{ start: 0, end: text.length }],
      reset: true,
      workspace: { roots: [], texts: [] },
      options: { floatX: 'float64', timeoutMs: 60_000, memoryBytes: 1024 ** 3 },
    },
    onEvent,
  );
}

/** The time until the first output arrives; the run is awaited too. */
async function firstResult(host: EvaluatorHost): Promise<number> {
  const startedAt = performance.now();
  let firstAt = Number.NaN;
  const end = await run(host, example, (event) => {
    if (event.type === 'output' && Number.isNaN(firstAt)) firstAt = performance.now();
  }).ended;
  requireOutcome(end, 'finished');
  return firstAt - startedAt;
}

function requireOutcome(end: RunEnd, outcome: RunEnd['outcome']): void {
  if (end.outcome !== outcome) throw new Error(`${end.outcome} instead of ${outcome}: ${end.error?.message}`);
}

/** What remains when nothing else happens on the machine. */
async function best(count: number, sample: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < count; index++) least = Math.min(least, await sample());
  return least;
}

async function median(count: number, sample: () => Promise<number>): Promise<number> {
  const samples: number[] = [];
  for (let index = 0; index < count; index++) samples.push(await sample());
  return quantile(samples, 0.5);
}

async function cancelling(text: string): Promise<number> {
  return withHost((host) =>
    median(5, async () => {
      let tellReady = () => {};
      const ready = new Promise<void>((resolve) => {
        tellReady = resolve;
      });
      const handle = run(host, text, () => tellReady());
      await ready;
      const cancelledAt = performance.now();
      handle.cancel();
      requireOutcome(await handle.ended, 'cancelled');
      return performance.now() - cancelledAt;
    }),
  );
}

/** The editor starts a process when it opens a document; nobody clicks at once. */
async function afterWaiting(host: EvaluatorHost): Promise<number> {
  host.warmUp('pytensor');
  await setTimeout(2000);
  return firstResult(host);
}

/** As the editor starts evaluators; the first one leaves its code for the others. */
async function withKeptCode<T>(action: () => Promise<T>): Promise<T> {
  process.env['NODE_COMPILE_CACHE'] = mkdtempSync(join(tmpdir(), 'scanlens-code-'));
  try {
    await withHost(firstResult);
    return await action();
  } finally {
    rmSync(process.env['NODE_COMPILE_CACHE'], { recursive: true });
    delete process.env['NODE_COMPILE_CACHE'];
  }
}

export const measurements: readonly Measurement[] = [
  {
    name: 'click → first result of the seed program, first ever',
    unit: 'ms',
    limit: null,
    measure: () => best(5, () => withHost(firstResult)),
  },
  {
    name: 'click → first result of the seed program, evaluator cold',
    unit: 'ms',
    limit: { atMost: 300 },
    measure: () => withKeptCode(() => best(8, () => withHost(firstResult))),
  },
  {
    name: 'click → first result of the seed program, evaluator waits since the document was opened',
    unit: 'ms',
    limit: { atMost: 50 },
    measure: () => withKeptCode(() => best(5, () => withHost(afterWaiting))),
  },
  {
    name: 'click → first result of the seed program, evaluator warm',
    unit: 'ms',
    limit: { atMost: 50 },
    measure: () =>
      withHost(async (host) => {
        await firstResult(host);
        return best(10, () => firstResult(host));
      }),
  },
  {
    name: 'cancel of an endless loop',
    unit: 'ms',
    limit: { atMost: 100 },
    measure: () => cancelling(endless),
  },
  {
    name: 'cancel of an endless scan',
    unit: 'ms',
    limit: { atMost: 100 },
    measure: () => cancelling(endlessScan),
  },
];
