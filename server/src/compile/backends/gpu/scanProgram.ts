/**
 * A scan as a program for a device. A state with taps is one buffer per row that the taps reach back; streams are read at the number of the step
 * within the chunk, which is a state of one element that a kernel of its own counts up.
 */
import { t } from '../../../base/l10n.ts';
import type { ScanParams } from '../../../graph/scan/scanOp.ts';
import type { OpRunner } from '../../../graph/variable.ts';
import type { DType } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { contiguousStrides, elementCount, type Shape } from '../../../tensor/shape.ts';
import type { Kept } from '../../lower/kept.ts';
import { unsupported } from '../../lower/unsupported.ts';
import type { GpuProgram, Slot } from './gpuProgram.ts';
import { type InputSource, KernelBuilder, type KernelWork, type NumberRules } from './kernelBuilder.ts';
import { checkNumber } from './kernelContext.ts';
import { type Index, indexOf, type KernelBuffer, scaled } from './kernelIr.ts';
import { bufferValue, isWhole, type KernelValue, refusedValue, windowValue } from './kernelValues.ts';
import { lowerGraph } from './lowerKernels.ts';

interface RowShape {
  readonly dtype: DType;
  readonly shape: Shape;
}

export interface ScanToProgram {
  readonly params: ScanParams;
  readonly kept: readonly Kept[];
  readonly streams: readonly RowShape[];
  readonly states: readonly RowShape[];
  readonly untraced: readonly RowShape[];
  /** With their values where those are few integers, which decide about shapes and places. */
  readonly others: readonly (RowShape & { readonly known: NDArray | null })[];
}

/** A row of the result: which output it belongs to and what its elements are. */
interface TracedOutput extends RowShape {
  readonly output: number;
}

/** What a state of the program is. */
export type StateSource =
  /** A row of a state of the scan, so many rows back; untraced ones come after the others. */
  | { readonly kind: 'state'; readonly state: number; readonly back: number }
  /** The last row of an output, which no step reads. */
  | { readonly kind: 'last'; readonly output: number };

export interface ScanProgram {
  readonly program: GpuProgram;
  readonly sources: readonly InputSource[];
  readonly states: readonly (RowShape & { readonly source: StateSource })[];
  /** What the rows of the program are. */
  readonly rows: readonly TracedOutput[];
  /** The work of the calls of a step. */
  readonly work: readonly KernelWork[];
}

let programCount = 0;

/** Throws `Unsupported`. */
export function lowerScanToKernels(scan: ScanToProgram, rules: NumberRules, runner: OpRunner): ScanProgram {
  return new ScanLowering(scan, rules).lower(runner);
}

class ScanLowering {
  readonly #scan: ScanToProgram;
  readonly #builder: KernelBuilder;
  #counter: KernelBuffer | null = null;
  readonly #states: ScanProgram['states'][number][] = [];

  constructor(scan: ScanToProgram, rules: NumberRules) {
    this.#scan = scan;
    this.#builder = new KernelBuilder(rules);
  }

  lower(runner: OpRunner): ScanProgram {
    const { params, streams, states, untraced, others } = this.#scan;
    if (params.isWhile)
      throw unsupported(t('no kernels for until: what a step computes can not be read between steps'));
    const rows = streams.map((row, i) => this.#stream(row, i));
    const taps = states.flatMap((row, i) => this.#taps(row, i));
    const carried = untraced.map((row, i) =>
      this.#state(row, { kind: 'state', state: states.length + i, back: 1 }),
    );
    const rest = others.map((other, i) => this.#other(other, i));
    const outputs = lowerGraph(this.#builder, params.inner, {
      inputs: [...rows, ...taps, ...carried, ...rest],
      runner,
    });
    return this.#program(outputs);
  }

  #stream(row: RowShape, index: number): KernelValue {
    const buffer = this.#builder.buffer({ kind: 'stream', index });
    this.#counter ??= this.#builder.buffer({ kind: 'counter' });
    const length = elementCount(row.shape);
    const offset: Index = scaled(indexOf({ kind: 'number', buffer: this.#counter }), length);
    return this.#number(row, (dtype, shape) =>
      windowValue(dtype, shape, { buffer, offset, strides: contiguousStrides(shape) }),
    );
  }

  /** A value of numbers that kernels compute with; others are refused where they are read. */
  #number({ dtype, shape }: RowShape, make: (dtype: DType, shape: Shape) => KernelValue): KernelValue {
    if (shape.includes(0)) return refusedValue(dtype, shape, t('an empty array'));
    try {
      checkNumber(this.#builder, dtype);
    } catch (error) {
      return refusedValue(dtype, shape, (error as Error).message);
    }
    return make(dtype, shape);
  }

  #taps(row: RowShape, state: number): KernelValue[] {
    const { taps } = this.#scan.params.states[state];
    const depth = -Math.min(...taps);
    const rows = Array.from({ length: depth }, (_, i) =>
      this.#state(row, { kind: 'state', state, back: i + 1 }),
    );
    return taps.map((tap) => rows[-tap - 1]);
  }

  #state({ dtype, shape }: RowShape, source: StateSource): KernelValue {
    const buffer = this.#builder.buffer({ kind: 'state', index: this.#states.length });
    checkNumber(this.#builder, dtype);
    if (shape.includes(0)) throw unsupported(t('an empty array'));
    this.#states.push({ dtype, shape, source });
    return bufferValue(dtype, shape, buffer);
  }

  #other(other: ScanToProgram['others'][number], index: number): KernelValue {
    if (other.known) return this.#builder.constant(other.known);
    return this.#number(other, (dtype, shape) =>
      bufferValue(dtype, shape, this.#builder.input({ kind: 'other', index })),
    );
  }

  #program(outputs: readonly KernelValue[]): ScanProgram {
    const { kept, params, streams } = this.#scan;
    const builder = this.#builder;
    const { states, nitSotCount } = params;
    const written = outputs.map((value, i) => this.#output(value, i));
    const slots = written.map((value) => value && builder.slotOf(value.window!.buffer));
    kept.forEach((one, output) => {
      const value = written[output];
      if (one === 'last' && output >= states.length && value)
        this.#states.push({ dtype: value.dtype, shape: value.shape, source: { kind: 'last', output } });
    });
    const next = this.#states.map(({ source }, i): Slot => {
      if (source.kind === 'last') return slots[source.output]!;
      const { state, back } = source;
      if (back > 1) return { kind: 'state', index: i - 1 };
      return slots[state < states.length ? state : state + nitSotCount]!;
    });
    const rows = kept.flatMap((one, output): TracedOutput[] => {
      const value = written[output];
      return one === 'all' && value ? [{ output, dtype: value.dtype, shape: value.shape }] : [];
    });
    return {
      program: {
        id: ++programCount,
        kernels: builder.kernels,
        calls: builder.calls,
        inputs: builder.inputs.map((source) => this.#inputLength(source)),
        streams: streams.map(({ shape }) => elementCount(shape)),
        states: this.#states.map(({ shape }) => elementCount(shape)),
        next,
        rows: rows.map(({ output }) => slots[output]!),
      },
      sources: builder.inputs,
      states: this.#states,
      rows,
      work: [
        ...builder.work.filter((_, i) => !builder.calls[i].isInvariant),
        ...(streams.length > 0 ? [{ threads: 1, operations: 1 }] : []),
      ],
    };
  }

  #inputLength(source: InputSource): number {
    return source.kind === 'constant'
      ? source.array.size
      : elementCount(this.#scan.others[source.index].shape);
  }

  /** A result of the step in a buffer of its own; null where nobody reads it. */
  #output(value: KernelValue, index: number): KernelValue | null {
    const { params, kept, states, untraced } = this.#scan;
    const { length } = params.states;
    const isState = index < length || index >= length + params.nitSotCount;
    if (!isState && kept[index] === 'none') return null;
    const wanted =
      index < length ? states[index] : isState ? untraced[index - length - params.nitSotCount] : null;
    if (wanted && (wanted.dtype !== value.dtype || `${wanted.shape}` !== `${value.shape}`))
      throw unsupported(t('a state whose new value has another shape or type'));
    checkNumber(this.#builder, value.dtype);
    const slot = value.window && isWhole(value) ? this.#builder.slotOf(value.window.buffer) : null;
    return slot?.kind === 'result' ? value : this.#builder.written(value);
  }
}
