import { describe, expect, test } from 'vitest';
import { definingScope, type Scope, symbolTable } from '../../../server/src/python/scopes.ts';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

/** Every scope as `kind: name=storage …`, children indented by dots. */
function describeScopes(scope: Scope, depth = 0): string[] {
  const names = [...scope.symbols.values()].map(({ name, storage }) => `${name}=${storage}`);
  const line = `${'.'.repeat(depth)}${scope.kind}: ${names.join(' ')}`.trimEnd();
  return [line, ...scope.children.flatMap((child) => describeScopes(child, depth + 1))];
}

const scopesOf = (source: string): Scope => {
  const { module, python } = parser.parse(source);
  return symbolTable(module, python.major).module;
};

const cases: readonly (readonly [source: string, scopes: readonly string[]])[] = [
  ['import a.b, c as d\nfrom e import f as g', ['module: a=global d=global g=global']],
  ['def f(a, *b, c=d): return a', ['module: f=global d=global', '.function: a=local b=local c=local']],
  [
    'def f():\n x = 1\n def g():\n  def h(): return x',
    ['module: f=global', '.function: x=cell g=local', '..function: h=local x=free', '...function: x=free'],
  ],
  [
    'def f():\n x = 1\n def g():\n  nonlocal x\n  x = 2',
    ['module: f=global', '.function: x=cell g=local', '..function: x=free'],
  ],
  ['def f():\n global x\n x = 1', ['module: f=global', '.function: x=global']],
  [
    'def f():\n x = 1\n class C:\n  x = 2\n  def m(self): return x',
    [
      'module: f=global',
      '.function: x=cell C=local',
      '..class: x=local m=local',
      '...function: self=local x=free',
    ],
  ],
  ['[x for x in y if z]', ['module: y=global', '.comprehension: x=local z=global']],
  ['[x for x in y]; 1L', ['module: y=global x=global']],
  ['(x for x in y); 1L', ['module: y=global', '.comprehension: x=local']],
  [
    'def f():\n [(n := x) for x in y]\n return n',
    ['module: f=global', '.function: y=global n=cell', '..comprehension: x=local n=free'],
  ],
  ['lambda a, b=c: a', ['module: c=global', '.lambda: a=local b=local']],
  [
    'def f():\n try: pass\n except A as e: pass\n with a as b, c as (d, g.h): del i',
    ['module: f=global', '.function: A=global e=local a=global b=local c=global d=local g=global i=local'],
  ],
  [
    'def f():\n match x:\n  case [a, *b] | {"k": c, **d}: pass',
    ['module: f=global', '.function: x=global a=local b=local c=local d=local'],
  ],
  ['def f[T](x: T): pass', ['module: f=global', '.typeParameters: T=local', '..function: x=local']],
  ['def f((a, b)): return a', ['module: f=global', '.function: a=local b=local']],
];

describe('symbolTable', () => {
  test.each(cases)('%j', (source, scopes) => {
    expect(describeScopes(scopesOf(source))).toEqual(scopes);
  });

  test('parameters, imports, bindings and uses', () => {
    const [scope] = scopesOf('def f(a):\n import b\n a = a + b').children;
    expect(scope?.symbols.get('a')).toMatchObject({ isParameter: true, isImported: false });
    expect(scope?.symbols.get('a')?.bindings.map(({ start }) => start)).toEqual([6, 21]);
    expect(scope?.symbols.get('a')?.uses.map(({ start }) => start)).toEqual([25]);
    expect(scope?.symbols.get('b')).toMatchObject({ isParameter: false, isImported: true });
  });

  test('definingScope', () => {
    const module = scopesOf('x = 1\ndef f(y):\n return lambda: (x, y, len)');
    const lambda = module.children[0]!.children[0]!;
    expect(definingScope(lambda, 'x')).toBe(module);
    expect(definingScope(lambda, 'y')).toBe(module.children[0]);
    expect(definingScope(lambda, 'len')).toBeNull();
  });
});
