import { describe, expect, it } from 'vitest';
import { dimShuffle } from '../../../server/src/graph/ops/dimShuffle.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { reduction } from '../../../server/src/graph/ops/reductions.ts';
import { softmax } from '../../../server/src/graph/ops/softmax.ts';
import { subtensor } from '../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { add, Engine, floats, mul } from '../graph/engine.ts';
import { expectAgreement, runOn } from './backends.ts';

const matrix = (rows: number, columns: number): NDArray =>
  fromValues(
    'float64',
    [rows, columns],
    Array.from({ length: rows * columns }, (_, i) => Math.sin(i) * 3),
  );

describe('ops on large arrays outside of scans', () => {
  const engine = new Engine('pytensor');
  const [x, y] = [engine.input('x', 'float64', 2), engine.input('y', 'float64', 2)];
  const large: [Variable, NDArray][] = [
    [x, matrix(130, 131)],
    [y, matrix(131, 130)],
  ];

  it('are computed together, around what has to stay between them', () => {
    const turned = dimShuffle(y, [1, 0]);
    const first = elemwise('tanh', add(mul(x, x), turned));
    const row = subtensor(first, [{ kind: 'integer', value: engine.constant(3) }]);
    const outputs = [
      reduction('sum', first, { axis: [0] }),
      softmax(mul(turned, first), [1]),
      elemwise('exp', add(row, row)),
    ];
    expectAgreement(engine, { inputs: large, outputs });
  });

  it('are left to the reference where they are small', () => {
    const outputs = [elemwise('exp', x)];
    const inputs: [Variable, NDArray][] = [[x, matrix(2, 2)]];
    runOn(engine, 'wasm', { inputs, outputs });
    expect(engine.notes.calls.at(-1)?.backend).toBe('reference');
  });

  it('raise what the reference raises first', () => {
    const lengths = add(engine.input('a', 'float64', 1), engine.input('b', 'float64', 1));
    const [a, b] = lengths.owner!.inputs;
    const inputs: [Variable, NDArray][] = [...large, [a!, floats(1, 2)], [b!, floats(1, 2, 3)]];
    const outputs = [elemwise('exp', x), lengths];
    const messages = (['reference', 'wasm'] as const).map((backend) => {
      try {
        return runOn(engine, backend, { inputs, outputs }).length;
      } catch (error) {
        return String(error);
      }
    });
    expect(messages[1]).toBe(messages[0]);
    expect(messages[0]).toContain('Error');
  });
});
