/** Facts about scans that hovers show and rules read. */
import { describe, expect, test } from 'vitest';
import type { ScanFact } from '../../../server/src/analysis/facts.ts';
import { analyzed, firstLines } from './cases.ts';

function factOf(program: string): ScanFact {
  const { scans } = analyzed(firstLines + program);
  const [fact] = scans;
  if (fact === undefined || scans.length !== 1) throw new Error(`${scans.length} scans`);
  return fact;
}

const outputsOf = (program: string): string[] | null =>
  factOf(program).outputs?.map(({ dtype, shape }) => `${dtype.float32} ${dtype.float64} ${shape?.length}`) ??
  null;

const parametersOf = (program: string): string[] =>
  factOf(program).parameters.map(({ name, role, index, tap }) => `${name}: ${role} ${index} ${tap}`);

describe('outputs', () => {
  test.each([
    ['theano.scan(lambda v: v * 2, x)', ['float32 float64 1']],
    ['theano.scan(lambda v: T.exp(v) + 1, x)', ['float32 float64 1']],
    ['theano.scan(lambda v: v > 0, x)', ['bool bool 1']],
    ['theano.scan(lambda i: i + 1, T.arange(5))', ['int64 int64 1']],
    ['theano.scan(lambda i: i / 2, T.arange(5))', ['float32 float64 1']],
    ["theano.scan(lambda i: T.cast(i, 'float32'), T.arange(5))", ['float32 float32 1']],
    ['theano.scan(lambda s: s + 1, outputs_info=T.zeros((3,)), n_steps=4)', ['float32 float64 2']],
    ['theano.scan(lambda v: [v, a], x)', ['float32 float64 1', 'int64 int64 1']],
    ['theano.reduce(lambda v, s: s + v, x, b)', ['float64 float64 0']],
    ['theano.scan(lambda v: (v, {a: a + 1}), T.matrix())', ['float32 float64 2']],
    ['theano.scan(lambda: {a: a + 1}, n_steps=2)', []],
    ['theano.scan(lambda v: helper(v), x)', null],
  ])('%s', (program, expected) => expect(outputsOf(program)).toEqual(expected));
});

describe('parameters of the step', () => {
  test.each([
    [
      'theano.scan(lambda v, s, w: s + v * w, x, T.constant(0.0), [b])',
      ['v: sequence 0 0', 's: state 0 -1', 'w: nonSequence 0 null'],
    ],
    ['theano.scan(lambda p, q: p + q, dict(input=x, taps=[-1, 0]))', ['p: sequence 0 -1', 'q: sequence 0 0']],
    [
      "theano.scan(lambda p, q: p + q, outputs_info={'initial': x, 'taps': [-2, -1]}, n_steps=3)",
      ['p: state 0 -2', 'q: state 0 -1'],
    ],
    ['theano.scan(lambda v, s: (v, s), x, [None, b])', ['v: sequence 0 0', 's: state 1 -1']],
    [
      'theano.scan(lambda v, *rest: v, x, non_sequences=[a, b])',
      ['v: sequence 0 0', 'null: nonSequence 0 null', 'null: nonSequence 1 null'],
    ],
    ['theano.scan(lambda v: v, sequences)', []],
  ])('%s', (program, expected) => expect(parametersOf(program)).toEqual(expected));
});

describe('updates', () => {
  test('none: everything in the step is followed', () => {
    expect(factOf('theano.scan(lambda v, s: s + v, x, b)').updates).toEqual({ status: 'none' });
  });

  test('unknown: a call in the step is not followed', () => {
    expect(factOf('theano.scan(lambda v: v + noise(), x)').updates.status).toBe('unknown');
  });

  test('proven: names and entries', () => {
    const program = 'theano.scan(lambda: {a: a + 1, b: b * 2}, n_steps=3)';
    const { updates } = factOf(program);
    const text = firstLines + program;
    expect(
      updates.status === 'proven' &&
        updates.variables.map((u) => [u.name, text.slice(u.entry.start, u.entry.end)]),
    ).toEqual([
      ['a', 'a: a + 1'],
      ['b', 'b: b * 2'],
    ]);
  });

  test('destinations and functions', () => {
    const fact = factOf(`out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
g = theano.function([x], out, updates=u)
`);
    expect(fact.destinations.map(({ kind }) => kind)).toEqual(['function']);
    expect(fact.functions.map(({ getsUpdates }) => getsUpdates)).toEqual([false, true]);
    expect(fact.updatesName).toBe('u');
  });

  test('a name that was bound to something else holds them no more', () => {
    const nameAfter = (more: string) =>
      factOf(`out, u = theano.scan(lambda v: (v, {a: a + 1}), x)\n${more}\n`).updatesName;
    expect(nameAfter('u = [(b, b + 1)]')).toBeNull();
    expect(nameAfter('def f():\n    u = [(b, b + 1)]')).toBe('u');
    expect(nameAfter('kept = u\nu = u')).toBe('u');
  });
});

describe('refusals', () => {
  const refused = (program: string) => {
    const { refusedUnder } = factOf(program);
    const { float32, float64 } = refusedUnder;
    return [float32, float64].map((one) => one && `${one.initial} ${one.result}`);
  };

  test.each([
    ['theano.scan(lambda v, s: s + v, x, T.constant(0.0))', [null, 'float32 float64']],
    ['theano.scan(lambda v, s: s + v, x, 0)', ['int8 float32', 'int8 float64']],
    ['theano.scan(lambda v, s: s + v, x, T.zeros(()))', [null, null]],
    ['theano.scan(lambda v, s: s + v, x, b)', [null, null].with(0, null)],
    ['theano.scan(lambda s: s + 1, outputs_info=0, n_steps=3)', [null, null]],
    ['theano.scan(lambda v, s: s + v, x, 0, n_steps=1)', [null, null]],
    ['theano.scan(lambda v, s: s + helper(v), x, 0)', [null, null]],
  ])('%s', (program, expected) => expect(refused(program)).toEqual(expected));
});

test('shared variables', () => {
  const names = analyzed(firstLines).sharedVariables.map(
    ({ name, type }) => `${name} ${type.dtype.float64} ${type.shape?.length}`,
  );
  expect(names).toEqual(['a int64 0', 'b float64 0']);
});

test('compiled functions: the variables that a call changes', () => {
  const program = `out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out, updates=u)
g = theano.function([], a, updates=[(b, b * 2.0)])
h = theano.function([x], out)
`;
  const text = firstLines + program;
  const functions = analyzed(text).compiledFunctions.map(({ span, callee, updated }) => [
    text.slice(span.start, callee.end),
    ...updated.map(({ start, end }) => text.slice(start, end)),
  ]);
  expect(functions).toEqual([
    ['theano.function', "theano.shared(1, name='a')"],
    ['theano.function', "theano.shared(0.0, name='b')"],
    ['theano.function'],
  ]);
});
