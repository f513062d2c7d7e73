import { describe, expect, test } from 'vitest';
import {
  lostByReset,
  valueChoices,
  variableChoices,
} from '../../../../client/src/stateView/restoreChoices.ts';
import { change, context, history, stateWith, variable } from './stateExamples.ts';

describe('variables to choose from', () => {
  const state = stateWith({
    variables: [
      variable(),
      variable({ id: 2, name: 'b', changeCount: 3 }),
      variable({ id: 3, name: 'rng', changeCount: 1, isRandomState: true }),
    ],
  });

  test.each([
    ['changed', ['b', 'rng']],
    ['values', ['a', 'b']],
  ] as const)('%s', (which, names) => {
    expect(variableChoices(state, which).map(({ label }) => label)).toEqual(names);
  });
});

describe('values to restore', () => {
  test('are those after each change but the last, newest first, then the first value', () => {
    const choices = valueChoices(history(3), context).map(({ label, description, detail }) => {
      return [label, description, detail].join(' | ');
    });
    expect(choices).toEqual([
      'After change 2 | 11 → 21 | counter() · line 6',
      'After change 1 | 1 → 11 | counter() · line 6',
      'First value | before 1 → 11 | ',
    ]);
  });

  test('leave out what is not kept', () => {
    const changes = [change(1, { isKept: false }), change(2), change(3)];
    expect(valueChoices(history(3, { changes }), context).map(({ value }) => value)).toEqual([
      { id: 102, side: 'after' },
      null,
    ]);
  });
});

describe('what a reset loses', () => {
  const large = variable({ id: 2, name: 'W', changeCount: 1, lastChange: change(1, { isKept: false }) });
  const small = variable({ changeCount: 1, lastChange: change(1) });

  test.each([
    [null, ['W']],
    [1, []],
    [2, ['W']],
  ])('of variable %o', (variableId, names) => {
    const state = stateWith({ variables: [small, large, variable({ id: 3, name: 'c' })] });
    expect(lostByReset(state, variableId).map(({ name }) => name)).toEqual(names);
  });
});
