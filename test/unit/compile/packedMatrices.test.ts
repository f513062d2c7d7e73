/** Matrices that are the same in each step are packed once per call, not once per step. */
import { describe, expect, it } from 'vitest';
import { dimShuffle } from '../../../server/src/graph/ops/dimShuffle.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { matrixProduct } from '../../../server/src/graph/ops/reductions.ts';
import { subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, state } from '../graph/engine.ts';
import { expectSame } from './backends.ts';

type Float = 'float64' | 'float32';

function filled(dtype: Float, shape: readonly number[], seed: number): NDArray {
  const size = shape.reduce((a, b) => a * b, 1);
  return fromValues(
    dtype,
    shape,
    Array.from({ length: size }, (_, i) => Math.sin(12.9898 * (i + seed)) / 2),
  );
}

/** The last row after three steps, for two matrices one after another. */
function results(
  backend: 'reference' | 'wasm',
  dtype: Float,
  { shape, step }: { readonly shape: readonly [number, number, number]; readonly step: Step },
): NDArray[] {
  const engine = new Engine('pytensor');
  engine.backend = backend;
  const [rows, depth, columns] = shape;
  const h = engine.input('h', dtype, 2);
  const w = engine.input('W', dtype, 2);
  const { outputs } = engine.scan((before, matrix) => ({ outputs: [step(before!, matrix!)] }), {
    outputsInfo: [state(h)],
    nonSequences: [w],
    stepCount: engine.steps(3),
  });
  const last = subtensor(outputs[0]!, [{ kind: 'integer', value: engine.constant(-1) }]);
  const compiled = engine.compile([h, w], [last]);
  return [1, 2].map((seed) => {
    const given = [filled(dtype, [rows, depth], 0), filled(dtype, [depth, columns], seed)];
    const [result] = engine.results(compiled, ...given);
    expect(engine.notes.calls.at(-1)!.backend).toBe(backend);
    return result!;
  });
}

type Step = (before: Variable, matrix: Variable) => Variable;

const turned = (matrix: Variable): Variable => dimShuffle(matrix, [1, 0]);
const steps: Readonly<Record<string, Step>> = {
  'there and back': (h, w) => elemwise('sin', matrixProduct(elemwise('sin', matrixProduct(h, w)), turned(w))),
  'twice the same': (h, w) => {
    const product = matrixProduct(add(h, h), w);
    return add(matrixProduct(product, turned(w)), matrixProduct(h, matrixProduct(w, turned(w))));
  },
};

describe('a matrix that does not change', () => {
  for (const dtype of ['float64', 'float32'] as const) {
    for (const [name, step] of Object.entries(steps)) {
      it(`of ${dtype}: ${name}`, () => {
        for (const shape of [
          [3, 700, 37],
          [20, 33, 5],
          [13, 5, 330],
        ] as const) {
          const wanted = results('reference', dtype, { shape, step });
          results('wasm', dtype, { shape, step }).forEach((found, i) => {
            expectSame(found, wanted[i]!);
          });
        }
      });
    }
  }
});
