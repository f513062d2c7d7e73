import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributions } from '../../../server/src/project/releases.ts';
import { assumedRelease, plainVersion } from '../../../server/src/project/specifiers.ts';

const { releases } = distributions.get('pytensor')!;
const assumed = (text: string, style: 'pip' | 'poetry' | 'conda' = 'pip') =>
  assumedRelease(text, style, releases)?.join('.') ?? null;

describe('clauses of pip', () => {
  it.each([
    ['==2.31.4', '2.31.4'],
    ['==2.31', '2.31.0'],
    ['===2.31.4', '2.31.4'],
    ['==2.99.1', '2.99.1'],
    ['== 2.31.*', '2.31.7'],
    ['>=2.18,<3', '2.38.3'],
    ['>=2.18, <3', '2.38.3'],
    ['<3,>=2.18', '2.38.3'],
    ['>=2.18', '3.3.0'],
    ['>2.31', '3.3.0'],
    ['<=2.31', '2.31.0'],
    ['<2.31.4', '2.31.3'],
    ['~=2.18', '2.38.3'],
    ['~=2.18.2', '2.18.6'],
    ['!=3.3.0', '3.1.1'],
    ['!=3.*,>2', '2.38.3'],
    ['>=2.18,!=2.38.3,<3', '2.38.2'],
    ['>=4', '4.0.0'],
    ['>=2.99,<3', '2.99.0'],
    ['==2.31.4rc1', '2.31.4'],
    ['==2.31.4.post2', '2.31.4'],
    ['==2.31.4+cpu', '2.31.4'],
    ['<3.0.0rc1', '2.38.3'],
    ['==v2.31.4', '2.31.4'],
    ['', null],
    ['*', null],
    ['>4,<3', null],
    ['@ git+https://github.com/pymc-devs/pytensor', null],
    ['>=soon', null],
    ['>=', null],
  ])('%s', (text, version) => {
    expect(assumed(text)).toBe(version);
  });
});

it.each([
  ['^2.18', '2.38.3'],
  ['^2', '2.38.3'],
  ['^2.8.10', '2.38.3'],
  ['~2.18', '2.18.6'],
  ['~2.18.3', '2.18.6'],
  ['~2', '2.38.3'],
  ['2.18.1', '2.18.1'],
  ['2.18.*', '2.18.6'],
  ['*', null],
  ['>=2.18 <2.20', '2.19.0'],
  ['^2.8 || ^3.0', '3.3.0'],
  ['^0.3', '0.3.0'],
])('%s of Poetry', (text, version) => {
  expect(assumed(text, 'poetry')).toBe(version);
});

it.each([
  ['=2.31', '2.31.7'],
  ['2.31.*', '2.31.7'],
  ['=2.31.*', '2.31.7'],
  ['==2.31.2', '2.31.2'],
  ['=2.18.6=py311_0', '2.18.6'],
  ['2.18.6 py311_0', null],
  ['>=2.18,<2.19', '2.18.6'],
  ['2.18|2.19', '2.19.0'],
])('%s of conda', (text, version) => {
  expect(assumed(text, 'conda')).toBe(version);
});

it('never throws, and what it gives satisfies the bounds', () => {
  const operator = fc.constantFrom('==', '>=', '<=', '<', '>', '~=', '!=', '^', '~', '=', '', ',', '|', '*');
  const noise = fc.array(
    fc.oneof(operator, fc.string({ maxLength: 4 }), fc.constantFrom('2.31', '3', '2.*')),
  );
  fc.assert(
    fc.property(noise, fc.constantFrom('pip', 'poetry', 'conda'), (parts, style) => {
      const found = assumedRelease(parts.join(''), style, releases);
      expect(found === null || found.length === 3).toBe(true);
    }),
  );
});

it.each([
  ['2.36', [2, 36, 0]],
  ['3', [3, 0, 0]],
  ['v1.0.5', [1, 0, 5]],
  ['2.36.0.1', [2, 36, 0]],
  ['>=2', null],
  ['2.x', null],
  ['', null],
])('a plain version: %s', (text, version) => {
  expect(plainVersion(text)).toEqual(version);
});
