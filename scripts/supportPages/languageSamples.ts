/**
 * Table of the language: for every kind of statement and expression of the syntax tree what it is called and the smallest
 * program that uses it. A kind that is missing does not compile. Which of them run is found out by running them.
 */
import type { Expression, Statement } from '../../server/src/python/syntax.ts';

/** Words for a page, and a program. The Python that it is written in is 3 unless it says 2. */
export interface Sample {
  readonly words: string;
  readonly program: string;
  readonly python?: 2;
}

type Samples<Kind extends string> = Readonly<Record<Kind, readonly Sample[]>>;

type Definition = 'FunctionDef' | 'ClassDef';

export const statementSamples: Samples<Exclude<Statement['kind'], Definition | 'ErrorStatement'>> = {
  ExpressionStatement: [{ words: 'an expression', program: '1\n' }],
  Assign: [
    { words: 'assignment, also to several names', program: 'a = b = 1\n(a, b), c = (1, 2), 3\n' },
    { words: 'assignment to a starred name', program: 'a, *b = 1, 2, 3\n' },
    {
      words: 'assignment to an item, a slice or an attribute',
      program: 'a = [1, 2]\na[0] = 2\na[:] = [3]\n',
    },
  ],
  AnnAssign: [{ words: 'annotated assignment', program: 'a: int = 1\n' }],
  AugAssign: [{ words: 'augmented assignment', program: 'a = 1\na += 1\n' }],
  Delete: [{ words: '`del`', program: 'a = [1]\ndel a[0], a\n' }],
  Pass: [{ words: '`pass`', program: 'pass\n' }],
  If: [{ words: '`if`', program: 'if 1:\n    pass\nelif 2:\n    pass\nelse:\n    pass\n' }],
  For: [
    { words: '`for`, also with `else`', program: 'for a in [1]:\n    pass\nelse:\n    pass\n' },
    {
      words: '`async for`',
      program: 'async def f():\n    async for a in []:\n        pass\nf()\n',
    },
  ],
  While: [{ words: '`while`, also with `else`', program: 'while 0:\n    pass\nelse:\n    pass\n' }],
  Break: [{ words: '`break`', program: 'while 1:\n    break\n' }],
  Continue: [{ words: '`continue`', program: 'for a in [1]:\n    continue\n' }],
  Match: [{ words: '`match`', program: 'match 1:\n    case 1:\n        pass\n' }],
  Try: [
    {
      words: '`try` with `except`, `else` and `finally`',
      program: 'try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    pass\nfinally:\n    pass\n',
    },
    {
      words: '`except*`',
      program: 'try:\n    1 / 0\nexcept* ZeroDivisionError:\n    pass\n',
    },
  ],
  Raise: [
    {
      words: '`raise`, also with `from`',
      program: 'try:\n    raise ValueError from None\nexcept ValueError:\n    pass\n',
    },
    {
      words: "Python 2's `raise Class, value`",
      program: 'try:\n    raise ValueError, 1\nexcept ValueError, e:\n    pass\n',
      python: 2,
    },
  ],
  Assert: [{ words: '`assert`', program: 'assert 1, 2\n' }],
  With: [
    {
      words: '`with`',
      program:
        'class C:\n    def __enter__(self): pass\n    def __exit__(self, *rest): pass\nwith C() as a:\n    pass\n',
    },
    { words: '`async with`', program: 'async def f():\n    async with 1:\n        pass\nf()\n' },
  ],
  Return: [{ words: '`return`', program: 'def f():\n    return 1\nf()\n' }],
  Global: [{ words: '`global`', program: 'def f():\n    global a\n    a = 1\nf()\na\n' }],
  Nonlocal: [
    {
      words: '`nonlocal`',
      program: 'def f():\n    a = 1\n    def g():\n        nonlocal a\n        a = 2\n    g()\nf()\n',
    },
  ],
  Import: [{ words: '`import`', program: 'import os.path as path, math\n' }],
  ImportFrom: [
    { words: '`from … import`, also `*`', program: 'from math import pi as p\nfrom math import *\n' },
  ],
  Print: [
    {
      words: "Python 2's `print`, also `>>`",
      program: 'import sys\nprint 1,\nprint >>sys.stdout, 2\n',
      python: 2,
    },
  ],
  Exec: [{ words: "Python 2's `exec`", program: 'exec "1"\n', python: 2 }],
  TypeAlias: [{ words: '`type` aliases', program: 'type A = int\n' }],
};

export const definitionSamples: Samples<Definition> = {
  FunctionDef: [
    {
      words: 'functions with defaults, `*args`, `**kwargs`, keyword-only and positional-only parameters',
      program: 'def f(a, /, b=1, *args, c=2, **kwargs):\n    return a\nf(1)\n',
    },
    { words: 'decorators', program: 'def d(f):\n    return f\n@d\ndef f():\n    pass\nf()\n' },
    { words: 'generators', program: 'def f():\n    yield 1\nlist(f())\n' },
    {
      words: "Python 2's tuple parameters",
      program: 'def f(a, (b, c)):\n    return b\nf(1, (2, 3))\n',
      python: 2,
    },
    { words: '`async def`', program: 'async def f():\n    pass\nf()\n' },
    { words: 'type parameters of functions', program: 'def f[T](a: T):\n    pass\nf(1)\n' },
  ],
  ClassDef: [
    {
      words: 'classes with bases and metaclasses',
      program: 'class A:\n    pass\nclass B(A, metaclass=type):\n    pass\n',
    },
    { words: "Python 2's old-style classes", program: 'class A:\n    pass\nA()\n', python: 2 },
    { words: 'classes derived from an exception', program: 'class A(ValueError):\n    pass\nA(1)\n' },
    {
      words: 'classes derived from `list` or `dict`',
      program: 'class A(list):\n    pass\nclass B(dict):\n    pass\nA([1])\nB(a=1)\n',
    },
    { words: 'classes derived from `tuple`', program: 'class A(tuple):\n    pass\nA([1])\n' },
    { words: 'classes derived from `set`', program: 'class A(set):\n    pass\nA([1])\n' },
    { words: 'classes derived from `str`', program: 'class A(str):\n    pass\nA("a")\n' },
    { words: 'classes derived from `int`', program: 'class A(int):\n    pass\nA(1)\n' },
    { words: 'classes derived from `float`', program: 'class A(float):\n    pass\nA(1)\n' },
    { words: 'type parameters of classes', program: 'class A[T]:\n    pass\nA()\n' },
  ],
};

export const expressionSamples: Samples<Exclude<Expression['kind'], 'ErrorExpression'>> = {
  Name: [{ words: 'names', program: 'a = 1\na\n' }],
  Number: [
    { words: 'integers of any size', program: '1_000 + 0xff + 0b1 + 2 ** 100\n' },
    { words: 'floats', program: '1.5e3\n' },
    { words: 'complex numbers', program: '1j * 1j\n' },
    { words: "Python 2's `1L` and `0777`", program: '1L + 0777\n', python: 2 },
  ],
  String: [
    { words: 'text, raw text and `bytes`', program: 'r"a" "b"\nb"c"\n' },
    { words: "Python 2's `u''`", program: 'u"a" + "b"\n', python: 2 },
  ],
  JoinedStr: [{ words: 'f-strings', program: 'a = 1\nf"{a!r:>5} {a=}"\n' }],
  Constant: [{ words: '`None`, `True`, `False`, `...`', program: 'None, True, False, ...\n' }],
  Tuple: [{ words: 'tuples', program: '1, *[2]\n' }],
  List: [{ words: 'lists', program: '[1, *[2]]\n' }],
  Set: [{ words: 'sets', program: '{1, *[2]}\n' }],
  Dict: [{ words: 'dicts', program: '{1: 2, **{3: 4}}\n' }],
  ListComp: [{ words: 'list comprehensions', program: '[a for a in [1] if a]\n' }],
  SetComp: [{ words: 'set comprehensions', program: '{a for a in [1]}\n' }],
  DictComp: [{ words: 'dict comprehensions', program: '{a: a for a in [1]}\n' }],
  GeneratorExp: [{ words: 'generator expressions', program: 'sum(a for a in [1])\n' }],
  BinOp: [{ words: 'arithmetic and bit operators', program: '1 + 2 * 3 // 4 % 5 ** 6 << 1 | 2 & 3 ^ 4\n' }],
  UnaryOp: [{ words: '`not`, `-`, `+`, `~`', program: 'not -+~1\n' }],
  BoolOp: [{ words: '`and`, `or`', program: '1 and 2 or 3\n' }],
  Compare: [
    { words: 'comparisons, also chained, `in`, `is`', program: '1 < 2 <= 3\n1 in [1]\nNone is None\n' },
  ],
  IfExp: [{ words: '`a if c else b`', program: '1 if 2 else 3\n' }],
  Lambda: [
    { words: '`lambda`', program: '(lambda a, *b: a)(1)\n' },
    { words: '`yield` in a lambda', program: '(lambda: (yield 1))()\n' },
  ],
  NamedExpr: [{ words: '`:=`', program: '(a := 1)\n' }],
  Call: [{ words: 'calls with `*` and `**`', program: 'max(*[1, 2], **{})\n' }],
  Attribute: [{ words: 'attributes', program: '"a".upper\n' }],
  Subscript: [{ words: 'subscripts', program: '[1][0]\n' }],
  Slice: [{ words: 'slices', program: '[1, 2][::-1]\n' }],
  Starred: [{ words: 'a starred index', program: 'a = {(1, 2): 3}\nb = (1, 2)\na[*b]\n' }],
  Repr: [{ words: "Python 2's backticks", program: '`1`\n', python: 2 }],
  Yield: [
    {
      words: '`yield` as a statement or the whole right side of an assignment',
      program: 'def f():\n    a = yield 1\nlist(f())\n',
    },
    { words: '`yield` inside a call', program: 'def f():\n    print((yield 1))\nlist(f())\n' },
    { words: '`yield` inside a condition', program: 'def f():\n    a = (yield 1) if 1 else 2\nlist(f())\n' },
  ],
  YieldFrom: [{ words: '`yield from`', program: 'def f():\n    yield from [1]\nlist(f())\n' }],
  Await: [{ words: '`await`', program: 'async def f():\n    await g()\nf()\n' }],
};
