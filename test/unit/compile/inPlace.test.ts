/** States of which a step replaces parts: written where they lie if nothing else needs the old row, and right in any case. */
import { describe, expect, it } from 'vitest';
import { findInPlace } from '../../../server/src/compile/lower/inPlace.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { reduction } from '../../../server/src/graph/ops/reductions.ts';
import { incSubtensor, type SymbolicIndex, subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import { sortedApplies } from '../../../server/src/graph/traversal.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { fromValues } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, ints, mul, state } from '../graph/engine.ts';
import { expectAgreement } from './backends.ts';

const engine = new Engine('pytensor');
const at = (value: Variable): SymbolicIndex[] => [{ kind: 'integer', value }];
const slice = (start: Variable | null, stop: Variable | null): SymbolicIndex[] => [
  { kind: 'slice', start, stop, step: null },
];
const places = (value: Variable): SymbolicIndex[] => [{ kind: 'array', value }];
const number = (value: number): Variable => engine.constant(value);
const set = (row: Variable, index: SymbolicIndex[], value: Variable): Variable =>
  incSubtensor(row, value, { indices: index, mode: 'set' });
const inc = (row: Variable, index: SymbolicIndex[], value: Variable): Variable =>
  incSubtensor(row, value, { indices: index, mode: 'inc' });
const item = (row: Variable, index: Variable): Variable => subtensor(row, at(index));
const sum = (row: Variable): Variable => reduction('sum', row, { axis: null });
const toFloat = (k: Variable): Variable => elemwise('true_div', k, number(3));

/** A step from its number (1 to 5), the index of an element, and a row. */
type Step = (k: Variable, i: Variable, row: Variable) => Variable;

const inPlace: Readonly<Record<string, Step>> = {
  'a number is counted': (_, i, row) => inc(row, at(i), number(1)),
  'an element of the one before': (k, i, row) =>
    set(row, at(i), add(item(row, elemwise('sub', i, number(1))), toFloat(k))),
  'two elements change places': (k, i, row) => set(set(row, at(i), item(row, k)), at(k), item(row, i)),
  'a shifted part': (_k, _i, row) =>
    set(row, slice(number(1), null), subtensor(row, slice(null, number(-1)))),
  'a part made of another': (k, _, row) => {
    const part = subtensor(row, slice(number(2), number(5)));
    return inc(row, slice(null, number(3)), mul(part, toFloat(k)));
  },
  'several places': (k, _, row) => inc(row, places(arrayOf([0, 2, 2, -1])), toFloat(k)),
  'from the end': (k, i, row) => set(row, at(elemwise('neg', i)), toFloat(k)),
};

const copying: Readonly<Record<string, Step>> = {
  'its sum is an element': (_, i, row) => set(row, at(i), sum(row)),
  'a part whose length changes': (k, i, row) => set(row, at(i), sum(subtensor(row, slice(null, k)))),
  'parts of a sum': (_, i, row) => inc(add(row, row), at(i), number(1)),
  'itself as its value': (_k, _i, row) => inc(row, slice(null, null), row),
  'between the replacements': (k, i, row) => {
    const first = set(row, at(i), toFloat(k));
    return set(first, at(k), sum(first));
  },
};

const arrayOf = (values: readonly number[]): Variable => {
  const array = ints(...values);
  return engine.shared('places', array);
};

function run(step: Step, { keepsAll }: { readonly keepsAll: boolean }): { count: number } {
  const k = engine.input('k', 'int64', 1);
  const i = engine.input('i', 'int64', 1);
  const h = engine.input('h', 'float64', 1);
  let count = 0;
  const { outputs } = engine.scan(
    (number, index, row) => {
      const after = step(number!, index!, row!);
      const graph = { inputs: [number!, index!, row!], outputs: [after] };
      const rows = [{ state: 0, before: row!, after }];
      count = findInPlace(graph, sortedApplies([after], new Set(graph.inputs)), rows).states.size;
      return { outputs: [after] };
    },
    {
      sequences: [k, i].map((input) => ({ input, taps: [0], isRawArray: false })),
      outputsInfo: [state(h)],
    },
  );
  expectAgreement(engine, {
    inputs: [
      [k, ints(1, 2, 3, 4, 5)],
      [i, ints(3, 6, 1, 6, 2)],
      [h, floats(0.5, 1, 2, 4, 8, 16, 32)],
    ],
    outputs: keepsAll ? outputs : [subtensor(outputs[0]!, at(number(-1)))],
  });
  return { count };
}

describe('a state of which parts are replaced', () => {
  for (const [name, step] of Object.entries(inPlace)) {
    it(`is written where it lies: ${name}`, () => {
      expect(run(step, { keepsAll: false }).count).toBe(1);
    });
    it(`keeps all its rows: ${name}`, () => void run(step, { keepsAll: true }));
  }
  for (const [name, step] of Object.entries(copying)) {
    it(`is written anew: ${name}`, () => {
      expect(run(step, { keepsAll: false }).count).toBe(0);
    });
  }

  it('is read by another one before', () => {
    const i = engine.input('i', 'int64', 1);
    const [a0, b0] = ['a', 'b'].map((name) => engine.input(name, 'float64', 1));
    const { outputs } = engine.scan(
      (index, a, b) => {
        const one = set(a!, at(index!), item(b!, index!));
        return { outputs: [one, set(b!, at(index!), add(item(a!, index!), item(one, number(0))))] };
      },
      {
        sequences: [{ input: i!, taps: [0], isRawArray: false }],
        outputsInfo: [state(a0!), state(b0!)],
      },
    );
    expectAgreement(engine, {
      inputs: [
        [i!, ints(1, 0, 3, 1, 2)],
        [a0!, floats(1, 2, 3, 4)],
        [b0!, floats(10, 20, 30, 40)],
      ],
      outputs: outputs.map((output) => subtensor(output, at(number(-1)))),
    });
  });

  it('has rows of more axes', () => {
    const i = engine.input('i', 'int64', 1);
    const h = engine.input('h', 'float64', 2);
    const { outputs } = engine.scan(
      (index, table) => {
        const before = item(table!, elemwise('sub', index!, number(1)));
        return { outputs: [set(table!, at(index!), mul(before, add(before, number(1))))] };
      },
      { sequences: [{ input: i, taps: [0], isRawArray: false }], outputsInfo: [state(h)] },
    );
    expectAgreement(engine, {
      inputs: [
        [i, ints(1, 2, 3, 2)],
        [h, fromValues('float64', [4, 3], [1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
      ],
      outputs: [subtensor(outputs[0]!, at(number(-1)))],
    });
  });

  it('of an inner scan', () => {
    const h = engine.input('h', 'float64', 1);
    const x = engine.input('x', 'int64', 2);
    const sequence = (input: Variable) => ({ input, taps: [0], isRawArray: false });
    const { outputs } = engine.scan(
      (row) => {
        const inner = engine.scan(
          (index, counts) => ({ outputs: [inc(counts!, at(index!), item(counts!, number(0)))] }),
          { sequences: [sequence(row!)], outputsInfo: [state(h)] },
        );
        return { outputs: [subtensor(inner.outputs[0]!, at(number(-1)))] };
      },
      { sequences: [sequence(x)], outputsInfo: [null] },
    );
    expectAgreement(engine, {
      inputs: [
        [x, fromValues('int64', [2, 3], [0n, 1n, 1n, 2n, 0n, 2n] as never)],
        [h, floats(1, 2, 3)],
      ],
      outputs,
    });
  });
});
