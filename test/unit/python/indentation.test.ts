/** Statements that stand at another margin than their block. */
import { expect, it } from 'vitest';
import { pythonParserForTests } from './pythonParserForTests.ts';

it.each<[name: string, source: string, problems: readonly string[]]>([
  ['a line too far', 'x = 1\n    y = 2\n', ['10 unexpected indent']],
  ['a line too far in a block', 'if x:\n  y = 1\n    z = 2\n', ['18 unexpected indent']],
  ['back to no outer margin', 'if x:\n    y = 1\n  z = 2\n', ['18 unexpected indent']],
  ['a margin with a tab and the same with blanks', 'if x:\n\ty = 1\n        z = 2\n', []],
  ['statements on one line', 'if x: y = 1; z = 2\nw = 3\n', []],
  ['a continued line', 'if x: y = 1; \\\n   z = 2\n', []],
  ['a form feed', 'x = 1\n\fy = 2\n', []],
  ['other clauses', 'try:\n  a\nexcept E:\n    b\nelse:\n c\nfinally:\n   d\n', []],
])('%s', async (_, source, problems) => {
  const parser = await pythonParserForTests();
  expect(parser.parse(source).problems.map(({ span, message }) => `${span.start} ${message}`)).toEqual(
    problems,
  );
});
