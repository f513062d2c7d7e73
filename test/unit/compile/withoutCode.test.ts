/** Steps with ops that have no code, results whose shapes change, and index arrays: the rest of the step stays compiled. */
import { describe, it } from 'vitest';
import {
  diagonal,
  filledDiagonal,
  lowerTriangle,
  onDiagonal,
} from '../../../server/src/graph/ops/diagonals.ts';
import { castTo, elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { range } from '../../../server/src/graph/ops/math.ts';
import { matrixFunction } from '../../../server/src/graph/ops/matrixFunction.ts';
import { unraveled } from '../../../server/src/graph/ops/multiIndex.ts';
import { ifElse, nonzeroPlaces, rolled } from '../../../server/src/graph/ops/rearranging.ts';
import { reduction } from '../../../server/src/graph/ops/reductions.ts';
import { alloc, join } from '../../../server/src/graph/ops/shapes.ts';
import { argsortEntry, ordered, sortEntry } from '../../../server/src/graph/ops/sorting.ts';
import { repeatedByCounts } from '../../../server/src/graph/ops/splitting.ts';
import { incSubtensor, subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { Constant } from '../../../server/src/graph/variable.ts';
import { fromValues, int64Vector, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, ints, mul, state } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

const engine = new Engine('pytensor');
const matrix = fromValues('float64', [3, 3], [4, 1, 0.5, 1, 3, -0.25, 0.5, -0.25, 2]);

interface Given {
  /** Counts the steps from 1. */
  readonly t: Variable;
  readonly h: Variable;
}

/** A scan of four steps whose state becomes what `step` gives. */
function agrees(step: (given: Given) => Variable, initial: NDArray): void {
  const t = engine.input('t', 'int64', 1);
  const h0 = engine.input('h', initial.dtype, initial.ndim);
  const { outputs } = engine.scan((k, h) => ({ outputs: [castTo(step({ t: k!, h: h! }), initial.dtype)] }), {
    sequences: [{ input: t, taps: [0], isRawArray: false }],
    outputsInfo: [state(h0)],
  });
  expectAgreement(engine, {
    inputs: [
      [t, ints(1, 2, 3, 4)],
      [h0, initial],
    ],
    outputs,
  });
}

const sum = (x: Variable): Variable => reduction('sum', x, { axis: null });
const until = (stop: Variable) => [{ kind: 'slice', start: null, stop, step: null }] as const;
const from = (start: Variable) => [{ kind: 'slice', start, stop: null, step: null }] as const;

describe('results of known shapes', () => {
  const cases: Readonly<Record<string, (given: Given) => Variable>> = {
    inverse: ({ h }) => matrixFunction('inverse', [h])[0]!,
    determinant: ({ h }) => mul(h, elemwise('tanh', matrixFunction('determinant', [h])[0]!)),
    qr: ({ h }) => matrixFunction('qr', [h], { full: false, kind: 'reduced' })[0]!,
    sort: ({ h }) => ordered(sortEntry, h, { algorithm: 'quicksort', axis: engine.constant(-1) }),
    argsort: ({ h }) => ordered(argsortEntry, h, { algorithm: 'quicksort', axis: engine.constant(0) }),
    diagonal: ({ h }) => add(h, diagonal(h)),
    'diagonal above': ({ h }) => add(h, sum(diagonal(h, 1))),
    'matrix of a diagonal': ({ h }) => add(h, onDiagonal(diagonal(h), 0)),
    'filled diagonal': ({ h, t }) => filledDiagonal(h, castTo(t, 'float64'), null),
    'lower triangle': ({ h }) => lowerTriangle(h),
    repeat: ({ h }) =>
      subtensor(
        repeatedByCounts(h, new Constant(engine.context, int64Vector([2])), 0),
        until(engine.constant(3)),
      ),
    unravelIndex: ({ h, t }) =>
      add(h, unraveled(t, new Constant(engine.context, int64Vector([3, 3])), { ndim: 2, order: 'C' })[1]!),
    ifElse: ({ h, t }) => ifElse(elemwise('gt', t, engine.constant(2)), elemwise('neg', h), add(h, h)),
    'ifElse of elements': ({ h, t }) =>
      add(h, ifElse(elemwise('gt', t, engine.constant(2)), t, elemwise('neg', t))),
  };
  for (const [name, step] of Object.entries(cases)) it(name, () => agrees(step, matrix));
});

describe('results whose shapes change from step to step', () => {
  const cases: Readonly<Record<string, (given: Given) => Variable>> = {
    'a sum of the first elements': ({ h, t }) => add(h, sum(subtensor(h, until(t)))),
    'the two parts joined again': ({ h, t }) =>
      join(
        [elemwise('neg', subtensor(h, until(t))), mul(subtensor(h, from(t)), engine.typed('float64', 3))],
        0,
      ),
    'a part replaced': ({ h, t }) =>
      incSubtensor(h, elemwise('exp', elemwise('neg', subtensor(h, until(t)))), {
        indices: until(t),
        mode: 'set',
      }),
    'elements that are not zero': ({ h }) => add(h, castTo(sum(nonzeroPlaces(h)[0]!), 'float64')),
    'a range': ({ h, t }) =>
      add(
        h,
        castTo(
          sum(range({ start: engine.constant(0), stop: t, step: engine.constant(1) }, 'int64')),
          'float64',
        ),
      ),
    'ones in a number that changes': ({ h, t }) => add(h, sum(alloc(engine.typed('float64', 1), [t]))),
    'a shift that changes': ({ h, t }) => rolled(h, t, 0),
    'rows of an inner loop': ({ h, t }) => {
      const { outputs } = engine.scan((s) => ({ outputs: [mul(s!, engine.typed('float64', 1.5))] }), {
        outputsInfo: [state(sum(h))],
        stepCount: { variable: t, literal: null, isPythonFloat: false },
      });
      return add(h, reduction('max', outputs[0]!, { axis: null }));
    },
  };
  for (const [name, step] of Object.entries(cases)) it(name, () => agrees(step, floats(1, 2, -3, 0, 0.5)));
});

describe('index arrays', () => {
  const array = (...values: number[]) =>
    ({ kind: 'array', value: new Constant(engine.context, int64Vector(values)) }) as const;
  const all = { kind: 'slice', start: null, stop: null, step: null } as const;
  /** Indices that change: t, 0 and 1 modulo 3. */
  const moving = (t: Variable) =>
    ({ kind: 'array', value: elemwise('mod', add(array(0, 2, 0).value, t), engine.constant(3)) }) as const;
  const square = () =>
    ({
      kind: 'array',
      value: new Constant(engine.context, fromValues('int64', [2, 2], [0, 1, 2, 0])),
    }) as const;
  const cases: Readonly<Record<string, (given: Given) => Variable>> = {
    'on two axes': ({ h, t }) => add(h, subtensor(h, [array(0, 1, 2), moving(t)])),
    'on the second axis': ({ h, t }) => subtensor(h, [all, moving(t)]),
    'of two axes': ({ h }) => add(h, sum(subtensor(h, [square()]))),
    'beside an index': ({ h, t }) =>
      add(h, subtensor(h, [{ kind: 'integer', value: engine.constant(1) }, moving(t)])),
    'that replace on two axes': ({ h, t }) =>
      incSubtensor(h, castTo(t, 'float64'), { indices: [array(0, 1, 1), moving(t)], mode: 'set' }),
    'that replace columns, the last one wins': ({ h, t }) =>
      incSubtensor(h, mul(h, engine.typed('float64', 2)), { indices: [all, moving(t)], mode: 'set' }),
    'that add to columns, each time': ({ h, t }) =>
      incSubtensor(h, elemwise('neg', h), { indices: [all, moving(t)], mode: 'inc' }),
    'that add rows in the shape of their arrays': ({ h }) =>
      incSubtensor(h, subtensor(h, [square()]), { indices: [square()], mode: 'inc' }),
  };
  for (const [name, step] of Object.entries(cases)) it(name, () => agrees(step, matrix));
});
