/** The evaluator as a real child process: what only a real one can show. Everything else is tested in process. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import { nodeClock } from '../../../server/src/session/nodeClock.ts';
import { NodeHost, projectNode, testEvaluator } from './nodeProcesses.ts';

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

/** The exception that ends it is printed by code of its own. */
const endlessText = `
class Endless(Exception):
    def __str__(self):
        print('ready')
        while True:
            pass
raise Endless()
`;

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

  it('shows a program an environment of its own', async () => {
    const run = node.run('import os\nprint(sorted(os.environ))');
    expect(await run.printed).not.toContain('PATH');
  });
});

describe('a program that does not end', () => {
  it.each([
    ['a loop', "print('ready')\nwhile True:\n    pass\n"],
    ['a scan', endlessScan],
    ['a loop that catches everything', stubborn],
    ['a text of its value', endlessText],
    ['a sleep', "import time\nprint('ready')\ntime.sleep(10**9)\n"],
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
    node.host.dispose();
    node = new NodeHost(await testEvaluator(), nodeClock);
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

it('a program that takes more memory than it may is stopped, and what it had is there', async () => {
  await node.run('kept = 1').ended;
  const run = node.run("x = []\nwhile True:\n    x.append('a' * 1000 + str(len(x)))\n", {
    memoryBytes: 128 * 2 ** 20,
  });
  const end = await run.ended;
  expect(end).toMatchObject({ outcome: 'outOfBudget', namespaceLost: false });
  expect(end.error?.message).toBe('The program needs more than 128 MB of memory.');
  expect(await node.run('print(kept)').printed).toBe('1\n');
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

  // On Windows there is no `ps`; the channel that ends the process is the same.
  it.skipIf(process.platform === 'win32')('goes with its server, also in the middle of a run', async () => {
    const { execPath, entry } = await testEvaluator();
    const server = spawn(projectNode, ['--input-type=module', '-e', lonelyServer], {
      env: { ...process.env, ENTRY: entry, EXEC_PATH: execPath },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
    const evaluator = Number(line);
    expect(stateOf(evaluator)).toMatch(/^[A-Y]/);
    server.kill('SIGKILL');
    await expect.poll(() => stateOf(evaluator), { timeout: 20_000 }).toMatch(/^(?:Z.*)?$/);
  });
});

const sourceOf = (name: string): string => JSON.stringify(new URL(`../../../${name}`, import.meta.url).href);

/** A server that runs a loop without end in an evaluator and tells its number. */
const lonelyServer = `
  import { startNodeEvaluators } from ${sourceOf('server/src/session/nodeEvaluatorProcess.ts')};
  import { protocolVersion } from ${sourceOf('protocol/src/version.ts')};
  const { ENTRY: entry, EXEC_PATH: execPath } = process.env;
  let child;
  const text = "print('ready')\\nwhile True:\\n    pass\\n";
  const run = { type: 'run', runId: 1, uri: 'file:///a.py', version: 1, text, cells: [{ start: 0, end: text.length }] };
  const options = { floatX: 'float64', timeoutMs: 600000, memoryBytes: 2 ** 28 };
  const message = ({ type }) => {
    if (type === 'event') console.log(child.pid);
  };
  const evaluator = startNodeEvaluators({ entry, execPath, onStart: (started) => (child = started) })({
    message,
    exited: () => {},
  });
  evaluator.send({ type: 'hello', protocolVersion, interruptBuffer: null });
  evaluator.send({ ...run, reset: false, droppedScans: [], options, workspace: { roots: [], texts: [] } });
`;

/** What `ps` says of a process; nothing when it is gone, Z when only nobody has asked for its end. */
const stateOf = (id: number): string =>
  spawnSync('ps', ['-o', 'stat=', '-p', String(id)], { encoding: 'utf8' }).stdout.trim();
