/** Runs that are cut into slices: by time, by memory, and by those who stop them. */
import { describe, expect, it } from 'vitest';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { reduction } from '../../../server/src/graph/ops/reductions.ts';
import { subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, mul, state } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

class Stop extends Error {}

const many = (rows: number, columns: number): NDArray =>
  fromValues(
    'float64',
    [rows, columns],
    Array.from({ length: rows * columns }, (_, i) => Math.sin(i)),
  );

/** A state of two taps, a sum over each row, and the rows themselves, of which the last is read. */
function outputsOf(engine: Engine, x: Variable): Variable[] {
  const first = engine.shared('h', many(2, 5));
  const half = engine.typed('float64', 0.5);
  const { outputs } = engine.scan(
    (row, before, last) => ({
      outputs: [
        add(mul(before!, half), elemwise('tanh', add(last!, reduction('sum', row!, { axis: null })))),
        reduction('max', row!, { axis: null }),
        elemwise('neg', row!),
      ],
    }),
    {
      sequences: [{ input: x, taps: [0], isRawArray: false }],
      outputsInfo: [state(first, [-2, -1]), null, null],
    },
  );
  return [
    outputs[0]!,
    outputs[1]!,
    subtensor(outputs[2]!, [{ kind: 'integer', value: engine.constant(-1) }]),
  ];
}

describe('slices', () => {
  it('of one step, where steps are slow, are the same as one', () => {
    let now = 0;
    const engine = new Engine('pytensor', {
      now: () => {
        now += 1000;
        return now;
      },
    });
    const x = engine.input('x', 'float64', 2);
    expectAgreement(engine, { inputs: [[x, many(100, 4)]], outputs: outputsOf(engine, x) });
  });

  it('take their rows from sequences that do not fit into memory at once', () => {
    const engine = new Engine('pytensor');
    const x = engine.input('x', 'float64', 2);
    const { outputs } = engine.scan((row) => ({ outputs: [reduction('max', row!, { axis: null })] }), {
      sequences: [{ input: x, taps: [0], isRawArray: false }],
      outputsInfo: [null],
    });
    expectAgreement(engine, { inputs: [[x, many(11, 50_000)]], outputs });
  });

  it('are where a run is stopped, and the state is what it was', () => {
    let left = Number.POSITIVE_INFINITY;
    const engine = new Engine('theano', {
      checkpoint: () => {
        left--;
        if (left <= 0) throw new Stop();
      },
    });
    engine.backend = 'wasm';
    const a = engine.shared('a', floats(1, 2, 3));
    const { updates } = engine.scan(() => ({ updates: [[a, add(a, engine.typed('float64', 1))]] }), {
      stepCount: engine.steps(100_000),
    });
    const f = engine.compile([], [], { form: 'none', updates: [...updates] });
    engine.call(f);
    expect([...a.value.elements()]).toEqual([100_001, 100_002, 100_003]);
    left = 8;
    expect(() => engine.call(f)).toThrow(Stop);
    expect([...a.value.elements()]).toEqual([100_001, 100_002, 100_003]);
    left = Number.POSITIVE_INFINITY;
    engine.call(f);
    expect([[...a.value.elements()], engine.notes.calls.map(({ backend }) => backend)]).toEqual([
      [200_001, 200_002, 200_003],
      ['wasm', 'wasm'],
    ]);
  });

  it('are not begun where there is not enough memory', () => {
    const engine = new Engine('theano', {
      allocate: (byteLength) => {
        if (byteLength > 1e6) throw new Stop();
      },
    });
    engine.backend = 'wasm';
    const x = engine.input('x', 'float64', 2);
    const f = engine.compile([x], outputsOf(engine, x));
    expect(() => engine.call(f, many(3, 100_000))).toThrow(Stop);
    engine.call(f, many(11, 10));
    expect(engine.notes.calls.map(({ backend }) => backend)).toEqual(['wasm']);
  });
});
