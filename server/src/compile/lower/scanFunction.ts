/**
 * A whole scan as one function that makes some steps and comes back: `run(count)`. Between calls the states lie in memory, so that a run
 * can be watched and stopped between them, rows can be fetched, and a scan of any length needs room for one slice only.
 */

import { assert } from '../../base/assert.ts';
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { byteSize } from '../../tensor/dtype.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { Shape } from '../../tensor/shape.ts';
import {
  addressOf,
  type Buffer,
  type Expression,
  giveBack,
  type ImportedFunction,
  type IrFunction,
  i32,
  Local,
  load,
  op,
  type Statement,
  set,
  store,
} from '../loopIr/ir.ts';
import { Builder, status } from './builder.ts';
import { fill } from './elementLoops.ts';
import { type CodeDType, heldAs, loadElement, storeElement } from './elementTypes.ts';
import type { Kept } from './kept.ts';
import {
  depthOf,
  emitLoop,
  isOneElement,
  type LoopOutput,
  type LoopState,
  type RowType,
  rowBytes,
  type Stream,
} from './loop.ts';
import { constantPool } from './math/constantPool.ts';
import { rules } from './rules/rules.ts';
import { constantValue, type Surroundings } from './surroundings.ts';
import { type BufferValue, reachOf, rowMajor, type Value } from './values.ts';

/** What is known of an input when a scan is lowered. */
export interface InputLayout {
  readonly dtype: CodeDType;
  readonly shape: Shape;
  /** In bytes. */
  readonly strides: readonly number[];
  /** The value itself where it decides about a shape. */
  readonly value: NDArray | null;
}

/** A place of a pointer in memory. */
export interface PointerSlot {
  readonly buffer: Buffer;
  readonly offset: number;
}

export interface LoweredStream extends RowType {
  readonly slot: PointerSlot;
}

export interface LoweredState extends RowType {
  /** How many rows the taps reach back. */
  readonly depth: number;
  /** The rows of the last steps, newest first. */
  readonly rows: Buffer;
  /** Where the rows of the slice go, where all are kept. */
  readonly trace: PointerSlot | null;
  /** Where pointers to the rows are, newest first, then to a free one; null where rows are copied back. */
  readonly pointers: readonly PointerSlot[] | null;
}

export interface LoweredOutput extends RowType {
  readonly trace: PointerSlot | null;
  readonly last: Buffer | null;
}

/** A scan as code, with all that has to be known to run it. */
export interface LoweredScan {
  readonly entry: IrFunction;
  /** Computes once what is the same in every step; null where there is no such thing. */
  readonly prepare: IrFunction | null;
  readonly buffers: readonly Buffer[];
  readonly data: readonly { readonly buffer: Buffer; readonly array: NDArray }[];
  readonly callOuts: readonly ImportedFunction[];
  readonly streams: readonly LoweredStream[];
  readonly states: readonly LoweredState[];
  readonly outputs: readonly (LoweredOutput | null)[];
  /** Where the other inputs have to lie; null where the code knows them. */
  readonly others: readonly (Buffer | null)[];
  /** Where the number of steps that were made is left. */
  readonly done: PointerSlot;
}

export interface ScanToLower {
  readonly params: ScanParams;
  readonly streams: readonly RowType[];
  /** States, then untraced ones. */
  readonly states: readonly RowType[];
  readonly others: readonly InputLayout[];
  readonly kept: readonly Kept[];
}

/** What the backend gives. */
type Means = Pick<Surroundings, 'runner' | 'makeCallOut' | 'checkpoint'>;

/** Lowers a scan for inputs of these shapes. Throws `Unsupported` or `NeedsValue`. */
export function lowerScan(scan: ScanToLower, means: Means): LoweredScan {
  return new ScanFunction(scan, means).lower();
}

const pointerBytes = 4;

/** How something lives between two calls of the function. */
interface Resident {
  load(): void;
  save(): void;
}

class ScanFunction {
  readonly #scan: ScanToLower;
  readonly #builder = new Builder();
  readonly #surroundings: Surroundings;
  readonly #control: Buffer;
  #slotCount = 0;

  constructor(scan: ScanToLower, means: Means) {
    this.#scan = scan;
    this.#builder.checkpoint = means.checkpoint;
    const packed = new Map();
    this.#surroundings = { builder: this.#builder, rules, data: [], callOuts: [], packed, ...means };
    this.#control = this.#builder.buffer('control', mostSlots(scan) * pointerBytes);
  }

  lower(): LoweredScan {
    const builder = this.#builder;
    const { params, kept } = this.#scan;
    const count = new Local('i32', 'count');
    const done = this.#slot();
    const others = this.#scan.others.map((layout, i) => this.#other(layout, i));
    const streams = this.#scan.streams.map((row) => this.#stream(row));
    const states = this.#scan.states.map((row, i) =>
      this.#state(row, {
        taps: params.states[i]?.taps ?? [-1],
        isTraced: i < params.states.length && kept[i] === 'all',
      }),
    );
    const traces: PointerSlot[] = [];
    let outputs: (LoweredOutput | null)[] = [];
    let prepare: IrFunction | null = null;
    const body = builder.within(() => {
      for (const { load } of [...others, ...streams, ...states]) load();
      const emitted = emitLoop(this.#surroundings, {
        params,
        stepCount: count,
        streams: streams.map(({ stream }) => stream),
        states: states.map(({ state }) => state),
        outputs: kept.slice(params.states.length),
        others: others.map(({ value }) => value),
        placeInvariants: (emit) => {
          prepare = this.#prepare(others, emit);
        },
        placeRows: (output) => {
          traces[output] = this.#slot();
          return loadPointer(traces[output]);
        },
      });
      for (const { save } of [...streams, ...states]) save();
      outputs = emitted.outputs.map((output, i) => output && this.#output(output, traces[i] ?? null));
      const ended = emitted.running
        ? op('select', i32(status.done), i32(status.stopped), emitted.running)
        : i32(status.done);
      builder.emit(storePointer(done, emitted.done), giveBack(ended));
    });
    return {
      entry: { kind: 'function', name: 'run', params: [count], result: 'i32', body, tables: [constantPool] },
      prepare,
      buffers: builder.buffers,
      data: this.#surroundings.data,
      callOuts: this.#surroundings.callOuts,
      streams: streams.map(({ stream, slot }) => ({ dtype: stream.dtype, shape: stream.shape, slot })),
      states: states.map(({ lowered }) => lowered),
      outputs,
      others: others.map(({ buffer }) => buffer),
      done,
    };
  }

  /** The invariant part as a function of its own; what it leaves in locals is kept in memory and read where the steps begin. */
  #prepare(others: readonly Resident[], emit: () => readonly Value[]): IrFunction {
    const builder = this.#builder;
    let kept: Local[] = [];
    const places = new Map<Local, Buffer>();
    const body = builder.within(() => {
      for (const { load } of others) load();
      const held = emit().map((value) =>
        value.kind === 'scalar' ? value.expression : value.kind === 'buffer' ? value.base : null,
      );
      kept = [...new Set(held.filter((expression) => expression?.kind === 'local'))];
      for (const local of kept) {
        const place = builder.buffer('kept', 8);
        places.set(local, place);
        builder.emit(store(`${local.type}.store`, local, { address: addressOf(place) }));
      }
      builder.emit(giveBack(i32(status.done)));
    });
    for (const local of kept) {
      const address = addressOf(places.get(local)!);
      builder.emit(set(local, load(`${local.type}.load`, address)));
    }
    return { kind: 'function', name: 'prepare', params: [], result: 'i32', body, tables: [constantPool] };
  }

  #slot(): PointerSlot {
    return { buffer: this.#control, offset: pointerBytes * this.#slotCount++ };
  }

  /** An input that is the same in every step. */
  #other(layout: InputLayout, input: number): Resident & { value: Value; buffer: Buffer | null } {
    const { dtype, shape, strides } = layout;
    const nothing = { load: () => undefined, save: () => undefined };
    if (layout.value)
      return { ...nothing, value: constantValue(this.#surroundings, layout.value), buffer: null };
    const buffer = this.#builder.buffer('in', reachOf(layout));
    if (!isOneElement(layout)) {
      const value: Value = { kind: 'buffer', dtype, shape, base: addressOf(buffer), strides, input };
      return { ...nothing, value, buffer };
    }
    const local = this.#builder.local(heldAs(dtype), 'in');
    return {
      ...nothing,
      load: () => this.#builder.emit(set(local, loadElement(dtype, addressOf(buffer)))),
      value: { kind: 'scalar', dtype, shape, expression: local, input },
      buffer,
    };
  }

  #stream(row: RowType): Resident & { stream: Stream; slot: PointerSlot } {
    const pointer = this.#builder.local('i32', 'row');
    const slot = this.#slot();
    const stream: Stream = {
      ...row,
      pointer,
      rowStride: rowBytes(row),
      strides: rowMajor(row.dtype, row.shape),
    };
    return { stream, slot, ...this.#pointer(pointer, slot) };
  }

  /** A pointer that is kept from call to call. */
  #pointer(pointer: Local, slot: PointerSlot): Resident {
    return {
      load: () => this.#builder.emit(set(pointer, loadPointer(slot))),
      save: () => this.#builder.emit(storePointer(slot, pointer)),
    };
  }

  #state(
    row: RowType,
    { taps, isTraced }: { taps: readonly number[]; isTraced: boolean },
  ): Resident & { state: LoopState; lowered: LoweredState } {
    const builder = this.#builder;
    const depth = depthOf(taps);
    const isOne = isOneElement(row);
    const size = isOne ? byteSize(row.dtype) : rowBytes(row);
    const rows = builder.buffer('rows', (depth + 1) * size);
    const traceSlot = isTraced ? this.#slot() : null;
    const trace = isTraced ? builder.local('i32', 'trace') : null;
    const free = isOne || isTraced ? null : builder.local('i32', 'free');
    const recent = Array.from({ length: depth }, () => builder.local(isOne ? heldAs(row.dtype) : 'i32', 's'));
    const slots = free ? [...recent, free].map(() => this.#slot()) : null;
    const pointers = [
      ...(trace ? [this.#pointer(trace, traceSlot!)] : []),
      ...(slots ? [...recent, free!].map((pointer, i) => this.#pointer(pointer, slots[i])) : []),
    ];
    const own = slots ? null : this.#recentRows(row, { recent, rows, size });
    const all = own ? [...pointers, own] : pointers;
    return {
      state: { ...row, taps, recent, free, trace },
      lowered: { ...row, depth, rows, trace: traceSlot, pointers: slots },
      load: () => {
        for (const { load } of all) load();
      },
      save: () => {
        for (const { save } of all) save();
      },
    };
  }

  /** The last elements in their locals, or pointers to copies of the last rows. */
  #recentRows(
    row: RowType,
    { recent, rows, size }: { recent: readonly Local[]; rows: Buffer; size: number },
  ): Resident {
    const builder = this.#builder;
    const isOne = isOneElement(row);
    const place = (i: number): Expression => addressOf(rows, i * size);
    const rowAt = (base: Expression): BufferValue => ({
      kind: 'buffer',
      ...row,
      base,
      strides: rowMajor(row.dtype, row.shape),
    });
    const oldestFirst = [...recent.keys()].reverse();
    return {
      load: () =>
        recent.forEach((local, i) => {
          builder.emit(set(local, isOne ? loadElement(row.dtype, place(i)) : place(i)));
        }),
      save: () =>
        oldestFirst.forEach((i) => {
          if (isOne) builder.emit(storeElement(row.dtype, recent[i], { address: place(i) }));
          else fill(builder, rowAt(place(i)), rowAt(recent[i]));
        }),
    };
  }

  #output({ dtype, shape, trace, last }: LoopOutput, slot: PointerSlot | null): LoweredOutput {
    const builder = this.#builder;
    if (trace) {
      builder.emit(storePointer(slot!, trace));
      return { dtype, shape, trace: slot, last: null };
    }
    if (last?.kind === 'buffer') return { dtype, shape, trace: null, last: bufferOf(last) };
    const buffer = builder.buffer('last', 8);
    builder.emit(storeElement(dtype, last!, { address: addressOf(buffer) }));
    return { dtype, shape, trace: null, last: buffer };
  }
}

const bufferOf = ({ base }: BufferValue): Buffer => {
  assert(base.kind === 'address', 'a last row has a place of its own');
  return base.buffer;
};

const loadPointer = ({ buffer, offset }: PointerSlot): Expression =>
  load('i32.load', addressOf(buffer, offset));

const storePointer = ({ buffer, offset }: PointerSlot, value: Expression): Statement =>
  store('i32.store', value, { address: addressOf(buffer, offset) });

/** More slots than a scan needs. */
const mostSlots = ({ params, streams, states, kept }: ScanToLower): number =>
  1 +
  streams.length +
  kept.length +
  states.reduce((sum, _, i) => sum + depthOf(params.states[i]?.taps ?? [-1]) + 2, 0);
