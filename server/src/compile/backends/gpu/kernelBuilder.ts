/**
 * Collects the kernels of a program and the order in which they are called. A call whose operands are the same in every step is made once per
 * chunk of steps.
 */

import { t } from '../../../base/l10n.ts';
import { isFloat, isInteger } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { unsupported } from '../../lower/unsupported.ts';
import type { KernelCall, KernelText, Slot } from './gpuProgram.ts';
import {
  axisIndex,
  below,
  choose,
  type FoldName,
  fixedIndex,
  fold,
  foldStart,
  type Index,
  type KernelBuffer,
  type KernelExpression,
  number,
  scaled,
  sumOf,
} from './kernelIr.ts';
import {
  bufferValue,
  computedValue,
  countOf,
  isWhole,
  type KernelValue,
  refusedValue,
} from './kernelValues.ts';
import { printKernel } from './printKernel.ts';

/** WebGPU guarantees eight buffers per kernel, one of which is the result. */
const mostOperands = 7;
/** Longer folds of few results are made in two kernels, so that there is work for a whole device. */
const longFold = 256;
const fewResults = 16_384;
const wantedThreads = 65_536;
const leastPerPart = 32;
/** An element that costs more is computed once, if it is needed more than once. */
export const dear = 12;

/** What an input of a program is made of. */
export type InputSource =
  | { readonly kind: 'other'; readonly index: number }
  | { readonly kind: 'constant'; readonly array: NDArray };

/** The work of one call. */
export interface KernelWork {
  readonly threads: number;
  /** Of each thread. */
  readonly operations: number;
}

/** Which numbers may be computed in float32. */
export interface NumberRules {
  readonly allowFloat32: boolean;
}

export class KernelBuilder {
  readonly kernels: KernelText[] = [];
  readonly calls: KernelCall[] = [];
  readonly inputs: InputSource[] = [];
  readonly rules: NumberRules;
  /** What the calls compute, for those who have to guess how long that takes; by call. */
  readonly work: KernelWork[] = [];
  readonly #slots = new Map<KernelBuffer, Slot>();
  readonly #changing = new Set<KernelBuffer>();
  readonly #kernelIds = new Map<string, number>();
  readonly #constants = new Map<NDArray, KernelBuffer>();

  constructor(rules: NumberRules) {
    this.rules = rules;
  }

  /** A buffer that somebody else fills. */
  buffer(slot: Slot): KernelBuffer {
    const made: KernelBuffer = { name: `${slot.kind}${slot.kind === 'counter' ? '' : slot.index}` };
    this.#slots.set(made, slot);
    if (slot.kind !== 'input') this.#changing.add(made);
    return made;
  }

  input(source: InputSource): KernelBuffer {
    return this.buffer({ kind: 'input', index: this.inputs.push(source) - 1 });
  }

  slotOf(buffer: KernelBuffer): Slot {
    return this.#slots.get(buffer)!;
  }

  /** A known array as a value. */
  constant(array: NDArray): KernelValue {
    const { dtype, shape } = array;
    if (array.size === 1) {
      const value = representable(array);
      return {
        ...computedValue({ dtype, shape }, [], () => number(value())),
        known: array,
        cost: 0,
      };
    }
    // Vectors of integers are shapes and places: they are looked at, not read by kernels.
    if (isInteger(dtype))
      return { ...refusedValue(dtype, shape, t('{0} not representable', dtype)), known: array };
    const buffer = this.#constants.get(array) ?? this.input({ kind: 'constant', array });
    this.#constants.set(array, buffer);
    return { ...bufferValue(dtype, shape, buffer), known: array };
  }

  /** The value in a buffer. */
  materialize(value: KernelValue): KernelValue {
    return value.window ? value : this.written(value);
  }

  /** The value in a buffer of its own, in C order. */
  written(value: KernelValue): KernelValue {
    const { dtype, shape } = value;
    if (countOf(value) === 0) throw unsupported(t('an empty array'));
    const axes = [...shape.keys()].filter((axis) => shape[axis] !== 1);
    if (axes.length > 3) throw unsupported(t('an array of more than three axes'));
    const lengths = axes.length === 0 ? [1] : axes.map((axis) => shape[axis]);
    const place = shape.map((_, axis) =>
      axes.includes(axis) ? axisIndex(axes.indexOf(axis)) : fixedIndex(0),
    );
    const buffer = this.#call(lengths, value.at(place));
    this.work.push({ threads: countOf(value), operations: Math.max(1, value.cost) });
    return bufferValue(dtype, shape, buffer);
  }

  /** The same in a buffer that starts with it, in C order; as it is where that is so already. */
  whole(value: KernelValue): KernelValue {
    return isWhole(value) ? value : this.written(value);
  }

  #call(shape: readonly number[], value: KernelExpression): KernelBuffer {
    const { source, buffers } = printKernel({ shape, value });
    if (buffers.length > mostOperands)
      throw unsupported(t('a step that reads {0} arrays at once', buffers.length));
    const key = `${shape}\n${source}`;
    const kernel = this.#kernelIds.get(key) ?? this.kernels.push({ source, shape }) - 1;
    this.#kernelIds.set(key, kernel);
    const isInvariant = !buffers.some((buffer) => this.#changing.has(buffer));
    const args = buffers.map((buffer) => this.slotOf(buffer));
    const index = this.calls.push({ kernel, arguments: args, isInvariant }) - 1;
    const made: KernelBuffer = { name: `result${index}` };
    this.#slots.set(made, { kind: 'result', index });
    if (!isInvariant) this.#changing.add(made);
    return made;
  }

  /**
   * A fold over one more axis: `term` gives what is folded, for a place of the result and the counter. Where there would be too few threads
   * for a long fold, parts of it are folded first.
   */
  folded(
    result: Pick<KernelValue, 'dtype' | 'shape'>,
    { name, count }: { readonly name: FoldName; readonly count: number },
    { operands, term }: FoldedTerm,
  ): KernelValue {
    const axes = result.shape.filter((length) => length !== 1).length;
    const results = countOf(result);
    const isLong = count >= longFold && results < fewResults && axes < 3;
    if (!isLong) return foldOf(result, { name, count }, { operands, term });
    const parts = partCount(count, results);
    const length = Math.ceil(count / parts);
    const isEven = length * parts === count;
    const partial = this.written(
      foldOf(
        { dtype: result.dtype, shape: [parts, ...result.shape] },
        { name, count: length },
        {
          operands,
          term: ([part, ...place], counter) => {
            const index = sumOf(scaled(part, length), counter);
            const value = term(place, index);
            return isEven ? value : choose(below(index, count), value, number(foldStart[name]));
          },
        },
      ),
    );
    return foldOf(
      result,
      { name, count: parts },
      {
        operands: [partial],
        term: (place, counter) => partial.at([counter, ...place]),
      },
    );
  }
}

export interface FoldedTerm {
  readonly operands: readonly KernelValue[];
  readonly term: (place: readonly Index[], counter: Index) => KernelExpression;
}

function foldOf(
  result: Pick<KernelValue, 'dtype' | 'shape'>,
  { name, count }: { readonly name: FoldName; readonly count: number },
  { operands, term }: FoldedTerm,
): KernelValue {
  const value = computedValue(result, operands, (place) =>
    fold(name, count, (counter) => term(place, counter)),
  );
  return { ...value, cost: value.cost * count, hasFolds: true };
}

/** Parts of a fold: a divisor of its length if there is one, as many as there are threads for. */
function partCount(count: number, results: number): number {
  const most = Math.max(2, Math.min(Math.floor(count / leastPerPart), Math.ceil(wantedThreads / results)));
  for (let parts = most; parts > most / 4 && parts > 1; parts--) if (count % parts === 0) return parts;
  return most;
}

/** The number, asked for when it is needed: what no float32 is may still decide about shapes. */
function representable(array: NDArray): () => number {
  return () => {
    const value = Number(array.at(0));
    if (!Number.isFinite(value)) throw unsupported(t('a constant that is not finite'));
    if (!isFloat(array.dtype) && Math.fround(value) !== value)
      throw unsupported(t('{0} not representable', array.dtype));
    return value;
  };
}
