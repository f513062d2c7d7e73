/** What is told of dropped updates after a run, with the scans that the static half flags in the same text. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DroppedScan } from '../../../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../../../protocol/src/results.ts';
import { analyze } from '../../../../server/src/analysis/analyze.ts';
import { check } from '../../../../server/src/analysis/rules/rules.ts';
import { useTranslations } from '../../../../server/src/base/l10n.ts';
import { droppedScansOf } from '../../../../server/src/features/droppedScans.ts';
import type { PythonParser } from '../../../../server/src/python/parser.ts';
import { testParser } from '../../../oracle/inProcess.ts';
import { Session } from '../session.ts';

let parser: PythonParser;
beforeAll(async () => {
  parser = await testParser();
});

function flagged(text: string): readonly DroppedScan[] {
  const file = parser.parse(text);
  const analysis = analyze(file);
  const floatX = { floatX: 'float64', isDefaultFloatX: true } as const;
  return droppedScansOf(analysis, check(file, analysis, { ...floatX, levels: {} }));
}

const ghostsIn = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'dropped' ? event.updates.map(({ short }) => short) : []));

async function ghosts(text: string): Promise<readonly string[]> {
  const session = await Session.start();
  return ghostsIn(session.run(text, { droppedScans: flagged(text) }).events);
}

const libraries = ['theano', 'aesara', 'pytensor'] as const;

describe.each(libraries)('dropped updates with %s', (library) => {
  const program = (outputs: string, updates = '') => `
import ${library} as lib
a = lib.shared(1, 'a')
values, updates = lib.scan(lambda: ${outputs}, n_steps=10)
f = lib.function([], values${updates})
print(f())
`;

  it('are told with what would be', async () => {
    expect(await ghosts(program('(a * 2, {a: a + 1})'))).toEqual(['a stays 1 · dropped: would be 11']);
  });

  it('of a scan without outputs are told at functions that are given them', async () => {
    expect(await ghosts(program('{a: a + 1}'))).toEqual(['a stays 1 · dropped: would be 11']);
  });

  it('are not there where they are passed on', async () => {
    expect(await ghosts(program('(a * 2, {a: a + 1})', ', updates=updates'))).toEqual([]);
    expect(await ghosts(program('{a: a + 1}', ', updates=updates'))).toEqual([]);
  });
});

it('they are told in the language of the person', async () => {
  const session = await Session.start(JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')));
  const text = `import theano
a = theano.shared(1, 'a')
values, updates = theano.scan(lambda: (a * 2, {a: a + 1}), n_steps=10)
theano.function([], values)()
`;
  const { events } = session.run(text, { droppedScans: flagged(text) });
  useTranslations({});
  expect(ghostsIn(events)).toEqual(['a 仍为 1 · 被丢弃\uff1a本应为 11']);
});

it('the example of the first minute has one ghost', async () => {
  const text = readFileSync(new URL('../../../../examples/theano/four_variants.py', import.meta.url), 'utf8');
  const session = await Session.start();
  const { events } = session.run(text, { droppedScans: flagged(text) });
  const told = events.flatMap((event) => (event.type === 'dropped' ? [event] : []));
  expect(told.map(({ updates }) => updates.map(({ short }) => short))).toEqual([
    ['a stays 1 · dropped: would be 11'],
  ]);
  const line = text.slice(0, told[0]?.span.start).split('\n').length;
  expect(text.split('\n').slice(line - 4, line)[0]).toMatch(/^# %% 3/);
});

describe('ghosts', () => {
  const head = `
import numpy as np
import pytensor
import pytensor.tensor as pt
a = pytensor.shared(1, 'a')
`;

  it('say what the last call of each place would have made of the value before it', async () => {
    const text = `${head}
x = pt.lscalar('x')
values, updates = pytensor.scan(lambda x: (a, {a: a + x}), non_sequences=[x], n_steps=2)
f = pytensor.function([x], values)
for i in range(5):
    f(i)
a.set_value(100)
f(7)
`;
    expect(await ghosts(text)).toEqual([
      'a stays 1 · dropped: would be 9',
      'a stays 100 · dropped: would be 114',
    ]);
  });

  it('know the value that a variable had then, also of a scan without outputs', async () => {
    const text = `${head}
values, updates = pytensor.scan(lambda: {a: a + 1}, n_steps=10)
f = pytensor.function([], values)
f()
a.set_value(5)
`;
    expect(await ghosts(text)).toEqual(['a stays 1 · dropped: would be 11']);
  });

  it('of larger arrays say how much would change', async () => {
    const text = `${head}
w = pytensor.shared(np.zeros((2, 2)), 'w')
values, updates = pytensor.scan(lambda i: (i, {w: pt.set_subtensor(w[0, 1], w[0, 1] + 0.5)}), sequences=pt.arange(3))
f = pytensor.function([], values)
f()
`;
    expect(await ghosts(text)).toEqual(['w (2×2) stays · dropped: 1 of 4 would change, max |Δ| 1.5']);
  });

  it('of random streams say that they would advance', async () => {
    const text = `${head}
rng = pytensor.shared(np.random.default_rng(1), 'rng')
def step():
    after, draw = pt.random.normal(rng=rng).owner.outputs
    return draw, {rng: after}
values, updates = pytensor.scan(step, n_steps=3)
f = pytensor.function([], values)
f()
`;
    expect(await ghosts(text)).toEqual(['rng stays · dropped: would advance']);
  });

  it('are only of flagged scans, of calls that worked, and of variables that would change', async () => {
    const text = `${head}
x = pt.lvector('x')
values, updates = pytensor.scan(lambda e: (e, {a: a + 1}), sequences=x)
f = pytensor.function([x], values)
f([])
try:
    f('wrong')
except ValueError:
    pass
f([1])
`;
    expect(await ghosts(text)).toEqual(['a stays 1 · dropped: would be 2']);
    const session = await Session.start();
    expect(ghostsIn(session.run(text).events)).toEqual([]);
  });

  it('are told of functions that an earlier version made', async () => {
    const made = `${head}
values, updates = pytensor.scan(lambda: (a, {a: a + 1}), n_steps=10)
f = pytensor.function([], values)
`;
    const session = await Session.start();
    session.run(made, { droppedScans: flagged(made) });
    const called = `${made}\nf()\n`;
    const at = called.indexOf('\nf()');
    const { events } = session.run(called, { droppedScans: flagged(called), from: at });
    expect(ghostsIn(events)).toEqual(['a stays 1 · dropped: would be 11']);
  });

  it('leave everything as it is', async () => {
    const text = `${head}
values, updates = pytensor.scan(lambda: (a, {a: a + 1}), n_steps=10)
f = pytensor.function([], values)
f()
`;
    const session = await Session.start();
    session.run(text, { droppedScans: flagged(text) });
    const { variables, callCount } = session.state();
    expect(variables).toEqual([expect.objectContaining({ short: 'int64 1', changeCount: 0 })]);
    expect(callCount).toBe(1);
  });
});
