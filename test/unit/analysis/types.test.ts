/** Types of expressions: dtype under both settings of floatX, axes, and what is known of their lengths. */
import { describe, expect, test } from 'vitest';
import type { AxisLength, DTypeByFloatX, TensorFact } from '../../../server/src/analysis/terms.ts';
import { analyzed } from './cases.ts';
import { typePrelude, typeRows } from './typeTable.ts';

const dtypeText = ({ float32, float64 }: DTypeByFloatX): string => {
  if (float32 === 'float32' && float64 === 'float64') return 'floatX';
  return float32 === float64 ? (float32 ?? '?') : `${float32 ?? '?'}/${float64 ?? '?'}`;
};
const lengthText = (length: AxisLength): string => (length === null ? '?' : String(length));

/** `floatX (any, 1)`. */
const typeText = ({ dtype, shape }: TensorFact): string =>
  `${dtypeText(dtype)} ${shape === null ? '?' : `(${shape.map(lengthText).join(', ')})`}`;

/** The types of many expressions, each as what a step of a scan of its own returns. */
function typesOf(prelude: string, expressions: readonly string[]): readonly string[] {
  const scans = expressions.map((expression) => `theano.scan(lambda: ${expression}, n_steps=2)`);
  const facts = analyzed(`${prelude}\n${scans.join('\n')}\n`).scans;
  return facts.map(
    ({ outputs }) =>
      outputs?.map(({ dtype, shape }) => typeText({ dtype, shape: shape?.slice(1) ?? null })).join('; ') ??
      'none',
  );
}

const rows = typeRows
  .trim()
  .split('\n')
  .map((row) => row.split('  ->  ') as [expression: string, type: string]);

describe('of expressions', () => {
  const found = typesOf(
    typePrelude,
    rows.map(([expression]) => expression),
  );
  test.each(rows.map(([expression, type], index) => [expression, type, found[index]]))('%s', (_, type, one) =>
    expect(one).toBe(type),
  );
});

/** The types of the outputs of the last scan of a program. */
const outputsOf = (program: string): readonly string[] | undefined =>
  analyzed(`${typePrelude}\n${program}\n`).scans.at(-1)?.outputs?.map(typeText);

describe('of what programs make', () => {
  test.each([
    [
      'the outputs of a scan',
      'h, _ = theano.scan(lambda p: p * 2, m)\ntheano.scan(lambda q: q, h)',
      ['floatX (any, any)'],
    ],
    [
      'the last row',
      'h, _ = theano.scan(lambda p: p * 2, m)\ntheano.scan(lambda q: h[-1], v)',
      ['floatX (any, any)'],
    ],
    [
      'a reduction',
      'h, _ = theano.reduce(lambda p, q: p + q, v, s)\ntheano.scan(lambda q: h, v)',
      ['floatX (any)'],
    ],
    [
      'two branches of one type',
      'y = v + 1 if flag else T.dot(m, v)\ntheano.scan(lambda: y, n_steps=2)',
      ['floatX (any, any)'],
    ],
    [
      'two branches of two dtypes',
      'y = v if flag else iv\ntheano.scan(lambda: y, n_steps=2)',
      ['? (any, any)'],
    ],
    ['two branches of two shapes', 'y = v if flag else m\ntheano.scan(lambda: y, n_steps=2)', ['floatX ?']],
    [
      'a test of ndim',
      'y = v.sum() if v.ndim == 1 else v\ntheano.scan(lambda: y, n_steps=2)',
      ['floatX (any)'],
    ],
    ['a loop', 'y = s\nfor i in range(3):\n    y = y + i\ntheano.scan(lambda: y, n_steps=2)', ['? (any)']],
    [
      'the elements of a shape',
      'y = T.zeros((m.shape[0], 3))\ntheano.scan(lambda: y, n_steps=2)',
      ['floatX (any, any, 3)'],
    ],
    [
      'a length that the library knows',
      'y = T.zeros((row.shape[0], 3))\ntheano.scan(lambda: y, n_steps=2)',
      ['floatX (any, ?, 3)'],
    ],
    ['an unknown size', 'y = T.zeros((size, 3))\ntheano.scan(lambda: y, n_steps=2)', ['floatX (any, ?, 3)']],
    [
      'the shape of a vector',
      'y = T.zeros(v.shape)\ntheano.scan(lambda: y, n_steps=2)',
      ['floatX (any, any)'],
    ],
    ['Python 2: integers stay integers', 'print "x"\ntheano.scan(lambda: n / 2, n_steps=2)', ['? (any)']],
    [
      'one random number is a Python float',
      'theano.scan(lambda: fs * np.random.rand(), n_steps=2)',
      ['? (any)'],
    ],
    ['numbers in Python 2', 'print "x"\ny = fs * (1 / 2)\ntheano.scan(lambda: y, n_steps=2)', ['? (any)']],
    ['a sequence of rows', 'theano.scan(lambda q: q, np.zeros((3, 1)))', ['float64 (any, 1)']],
    [
      'a state in the step',
      'theano.scan(lambda q, h: [h, q], v, [T.zeros((1, 4)), None])',
      ['floatX (any, 1, 4)', 'floatX (any)'],
    ],
    [
      'a helper',
      'def dense(x, W):\n    return T.tanh(T.dot(x, W))\ntheano.scan(lambda q: dense(q, Wx), m)',
      ['floatX (any, any)'],
    ],
    ['star arguments', 'theano.scan(lambda: T.sum(*given), n_steps=2)', ['? ?']],
    ['an unknown keyword', 'theano.scan(lambda: T.sum(v, something=1), n_steps=2)', ['? ?']],
    ['one step', 'theano.scan(lambda q: q * 2, v, n_steps=1)', ['floatX (?)']],
  ])('%s', (_, program, types) => expect(outputsOf(program)).toEqual(types));
});

describe('of random draws', () => {
  const ofTheano = [
    ['s.normal()', 'floatX (any)'],
    ['s.normal(avg=v)', 'floatX (any, ?)'],
    ['s.uniform((2, 3), 0, 1)', 'floatX (any, ?, ?)'],
    ['s.binomial(size=v.shape, n=1, p=v)', 'int64 (any, ?)'],
    ['s.normal(size, 0.0, 1.0)', 'floatX ?'],
    ['s.normal(ndim=1, size=size)', 'floatX ?'],
    ['s.multinomial(size=(2,), pvals=m)', 'int64 ?'],
  ];
  const ofAesara = [
    ['s.normal()', 'floatX (any)'],
    ['s.normal(m, v)', 'floatX (any, ?, ?)'],
    ['s.uniform(0, 1, (3,))', 'floatX (any, ?)'],
    ['s.normal(0, 1, size=3)', 'floatX (any, ?)'],
    ['s.normal(0, 1, v.sum().shape)', 'floatX (any)'],
    ['s.poisson(unknown)', 'int64 ?'],
    ['s.multivariate_normal(v, m, size=(3,))', '? ?'],
    ['at.random.exponential(v)', 'floatX (any, ?)'],
  ];
  const programs = [
    ...ofTheano.map(([draw = '', type]) => [draw, type, theanoDraw(draw)] as const),
    ...ofAesara.map(([draw = '', type]) => [draw, type, aesaraDraw(draw)] as const),
  ];
  test.each(programs)('%s', (_, type, program) =>
    expect(analyzed(program).scans[0]?.outputs?.map(typeText)).toEqual([type]),
  );
});

function theanoDraw(draw: string): string {
  return `${typePrelude}
from theano.tensor.shared_randomstreams import RandomStreams
s = RandomStreams(1)
theano.scan(lambda: ${draw}, n_steps=2)
`;
}

function aesaraDraw(draw: string): string {
  return `import aesara
import aesara.tensor as at
v, m = at.vector(), at.matrix()
s = at.random.RandomStream(1)
aesara.scan(lambda: ${draw}, n_steps=2)
`;
}
