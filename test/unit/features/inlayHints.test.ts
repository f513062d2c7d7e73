/** Hints, written into the program where the editor shows them. */
import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { Settings } from '../../../protocol/src/editor.ts';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { program, withoutLinks } from './featureFixture.ts';

/** The lines of the program that have hints, with the hints in angle brackets. */
function hinted(text: string, mode: Settings['inlayHints']): string[] {
  const { analysis, context, view, text: whole } = program(text);
  const hints = inlayHints(analysis, { mode, span: view.span }, context);
  const lines = whole.split('\n');
  for (const { position, label } of [...hints].reverse()) {
    const line = lines[position.line] ?? '';
    lines[position.line] = `${line.slice(0, position.character)}⟨${label}⟩${line.slice(position.character)}`;
  }
  return lines.filter((line) => line.includes('⟨'));
}

const both = `def step(element, total, counter):
    return (total + element, element), {counter: counter + 1}
(sums, elements), updates = theano.scan(step, x, [T.constant(0.0), None], [a])
f = theano.function([x], [sums, elements], updates=updates)
`;

describe('scans', () => {
  test.each([
    [both, ['(sums, elements), updates = theano.scan(step, x, [T.constant(0.0), None], [a])⟨updates: {a}⟩']],
    ['o, u = theano.scan(lambda v: v * 2, x)\n', []],
    ['o, u = theano.scan(lambda v: helper(v), x)\n', []],
    [
      'o, u = theano.scan(lambda: {a: a + 1, b: b * 2.0}, n_steps=3)\nf = theano.function([], o)\n',
      ['o, u = theano.scan(lambda: {a: a + 1, b: b * 2.0}, n_steps=3)⟨updates: {a, b} dropped⟩'],
    ],
    [
      'o = theano.scan(lambda v: (v, {a: a + 1}), x)[0]\n',
      ['o = theano.scan(lambda v: (v, {a: a + 1}), x)⟨updates: {a}⟩[0]'],
    ],
    ['o, u = theano.scan(\n    lambda v: (v, {a: a + 1}),\n    x,\n)\n', [')⟨updates: {a}⟩']],
  ])('%s', (text, expected) => expect(hinted(text, 'scans')).toEqual(expected));

  test('never exceed what editors show', () => {
    const names = Array.from({ length: 9 }, (_, index) => `state_number_${index}`);
    const shared = names.map((name) => `${name} = theano.shared(1)\n`).join('');
    const entries = names.map((name) => `${name}: ${name} + 1`).join(', ');
    expect(
      hinted(`${shared}o, u = theano.scan(lambda: {${entries}}, n_steps=3)\n`, 'scans').join(),
    ).toContain('⟨updates: {state_number_0, +8} dropped⟩');
    const long = 'n'.repeat(60);
    expect(
      hinted(
        `${long} = theano.shared(1)\no, u = theano.scan(lambda: {${long}: 2}, n_steps=3)\nf = theano.function([], o)\n`,
        'scans',
      ).join(),
    ).toContain(`⟨updates: {${'n'.repeat(23)}…} dropped⟩`);
  });
});

describe('all', () => {
  test('say what each parameter of a step is', () => {
    expect(hinted(both, 'all')).toEqual([
      'def step(element⟨: x[t]⟩, total⟨: sums[t−1]⟩, counter⟨: a⟩):',
      '(sums, elements), updates = theano.scan(step, x, [T.constant(0.0), None], [a])⟨updates: {a}⟩',
    ]);
  });

  test.each([
    [
      'o, _ = theano.scan(lambda p, q: p + q, dict(input=x, taps=[-1, 2]))\n',
      'lambda p⟨: x[t−1]⟩, q⟨: x[t+2]⟩:',
    ],
    ['o, _ = theano.scan(lambda v: v, x + 1)\n', 'lambda v⟨: (x + 1)[t]⟩:'],
    ['o, _ = theano.scan(lambda i: i, T.arange(5))\n', 'lambda i⟨: T.arange(5)[t]⟩:'],
    ['o, _ = theano.scan(lambda v, s: s + v, x, b)\n', 'lambda v⟨: x[t]⟩, s⟨: o[t−1]⟩:'],
    ['f(theano.scan(lambda v, s: s + v, x, b))\n', 's⟨: output 0 at t−1⟩:'],
    ['o, _ = theano.scan(lambda v, s, q: (s, q), x, [b, b])\n', 's⟨: o[0][t−1]⟩, q⟨: o[1][t−1]⟩:'],
    ['o, _ = theano.scan(lambda v, a, w: v, x, None, [a, b])\n', 'lambda v⟨: x[t]⟩, a, w⟨: b⟩:'],
  ])('%s', (text, expected) => expect(hinted(text, 'all').join('\n')).toContain(expected));

  test('of a step of two scans', () => {
    const text = `def step(v):
    return v
o, _ = theano.scan(step, x)
p, _ = theano.scan(step, T.arange(3))
`;
    expect(hinted(text, 'all')).toEqual(['def step(v⟨: x[t] | T.arange(3)[t]⟩):']);
  });
});

test('off', () => expect(hinted(both, 'off')).toEqual([]));

test('only in the part that is asked for', () => {
  const { analysis, context, text } = program(both);
  const end = text.indexOf('(sums');
  const hints = inlayHints(analysis, { mode: 'all', span: { start: 0, end } }, context);
  expect(hints.map(({ label }) => label)).toEqual([': x[t]', ': sums[t−1]', ': a']);
});

test('say more when pointed at', () => {
  const { analysis, context, view } = program(both);
  const hints = inlayHints(analysis, { mode: 'all', span: view.span }, context);
  const tips = hints.map(({ tooltip }) => withoutLinks((tooltip as MarkupContent).value));
  expect(tips[0]).toContain('| `a` | entry | `counter + 1` (line 8) | passed to `f` (line 10) |');
  expect(tips[2]).toBe(
    '`total`: output 0 at t−1, starting with `T.constant(0.0)`; float32 scalar (scan in line 9)',
  );
});
