/** The programs under `examples/`: what they print, change and refuse, under both values of floatX. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { FloatX } from '../../../server/src/session/floatX.ts';
import { runInProcess } from '../../oracle/inProcess.ts';

const example = (name: string): string =>
  readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8');
const runExample = (name: string, floatX: FloatX) => runInProcess(example(name), { floatX });

/** The number, from 1, of the first line of the program that contains `text`. */
const lineOf = (name: string, text: string): number =>
  example(name)
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

const variantsText = '[ 2  3  4  5  6  7  8  9 10 11] 1\n[ 2  3  4  5  6  7  8  9 10 11] 1\n[] 1\n[] 11\n';

it.each([
  ['theano/four_variants.py', 2, 'float64'],
  ['theano/four_variants.py', 2, 'float32'],
  ['pytensor/four_variants.py', 3, 'float64'],
  ['pytensor/four_variants.py', 3, 'float32'],
] as const)('%s (Python %i, %s)', async (name, python, floatX) => {
  const { document, events } = await runExample(name, floatX);
  expect(document.error).toBeNull();
  expect(document).toMatchObject({ python, stdout: variantsText, outcome: 'finished' });
  const calls = events.flatMap((event) => (event.type === 'call' ? [event.call] : []));
  expect(calls.map((call) => call.functionName)).toEqual(['f', 'f', 'f', 'f']);
  expect(calls.map((call) => call.stateChanges.map((change) => change.short))).toEqual([
    [],
    [],
    [],
    ['a: 1 → 11'],
  ]);
  expect(calls.map((call) => call.results.length)).toEqual([1, 1, 0, 0]);
  expect(calls.map((call) => call.backend)).toEqual(['wasm', 'wasm', 'reference', 'wasm']);
  expect(document.scans.map((scan) => scan.updates)).toEqual([[], [], ['a'], ['a']]);
  expect(document.finalState).toEqual({ a: { dtype: 'int64', shape: [], data: [11] } });
});

const totalsText =
  '[array([ 0.,  1.,  3.,  6., 10., 15., 21., 28., 36., 45.], dtype=float32), ' +
  'array([0., 1., 2., 3., 4., 5., 6., 7., 8., 9.], dtype=float32)]\n10\n';

it.each(['theano/outputs_and_updates.py', 'pytensor/outputs_and_updates.py'])(
  '%s with float32',
  async (name) => {
    const { document } = await runExample(name, 'float32');
    expect(document.error).toBeNull();
    expect(document.stdout).toBe(totalsText);
    expect(document.calls.map((call) => call.stateChanges)).toEqual([
      [
        {
          name: 't',
          before: { dtype: 'int64', shape: [], data: [0] },
          after: { dtype: 'int64', shape: [], data: [10] },
        },
      ],
    ]);
  },
);

it.each([
  ['theano/outputs_and_updates.py', 'IncSubtensor{Set;:int64:}.0', 'theano.scan('],
  ['pytensor/outputs_and_updates.py', 'SetSubtensor{:stop}.0', 'pytensor.scan('],
])('%s with float64 is refused as by the library', async (name, variable, call) => {
  const { document, end } = await runExample(name, 'float64');
  expect(end.outcome).toBe('raised');
  expect(document.stdout).toBe('');
  expect(document.error).toEqual({
    type: 'ValueError',
    message:
      'When compiling the inner function of scan the following error has been encountered: The initial state ' +
      `(\`outputs_info\` in scan nomenclature) of variable ${variable} (argument number 1) has dtype float32, while the ` +
      'result of the inner function (`fn`) has dtype float64. This can happen if the inner function of scan results in ' +
      'an upcast or downcast.',
    line: lineOf(name, call),
  });
});

it.each([
  'theano/four_variants.py',
  'pytensor/four_variants.py',
  'theano/outputs_and_updates.py',
  'pytensor/outputs_and_updates.py',
])('%s, half typed, ends without a fault of ours', async (name) => {
  const text = example(name);
  for (let length = 0; length < text.length; length += 17) {
    const { end } = await runInProcess(text.slice(0, length), { floatX: 'float32' });
    expect(end.error?.type ?? '', `the first ${length} characters`).not.toBe('InternalError');
    expect(['finished', 'raised', 'notRun']).toContain(end.outcome);
  }
});
