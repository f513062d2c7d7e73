/** Elements of one byte go sixteen at a time: each operation on all values of the type, as the reference has them. */
import { describe, it } from 'vitest';
import { castTo, elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { rolled } from '../../../server/src/graph/ops/rearranging.ts';
import type { ScalarOpName } from '../../../server/src/graph/ops/scalarOps.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import type { DType } from '../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

const engine = new Engine('pytensor');
const types = ['int8', 'uint8', 'bool'] as const satisfies readonly DType[];
/** Sixteen times seventeen, and some that fill no vector. */
const length = 275;
const rowCount = 5;

/** Rows of numbers, different in each row; every value of the type is among them. */
function rows(dtype: DType, step: number): NDArray {
  const low = dtype === 'int8' ? -128 : 0;
  const count = dtype === 'bool' ? 2 : 256;
  const all = Array.from({ length: rowCount * length }, (_, i) => low + ((i * step + (i >> 3)) % count));
  return fromValues(dtype, [rowCount, length], all);
}

const names: Readonly<Record<1 | 2, readonly ScalarOpName[]>> = {
  1: ['neg', 'abs_', 'sgn', 'sqr', 'invert', 'isnan', 'identity'],
  2: [
    'add',
    'sub',
    'mul',
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
    'int_div',
    'mod',
    'second',
  ],
};

/** Results of a step on rows of two types; those that the library refuses are left out. */
function agree(
  dtypes: readonly [DType, DType],
  step: (x: Variable, y: Variable) => readonly Variable[],
): void {
  const [x, y] = dtypes.map((dtype, i) => engine.input(`x${i}`, dtype, 2));
  const { outputs } = engine.scan((a, b) => ({ outputs: [...step(a!, b!)] }), {
    sequences: [x!, y!].map((input) => ({ input, taps: [0], isRawArray: false })),
    outputsInfo: step(engine.input('a', dtypes[0], 1), engine.input('b', dtypes[1], 1)).map(() => null),
  });
  expectAgreement(engine, {
    inputs: [
      [x!, rows(dtypes[0], 7)],
      [y!, rows(dtypes[1], 11)],
    ],
    outputs,
  });
}

const unlessRefused = (make: () => Variable): Variable[] => {
  try {
    return [make()];
  } catch {
    return [];
  }
};

describe('bytes', () => {
  for (const dtype of types) {
    it(`of ${dtype}: one operation`, () => {
      agree([dtype, dtype], (x, y) => [
        ...names[1].flatMap((name) => unlessRefused(() => elemwise(name, x))),
        ...names[2].flatMap((name) => unlessRefused(() => elemwise(name, x, y))),
        ...types.map((to) => castTo(x, to)),
        castTo(x, 'float64'),
      ]);
    });
    it(`of ${dtype}: several operations in one loop`, () => {
      const one = castTo(engine.constant(1), dtype);
      agree([dtype, 'bool'], (x, mask) => [
        elemwise('switch', mask, x, elemwise('xor', x, one)),
        elemwise('switch', elemwise('eq', x, one), one, x),
        elemwise('clip', x, one, castTo(mask, dtype)),
        castTo(elemwise('and_', elemwise('eq', x, one), mask), 'int8'),
        add(castTo(mask, dtype), rolled(x, engine.constant(3), 0)),
        castTo(elemwise('or_', x, one), 'bool'),
        elemwise('true_div', elemwise('and_', x, one), engine.constant(2)),
      ]);
    });
  }
  it('of two types', () =>
    agree(['uint8', 'int8'], (x, y) => [elemwise('lt', x, castTo(y, 'uint8')), add(x, y)]));
});
