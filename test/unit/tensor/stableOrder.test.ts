import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stableOrder } from '../../../server/src/tensor/stableOrder.ts';

const key = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double(), fc.constantFrom(Number.NaN, -0, 0));

/** NaN last, places where keys are equal. */
function expectedOrder(keys: readonly number[]): number[] {
  const rank = (a: number, b: number): number => Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : rank(a, b));
  return [...keys.keys()].sort((i, j) => compare(keys[i]!, keys[j]!) || i - j);
}

it('gives the places in the order of their keys, equal ones as they stood', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 120 }), (keys) => {
      expect([...stableOrder(Float64Array.from(keys))]).toEqual(expectedOrder(keys));
    }),
    { numRuns: 200, seed: 3 },
  );
});
