import { expect, it } from 'vitest';
import { IgnoreChain, pathTest } from '../../../server/src/project/pathPatterns.ts';

const outer = { folder: '/w', text: '*.log\n/build/\ndocs/*.py\n!docs/keep.py\n# note\n' };
const inner = { folder: '/w/p', text: '!special.log\nlocal.py\n' };

it.each([
  ['/w/a.py', false],
  ['/w/a.log', true],
  ['/w/p/q/a.log', true],
  ['/w/p/special.log', false],
  ['/w/p/q/special.log', false],
  ['/w/build/', true],
  ['/w/build', false],
  ['/w/p/build/', false],
  ['/w/docs/a.py', true],
  ['/w/docs/keep.py', false],
  ['/w/p/docs/a.py', false],
  ['/w/p/q/local.py', true],
  ['/w/local.py', false],
  ['/w/A.LOG', false],
  ['/elsewhere/a.log', false],
  ['/w', false],
])('ignores %s: %s', (path, isIgnored) => {
  expect(new IgnoreChain([outer]).with(inner).ignores(path)).toBe(isIgnored);
});

it('patterns of addresses are written as people write them', () => {
  const test = pathTest('file:///w', ['my files/**']);
  expect(test('file:///w/my%20files/a.py')).toBe(true);
  expect(test('file:///w/100%/a.py')).toBe(false);
});

it('strange paths are not ignored', () => {
  const test = pathTest('/w', ['*']);
  for (const path of ['/w/../x', '/w//x', '/w/./x', '/w/']) expect(() => test(path)).not.toThrow();
});
