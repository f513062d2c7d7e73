import { expect, it } from 'vitest';
import { nearestNames, suggestion } from '../../../server/src/base/nearestNames.ts';

const names = ['dropped-updates', 'dropped-random-updates', 'step-arity'];

it.each([
  ['droped-updates', ['dropped-updates']],
  ['Step_Arity', ['step-arity']],
  ['step-arty', ['step-arity']],
  ['x', []],
  ['', []],
  ['dropped-update', ['dropped-updates']],
])('%j means %j', (typed, expected) => {
  expect(nearestNames(typed, names)).toEqual(expected);
});

it('is told as a question', () => {
  expect(suggestion('step-arty', names)).toBe('; did you mean step-arity?');
  expect(suggestion('nothing', names)).toBe('');
});
