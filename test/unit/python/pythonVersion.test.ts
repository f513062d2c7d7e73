import { expect, test } from 'vitest';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

const versions: readonly (readonly [source: string, major: 2 | 3, reason: string])[] = [
  ['x = 1', 3, 'nothing in it is Python 2 only'],
  ['\n\nprint "a"', 2, 'a print statement in line 3'],
  ['print("a")', 3, 'nothing in it is Python 2 only'],
  ['print("a"), b', 2, 'a print statement in line 1'],
  ['print("%d") % 1', 2, 'a print statement in line 1'],
  ['print', 2, 'a print statement in line 1'],
  ['"""print x"""  # print x', 3, 'nothing in it is Python 2 only'],
  ['exec "x"', 2, 'an exec statement in line 1'],
  ['x = `a`', 2, 'backticks in line 1'],
  ['a <> b', 2, 'the operator <> in line 1'],
  ['try: pass\nexcept A, b: pass', 2, '"except" with a comma in line 2'],
  ['raise A, b', 2, '"raise" with a comma in line 1'],
  ['raise A(b, c)', 3, 'nothing in it is Python 2 only'],
  ['x = 017', 2, 'the octal number 017 in line 1'],
  ['x = 10L', 2, 'the long number 10L in line 1'],
  ['def f(a, (b, c)): pass', 2, 'a tuple as parameter in line 1'],
  ['lambda (a, b): a', 2, 'a tuple as parameter in line 1'],
  ['lambda a, (b, c): a', 2, 'a tuple as parameter in line 1'],
  ['lambda a, b=(c, d): a', 3, 'nothing in it is Python 2 only'],
  ['f(async=True)', 2, 'the name async in line 1'],
  ['True = 1', 2, 'the name True in line 1'],
  ['x = True', 3, 'nothing in it is Python 2 only'],
  ["ur'x'", 2, 'a literal with the prefix ur in line 1'],
  ['xrange(10)', 2, 'xrange in line 1'],
  ['xrange = range\nxrange(10)', 3, 'nothing in it is Python 2 only'],
  ['d.iteritems()', 2, 'the method iteritems in line 1'],
  ['six.iteritems(d)', 3, 'nothing in it is Python 2 only'],
  ['try:\n  unicode\nexcept NameError:\n  pass', 3, 'nothing in it is Python 2 only'],
  ['f"{x}"; xrange(1)', 3, 'an f-string in line 1'],
  ['def f():\n  nonlocal x\nxrange(1)', 3, 'a nonlocal statement in line 2'],
  ['async def f(): pass', 3, '"async def" in line 1'],
  ['if (x := 1): pass', 3, 'the operator := in line 1'],
  ['print(x, end="")', 3, 'a call of print with keyword arguments in line 1'],
  ['def f(a, *, b): pass', 3, 'keyword-only parameters in line 1'],
  ['def f(a: int): pass', 3, 'an annotation in line 1'],
  ['x: int = 1', 3, 'an annotation in line 1'],
  ['raise A from b', 3, 'a raise with "from" in line 1'],
  ['a = b @ c', 3, 'the operator @ in line 1'],
  ['print "a"\nprint "b"\nf"{x}"', 2, 'a print statement in line 1, although there is an f-string in line 3'],
];

test.each(versions)('%j is Python %d: %s', (source, major, reason) => {
  expect(parser.parse(source).python).toMatchObject({ major, reason });
});

test('the evidence is where it stands', () => {
  const { text, python } = parser.parse('x = 1\nprint "a"\n');
  expect(text.slice(python.evidence?.start, python.evidence?.end)).toBe('print');
});
