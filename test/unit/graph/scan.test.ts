import { describe, expect, it } from 'vitest';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { printVariable } from '../../../server/src/graph/printVariable.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { add, Engine, floats, int, ints, mul, state } from './engine.ts';

describe('outputs and updates', () => {
  it('gives the values before each update, and stores only what it is told to', () => {
    const engine = new Engine();
    const a = engine.shared('a', 1);
    const { outputs, updates } = engine.scan(
      () => ({ outputs: [a], updates: [[a, add(a, engine.constant(1))]] }),
      {
        stepCount: engine.steps(10),
      },
    );
    const look = engine.compile([], outputs);
    const move = engine.compile([], outputs, { updates: [...updates] });
    expect(engine.call(look)).toEqual(['[ 1  2  3  4  5  6  7  8  9 10]']);
    expect(a.value.item()).toBe(1n);
    expect(engine.call(move)).toEqual(['[ 1  2  3  4  5  6  7  8  9 10]']);
    expect(a.value.item()).toBe(11n);
    expect(engine.notes.calls.map((call) => call.stateChanges.length)).toEqual([0, 1]);
  });

  it('updates all variables of a step at once', () => {
    const engine = new Engine();
    const [x, y] = [engine.shared('x', 0), engine.shared('y', 0)];
    const { updates } = engine.scan(
      () => ({
        updates: [
          [x, add(x, engine.constant(1))],
          [y, x],
        ],
      }),
      {
        stepCount: engine.steps(11),
      },
    );
    engine.call(engine.compile([], [], { form: 'none', updates: [...updates] }));
    expect([x.value.item(), y.value.item()]).toEqual([11n, 10n]);
  });

  it('lets the value after the loop be an expression', () => {
    const engine = new Engine();
    const a = engine.shared('a', 1);
    const { updates } = engine.scan(() => ({ updates: [[a, add(a, engine.constant(1))]] }), {
      stepCount: engine.steps(10),
    });
    const after = updates.get(a)!;
    const f = engine.compile([], [add(a, engine.constant(1)), add(after, engine.constant(1))], {
      updates: [...updates],
    });
    expect([engine.call(f), engine.call(f)]).toEqual([
      ['2', '12'],
      ['12', '22'],
    ]);
    expect(printVariable(after)).toBe('Subtensor{int64}.0');
  });

  it('takes default updates over as the library does', () => {
    for (const [library, expected] of [
      ['theano', ['s']],
      ['pytensor', []],
    ] as const) {
      const engine = new Engine(library);
      const s = engine.shared('s', 1);
      s.defaultUpdate = add(s, engine.constant(1));
      const { updates } = engine.scan(() => ({ outputs: [mul(s, s)] }), { stepCount: engine.steps(3) });
      expect([...updates.keys()].map((one) => one.name)).toEqual(expected);
    }
  });

  it('moves the default update of a variable made inside into the updates', () => {
    const engine = new Engine('pytensor');
    const { updates } = engine.scan(
      () => {
        const inside = engine.shared('inside', 1);
        inside.defaultUpdate = add(inside, inside);
        return { outputs: [inside] };
      },
      { stepCount: engine.steps(3) },
    );
    const [made] = [...updates.keys()];
    expect([made?.name, made?.defaultUpdate]).toEqual(['inside', null]);
  });
});

describe('taps', () => {
  const sum = (...args: Variable[]): { outputs: Variable[] } => ({ outputs: [args.reduce(add)] });

  it.each([
    [[-2, -1], [1, 1], 5, '[ 2.  3.  5.  8. 13.]'],
    [[-1, -2], [1, 1], 5, '[ 2.  3.  5.  8. 13.]'],
  ])('of a state: %j from %j', (taps, initial, count, expected) => {
    const engine = new Engine();
    const start = engine.shared('start', floats(...initial));
    const { outputs } = engine.scan(sum, {
      outputsInfo: [state(start, taps)],
      stepCount: engine.steps(count),
    });
    expect(engine.run(outputs[0]!)).toBe(expected);
  });

  it('give the rows before, oldest tap by its number', () => {
    const engine = new Engine();
    const start = engine.shared('start', floats(1, 2));
    const step = (past: Variable): { outputs: Variable[] } => ({
      outputs: [mul(past, engine.typed('float64', 10))],
    });
    const { outputs } = engine.scan(step, { outputsInfo: [state(start, [-2])], stepCount: engine.steps(4) });
    expect(engine.run(outputs[0]!)).toBe('[ 10.  20. 100. 200.]');
  });

  it.each([
    [[-1], false, ['[1. 2. 3.]']],
    [[1], false, ['[2. 3. 4.]']],
    [[-2], false, ['[1. 2.]']],
    [[-1, 0], false, ['[1. 2. 3.]', '[2. 3. 4.]']],
    [[0], true, ['[4. 3. 2. 1.]']],
  ])('of a sequence: %j, backwards %s', (taps, goesBackwards, expected) => {
    const engine = new Engine();
    const x = engine.input('x', 'float64', 1);
    const { outputs } = engine.scan((...rows) => ({ outputs: rows }), {
      sequences: [{ input: x, taps, isRawArray: false }],
      goesBackwards,
    });
    expect(engine.call(engine.compile([x], outputs), floats(1, 2, 3, 4))).toEqual(expected);
  });

  it.each([
    [[-1, -1], 'All the taps must be different in  `outputs_info`'],
    [[0], 'All the tap values must be smaller than 0.'],
  ])('are checked: %j', (taps, message) => {
    const engine = new Engine();
    const start = engine.shared('start', floats(1, 2));
    const attempt = (): unknown =>
      engine.scan(sum, { outputsInfo: [state(start, taps)], stepCount: engine.steps(2) });
    expect(attempt).toThrow(message);
  });
});

describe('length', () => {
  const double =
    (engine: Engine) =>
    (past: Variable): { outputs: Variable[] } => ({
      outputs: [mul(past, engine.typed('int64', 2))],
    });

  it('ends with the step whose condition holds', () => {
    const engine = new Engine();
    const step = (past: Variable): { outputs: Variable[]; condition: Variable } => {
      const next = mul(past, engine.typed('int64', 2));
      return { outputs: [next], condition: elemwise('gt', next, engine.constant(40)) };
    };
    const { outputs } = engine.scan(step, {
      outputsInfo: [state(engine.typed('int64', 1))],
      stepCount: engine.steps(1000),
    });
    expect(engine.run(outputs[0]!)).toBe('[ 2  4  8 16 32 64]');
  });

  it.each([
    ['theano', "We didn't implemented yet the case where scan do 0 iteration"],
    ['aesara', '[]'],
    ['pytensor', '[]'],
  ] as const)('zero in %s', (library, expected) => {
    const engine = new Engine(library);
    const n = engine.input('n', 'int64');
    const { outputs } = engine.scan(double(engine), {
      outputsInfo: [state(engine.typed('int64', 1))],
      stepCount: { variable: n, literal: null, isPythonFloat: false },
    });
    const run = (): string => engine.call(engine.compile([n], outputs), int(0))[0]!;
    if (library === 'theano') expect(run).toThrow(expected);
    else expect(run()).toBe(expected);
  });

  it('one as a literal builds no loop and ignores the direction', () => {
    const engine = new Engine();
    const x = engine.input('x', 'float64', 1);
    const { outputs, isSingleStep } = engine.scan((row) => ({ outputs: [row!] }), {
      sequences: [{ input: x, taps: [0], isRawArray: false }],
      stepCount: engine.steps(1),
      goesBackwards: true,
    });
    expect(isSingleStep).toBe(true);
    expect(engine.call(engine.compile([x], outputs), floats(1, 2, 3))).toEqual(['[1.]']);
  });

  it('more than a sequence has is refused in the words of the library', () => {
    for (const [library, message] of [
      ['theano', 'Sequence is shorter then the required number of steps'],
      ['pytensor', "Sequence 0 has shape (2,) but the Scan's required number of steps is 5"],
    ] as const) {
      const engine = new Engine(library);
      const x = engine.input('x', 'float64', 1);
      const { outputs } = engine.scan((row) => ({ outputs: [row!] }), {
        sequences: [{ input: x, taps: [0], isRawArray: false }],
        stepCount: engine.steps(5),
      });
      expect(() => engine.call(engine.compile([x], outputs), floats(1, 2))).toThrow(message);
    }
  });

  it('has to come from somewhere', () => {
    const engine = new Engine();
    expect(() => engine.scan(() => ({}))).toThrow('No information about the number of steps provided.');
  });
});

describe('states', () => {
  it('keep their element type', () => {
    for (const [library, name] of [
      ['theano', 'IncSubtensor{Set;:int64:}.0'],
      ['pytensor', 'SetSubtensor{:stop}.0'],
    ] as const) {
      const engine = new Engine(library);
      const x = engine.input('x', 'float64', 1);
      const attempt = (): unknown =>
        engine.scan((row, total) => ({ outputs: [add(row!, total!)] }), {
          sequences: [{ input: x, taps: [0], isRawArray: false }],
          outputsInfo: [state(engine.constant(0))],
        });
      expect(attempt).toThrow(
        `The initial state (\`outputs_info\` in scan nomenclature) of variable ${name} (argument number 1) has dtype int8, while the result of the inner function (\`fn\`) has dtype float64.`,
      );
    }
  });

  it('are as many as the outputs', () => {
    const engine = new Engine();
    const one = engine.typed('float64', 1);
    const attempt = (): unknown =>
      engine.scan((past) => ({ outputs: [past!, past!] }), {
        outputsInfo: [state(one)],
        stepCount: engine.steps(2),
      });
    expect(attempt).toThrow(
      'Please provide None as outputs_info for any output that does not feed back into scan',
    );
  });

  it('do not change their shape', () => {
    const engine = new Engine();
    const x = engine.input('x', 'float64', 1);
    const { outputs } = engine.scan((past) => ({ outputs: [add(past!, engine.shared('y', floats(1, 2)))] }), {
      outputsInfo: [state(x)],
      stepCount: engine.steps(2),
    });
    expect(() => engine.call(engine.compile([x], outputs), floats(1, 2, 3))).toThrow(
      'operands could not be broadcast together with shapes (3,) (2,)',
    );
  });
});

describe('what the step reads', () => {
  it('is computed once outside when it does not change', () => {
    const engine = new Engine();
    const x = engine.input('x', 'int64');
    const square = elemwise('sqr', x);
    const { outputs } = engine.scan((row) => ({ outputs: [add(row!, square)] }), {
      sequences: [{ input: engine.shared('s', ints(1, 2, 3)), taps: [0], isRawArray: false }],
    });
    const inner = (outputs[0]!.owner!.op.params as { inner: { outputs: Variable[] } }).inner.outputs[0]!;
    expect(inner.owner!.inputs.every((input) => input.owner === null)).toBe(true);
    expect(engine.call(engine.compile([x], outputs), int(10))).toEqual(['[101 102 103]']);
  });

  it('must be handed in when only updates use it', () => {
    const engine = new Engine('pytensor');
    const [s, k] = [engine.shared('s', 1), engine.input('k', 'int64')];
    const attempt = (): unknown =>
      engine.scan(() => ({ outputs: [s], updates: [[s, add(s, k)]] }), { stepCount: engine.steps(2) });
    expect(attempt).toThrow('NominalGraph is missing an input: k');
  });

  it('must be listed when strict', () => {
    const engine = new Engine();
    const s = engine.shared('s', 1);
    const attempt = (): unknown =>
      engine.scan(() => ({ outputs: [mul(s, s)] }), { stepCount: engine.steps(2), isStrict: true });
    expect(attempt).toThrow('ScanOp is missing an input: s');
  });

  it('may be another scan', () => {
    const engine = new Engine();
    const a = engine.shared('a', 1);
    const outer = engine.scan(
      () => {
        const inner = engine.scan(() => ({ updates: [[a, add(a, engine.constant(1))]] }), {
          stepCount: engine.steps(3),
        });
        return { updates: [...inner.updates] };
      },
      { stepCount: engine.steps(4) },
    );
    engine.call(engine.compile([], [], { form: 'none', updates: [...outer.updates] }));
    expect(a.value.item()).toBe(13n);
  });
});
