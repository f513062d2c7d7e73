/** What hovers say. */

import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { FloatX } from '../../../server/src/analysis/terms.ts';
import { hoverAt } from '../../../server/src/features/hover.ts';
import { typeText } from '../../../server/src/features/typeText.ts';
import { updatesText } from '../../../server/src/features/updatesMarkdown.ts';
import { fixture, withoutLinks } from './featureFixture.ts';

function hoverOf(program: string, floatX: FloatX = 'float64', floatXReason = 'the default'): string | null {
  const { analysis, context, offset } = fixture(program);
  const hover = hoverAt(analysis, offset, { ...context, floatX, floatXReason });
  return hover === null ? null : withoutLinks((hover.contents as MarkupContent).value);
}

const both = `def step(element, total, counter):
    return (total + element, element), {counter: counter + 1}

(sums, elements), updates = theano.s$0can(step, x, [T.constant(0.0), None], [a])
f = theano.function([x], [sums, elements], updates=updates)
`;

describe('hover on scan', () => {
  test('outputs, updates, step', () => {
    expect(
      hoverOf(both, 'float32'),
    ).toBe(`**scan** as in Theano 1.0.5 (nothing says which), floatX float32 (the default)

**Outputs**

|  | dtype | shape | fed back | made by |
| :-- | :-- | :-- | :-- | :-- |
| 0 | float32 | (steps,) | t−1 | \`total + element\` (line 8) |
| 1 | float32 | (steps,) | – | \`element\` (line 8) |

**Updates**

| variable | origin | new value | goes to |
| :-- | :-- | :-- | :-- |
| \`a\` | entry | \`counter + 1\` (line 8) | passed to \`f\` (line 11) |

**Used by** \`f\` (line 11) gets the updates

**Step** \`step\` (line 7)

| parameter | gets | type |
| :-- | :-- | :-- |
| \`element\` | sequence 0 \`x\` at t | float32 scalar |
| \`total\` | output 0 at t−1, starting with \`T.constant(0.0)\` | float32 scalar |
| \`counter\` | \`a\`, the same in every step | int64 scalar |`);
  });

  test('a refusal names the floatX that would run it', () => {
    expect(hoverOf(both)).toContain(
      '⚠ **Refused under floatX float64**: state 0 starts as float32, the step returns float64; ' +
        'floatX float32 would run it.',
    );
    expect(hoverOf(both, 'float32')).not.toContain('Refused');
  });

  test('a refusal under both', () => {
    expect(hoverOf('out, _ = theano.scan$0(lambda v, s: s + v, x, 0)\n')).toContain(
      'state 0 starts as int8, the step returns float64; start with float64, or cast what the step returns.',
    );
  });

  test('floatX that the program sets', () => {
    const text = hoverOf(`theano.config.floatX = 'float32'\n${both}`);
    expect(text).toContain('floatX float32 (the program sets it)');
    expect(text).not.toContain('Refused');
  });

  test('dropped updates', () => {
    const program = 'o, u = theano.$0scan(lambda: {a: a + 1}, n_steps=3)\nf = theano.function([], o)\n';
    const text = hoverOf(program);
    expect(text).toContain('| `a` | entry | `a + 1` (line 7) | **dropped**: it keeps its value |');
    expect(text).toContain('**Outputs**: none');
  });

  test('no updates', () => {
    expect(hoverOf('out, _ = theano.$0scan(lambda v: v * 2, x)\n')).toContain('**Updates**: none');
  });

  test('what is not known', () => {
    const text = hoverOf('out, _ = theano.$0scan(lambda v: helper(v), x)\n');
    expect(text).toContain('**Outputs**: not known');
    expect(text).toContain('**Updates**: not known, ');
  });

  test('bars and backticks of the program do not break the table', () => {
    const text = hoverOf("d = {'`|`': a}\nout, _ = theano.$0scan(lambda v: (v, {d['`|`']: a | 1}), x)\n");
    expect(text).toContain("``d['`\\|`']``");
  });
});

describe('hover on a parameter', () => {
  test('of the step', () => {
    expect(hoverOf('out, _ = theano.scan(lambda v, $0s: s + v, x, b)\n')).toBe(
      '`s`: output 0 at t−1, starting with `b`; float64 scalar\n\nParameter of the step of the scan in line 7.',
    );
  });
});

describe('hover on a step', () => {
  test.each([
    ['at its definition', both.replace('def step', 'def st$0ep').replace('s$0can', 'scan')],
    ['as the argument', both.replace('s$0can(step', 'scan(st$0ep')],
  ])('%s', (_, program) => {
    const text = hoverOf(program, 'float32');
    expect(text).toMatch(/^\*\*step\*\* `step` of the scan in line 10, as in Theano 1\.0\.5/);
    expect(text).toContain('| `counter` | `a`, the same in every step | int64 scalar |');
    expect(text).toContain('| `a` | entry | `counter + 1` (line 8) |');
  });

  test('that is a lambda', () => {
    const text = hoverOf('out, _ = theano.scan(lam$0bda v: v, x)\n');
    expect(text).toContain('**step** this lambda of the scan in line 7');
  });

  test('of several scans shows each', () => {
    const text = hoverOf(
      'def st$0ep(v):\n    return v\no, _ = theano.scan(step, x)\np, _ = theano.map(step, x)\n',
    );
    expect(text).toContain('`step` of the scan in line 9');
    expect(text).toContain('`step` of the map in line 10');
  });
});

describe('hover on a name', () => {
  const program = (name: string, argument: string) =>
    `out, ${name} = theano.scan(lambda v: (v, {a: a + 1}), x)\nf = theano.function([x], out, updates=${argument})\n`;

  test.each([
    [
      'bound to the updates',
      program('u$0pd', 'upd'),
      '`upd`: updates of the scan in line 7\n\n**scan** as in',
    ],
    ['read', program('upd', 'u$0pd'), '`upd`: updates of the scan in line 7'],
    [
      'of the outputs',
      program('upd', 'upd').replace('out,', 'o$0ut,'),
      '`out`: outputs of the scan in line 7',
    ],
    [
      'read in a function',
      `${program('upd', 'upd')}g = theano.function([x], o$0ut)\n`,
      'passed to `f` (line 8)',
    ],
  ])('%s', (_, text, expected) => {
    expect(hoverOf(text)).toContain(expected);
  });

  test('one of several outputs', () => {
    const text = hoverOf('(p, q), _ = theano.scan(lambda v: [v, v * 2], x)\ncost = q$0.sum()\n');
    expect(text).toContain('`q`: outputs of the scan in line 7');
  });

  test('that holds the updates of either of two scans', () => {
    const text = hoverOf(`if x:
    out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
else:
    out, u = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], out, updates=$0u)
`);
    expect(text).toContain('`u`: updates of the scan in line 8');
    expect(text).toContain('`u`: updates of the scan in line 10');
  });
});

test('new values are shown whatever the form of the updates', () => {
  const text = hoverOf(`def step(v):
    changes = OrderedDict([(a, a + 1)])
    changes[b] = b * v
    total = v * 2
    return total, changes
out, _ = theano.sc$0an(step, x)
`);
  expect(text).toContain('| `a` | entry | `a + 1` (line 8) |');
  expect(text).toContain('| `b` | entry | `b * v` (line 9) |');
  expect(text).toContain('`total = v * 2` (line 10)');
});

test('new values in pairs of a returned list', () => {
  const text = hoverOf('out, _ = theano.sc$0an(lambda v: (v, [(a, a + 1), [b, b * v]]), x)\n');
  expect(text).toContain('| `a` | entry | `a + 1` (line 7) |');
  expect(text).toContain('| `b` | entry | `b * v` (line 7) |');
});

test('where updates go', () => {
  const text = hoverOf(`class Model(object):
    def __init__(self):
        self.out, self.u = theano.s$0can(lambda v: (v, {a: a + 1}), x)
`);
  expect(text).toContain('kept in an attribute (line 9)');
});

test('draws and default updates are told from entries', () => {
  const { analysis, context } = fixture(both);
  const [scan] = analysis.scans;
  if (scan?.updates.status !== 'proven') throw new Error('no updates');
  const [entry] = scan.updates.variables;
  if (entry === undefined) throw new Error('no update');
  const variables = [
    { ...entry, origin: 'draw' as const, name: 'srng.normal' },
    { ...entry, origin: 'default' as const, isCertain: false },
  ];
  const text = withoutLinks(updatesText({ ...scan, updates: { status: 'proven', variables } }, context));
  expect(text).toContain('| `srng.normal` | random draw | `counter: counter + 1`');
  expect(text).toContain('| `a` (on some ways) | `default_update` |');
});

describe('the first line', () => {
  test('names the release that the program speaks for', () => {
    const text = hoverOf(`import pytensor
from pytensor.updates import OrderedUpdates
out, _ = pytensor.sc$0an(lambda v: v, pytensor.tensor.vector())
`);
    expect(text).toMatch(
      /^\*\*scan\*\* as in PyTensor 2\.38 \(the program uses OrderedUpdates\), floatX float64 \(/,
    );
  });
});

test('places are links', () => {
  const { analysis, context, offset } = fixture('out, _ = theano.sc$0an(lambda v: v, x)\n');
  const hover = hoverAt(analysis, offset, context);
  expect(hover?.contents).toMatchObject({
    value: expect.stringContaining('([line 7](file:///program.py#L7))'),
  });
});

test('the reason for floatX is no markup', () => {
  const text = hoverOf('out, _ = theano.s$0can(lambda v: v, x)\n', 'float32', 'THEANO_FLAGS *says* so');
  expect(text).toContain('(THEANO\\_FLAGS \\*says\\* so)');
});

describe('hover on a shared variable', () => {
  test('that nothing updates', () => {
    expect(hoverOf('c = theano.sha$0red(2.5)\n')).toBe(
      '**shared variable** `c`: float64 scalar, made in line 7\n\nNothing in this file is seen to update it.',
    );
  });

  test('at any name that holds it: what updates it, and which calls change it', () => {
    const text = hoverOf(
      `${both.replace('s$0can', 'scan')}g = theano.function([], a$0, updates={a: a * 2})\n`,
    );
    expect(text).toBe(`**shared variable** \`a\`: int64 scalar, made in line 4

| updated by | new value | goes to |
| :-- | :-- | :-- |
| scan (line 10) | \`counter + 1\` (line 8) | passed to \`f\` (line 11) |

**Changes when called**: \`f\` (line 11), \`g\` (line 12)`);
  });
});

test.each([
  [[2, 3], 'float64 matrix (2, 3)'],
  [[null, 'any'], 'float64 matrix'],
  [['any', 3], 'float64 matrix (·, 3)'],
  [[4], 'float64 vector (4,)'],
  [[], 'float64 scalar'],
  [[1, 2, 3, null], 'float64 4-D tensor (1, 2, 3, ·)'],
  [null, 'float64'],
] as const)('type with shape %j', (shape, expected) => {
  expect(typeText({ dtype: { float32: 'float32', float64: 'float64' }, shape }, 'float64')).toBe(expected);
});

test.each(['y = 1$0\n', '$0', 'theano.func$0tion([], a)\n'])('no hover: %s', (program) => {
  expect(hoverOf(program)).toBeNull();
});

test('a generator that is carried', () => {
  const hover = hoverOf(`import pytensor
import pytensor.tensor as pt
rng = pt.random.shared_rng(seed=1)
def step(rng, x):
    return rng.normal(x, 1.0)
last, xs = pytensor.s$0can(step, outputs_info=[rng, pt.zeros(())], n_steps=3, return_updates=False)
`);
  expect(hover).toContain('| 0 | generator | the last one | t−1 |');
  expect(hover).toContain('| 1 | float64 | (steps,) | t−1 |');
  expect(hover).toContain('| `rng` | output 0 at t−1, starting with `rng` | generator |');
});
