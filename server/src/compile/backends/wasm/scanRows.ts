/** One scan by itself: for those who look into a run that is over. */
import type { RunHost } from '../../../graph/runHost.ts';
import type { ScanParams } from '../../../graph/scan/scanOp.ts';
import type { Apply, InnerGraph } from '../../../graph/variable.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import type { Kept } from '../../lower/kept.ts';
import { evaluateOp, type Program } from '../reference/program.ts';
import { createRunner } from '../reference/referencePlan.ts';
import { WasmScan } from './wasmScan.ts';

/** Runs a scan on the values of its inputs. */
export type RunScan = (inputs: readonly NDArray[], host: RunHost) => readonly NDArray[];

/** With every row. */
export function scanRows(scan: Apply): RunScan {
  const { states, nitSotCount } = scan.op.params as ScanParams;
  return runScan(scan, new Array<Kept>(states.length + nitSotCount).fill('all'));
}

/** With what a loop needs to go on: all rows of states with several taps, of others at least the last one. */
export function scanStates(scan: Apply): RunScan {
  const { states, nitSotCount } = scan.op.params as ScanParams;
  const kept = states.map(({ role }): Kept => (role === 'sitSot' ? 'last' : 'all'));
  return runScan(scan, [...kept, ...new Array<Kept>(nitSotCount).fill('none')]);
}

/** It is compiled once, as far as shapes stay; what has no machine code runs on the reference. */
function runScan(scan: Apply, kept: readonly Kept[]): RunScan {
  const code = new WasmScan(scan, kept);
  const programs = new Map<InnerGraph, Program>();
  return (inputs, host) => {
    const runner = createRunner(host, programs);
    const outcome = code.run(inputs, runner);
    return 'outputs' in outcome ? outcome.outputs : evaluateOp(scan, inputs, runner);
  };
}
