import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains } from '../../../server/src/base/span.ts';
import type { ParsedFile } from '../../../server/src/python/parsedFile.ts';
import { printModule } from '../../../server/src/python/printer.ts';
import { symbolTable } from '../../../server/src/python/scopes.ts';
import type { AnyNode } from '../../../server/src/python/syntax.ts';
import { childrenOf, nodeAt, walk } from '../../../server/src/python/walk.ts';
import { fixtures, tokenSoup } from './corpus.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

/** What holds for the result of every parse. */
function expectSound({ text, module, problems, cells, python }: ParsedFile): void {
  let errorCount = 0;
  const outside: AnyNode[] = [];
  walk(module, (node) => {
    if (node.kind.startsWith('Error')) errorCount++;
    for (const child of childrenOf(node)) if (!contains(node, child)) outside.push(child);
  });
  expect(outside).toEqual([]);
  const isBroken = problems.some(({ message }) => /^(?:this is not Python|expected|something)/.test(message));
  if (errorCount > 0) expect(problems.length).toBeGreaterThan(0);
  if (isBroken) expect(errorCount).toBeGreaterThan(0);
  expect(cells.map((cell) => text.slice(cell.start, cell.end)).join('')).toBe(text);
  for (const { span } of problems) expect(contains(module, span)).toBe(true);
  expect(nodeAt(module, text.length)[0]).toBe(module);
  symbolTable(module, python.major);
  printModule(module, python.major);
}

describe('any text parses', () => {
  test.each(fixtures)('every prefix of %s', (_, source) => {
    for (let length = 0; length < source.length; length += 19)
      expectSound(parser.parse(source.slice(0, length)));
  });

  test.each([
    'return `a`, `b`\n',
    'x = `a` + `c` in s, l\n',
    'f[`a`, `b`] = `c`,\n',
    'for `a` in `b`, `c`: pass\n',
    'return `a, b` + `c`\u0000exec code in scope, local\n',
  ])('%j', (source) => {
    expectSound(parser.parse(source));
  });

  test('token soup', () => {
    fc.assert(
      fc.property(tokenSoup, (source) => expectSound(parser.parse(source))),
      { numRuns: 150, seed: 1 },
    );
  });

  test('any UTF-16 units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) =>
        expectSound(parser.parse(source)),
      ),
      { numRuns: 40, seed: 2 },
    );
  });
});
