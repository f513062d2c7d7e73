/** The outline, one line per symbol. */
import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/documentSymbols.ts';
import { program } from './featureFixture.ts';

const printed = (symbols: readonly DocumentSymbol[], margin = ''): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${margin}${name} | ${detail}`,
    ...printed(children ?? [], `${margin}  `),
  ]);

function outline(text: string): string[] {
  const { analysis, file, view } = program(text);
  return printed(documentSymbols(analysis, file, view));
}

test('cells hold scans, shared variables and functions', () => {
  expect(
    outline(`import theano
# %% Model
a = theano.shared(1)
def step(v):
    return v, {a: a + 1}
outs, upd = theano.scan(step, x)
# %%
f = theano.function([], outs)
`),
  ).toEqual([
    'Model | ',
    '  a | shared variable',
    '  outs, upd | scan(step) → {a}, dropped',
    'Cell 3 | ',
    '  f | compiled function',
  ]);
});

test('a file without markers', () => {
  expect(outline('theano.function([], theano.map(lambda v: v, x)[0])\n')).toEqual([
    'a | shared variable',
    'b | shared variable',
    'function | compiled function',
    '  map | map(lambda)',
  ]);
});

test('a scan in a step belongs to its scan', () => {
  expect(
    outline(`o, u = theano.scan(lambda v: theano.scan(lambda w: w * v, x)[0], x)
`),
  ).toEqual(['a | shared variable', 'b | shared variable', 'o, u | scan(lambda)', '  scan | scan(lambda)']);
});

test('every selection lies in its range', () => {
  const { analysis, file, view } = program('self.a = b = theano.scan(lambda v: v, x)\n');
  for (const { range, selectionRange } of documentSymbols(analysis, file, view)) {
    const [outer, inner] = [view.spanOf(range), view.spanOf(selectionRange)];
    expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
  }
});

test('nothing of ours, no outline', () => {
  expect(outline('import numpy\n# %% One\nx = 1\n')).toEqual([]);
});
