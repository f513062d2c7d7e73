/**
 * One run of a compiled scan: fills memory, runs slice after slice, fetches the rows. Only the rows of one slice are in memory at a time,
 * and between slices the run may be stopped.
 */

import { t } from '../../../base/l10n.ts';
import { byteSize, makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import type { Buffer } from '../../loopIr/ir.ts';
import { status } from '../../lower/builder.ts';
import { isOneElement, type RowType, rowBytes } from '../../lower/loop.ts';
import { laidOut } from '../../lower/memoryLayout.ts';
import { aligned } from '../../lower/planMemory.ts';
import type { LoweredOutput, LoweredState, PointerSlot } from '../../lower/scanFunction.ts';
import { elementCountOf } from '../../lower/values.ts';
import { UnexpectedResult } from './callOuts.ts';
import type { CompiledScan, ScanCall, ScanInstance, ScanOutcome } from './compiledScan.ts';
import { parted } from './inputLayout.ts';
import { type LinearMemory, sharedMemory } from './linearMemory.ts';
import { functionsOn } from './machineCode.ts';
import { RowCollector } from './rowCollector.ts';

/** Bytes of rows that are in memory at a time. */
const sliceBytes = 2 ** 20;
/** How long the code runs until somebody may stop it. */
const sliceMs = 10;
const firstSlice = 64;
const mostSteps = 2 ** 30;

const rareCase = (): string => t('an error or a rare case in the loop');

/** Unexpected results, and errors of ops outside, end the code: the reference knows where an error happens. */
function guarded(run: () => number): number {
  try {
    return run();
  } catch (error) {
    if (error instanceof UnexpectedResult || error instanceof EngineError) return status.bailedOut;
    throw error;
  }
}

/** Rows that come into memory slice by slice, or go out of it. */
interface Window {
  readonly row: RowType;
  readonly slot: PointerSlot;
  readonly address: number;
}

export class ScanExecution {
  readonly #compiled: CompiledScan;
  readonly #call: ScanCall;
  readonly #memory: LinearMemory = sharedMemory();
  readonly #streams: readonly (Window & { readonly elements: TypedArray })[];
  readonly #traces: ReadonlyMap<LoweredState | LoweredOutput, Window & { readonly rows: RowCollector }>;
  /** Steps whose rows are in memory at a time. */
  readonly #sliceLength: number;
  readonly #byteLength: number;
  /** Steps per call of the code. */
  #pace = firstSlice;

  constructor(compiled: CompiledScan, call: ScanCall) {
    this.#compiled = compiled;
    this.#call = call;
    const { streams, states, outputs } = compiled.lowered;
    const traced = [...states, ...outputs]
      .filter((one) => one !== null)
      .filter(({ trace }) => trace !== null);
    const stepBytes = [...streams, ...traced].reduce((sum, row) => sum + rowBytes(row), 0);
    const fitting = stepBytes === 0 ? mostSteps : Math.max(1, Math.floor(sliceBytes / stepBytes));
    this.#sliceLength = Math.min(call.stepCount, fitting);
    let next = compiled.byteLength;
    const windowOf = (row: RowType, slot: PointerSlot): Window => {
      const address = next;
      next = aligned(next + rowBytes(row) * this.#sliceLength);
      return { row, slot, address };
    };
    const arrays = parted(call.params, call.inputs).streams;
    this.#streams = streams.map((row, i) => ({ ...windowOf(row, row.slot), elements: arrays[i].elements() }));
    this.#traces = new Map(
      traced.map((row) => [row, { ...windowOf(row, row.trace!), rows: new RowCollector(row, call) }]),
    );
    this.#byteLength = next;
  }

  run(): ScanOutcome {
    this.#call.runner.host.allocate(this.#byteLength);
    if (!this.#memory.reserve(this.#byteLength)) return { reason: t('not enough memory') };
    const { run, prepare } = this.#instance();
    this.#upload();
    this.#compiled.callOuts.enter(this.#memory, this.#call.runner);
    if (prepare && guarded(prepare) === status.bailedOut) return { reason: rareCase() };
    let done = 0;
    for (let outcome: number = status.done; outcome === status.done && done < this.#call.stepCount; ) {
      const count = Math.min(this.#sliceLength, this.#call.stepCount - done);
      this.#fetchStreams(done, count);
      const made = this.#slice(run, { count, before: done });
      outcome = made.outcome;
      if (outcome === status.bailedOut) return { reason: rareCase() };
      for (const { rows, address } of this.#traces.values()) rows.take(this.#memory, address, made.count);
      done += made.count;
    }
    return { outputs: this.#results() };
  }

  /** The function on the memory of now. */
  #instance(): ScanInstance {
    const functions = functionsOn(this.#memory, this.#compiled.code);
    const run = functions['run'] as ScanInstance['run'];
    return { run, prepare: (functions['prepare'] ?? null) as ScanInstance['prepare'] };
  }

  /** Makes the steps whose rows are in memory, in pieces of some milliseconds. */
  #slice(
    run: ScanInstance['run'],
    { count, before }: { count: number; before: number },
  ): { outcome: number; count: number } {
    const { host } = this.#call.runner;
    let done = 0;
    let outcome: number = status.done;
    while (outcome === status.done && done < count) {
      host.checkpoint();
      const startedAt = host.now();
      const wanted = Math.min(this.#pace, count - done);
      outcome = guarded(() => run(wanted));
      const elapsedMs = host.now() - startedAt;
      if (elapsedMs < sliceMs / 2) this.#pace = Math.min(mostSteps, this.#pace * 2);
      else if (elapsedMs > sliceMs * 2) this.#pace = Math.max(1, this.#pace >> 1);
      if (outcome !== status.bailedOut) done += this.#readPointer(this.#compiled.lowered.done);
      host.progress?.(before + done, this.#call.stepCount);
    }
    return { outcome, count: done };
  }

  #readPointer({ buffer, offset }: PointerSlot): number {
    return this.#memory.window(intModel, buffer.address! + offset, 1)[0];
  }

  #writePointer({ buffer, offset }: PointerSlot, address: number): void {
    this.#memory.window(intModel, buffer.address! + offset, 1)[0] = address;
  }

  #put(address: number, elements: TypedArray): void {
    const window = this.#memory.window(elements, address, elements.length);
    (window as Float64Array).set(elements as Float64Array);
  }

  /** What the code reads before its first step. */
  #upload(): void {
    const { lowered } = this.#compiled;
    const { states, untraced, others } = parted(this.#call.params, this.#call.inputs);
    for (const { buffer, array } of lowered.data) this.#put(buffer.address!, laidOut(array));
    lowered.others.forEach((buffer, i) => {
      if (buffer) this.#put(buffer.address!, laidOut(others[i]));
    });
    [...states, ...untraced].forEach((initial, i) => {
      this.#uploadState(lowered.states[i], initial, {
        hasRows: this.#call.params.states[i]?.role === 'mitSot',
      });
    });
  }

  /** The first rows, newest first, and the pointers to them. */
  #uploadState(state: LoweredState, initial: NDArray, { hasRows }: { readonly hasRows: boolean }): void {
    const elements = initial.elements();
    const size = isOneElement(state) ? byteSize(state.dtype) : rowBytes(state);
    const length = elementCountOf(state);
    for (let i = 0; i < state.depth; i++) {
      const from = hasRows ? (state.depth - 1 - i) * length : 0;
      this.#put(state.rows.address! + i * size, elements.subarray(from, from + length));
    }
    state.pointers?.forEach((slot, i) => {
      this.#writePointer(slot, state.rows.address! + i * size);
    });
  }

  /** Brings rows into memory and leads all pointers to the first one. */
  #fetchStreams(from: number, count: number): void {
    for (const { row, slot, address, elements } of this.#streams) {
      const length = elementCountOf(row);
      this.#put(address, elements.subarray(from * length, (from + count) * length));
      this.#writePointer(slot, address);
    }
    for (const { slot, address } of this.#traces.values()) this.#writePointer(slot, address);
  }

  #results(): NDArray[] {
    const { lowered } = this.#compiled;
    const {
      states: { length },
    } = this.#call.params;
    const states = lowered.states.map((state, i) => (i < length ? this.#rowsOf(state) : this.#lastOf(state)));
    const outputs = lowered.outputs.map((output, i) =>
      output === null ? this.#emptyRows(i) : this.#rowsOf(output),
    );
    return [...states.slice(0, length), ...outputs, ...states.slice(length)];
  }

  /** All rows, or the last one as an array of one row. */
  #rowsOf(part: LoweredState | LoweredOutput): NDArray {
    const trace = this.#traces.get(part);
    if (trace) return trace.rows.finish();
    const last = this.#lastOf(part);
    return fromStorage(last.dtype, last.storage, [1, ...last.shape]);
  }

  #lastOf(part: LoweredState | LoweredOutput): NDArray {
    return this.#read(part, 'rows' in part ? this.#newestRow(part) : (part.last as Buffer).address!);
  }

  #newestRow({ rows, pointers }: LoweredState): number {
    return pointers ? this.#readPointer(pointers[0]) : rows.address!;
  }

  #read({ dtype, shape }: RowType, address: number): NDArray {
    const storage = makeStorage(dtype, elementCountOf({ shape }));
    const source = this.#memory.window(storage, address, storage.length);
    (storage as Float64Array).set(source as Float64Array);
    return fromStorage(dtype, storage, shape);
  }

  /** Nobody reads it. */
  #emptyRows(index: number): NDArray {
    const { inner, states } = this.#call.params;
    const { dtype, shape } = inner.outputs[states.length + index].type;
    const lengths = [0, ...shape.map(() => 0)];
    return fromStorage(dtype, makeStorage(dtype, 0), lengths);
  }
}

const intModel = new Int32Array(0);
