/** What the parts of the lowering share: where code and data go, the rules, and the values that are there from the beginning. */
import type { OpKind } from '../../graph/ops/opKinds.ts';
import type { Apply, OpRunner } from '../../graph/variable.ts';
import { byteSize } from '../../tensor/dtype.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { addressOf, type Buffer, type ImportedFunction } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { codeType, literalOf } from './elementTypes.ts';
import type { Kept } from './kept.ts';
import { layoutStrides } from './memoryLayout.ts';
import { type BufferValue, elementCountOf, reachOf, rowMajor, type Value } from './values.ts';

/** What one lowered function shares. */
export interface Surroundings {
  readonly builder: Builder;
  readonly rules: RuleTable;
  /** For what is computed while lowering. */
  readonly runner: OpRunner;
  /** Arrays that have to lie in memory before the code runs. */
  readonly data: { readonly buffer: Buffer; readonly array: NDArray }[];
  /** Ops that are computed by the reference backend, in the middle of the code. */
  readonly callOuts: ImportedFunction[];
  /** Makes the function that computes an op outside; see backends. */
  makeCallOut(
    apply: Apply,
    inputs: readonly BufferValue[],
    outputs: readonly BufferValue[],
  ): ImportedFunction;
  /** Called from within long work, so that the run can be stopped. */
  readonly checkpoint: ImportedFunction;
  /** Matrices that are the same in each step, packed at their first product; null where that would be the only one. */
  readonly packed: PackedMatrices | null;
}

/** By the input that a matrix is, and by its strides and shape: where it lies packed, and where 1 stands once it does. */
export type PackedMatrices = Map<string, { readonly matrix: Buffer; readonly isDone: Buffer }>;

/** What a rule gets. */
export interface RuleContext extends Surroundings {
  readonly apply: Apply;
  /** Which rows of a scan in the same graph are read. */
  keptOf(scan: Apply): readonly Kept[];
  /** Where the first result has to lie, in C order, if somebody said. */
  readonly target: BufferValue | null;
  /** Nobody needs the first input any more: the result may take its place. */
  readonly isInPlace: boolean;
}

export type Rule = (context: RuleContext, inputs: readonly Value[], params: never) => readonly Value[];

/** How each kind of op is lowered. */
export type RuleTable = Readonly<Record<OpKind, Rule>>;

/** Known values larger than this are not kept as numbers, only in memory. */
const mostKnown = 64;

/** An array that is known while lowering: a literal, or elements that lie in memory before the code runs. */
export function constantValue(
  { builder, data }: Pick<Surroundings, 'builder' | 'data'>,
  array: NDArray,
): Value {
  const dtype = codeType(array.dtype);
  const { shape } = array;
  const known = array.size <= mostKnown ? { known: array } : {};
  if (array.size === 1) {
    const expression = literalOf(dtype, array.at(0) as number | bigint);
    return { kind: 'scalar', dtype, shape, expression, ...known };
  }
  const strides = layoutStrides(array).map((stride) => stride * byteSize(dtype));
  const buffer = builder.buffer('c', reachOf({ dtype, shape, strides }));
  data.push({ buffer, array });
  return { kind: 'buffer', dtype, shape, base: addressOf(buffer), strides, ...known };
}

/** Memory for a result, in C order. */
export function freshBuffer(
  builder: Builder,
  { dtype, shape }: { dtype: Value['dtype']; shape: readonly number[] },
  name = 't',
): BufferValue {
  return inBuffer(builder.temporary(name, elementCountOf({ shape }) * byteSize(dtype)), { dtype, shape });
}

/** The whole of a buffer as a value. */
export const inBuffer = (
  buffer: Buffer,
  { dtype, shape }: { dtype: Value['dtype']; shape: readonly number[] },
): BufferValue => ({
  kind: 'buffer',
  dtype,
  shape,
  base: addressOf(buffer),
  strides: rowMajor(dtype, shape),
});
