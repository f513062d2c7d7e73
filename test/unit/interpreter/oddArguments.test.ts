/** Odd calls of what is built in end in a Python exception, never in an error of our own. */
import { describe, expect, it } from 'vitest';
import { pythonExceptionOf } from '../../../server/src/interpreter/interpreter.ts';
import { runProgram } from './runFixture.ts';

const receivers = [
  ...["'abc'", '5', '2.5', '1j', 'True', '[1, 2]', '(1, 2)', '{1: 2}', '{1, 2}', 'frozenset([1])'],
  ...['range(3)', '{}.keys()', 'iter([1])', '(i for i in [1])', 'ValueError(1)'],
];
const oddArguments = ['', 'None', '-1', "'ab'", '[]', 'object()', '1, 2, 3, 4, 5, 6'];

/** A program that calls every name of one value, on the value and on its type, and keeps what raised. */
const callAll = (receiver: string): string => `
def attempt(call):
    try:
        call()
        return 'ended'
    except Exception as error:
        return type(error).__name__
    except NotSupportedByScanLens:
        return 'refused'

endings = set()
names = [name for name in dir(${receiver}) if callable(getattr(${receiver}, name, None))]
for name in names:
    for owner in (lambda: ${receiver}, lambda: type(${receiver})):
${oddArguments.map((args) => `        endings.add(attempt(lambda: getattr(owner(), name)(${args})))`).join('\n')}
print(len(names) > 5, 'TypeError' in endings)
`;

describe.each([2, 3] as const)('odd arguments in Python %i', (python) => {
  it.each(receivers)('of the methods of %s', async (receiver) => {
    const { stdout, traceback } = await runProgram(callAll(receiver), { python });
    expect(traceback).toBeNull();
    expect(stdout).toMatch(/True.* True/);
  });
});

it('is an exception of Python and not ours that a missing argument gives', async () => {
  const { traceback } = await runProgram('filter(None)\n', { python: 3 });
  expect(traceback).toMatch(/TypeError: filter expected 2 arguments, got 1$/);
  expect(pythonExceptionOf(new TypeError('ours'))).toBeNull();
});

it.each([
  ['math.comb(10**30, 10**30)', '1'],
  ['math.comb(10, 3)', '120'],
  ['math.perm(5, 2)', '20'],
  ['[] * 10**12', '[]'],
])('%s is there at once', async (expression, shown) => {
  expect((await runProgram(`import math\nprint(${expression})\n`, { python: 3 })).stdout.trim()).toBe(shown);
});
