/**
 * WebGL2 as evaluators in a browser use it: the programs of the cases, recorded where JavaScript runs them, run in a worker of Chromium with
 * the very program that ships.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../scripts/support/chromium.ts';
import { Gpu } from '../../server/src/compile/backends/gpu/gpu.ts';
import type { GpuDevice } from '../../server/src/compile/backends/gpu/gpuDevice.ts';
import type { Chunk, ChunkResult } from '../../server/src/compile/backends/gpu/gpuProgram.ts';
import { startBrowser } from '../e2e/driver/browser.ts';
import { expectOnDevice, gpuCases } from '../unit/compile/gpu/gpuCases.ts';
import { randomGpuCase } from '../unit/compile/gpu/randomGraphs.ts';
import { hostOf, ScriptDevice } from '../unit/compile/gpu/scriptDevice.ts';
import { tolerances } from '../unit/compile/tolerances.ts';

/** The page's own worker, as far as it is used. */
interface PageWorker {
  onerror: (event: { message: string }) => void;
  onmessage: (event: { data: unknown }) => void;
  postMessage(message: unknown): void;
}

/** What the functions that run in the page find there. */
declare const self: {
  worker: PageWorker;
  Worker: new (url: string) => PageWorker;
};

/** A device that another one answers for, and what it was asked. */
class Recording extends ScriptDevice {
  readonly chunks: { readonly chunk: Chunk; readonly result: ChunkResult }[] = [];

  override run(chunk: Chunk, checkpoint: () => void): ChunkResult {
    const result = super.run(chunk, checkpoint);
    this.chunks.push({ chunk, result });
    return result;
  }
}

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../server/src/session/${name}`, import.meta.url))],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'cjs',
    mainFields: ['browser', 'module', 'main'],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const program = await bundled('browserGpu.ts');
  const lock = await bundled('threadLock.ts');
  browser = await startBrowser(await ensureChromium());
  page = await browser.newPage();
  // The thread is locked before the program is read, as that of an evaluator is, and the program is started as there.
  const start = `const MakeFunction = Function;
    { const module = {}; ${lock}; module.exports.lockThread(self); }
    new MakeFunction('Function', ${JSON.stringify(program)})(MakeFunction);`;
  await page.evaluate((begin) => {
    const answer = `onmessage = ({ data }) => {
      try {
        globalThis.device ??= openScanLensDevice();
        postMessage(data === null ? device.adapter ?? device : device.run(data, () => undefined));
      } catch (error) { postMessage({ error: String(error && error.stack || error) }); }
    };`;
    const text = new Blob([`${begin}\n${answer}`], { type: 'text/javascript' });
    self.worker = new self.Worker(URL.createObjectURL(text));
  }, start);
});

afterAll(() => browser.close());

/** What the worker answers. Arrays go there and back as lists of numbers. */
function ask(chunk: Chunk | null): Promise<unknown> {
  return page.evaluate(
    (text) => {
      const { worker } = self;
      const message: unknown = JSON.parse(text, (_, value: unknown) => {
        const array = value as { floats?: number[] } | null;
        return array?.floats ? Float32Array.from(array.floats) : value;
      });
      return new Promise((resolve) => {
        worker.onerror = (event) => resolve({ error: event.message });
        worker.onmessage = ({ data }) =>
          resolve(
            JSON.parse(
              JSON.stringify(data, (_, value: unknown) =>
                ArrayBuffer.isView(value) ? [...(value as Float32Array)] : value,
              ),
            ),
          );
        worker.postMessage(message);
      });
    },
    JSON.stringify(chunk, (_, value: unknown) =>
      value instanceof Float32Array ? { floats: [...value] } : value,
    ),
  );
}

/** Everything that running the cases asks of a device. */
function recorded(cases: readonly Parameters<typeof expectOnDevice>[1][]): Recording['chunks'] {
  const recording = new Recording();
  const gpu = new Gpu({ host: hostOf(recording as GpuDevice), now: () => 0, tellSpeeds: () => undefined });
  for (const one of cases) expectOnDevice(gpu, one);
  return recording.chunks;
}

describe('WebGL2 in a worker', () => {
  it('has a name', async () => {
    expect(await ask(null)).toMatchObject({ mode: 'webgl2', name: expect.stringMatching(/\w/) });
  });

  it('gives what the cases give', async () => {
    const random = Array.from({ length: 10 }, (_, seed) => randomGpuCase(seed + 7, 6));
    const wrong: string[] = [];
    for (const { chunk, result } of recorded([...gpuCases, ...random])) {
      const found = (await ask(chunk)) as { rows?: number[][]; states?: number[][]; error?: string };
      if (found.error !== undefined) wrong.push(found.error);
      else {
        const pairs = [
          ...result.rows.map((row, i) => [row, found.rows![i]!] as const),
          ...result.states.map((state, i) => [state, found.states![i]!] as const),
        ];
        wrong.push(...pairs.flatMap(([wanted, given]) => differences(given, wanted, chunk)));
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

function differences(found: readonly number[], wanted: Float32Array, { program }: Chunk): string[] {
  const scale = wanted.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const allowed = scale * tolerances.gpu.trigonometric;
  const at = wanted.findIndex((one, i) => !(Math.abs(one - found[i]!) <= allowed));
  const text = program.kernels.map(({ source }) => source).join('\n');
  return at < 0 ? [] : [`element ${at}: ${found[at]} instead of ${wanted[at]} from ${text}`];
}
