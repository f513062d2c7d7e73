/**
 * What steps of random programs are made of: each move makes a variable of those that are there. A move may ask for what the library
 * refuses, or for what raises: then it is not made, so that moves need not know the rules of shapes and types.
 */
import { int64Constant } from '../../../../server/src/graph/constants.ts';
import { tiled } from '../../../../server/src/graph/ops/arranging.ts';
import { diagonal, filledDiagonal, lowerTriangle } from '../../../../server/src/graph/ops/diagonals.ts';
import { type AxisOrder, dimShuffle } from '../../../../server/src/graph/ops/dimShuffle.ts';
import { castTo, elemwise } from '../../../../server/src/graph/ops/elemwise.ts';
import { cumulative, eyeMatrix, lengthOf, mean, range } from '../../../../server/src/graph/ops/math.ts';
import { matrixFunction } from '../../../../server/src/graph/ops/matrixFunction.ts';
import { dotProduct, matmulOf } from '../../../../server/src/graph/ops/products.ts';
import { ifElse, nonzeroPlaces, rolled, taken } from '../../../../server/src/graph/ops/rearranging.ts';
import { matrixProduct, reduction } from '../../../../server/src/graph/ops/reductions.ts';
import type { ScalarOpName } from '../../../../server/src/graph/ops/scalarOps.ts';
import { alloc, join, makeVector, reshaped, shapeOf } from '../../../../server/src/graph/ops/shapes.ts';
import { softmax } from '../../../../server/src/graph/ops/softmax.ts';
import { argsortEntry, ordered, sortEntry } from '../../../../server/src/graph/ops/sorting.ts';
import { repeatedByCounts, splitInto } from '../../../../server/src/graph/ops/splitting.ts';
import { incSubtensor, type SymbolicIndex, subtensor } from '../../../../server/src/graph/ops/subtensor.ts';
import { Constant, type GraphContext, type Variable } from '../../../../server/src/graph/variable.ts';
import { fromValues, int64Vector } from '../../../../server/src/tensor/ndarray.ts';
import type { Pick } from '../../../parity/pick.ts';
import { codeTypes } from './choices.ts';

/** What a move may use. */
export interface Material {
  readonly context: GraphContext;
  readonly pick: Pick;
  /** Any variable that is there, or one that fits a test. */
  any(): Variable;
  where(test: (variable: Variable, shape: readonly number[]) => boolean): Variable;
  shapeOf(variable: Variable): readonly number[];
  /** An integer scalar that changes from step to step, or a constant. */
  integer(): Variable;
}

type Move = (material: Material) => Variable;

const unary: readonly ScalarOpName[] = [
  'neg',
  'abs_',
  'sgn',
  'invert',
  'sqr',
  'sqrt',
  'exp',
  'expm1',
  'log',
  'log1p',
  'sin',
  'cos',
  'tanh',
  'sigmoid',
  'softplus',
  'inv',
  'floor',
  'ceil',
  'trunc',
  'round_half_to_even',
  'isnan',
  'isinf',
  'tan',
  'sinh',
  'cosh',
  'arcsin',
  'arccos',
  'arctan',
  'arcsinh',
  'arccosh',
  'arctanh',
  'erf',
  'erfc',
  'gammaln',
  'psi',
  'log2',
  'log10',
  'exp2',
  'round_half_away_from_zero',
];
const binary: readonly ScalarOpName[] = [
  'add',
  'add',
  'sub',
  'mul',
  'mul',
  'true_div',
  'int_div',
  'mod',
  'pow',
  'maximum',
  'minimum',
  'eq',
  'neq',
  'lt',
  'le',
  'gt',
  'ge',
  'and_',
  'or_',
  'xor',
  'arctan2',
  'second',
];
const ternary: readonly ScalarOpName[] = ['switch', 'switch', 'clip'];

const constant = ({ context }: Material, value: number): Constant => int64Constant(context, value);
const vector = ({ context }: Material, values: readonly number[]): Constant =>
  new Constant(context, int64Vector(values));

/** Another variable whose shape fits by broadcasting. */
function fitting(material: Material, shape: readonly number[]): Variable {
  const { pick } = material;
  return material.where((variable, own) => {
    if (own.length === 0) return true;
    if (own.length > shape.length && pick.chance(50)) return false;
    return own.every((n, i) => {
      const other = shape[shape.length - own.length + i];
      const { shape: types } = variable.type;
      return n === other || (n === 1 && types[i] === 1);
    });
  });
}

const axesOf = ({ pick }: Material, ndim: number): number[] | null => {
  if (pick.chance(40)) return null;
  return [...Array(ndim).keys()].filter(() => pick.chance(50));
};

/** Random indices into a shape; `integer` ones may change from step to step. */
function indices(material: Material, shape: readonly number[]): SymbolicIndex[] {
  const { pick } = material;
  const bound = (length: number): Constant | null =>
    pick.chance(45) ? null : constant(material, pick.integer(-length - 1, length + 1));
  return shape.slice(0, pick.integer(1, shape.length)).map((length): SymbolicIndex => {
    if (pick.chance(20)) {
      const isFixed = pick.chance(50) && length > 0;
      const value = isFixed ? constant(material, pick.integer(-length, length - 1)) : material.integer();
      return { kind: 'integer', value: value.dtype === 'bool' ? castTo(value, 'int64') : value };
    }
    const step = pick.chance(60) ? null : constant(material, pick.oneOf([1, 2, -1, -2, 3]));
    return { kind: 'slice', start: bound(length), stop: bound(length), step };
  });
}

/** An array of which a part is another one, or more by it. */
export function withPartReplaced(material: Material, row: Variable): Variable {
  const { pick } = material;
  const at = indices(material, material.shapeOf(row));
  const mode = pick.oneOf(['set', 'inc'] as const);
  const part = material.shapeOf(subtensor(row, at));
  const value = material.where(
    (v, own) =>
      v.dtype === row.dtype &&
      own.length <= part.length &&
      own.every((n, i) => n === 1 || n === part[part.length - own.length + i]),
  );
  return incSubtensor(row, value, { indices: at, mode });
}

/** Indices with arrays among them. */
function advanced(material: Material, shape: readonly number[]): SymbolicIndex[] {
  const { pick } = material;
  const count = pick.integer(1, 4);
  return shape.slice(0, pick.integer(1, shape.length)).map((length): SymbolicIndex => {
    if (pick.chance(35)) return { kind: 'slice', start: null, stop: null, step: null };
    if (pick.chance(15) && length > 0)
      return { kind: 'integer', value: constant(material, pick.integer(0, length - 1)) };
    if (pick.chance(30)) {
      const value = material.where((v, own) => own.length === 1 && v.dtype.startsWith('int'));
      return { kind: 'array', value };
    }
    const most = Math.max(1, length);
    const places = Array.from({ length: count }, () => pick.integer(-most, most - 1));
    return { kind: 'array', value: vector(material, places) };
  });
}

const usual: readonly Move[] = [
  (m) => elemwise(m.pick.oneOf(unary), m.any()),
  (m) => {
    const a = m.any();
    return elemwise(m.pick.oneOf(binary), a, fitting(m, m.shapeOf(a)));
  },
  (m) => {
    const a = m.any();
    const b = fitting(m, m.shapeOf(a));
    return m.pick.chance(50) ? elemwise('add', b, a) : elemwise('mul', a, b);
  },
  (m) => {
    const a = m.any();
    const shape = m.shapeOf(a);
    const isTest = m.pick.chance(60);
    const first = isTest ? elemwise(m.pick.oneOf(['gt', 'neq']), fitting(m, shape), fitting(m, shape)) : a;
    return elemwise(m.pick.oneOf(ternary), first, a, fitting(m, shape));
  },
  (m) => castTo(m.any(), m.pick.oneOf(codeTypes)),
  (m) => {
    const a = m.any();
    const shape = m.shapeOf(a);
    const order: (number | 'x')[] = [...shape.keys()].filter(
      (axis) => a.type.shape[axis] !== 1 || m.pick.chance(50),
    );
    order.sort(() => (m.pick.chance(50) ? 1 : -1));
    if (order.length < 3 && m.pick.chance(50)) order.splice(m.pick.integer(0, order.length), 0, 'x');
    return dimShuffle(a, order as AxisOrder);
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    return subtensor(a, indices(m, m.shapeOf(a)));
  },
  (m) => {
    const a = m.any();
    const size = m.shapeOf(a).reduce((x, y) => x * y, 1);
    const divisors = [1, 2, 3, 4, 5].filter((n) => size % n === 0 && size > 0);
    const first = m.pick.oneOf(divisors.length === 0 ? [0] : divisors);
    const shape = m.pick.oneOf([[size], [first, -1], [-1, first, 1], [1, -1]]);
    return reshaped(a, vector(m, shape), shape.length);
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    const shape = m.shapeOf(a);
    const axis = m.pick.integer(0, shape.length - 1);
    const b = m.where(
      (_, own) => own.length === shape.length && own.every((n, i) => i === axis || n === shape[i]),
    );
    return join(m.pick.chance(30) ? [a, b, a] : [b, a], axis);
  },
  (m) =>
    withPartReplaced(
      m,
      m.where((_, shape) => shape.length > 0),
    ),
  (m) => {
    const a = m.any();
    const name = m.pick.oneOf([
      'sum',
      'sum',
      'prod',
      'max',
      'min',
      'any',
      'all',
      'argmax',
      'argmin',
    ] as const);
    return reduction(name, a, { axis: axesOf(m, a.ndim) });
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    const [depth] = m.shapeOf(a).slice(-1);
    const b = m.where(
      (v, shape) => (v.dtype === a.dtype || m.pick.chance(20)) && shape.length > 0 && shape[0] === depth,
    );
    return m.pick.chance(60) ? matrixProduct(a, b) : dotProduct(a, b);
  },
  (m) => {
    const a = m.any();
    const shape = m.shapeOf(a);
    const b = m.where((v, own) => v.dtype === a.dtype && own.length === shape.length);
    return ifElse(
      m.where((_, own) => own.length === 0),
      a,
      b,
    );
  },
  (m) => {
    const a = m.any();
    const lead = m.pick.integer(0, 3 - Math.min(3, a.ndim));
    const lengths = m.shapeOf(a).map((n, i) => (a.type.shape[i] === 1 ? m.pick.integer(0, 3) : n));
    const more = Array.from({ length: lead }, () => m.pick.integer(1, 3));
    return alloc(
      a,
      [...more, ...lengths].map((n) => constant(m, n)),
    );
  },
  (m) => {
    const scalars = Array.from({ length: m.pick.integer(1, 3) }, () =>
      m.where((_, shape) => shape.length === 0),
    );
    return makeVector(m.context, scalars);
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    const axis = m.pick.integer(0, a.ndim - 1);
    const first = m.pick.integer(0, m.shapeOf(a)[axis]);
    const lengths = vector(m, [first, m.shapeOf(a)[axis] - first]);
    return splitInto(a, lengths, { count: 2, axis })[m.pick.integer(0, 1)];
  },
  (m) =>
    softmax(
      m.where((v, shape) => shape.length > 0 && v.dtype.startsWith('float')),
      m.pick.oneOf([null, [0]]),
    ),
  (m) => mean(m.any(), { axis: null, keepsAxes: false } as never),
];

/** What is met less often. */
const rare: readonly Move[] = [
  (m) =>
    cumulative(
      m.where((_, shape) => shape.length > 0),
      m.pick.oneOf(['sum', 'prod']),
      m.pick.oneOf([null, 0]),
    ),
  (m) => {
    const options = { algorithm: 'quicksort', axis: m.pick.oneOf([null, constant(m, 0)]) };
    return ordered(
      m.pick.oneOf([sortEntry, argsortEntry]),
      m.where((_, shape) => shape.length > 0),
      options,
    );
  },
  (m) =>
    diagonal(
      m.where((_, shape) => shape.length === 1 || shape.length === 2),
      m.pick.integer(-1, 1),
    ),
  (m) =>
    filledDiagonal(
      m.where((_, shape) => shape.length === 2),
      m.where((_, s) => s.length === 0),
      null,
    ),
  (m) =>
    lowerTriangle(
      m.where((_, shape) => shape.length === 2),
      m.pick.integer(-1, 1),
    ),
  (m) =>
    eyeMatrix(
      m.context,
      [constant(m, m.pick.integer(0, 3)), constant(m, 3), m.pick.chance(50) ? constant(m, 0) : m.integer()],
      m.pick.oneOf(codeTypes),
    ),
  (m) => {
    const stop = m.pick.chance(70)
      ? lengthOf(
          m.where((_, s) => s.length > 0),
          0,
        )
      : m.integer();
    return range({ start: constant(m, m.pick.integer(-1, 1)), stop, step: constant(m, 1) }, 'int64');
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    return taken(
      a,
      m.where((v, s) => s.length === 1 && v.dtype.startsWith('int')),
      m.pick.oneOf([null, 0, -1]),
    );
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    return subtensor(a, advanced(m, m.shapeOf(a)));
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    return subtensor(a, advanced(m, m.shapeOf(a)));
  },
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    const at = advanced(m, m.shapeOf(a));
    const part = m.shapeOf(subtensor(a, at));
    const value = m.where(
      (v, own) =>
        (v.dtype === a.dtype || m.pick.chance(10)) &&
        own.length <= part.length &&
        own.every((n, i) => n === 1 || n === part[part.length - own.length + i]),
    );
    return incSubtensor(a, value, { indices: at, mode: m.pick.oneOf(['set', 'inc'] as const) });
  },
  (m) =>
    rolled(
      m.where((_, shape) => shape.length > 0),
      m.pick.chance(50) ? constant(m, 1) : m.integer(),
      m.pick.oneOf([null, 0]),
    ),
  (m) =>
    repeatedByCounts(
      m.where((_, s) => s.length > 0),
      vector(m, [m.pick.integer(0, 3)]),
      m.pick.oneOf([null, 0]),
    ),
  (m) => tiled(m.any(), [constant(m, 2)]),
  (m) =>
    matmulOf(
      m.where((_, s) => s.length > 1),
      m.where((_, s) => s.length > 1),
    ),
  (m) => nonzeroPlaces(m.where((_, s) => s.length > 0))[0],
  (m) => {
    const a = m.where((_, shape) => shape.length > 0);
    const stop = m.integer();
    return subtensor(a, [
      { kind: 'slice', start: null, stop: stop.dtype === 'bool' ? castTo(stop, 'int64') : stop, step: null },
    ]);
  },
  (m) => {
    const name = m.pick.oneOf(['inverse', 'determinant', 'cholesky', 'pseudoInverse', 'qr'] as const);
    const a = m.where(
      (v, shape) => shape.length === 2 && shape[0] === shape[1] && v.dtype.startsWith('float'),
    );
    return matrixFunction(name, [a])[0];
  },
  (m) => alloc(m.any(), [m.integer()]),
  (m) => castTo(shapeOf(m.any()), 'int64'),
  (m) => new Constant(m.context, fromValues('float64', [2, 2], [1, 2, -3, 0.5])),
];

/** A move at random, mostly a usual one. */
export const randomMove = (pick: Pick, rarePercent: number): Move =>
  pick.oneOf(pick.chance(rarePercent) ? rare : usual);
