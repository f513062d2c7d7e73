/**
 * The program that a real Python runs, and the evaluator's answer to the same question, on the same programs. Where there is no python3 the
 * way to say so is tested; where it has NumPy, arrays are compared too.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../client/src/comparison/compareNames.ts';
import { type PythonAnswer, readAnswer } from '../../../client/src/comparison/pythonAnswer.ts';
import { commandLine, type PythonCall } from '../../../client/src/comparison/pythonRunner.ts';
import { runPython } from '../../../client/src/nodePython.ts';
import { Session } from '../../unit/session/session.ts';

const script = fileURLToPath(new URL('../../../python/tell_names.py', import.meta.url));
const never = new AbortController().signal;

const callOf = (text: string, executable = 'python3'): PythonCall => ({
  executable,
  args: [script],
  folder: process.cwd(),
  input: JSON.stringify({ text, name: '/program.py', limit: 100 }),
  timeoutMs: 20_000,
});

function has(module: string): boolean {
  try {
    execFileSync('python3', ['-c', `import ${module}`], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

async function pythonNames(text: string): Promise<PythonAnswer> {
  const { stdout } = await runPython(callOf(text), never);
  return readAnswer(stdout);
}

const plain = `
n = 3
big = 2 ** 80
x = 1 / 3
flag = n > 2
name = 'text with "quotes" and é'
nested = {'a': [1, 2.5, None], 'b': (True, 'x')}
z = 1 + 2j
nothing = None
def f(): pass
class C: pass
c = C()
print('noise')
_hidden = 5
`;

const arrays = `
import numpy as np
a = np.arange(6).reshape(2, 3) / 7
b = np.array([np.nan, np.inf, -np.inf])
c = np.array([True, False])
d = np.float32(0.1)
e = np.array([2 ** 62], dtype='int64')
z = np.array([1 + 2j])
`;

const programs = [plain, ...(has('numpy') ? [arrays] : [])];

if (has('json')) describe('with a real Python', withPython);

/** Without one there is nothing to compare with. */
function withPython(): void {
  it.each(programs)('names hold the same: %#', async (text) => {
    const session = await Session.start();
    session.run(text);
    const here = session.ask('names', { limit: 100 });
    const { names, error } = await pythonNames(text);
    expect(error).toBeNull();
    expect(names.length).toBeGreaterThan(5);
    const different = compareNames(here ?? [], names).filter(({ verdict }) => verdict.kind !== 'equal');
    expect(different).toEqual([]);
  });

  it('tells the error with which a program ended, and what it had until then', async () => {
    const { error, names } = await pythonNames('a = 1\nb = 1 / 0\n');
    expect(error).toBe('ZeroDivisionError: division by zero');
    expect(names.map(({ name }) => name)).toEqual(['a']);
  });

  it('setting pythonTimeoutSeconds: is stopped after its time', async () => {
    const { failure } = await runPython({ ...callOf('while True: pass'), timeoutMs: 300 }, never);
    expect(failure).toBe('timeout');
  });
}

describe('starting Python', () => {
  it('says when it is not there', async () => {
    const { failure } = await runPython(callOf('', '/no/such/python'), never);
    expect(failure).toBe('missing');
  });

  it('shows the command as it would be written', () => {
    expect(commandLine({ ...callOf('', '/opt/my python'), args: ['/a/b.py'] })).toBe(
      '"/opt/my python" /a/b.py',
    );
  });
});
