/** Where imports lead, and what is kept of the files behind them. */
import { describe, expect, it } from 'vitest';
import type { AnalysisContext } from '../../../server/src/analysis/analysisContext.ts';
import { createContext } from '../../../server/src/project/modules.ts';
import { watched } from '../../../server/src/project/workspaceFiles.ts';
import type { ParsedFile } from '../../../server/src/python/parsedFile.ts';
import { ParsedTexts } from '../../../server/src/python/parsedTexts.ts';
import { filesOf } from './fakeFiles.ts';

const parsed: string[] = [];
const parse = (text: string): ParsedFile => {
  parsed.push(text);
  return { text } as ParsedFile;
};

function contextFor(path: string, names: readonly string[], root = '/w'): AnalysisContext {
  const files = filesOf(Object.fromEntries(names.map((name) => [name, name])), root);
  return createContext({
    path: `${root}/${path}`,
    root,
    files,
    modules: new ParsedTexts(parse),
    versions: [],
  });
}

describe('an import', () => {
  it.each([
    ['a.py', 'b', 0, ['b.py'], 'b.py'],
    ['a.py', 'b', 0, ['b.py', 'b/__init__.py'], 'b/__init__.py'],
    ['a.py', 'b.c', 0, ['b/c.py'], 'b/c.py'],
    ['a.py', 'b.c', 0, ['b/c/__init__.py'], 'b/c/__init__.py'],
    ['p/q/a.py', 'b', 0, ['b.py'], 'b.py'],
    ['p/q/a.py', 'b', 0, ['b.py', 'p/b.py'], 'p/b.py'],
    ['p/q/a.py', 'p.b', 0, ['p/b.py'], 'p/b.py'],
    ['tests/a.py', 'b', 0, ['src/b/__init__.py'], 'src/b/__init__.py'],
    ['p/q/a.py', 'b', 1, ['b.py', 'p/q/b.py'], 'p/q/b.py'],
    ['p/q/a.py', 'b', 2, ['p/b.py'], 'p/b.py'],
    ['p/q/a.py', '', 1, ['p/q/__init__.py'], 'p/q/__init__.py'],
    ['p/q/a.py', 'été', 1, ['p/q/été.py'], 'p/q/été.py'],
    ['p/q/a.py', 'b', 4, ['b.py'], null],
    ['p/q/a.py', 'b', 1, ['b.py'], null],
    ['a.py', 'a', 0, ['a.py'], null],
    ['a.py', '', 0, ['__init__.py'], null],
    ['a.py', '..b', 0, ['b.py'], null],
    ['a.py', 'b/../c', 0, ['c.py'], null],
    ['a.py', '.venv.b', 0, ['.venv/b.py'], null],
    ['a.py', 'site-packages.b', 0, ['site-packages/b.py'], null],
  ])('in %s of %s (%d dots), with %j', (path, name, level, names, expected) => {
    const found = contextFor(path, names).resolveModule({ from: `/w/${path}`, name, level });
    expect(found?.path ?? null).toBe(expected === null ? null : `/w/${expected}`);
    expect(found?.file.text ?? null).toBe(expected);
  });

  it('leads from address to address', () => {
    const root = 'vscode-vfs://github/o/r';
    const found = contextFor('a.py', ['%C3%A9.py'], root).resolveModule({
      from: `${root}/a.py`,
      name: 'é',
      level: 0,
    });
    expect(found?.path).toBe(`${root}/%C3%A9.py`);
  });

  it('is followed from the file that it stands in', () => {
    const context = contextFor('a.py', ['p/b.py', 'p/c.py']);
    const { path } = context.resolveModule({ from: '/w/p/b.py', name: 'c', level: 1 })!;
    expect(path).toBe('/w/p/c.py');
  });
});

it('a module is parsed once for each text', () => {
  const modules = new ParsedTexts(parse);
  parsed.length = 0;
  expect(modules.of('/w/b.py', 'one')).toBe(modules.of('/w/b.py', 'one'));
  modules.of('/w/b.py', 'two');
  expect(parsed).toEqual(['one', 'two']);
});

it('everything that was asked for is known, also what is not there', () => {
  const asked = new Set<string>();
  const files = watched(filesOf({ 'b/__init__.py': '' }), asked);
  const parts = { path: '/w/p/a.py', root: '/w', files, modules: new ParsedTexts(parse), versions: [] };
  createContext(parts).resolveModule({ from: '/w/p/a.py', name: 'b', level: 0 });
  expect([...asked]).toEqual([
    '/w/p/b/__init__.py',
    '/w/p/b.py',
    '/w/p/src/b/__init__.py',
    '/w/p/src/b.py',
    '/w/b/__init__.py',
  ]);
});

it('settings come before the project', () => {
  const version = (reason: string) => ({ library: 'theano' as const, version: [1, 0, 4] as const, reason });
  const maps = [
    new Map(),
    new Map([['theano', version('first')] as const]),
    new Map([['theano', version('second')] as const]),
  ];
  const parts = {
    path: null,
    root: '',
    files: filesOf({}),
    modules: new ParsedTexts(parse),
    versions: maps,
  };
  expect(createContext(parts).versionOf('theano')?.reason).toBe('first');
  expect(createContext(parts).versionOf('aesara')).toBeNull();
});
