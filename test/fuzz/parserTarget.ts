/** Any text parses to a sound tree, the same each time; edits that make Python give the tree of the edited text. */
import { ok } from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { contains } from '../../server/src/base/span.ts';
import type { ParsedFile } from '../../server/src/python/parsedFile.ts';
import { printModule } from '../../server/src/python/printer.ts';
import { symbolTable } from '../../server/src/python/scopes.ts';
import { childrenOf, nodeAt, walk } from '../../server/src/python/walk.ts';
import { testParser } from '../oracle/inProcess.ts';
import { edits, mutatedProgram } from './mutations.ts';
import { fuzzTarget } from './target.ts';

const parser = await testParser();

export const target = fuzzTarget({
  inputs: fc.record({ text: mutatedProgram, cut: fc.nat(1_000_000), edits }),
  print: (input) => JSON.stringify(input),
  check({ text, cut, edits }) {
    const file = parser.parse(text);
    expectSound(file);
    ok(isDeepStrictEqual(parser.parse(text), file), 'the same text gives another tree');
    expectSound(parser.parse(text.slice(0, cut % (text.length + 1))));
    const open = parser.open(text);
    try {
      for (const { at, removed, inserted } of edits) {
        const { length } = open.file.text;
        const start = at % (length + 1);
        open.update([{ start, end: Math.min(length, start + removed), newText: inserted }]);
      }
      const anew = parser.parse(open.file.text);
      ok(open.file.problems.length > 0 === anew.problems.length > 0, 'edits make Python of what is none');
      // From errors tree-sitter recovers in the light of what stood there before.
      if (anew.problems.length === 0) ok(isDeepStrictEqual(open.file, anew), 'edits give another tree');
    } finally {
      open.dispose();
    }
  },
});

/** What holds for the result of every parse. */
function expectSound({ text, module, problems, cells, python }: ParsedFile): void {
  let errorCount = 0;
  walk(module, (node) => {
    if (node.kind.startsWith('Error')) errorCount++;
    for (const child of childrenOf(node)) ok(contains(node, child), `${child.kind} outside of ${node.kind}`);
  });
  if (errorCount > 0) ok(problems.length > 0, 'an error without a problem');
  ok(cells.map(({ start, end }) => text.slice(start, end)).join('') === text, 'cells are not the text');
  for (const { span } of problems) ok(contains(module, span), 'a problem outside of the text');
  ok(nodeAt(module, text.length)[0] === module, 'nothing at the end');
  symbolTable(module, python.major);
  printModule(module, python.major);
}
