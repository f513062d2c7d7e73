import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { OpenNotebook } from '../../../server/src/lsp/openNotebook.ts';
import { readNotebook } from '../../../server/src/python/notebook.ts';
import { createPythonParser } from '../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';

const parser = await createPythonParser(readParserAssets());

/** What the same cells are in an `.ipynb` file. */
function joined(sources: readonly string[]) {
  const cells = sources.map((source) => ({ cell_type: 'code', source }));
  const notebook = readNotebook(JSON.stringify({ cells }));
  if ('problem' in notebook) throw new Error(notebook.problem);
  return notebook;
}

const snippet = fc.constantFrom(
  'x',
  '\n',
  '%',
  '!',
  '# %%\n',
  '"""',
  '(',
  '\r\n',
  '    ',
  'if a:\n',
  '%%bash\n',
  '?',
  '😀',
);
const source = fc.array(snippet, { maxLength: 8 }).map((pieces) => pieces.join(''));
const edit = fc.record({ cell: fc.nat(9), at: fc.nat(30), length: fc.nat(4), text: snippet });
const move = fc.record({ from: fc.nat(9), to: fc.nat(9) });
const add = fc.record({ to: fc.nat(9), text: source });
const step = fc.oneof(
  { weight: 4, arbitrary: edit.map((value) => ({ kind: 'edit' as const, ...value })) },
  move.map((value) => ({ kind: 'move' as const, ...value })),
  add.map((value) => ({ kind: 'add' as const, ...value })),
  fc.nat(9).map((from) => ({ kind: 'remove' as const, from })),
);

interface Cell {
  readonly uri: string;
  text: string;
  version: number;
}

test('text, tree and parts follow any sequence of changes', () => {
  fc.assert(
    fc.property(
      fc.array(source, { minLength: 1, maxLength: 4 }),
      fc.array(step, { maxLength: 10 }),
      (first, steps) => {
        const notebook = new OpenNotebook('file:///a.ipynb', () => parser);
        const cells: Cell[] = first.map((text, index) => ({ uri: `c:${index}`, text, version: 1 }));
        const opened = ({ uri, text, version }: Cell) => ({ uri, languageId: 'python', version, text });
        const entry = ({ uri }: Cell) => ({ kind: 2 as const, document: uri });
        notebook.open(cells.map(entry), cells.map(opened));
        let count = first.length;
        for (const one of steps) {
          // Half of the time somebody looks between two changes.
          if (count++ % 2 === 0) expect(notebook.file.text).toBe(notebook.text);
          if (one.kind === 'add') {
            const start = one.to % (cells.length + 1);
            const made = { uri: `c:${count + 100}`, text: one.text, version: 1 };
            cells.splice(start, 0, made);
            const structure = {
              array: { start, deleteCount: 0, cells: [entry(made)] },
              didOpen: [opened(made)],
            };
            notebook.change({ cells: { structure } });
            continue;
          }
          const from = (one.kind === 'edit' ? one.cell : one.from) % Math.max(1, cells.length);
          const cell = cells[from];
          if (cell === undefined) continue;
          if (one.kind === 'remove') {
            cells.splice(from, 1);
            const structure = { array: { start: from, deleteCount: 1 }, didClose: [{ uri: cell.uri }] };
            notebook.change({ cells: { structure } });
          } else if (one.kind === 'move') {
            cells.splice(from, 1);
            cells.splice(one.to % (cells.length + 1), 0, cell);
            const structure = { array: { start: 0, deleteCount: cells.length, cells: cells.map(entry) } };
            notebook.change({ cells: { structure } });
          } else {
            const range = { start: placeAt(cell.text, one.at), end: placeAt(cell.text, one.at + one.length) };
            const lines = new LineIndex(cell.text);
            const changes = [
              {
                range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
                text: one.text,
              },
            ];
            cell.text = cell.text.slice(0, range.start) + one.text + cell.text.slice(range.end);
            cell.version++;
            notebook.change({
              cells: { textContent: [{ document: { uri: cell.uri, version: cell.version }, changes }] },
            });
          }
        }
        const expected = joined(cells.map(({ text }) => text));
        expect(notebook.text).toBe(expected.text);
        expect(notebook.parts.map(({ span }) => span)).toEqual(expected.cells.map(({ span }) => span));
        expect(notebook.parts.map(({ uri }) => uri)).toEqual(cells.map(({ uri }) => uri));
        expect(notebook.file).toEqual(parser.parse(expected.text));
        notebook.dispose();
      },
    ),
    { numRuns: 150 },
  );
});

/** An offset that a position can name: not inside of a line break. */
function placeAt(text: string, offset: number): number {
  const inside = Math.min(offset, text.length);
  return text.slice(inside - 1, inside + 1) === '\r\n' ? inside - 1 : inside;
}
