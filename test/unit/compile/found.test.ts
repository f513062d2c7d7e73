/** What random programs found: each case once differed between the backends, or ended where it should not. */
import { describe, expect, it } from 'vitest';
import { diagonal } from '../../../server/src/graph/ops/diagonals.ts';
import { castTo, elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { cumulative } from '../../../server/src/graph/ops/math.ts';
import { matrixProduct } from '../../../server/src/graph/ops/reductions.ts';
import { incSubtensor, type SymbolicIndex, subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import type { DType } from '../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { Engine, floats, ints } from '../graph/engine.ts';
import { runOn } from './backends.ts';

/** The rows that a step gives for the rows of a sequence. */
function rows(
  engine: Engine,
  step: (x: Variable) => Variable,
  [input, value]: readonly [Variable, NDArray],
): NDArray[] {
  const sequences = [{ input, taps: [0], isRawArray: false }];
  const { outputs } = engine.scan((x) => ({ outputs: [step(x!)] }), { sequences, outputsInfo: [null] });
  const [reference, wasm] = (['reference', 'wasm'] as const).map((backend) =>
    runOn(engine, backend, { inputs: [[input, value]], outputs }),
  );
  expect(wasm).toEqual(reference);
  return reference!;
}

describe('found by random programs', () => {
  const engine = new Engine('pytensor');

  it('an unsigned index is never counted from the end', () => {
    for (const dtype of ['uint64', 'uint32'] as const satisfies readonly DType[]) {
      const last = dtype === 'uint64' ? (1n << 64n) - 1n : 2 ** 32 - 1;
      const x = engine.input('x', dtype, 1);
      const whole = engine.shared('w', floats(1, 2));
      const part = (k: Variable): Variable => subtensor(whole, [{ kind: 'integer', value: k }]);
      const given = [x, fromValues(dtype, [1], [last] as number[])] as const;
      expect(() => rows(engine, part, given)).toThrow('out of bounds');
    }
  });

  it('rows have the type of their variable, also where NumPy adds up in another one', () => {
    const x = engine.input('x', 'int8', 2);
    const [sums] = rows(engine, (row) => cumulative(row, 'sum', 0), [
      x,
      fromValues('int8', [1, 2], [100, 100]),
    ]);
    expect([sums!.dtype, [...sums!.elements()]]).toEqual(['int8', [100, -56]]);
  });

  it('a diagonal is a copy without gaps, whose products add in their own order', () => {
    const x = engine.input('x', 'float64', 3);
    const values = Array.from({ length: 5 * 41 * 41 }, (_, i) => Math.sin(i) * 10 ** (i % 5));
    const squared = (matrix: Variable): Variable => matrixProduct(diagonal(matrix), diagonal(matrix));
    expect(rows(engine, squared, [x, fromValues('float64', [5, 41, 41], values)])).toHaveLength(1);
  });

  it('no element has no wrong exponent', () => {
    const x = engine.input('x', 'int64', 2);
    const power = (row: Variable): Variable => elemwise('pow', row, engine.typed('int64', -1));
    const [found] = rows(engine, power, [x, fromValues('int64', [2, 0], [])]);
    expect(found!.shape).toEqual([2, 0]);
  });

  it('nothing is written into an empty part behind the end', () => {
    const x = engine.input('x', 'int64', 1);
    const behind: SymbolicIndex = { kind: 'slice', start: engine.constant(9), stop: null, step: null };
    const whole = engine.shared('w', floats(1, 2));
    const empty = castTo(subtensor(x, [behind]), 'float64');
    const step = (): Variable => incSubtensor(whole, empty, { indices: [behind], mode: 'set' });
    expect([...rows(engine, step, [x, ints(1)])[0]!.elements()]).toEqual([1, 2]);
  });
});
