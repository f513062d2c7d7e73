import { describe, expect, it } from 'vitest';
import type { LibraryName } from '../../../server/src/graph/dialects.ts';
import { castTo, elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { printVariable } from '../../../server/src/graph/printVariable.ts';
import { printType } from '../../../server/src/graph/tensorType.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { fromValues, scalar } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, int, ints, mul } from './engine.ts';

describe('function', () => {
  it('computes everything from the old values, then stores', () => {
    const engine = new Engine();
    const [p, q] = [engine.shared('p', ints(1, 2)), engine.shared('q', ints(10, 20))];
    const swap = engine.compile([], [p, q], {
      updates: [
        [p, q],
        [q, p],
      ],
    });
    expect(engine.call(swap)).toEqual(['[1 2]', '[10 20]']);
    expect(engine.call(swap)).toEqual(['[10 20]', '[1 2]']);
    expect(engine.notes.calls[0]!.sharedBefore.map((array) => Number(array.at(0)))).toEqual([1, 10]);
  });

  it('hands out arrays of its own', () => {
    const engine = new Engine();
    const s = engine.shared('s', floats(1, 2));
    const [first, second] = engine.results(engine.compile([], [s, s]));
    first!.storage[0] = 9;
    expect([s.value.at(0), second!.at(0)]).toEqual([1, 1]);
  });

  it('replaces by givens, in outputs and updates, but not in the replacement itself', () => {
    const engine = new Engine();
    const scale = engine.shared('scale', 2);
    const f = engine.compile([], [add(scale, engine.constant(0))], {
      givens: [[scale, mul(scale, engine.typed('int64', 3))]],
      updates: [[scale, add(scale, engine.constant(1))]],
    });
    expect(engine.call(f)).toEqual(['6']);
    expect(scale.value.item()).toBe(7n);
  });

  it('applies default updates of what it reads, unless told otherwise', () => {
    const engine = new Engine('aesara');
    const s = engine.shared('s', 0);
    s.defaultUpdate = add(s, engine.constant(1));
    engine.call(engine.compile([], [mul(s, s)]));
    engine.call(engine.compile([], [mul(s, s)], { noDefaultUpdates: 'all' }));
    engine.call(engine.compile([], [mul(s, s)], { noDefaultUpdates: [s] }));
    engine.call(engine.compile([], [mul(s, s)], { updates: [[s, add(s, engine.constant(10))]] }));
    expect(s.value.item()).toBe(11n);
  });
});

describe('refusals', () => {
  const messageOf = (body: (engine: Engine) => unknown, library: LibraryName = 'theano'): string => {
    try {
      body(new Engine(library));
    } catch (error) {
      return String((error as Error).message);
    }
    return 'nothing was refused';
  };

  it.each<[string, LibraryName, (engine: Engine) => unknown, string]>([
    [
      'another type as update',
      'theano',
      (engine) => {
        const s = engine.shared('s', 1);
        engine.compile([], [], { updates: [[s, add(s, engine.typed('float64', 1))]] });
      },
      'An update must have the same type as the original shared variable (shared_var=s, shared_var.type=TensorType(int64, scalar), update_val=Elemwise{add,no_inplace}.0, update_val.type=TensorType(float64, scalar)).',
    ],
    [
      'another type as update in PyTensor',
      'pytensor',
      (engine) => {
        const s = engine.shared('s', 1);
        engine.compile([], [], { updates: [[s, castTo(s, 'float32')]] });
      },
      'An update must have the same type as the original shared variable (shared_var=s, shared_var.type=Scalar(int64, shape=()), update_val=Cast{float32}.0, update_val.type=Scalar(float32, shape=())).',
    ],
    [
      'an input as target of an update',
      'theano',
      (engine) => {
        const x = engine.input('x');
        engine.compile([x], [x], { updates: [[x, x]] });
      },
      'update target must be a SharedVariable',
    ],
    [
      'two updates of one variable',
      'theano',
      (engine) => {
        const s = engine.shared('s', 1);
        engine.compile([], [], {
          updates: [
            [s, s],
            [s, s],
          ],
        });
      },
      'this shared variable already has an update expression',
    ],
    [
      'an input that is not used',
      'pytensor',
      (engine) => {
        const [x, v] = [engine.input('x'), engine.input('v')];
        engine.compile([x, v], [x]);
      },
      'the provided input variable at index 1 is not part of the computational graph needed to compute the outputs: v.',
    ],
    [
      'an input that is missing',
      'aesara',
      (engine) => engine.compile([], [add(engine.input('x', 'int64'), engine.shared('k', 1))]),
      'Input 0 (x) of the graph (indices start from 0), used to compute Elemwise{add,no_inplace}(x, k), was not provided and not given a value.',
    ],
    [
      'a shared variable as input',
      'theano',
      (engine) => {
        const s = engine.shared('s', 1);
        engine.compile([s], [s]);
      },
      'Cannot use a shared variable (s) as explicit input.',
    ],
    [
      'an input twice',
      'pytensor',
      (engine) => {
        const x = engine.input('x');
        engine.compile([x, x], [x]);
      },
      'Variable x is used twice in inputs to pytensor.function, at indices 0 and 1. Please do not duplicate variables',
    ],
  ])('%s', (_, library, body, expected) => {
    expect(messageOf(body, library)).toContain(expected);
  });

  it.each([
    [
      'float64 into float32',
      'float32',
      1,
      floats(1),
      'TensorType(float32, vector) cannot store a value of dtype float64 without risking loss of precision.',
    ],
    [
      'a vector into a scalar',
      'float64',
      0,
      floats(1),
      'Wrong number of dimensions: expected 0, got 1 with shape (1,).',
    ],
  ] as const)('%s as argument, reported as a call', (...row) => {
    const [, dtype, ndim, value, expected] = row;
    const engine = new Engine();
    const x = engine.input('x', dtype, ndim);
    const f = engine.compile([x], [x]);
    expect(() => engine.call(f, value)).toThrow(
      `Bad input argument to theano function with name "test.py:1" at index 0 (0-based).  \n${expected}`,
    );
    expect(engine.notes.calls.map((call) => call.error?.type)).toEqual(['TypeError']);
  });

  it('too few and too many arguments', () => {
    const engine = new Engine('pytensor');
    const x = engine.input('x', 'int64');
    const f = engine.compile([x], [x]);
    expect(() => engine.call(f)).toThrow('Missing input: x');
    expect(() => engine.call(f, int(1), int(2))).toThrow('Too many parameter passed to pytensor function');
  });
});

describe('element types', () => {
  it.each([
    ['add', 'int8', 'int16', 'int16'],
    ['add', 'int32', 'float32', 'float64'],
    ['true_div', 'int64', 'int64', 'float64'],
    ['true_div', 'int8', 'float32', 'float32'],
    ['int_div', 'int32', 'int8', 'int32'],
    ['pow', 'uint8', 'int8', 'int16'],
    ['gt', 'int8', 'float64', 'bool'],
    ['maximum', 'bool', 'int8', 'int8'],
  ] as const)('%s of %s and %s is %s', (name, a, b, expected) => {
    const engine = new Engine();
    expect(elemwise(name, engine.input('a', a), engine.input('b', b)).dtype).toBe(expected);
  });

  it.each([
    [0, 'int', 'int8'],
    [128, 'int', 'int16'],
    [40000, 'int', 'int32'],
    [2 ** 31, 'int', 'int64'],
    [0, 'float', 'float32'],
    [0.5, 'float', 'float32'],
    [0.1, 'float', 'float64'],
  ] as const)('the constant %d (%s) is %s', (value, kind, expected) => {
    expect(new Engine().constant(value, kind).dtype).toBe(expected);
  });

  it('follow floatX', () => {
    const engine = new Engine();
    engine.context.floatX = 'float32';
    const i = engine.input('i', 'int64');
    expect([engine.constant(0.1).dtype, elemwise('true_div', i, i).dtype]).toEqual(['float32', 'float32']);
  });

  it('do not let a length of 1 repeat that the type does not know', () => {
    const engine = new Engine();
    const [v, w] = [engine.input('v', 'float64', 1), engine.input('w', 'float64', 1)];
    const f = engine.compile([v, w], [add(v, w)]);
    expect(() => engine.call(f, floats(1, 2), floats(1))).toThrow('Dimension mismatch; shapes are (2), (1)');
  });
});

describe('text', () => {
  const shown = (library: LibraryName): string[] => {
    const engine = new Engine(library);
    const m = engine.input('m', 'float64', 2);
    const row: Variable = engine.shared('r', fromValues('float64', [1, 2], [1, 2]));
    return [
      printType(engine.context.dialect, m.type),
      printType(engine.context.dialect, { dtype: 'int64', shape: [] }),
      printType(engine.context.dialect, { dtype: 'float32', shape: [1, null] }),
      printVariable(m),
      printVariable(add(m, row)),
      printVariable(engine.constant(2)),
      printVariable(engine.input(null as never, 'float64', 1)),
    ];
  };

  it.each([
    [
      'theano',
      [
        'TensorType(float64, matrix)',
        'TensorType(int64, scalar)',
        'TensorType(float32, row)',
        'm',
        'Elemwise{add,no_inplace}.0',
        'TensorConstant{2}',
        '<TensorType(float64, vector)>',
      ],
    ],
    [
      'aesara',
      [
        'TensorType(float64, (?, ?))',
        'TensorType(int64, ())',
        'TensorType(float32, (1, ?))',
        'm',
        'Elemwise{add,no_inplace}.0',
        'TensorConstant{2}',
        '<TensorType(float64, (?,))>',
      ],
    ],
    [
      'pytensor',
      [
        'Matrix(float64, shape=(?, ?))',
        'Scalar(int64, shape=())',
        'Matrix(float32, shape=(1, ?))',
        'm',
        'Add.0',
        '2',
        '<Vector(float64, shape=(?,))>',
      ],
    ],
  ] as const)('in %s', (library, expected) => {
    expect(shown(library)).toEqual(expected);
  });
});

it('cuts values like C', () => {
  const engine = new Engine();
  const x = engine.input('x', 'float64');
  expect(engine.call(engine.compile([x], [castTo(x, 'int8')]), scalar('float64', 300.9))).toEqual(['44']);
});
