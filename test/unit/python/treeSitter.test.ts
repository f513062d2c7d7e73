import { afterEach, expect, test, vi } from 'vitest';
import { Parser, Tree } from 'web-tree-sitter';
import { readCursor } from '../../../server/src/python/cursorReader.ts';
import { kinds } from '../../../server/src/python/nodeKinds.ts';
import { NodeTable, noAddresses } from '../../../server/src/python/nodeTable.ts';
import { loadGrammar } from '../../../server/src/python/treeSitter.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';
import { fixtures } from './corpus.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();
const grammar = await loadGrammar(readParserAssets());

afterEach(() => vi.restoreAllMocks());

test('trees are freed', () => {
  const made = vi.spyOn(Parser.prototype, 'parse');
  const freed = vi.spyOn(Tree.prototype, 'delete');
  parser.parse('a = 1');
  const open = parser.open('a = 1');
  open.update([{ start: 0, end: 1, newText: 'b' }]);
  open.update([{ start: 0, end: 0, newText: '(' }]);
  open.dispose();
  expect(made).toHaveBeenCalledTimes(4);
  expect(freed).toHaveBeenCalledTimes(4);
});

test('trees are read from memory', () => {
  expect(grammar.reader).toBe('memory');
});

test.each(fixtures)('reading from memory gives the rows of the public cursor: %s', (_, source) => {
  const kindOfSymbol = new Uint8Array(grammar.language.nodeTypeCount);
  for (let symbol = 0; symbol < kindOfSymbol.length; symbol++) {
    const name = grammar.language.types[symbol] ?? '';
    if (grammar.language.nodeTypeIsNamed(symbol)) kindOfSymbol[symbol] = kindNamed(name);
  }
  const tree = new Parser().setLanguage(grammar.language).parse(source.slice(0, -40))!;
  const fast = new NodeTable(64);
  const slow = new NodeTable(64);
  grammar.readTree(tree, fast, noAddresses);
  readCursor(tree, slow, kindOfSymbol);
  tree.delete();
  expect(rowsOf(fast)).toEqual(rowsOf(slow));
});

const kindNamed = (name: string): number =>
  Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : kinds.other;

/** Places and shape of all rows; keywords have kinds of their own that only the loader knows. */
const rowsOf = (table: NodeTable): string[] =>
  Array.from({ length: table.rowCount }, (_, row) => {
    const kind = table.kind(row) < 130 ? table.kind(row) : 0;
    return [kind, table.start(row), table.end(row), table.after(row), table.isBroken(row)].join(' ');
  });
