import { describe, expect, it } from 'vitest';
import { int64Constant } from '../../../server/src/graph/constants.ts';
import { makeVector } from '../../../server/src/graph/ops/shapes.ts';
import type { DrawMethodName } from '../../../server/src/graph/random/drawMethods.ts';
import { drawFrom } from '../../../server/src/graph/random/drawOp.ts';
import { encodeState } from '../../../server/src/graph/random/generatorState.ts';
import { mrgUniform } from '../../../server/src/graph/random/mrgOps.ts';
import { Constant, SharedVariable, type Variable } from '../../../server/src/graph/variable.ts';
import type { DType } from '../../../server/src/tensor/dtype.ts';
import { fromValues, int64Vector, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { Mt19937 } from '../../../server/src/tensor/random/mt19937.ts';
import { Pcg64 } from '../../../server/src/tensor/random/pcg64.ts';
import { LegacySampler, type Sampler, ZigguratSampler } from '../../../server/src/tensor/random/sampler.ts';
import { Engine } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

const samplers: Readonly<Record<'RandomState' | 'Generator', () => Sampler>> = {
  RandomState: () => new LegacySampler(new Mt19937().seedByNumber(12345)),
  Generator: () => new ZigguratSampler(new Pcg64().seed([1n, 2n, 3n, 4n]), 2),
};
const parameters: Partial<Record<DrawMethodName, readonly number[]>> = {
  uniform: [-1.5, 2.25],
  normal: [0.5, 3],
  exponential: [1.75],
  gamma: [2.5, 1],
};

/** A scan that draws in every step, for 330 steps: the states of MT19937 are used up once. */
function drawing(
  engine: Engine,
  generator: 'RandomState' | 'Generator',
  draw: { method: DrawMethodName; args: readonly number[]; size: readonly number[]; dtype: DType },
): { outputs: Variable[]; state: SharedVariable } {
  const state = new SharedVariable(engine.context, encodeState(samplers[generator]()), { generator });
  const size = new Constant(engine.context, int64Vector(draw.size));
  const inputs = [size, ...draw.args.map((value) => engine.typed('float64', value))];
  const { outputs, updates } = engine.scan(
    () => {
      const made = drawFrom(state, inputs, {
        method: draw.method,
        name: draw.method,
        dtype: draw.dtype,
        shape: draw.size.map(() => null),
        skipped: 0,
        text: draw.method,
        addedAxes: null,
      });
      return { outputs: [made.draw], updates: [[state, made.nextState]] };
    },
    { outputsInfo: [null], stepCount: engine.steps(330) },
  );
  return { outputs: [...outputs, ...[...updates].map(([, value]) => value)], state };
}

describe('draws in compiled loops are those of the reference, and so is the state afterwards', () => {
  for (const generator of ['RandomState', 'Generator'] as const) {
    for (const [method, args] of Object.entries(parameters)) {
      it(`${method} of a ${generator}`, () => {
        const engine = new Engine('pytensor');
        for (const [size, dtype] of [
          [[], 'float64'],
          [[3, 2], 'float32'],
        ] as const) {
          const { outputs } = drawing(engine, generator, {
            method: method as DrawMethodName,
            args,
            size,
            dtype,
          });
          expectAgreement(engine, { inputs: [], outputs });
        }
      });
    }
  }

  it('uniform of MRG31k3p, with fewer streams than numbers', () => {
    const engine = new Engine('theano');
    const first: NDArray = fromValues(
      'int32',
      [2, 6],
      [1, 2, 3, 4, 5, 6, 2147483646, 77, 5, 2147462578, 1, 9],
    );
    for (const dtype of ['float64', 'float32'] as const) {
      const state = new SharedVariable(engine.context, first);
      const { outputs, updates } = engine.scan(
        () => {
          const size = makeVector(
            engine.context,
            [5].map((n) => int64Constant(engine.context, n)),
            'int64',
          );
          const [next, draw] = mrgUniform(state, size, { dtype, ndim: 1 });
          return { outputs: [draw], updates: [[state, next]] };
        },
        { outputsInfo: [null], stepCount: engine.steps(50) },
      );
      expectAgreement(engine, {
        inputs: [],
        outputs: [...outputs, ...[...updates].map(([, value]) => value)],
      });
    }
  });

  it('parameters that are refused are refused by the reference', () => {
    const engine = new Engine('pytensor');
    const { outputs } = drawing(engine, 'Generator', {
      method: 'normal',
      args: [0, -1],
      size: [],
      dtype: 'float64',
    });
    engine.backend = 'wasm';
    expect(() => engine.results(engine.compile([], outputs))).toThrow('scale < 0');
  });
});
