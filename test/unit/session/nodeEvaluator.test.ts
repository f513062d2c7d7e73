/** The evaluator as a real child process: what only a real one can show. Everything else is tested in process. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import { NodeHost, testEvaluator } from './nodeProcesses.ts';

let node: NodeHost;
beforeEach(async () => {
  node = new NodeHost(await testEvaluator());
});
afterEach(() => {
  node.host.dispose();
});

/** Steps that no machine finishes while a test waits. */
const endlessScan = `
import pytensor
import pytensor.tensor as pt
s = pytensor.shared(0)
out, updates = pytensor.scan(lambda: {s: s + 1}, n_steps=10**9)
f = pytensor.function([], [], updates=updates)
print('ready')
f()
`;

/** One operation of JavaScript that takes half a second and asks for nothing. */
const longConversion =
  "import sys\nsys.set_int_max_str_digits(0)\na = 3 ** 1900000\nprint('ready')\nlen(str(a))\n";

const stubborn = `
print('ready')
while True:
    try:
        try:
            while True:
                pass
        except BaseException:
            pass
        except:
            pass
    finally:
        continue
`;

describe('a real process', () => {
  it('keeps the namespace from run to run, one for each document', async () => {
    expect(await node.run('a = 20\nprint(a)').printed).toBe('20\n');
    expect(await node.run('print(a + 1)').printed).toBe('21\n');
    expect((await node.run('print(a)', { uri: 'file:///other.py' }).ended).error?.type).toBe('NameError');
    expect(node.children).toHaveLength(2);
  });

  it('gets nothing of the environment', async () => {
    const run = node.run('import os\nprint(sorted(os.environ))');
    expect(await run.printed).not.toContain('PATH');
  });
});

describe('a program that does not end', () => {
  it.each([
    ['a loop', "print('ready')\nwhile True:\n    pass\n"],
    ['a scan', endlessScan],
    ['a loop that catches everything', stubborn],
  ])('%s is cancelled', async (_, text) => {
    await node.run('kept = 1').ended;
    const run = node.run(text);
    await run.hasPrinted;
    run.handle.cancel();
    expect(await run.ended).toMatchObject({ outcome: 'cancelled', namespaceLost: false });
    expect(await node.run('print(kept)').printed).toBe('1\n');
  });

  it('and can not be stopped in between is ended with its process, and what it printed stays', async () => {
    // A cancel that comes before the conversion has begun still finds the program between two statements: then once more.
    let end: RunEnd | null = null;
    for (let tries = 0; tries < 10 && end?.namespaceLost !== true; tries++) {
      const run = node.run(longConversion);
      await run.hasPrinted;
      run.handle.cancel();
      end = await run.ended;
      expect(end.outcome).toBe('cancelled');
      expect(await run.printed).toBe('ready\n');
    }
    expect(end?.namespaceLost).toBe(true);
    expect(await node.run('print(2)').printed).toBe('2\n');
  });

  it('runs out of time', async () => {
    const run = node.run(stubborn, { timeoutMs: 300 });
    const end = await run.ended;
    expect(end).toMatchObject({ outcome: 'outOfBudget', namespaceLost: false });
    expect(end.error).toMatchObject({
      type: 'BudgetExceeded',
      message: 'The program ran longer than 0.3 s.',
    });
  });
});

describe('a process that dies', () => {
  it('costs the namespace and nothing else', async () => {
    const run = node.run("print('ready')\nwhile True:\n    pass\n");
    await run.hasPrinted;
    node.children[0]?.kill('SIGKILL');
    const end = await run.ended;
    expect(end).toMatchObject({ outcome: 'crashed', namespaceLost: true });
    expect(end.error?.message).toContain('signal SIGKILL');
    expect(await node.run('print(2)').printed).toBe('2\n');
    expect(node.children).toHaveLength(2);
  });
});
