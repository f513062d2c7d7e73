import { expect, test } from 'vitest';
import { childrenOf, nodeAt, walk } from '../../../server/src/python/walk.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

test('walk goes through a tree in source order', () => {
  const { module } = parser.parse('f(a, k=b, *c)\n@d\ndef g(x=1): return x');
  const kinds: string[] = [];
  const starts: number[] = [];
  walk(module, (node) => {
    kinds.push(node.kind);
    starts.push(node.start);
  });
  expect(kinds.join(' ')).toBe(
    'Module ExpressionStatement Call Name Name Keyword Identifier Name Starred Name FunctionDef Name Identifier Parameters Parameter Identifier Number Return Name',
  );
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});

test('walk passes over what is below a node that answers false', () => {
  const { module } = parser.parse('f(a)\nb');
  const names: string[] = [];
  walk(module, (node) => {
    if (node.kind === 'Name') names.push(node.name);
    return node.kind !== 'Call';
  });
  expect(names).toEqual(['b']);
});

test.each([
  ['ab$.c', 'Name'],
  ['ab.$c', 'Identifier'],
  ['f($)', 'Call'],
  ['a$b + c', 'Name'],
  ['a = 1\n$', 'Module'],
])('nodeAt %j is in a %s', (marked, kind) => {
  const offset = marked.indexOf('$');
  const path = nodeAt(parser.parse(marked.replace('$', '')).module, offset);
  expect(path.at(-1)?.kind).toBe(kind);
});

test('leaves have no children', () => {
  expect(childrenOf(parser.parse('pass').module.body[0]!)).toEqual([]);
});

test('nodeAt finds the statements that a look at each of them finds', () => {
  const { module } = parser.parse('import a\n\nx = 1; y = 2;z\nif x:\n    y\n\n)\nlast');
  for (let offset = 0; offset <= module.end; offset++) {
    const touching = module.body.filter(({ start, end }) => start <= offset && offset <= end);
    const expected = touching.find(({ end }) => offset < end) ?? touching.at(-1);
    expect(nodeAt(module, offset)[1]).toBe(expected);
  }
});
