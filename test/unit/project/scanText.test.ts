/** Which texts are worth a check: those with a scan in them, and those that import one. */
import { describe, expect, test } from 'vitest';
import { mightReachScan } from '../../../server/src/project/scanText.ts';
import { filesOf } from './fakeFiles.ts';

const root = '/w';
const scans = 'import theano\ndef run(f, x):\n    return theano.scan(f, x)\n';

/** A use of what is imported. */
const compiles = 'f = function([x], y)\n';

function reaches(text: string, others: Readonly<Record<string, string>>, at = 'main.py'): boolean {
  return mightReachScan(text, { path: `${root}/${at}`, root, files: filesOf(others, root) });
}

describe('a text reaches a scan', () => {
  test.each([
    ['of its own', scans, {}],
    ['of a module', 'from chain import run\nrun(f, x)\n', { 'chain.py': scans }],
    ['of a module among others', 'import os, chain as c, sys\n', { 'chain.py': scans }],
    ['of a package', 'from models import run\n', { 'models/__init__.py': scans }],
    ['of a module beside it', 'from .chain import run\n', { 'chain.py': scans }],
    ['of a module of its package', 'from . import chain, other\n', { '__init__.py': '', 'chain.py': scans }],
    ['through another module', 'import front\n', { 'front.py': 'from back import *\n', 'back.py': scans }],
    [
      'of modules that import each other',
      'import a\n',
      { 'a.py': 'import b\n', 'b.py': 'import a, c\n', 'c.py': scans },
    ],
  ] as const)('%s', (_, text, others) => expect(reaches(text + compiles, others)).toBe(true));
});

describe('a text reaches no scan', () => {
  test.each([
    ['alone', 'import theano\n', {}],
    ['beside a module that it does not import', 'import other\n', { 'chain.py': scans, 'other.py': '' }],
    ['in a word of a comment', '# from chain import run\nx = 1\n', { 'chain.py': scans }],
    ['by importing itself', 'import main\n', { 'main.py': 'import main\n' }],
    ['outside of the workspace', 'from ... import chain\n', { 'chain.py': scans }],
  ] as const)('%s', (_, text, others) => expect(reaches(text + compiles, others)).toBe(false));
});

test('a text that compiles nothing is not looked at', () => {
  expect(reaches('from chain import run\nrun(f, x)\n', { 'chain.py': scans })).toBe(false);
});
