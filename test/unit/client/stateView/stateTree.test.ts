import { describe, expect, test } from 'vitest';
import { callNodes } from '../../../../client/src/stateView/callNodes.ts';
import { historyNodes } from '../../../../client/src/stateView/historyNodes.ts';
import { stateGroups } from '../../../../client/src/stateView/stateTree.ts';
import {
  call,
  change,
  compiled,
  context,
  drawn,
  history,
  lineWith,
  placeAt,
  stateWith,
  uri,
  variable,
} from './stateExamples.ts';

describe('the groups of a document', () => {
  test('list variables, streams, functions and calls', () => {
    const state = stateWith({
      variables: [
        variable({ changeCount: 2, lastChange: change(2) }),
        variable({ id: 2, name: 'rng', short: 'random state', isRandomState: true }),
      ],
      functions: [compiled()],
      callCount: 2,
    });
    expect(drawn(stateGroups(state, context))).toEqual([
      'Shared variables | 1',
      '  a | ×2 · int64 () 11 …',
      'Random streams | 1',
      '  rng | random state',
      'Compiled functions | 1',
      '  counter | updates a · 1 input → 1 output · 2 calls',
      '    x: float64 matrix | input',
      '    int64 vector | output',
      '    a | updated by each call',
      'Recorded calls | 2 calls …',
    ]);
  });

  test('leave out what there is nothing of', () => {
    expect(drawn(stateGroups(stateWith({ variables: [variable()] }), context))).toEqual([
      'Shared variables | 1',
      '  a | int64 () 11',
    ]);
  });

  test('say when a program has made nothing of the kind', () => {
    const [only, ...others] = stateGroups(stateWith({}), context);
    expect(only?.label).toBe('No shared variables and no compiled functions');
    expect(others).toEqual([]);
  });

  test('have ids that differ, also for variables of one name', () => {
    const state = stateWith({
      variables: [variable(), variable({ id: 2 }), variable({ id: 3, isRandomState: true })],
      functions: [compiled(), compiled({ id: 8 })],
    });
    const ids = stateGroups(state, context).flatMap(({ id, children }) => [
      id,
      ...(children === 'asked' ? [] : children.map((child) => child.id)),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('have the same ids when the evaluator counts anew', () => {
    const first = stateGroups(stateWith({ variables: [variable({ id: 1 })] }), context);
    const second = stateGroups(stateWith({ variables: [variable({ id: 8 })] }), context);
    expect(lineWith(first, 'a').id).toBe(lineWith(second, 'a').id);
  });
});

describe('a shared variable', () => {
  test.each([
    { what: 'never changed', parts: {}, traits: ['place', 'value'] },
    { what: 'changed', parts: { changeCount: 1 }, traits: ['place', 'value', 'changed'] },
    { what: 'made where nobody saw it', parts: { place: null }, traits: ['value'] },
    { what: 'an array', parts: { shape: [2, 2] }, traits: ['place', 'value', 'plot'] },
    { what: 'an array of texts', parts: { shape: [2], dtype: '<U3' }, traits: ['place', 'value'] },
    { what: 'a random state', parts: { isRandomState: true, changeCount: 3 }, traits: ['place', 'changed'] },
  ])('$what can do what it can', ({ parts, traits }) => {
    const groups = stateGroups(stateWith({ variables: [variable(parts)] }), context);
    expect(lineWith(groups, 'a').traits).toEqual(traits);
  });

  test('is spoken with its changes in words', () => {
    const groups = stateGroups(stateWith({ variables: [variable({ changeCount: 2 })] }), context);
    expect(lineWith(groups, 'a').spoken).toBe('a, int64 () 11, changed 2 times');
  });

  test('says in its tooltip where it was made and what changed it last', () => {
    const state = stateWith({ variables: [variable({ changeCount: 1, lastChange: change(1) })] });
    expect(lineWith(stateGroups(state, context), 'a').tooltip).toBe(
      'a\nint64 () 11\nMade in line 3\nchanged once\nLast change: a: 1 → 11',
    );
  });

  test('refers to its present value', () => {
    const groups = stateGroups(stateWith({ variables: [variable({ id: 4 })] }), context);
    expect(lineWith(groups, 'a').value).toEqual({ ref: { kind: 'variable', variableId: 4 }, name: 'a' });
  });
});

describe('a compiled function', () => {
  test('that drops updates says so in words and has another icon', () => {
    const state = stateWith({ functions: [compiled({ updates: [], dropped: ['a', 'b'] })] });
    const groups = stateGroups(state, context);
    const node = lineWith(groups, 'counter');
    expect(node.icon).toBe('dropping');
    expect(node.description).toBe('dropped: a, b · 1 input → 1 output · 2 calls');
    expect(node.tooltip).toContain('its updates were not passed to the function');
    expect(lineWith(groups, 'b').description).toBe('update dropped');
    expect(lineWith(groups, 'b').icon).toBe('dropped');
  });

  test.each([
    [compiled({ name: null }), 'function in line 5'],
    [compiled({ name: null, place: null }), 'function'],
  ])('without a name is called by its place: %o', (data, label) => {
    const [group] = stateGroups(stateWith({ functions: [data] }), context);
    expect(drawn(group?.children as never)[0]).toMatch(new RegExp(`^${label} \\|`));
  });
});

describe('the history of a variable', () => {
  test('is told newest first, each change with what made it', () => {
    expect(drawn(historyNodes(history(2), context))).toEqual([
      '11 → 21 | #2 · counter() · line 6',
      '1 → 11 | #1 · counter() · line 6',
    ]);
  });

  test.each([
    [change(1, { cause: 'setValue' }), '#1 · set_value · line 6'],
    [change(1, { cause: 'restore', place: null, functionName: null }), '#1 · restored'],
    [change(1, { functionName: null }), '#1 · a call · line 6'],
    [
      change(1, { place: { ...placeAt(0), path: '/work/helper.py', range: rangeAt(2) } }),
      '#1 · counter() · helper.py, line 3',
    ],
  ])('names the cause: %o', (only, description) => {
    const [node] = historyNodes(history(1, { changes: [only] }), context);
    expect(node?.description).toBe(description);
  });

  test('says between which changes others are not kept', () => {
    const changes = [change(1), change(2), change(9), change(10)];
    const labels = historyNodes(history(4, { changes, omittedCount: 6 }), context).map(({ label }) => label);
    expect(labels).toEqual(['91 → 101', '81 → 91', '6 changes in between are not kept', '11 → 21', '1 → 11']);
  });

  test('offers to restore only what is kept', () => {
    const nodes = historyNodes(history(1, { changes: [change(1, { isKept: false }), change(2)] }), context);
    expect(nodes.map(({ traits }) => traits)).toEqual([['place', 'kept', 'value'], ['place']]);
    expect(nodes[1]?.tooltip).toContain('not kept');
  });

  test('leaves a place out that nobody knows any more', () => {
    const [node] = historyNodes(history(1), { ...context, lineOf: () => null });
    expect(node?.description).toBe('#1 · counter()');
  });
});

describe('recorded calls', () => {
  test('show scans, arguments and results', () => {
    expect(drawn(callNodes([call()], context))).toEqual([
      'counter() | line 7 · a: 1 → 11 · 0.3 ms · wasm',
      '  scan in step | line 4',
      '  input 0 | float64 (3,) [1 2 3]',
      '  output 0 | float64 (3,) [1 2 3]',
    ]);
  });

  test('that raised say so', () => {
    const [node] = callNodes([call({ error: 'ValueError: shapes', outputs: [] })], context);
    expect(node?.icon).toBe('failed');
    expect(node?.description).toContain('raised ValueError: shapes');
  });

  test('refer to their values and scans', () => {
    const nodes = callNodes([call()], context);
    expect(lineWith(nodes, 'output 0').value).toEqual({
      ref: { kind: 'call', callId: 9, part: 'output', index: 0 },
      name: 'counter() output 0',
    });
    expect(lineWith(nodes, 'scan in step').traits).toContain('inspect');
  });
});

function rangeAt(line: number) {
  return { start: { line, character: 0 }, end: { line, character: 1 } };
}

test.each([
  ['a: 1 → 11', '1 → 11'],
  ['a (3×3): 3 of 9 changed, max |Δ| 4', '3 of 9 changed, max |Δ| 4'],
  ['a (12000,): 1 of 12000 changed', '1 of 12000 changed'],
  ['ab: 1 → 2', 'ab: 1 → 2'],
])('the change %s reads %s under its variable', (short, label) => {
  const [node] = historyNodes(history(1, { changes: [change(1, { short })] }), context);
  expect(node?.label).toBe(label);
});

test('lines belong to their document', () => {
  const groups = stateGroups(stateWith({ variables: [variable()] }), context);
  expect(groups.map((group) => group.uri)).toEqual([uri]);
});
