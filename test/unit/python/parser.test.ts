import { describe, expect, test } from 'vitest';
import { compact } from './compactTree.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

/** Source and the tree of its statements. */
const trees: readonly (readonly [source: string, tree: string])[] = [
  ['a = b = 1', '[Assign([a, b], 1)]'],
  ['a, *b = c', '[Assign([Tuple([a, Starred(b)])], c)]'],
  ['(a) = [b] = c', '[Assign([a, List([b])], c)]'],
  ['x: int = 1', '[AnnAssign(x, int, 1)]'],
  ['x: A[B] | C | None', '[AnnAssign(x, BinOp(BinOp(Subscript(A, B), |, C), |, <null>), -)]'],
  ['x ^= a | b & c ^ d', '[AugAssign(x, ^, BinOp(a, |, BinOp(BinOp(b, &, c), ^, d)))]'],
  ['a < b in c', '[Compare(a, [<, in], [b, c])]'],
  ['a or b or (c or d)', '[BoolOp(or, [a, b, BoolOp(or, [c, d])])]'],
  ['not a in b', '[UnaryOp(not, Compare(a, [in], [b]))]'],
  ['-a ** -b', '[UnaryOp(-, BinOp(a, **, UnaryOp(-, b)))]'],
  ['await x ** 2', '[BinOp(Await(x), **, 2)]'],
  ['f(*a or b, k=1, **c)', '[Call(f, [Starred(BoolOp(or, [a, b]))], [Keyword(k, 1), Keyword(-, c)])]'],
  ['return_ = *(a, b), c', '[Assign([return_], Tuple([Starred(Tuple([a, b])), c]))]'],
  ['a[1:2, ::3]', '[Subscript(a, Tuple([Slice(1, 2, -), Slice(-, -, 3)]))]'],
  ['a[1,]', '[Subscript(a, Tuple([1]))]'],
  [
    'lambda a, *, b=1: a if b else c',
    '[Lambda(Parameters([Parameter(a, -, -), Parameter(b, -, 1)]), IfExp(b, a, c))]',
  ],
  ['{**a, 1: 2}', '[Dict([DictItem(-, a), DictItem(1, 2)])]'],
  ['[x for x in y if z]', '[ListComp(x, [Comprehension(x, y, [z])])]'],
  ['with (a as b, c): pass', '[With([WithItem(a, b), WithItem(c, -)], [Pass()])]'],
  ['with (a, b) as c: pass', '[With([WithItem(Tuple([a, b]), c)], [Pass()])]'],
  ['print(x)', '[Call(print, [x], [])]'],
  ['print(a)[0] - 1; print = 2', '[BinOp(Subscript(Call(print, [a], []), 0), -, 1), Assign([print], 2)]'],
  ['type(x).y = 1', '[Assign([Attribute(Call(type, [x], []), y)], 1)]'],
  ['match(x)\nmatch = 1', '[Call(match, [x], []), Assign([match], 1)]'],
  ['type A[T: int] = B', '[TypeAlias(A, [TypeParameter(T, int, -)], B)]'],
  [
    'type A[T = int, *Ts = *B[C], **P = [int]] = D',
    '[TypeAlias(A, [TypeParameter(T, -, int), TypeParameter(Ts, -, Starred(Subscript(B, C))), TypeParameter(P, -, List([int]))], D)]',
  ],
  ['class A[T: int = bool]: pass', '[ClassDef(A, [TypeParameter(T, int, bool)], [], [], [Pass()], [])]'],
  ['from .. import a as b, c', '[ImportFrom(-, 2, [Alias(a, b), Alias(c, -)])]'],
  ['raise A from b', '[Raise(A, b, -, -)]'],
  ["'a' \"b\" r'\\n' 'c'", '["ab\\\\nc"]'],
  [
    "f'{x!r:>{w}} {{}}' 'y'",
    '[JoinedStr([FormattedValue(x, r, JoinedStr([">", FormattedValue(w, -, -, -)]), -), " {}y"])]',
  ],
  ["f'{ x = }'", '[JoinedStr([FormattedValue(x, -, -,  x = )])]'],
  ["f'{d['k']}'", '[JoinedStr([FormattedValue(Subscript(d, "k"), -, -, -)])]'],
  ['if a:\n\tb\n        c', '[If(a, [b, c], [])]'],
  ['x = (a.\nb)', '[Assign([x], Attribute(a, b))]'],
  ['x = a \\\r\n + b\r\ny', '[Assign([x], BinOp(a, +, b)), y]'],
  ['a\rb', '[a, b]'],
  ['\uFEFFa', '[a]'],
  ["x = 'a\u2028b'", '[Assign([x], "a\u2028b")]'],
  [
    'match x:\n case A(y=1 as z): pass',
    '[Match(x, [MatchCase(MatchClass(A, [], [y], [MatchAs(MatchValue(1), z)]), -, [Pass()])])]',
  ],
  // Python 2
  ['async = x.await; nonlocal = 1', '[Assign([async], Attribute(x, await)), Assign([nonlocal], 1)]'],
  ['f(async=y.False)', '[Call(f, [], [Keyword(async, Attribute(y, False))])]'],
  ['True, False = 1, 0', '[Assign([Tuple([True, False])], Tuple([1, 0]))]'],
  ['`1 + `2``', '[Repr(BinOp(1, +, Repr(2)))]'],
  ['print (yield)', '[Print(-, [Yield(-)], true)]'],
  ['print "a", b,', '[Print(-, ["a", b], false)]'],
  ['print (a) + b; 0L', '[Print(-, [BinOp(a, +, b)], true), 0L]'],
  ['print (); 0L', '[Print(-, [Tuple([])], true), 0L]'],
  ['print -a % b; 0L', '[Print(-, [BinOp(UnaryOp(-, a), %, b)], true), 0L]'],
  ['print >>f, a', '[Print(f, [a], true)]'],
  ['exec a in b, c', '[Exec(a, b, c)]'],
  ['exec("a", b); 0L', '[Exec("a", b, -), 0L]'],
  ['print `a, b`', '[Print(-, [Repr(Tuple([a, b]))], true)]'],
  [
    'def f((a, b)): pass',
    '[FunctionDef(f, [], Parameters([Parameter(Tuple([a, b]), -, -)]), -, [Pass()], [])]',
  ],
  ['raise A, b', '[Raise(A, -, b, -)]'],
  [
    'try: pass\nexcept A if a else B as b: pass',
    '[Try([Pass()], [ExceptHandler(IfExp(a, A, B), b, [Pass()])], [], [])]',
  ],
  [
    'with -A if a else b | c as d: pass',
    '[With([WithItem(IfExp(a, UnaryOp(-, A), BinOp(b, |, c)), d)], [Pass()])]',
  ],
  ['try: pass\nexcept A, b: pass', '[Try([Pass()], [ExceptHandler(A, b, [Pass()])], [], [])]'],
  [
    'from __future__ import print_function\nprint(0L, end="")',
    '[ImportFrom(__future__, 0, [Alias(print_function, -)]), Call(print, [0L], [Keyword(end, "")])]',
  ],
];

describe('parse', () => {
  test.each(trees)('%j', (source, tree) => {
    const file = parser.parse(source);
    expect(file.problems).toEqual([]);
    expect(compact(file.module.body)).toBe(tree);
  });

  test('spans are UTF-16 offsets', () => {
    const file = parser.parse('é = "𝛼"\nfoo()');
    expect(file.module.body.map(({ start, end }) => [start, end])).toEqual([
      [0, 8],
      [9, 14],
    ]);
  });
});

/** Broken source, its problem, and the tree that is left. */
const broken: readonly (readonly [source: string, problem: string, tree: string])[] = [
  [
    'x = "abc\ny = 1',
    'this string has no end',
    '[Assign([x], ErrorExpression(this string has no end, [])), Assign([y], 1)]',
  ],
  [
    'if a:\nb',
    'expected an indented block',
    '[If(a, [ErrorStatement(expected an indented block, [])], []), b]',
  ],
  ['f(a b)', 'this is not Python: b', '[ErrorExpression(there is an error in it, [Call(f, [a], [])])]'],
  ['x = $\ny', 'this is not Python: $', '[ErrorStatement(there is an error in it, [Assign([x], y)])]'],
];

describe('broken source', () => {
  test.each(broken)('%j: %s', (source, problem, tree) => {
    const file = parser.parse(source);
    expect(file.problems.map(({ message }) => message)).toEqual([problem]);
    expect(compact(file.module.body)).toBe(tree);
  });

  test.each([
    ['nothing', ''],
    ['a zero', '\0'],
    ['a half surrogate', 'x = "\ud800"\n\udc00'],
    ['binary data', String.fromCharCode(...Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))],
    ['10,000 open brackets', '('.repeat(10_000)],
    ['10,000 nested brackets', `${'('.repeat(10_000)}${')'.repeat(10_000)}`],
    ['10,000 nested lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a chain of 20,000 operators', `x = ${Array(20_000).fill('a').join(' + ')}`],
    ['5,000 elif', `if a: pass\n${'elif b: pass\n'.repeat(5000)}`],
    ['3,000 f-strings in each other', 'f"{'.repeat(3000)],
  ])('%s', (_, source) => {
    const file = parser.parse(source);
    expect(file.module.end).toBe(source.length);
    expect(file.problems.length).toBeLessThanOrEqual(100);
  });

  test('20,000 lines', () => {
    expect(parser.parse('x = f(1, [2, 3])\n'.repeat(20_000)).module.body).toHaveLength(20_000);
  });
});
