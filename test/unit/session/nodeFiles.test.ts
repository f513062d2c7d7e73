/** What is read of a workspace on disk, and what is not. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { NodeFiles } from '../../../server/src/session/nodeFiles.ts';

const outside = mkdtempSync(join(tmpdir(), 'scanlens-'));
const root = join(outside, 'root');
mkdirSync(root);
afterAll(() => rmSync(outside, { recursive: true }));

const files = new NodeFiles();

function write(name: string, content: string | Uint8Array): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

it('keeps a text until its file changes', () => {
  const path = write('a.py', 'one');
  expect(files.read(path, root)).toBe('one');
  expect(files.read(path, root)).toBe('one');
  write('a.py', 'two');
  utimesSync(path, 1, 1);
  expect(files.read(path, root)).toBe('two');
  rmSync(path);
  expect(files.read(path, root)).toBeNull();
});

it('reads the encodings of Python', () => {
  expect(files.read(write('l.py', Buffer.from('# coding: latin-1\n# é', 'latin1')), root)).toContain('é');
});

it('does not read what is large, no text, a folder, missing', () => {
  expect(files.read(write('large.py', 'x'.repeat(1024 * 1024 + 1)), root)).toBeNull();
  expect(files.read(write('largest.py', 'x'.repeat(1024 * 1024)), root)).toHaveLength(1024 * 1024);
  expect(files.read(write('binary.py', new Uint8Array([0, 1])), root)).toBeNull();
  expect(files.read(root, outside)).toBeNull();
  expect(files.read(join(root, 'missing.py'), root)).toBeNull();
  expect(files.read(join(root, 'a\0b'), root)).toBeNull();
});

it('does not leave the root, also not by a link', () => {
  writeFileSync(join(outside, 'secret.py'), 'secret');
  symlinkSync(join(outside, 'secret.py'), join(root, 'link.py'));
  symlinkSync(outside, join(root, 'up'));
  symlinkSync(write('target.py', 'target'), join(root, 'inner.py'));
  expect(files.read(join(root, 'link.py'), root)).toBeNull();
  expect(files.read(join(root, 'up', 'secret.py'), root)).toBeNull();
  expect(files.read(join(root, '..', 'secret.py'), root)).toBeNull();
  expect(files.read(join(root, 'inner.py'), root)).toBe('target');
});

it('knows addresses', () => {
  const addressed = new NodeFiles((name) => (name.startsWith('file:') ? fileURLToPath(name) : null));
  const path = write('b c.py', 'text');
  expect(addressed.read(pathToFileURL(path).href, pathToFileURL(root).href)).toBe('text');
  expect(addressed.read('vscode-vfs://github/a.py', 'vscode-vfs://github')).toBeNull();
  expect(addressed.names(pathToFileURL(root).href)).toContain('b c.py');
  expect(addressed.names('vscode-vfs://github')).toEqual([]);
  expect(addressed.names(pathToFileURL(join(root, 'missing')).href)).toEqual([]);
});
