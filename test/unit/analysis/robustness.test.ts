/** Analysis never throws, whatever the text is, and says the same about the same text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checked, firstLines } from './cases.ts';

const program = `${firstLines}
def step(v, s, *rest, **options):
    changes = OrderedDict([(a, a + 1)])
    for p in [a, b]:
        changes[p] = p * 2
        if p is b:
            continue
    try:
        changes.update({b: b + v})
    except (KeyError, ValueError) as error:
        raise RuntimeError(error)
    finally:
        print(changes)
    return [s + v, v], changes, theano.scan_module.until(s > 10)

class Model(object):
    def __init__(self, size=3):
        self.W = theano.shared(size)
        (self.out, last), self.updates = theano.scan(step, [x], [dict(initial=b, taps=[-1]), None], [a])

(out, _), updates = theano.scan(fn=step, sequences={'input': x, 'taps': [0]}, outputs_info=[b, None])
merged = {**updates, **{k: v for k, v in updates.items()}} if x else [*updates]
f = theano.function([x], out[-1], updates=updates, **dict(mode=None))
with open('f') as handle:
    x, (y, *z) = [lambda q=1: (yield q) for q in range(3) if q], handle
while x:
    x = (x, [x]); del y
    break
else:
    x |= {x: 1}
`;

describe('analysis', () => {
  test('of every prefix', () => {
    for (let end = 0; end <= program.length; end += 11)
      expect(() => checked(program.slice(0, end))).not.toThrow();
  });

  test('of programs with a piece cut out or doubled', () => {
    const place = fc.nat({ max: program.length });
    const property = fc.property(place, fc.nat({ max: 60 }), place, (start, length, target) => {
      const piece = program.slice(start, start + length);
      checked(program.slice(0, start) + program.slice(start + length));
      checked(program.slice(0, target) + piece + program.slice(target));
    });
    fc.assert(property, { numRuns: 20, seed: 7 });
  });

  test('of lines in any order', () => {
    const lines = program.split('\n');
    const property = fc.property(fc.shuffledSubarray(lines), (some) => {
      const text = some.join('\n');
      expect(checked(text)).toEqual(checked(text));
    });
    fc.assert(property, { numRuns: 30, seed: 7 });
  });

  test.each([
    ['sums', `y = ${'1 + '.repeat(20_000)}1`],
    ['brackets', `y = ${'('.repeat(3000)}1${')'.repeat(3000)}`],
    ['calls', `y = ${'f('.repeat(2000)}1${')'.repeat(2000)}`],
    ['attributes', `y = x${'.y'.repeat(5000)}`],
    ['elif', `if x: y = 1\n${'elif x: y = 2\n'.repeat(3000)}`],
    [
      'nested ifs',
      `${Array.from({ length: 90 }, (_, i) => `${' '.repeat(i)}if x:`).join('\n')}\n${' '.repeat(90)}y = 1`,
    ],
    ['nested lambdas', `y = ${'lambda: '.repeat(1500)}1`],
    ['doubling', `t = (1,)\n${'t = (t, t)\n'.repeat(500)}`],
    [
      'doubling calls',
      Array.from({ length: 40 }, (_, i) => `def f${i + 1}(v):\n    return f${i}(v), f${i}(v)\n`).join('') +
        'f40(1)',
    ],
    ['recursion', 'def f(n):\n    return f(n - 1), g(n)\ndef g(n):\n    return f(n)\nf(3)'],
    ['growing loop', 'y = ()\nfor i in range(9):\n    y = (y, i)\n    z = [y, y]\n    z.append(z)'],
    [
      'an object inside itself',
      'class A:\n    def __init__(self):\n        self.me = self\n        A()\ny = A().me.me\nprint(y.me())',
    ],
    [
      'a class over itself',
      'class A: pass\nclass A(A):\n    def f(self):\n        return super(A, self).f()\nA().f()',
    ],
    [
      'many classes over each other',
      `class A0: pass\n${Array.from({ length: 200 }, (_, i) => `class A${i + 1}(A${i}):\n    def __init__(self):\n        super().__init__()\n`).join('')}A200()`,
    ],
    [
      'super at odd places',
      'super().x\nclass A(super()):\n    y = super().y\n    def f():\n        return super()\nA().f()',
    ],
    ['nothing', ''],
    ['a null character', '\u0000\u0000'],
    ['not Python', '<html>{{ theano.scan(}}</html>'],
  ])('of %s', (_, text) => {
    expect(checked(`${firstLines}${text}\n`)).toEqual([]);
  });

  test('what is too deep to follow proves nothing', () => {
    const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
    const text = `${firstLines}out, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], out)
y = ${deep}
`;
    expect(checked(text)).toEqual([]);
  });
});
