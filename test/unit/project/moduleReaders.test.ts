/** Which variables of a module other files read. */
import { expect, test } from 'vitest';
import { isReadNearby } from '../../../server/src/project/moduleReaders.ts';
import { filesOf } from './fakeFiles.ts';

const root = '/w';
const isRead = (texts: Record<string, string>, path: string): boolean =>
  isReadNearby('updates', { path: `${root}/${path}`, root, files: filesOf(texts, root) });

test.each<[what: string, path: string, text: string]>([
  ['an import of the name', 'train.py', 'from model import x, updates'],
  ['an import over lines', 'train.py', 'from model import (\n    x,\n    updates as u,\n)'],
  ['a relative import', 'train.py', 'from .model import updates'],
  ['a star', 'train.py', 'from model import *\nf(updates)'],
  ['an attribute', 'train.py', 'import model\nf(updates=model.updates)'],
  ['an attribute of another name', 'train.py', 'import numpy, model as m\nf(m . updates)'],
])('%s is a reading', (_, path, text) => {
  expect(isRead({ 'model.py': 'updates = {}', [path]: text }, 'model.py')).toBe(true);
});

test.each<[what: string, path: string, text: string]>([
  ['a variable of its own', 'train.py', 'updates = {}\nf(updates=updates)'],
  ['a keyword beside an import', 'train.py', 'from model import x\nf(x, updates=[])'],
  ['another module', 'train.py', 'from models import updates'],
  ['a longer name', 'train.py', 'from model import updates_of'],
  ['a file that is no module', 'notes.txt', 'from model import updates'],
])('%s is no reading', (_, path, text) => {
  expect(isRead({ 'model.py': 'updates = {}', [path]: text }, 'model.py')).toBe(false);
});

test('of a package, from the folder above', () => {
  const texts = { 'net/model.py': 'updates = {}', 'train.py': 'from net.model import updates' };
  expect(isRead(texts, 'net/model.py')).toBe(true);
  expect(isRead({ 'net/__init__.py': '', 'train.py': 'import net\nnet.updates' }, 'net/__init__.py')).toBe(
    true,
  );
});

test('of a file that nobody can import', () => {
  expect(isRead({ 'my-model.py': '', 'train.py': 'from my-model import updates' }, 'my-model.py')).toBe(
    false,
  );
});
