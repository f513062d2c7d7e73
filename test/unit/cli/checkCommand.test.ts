/** `scanlens check` on files, folders and notebooks: what is found, and in which words. */
import { describe, expect, test } from 'vitest';
import { checkFiles, dropped, filesIn, fine } from './checkRun.ts';

const message =
  '`a` keeps its value: the updates of this scan reach no compiled function. ' +
  'Pass them: `theano.function(..., updates=u)`.';

const related = [
  { file: 'p.py', line: 3, column: 31, endLine: 3, endColumn: 39, message: 'The step updates `a` here.' },
  {
    file: 'p.py',
    line: 4,
    column: 5,
    endLine: 4,
    endColumn: 20,
    message: 'This function uses the scan without its updates.',
  },
];

describe('check', () => {
  test('a finding as text', async () => {
    const result = await checkFiles({ 'p.py': dropped }, ['p.py'], 'text');
    expect(result).toEqual({
      code: 1,
      out: `p.py:3:10: warning dropped-updates: ${message}
  |
3 | out, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
  |          ^^^^^^^^^^^
  p.py:3:31: The step updates \`a\` here.
  p.py:4:5: This function uses the scan without its updates.
    |
  4 | f = theano.function([], out)
    |     ^^^^^^^^^^^^^^^

1 warning in 1 file.
`,
      error: '',
    });
  });

  test('the same file by two paths is checked once', async () => {
    const { out } = await checkFiles({ 'p.py': dropped }, ['p.py', '.'], 'text');
    expect(out.split('\n').filter((line) => line.startsWith('p.py:3:10'))).toHaveLength(1);
  });

  test('a file that is not text does not hide the others of its folder', async () => {
    const files = { 'd/a.py': new Uint8Array([0, 1, 2, 255]), 'd/p.py': dropped };
    const result = await checkFiles(files, ['d'], 'json');
    expect(result).toMatchObject({ code: 2, error: 'scanlens: d/a.py is not Python: it is not text.\n' });
    expect(JSON.parse(result.out)).toMatchObject([{ file: 'd/p.py', line: 3 }]);
  });

  test('a finding as JSON', async () => {
    const { code, out } = await checkFiles({ 'p.py': dropped }, ['p.py'], 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        file: 'p.py',
        line: 3,
        column: 10,
        endLine: 3,
        endColumn: 21,
        rule: 'dropped-updates',
        level: 'warning',
        message,
        related,
      },
    ]);
  });

  test('columns count UTF-16 units', async () => {
    const text = dropped.replace('out, u =', "out, u = '😀', 0; out, u =");
    const { out } = await checkFiles({ 'p.py': text }, ['p.py'], 'text');
    expect(out).toContain('p.py:3:28:');
  });

  test('nothing found', async () => {
    expect(await checkFiles({ 'p.py': fine }, ['p.py'], 'text')).toEqual({ code: 0, out: '', error: '' });
    expect(await checkFiles({ 'p.py': fine }, ['p.py'], 'json')).toEqual({ code: 0, out: '[]\n', error: '' });
    expect(await checkFiles({ 'p.py': '' }, ['p.py'], 'text')).toEqual({ code: 0, out: '', error: '' });
  });

  test('a missing file', async () => {
    const result = await checkFiles({ 'p.py': dropped }, ['missing.py', 'p.py'], 'text');
    expect(result.code).toBe(2);
    expect(result.error).toBe('scanlens: missing.py does not exist.\n');
    expect(result.out).toContain('p.py:3:10');
  });

  test('what is not text', async () => {
    const result = await checkFiles({ 'p.py': new Uint8Array([0, 255, 0]) }, ['p.py'], 'text');
    expect(result).toEqual({ code: 2, out: '', error: 'scanlens: p.py is not Python: it is not text.\n' });
  });

  test('Latin-1 with its name, a byte order mark, CRLF', async () => {
    const latin = Buffer.from(`# coding: latin-1\n# \u00e9\n${dropped}`, 'latin1');
    expect((await checkFiles({ 'p.py': latin }, ['p.py'], 'text')).out).toContain('p.py:5:10:');
    const marked = `\uFEFF${dropped.replaceAll('\n', '\r\n')}`;
    expect((await checkFiles({ 'p.py': marked }, ['p.py'], 'text')).out).toContain('p.py:3:10:');
  });

  test('a folder', async () => {
    const files = {
      'b.py': dropped,
      'a/c.py': dropped,
      'a/notes.txt': dropped,
      '.git/d.py': dropped,
      'node_modules/e.py': dropped,
      'venv/f.py': dropped,
      'a/__pycache__/g.py': dropped,
    };
    const { code, out } = await checkFiles(files, ['.'], 'json');
    expect(code).toBe(1);
    expect(filesIn(out)).toEqual(['a/c.py', 'b.py']);
  });
});

describe('check of a notebook', () => {
  const cell = (source: string | string[], type = 'code') => ({
    cell_type: type,
    source,
    metadata: {},
    outputs: [],
  });
  const notebook = (...cells: unknown[]) =>
    JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });

  test('cells are one program; a finding says its cell and the line in it', async () => {
    const lines = dropped.split('\n');
    const content = notebook(
      cell('# Title', 'markdown'),
      cell(['%matplotlib inline\n', '!pip install theano\n', `${lines[0]}\n`, `${lines[1]}`]),
      cell(['# scan\n', `${lines[2]}`]),
      cell(`${lines[3]}`),
    );
    const { code, out } = await checkFiles({ 'n.ipynb': content }, ['n.ipynb'], 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ file: 'n.ipynb', cell: 2, line: 2, column: 10, endLine: 2 }]);
    const asText = await checkFiles({ 'n.ipynb': content }, ['n.ipynb'], 'text');
    expect(asText.out.split('\n')[0]).toBe(`n.ipynb:cell 2:2:10: warning dropped-updates: ${message}`);
    expect(asText.out).toContain('n.ipynb:cell 3:1:5: This function uses');
  });

  test('updates that a later cell passes are not dropped', async () => {
    const content = notebook(cell(dropped), cell('g = theano.function([], updates=u)'));
    const { code, out } = await checkFiles({ 'n.ipynb': content }, ['n.ipynb'], 'text');
    expect(code).toBe(0);
    expect(out).not.toContain('dropped-updates');
  });

  test('one that is broken', async () => {
    const result = await checkFiles({ 'n.ipynb': '{' }, ['n.ipynb'], 'text');
    expect(result).toEqual({
      code: 2,
      out: '',
      error: 'scanlens: n.ipynb: The notebook is not valid JSON.\n',
    });
  });
});
