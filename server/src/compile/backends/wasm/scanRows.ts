/** One scan by itself, with every row of its outputs: for those who look into a run that is over. */
import type { RunHost } from '../../../graph/runHost.ts';
import type { ScanParams } from '../../../graph/scan/scanOp.ts';
import type { Apply, InnerGraph } from '../../../graph/variable.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { evaluateOp, type Program } from '../reference/program.ts';
import { createRunner } from '../reference/referencePlan.ts';
import { WasmScan } from './wasmScan.ts';

/** Runs a scan on the values of its inputs. */
export type RunScan = (inputs: readonly NDArray[], host: RunHost) => readonly NDArray[];

/** It is compiled once, as far as shapes stay; what has no machine code runs on the reference. */
export function scanRows(scan: Apply): RunScan {
  const { states, nitSotCount } = scan.op.params as ScanParams;
  const code = new WasmScan(scan, new Array<'all'>(states.length + nitSotCount).fill('all'));
  const programs = new Map<InnerGraph, Program>();
  return (inputs, host) => {
    const runner = createRunner(host, programs);
    const outcome = code.run(inputs, runner);
    return 'outputs' in outcome ? outcome.outputs : evaluateOp(scan, inputs, runner);
  };
}
