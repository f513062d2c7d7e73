import { describe, expect, it } from 'vitest';
import { int64Constant } from '../../../server/src/graph/constants.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { alloc } from '../../../server/src/graph/ops/shapes.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { add, Engine, floats, int, mul, state } from '../graph/engine.ts';

class Stop extends Error {}

describe('the reference backend', () => {
  it('says that it ran', () => {
    const engine = new Engine();
    engine.call(engine.compile([], [engine.constant(1)]));
    expect(engine.notes.calls.map((call) => [call.backend, call.fallbacks])).toEqual([['reference', []]]);
  });

  it('asks at every step whether to go on, and stops in the middle of a scan', () => {
    let left = 50;
    const engine = new Engine('theano', {
      checkpoint: () => {
        left--;
        if (left === 0) throw new Stop();
      },
    });
    engine.backend = 'reference';
    const s = engine.shared('s', 0);
    const { updates } = engine.scan(() => ({ updates: [[s, add(s, engine.constant(1))]] }), {
      stepCount: engine.steps(1e9),
    });
    const f = engine.compile([], [], { form: 'none', updates: [...updates] });
    expect(() => engine.call(f)).toThrow(Stop);
    expect([s.value.item(), engine.notes.calls.length]).toEqual([0n, 0]);
  });

  it('asks for memory before it makes an array', () => {
    const engine = new Engine('theano', {
      allocate: (byteLength) => {
        if (byteLength > 1e6) throw new Stop();
      },
    });
    const size = int64Constant(engine.context, 1e12);
    expect(() => engine.run(alloc(engine.typed('float64', 1), [size]))).toThrow(Stop);
  });

  it('keeps what a scan gives in memory by rows, not by doubled copies of a state', () => {
    const engine = new Engine();
    const start = engine.shared('w', floats(...new Array(1000).fill(1)));
    const { updates } = engine.scan(() => ({ updates: [[start, elemwise('neg', start)]] }), {
      stepCount: engine.steps(100),
    });
    engine.call(engine.compile([], [], { form: 'none', updates: [...updates] }));
    expect(engine.notes.bytes).toBeLessThan(100 * 1000 * 8 * 2);
  });

  it('runs graphs deeper than the stack', () => {
    const engine = new Engine();
    const x = engine.input('x', 'int64');
    let deep: Variable = x;
    for (let i = 0; i < 20_000; i++) deep = add(deep, x);
    expect(engine.call(engine.compile([x], [deep]), int(1))).toEqual(['20001']);
  });

  it('leaves its inputs as they are', () => {
    const engine = new Engine();
    const x = engine.input('x', 'float64', 1);
    const { outputs } = engine.scan((past) => ({ outputs: [mul(past!, past!)] }), {
      outputsInfo: [state(x)],
      stepCount: engine.steps(3),
    });
    const given = floats(2, 3);
    engine.call(engine.compile([x], outputs), given);
    expect([...given.elements()]).toEqual([2, 3]);
  });
});
