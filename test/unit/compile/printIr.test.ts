/** The loop of the first program of the README as text, so that people see what is generated: `a: a + 1`, ten times. */
import { describe, expect, it } from 'vitest';
import { printFunction } from '../../../server/src/compile/loopIr/printIr.ts';
import { lowerScan } from '../../../server/src/compile/lower/scanFunction.ts';
import type { ScanParams } from '../../../server/src/graph/scan/scanOp.ts';
import type { OpRunner } from '../../../server/src/graph/variable.ts';
import { add, Engine } from '../graph/engine.ts';

describe('the loop IR', () => {
  it('of a state that is updated in each step', () => {
    const engine = new Engine();
    const a = engine.shared('a', 1);
    const { updates } = engine.scan(() => ({ updates: [[a, add(a, engine.constant(1))]] }), {
      stepCount: engine.steps(10),
    });
    const scan = [...updates.values()][0]!.owner!.inputs[0]!.owner!;
    const runner: OpRunner = { host: engine.host, prepare: () => () => [] };
    const lowered = lowerScan(
      {
        params: scan.op.params as ScanParams,
        streams: [],
        states: [{ dtype: 'int64', shape: [] }],
        others: [],
        kept: [],
      },
      {
        runner,
        checkpoint: { kind: 'imported', name: 'checkpoint', params: [], result: null, body: () => undefined },
        makeCallOut: () => {
          throw new Error('nothing is computed outside');
        },
      },
    );
    expect(printFunction(lowered.entry)).toMatchInlineSnapshot(`
      "run(count: i32) → i32
        s2 = i64.load[rows1]
        step3 = 0
        while i32.lt_s(step3, count)
          e4 = i64.extend_i32_s(1)
          e5 = i64.add(s2, e4)
          next6 = e5
          s2 = next6
          step3 = i32.add(step3, 1)
        i64.store[rows1] = s2
        i32.store[control0] = step3
        return 0"
    `);
  });
});
