/** Graphs in float32 with what belongs to them: run on the script device in the units and on a real one in test/gpu. */
import { expect } from 'vitest';
import type { Gpu } from '../../../../server/src/compile/backends/gpu/gpu.ts';
import { dimShuffle } from '../../../../server/src/graph/ops/dimShuffle.ts';
import { elemwise } from '../../../../server/src/graph/ops/elemwise.ts';
import { matrixProduct, reduction } from '../../../../server/src/graph/ops/reductions.ts';
import type { ScalarOpName } from '../../../../server/src/graph/ops/scalarOps.ts';
import { join, reshaped } from '../../../../server/src/graph/ops/shapes.ts';
import { softmax } from '../../../../server/src/graph/ops/softmax.ts';
import { incSubtensor, type SymbolicIndex, subtensor } from '../../../../server/src/graph/ops/subtensor.ts';
import { Constant, type Variable } from '../../../../server/src/graph/variable.ts';
import { fromValues, int64Vector, type NDArray } from '../../../../server/src/tensor/ndarray.ts';
import { add, Engine, mul, state } from '../../graph/engine.ts';
import { type GpuFamily, tolerances } from '../tolerances.ts';

export interface GpuCase {
  readonly name: string;
  readonly family: GpuFamily;
  build(engine: Engine): { inputs: readonly (readonly [Variable, NDArray])[]; outputs: readonly Variable[] };
}

export const float32 = (shape: readonly number[], at: (i: number) => number): NDArray =>
  fromValues(
    'float32',
    [...shape],
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.fround(at(i))),
  );

export const sequenceOf = (input: Variable, taps: readonly number[] = [0]) => ({
  input,
  taps: [...taps],
  isRawArray: false,
});
const integer = (engine: Engine, value: number): SymbolicIndex => ({
  kind: 'integer',
  value: engine.constant(value),
});
const slice = (engine: Engine, ...bounds: readonly (number | null)[]): SymbolicIndex => {
  const [start, stop, step] = bounds.map((bound) => (bound === null ? null : engine.constant(bound)));
  return { kind: 'slice', start: start ?? null, stop: stop ?? null, step: step ?? null };
};

/** Applies a step to each row of a matrix. */
function mapped(
  engine: Engine,
  step: (x: Variable) => Variable,
  values: NDArray,
): ReturnType<GpuCase['build']> {
  const x = engine.input('x', 'float32', values.ndim);
  const { outputs } = engine.scan((row) => ({ outputs: [step(row!)] }), {
    sequences: [sequenceOf(x)],
    outputsInfo: [null],
  });
  return { inputs: [[x, values]], outputs };
}

const unary = (name: ScalarOpName, family: GpuFamily, from: number, to: number): GpuCase => ({
  name,
  family,
  build: (engine) =>
    mapped(
      engine,
      (x) => elemwise(name, x),
      float32([3, 17], (i) => from + ((to - from) * i) / 50),
    ),
});

const unaryCases: readonly GpuCase[] = [
  ...(['neg', 'abs_', 'sgn', 'sqr', 'floor', 'ceil', 'trunc', 'round_half_to_even'] as const).map((name) =>
    unary(name, 'arithmetic', -4.25, 4.75),
  ),
  ...(['exp', 'expm1', 'tanh', 'sinh', 'cosh', 'sigmoid', 'softplus', 'arcsinh'] as const).map((name) =>
    unary(name, 'exponential', -3, 3),
  ),
  ...(['log', 'log2', 'log10', 'log1p', 'sqrt', 'inv'] as const).map((name) =>
    unary(name, 'exponential', 0.05, 9),
  ),
  unary('tanh', 'exponential', -40, 40),
  unary('sigmoid', 'exponential', -200, 200),
  unary('log1p', 'exponential', -0.01, 0.01),
  unary('expm1', 'exponential', -0.001, 0.001),
  unary('arctanh', 'exponential', -0.9, 0.9),
  unary('arccosh', 'exponential', 1.1, 7),
  ...(['sin', 'cos', 'arctan'] as const).map((name) => unary(name, 'trigonometric', -3, 3)),
  ...(['tan', 'arcsin', 'arccos'] as const).map((name) => unary(name, 'trigonometric', -0.9, 0.9)),
];

const binary = (name: ScalarOpName, family: GpuFamily = 'arithmetic'): GpuCase => ({
  name,
  family,
  build(engine) {
    const [x, y] = [engine.input('x', 'float32', 2), engine.input('y', 'float32', 2)];
    const { outputs } = engine.scan((a, b) => ({ outputs: [elemwise(name, a!, b!)] }), {
      sequences: [sequenceOf(x), sequenceOf(y)],
      outputsInfo: [null],
    });
    return {
      inputs: [
        [x, float32([4, 6], (i) => Math.round(Math.sin(i) * 4) / 2 + 0.25)],
        [y, float32([4, 6], (i) => Math.round(Math.cos(i) * 4) / 2 + 0.25)],
      ],
      outputs,
    };
  },
});

const binaryCases = [
  ...(['add', 'sub', 'mul', 'true_div', 'maximum', 'minimum', 'lt', 'ge', 'eq', 'neq'] as const).map((name) =>
    binary(name),
  ),
  binary('arctan2', 'trigonometric'),
];

const wave = (i: number): number => Math.sin(i * 1.7) / 2;

const shapeCases: readonly GpuCase[] = [
  {
    name: 'sums, products and extremes along axes',
    family: 'sums',
    build: (engine) =>
      mapped(
        engine,
        (m) =>
          join(
            [
              reduction('sum', m, { axis: [0] }),
              reduction('max', m, { axis: [1] }),
              reduction('min', m, { axis: [0] }),
              reduction('prod', m, { axis: [1] }),
            ],
            0,
          ),
        float32([2, 5, 4], (i) => 1 + wave(i)),
      ),
  },
  {
    name: 'long sums in parts',
    family: 'sums',
    build: (engine) =>
      mapped(
        engine,
        (x) => add(reduction('sum', x, { axis: null }), reduction('max', x, { axis: null })),
        float32([2, 3001], wave),
      ),
  },
  {
    name: 'matrices turned, cut, joined and replaced in part',
    family: 'arithmetic',
    build: (engine) =>
      mapped(
        engine,
        (m) => {
          const turned = dimShuffle(m, [1, 0]);
          const cut = subtensor(turned, [slice(engine, 1, null, 2), slice(engine, null, null, -1)]);
          const part = incSubtensor(turned, subtensor(turned, [integer(engine, 0)]), {
            indices: [integer(engine, 2)],
            mode: 'inc',
          });
          const set = incSubtensor(part, engine.typed('float32', 7), {
            indices: [slice(engine, 1, 3), integer(engine, 1)],
            mode: 'set',
          });
          const again = reshaped(m, new Constant(engine.context, int64Vector([5, -1])), 2);
          return join([cut, part, set, again], 0);
        },
        float32([2, 3, 5], wave),
      ),
  },
  {
    name: 'softmax and its logarithm',
    family: 'exponential',
    build: (engine) =>
      mapped(
        engine,
        (m) => add(softmax(m, [1]), softmax(m, [0], 'logarithm')),
        float32([2, 4, 7], (i) => 5 * wave(i)),
      ),
  },
];

const scanCases: readonly GpuCase[] = [
  {
    name: 'a recurrent network',
    family: 'recurrences',
    build(engine) {
      const [x, w, h] = [
        engine.input('x', 'float32', 2),
        engine.input('w', 'float32', 2),
        engine.input('h', 'float32', 1),
      ];
      const { outputs } = engine.scan(
        (row, before, weights) => ({
          outputs: [elemwise('tanh', add(matrixProduct(before!, weights!), row!))],
        }),
        { sequences: [sequenceOf(x)], outputsInfo: [state(h)], nonSequences: [w] },
      );
      return {
        inputs: [
          [x, float32([9, 6], wave)],
          [w, float32([6, 6], (i) => wave(i) / 2)],
          [h, float32([6], wave)],
        ],
        outputs,
      };
    },
  },
  {
    name: 'states of several taps, and sequences of several',
    family: 'recurrences',
    build(engine) {
      const [x, s] = [engine.input('x', 'float32', 2), engine.input('s', 'float32', 2)];
      const { outputs } = engine.scan(
        (a, b, older, old) => ({
          outputs: [
            add(mul(older!, engine.typed('float32', 0.5)), mul(old!, elemwise('sub', a!, b!))),
            mul(old!, a!),
          ],
        }),
        { sequences: [sequenceOf(x, [-1, 0])], outputsInfo: [state(s, [-3, -1]), null] },
      );
      return {
        inputs: [
          [x, float32([9, 4], wave)],
          [s, float32([3, 4], wave)],
        ],
        outputs,
      };
    },
  },
  {
    name: 'products of matrices, the last row only',
    family: 'products',
    build(engine) {
      const [m, a] = [engine.input('m', 'float32', 2), engine.input('a', 'float32', 2)];
      const { outputs } = engine.scan(
        (before) => ({ outputs: [matrixProduct(before!, a), reduction('sum', before!, { axis: null })] }),
        { outputsInfo: [state(m), null], stepCount: engine.steps(7) },
      );
      const last = outputs.map((rows) => subtensor(rows!, [integer(engine, -1)]));
      return {
        inputs: [
          [m, float32([5, 3], wave)],
          [a, float32([3, 3], (i) => wave(i) + (i % 4 === 0 ? 0.5 : 0))],
        ],
        outputs: last,
      };
    },
  },
  {
    name: 'a gradient',
    family: 'recurrences',
    build(engine) {
      const [x, w] = [engine.input('x', 'float32', 2), engine.input('w', 'float32', 2)];
      const product = (a: Variable, b: Variable): Variable => matrixProduct(a, dimShuffle(b, [1, 0]));
      const { outputs } = engine.scan(
        (row, carried) => ({
          outputs: [
            add(
              mul(carried!, engine.typed('float32', 0.9)),
              product(dimShuffle(row!, [0, 'x']), dimShuffle(row!, [0, 'x'])),
            ),
          ],
        }),
        { sequences: [sequenceOf(x)], outputsInfo: [state(w)] },
      );
      return {
        inputs: [
          [x, float32([6, 4], wave)],
          [w, float32([4, 4], wave)],
        ],
        outputs,
      };
    },
  },
];

/** Outside of scans only large arrays are brought to a device. */
const wholeCases: readonly GpuCase[] = [
  {
    name: 'a product outside of scans',
    family: 'products',
    build(engine) {
      const a = engine.input('a', 'float32', 2);
      return { inputs: [[a, float32([130, 130], wave)]], outputs: [matrixProduct(a, a)] };
    },
  },
  {
    name: 'neighbours outside of scans',
    family: 'sums',
    build(engine) {
      const x = engine.input('x', 'float32', 1);
      const product = mul(elemwise('tanh', x), x);
      const outputs = [reduction('sum', product, { axis: null }), product];
      return { inputs: [[x, float32([2 ** 14], wave)]], outputs };
    },
  },
];

export const gpuCases: readonly GpuCase[] = [
  ...unaryCases,
  ...binaryCases,
  ...shapeCases,
  ...scanCases,
  ...wholeCases,
];

/** Runs a case on the device and on the reference; the device has to have computed it. */
export function expectOnDevice(gpu: Gpu, { build, family }: GpuCase): void {
  const engine = new Engine('pytensor');
  engine.context.floatX = 'float32';
  engine.gpu = gpu;
  const { inputs, outputs } = build(engine);
  const run = (backend: 'reference' | 'gpu'): NDArray[] => {
    engine.backend = backend;
    const variables = inputs.map(([variable]) => variable);
    const compiled = engine.compile(variables, outputs, { onUnusedInput: 'ignore' });
    return engine.results(compiled, ...inputs.map(([, value]) => value));
  };
  const wanted = run('reference');
  const found = run('gpu');
  const { backend, fallbacks } = engine.notes.calls.at(-1)!;
  expect([backend.slice(0, 5), fallbacks]).toEqual(['gpu: ', []]);
  found.forEach((array, i) => {
    expectNear(array, wanted[i]!, tolerances.gpu[family]);
  });
}

/** The same type and shape, and elements that differ by no more than a part of the greatest one. */
export function expectNear(found: NDArray, wanted: NDArray, tolerance: number): void {
  expect([found.dtype, found.shape]).toEqual([wanted.dtype, wanted.shape]);
  const numbers = Array.from(wanted.elements() as ArrayLike<number>, Number);
  const scale = numbers.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const allowed = wanted.dtype === 'bool' ? 0 : tolerance * scale;
  numbers.forEach((b, i) => {
    const a = Number(found.at(i));
    expect(Math.abs(a - b) <= allowed, `element ${i}: ${a} instead of ${b}`).toBe(true);
  });
}
