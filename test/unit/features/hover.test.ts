/** What hovers say. */

import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { FloatX } from '../../../server/src/analysis/facts.ts';
import { hoverAt } from '../../../server/src/features/hover.ts';
import { fixture } from './featureFixture.ts';

function hoverOf(program: string, floatX: FloatX = 'float64'): string | null {
  const { analysis, file, lines, offset } = fixture(program);
  const hover = hoverAt(analysis, offset, { file, lines, floatX, floatXReason: 'the default' });
  return hover === null ? null : (hover.contents as MarkupContent).value;
}

const both = `def step(element, total, counter):
    return (total + element, element), {counter: counter + 1}

(sums, elements), updates = theano.s$0can(step, x, [T.constant(0.0), None], [a])
f = theano.function([x], [sums, elements], updates=updates)
`;

describe('hover on scan', () => {
  test('outputs, updates, step', () => {
    expect(hoverOf(both, 'float32')).toBe(`**scan** as in Theano 1.0.5, floatX float32 (the default)

**Outputs**

| | type | fed back | made by |
|---|---|---|---|
| 0 | float32, 1 axis | t−1 | \`total + element\` (line 8) |
| 1 | float32, 1 axis | – | \`element\` (line 8) |

**Updates**

| shared variable | set by | goes to |
|---|---|---|
| \`a\` | \`counter: counter + 1\` (line 8) | \`function(updates=)\` (line 11) |

**Step** \`step\`, line 7

- \`element\`: sequence 0 \`x\` at t, float32, 0 axes
- \`total\`: state 0 \`T.constant(0.0)\` at t−1, float32, 0 axes
- \`counter\`: non-sequence 0 \`a\`, int64, 0 axes`);
  });

  test('a refusal names the floatX that would run it', () => {
    expect(hoverOf(both)).toContain(
      '⚠ **theano refuses this under floatX float64**: state 0 starts as float32 and the step returns float64. ' +
        'With `floatX` float32 it runs: both are float32 then.',
    );
    expect(hoverOf(both, 'float32')).not.toContain('refuses');
  });

  test('a refusal under both', () => {
    expect(hoverOf('out, _ = theano.scan$0(lambda v, s: s + v, x, 0)\n')).toContain(
      'state 0 starts as int8 and the step returns float64. Give the initial state the dtype of what the step returns.',
    );
  });

  test('floatX that the program sets', () => {
    const text = hoverOf(`theano.config.floatX = 'float32'\n${both}`);
    expect(text).toContain('floatX float32 (the program sets it)');
    expect(text).not.toContain('refuses');
  });

  test('dropped updates', () => {
    const program = 'o, u = theano.$0scan(lambda: {a: a + 1}, n_steps=3)\nf = theano.function([], o)\n';
    const text = hoverOf(program);
    expect(text).toContain('| `a` | `a: a + 1` (line 7) | **dropped**: it keeps its value |');
    expect(text).toContain('**Outputs**: none');
  });

  test('no updates', () => {
    expect(hoverOf('out, _ = theano.$0scan(lambda v: v * 2, x)\n')).toContain('**Updates**: none');
  });

  test('what is not known', () => {
    const text = hoverOf('out, _ = theano.$0scan(lambda v: helper(v), x)\n');
    expect(text).toContain('**Outputs**: not known');
    expect(text).toContain('**Updates**: not known:');
  });

  test('bars and backticks of the program do not break the table', () => {
    const text = hoverOf("d = {'`|`': a}\nout, _ = theano.$0scan(lambda v: (v, {d['`|`']: a | 1}), x)\n");
    expect(text).toContain("``d['`\\|`']``");
  });
});

describe('hover on a parameter', () => {
  test('of the step', () => {
    expect(hoverOf('out, _ = theano.scan(lambda v, $0s: s + v, x, b)\n')).toBe(
      '`s`: state 0 `b` at t−1, float64, 0 axes, from the scan in line 7',
    );
  });
});

test('hover on a shared variable', () => {
  expect(hoverOf('c = theano.sha$0red(2.5)\n')).toBe('shared variable `c`: float64, 0 axes');
});

test.each(['y = 1$0\n', '$0', 'theano.func$0tion([], a)\n'])('no hover: %s', (program) => {
  expect(hoverOf(program)).toBeNull();
});
