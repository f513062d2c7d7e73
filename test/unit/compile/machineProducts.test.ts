/** Products outside of scans: large ones are machine code's, and can be stopped. */
import { afterEach, describe, expect, it } from 'vitest';
import { useMachineProducts } from '../../../server/src/compile/compile.ts';
import { batchedDot, matmulOf, matrixTransposed } from '../../../server/src/graph/ops/products.ts';
import { matrixProduct } from '../../../server/src/graph/ops/reductions.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { type DType, makeStorage } from '../../../server/src/tensor/dtype.ts';
import { setFastProduct } from '../../../server/src/tensor/fastProducts.ts';
import { setInterrupt } from '../../../server/src/tensor/interrupt.ts';
import { fromStorage, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { dot } from '../../../server/src/tensor/reduce.ts';
import type { Shape } from '../../../server/src/tensor/shape.ts';
import { transpose } from '../../../server/src/tensor/shaping.ts';
import { Engine } from '../graph/engine.ts';
import { expectAgreement, expectSame } from './backends.ts';

function filled(dtype: DType, shape: Shape): NDArray {
  const storage = makeStorage(
    dtype,
    shape.reduce((a, b) => a * b, 1),
  );
  for (let i = 0; i < storage.length; i++) {
    const value = ((Math.imul(i, 2654435761) >>> 0) % 100003) - 50000;
    storage[i] = dtype === 'int64' ? BigInt(value) << 40n : dtype === 'int32' ? value : value / 100003;
  }
  return fromStorage(dtype, storage, shape);
}

describe('large products outside of scans', () => {
  const agree = (
    [left, right]: readonly [NDArray, NDArray],
    product: (a: Variable, b: Variable) => Variable = matrixProduct,
  ): void => {
    const engine = new Engine('pytensor');
    const a = engine.input('a', left.dtype, left.ndim);
    const b = engine.input('b', right.dtype, right.ndim);
    expectAgreement(engine, {
      inputs: [
        [a, left],
        [b, right],
      ],
      outputs: [product(a, b)],
    });
  };

  it('of matrices of every type run on WebAssembly', () => {
    for (const dtype of ['float64', 'float32', 'int64', 'int32'] as const)
      agree([filled(dtype, [47, 53]), filled(dtype, [53, 61])]);
    agree([filled('float32', [47, 53]), filled('int32', [53, 61])]);
  });

  it('of turned matrices too, and of a matrix and itself', () => {
    agree([transpose(filled('float64', [53, 47])), transpose(filled('float64', [61, 53]))]);
    agree([filled('float64', [47, 53]), filled('float64', [1])], (a) =>
      matrixProduct(a, matrixTransposed(a)),
    );
  });

  it('of a matrix and a vector', () => {
    agree([filled('float64', [301, 401]), filled('float64', [401])]);
    agree([filled('float32', [301]), filled('float32', [301, 401])]);
  });

  it('of stacks', () => {
    agree([filled('float64', [3, 41, 31]), filled('float64', [31, 37])], matmulOf);
    agree([filled('float32', [3, 41, 31]), filled('float32', [3, 31, 37])], batchedDot);
  });

  it('leave small ones to the reference', () => {
    const engine = new Engine('pytensor');
    const [a, b] = [engine.input('a', 'float64', 2), engine.input('b', 'float64', 2)];
    const inputs: [Variable, NDArray][] = [a, b].map((input) => [input, filled('float64', [9, 9])]);
    expectAgreement(engine, { inputs, outputs: [matrixProduct(a, b)], ran: 'reference' });
  });

  it('leave what does not fit to the reference, which says so', () => {
    const engine = new Engine('pytensor');
    const [a, b] = [engine.input('a', 'float64', 2), engine.input('b', 'float64', 2)];
    const compiled = engine.compile([a, b], [matrixProduct(a, b)]);
    const values = [filled('float64', [60, 61]), filled('float64', [62, 63])];
    expect(() => engine.results(compiled, ...values)).toThrow('size 62 is different from 61');
  });

  it('ask while they are computed whether the run has to stop', () => {
    let rest = 20;
    const checkpoint = (): void => {
      if (rest-- === 0) throw new Error('stopped');
    };
    const engine = new Engine('pytensor', { checkpoint });
    const [a, b] = [engine.input('a', 'float64', 2), engine.input('b', 'float64', 2)];
    const compiled = engine.compile([a, b], [matrixProduct(a, b)]);
    const [left, right] = [filled('float64', [1500, 60]), filled('float64', [60, 40])];
    expect(() => engine.results(compiled, left, right)).toThrow('stopped');
    rest = 1000;
    expect(engine.results(compiled, left, right)[0]!.shape).toEqual([1500, 40]);
    expect(rest).toBeLessThan(980);
  });
});

describe('products of arrays', () => {
  afterEach(() => {
    setFastProduct(() => null);
    setInterrupt(() => undefined);
  });

  it('are the same by machine code, and can be stopped there', () => {
    const [a, b] = [filled('float64', [83, 97]), filled('float64', [97, 31])];
    const wanted = dot(a, b, 'float64');
    let asked = 0;
    setInterrupt(() => void asked++);
    useMachineProducts(null);
    expectSame(dot(a, b, 'float64'), wanted);
    expect(asked).toBeGreaterThan(0);
    setInterrupt(() => {
      throw new Error('stopped');
    });
    expect(() => dot(a, b, 'float64')).toThrow('stopped');
  });
});
