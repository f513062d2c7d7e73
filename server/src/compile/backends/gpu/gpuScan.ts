/**
 * Scans on a device: lowers them for the shapes of a call, keeps what was lowered, and runs the steps in chunks. Nothing is written before
 * all is read back; whatever goes wrong leaves the call to another backend.
 */
import { t } from '../../../base/l10n.ts';
import { checkScan, type ScanParams } from '../../../graph/scan/scanOp.ts';
import { graphInputs } from '../../../graph/traversal.ts';
import { type Apply, Constant, type Variable } from '../../../graph/variable.ts';
import { isInteger } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import type { Kept } from '../../lower/kept.ts';
import { Unsupported } from '../../lower/unsupported.ts';
import { parted } from '../wasm/inputLayout.ts';
import { chunkCount, mostStepsOf } from './chunks.ts';
import { leastWasmMs, mayPay, paysOnDevice, usualWasmSpeed, type Work, wasmMs } from './costModel.ts';
import type { Gpu } from './gpu.ts';
import { type GpuCall, GpuExecution } from './gpuExecution.ts';
import { GpuFailure } from './gpuFailure.ts';
import { lowerScanToKernels, type ScanProgram, type ScanToProgram } from './scanProgram.ts';

/** So many sets of shapes are kept per scan. */
const mostLowered = 16;
/** So many numbers at most are known when the kernels are made. */
const fewNumbers = 8;

/** What came out, and on what; or why it did not. A reason of null says that there is nothing to tell. */
export type DeviceOutcome =
  | { readonly outputs: readonly NDArray[]; readonly ranOn: string }
  | { readonly reason: string | null };

export class GpuScan {
  readonly #apply: Apply;
  readonly #params: ScanParams;
  readonly #kept: readonly Kept[];
  readonly #lowered = new Map<string, ScanProgram | string>();

  constructor(apply: Apply, kept: readonly Kept[]) {
    this.#apply = apply;
    this.#params = apply.op.params as ScanParams;
    this.#kept = kept;
  }

  get loweredCount(): number {
    return this.#lowered.size;
  }

  /** Runs the scan, if the device can, and if it pays where that is asked. */
  run(call: GpuCall, gpu: Gpu, choice: 'always' | 'ifItPays'): DeviceOutcome {
    const { inputs, runner } = call;
    checkScan(this.#params, inputs, this.#apply);
    const stepCount = Number(inputs[0].at(0));
    if (stepCount === 0) return { reason: null };
    if (choice === 'ifItPays' && (gpu.isGivenUp || !mayPay(stepCount, elementCountOf(inputs))))
      return { reason: null };
    const lowered = this.#lower(call, gpu);
    if (typeof lowered === 'string') return { reason: choice === 'always' ? lowered : null };
    if (stepCount < lowered.states.length)
      return { reason: choice === 'always' ? t('fewer steps than states reach back') : null };
    if (choice === 'ifItPays' && !this.#pays(lowered, call, gpu)) return { reason: null };
    const device = gpu.open(() => runner.host.checkpoint());
    if (typeof device === 'string') return { reason: device };
    try {
      const outputs = new GpuExecution(lowered, call, this.#params).run(gpu);
      const { name } = device.adapter;
      const isNarrowed = outputs.some(({ dtype }) => dtype === 'float64');
      return { outputs, ranOn: isNarrowed ? t('{0} in float32', name) : name };
    } catch (error) {
      if (error instanceof Unsupported) return { reason: error.message };
      if (error instanceof GpuFailure) return { reason: gpu.fail(error) };
      throw error;
    }
  }

  #pays(scan: ScanProgram, call: GpuCall, gpu: Gpu): boolean {
    const work = this.#work(scan, call, gpu);
    if (wasmMs(work, usualWasmSpeed) < leastWasmMs) return false;
    const checkpoint = (): void => call.runner.host.checkpoint();
    const device = gpu.open(checkpoint);
    if (typeof device === 'string' || device.adapter.isSoftware) return false;
    const speeds = gpu.speeds(checkpoint);
    return speeds !== null && paysOnDevice(work, speeds);
  }

  #work({ program, work, rows }: ScanProgram, { inputs }: GpuCall, gpu: Gpu): Work {
    const stepCount = Number(inputs[0].at(0));
    const isNew = !gpu.hasProgram(program);
    const sum = (lengths: readonly number[]): number => lengths.reduce((a, b) => a + b, 0);
    const rowLength = sum(rows.map(({ shape }) => shape.reduce((a, b) => a * b, 1)));
    const most = mostStepsOf(program);
    const chunks = chunkCount(stepCount, { most, least: program.states.length });
    const stepLength = sum(program.streams) + rowLength;
    const stateLength = (1 + chunks) * sum(program.states);
    const inputLength = isNew ? sum(program.inputs) : 0;
    return {
      stepCount,
      chunkCount: chunks,
      calls: work,
      rowCount: stepCount * rows.length,
      bytes: 4 * (stepCount * stepLength + stateLength + inputLength),
      newKernels: isNew ? program.kernels.length : 0,
    };
  }

  #lower(call: GpuCall, gpu: Gpu): ScanProgram | string {
    const rules = { allowFloat32: gpu.wishes.allowFloat32 };
    const scan = this.#scanToProgram(call.inputs);
    const key = JSON.stringify([rules, scan.streams, scan.states, scan.untraced, scan.others.map(describe)]);
    const known = this.#lowered.get(key);
    if (known !== undefined) return known;
    const made = lowered(() => lowerScanToKernels(scan, rules, call.runner));
    if (this.#lowered.size >= mostLowered) this.#lowered.clear();
    this.#lowered.set(key, made);
    return made;
  }

  #scanToProgram(inputs: readonly NDArray[]): ScanToProgram {
    const { streams, states, untraced, others } = parted(this.#params, inputs);
    const rowOf = ({ dtype, shape }: NDArray) => ({ dtype, shape });
    return {
      params: this.#params,
      kept: this.#kept,
      streams: streams.map(({ dtype, shape }) => ({ dtype, shape: shape.slice(1) })),
      states: states.map(({ dtype, shape }, i) => ({
        dtype,
        shape: this.#params.states[i].role === 'mitSot' ? shape.slice(1) : shape,
      })),
      untraced: untraced.map(rowOf),
      others: others.map((array, i) => ({ ...rowOf(array), known: this.#isKnown(array, i) ? array : null })),
    };
  }

  /** Few numbers that are part of the program, or decide about shapes and places. */
  #isKnown({ dtype, size }: NDArray, other: number): boolean {
    const { sequenceCount, states, untracedCount } = this.#params;
    const variable = this.#apply.inputs[1 + sequenceCount + states.length + untracedCount + other];
    return size <= fewNumbers && (isInteger(dtype) || isFixed(variable));
  }
}

/** True for what is made of constants alone. */
const isFixed = (variable: Variable): boolean =>
  graphInputs([variable]).every((input) => input instanceof Constant);

const elementCountOf = (arrays: readonly NDArray[]): number =>
  arrays.reduce((sum, { size }) => sum + size, 0);

const describe = ({ dtype, shape, known }: ScanToProgram['others'][number]): unknown[] => [
  dtype,
  shape,
  known ? known.elements().join() : null,
];

function lowered(lower: () => ScanProgram): ScanProgram | string {
  try {
    return lower();
  } catch (error) {
    if (error instanceof Unsupported) return error.message;
    throw error;
  }
}
