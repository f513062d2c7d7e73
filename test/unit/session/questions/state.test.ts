/** Shared variables, their histories, compiled functions and recorded calls, asked after real programs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Session } from '../session.ts';

const libraries = ['theano', 'aesara', 'pytensor'] as const;

/** A variable and a function that counts it up. */
const counting = (library: string) => `
import numpy as np
import ${library} as lib
import ${library}.tensor as T
a = lib.shared(1)
x = T.lscalar('x')
f = lib.function([x], a * x, updates=[(a, a + x)])
`;

async function counted(library: string): Promise<Session> {
  const session = await Session.start();
  session.run(counting(library));
  return session;
}

const variableId = (session: Session, name = 'a'): number => {
  const found = session.state().variables.find((variable) => variable.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.id;
};

describe.each(libraries)('the state of a program with %s', (library) => {
  it('names variables with their values and changes', async () => {
    const session = await counted(library);
    session.run('f(10)\na.set_value(5)');
    const [variable] = session.state().variables;
    expect(variable).toMatchObject({
      name: 'a',
      dtype: 'int64',
      shape: [],
      short: 'int64 5',
      changeCount: 2,
    });
    expect(variable?.lastChange).toMatchObject({ number: 2, cause: 'setValue', short: 'a: 11 → 5' });
    expect(session.source(variable?.place)).toBe('lib.shared(1)');
  });

  it('has what a cell makes once when the cell is run again, also after an edit', async () => {
    const session = await counted(library);
    session.run('f(10)');
    session.run(counting(library));
    session.run(`# edited${counting(library)}`);
    session.run('f(10)');
    const { variables, functions } = session.state();
    expect(variables.map(({ name, changeCount }) => [name, changeCount])).toEqual([['a', 1]]);
    expect(functions.map(({ name, callCount }) => [name, callCount])).toEqual([['f', 1]]);
  });

  it('names what scans would change but nobody passes on', async () => {
    const session = await counted(library);
    session.run(`
counts, updates = lib.scan(lambda: (a * 2, {a: a + 1}), n_steps=3)
forgetful = lib.function([], counts)
careful = lib.function([], counts, updates=updates)
own = lib.function([], counts, updates=[(a, a + 5)])
`);
    const dropped = session.state().functions.map(({ name, dropped }) => [name, dropped]);
    expect(Object.fromEntries(dropped)).toEqual({ f: [], forgetful: ['a'], careful: [], own: [] });
  });

  it('names compiled functions with what they take, give and change', async () => {
    const session = await counted(library);
    session.run('f(10)');
    const { functions, callCount } = session.state();
    expect(callCount).toBe(1);
    expect(functions).toEqual([
      expect.objectContaining({
        name: 'f',
        inputs: ['x: int64 scalar'],
        outputs: ['output 0: int64 scalar'],
        updates: ['a'],
        dropped: [],
        callCount: 1,
      }),
    ]);
  });
});

describe.each(libraries)('the calls of a program with %s', (library) => {
  it('come latest first', async () => {
    const session = await counted(library);
    session.run('f(10)\nf(3)');
    const calls = session.ask('calls', {});
    expect(
      calls?.map(({ functionName, inputs, outputs, changes, error }) => ({
        functionName,
        inputs: inputs.map(({ short }) => short),
        outputs: outputs.map(({ short }) => short),
        changes,
        error,
      })),
    ).toEqual([
      { functionName: 'f', inputs: ['int64 3'], outputs: ['int64 33'], changes: ['a: 11 → 14'], error: null },
      { functionName: 'f', inputs: ['int64 10'], outputs: ['int64 10'], changes: ['a: 1 → 11'], error: null },
    ]);
  });

  it('are made again for their results: the last of a long loop', async () => {
    const session = await counted(library);
    session.run('for i in range(300):\n    f(1)');
    const [last] = session.ask('calls', {}) ?? [];
    expect(last?.outputs.map(({ short }) => short)).toEqual(['int64 300']);
    expect(session.state().variables[0]?.short).toBe('int64 301');
  });
});

it('the state has what the names of the program reach now', async () => {
  const session = await counted('pytensor');
  const first = variableId(session);
  session.run('b = a\na = lib.shared(5)');
  expect(session.state().variables.map(({ name, short }) => [name, short])).toEqual([
    ['a', 'int64 5'],
    ['b', 'int64 1'],
  ]);
  expect(variableId(session, 'b')).toBe(first);
  session.run('del b');
  expect(session.state().variables.map(({ name }) => name)).toEqual(['a']);
});

describe('a history', () => {
  it('has every change with the call that made it', async () => {
    const session = await counted('pytensor');
    session.run('f(10)\nf(3)\na.set_value(0)');
    const history = session.ask('history', { variableId: variableId(session) });
    expect(
      history?.changes.map(({ number, cause, functionName, short }) => [number, cause, functionName, short]),
    ).toEqual([
      [1, 'call', 'f', 'a: 1 → 11'],
      [2, 'call', 'f', 'a: 11 → 14'],
      [3, 'setValue', null, 'a: 14 → 0'],
    ]);
    const [first] = history?.changes ?? [];
    expect(session.source(first?.place)).toBe('f(10)');
    expect(history?.omittedCount).toBe(0);
  });

  it('of a long loop says how much is left out', async () => {
    const session = await counted('pytensor');
    session.run('for i in range(1000):\n    f(1)');
    const history = session.ask('history', { variableId: variableId(session) });
    expect(history?.changes.at(-1)?.short).toBe('a: 1000 → 1001');
    expect(history?.changes.at(-1)?.number).toBe(1000);
    expect((history?.changes.length ?? 0) + (history?.omittedCount ?? 0)).toBe(1000);
  });

  it('holds the values before and after by reference', async () => {
    const session = await counted('pytensor');
    session.run('f(10)\nf(3)');
    const id = variableId(session);
    const changes = session.ask('history', { variableId: id })?.changes ?? [];
    const values = changes.flatMap((change) =>
      (['before', 'after'] as const).map(
        (side) =>
          session.ask('value', { ref: { kind: 'change', variableId: id, changeId: change.id, side } })?.short,
      ),
    );
    expect(values).toEqual(['int64 1', 'int64 11', 'int64 11', 'int64 14']);
  });

  it('is there for the states of random streams', async () => {
    const session = await Session.start();
    session.run(`
import pytensor
from pytensor.tensor.random.utils import RandomStream
srng = RandomStream(seed=1)
draw = srng.normal()
g = pytensor.function([], draw, updates=srng.updates())
first = g()`);
    session.run('second = g()');
    const [variable] = session.state().variables;
    expect(variable).toMatchObject({ name: 'srng', isRandomState: true, changeCount: 2 });
    expect(variable?.lastChange?.short).toBe('srng: state advanced');
    session.ask('restore', { variableId: null, change: null });
    const { events } = session.run('first == g()');
    expect(events.at(-1)).toMatchObject({ type: 'value', value: { full: 'np.True_' } });
  });

  it('stays what it was when the program writes into a borrowed value', async () => {
    const session = await Session.start();
    session.run(`
import numpy as np
import theano
w = theano.shared(np.zeros(2), 'w')
f = theano.function([], [], updates=[(w, w + 1)])
f()
held = w.get_value(borrow=True)
held[0] = 99`);
    const id = variableId(session, 'w');
    const [change] = session.ask('history', { variableId: id })?.changes ?? [];
    const ref = { kind: 'change', variableId: id, changeId: change?.id ?? 0, side: 'after' } as const;
    expect(session.ask('elements', { ref, limit: 10 })?.data).toEqual([1, 1]);
    expect(session.ask('elements', { ref: { kind: 'variable', variableId: id }, limit: 10 })?.data).toEqual([
      99, 1,
    ]);
  });
});

describe('restoring', () => {
  it('gives a variable the value before or after a change, and is a change', async () => {
    const session = await counted('pytensor');
    session.run('f(10)\nf(3)');
    const id = variableId(session);
    const [first] = session.ask('history', { variableId: id })?.changes ?? [];
    const change = { id: first?.id ?? 0, side: 'after' } as const;
    const state = session.ask('restore', { variableId: id, change });
    expect(state?.variables[0]).toMatchObject({ short: 'int64 11', changeCount: 3 });
    expect(state?.variables[0]?.lastChange).toMatchObject({
      cause: 'restore',
      place: null,
      short: 'a: 14 → 11',
    });
    const { events } = session.run('f(0)');
    expect(events.find((event) => event.type === 'call')).toMatchObject({
      call: { results: [{ data: [0] }] },
    });
  });

  it('is refused where the value is not there any more', async () => {
    const session = await counted('pytensor');
    expect(session.ask('restore', { variableId: 12345, change: null })).toBeNull();
    expect(
      session.ask('restore', { variableId: variableId(session), change: { id: 1, side: 'after' } }),
    ).toBeNull();
  });

  it('undoes whatever the program did', async () => {
    const session = await Session.start();
    session.run(`
import numpy as np
import pytensor
import pytensor.tensor as pt
v = pytensor.shared(np.zeros(3), 'v')
y = pt.dvector('y')
add = pytensor.function([y], [], updates=[(v, v + y)])`);
    const id = variableId(session, 'v');
    const ref = { kind: 'variable', variableId: id } as const;
    const number = fc.constantFrom('1.5', 'np.nan', '-0.0', 'np.inf', '1e300');
    const statement = fc.oneof(
      number.map((x) => `add(np.full(3, ${x}))`),
      number.map((x) => `v.set_value(np.full(3, ${x}))`),
    );
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), (statements) => {
        const before = session.ask('elements', { ref, limit: 3 })?.data;
        const { changeCount } = session.state().variables[0] ?? { changeCount: 0 };
        session.run(statements.join('\n'));
        const next = session
          .ask('history', { variableId: id })
          ?.changes.find((one) => one.number === changeCount + 1);
        if (next === undefined) return;
        session.ask('restore', { variableId: id, change: { id: next.id, side: 'before' } });
        expect(session.ask('elements', { ref, limit: 3 })?.data).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

it('a question that was given up has no answer', async () => {
  const session = await counted('pytensor');
  session.interrupt[0] = -session.nextId;
  expect(session.ask('calls', {})).toEqual([]);
  session.run('f(1)');
  session.interrupt[0] = -session.nextId;
  expect(session.ask('calls', {})).toBeNull();
  expect(session.ask('calls', {})).toHaveLength(1);
});

describe('what cells read and change', () => {
  const access = (session: Session, text: string) => session.run(text).end.cells?.[0];

  it('are shared variables, by functions, values and evaluations', async () => {
    const session = await counted('pytensor');
    const a = variableId(session);
    expect(access(session, 'f(1)')).toEqual({ reads: [a], writes: [a] });
    expect(access(session, 'f(0)')).toEqual({ reads: [a], writes: [] });
    expect(access(session, 'a.get_value()')).toEqual({ reads: [a], writes: [] });
    expect(access(session, 'a.set_value(3)')).toEqual({ reads: [], writes: [a] });
    expect(access(session, '(a + 1).eval()')).toEqual({ reads: [a], writes: [] });
    expect(access(session, 'b = 2 * 3')).toEqual({ reads: [], writes: [] });
  });

  it('have other ids in another namespace', async () => {
    const session = await counted('pytensor');
    const a = variableId(session);
    session.reset();
    const { end } = session.run(counting('pytensor'));
    expect(end.beganEmpty).toBe(true);
    expect(variableId(session)).not.toBe(a);
    expect(session.run('f(1)').end.beganEmpty).toBe(false);
  });
});
