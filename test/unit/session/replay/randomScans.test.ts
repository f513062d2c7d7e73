/** Replays of random scans: each iteration is, bit by bit, the one of the reference's run, in pieces as in one go. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateOp } from '../../../../server/src/compile/backends/reference/program.ts';
import {
  createRunner,
  referenceValues,
} from '../../../../server/src/compile/backends/reference/referencePlan.ts';
import type { FunctionGraph } from '../../../../server/src/graph/functionGraph.ts';
import { type ScanParams, scanEntry } from '../../../../server/src/graph/scan/scanOp.ts';
import { sortedApplies } from '../../../../server/src/graph/traversal.ts';
import type { Apply } from '../../../../server/src/graph/variable.ts';
import { ByteCache } from '../../../../server/src/session/replay/byteCache.ts';
import { rowAt } from '../../../../server/src/session/replay/rowViews.ts';
import { type Piece, ScanTrace, scanCode } from '../../../../server/src/session/replay/scanTrace.ts';
import { EngineError } from '../../../../server/src/tensor/engineError.ts';
import type { NDArray } from '../../../../server/src/tensor/ndarray.ts';
import { type RandomProgram, randomProgram } from '../../compile/random/randomScans.ts';

/** The dtype, the shape and every element, with the signs of zeros. */
const exact = (array: NDArray): unknown[] => [
  array.dtype,
  [...array.shape],
  Array.from(array.elements() as ArrayLike<unknown>, (x) => (Object.is(x, -0) ? '-0' : String(x))),
];

/** The scans of a program with the values of their inputs, as the reference computes them; none where it raises. */
function scansWithInputs({
  engine,
  inputs,
  all,
}: RandomProgram): { scan: Apply; given: readonly NDArray[] }[] {
  const variables = inputs.map(([variable]) => variable);
  const compiled = engine.compile(variables, all, { onUnusedInput: 'ignore' });
  const { graph } = compiled;
  const values = [...inputs.map(([, value]) => value), ...graph.shared.map(({ value }) => value)];
  const stops = new Set([...graph.inputs, ...graph.shared]);
  return sortedApplies(graph.outputs, stops)
    .filter(({ op }) => op.entry === scanEntry)
    .map((scan) => {
      const toInputs: FunctionGraph = { ...graph, outputs: scan.inputs };
      return { scan, given: referenceValues(toInputs)(values, engine.host) };
    });
}

/** Compares every iteration with the rows of the scan as the reference gives them. */
function comparesEqual(
  scan: Apply,
  given: readonly NDArray[],
  { engine }: RandomProgram,
  pieceBytes: number,
): void {
  const { host } = engine;
  const { states, nitSotCount, untracedCount } = scan.op.params as ScanParams;
  const wanted = evaluateOp(scan, given, createRunner(host, new Map()));
  const pieces = new ByteCache<Piece>(pieceBytes * 2);
  const trace = new ScanTrace(scanCode(scan), { inputs: given, pieces, mayRaise: false, host, pieceBytes });
  const { stepCount } = trace.end(host);
  const rowCount = states.length + nitSotCount;
  for (const rows of wanted.slice(0, rowCount)) expect(stepCount).toBe(rows.shape[0]);
  expect(trace.argumentsAt(stepCount, host)).toBeNull();
  for (let step = stepCount - 1; step >= 0; step--) {
    const results = trace.resultsAt(step, host)!;
    const piece = trace.piece(step, host)!;
    for (let i = 0; i < rowCount; i++) {
      const row = exact(rowAt(wanted[i]!, step));
      expect(exact(rowAt(trace.outputRows(i, piece)!, step - piece.from))).toEqual(row);
      expect(exact(results[i]!)).toEqual(row);
    }
    if (step < stepCount - 1) continue;
    const last = results.slice(rowCount, rowCount + untracedCount).map(exact);
    expect(last).toEqual(wanted.slice(rowCount).map(exact));
  }
}

function replays({ rarePercent, seed }: { rarePercent: number; seed: number }): void {
  const choices = fc.record({
    seed: fc.nat(1_000_000),
    size: fc.integer({ min: 2, max: 12 }),
    pieceBytes: fc.constantFrom(1, 64, 2 ** 20),
  });
  let count = 0;
  fc.assert(
    fc.property(choices, ({ seed, size, pieceBytes }) => {
      const program = randomProgram({ seed, size, rarePercent });
      if (program === null) return;
      try {
        for (const { scan, given } of scansWithInputs(program)) {
          comparesEqual(scan, given, program, pieceBytes);
          count++;
        }
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
      }
    }),
    { numRuns: 60, seed },
  );
  expect(count).toBeGreaterThan(30);
}

describe('every iteration of random scans', () => {
  it('made of what is usual', () => replays({ rarePercent: 10, seed: 1 }));
  it('made of what is rare', () => replays({ rarePercent: 60, seed: 2 }));
});
