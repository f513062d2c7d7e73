/** A device that goes away in the middle of a run: the same numbers come from the CPU, the reason is told, and all goes on. */
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EvaluatorMessage } from '../../protocol/src/evaluator.ts';
import { protocolVersion } from '../../protocol/src/version.ts';
import { Evaluator } from '../../server/src/session/evaluator.ts';
import { nodeGpuHost } from '../../server/src/session/nodeGpu.ts';
import { testParser } from '../oracle/inProcess.ts';
import { openGpu } from './openGpu.ts';

const parser = await testParser();
const fragile = fileURLToPath(new URL('fragileDevice.ts', import.meta.url));

/** A document whose runs ask for the GPU. */
class Document {
  readonly #messages: EvaluatorMessage[] = [];
  readonly #evaluator = new Evaluator({
    parser,
    now: () => performance.now(),
    send: (batch) => this.#messages.push(...batch),
    measureMemory: () => null,
    disk: null,
    gpu: nodeGpuHost(() => fragile),
  });
  #runId = 0;

  constructor() {
    this.#evaluator.receive({ type: 'hello', protocolVersion, interruptBuffer: null });
  }

  run(text: string) {
    this.#messages.length = 0;
    this.#evaluator.receive({
      type: 'run',
      runId: ++this.#runId,
      uri: 'file:///program.py',
      version: this.#runId,
      text,
      cells: [{ start: 0, end: text.length }],
      reset: false,
      options: {
        floatX: 'float64',
        backend: 'gpu',
        gpu: { allowFloat32: false },
        timeoutMs: 60_000,
        memoryBytes: 1024 ** 3,
      },
      workspace: { roots: [], texts: [] },
    });
    const events = this.#messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
    return {
      printed: events.flatMap((event) => (event.type === 'output' ? [event.text] : [])).join(''),
      calls: events.flatMap((event) => (event.type === 'call' ? [event.call] : [])),
      logged: this.#messages.filter(({ type }) => type === 'log'),
    };
  }
}

const program = `
import numpy as np, theano
kept = 41
a = theano.shared(np.ones(64, 'float32'), name='a')
_, updates = theano.scan(lambda: {a: a + np.float32(1)}, n_steps=2000)
f = theano.function([], [], updates=updates)
`;

afterEach(() => vi.unstubAllEnvs());

describe('a device', () => {
  it.each([
    ['lost 1', 'the device was lost: '],
    ['lost 14', 'the device was lost: '],
    ['thrown 14', 'the driver failed'],
  ])('%s', (fault, reason) => {
    // Says what is missing where there is no device.
    openGpu();
    vi.stubEnv('DEVICE_FAULT', fault);
    const document = new Document();
    document.run(program);
    const first = document.run('f()\nprint(kept, a.get_value()[[0, 63]])\n');
    expect(first.printed).toBe('41 [2001. 2001.]\n');
    const second = document.run('f()\nprint(kept, a.get_value()[[0, 63]])\n');
    expect(second.printed).toBe('41 [4001. 4001.]\n');
    // The first call may have got its numbers before the device went.
    const [last] = second.calls;
    expect(last?.backend).toBe('wasm');
    expect(last?.fallbacks).toEqual([{ backend: 'gpu', reason: expect.stringContaining(reason) }]);
    expect([...first.logged, ...second.logged]).toEqual([]);
  });
});
