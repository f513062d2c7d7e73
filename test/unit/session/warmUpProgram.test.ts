import { expect, test } from 'vitest';
import type { EvaluatorMessage } from '../../../protocol/src/evaluator.ts';
import { Evaluator } from '../../../server/src/session/evaluator.ts';
import type { Library } from '../../../server/src/session/floatX.ts';
import { warmUpRequests } from '../../../server/src/session/warmUpProgram.ts';
import { runInProcess, testParser } from '../../oracle/inProcess.ts';
import { outputsOf } from './fakeEvaluators.ts';

const libraries: readonly Library[] = ['theano', 'aesara', 'pytensor'];

const program = (library: Library): string => `
import ${library}
a = ${library}.shared(1)
outputs, updates = ${library}.scan(lambda: {a: a + 1}, n_steps=10)
f = ${library}.function([], [], updates=updates)
f()
print(a.get_value(), a.name, 'state' in globals())
`;

/** What the evaluator says to the warm-up and to the program after it. */
async function warmAndRun(library: Library): Promise<readonly EvaluatorMessage[]> {
  const messages: EvaluatorMessage[] = [];
  const evaluator = new Evaluator({
    parser: await testParser(),
    now: () => performance.now(),
    send: (batch) => messages.push(...batch),
    measureMemory: () => null,
    disk: null,
  });
  for (const request of warmUpRequests(library)) evaluator.receive(request);
  const text = program(library);
  evaluator.receive({
    type: 'run',
    runId: 1,
    uri: 'file:///program.py',
    version: 1,
    text,
    cells: [{ start: 0, end: text.length }],
    reset: false,
    workspace: { roots: [], texts: [] },
    options: { floatX: 'float64', timeoutMs: 20_000, memoryBytes: 1024 ** 3 },
  });
  return messages;
}

test.each(libraries)('the program for %s runs to its end', async (library) => {
  const messages = await warmAndRun(library);
  const events = messages.flatMap((message) =>
    message.type === 'event' && message.runId === 0 ? [message.event] : [],
  );
  expect(outputsOf(events).join('')).toBe('0.000\n[4. 4.]\n');
  expect(messages).toContainEqual(
    expect.objectContaining({ runId: 0, end: expect.objectContaining({ outcome: 'finished' }) }),
  );
});

test.each(libraries)('a program of %s says the same after it', async (library) => {
  const messages = await warmAndRun(library);
  const after = messages.flatMap((message) =>
    message.type === 'event' && message.runId === 1 ? [message.event] : [],
  );
  const alone = await runInProcess(program(library));
  expect(outputsOf(after).join('')).toBe('11 None False\n');
  expect(outputsOf(after)).toEqual(outputsOf(alone.events));
});
