/** Ops on whole arrays inside of scans, by vectors and in loops over axes: bit by bit what the reference gives. */
import { describe, it } from 'vitest';
import { dimShuffle } from '../../../server/src/graph/ops/dimShuffle.ts';
import { castTo, elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { cumulative } from '../../../server/src/graph/ops/math.ts';
import { reduction } from '../../../server/src/graph/ops/reductions.ts';
import { softmax } from '../../../server/src/graph/ops/softmax.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import type { DType } from '../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import type { Reduction } from '../../../server/src/tensor/reduce.ts';
import { add, Engine, mul } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

const engine = new Engine('pytensor');

/** Numbers that look random, with some that are special. */
function numbers(dtype: DType, shape: readonly number[], special: readonly number[] = []): NDArray {
  const size = shape.reduce((a, b) => a * b, 1);
  const isInt = dtype.includes('int');
  const all = Array.from({ length: size }, (_, i) => {
    if (i % 5 === 3 && special.length > 0) return special[((i / 5) % special.length) | 0]!;
    const x = Math.sin(i * 12.9898) * 43.758;
    return isInt ? Math.trunc(x) & 0x7f : dtype === 'bool' ? (i % 3 === 0 ? 1 : 0) : x;
  });
  return fromValues(dtype, shape, (dtype.endsWith('64') && isInt ? all.map(BigInt) : all) as number[]);
}

/** The results of a step for each of two rows. */
function agree(dtype: DType, shape: readonly number[], step: (x: Variable) => readonly Variable[]): void {
  const x = engine.input('x', dtype, shape.length + 1);
  const { outputs } = engine.scan((row) => ({ outputs: [...step(row!)] }), {
    sequences: [{ input: x, taps: [0], isRawArray: false }],
    outputsInfo: step(engine.input('row', dtype, shape.length)).map(() => null),
  });
  for (const special of dtype.startsWith('float')
    ? [
        [0, -0],
        [Number.NaN, Number.POSITIVE_INFINITY],
      ]
    : [[]]) {
    expectAgreement(engine, { inputs: [[x, numbers(dtype, [2, ...shape], special)]], outputs });
  }
}

describe('reductions', () => {
  const names: readonly Reduction[] = ['sum', 'prod', 'max', 'min', 'argmax', 'all', 'any'];
  const shapes = [[7], [300], [11, 6], [150, 9], [3, 5, 7]];
  for (const dtype of ['float64', 'float32', 'int64', 'int8', 'bool'] as const) {
    it(`of ${dtype} along any axis`, () => {
      for (const shape of shapes) {
        const axes = [null, ...shape.map((_, axis) => [axis]), ...(shape.length === 3 ? [[0, 1]] : [])];
        const wanted = dtype === 'bool' ? names.slice(-2) : names.slice(0, -2);
        agree(dtype, shape, (x) =>
          axes.flatMap((axis) => wanted.map((name) => reduction(name, x, { axis }))),
        );
      }
    });
  }
});

describe('along an axis', () => {
  for (const dtype of ['float64', 'float32'] as const) {
    it(`softmax of ${dtype}`, () => {
      for (const shape of [[1], [9], [300], [4, 33], [2, 3, 5]]) {
        agree(dtype, shape, (x) =>
          [null, [shape.length - 1], [0]].flatMap((axes) =>
            (['probability', 'logarithm'] as const).map((gives) => softmax(x, axes, gives)),
          ),
        );
      }
    });
  }
  for (const dtype of ['float64', 'float32', 'int64'] as const) {
    it(`running sums and products of ${dtype}`, () => {
      for (const shape of [[1], [9], [4, 7], [2, 3, 5]]) {
        agree(dtype, shape, (x) =>
          [null, ...shape.keys()].flatMap((axis) =>
            (['sum', 'prod'] as const).map((kind) => cumulative(x, kind, axis)),
          ),
        );
      }
    });
  }
});

const transpose = (x: Variable): Variable => dimShuffle(x, [...x.type.shape.keys()].reverse());

describe('chains of ops', () => {
  const constant = (value: number, like: Variable): Variable => engine.typed(like.dtype, value);
  const chains: Readonly<Record<string, (x: Variable) => Variable>> = {
    'a choice by a comparison': (x) =>
      elemwise('switch', elemwise('gt', x, constant(0, x)), elemwise('exp', x), elemwise('neg', x)),
    'a comparison of another type': (x) =>
      elemwise('switch', elemwise('lt', castTo(x, 'float32'), engine.typed('float32', 1)), x, mul(x, x)),
    'truths that are kept': (x) =>
      elemwise('and_', elemwise('isnan', x), elemwise('invert', elemwise('gt', x, constant(1, x)))),
    'truths that are counted': (x) =>
      add(castTo(elemwise('gt', x, constant(0, x)), 'int64'), castTo(elemwise('isinf', x), 'int64')),
    'other types on the way': (x) =>
      castTo(elemwise('floor', castTo(castTo(x, 'int32'), 'float64')), x.dtype),
    'a gradient of a sigmoid': (x) => {
      const s = elemwise('sigmoid', x);
      return mul(s, elemwise('sub', constant(1, x), s));
    },
    'several functions': (x) =>
      elemwise('softplus', add(elemwise('sin', x), elemwise('log1p', elemwise('abs_', x)))),
    'an expression of several steps': (x) => elemwise('sigmoid_binary_crossentropy', x, mul(x, x)),
    'a bound on both sides': (x) => elemwise('clip', x, constant(-1, x), constant(2, x)),
    'squares and roots': (x) => add(elemwise('pow', x, constant(2, x)), elemwise('pow', x, constant(0.5, x))),
    'powers, one by one': (x) => elemwise('pow', elemwise('abs_', x), constant(1.5, x)),
    'elements that lie apart': (x) =>
      add(elemwise('exp', transpose(x)), transpose(elemwise('gt', x, constant(0, x)))),
    'a function of two': (x) => elemwise('arctan2', x, elemwise('exp', x)),
  };
  for (const [name, chain] of Object.entries(chains)) {
    it(name, () => {
      for (const dtype of ['float64', 'float32'] as const)
        for (const shape of [[3], [13], [3, 5]]) agree(dtype, shape, (x) => [chain(x)]);
    });
  }

  it('on integers of all widths', () => {
    for (const dtype of ['int64', 'uint64', 'int32', 'uint32', 'int16', 'uint16', 'int8', 'uint8'] as const) {
      agree(dtype, [15], (x) => [
        add(mul(x, x), x),
        elemwise('maximum', elemwise('neg', x), elemwise('sub', x, constant(3, x))),
        elemwise('switch', elemwise('ge', x, constant(9, x)), x, constant(0, x)),
        elemwise('xor', x, elemwise('invert', x)),
        castTo(mul(castTo(x, 'float32'), engine.typed('float32', 0.5)), dtype),
      ]);
    }
  });
});
