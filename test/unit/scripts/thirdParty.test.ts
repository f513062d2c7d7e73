import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageFolders, printLicences, readShippedPackage } from '../../../scripts/support/thirdParty.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scanlens-licences-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function makePackage(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

test('packages are those of which something came into a bundle', () => {
  const taken = { bytesInOutput: 5 };
  const inputs = {
    'server/src/base/span.ts': taken,
    'node_modules/plain/lib/main.js': taken,
    'node_modules/plain/lib/other.js': taken,
    '../elsewhere/node_modules/@scope/name/index.js': taken,
    'node_modules/outer/node_modules/inner/index.js': taken,
    'node_modules/shaken/index.js': { bytesInOutput: 0 },
    'core:/work/node_modules/asked/index.js': taken,
  };
  expect([...packageFolders([{ inputs }])]).toEqual([
    'node_modules/plain',
    '../elsewhere/node_modules/@scope/name',
    'node_modules/outer/node_modules/inner',
  ]);
});

test.each(['LICENSE', 'License.txt', 'LICENCE.md', 'LICENSE-MIT'])('a licence is in %s', (file) => {
  const shipped = readShippedPackage(makePackage('one', { [file]: 'Permission is granted.\r\n' }));
  expect(shipped).toEqual({ name: 'one', version: '1.0.0', licence: 'Permission is granted.' });
});

test('notices go with the licence', () => {
  const path = makePackage('one', {
    LICENSE: 'A licence.',
    'thirdpartynotices.txt': 'By others.',
    'license.js': '',
  });
  expect(readShippedPackage(path).licence).toBe('A licence.\n\nBy others.');
});

test('a package without a licence is not shipped', () => {
  const path = makePackage('bare', { 'readme.md': 'MIT' });
  expect(() => readShippedPackage(path)).toThrow('bare 1.0.0 has no licence and can not be shipped');
});

test('each version stands there once, in the order of names', () => {
  const one = { name: 'one', version: '1.0.0', licence: 'Text of one.' };
  const other = { name: 'a', version: '2.0.0', licence: 'Text of a.' };
  const text = printLicences([one, other, one]);
  expect(text).toContain(':\n\n  a 2.0.0\n  one 1.0.0\n\n');
  expect(text.match(/Text of one\./g)).toHaveLength(1);
});
