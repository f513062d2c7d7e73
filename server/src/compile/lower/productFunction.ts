/** One product as a function by itself: `run()` reads the operands where they have to lie and leaves the result where it says. */
import type { Shape } from '../../tensor/shape.ts';
import {
  type Address,
  addressOf,
  type Buffer,
  giveBack,
  type ImportedFunction,
  type IrFunction,
  i32,
} from '../loopIr/ir.ts';
import { Builder, status } from './builder.ts';
import type { CodeDType } from './elementTypes.ts';
import { type ProductKind, products } from './products.ts';
import { type BufferValue, reachOf } from './values.ts';

/** How an operand lies in memory; strides in bytes. */
export interface OperandLayout {
  readonly dtype: CodeDType;
  readonly shape: Shape;
  readonly strides: readonly number[];
}

export interface ProductToLower {
  readonly kind: ProductKind;
  readonly operands: readonly [OperandLayout, OperandLayout];
  /** The second operand is another view of the first one. */
  readonly isShared: boolean;
}

export interface LoweredProduct {
  readonly entry: IrFunction;
  readonly buffers: readonly Buffer[];
  /** Where the operands have to lie. */
  readonly operands: readonly [Buffer, Buffer];
  readonly result: { readonly place: Address; readonly shape: Shape };
}

/** Lowers a product of operands of one type. Throws `Unsupported`. */
export function lowerProduct(
  { kind, operands, isShared }: ProductToLower,
  checkpoint: ImportedFunction,
): LoweredProduct {
  const builder = new Builder();
  const first = builder.buffer('a', reachOf(operands[0]));
  const second = isShared ? first : builder.buffer('b', reachOf(operands[1]));
  const [a, b] = [first, second].map(
    (buffer, i): BufferValue => ({ kind: 'buffer', ...operands[i], base: addressOf(buffer) }),
  );
  let result: BufferValue | null = null;
  const body = builder.within(() => {
    const made = products[kind]({ builder, checkpoint, target: null, data: [], packed: null }, a, b);
    builder.emit(giveBack(i32(status.done)));
    result = made;
  });
  const { base, shape } = result as unknown as BufferValue;
  return {
    entry: { kind: 'function', name: 'run', params: [], result: 'i32', body },
    buffers: builder.buffers,
    operands: [first, second],
    result: { place: base as Address, shape },
  };
}
