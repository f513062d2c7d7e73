import { describe, expect, it } from 'vitest';
import { castTo, elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { matrixProduct, reduction } from '../../../server/src/graph/ops/reductions.ts';
import type { ScalarOpName } from '../../../server/src/graph/ops/scalarOps.ts';
import { softmax } from '../../../server/src/graph/ops/softmax.ts';
import { incSubtensor, subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import type { DType } from '../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray, scalar } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, mul, state } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

const sequence = (input: Variable) => ({ input, taps: [0], isRawArray: false });
const edges: Readonly<Partial<Record<DType, readonly (number | bigint)[]>>> = {
  float64: [
    0,
    -0,
    1,
    -1,
    0.5,
    -2.5,
    3,
    1e-310,
    1e300,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    2 ** 53,
    7.25,
  ],
  float32: [0, -0, 1, -1, 0.5, -2.5, 3, 1e-40, 1e30, Number.POSITIVE_INFINITY, Number.NaN, 7.25],
  int64: [0n, 1n, -1n, 7n, -7n, 3n, -(1n << 63n), (1n << 63n) - 1n],
  uint64: [0n, 1n, 7n, 3n, (1n << 64n) - 1n, 1n << 63n],
  int32: [0, 1, -1, 7, -7, -(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 1, 7, 2 ** 32 - 1, 2 ** 31],
  int16: [0, 1, -1, 7, -7, -32768, 32767],
  int8: [0, 1, -1, 7, -7, -128, 127],
  uint8: [0, 1, 7, 255, 128],
  bool: [0, 1],
};
const types = Object.keys(edges) as DType[];
const values = (dtype: DType): NDArray =>
  fromValues(dtype, [edges[dtype]!.length], edges[dtype]! as number[]);

/** Each pair of edge values, as two vectors. */
function pairs(dtype: DType): [NDArray, NDArray] {
  const all = edges[dtype]!.flatMap((x) => edges[dtype]!.map((y) => [x, y] as const));
  return [0, 1].map((i) => fromValues(dtype, [all.length], all.map((pair) => pair[i]!) as number[])) as [
    NDArray,
    NDArray,
  ];
}

describe('the elementwise ops', () => {
  const binary: ScalarOpName[] = [
    'add',
    'sub',
    'mul',
    'true_div',
    'int_div',
    'mod',
    'maximum',
    'minimum',
    'eq',
    'neq',
    'lt',
    'le',
    'gt',
    'ge',
  ];
  const unary: ScalarOpName[] = [
    'neg',
    'abs_',
    'sgn',
    'sqr',
    'sqrt',
    'exp',
    'log',
    'tanh',
    'sigmoid',
    'floor',
    'round_half_to_even',
    'isnan',
    'invert',
  ];
  for (const dtype of types) {
    it(`of ${dtype} are those of the reference, element by element and by vectors`, () => {
      const engine = new Engine('pytensor');
      const [a, b] = [engine.input('a', dtype, 1), engine.input('b', dtype, 1)];
      const rows = (step: (x: Variable, y: Variable) => Variable): Variable =>
        engine.scan((x, y) => ({ outputs: [step(x!, y!)] }), {
          sequences: [sequence(a), sequence(b)],
          outputsInfo: [null],
        }).outputs[0]!;
      const whole = (step: (x: Variable) => Variable): Variable =>
        engine.scan((x) => ({ outputs: [step(x!)] }), {
          nonSequences: [a],
          outputsInfo: [null],
          stepCount: engine.steps(2),
        }).outputs[0]!;
      const [left, right] = pairs(dtype);
      const isRefused = (make: () => Variable): boolean => {
        try {
          make();
          return false;
        } catch {
          return true;
        }
      };
      for (const name of binary) {
        if (isRefused(() => elemwise(name, a, b))) continue;
        expectAgreement(engine, {
          inputs: [
            [a, left],
            [b, right],
          ],
          outputs: [rows((x, y) => elemwise(name, x, y))],
        });
        expectAgreement(engine, { inputs: [[a, left]], outputs: [whole((x) => elemwise(name, x, x))] });
      }
      for (const name of unary) {
        if (isRefused(() => elemwise(name, a))) continue;
        expectAgreement(engine, { inputs: [[a, values(dtype)]], outputs: [whole((x) => elemwise(name, x))] });
      }
      for (const to of types)
        expectAgreement(engine, { inputs: [[a, values(dtype)]], outputs: [whole((x) => castTo(x, to))] });
    });
  }
});

describe('loops', () => {
  const engine = new Engine('pytensor');
  const h0 = engine.input('h0', 'float64', 1);
  const start = floats(1, 2, 3, 4, 5, 6, 7);
  const agree = (outputs: readonly Variable[], ...inputs: [Variable, NDArray][]): void =>
    expectAgreement(engine, { inputs, outputs });

  it('carry states of several taps', () => {
    const { outputs } = engine.scan((a, b) => ({ outputs: [add(a!, b!)] }), {
      outputsInfo: [state(engine.input('f', 'int64', 1), [-2, -1])],
      stepCount: engine.steps(100),
    });
    const [f] = [outputs[0]!.owner!.inputs[1]!];
    agree(outputs, [f, fromValues('int64', [2], [0, 1])]);
  });

  it('carry rows', () => {
    const step = (a?: Variable, b?: Variable): Variable =>
      elemwise('tanh', add(mul(a!, engine.typed('float64', 0.5)), b!));
    const { outputs } = engine.scan((h) => ({ outputs: [step(h, h)] }), {
      outputsInfo: [state(h0)],
      stepCount: engine.steps(20),
    });
    agree(outputs, [h0, start]);
    agree([subtensor(outputs[0]!, [{ kind: 'integer', value: engine.constant(-1) }])], [h0, start]);
  });

  it('end early', () => {
    const { outputs } = engine.scan(
      (h) => ({
        outputs: [mul(h!, engine.typed('float64', 1.5))],
        condition: elemwise('gt', reduction('sum', h!, { axis: null }), engine.typed('float64', 1e6)),
      }),
      { outputsInfo: [state(h0)], stepCount: engine.steps(10_000) },
    );
    agree(outputs, [h0, start]);
  });

  it('add in the order of the reference', () => {
    const x = engine.input('x', 'float64', 2);
    const many = fromValues(
      'float64',
      [3, 1001],
      Array.from({ length: 3003 }, (_, i) => Math.sin(i) * 10 ** (i % 7)),
    );
    const sums = engine.scan(
      (row) => ({
        outputs: [
          reduction('sum', row!, { axis: null }),
          reduction('max', row!, { axis: null }),
          reduction('argmax', row!, { axis: null }),
        ],
      }),
      {
        sequences: [sequence(x)],
        outputsInfo: [null, null, null],
      },
    );
    agree(sums.outputs, [x, many]);
    const columns = engine.scan(() => ({ outputs: [reduction('sum', x, { axis: [0] })] }), {
      outputsInfo: [null],
      stepCount: engine.steps(2),
    });
    agree(columns.outputs, [x, many]);
  });

  it('read and replace parts by indices that change', () => {
    const i = engine.input('i', 'int64', 1);
    const { outputs } = engine.scan(
      (k, h) => ({
        outputs: [
          incSubtensor(h!, subtensor(h!, [{ kind: 'integer', value: k! }]), {
            indices: [{ kind: 'integer', value: elemwise('neg', k!) }],
            mode: 'inc',
          }),
        ],
      }),
      { sequences: [sequence(i)], outputsInfo: [state(h0)] },
    );
    agree(outputs, [i, fromValues('int64', [4], [1, 2, 3, 6])], [h0, start]);
  });

  it('call out for what has no code', () => {
    const { outputs } = engine.scan(
      (h) => ({
        outputs: [
          softmax(matrixProduct(elemwise('exp', softmax(h!, null)), engine.input('W', 'float64', 2)), null),
        ],
      }),
      {
        outputsInfo: [state(h0)],
        stepCount: engine.steps(5),
      },
    );
    const w = outputs[0]!.owner!.inputs.at(-1)!;
    agree(
      outputs,
      [h0, start],
      [
        w,
        fromValues(
          'float64',
          [7, 7],
          Array.from({ length: 49 }, (_, k) => Math.cos(k)),
        ),
      ],
    );
  });

  it('lie inside one another', () => {
    const inner = (x: Variable): Variable =>
      subtensor(
        engine.scan((s) => ({ outputs: [add(mul(s!, s!), x)] }), {
          outputsInfo: [state(engine.typed('float64', 0))],
          stepCount: engine.steps(7),
        }).outputs[0]!,
        [{ kind: 'integer', value: engine.constant(-1) }],
      );
    const { outputs } = engine.scan((x) => ({ outputs: [inner(x!)] }), {
      sequences: [sequence(h0)],
      outputsInfo: [null],
    });
    agree(outputs, [h0, floats(0.1, -0.5, -1.9, 0.25)]);
  });

  it('change shared state', () => {
    const a = engine.shared('a', scalar('int64', 5));
    const { updates } = engine.scan(
      () => ({ updates: [[a, add(mul(a, engine.constant(3)), engine.constant(1))]] }),
      { stepCount: engine.steps(50) },
    );
    agree([...updates].map(([, value]) => value));
  });

  it('end with the error of the reference where an index leaves its array', () => {
    const i = engine.input('i', 'int64', 1);
    const { outputs } = engine.scan((k) => ({ outputs: [subtensor(h0, [{ kind: 'integer', value: k! }])] }), {
      sequences: [sequence(i)],
      outputsInfo: [null],
    });
    engine.backend = 'wasm';
    const f = engine.compile([i, h0], outputs);
    const outside = fromValues('int64', [2], [0, 9]);
    expect(() => engine.call(f, outside, start)).toThrow('index 9 is out of bounds for axis 0 with size 7');
  });
});
