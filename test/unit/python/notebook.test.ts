import { describe, expect, it } from 'vitest';
import { neutraliseMagics } from '../../../server/src/python/magics.ts';
import { notebookCellAt, readNotebook } from '../../../server/src/python/notebook.ts';

describe('magics', () => {
  it.each([
    ['%matplotlib inline\nx = 1', '#matplotlib inline\nx = 1'],
    ['!pip install theano', '#pip install theano'],
    ['if a:\n    %time f()\ny', 'if a:\n    pass #   \ny'],
    ['for x in y:\n  !ls', 'for x in y:\n  ...'],
    ['for x in y:\n  %', 'for x in y:\n  0'],
    ['for x in y:\n  !l', 'for x in y:\n  0 '],
    ['np.zeros?', '#p.zeros?'],
    ['?np', '#np'],
    ['files = !ls *.py', 'files = None #  '],
    ['a = 7\nb = a %2', 'a = 7\nb = a %2'],
    ['x = ("%s"\n%y)', 'x = ("%s"\n%y)'],
    ['x = a \\\n  % b', 'x = a \\\n  % b'],
    ['s = """\n%d\n!x\n"""\n%hist', 's = """\n%d\n!x\n"""\n#hist'],
    ['s = \'#\' + "("\n%hist', 's = \'#\' + "("\n#hist'],
    ['%%bash\nls\n\nrm x', '#%bash\n#s\n\n#m x'],
    ['%%time\nf()', '#%time\nf()'],
    ['print "100%"', 'print "100%"'],
    ['x == !y', 'x == !y'],
  ])('%j', (source, expected) => {
    expect(neutraliseMagics(source)).toBe(expected);
    expect(expected).toHaveLength(source.length);
  });
});

const code = (source: string | string[]) => ({ cell_type: 'code', source });
const markdown = (source: string) => ({ cell_type: 'markdown', source });
const read = (...cells: unknown[]) => {
  const notebook = readNotebook(JSON.stringify({ cells, metadata: {}, nbformat: 4 }));
  if ('problem' in notebook) throw new Error(notebook.problem);
  return notebook;
};

describe('notebooks', () => {
  it('joins the code cells and remembers where each lies', () => {
    const notebook = read(markdown('# Title'), code(['a = 1\n', 'b = 2']), code('c = 3\n'));
    expect(notebook.text).toBe('# %%\na = 1\nb = 2\n# %%\nc = 3\n');
    expect(
      notebook.cells.map(({ index, span }) => [index, notebook.text.slice(span.start, span.end)]),
    ).toEqual([
      [1, 'a = 1\nb = 2'],
      [2, 'c = 3\n'],
    ]);
  });

  it('finds the cell of an offset', () => {
    const notebook = read(code('a = 1'), code('b = 2'));
    expect(notebookCellAt(notebook, notebook.text.indexOf('a'))?.index).toBe(0);
    expect(notebookCellAt(notebook, notebook.text.indexOf('b = 2') + 4)?.index).toBe(1);
  });

  it('reads the older format with worksheets', () => {
    const notebook = readNotebook(
      JSON.stringify({ worksheets: [{ cells: [{ cell_type: 'code', input: ['x = 1'] }] }], nbformat: 3 }),
    );
    expect(notebook).toMatchObject({ text: '# %%\nx = 1\n' });
  });

  it.each([
    ['{', 'The notebook is not valid JSON.'],
    ['[1, 2]', 'The file is JSON, but not a notebook: it has no list of cells.'],
    ['{"cells": 3}', 'The file is JSON, but not a notebook: it has no list of cells.'],
    [
      '{"cells": [], "metadata": {"language_info": {"name": "R"}}}',
      'The notebook is written in R, not Python.',
    ],
  ])('refuses %s', (json, problem) => {
    expect(readNotebook(json)).toEqual({ problem });
  });

  it('survives cells that are not cells', () => {
    expect(read(null, 3, { cell_type: 'code', source: [1, 'x'] }, code('y'))).toMatchObject({
      text: '# %%\nx\n# %%\ny\n',
    });
  });
});
