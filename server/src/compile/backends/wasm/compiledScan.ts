/** What a compiled scan is, what it is called with, and what comes out. */
import type { ScanParams } from '../../../graph/scan/scanOp.ts';
import type { OpRunner } from '../../../graph/variable.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import type { LoweredScan } from '../../lower/scanFunction.ts';
import type { CallOuts } from './callOuts.ts';
import type { MachineCode } from './machineCode.ts';

/** The functions of a module on a memory; see {@link LoweredScan}. */
export interface ScanInstance {
  readonly run: (count: number) => number;
  readonly prepare: (() => number) | null;
}

/** A scan that was lowered for certain shapes. */
export interface CompiledScan {
  readonly lowered: LoweredScan;
  readonly code: MachineCode;
  readonly callOuts: CallOuts;
  /** Where everything ends whose size does not depend on the number of steps. */
  readonly byteLength: number;
}

/** The outcome of a call: rows, or the reason why the reference has to compute them; null where there was nothing to compute. */
export type ScanOutcome = { readonly outputs: readonly NDArray[] } | { readonly reason: string | null };

/** One call. */
export interface ScanCall {
  readonly params: ScanParams;
  readonly inputs: readonly NDArray[];
  readonly stepCount: number;
  readonly runner: OpRunner;
}
