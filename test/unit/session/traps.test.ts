/** Code of ours that traps: the person is told in one line whose fault it is, nothing is lost, and the next run works. */
import { afterEach, expect, it, vi } from 'vitest';
import type { EvaluatorMessage } from '../../../protocol/src/evaluator.ts';
import { protocolVersion } from '../../../protocol/src/version.ts';
import { inlineResultsOf } from '../../../server/src/features/inlineResults.ts';
import { Evaluator } from '../../../server/src/session/evaluator.ts';
import { testParser } from '../../oracle/inProcess.ts';
import { type Trap, trapBytes } from '../compile/trap.ts';

const parser = await testParser();
let runId = 0;

class Document {
  readonly #messages: EvaluatorMessage[] = [];
  readonly #evaluator = new Evaluator({
    parser,
    now: () => performance.now(),
    send: (batch) => this.#messages.push(...batch),
    measureMemory: () => null,
    disk: null,
  });

  constructor() {
    this.#evaluator.receive({ type: 'hello', protocolVersion, interruptBuffer: null });
  }

  run(text: string) {
    this.#messages.length = 0;
    this.#evaluator.receive({
      type: 'run',
      runId: ++runId,
      uri: 'file:///program.py',
      version: runId,
      text,
      cells: [{ start: 0, end: text.length }],
      reset: false,
      options: { floatX: 'float64', timeoutMs: 60_000, memoryBytes: 1024 ** 3 },
      workspace: { roots: [], texts: [] },
    });
    const events = this.#messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
    const logged = this.#messages.flatMap((message) => (message.type === 'log' ? [message.text] : []));
    const ended = this.#messages.find((message) => message.type === 'ended');
    if (ended?.type !== 'ended') throw new Error('the run did not end');
    const shown = inlineResultsOf(text, events, ended.end).map(({ text: line }) => line);
    return { end: ended.end, logged, shown };
  }
}

/** Modules are kept by their bytes, so each trap needs a step of its own. */
const programOf = (trap: Trap): string => `import theano
kept = 41
a = theano.shared(1.0, name='a')
_, updates = theano.scan(lambda: {a: a * ${trap === 'unreachable' ? 1.5 : 2.5}}, n_steps=4)
f = theano.function([], [], updates=updates)
b = theano.shared(0)
theano.function([], [], updates=theano.scan(lambda: {b: b + 2}, n_steps=4)[1])()
`;

afterEach(() => vi.unstubAllGlobals());

/** From now on all code that is made traps. */
function trapInNewCode(trap: Trap): { readonly made: number } {
  const { Module } = WebAssembly;
  const count = { made: 0 };
  function TrappingModule(): WebAssembly.Module {
    count.made++;
    return new Module(trapBytes(trap));
  }
  vi.stubGlobal(
    'WebAssembly',
    Object.create(WebAssembly, { Module: { value: TrappingModule } }) as typeof WebAssembly,
  );
  return count;
}

it.each([
  ['unreachable', 'ScanLens itself failed: unreachable'],
  ['outOfBounds', 'ScanLens itself failed: memory access out of bounds'],
] as const)('%s', (trap, message) => {
  const document = new Document();
  expect(document.run(programOf(trap)).end.outcome).toBe('finished');
  const count = trapInNewCode(trap);
  const failed = document.run('f()\n');
  expect(count.made).toBe(1);
  expect(failed.end).toMatchObject({ outcome: 'crashed', namespaceLost: false });
  expect(failed.end.error).toMatchObject({ type: 'InternalError', message });
  expect(failed.shown).toEqual([expect.stringContaining(message)]);
  expect(failed.logged).toEqual([expect.stringContaining('RuntimeError')]);

  vi.unstubAllGlobals();
  expect(document.run('print(kept, a.get_value())\n').shown).toEqual(['⇒ 41 1.0']);
  const { end, shown } = document.run(`_, others = theano.scan(lambda: {a: a * 3}, n_steps=4)
theano.function([], [], updates=others)()
print(kept, a.get_value())
`);
  expect([end.outcome, shown.at(-1)]).toEqual(['finished', '⇒ 41 81.0']);
});
