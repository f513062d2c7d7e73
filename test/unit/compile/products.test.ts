/** Products in compiled scans: to the last bit those of the reference, for every routine, rest and memory layout. */
import { describe, expect, it } from 'vitest';
import { emitModule } from '../../../server/src/compile/backends/wasm/emitModule.ts';
import type { Factors } from '../../../server/src/compile/backends/wasm/productFactors.ts';
import { productInCode } from '../../../server/src/compile/backends/wasm/wasmProduct.ts';
import { dotOfDoubles } from '../../../server/src/compile/lower/kernels/dot.ts';
import { fusesMultiplyAdd } from '../../../server/src/compile/lower/kernels/fusedMultiplyAdd.ts';
import { matmulOf, matrixTransposed } from '../../../server/src/graph/ops/products.ts';
import { matrixProduct } from '../../../server/src/graph/ops/reductions.ts';
import { subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { type DType, isFloat, makeStorage } from '../../../server/src/tensor/dtype.ts';
import { fromStorage, type NDArray, zeros } from '../../../server/src/tensor/ndarray.ts';
import { matmul } from '../../../server/src/tensor/products.ts';
import { dot } from '../../../server/src/tensor/reduce.ts';
import type { Shape } from '../../../server/src/tensor/shape.ts';
import { expandAxis, reshape, transpose } from '../../../server/src/tensor/shaping.ts';
import { add, Engine, mul, state } from '../graph/engine.ts';
import { expectAgreement, expectSame } from './backends.ts';

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

const host = { checkpoint: () => undefined, allocate: () => undefined };

/** Compares the code with the reference. */
function expectSameProduct(factors: Factors, wanted: NDArray): void {
  const found = productInCode(factors, host);
  expect(found).not.toBeNull();
  expectSame(found!, wanted);
}

function agree({ dtype, shapes, layouts = ['rows', 'rows'] }: Operands): void {
  const [a, b] = [laidOut(dtype, shapes[0], layouts[0]), laidOut(dtype, shapes[1], layouts[1])];
  expectSameProduct({ kind: 'dot', a, b }, dot(a, b, dtype));
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
  [
    [1, 4],
    [5, 4, 2],
  ],
  [
    [2, 3, 5, 4],
    [2, 3, 4, 2],
  ],
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
      ]) {
        const a = filled(dtype, shape);
        expectSameProduct({ kind: 'dot', a, b: transpose(a) }, dot(a, transpose(a), dtype));
      }
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
      for (const [left, right] of stacks) {
        const [a, b] = [filled(dtype, left), filled(dtype, right)];
        expectSameProduct({ kind: 'matmul', a, b }, matmul(a, b, dtype));
      }
      for (const [left, right] of batches) {
        const [a, b] = [filled(dtype, left), filled(dtype, right)];
        const rows = a.ndim === 2 ? expandAxis(a, 1) : a;
        const columns = b.ndim === 2 ? expandAxis(b, 2) : b;
        const shape = [left[0]!, ...left.slice(1, -1), ...right.slice(2)];
        expectSameProduct({ kind: 'batchedDot', a, b }, reshape(matmul(rows, columns, dtype), shape));
      }
    });

  it('treat what is not finite as the reference does', () => {
    const [a, b] = [zeros('float64', [7, 5]), zeros('float64', [5, 3])];
    a.storage.set([Number.NaN, Number.POSITIVE_INFINITY, 1, -1, 0, Number.NEGATIVE_INFINITY, 1e308] as never);
    b.storage.set([1, 0, -1, 10, 2, 3] as never);
    b.storage.set([1e-200, 1e-310, -5e-324] as never, 6);
    a.storage.set([1e-120, -1e-310, 1e-5, 5e-324] as never, 10);
    expectSameProduct({ kind: 'dot', a, b }, dot(a, b, 'float64'));
  });
});

describe('where a machine does not fuse', () => {
  it('steps are two instructions, and only last digits differ', () => {
    const [x, y] = [filled('float64', [37]), filled('float64', [37])];
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
    new Float64Array(memory.buffer, 64, 37).set(x.storage as Float64Array);
    new Float64Array(memory.buffer, 512, 37).set(y.storage as Float64Array);
    const results = [true, false].map((isFused) => {
      const { bytes } = emitModule([dotOfDoubles()], { isFused });
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
      return (exports[dotOfDoubles().name] as (x: number, y: number, count: number) => number)(64, 512, 37);
    });
    expect(results[0]).toBe(dot(x, y, 'float64').at(0));
    expect(results[1]).not.toBe(results[0]);
    expect(results[1]).toBeCloseTo(results[0]!, 12);
  });
});

describe('products in the step of a scan', () => {
  const engine = new Engine('pytensor');
  const [h, w] = [engine.input('h', 'float64', 1), engine.input('w', 'float64', 2)];
  const steps = engine.steps(5);

  const agreeInScan = (
    step: (x: Variable) => Variable[],
    { vector, matrix }: { vector: NDArray; matrix: NDArray },
  ): void => {
    const outputs = step(h).map((_, i) => (i === 0 ? state(h) : null));
    const made = engine.scan((x) => ({ outputs: step(x!) }), { outputsInfo: outputs, stepCount: steps });
    expectAgreement(engine, {
      inputs: [
        [h, vector],
        [w, matrix],
      ],
      outputs: made.outputs,
    });
  };

  it('go to the rows of a state, and take matrices as they lie', () => {
    for (const layout of ['rows', 'columns', 'gaps', 'longer rows'] as const)
      for (const length of [3, 9, 18])
        agreeInScan((x) => [matrixProduct(w, x), add(matrixProduct(x, w), x), matrixProduct(x, x)], {
          vector: filled('float64', [length]),
          matrix: laidOut('float64', [length, length], layout),
        });
  });

  it('take rows of a sequence without gaps', () => {
    const rows = engine.input('rows', 'float64', 2);
    const { outputs } = engine.scan((row, x) => ({ outputs: [add(matrixProduct(row!, w), x!)] }), {
      sequences: [{ input: rows, taps: [0], isRawArray: false }],
      outputsInfo: [state(h)],
    });
    expectAgreement(engine, {
      inputs: [
        [rows, laidOut('float64', [4, 9], 'columns')],
        [h, laidOut('float64', [9], 'gaps')],
        [w, filled('float64', [9, 9])],
      ],
      outputs,
    });
  });

  it('see how the reference lays out what the step computes', () => {
    const scaled = (x: Variable): Variable =>
      mul(w, subtensor(x, [{ kind: 'integer', value: engine.constant(0) }]));
    agreeInScan((x) => [matrixProduct(matrixTransposed(scaled(x)), x), matrixProduct(x, x)], {
      vector: filled('float64', [11]),
      matrix: filled('float64', [11, 11]),
    });
  });

  it('of stacks and of matrices are made there, too', () => {
    const stack = engine.input('stack', 'float64', 3);
    const first = engine.input('first', 'float64', 2);
    const { outputs } = engine.scan(
      (m) => ({
        outputs: [matrixProduct(m!, m!), matmulOf(stack, m!), matrixProduct(m!, matrixTransposed(m!))],
      }),
      { outputsInfo: [state(first), null, null], stepCount: engine.steps(3) },
    );
    expectAgreement(engine, {
      inputs: [
        [first, filled('float64', [7, 7])],
        [stack, filled('float64', [2, 5, 7])],
      ],
      outputs,
    });
  });
});
