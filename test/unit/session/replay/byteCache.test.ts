/** What is kept of things that can be made again. */
import { expect, test } from 'vitest';
import { ByteCache } from '../../../../server/src/session/replay/byteCache.ts';

const filled = (...values: readonly (readonly [key: string, byteLength: number])[]): ByteCache<string> => {
  const cache = new ByteCache<string>(100);
  for (const [key, byteLength] of values) cache.set(key, `value of ${key}`, byteLength);
  return cache;
};

test('what fits together is kept', () => {
  const cache = filled(['a', 50], ['b', 50]);
  expect([cache.get('a'), cache.get('b')]).toEqual(['value of a', 'value of b']);
});

test('the one that was asked for longest ago goes first', () => {
  const cache = filled(['a', 40], ['b', 40]);
  cache.get('a');
  cache.set('c', 'value of c', 40);
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
});

test('a value that is too large by itself is kept until the next one comes', () => {
  const cache = filled(['a', 40], ['large', 500]);
  expect([cache.get('a'), cache.get('large')]).toEqual([undefined, 'value of large']);
  cache.set('b', 'value of b', 10);
  expect([cache.get('large'), cache.get('b')]).toEqual([undefined, 'value of b']);
});

test('a value in the place of another one counts once', () => {
  const cache = filled(['a', 60], ['a', 60], ['b', 40]);
  expect([cache.get('a'), cache.get('b')]).toEqual(['value of a', 'value of b']);
});
