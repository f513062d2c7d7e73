/** `scanlens check --fix`. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCheck } from '../../../server/src/cli/checkCommand.ts';
import { runCli } from '../../../server/src/cli/runCli.ts';
import { dropped, type Files, fine, writeFiles } from './checkRun.ts';
import { recordedIo, withFolder } from './cliRun.ts';

/** Fixes a folder with these files; gives the bytes of `name` afterwards. */
function fixFiles(files: Files, name: string, prepare: (path: string) => void = () => {}) {
  return withFolder(async (folder) => {
    writeFiles(folder, files);
    const path = join(folder, name);
    prepare(path);
    const io = recordedIo();
    const code = await runCheck([folder], { appliesFixes: true, format: 'json' }, io);
    const error = io.written.error.replaceAll(`${folder}/`, '');
    return { code, found: JSON.parse(io.written.out).length, error, bytes: readFileSync(path) };
  });
}

it('writes safe fixes and tells what is left', async () => {
  const { bytes, ...result } = await fixFiles({ 'p.py': dropped, 'q.py': fine }, 'p.py');
  expect(result).toEqual({ code: 0, found: 0, error: 'scanlens: 1 fix in 1 file.\n' });
  expect(bytes.toString()).toBe(fine);
});

it.each<[string, Buffer, Buffer]>([
  ['line ends', Buffer.from(dropped.replaceAll('\n', '\r\n')), Buffer.from(fine.replaceAll('\n', '\r\n'))],
  ['a byte order mark', Buffer.from(`\uFEFF${dropped}`), Buffer.from(`\uFEFF${fine}`)],
  [
    'the encoding',
    Buffer.from(`# coding: latin-1\n# é\n${dropped}`, 'latin1'),
    Buffer.from(`# coding: latin-1\n# é\n${fine}`, 'latin1'),
  ],
])('keeps %s', async (_, before, after) => {
  const { bytes } = await fixFiles({ 'p.py': before }, 'p.py');
  expect(bytes.equals(after)).toBe(true);
});

it('leaves other encodings and notebooks as they are', async () => {
  const cp1251 = Buffer.concat([
    Buffer.from('# coding: cp1251\n# '),
    Buffer.from([0xe6, 0x88]),
    Buffer.from(`\n${dropped}`),
  ]);
  const odd = await fixFiles({ 'p.py': cp1251 }, 'p.py');
  expect(odd).toMatchObject({
    code: 2,
    found: 1,
    error: 'scanlens: p.py was not fixed: its encoding is not UTF-8.\n',
  });
  expect(odd.bytes.equals(cp1251)).toBe(true);
  const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source: dropped }] });
  const book = await fixFiles({ 'n.ipynb': notebook }, 'n.ipynb');
  expect(book).toMatchObject({ code: 1, found: 1, error: '' });
  expect(book.bytes.toString()).toBe(notebook);
});

it('fixes only what was asked for', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'p.py');
    writeFileSync(path, dropped);
    await runCheck([path], { appliesFixes: true, ignored: ['dropped-updates'] }, recordedIo());
    expect(readFileSync(path, 'utf8')).toBe(dropped);
  });
});

it('says what can not be written', async () => {
  // Who is root writes everywhere.
  if (process.getuid?.() === 0) return;
  const result = await fixFiles({ 'p.py': dropped }, 'p.py', (path) => chmodSync(path, 0o444));
  expect(result).toMatchObject({
    code: 2,
    error: 'scanlens: p.py was not fixed: it can not be written (EACCES).\n',
  });
});

it('can not fix standard input', async () => {
  const io = recordedIo();
  expect(await runCli(['check', '-', '--fix'], io)).toBe(2);
  expect(io.written.error).toBe('scanlens: Standard input can not be fixed.\n');
});
