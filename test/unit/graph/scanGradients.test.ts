import { describe, expect, it } from 'vitest';
import { grad, usualGrad } from '../../../server/src/graph/gradient/grad.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { matrixProduct, reduction } from '../../../server/src/graph/ops/reductions.ts';
import { rowAt } from '../../../server/src/graph/scan/rows.ts';
import type { SequenceArgument } from '../../../server/src/graph/scan/scanArguments.ts';
import { SharedVariable, type Variable } from '../../../server/src/graph/variable.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, mul, state } from './engine.ts';
import { type Differentiable, expectGradient } from './finiteDifferences.ts';

const sequence = (input: Variable, taps: readonly number[] = [0]): SequenceArgument => ({
  input,
  taps,
  isRawArray: false,
});
const matrix = (rows: number, ...values: number[]): NDArray =>
  fromValues('float64', [rows, values.length / rows], values);
const number = (value: number): NDArray => fromValues('float64', [], [value]);
const tanh = (x: Variable): Variable => elemwise('tanh', x);
const sum = (x: Variable): Variable => reduction('sum', x, { axis: null });

const line = floats(0.4, -0.6, 0.9, 0.2);
const weights = matrix(2, 0.3, -0.5, 0.8, 0.1);
const rows = matrix(3, 0.5, -0.2, 0.7, 0.1, -0.4, 0.6);

const cases: Readonly<Record<string, Differentiable>> = {
  'a map over a sequence': {
    inputs: [line],
    build: (engine, x) =>
      engine.scan((e) => ({ outputs: [elemwise('sqr', e!)] }), { sequences: [sequence(x!)] }).outputs[0]!,
  },
  'a state, a sequence and what all steps read': {
    inputs: [line, number(0.3), number(0.7)],
    build: (engine, x, h0, w) =>
      engine.scan((e, h, v) => ({ outputs: [tanh(add(mul(v!, h!), e!))] }), {
        sequences: [sequence(x!)],
        outputsInfo: [state(h0!)],
        nonSequences: [w!],
      }).outputs[0]!,
  },
  'a recurrent network with its weights in a closure': {
    inputs: [rows, floats(0.1, -0.3), weights],
    build: (engine, x, h0, w) =>
      engine.scan((e, h) => ({ outputs: [tanh(add(matrixProduct(h!, w!), e!))] }), {
        sequences: [sequence(x!)],
        outputsInfo: [state(h0!)],
      }).outputs[0]!,
  },
  'only the last row': {
    inputs: [line, number(0.3)],
    build: (engine, x, h0) =>
      rowAt(
        engine.scan((e, h) => ({ outputs: [mul(e!, h!)] }), {
          sequences: [sequence(x!)],
          outputsInfo: [state(h0!)],
        }).outputs[0]!,
        -1,
      ),
  },
  'two states that read each other': {
    inputs: [line, number(0.3), number(-0.2)],
    build: (engine, x, a0, b0) => {
      const { outputs } = engine.scan((e, a, b) => ({ outputs: [add(mul(a!, b!), e!), tanh(add(a!, b!))] }), {
        sequences: [sequence(x!)],
        outputsInfo: [state(a0!), state(b0!)],
      });
      return mul(outputs[0]!, outputs[1]!);
    },
  },
  'an output that is made of a state': {
    inputs: [line, number(0.3)],
    build: (engine, x, h0) => {
      const { outputs } = engine.scan(
        (e, h) => {
          const next = tanh(add(e!, h!));
          return { outputs: [next, elemwise('sqr', next)] };
        },
        { sequences: [sequence(x!)], outputsInfo: [state(h0!), null] },
      );
      return add(outputs[0]!, outputs[1]!);
    },
  },
  'two taps of a state': {
    inputs: [floats(0.5, 0.8), number(0.6)],
    build: (engine, initial, w) =>
      engine.scan((a, b, v) => ({ outputs: [tanh(add(mul(v!, a!), b!))] }), {
        outputsInfo: [state(initial!, [-2, -1])],
        nonSequences: [w!],
        stepCount: engine.steps(5),
      }).outputs[0]!,
  },
  'far taps only': {
    inputs: [floats(0.5, 0.8, -0.4)],
    build: (engine, initial) =>
      engine.scan((a, b) => ({ outputs: [elemwise('sin', add(a!, elemwise('sqr', b!)))] }), {
        outputsInfo: [state(initial!, [-3, -2])],
        stepCount: engine.steps(4),
      }).outputs[0]!,
  },
  'taps of a sequence': {
    inputs: [line],
    build: (engine, x) =>
      engine.scan((a, b, c) => ({ outputs: [mul(mul(a!, b!), c!)] }), {
        sequences: [sequence(x!, [-1, 0, 1])],
      }).outputs[0]!,
  },
  backwards: {
    inputs: [line, number(0.3)],
    build: (engine, x, h0) =>
      engine.scan((e, h) => ({ outputs: [tanh(mul(e!, h!))] }), {
        sequences: [sequence(x!)],
        outputsInfo: [state(h0!)],
        goesBackwards: true,
      }).outputs[0]!,
  },
  'fewer steps than elements': {
    inputs: [line],
    build: (engine, x) =>
      engine.scan((e) => ({ outputs: [elemwise('exp', e!)] }), {
        sequences: [sequence(x!)],
        stepCount: engine.steps(2),
      }).outputs[0]!,
  },
  'a map that stops by a condition': {
    inputs: [floats(0.5, 0.6, 0.9, 0.8, 0.4)],
    build: (engine, x) =>
      engine.scan(
        (e) => ({
          outputs: [elemwise('sqr', e!)],
          condition: elemwise('gt', e!, engine.typed('float64', 0.85)),
        }),
        { sequences: [sequence(x!)] },
      ).outputs[0]!,
  },
  'a loop in a loop': {
    inputs: [rows, number(0.4)],
    build: (engine, x, w) =>
      engine.scan(
        (row, v) => ({
          outputs: [
            engine.scan((e, h, u) => ({ outputs: [tanh(add(mul(u!, h!), e!))] }), {
              sequences: [sequence(row!)],
              outputsInfo: [state(engine.typed('float64', 0))],
              nonSequences: [v!],
            }).outputs[0]!,
          ],
        }),
        { sequences: [sequence(x!)], nonSequences: [w!] },
      ).outputs[0]!,
  },
  'a number of steps that is an input of the graph': {
    inputs: [line, number(0.5)],
    build: (engine, x, h0) => {
      const count = elemwise(
        'sub',
        elemwise('add', engine.constant(4), engine.constant(0)),
        engine.constant(1),
      );
      return engine.scan((e, h) => ({ outputs: [mul(add(e!, h!), h!)] }), {
        sequences: [sequence(x!)],
        outputsInfo: [state(h0!)],
        stepCount: { variable: count, literal: null, isPythonFloat: false },
      }).outputs[0]!;
    },
  },
  'a gradient inside the step': {
    inputs: [line],
    build: (engine, x) =>
      engine.scan(
        (e) => {
          const cost = elemwise('pow', e!, engine.constant(3));
          return { outputs: [gradientOf(engine, cost, e!)] };
        },
        { sequences: [sequence(x!)] },
      ).outputs[0]!,
  },
};

const gradientOf = (engine: Engine, cost: Variable, wrt: Variable): Variable =>
  grad(engine.context, { ...usualGrad, cost, wrt: [wrt] })[0] as Variable;

describe('gradients through scan', () => {
  it.each(Object.entries(cases))('%s', (_, given) => {
    expectGradient(given);
  });

  it.each(Object.entries(cases))('Theano: %s', (_, given) => {
    expectGradient({ ...given, library: 'theano', checksTwice: false });
  });

  it.each(Object.entries(cases))('Aesara: %s', (_, given) => {
    expectGradient({ ...given, library: 'aesara' });
  });

  it('reaches the first value of a shared variable that the loop changes', () => {
    const engine = new Engine();
    const scale = new SharedVariable(engine.context, number(2), { name: 'scale' });
    const x = engine.input('x', 'float64', 1);
    const { outputs, updates } = engine.scan(
      (e) => ({ outputs: [mul(e!, scale)], updates: [[scale, mul(scale, scale)]] }),
      { sequences: [sequence(x)] },
    );
    const cost = add(sum(outputs[0]!), updates.get(scale)!);
    const f = engine.compile([x], [gradientOf(engine, cost, scale), gradientOf(engine, cost, x)]);
    // x0 s + x1 s² + x2 s⁴ + s⁸ at s = 2
    expect(engine.call(f, floats(1, 2, 3))).toEqual([`${1 + 8 + 96 + 1024}.0`, '[ 2.  4. 16.]']);
  });

  it('follows only the last steps where it is told to', () => {
    const engine = new Engine();
    const [x, w] = [engine.input('x', 'float64', 1), engine.input('w')];
    const { outputs } = engine.scan((e, h, v) => ({ outputs: [add(mul(v!, h!), e!)] }), {
      sequences: [sequence(x)],
      outputsInfo: [state(engine.typed('float64', 0))],
      nonSequences: [w],
      truncateGradient: 2,
    });
    const last = rowAt(outputs[0]!, -1);
    const f = engine.compile([x, w], [gradientOf(engine, last, x), gradientOf(engine, last, w)]);
    expect(engine.call(f, floats(1, 2, 3, 4), number(2))).toEqual(['[0. 0. 2. 1.]', '19.0']);
  });

  it('looks at later rows of a loop that stopped and has a state, as the libraries do', () => {
    const engine = new Engine();
    const [x, h0] = [engine.input('x', 'float64', 1), engine.input('h0')];
    const { outputs } = engine.scan(
      (e, h) => {
        const next = add(mul(e!, e!), h!);
        return { outputs: [next], condition: elemwise('gt', next, engine.typed('float64', 0.9)) };
      },
      { sequences: [sequence(x)], outputsInfo: [state(h0)] },
    );
    const cost = sum(outputs[0]!);
    const f = engine.compile([x, h0], [gradientOf(engine, cost, x), gradientOf(engine, cost, h0)]);
    // Theano 1.0.5; mathematically it is [3, 2.4, 1.4, 0, 0].
    expect(engine.call(f, floats(0.5, 0.6, 0.7, 0.8, 0.9), number(0.2))).toEqual([
      '[0.  3.6 2.8 1.6 0. ]',
      '3.0',
    ]);
    expect(() => engine.call(f, floats(0.1, 0.2, 0.3), number(0.2))).toThrow(
      'negative dimensions are not allowed',
    );
  });

  it('is refused for what the cost does not depend on', () => {
    const engine = new Engine();
    const [x, y] = [engine.input('x', 'float64', 1), engine.input('y')];
    const { outputs } = engine.scan((e) => ({ outputs: [mul(e!, e!)] }), {
      sequences: [sequence(x)],
      nonSequences: [y],
    });
    expect(() => gradientOf(engine, sum(outputs[0]!), y)).toThrow('not part of the computational graph');
  });
});
