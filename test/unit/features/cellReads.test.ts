import { beforeAll, expect, test } from 'vitest';
import { cellReads } from '../../../server/src/features/cellReads.ts';
import { createPythonParser, type PythonParser } from '../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';

let parser: PythonParser;

beforeAll(async () => {
  parser = await createPythonParser(readParserAssets());
});

/** Each text is a cell. */
const reads = (...cells: readonly string[]) => cellReads(parser.parse(cells.join('\n# %%\n')));

test('a cell reads from the cells that bind its names', () => {
  expect(reads('x = 1', 'y = 2', 'print(x)')).toEqual([[], [], [0]]);
});

test('directly or through others', () => {
  expect(reads('x = 1', 'y = x', 'print(y)')).toEqual([[], [0], [0, 1]]);
});

test('what functions use counts where they stand, their own names do not', () => {
  expect(reads('x = 1', 'def f(y):\n    z = y\n    return x + z', 'z = 3\nf(1)')).toEqual([[], [0], [0, 1]]);
});

test('imports, loops and global statements bind', () => {
  expect(
    reads('import numpy as np', 'def f():\n    global k\n    k = 1', 'for i in np.arange(3): print(i, k)'),
  ).toEqual([[], [], [0, 1]]);
});

test('cells that need each other do not read from themselves', () => {
  expect(reads('def f(): return g()', 'def g(): return f()')).toEqual([[1], [0]]);
});

test('one cell reads from nothing', () => {
  expect(reads('x = 1\nprint(x)')).toEqual([[]]);
});

test('a name that the cell has bound before is its own', () => {
  expect(reads('f = 1\nprint(f)', 'f = 2\nprint(f)', 'for f in [1]:\n    print(f)')).toEqual([[], [], []]);
});

test('a name that the cell binds from itself comes from the nearest cell above', () => {
  expect(reads('x = 1', 'x = x + 1', 'x += 1', 'x = f(\n  x)')).toEqual([[], [0], [0, 1], [0, 1, 2]]);
});

test('what is bound only below counts', () => {
  expect(reads('print(x)', 'x = 1')).toEqual([[1], []]);
});
