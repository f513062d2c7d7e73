/** Products in compiled scans: to the last bit those of the reference, for every routine, rest and memory layout. */
import { describe, expect, it } from 'vitest';
import { fusesMultiplyAdd } from '../../../server/src/compile/lower/kernels/fusedMultiplyAdd.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { batchedDot, matmulOf, matrixTransposed } from '../../../server/src/graph/ops/products.ts';
import { matrixProduct } from '../../../server/src/graph/ops/reductions.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { type DType, isFloat, makeStorage } from '../../../server/src/tensor/dtype.ts';
import { fromStorage, type NDArray, zeros } from '../../../server/src/tensor/ndarray.ts';
import type { Shape } from '../../../server/src/tensor/shape.ts';
import { transpose } from '../../../server/src/tensor/shaping.ts';
import { add, Engine, state } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

type Layout = 'rows' | 'columns' | 'gaps' | 'longer rows';

let seed = 1;
const next = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32 - 0.5;
};

function filled(dtype: DType, shape: Shape): NDArray {
  const storage = makeStorage(
    dtype,
    shape.reduce((a, b) => a * b, 1),
  );
  for (let i = 0; i < storage.length; i++) {
    const value = isFloat(dtype) ? next() : Math.floor(next() * 2 ** 33);
    storage[i] = dtype === 'int64' ? BigInt(value) << 30n : value;
  }
  return fromStorage(dtype, storage, shape);
}

function laidOut(dtype: DType, shape: Shape, layout: Layout): NDArray {
  if (layout === 'rows') return filled(dtype, shape);
  if (layout === 'columns') return transpose(filled(dtype, [...shape].reverse()));
  const factor = layout === 'gaps' ? 2 : 1;
  const room = filled(
    dtype,
    shape.map((length, axis) => length * factor + (axis === shape.length - 1 ? 3 : 0)),
  );
  return room.view({ shape, strides: room.layout.strides.map((stride) => stride * factor), offset: 1 });
}

interface Operands {
  readonly dtype: DType;
  readonly shapes: readonly [Shape, Shape];
  readonly layouts?: readonly [Layout, Layout];
}

function agree(
  { dtype, shapes, layouts = ['rows', 'rows'] }: Operands,
  product: (a: Variable, b: Variable) => Variable = matrixProduct,
): void {
  const engine = new Engine('pytensor');
  const [a, b] = shapes.map(({ length }, i) => engine.input('ab'[i]!, dtype, length)) as [Variable, Variable];
  const values = shapes.map((shape, i) => laidOut(dtype, shape, layouts[i]!));
  const { outputs } = engine.scan(() => ({ outputs: [product(a, b)] }), {
    outputsInfo: [null],
    stepCount: engine.steps(2),
  });
  expectAgreement(engine, {
    inputs: [
      [a, values[0]!],
      [b, values[1]!],
    ],
    outputs,
  });
}

/** The matrix times a vector, from both sides, the vector with gaps and without. */
function agreeWithVector(
  dtype: DType,
  { rows, depth, layout }: { rows: number; depth: number; layout: Layout },
): void {
  for (const vector of ['rows', 'gaps'] as const) {
    agree({ dtype, shapes: [[rows, depth], [depth]], layouts: [layout, vector] });
    agree({ dtype, shapes: [[depth], [depth, rows]], layouts: [vector, layout] });
  }
}

const stacks: readonly (readonly [Shape, Shape])[] = [
  [
    [2, 3, 4],
    [2, 4, 5],
  ],
  [
    [3, 4],
    [5, 4, 2],
  ],
  [
    [2, 1, 3, 4],
    [1, 5, 4, 3],
  ],
  [[4], [5, 4, 2]],
  [
    [0, 3, 4],
    [4, 2],
  ],
];

const batches: typeof stacks = [
  [
    [3, 4, 5],
    [3, 5, 2],
  ],
  [
    [3, 5],
    [3, 5, 2],
  ],
  [
    [3, 4, 5],
    [3, 5],
  ],
  [
    [3, 5],
    [3, 5],
  ],
];

describe('products', () => {
  it('are made with fused steps on the machines that run these tests', () => {
    expect(fusesMultiplyAdd()).toBe(true);
  });

  for (const dtype of ['float64', 'float32'] as const) {
    it(`of vectors of ${dtype}`, () => {
      for (const length of [1, 5, 16, 31, 33, 70])
        for (const layout of ['rows', 'gaps'] as const)
          agree({ dtype, shapes: [[length], [length]], layouts: [layout, 'rows'] });
    });

    it(`of a matrix and a vector of ${dtype}`, () => {
      for (const [rows, depth] of [
        [2, 3],
        [3, 4],
        [4, 4],
        [5, 7],
        [3, 5],
        [7, 9],
        [6, 1],
        [9, 31],
        [33, 13],
      ] as const)
        for (const layout of ['rows', 'columns', 'gaps', 'longer rows'] as const)
          agreeWithVector(dtype, { rows, depth, layout });
    });

    it(`of a large matrix and a vector of ${dtype}`, () => {
      agreeWithVector(dtype, { rows: 3, depth: 4100, layout: 'rows' });
      agreeWithVector(dtype, { rows: 4107, depth: 12, layout: 'columns' });
    });

    it(`of matrices of ${dtype}`, () => {
      for (const [rows, depth, columns] of [
        [2, 2, 2],
        [4, 1, 4],
        [5, 7, 3],
        [13, 9, 17],
        [12, 20, 16],
        [3, 0, 4],
        [25, 300, 9],
        [7, 700, 8],
        [23, 12, 350],
      ] as const)
        agree({
          dtype,
          shapes: [
            [rows, depth],
            [depth, columns],
          ],
          layouts: [depth % 2 ? 'rows' : 'columns', 'gaps'],
        });
    });

    it(`of a matrix of ${dtype} and itself, turned`, () => {
      for (const shape of [
        [3, 4],
        [13, 30],
        [25, 300],
      ])
        agree({ dtype, shapes: [shape, [1]] }, (a) => matrixProduct(a, matrixTransposed(a)));
    });
  }

  for (const dtype of ['int64', 'int32', 'uint8'] as const)
    it(`of ${dtype} wrap around`, () => {
      agree({ dtype, shapes: [[9], [9]], layouts: ['gaps', 'rows'] });
      agreeWithVector(dtype, { rows: 5, depth: 7, layout: 'columns' });
      agree({
        dtype,
        shapes: [
          [5, 7],
          [7, 6],
        ],
        layouts: ['rows', 'columns'],
      });
    });

  for (const dtype of ['float64', 'float32', 'int64'] as const)
    it(`of stacks of ${dtype}`, () => {
      for (const shapes of stacks) agree({ dtype, shapes }, matmulOf);
      for (const shapes of batches) agree({ dtype, shapes }, batchedDot);
    });

  it('see how the reference lays out what is computed in the step', () => {
    const turned = (a: Variable, b: Variable): Variable =>
      matrixProduct(matrixTransposed(elemwise('tanh', a)), b);
    for (const dtype of ['float64', 'float32'] as const) agree({ dtype, shapes: [[9, 31], [9]] }, turned);
  });

  it('go to the rows of a state', () => {
    const engine = new Engine('pytensor');
    const [h, w] = [engine.input('h', 'float64', 1), engine.input('w', 'float64', 2)];
    const { outputs } = engine.scan(
      (x) => ({ outputs: [matrixProduct(w, x!), add(matrixProduct(x!, w), x!)] }),
      { outputsInfo: [state(h), null], stepCount: engine.steps(5) },
    );
    const inputs: [Variable, NDArray][] = [
      [h, filled('float64', [9])],
      [w, filled('float64', [9, 9])],
    ];
    expectAgreement(engine, { inputs, outputs });
  });

  it('treat what is not finite as the reference does', () => {
    const engine = new Engine('pytensor');
    const [a, b] = [engine.input('a', 'float64', 2), engine.input('b', 'float64', 2)];
    const { outputs } = engine.scan(() => ({ outputs: [matrixProduct(a, b)] }), {
      outputsInfo: [null],
      stepCount: engine.steps(2),
    });
    const left = zeros('float64', [7, 5]);
    left.storage.set([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1,
      -1,
      0,
      Number.NEGATIVE_INFINITY,
      1e308,
    ] as never);
    const right = zeros('float64', [5, 3]);
    right.storage.set([1, 0, -1, 10, 2, 3] as never);
    expectAgreement(engine, {
      inputs: [
        [a, left],
        [b, right],
      ],
      outputs,
    });
  });
});
