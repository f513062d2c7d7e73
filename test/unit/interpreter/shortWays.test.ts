/** Short ways of the compiler against the long ones: what a program gives does not depend on where its names live. */
import { assert, asyncProperty, constantFrom, integer, letrec, oneof, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProgram } from './runFixture.ts';

const numbers = ['0', '1', '2', '7', '-3', '2**31', '2**53', '-2**53 + 1', '0.5', '-0.0', '1e300', 'True'];

const { expression } = letrec<{ expression: string; leaf: string }>((tie) => ({
  leaf: oneof(constantFrom('a', 'b', 'c'), constantFrom(...numbers)),
  expression: oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    tuple(tie('expression'), constantFrom('+', '-', '*', '%', '//', '/', '&'), tie('expression')).map(
      ([left, operator, right]) => `(${left} ${operator} ${right})`,
    ),
    tuple(tie('expression'), constantFrom('<', '<=', '>', '>=', '==', '!='), tie('expression')).map(
      ([left, operator, right]) => `(${left} ${operator} ${right})`,
    ),
    tuple(tie('expression'), tie('expression'), tie('expression')).map(
      ([test, body, orelse]) => `(${body} if ${test} else ${orelse})`,
    ),
    tie('expression').map((argument) => `same(${argument})`),
  ),
}));

const values = oneof(constantFrom(...numbers), integer({ min: -100, max: 100 }).map(String));

/** One program four times: names of the module, of a function, cells, and attributes and items. */
const programs = (text: string, [a, b, c]: readonly [string, string, string]): string[] => {
  const start = 'def same(x):\n    return x\n';
  const body = (head: string, names: string): string =>
    `${head}try:\n${head}    r = ${names}\n${head}    r += ${a}\n${head}    print(repr(r))\n${head}except Exception as e:\n${head}    print(type(e).__name__, e)\n`;
  const attributes = text.replace(/\b([abc])\b/g, 'o.$1');
  return [
    `${start}a, b, c = ${a}, ${b}, ${c}\n${body('', text)}`,
    `${start}def f(a, b, c):\n${body('    ', text)}\nf(${a}, ${b}, ${c})\n`,
    `${start}def f(a, b, c):\n    def g():\n        return a, b, c\n${body('    ', text)}\nf(${a}, ${b}, ${c})\n`,
    `${start}class O:\n    pass\no = O()\no.a = ${a}\no.b = ${b}\no.c = ${c}\n${body('', attributes)}`,
  ];
};

describe('an expression', () => {
  it('is the same in a module, in a function, with cells and with attributes', async () => {
    await assert(
      asyncProperty(expression, tuple(values, values, values), async (text, given) => {
        const [first, ...others] = await Promise.all(
          programs(text, given).map(async (program) => (await runProgram(program, { python: 3 })).stdout),
        );
        expect(first).not.toBe('');
        for (const other of others) expect(other).toBe(first);
      }),
      { numRuns: 80, seed: 1 },
    );
  });
});

const texts = ["''", "'a'", "'ab'", "'\\uff5e'", "'\\U0001f600'", "'z'"];
const keys = oneof(
  tuple(
    ...Array.from({ length: 9 }, () =>
      oneof(constantFrom(...numbers), integer({ min: -9, max: 9 }).map(String)),
    ),
  ),
  tuple(...Array.from({ length: 9 }, () => constantFrom(...texts))),
);

describe('sorting', () => {
  it('orders plain keys as it orders objects that compare like them', async () => {
    await assert(
      asyncProperty(keys, constantFrom('True', 'False'), async (items, reverse) => {
        const program = `
class K:
    def __init__(self, pair):
        self.key = pair[0]
    def __lt__(self, other):
        return self.key < other.key
l = [(k, i) for i, k in enumerate([${items.join(', ')}])]
print(sorted(l, key=lambda p: p[0], reverse=${reverse}) == sorted(l, key=K, reverse=${reverse}))
`;
        expect((await runProgram(program, { python: 3 })).stdout).toBe('True\n');
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});
