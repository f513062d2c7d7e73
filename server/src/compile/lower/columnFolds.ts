/** Reductions over axes that others follow: columns are folded side by side, as they lie in memory, in the order of the reference. */

import { byteSize } from '../../tensor/dtype.ts';
import type { PrimitiveName } from '../../tensor/primitives.ts';
import type { Reduction } from '../../tensor/reduce.ts';
import { add32, call, type Expression, i32, laneOp, op, set } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { converted } from './conversion.ts';
import {
  type CodeDType,
  convert,
  heldAs,
  isFloatType,
  literalOf,
  loadElement,
  storeElement,
} from './elementTypes.ts';
import { combined, type Fold, foldType, inOrder, type Reducing, resultType } from './folds.ts';
import { pairwiseSumOfColumn, pairwiseSumOfColumns } from './kernels/pairwiseSum.ts';
import { convertPack, loadPack, type Pack, packLength, splatPack, storePack } from './packs.ts';
import { freshBuffer } from './surroundings.ts';
import { elementCountOf, type Value } from './values.ts';
import { primitivePack } from './vectorCode.ts';

/** Reduced axes between others: of everything before them, rows of `inner` elements that are added to one another. */
export interface Columns {
  readonly outer: number;
  readonly inner: number;
}

/** Where columns can be folded side by side, without moving elements. */
export function columnsOf(shape: readonly number[], { reduction, axes }: Reducing): Columns | null {
  if (reduction === 'argmax' || reduction === 'argmin' || axes.length === 0) return null;
  const [first, last] = [Math.min(...axes), Math.max(...axes)];
  const outer = elementCountOf({ shape: shape.slice(0, first) });
  const inner = elementCountOf({ shape: shape.slice(last + 1) });
  const isEmpty = elementCountOf({ shape }) === 0;
  return last - first === axes.length - 1 && inner >= packLength && !isEmpty ? { outer, inner } : null;
}

export function foldColumns(
  builder: Builder,
  input: Value,
  { fold, columns, shape }: { fold: Fold; columns: Columns; shape: readonly number[] },
): Value {
  const within = foldType(fold);
  const { outer, inner } = columns;
  const rows = inOrder(builder, converted(input, within), within);
  const target = freshBuffer(builder, { dtype: fold.output, shape });
  const line: ColumnLine = { fold, dtype: within, stride: inner * byteSize(within) };
  const whole = inner - (inner % packLength);
  builder.loop({ count: outer }, (block) => {
    const from = builder.bind(add32(rows.base, op('i32.mul', block, i32(fold.count * line.stride))), 'p');
    const to = builder.bind(
      add32(target.base, op('i32.mul', block, i32(inner * byteSize(fold.output)))),
      'p',
    );
    const place = (base: Expression, dtype: CodeDType, index: Expression): Expression =>
      builder.bind(add32(base, op('i32.mul', index, i32(byteSize(dtype)))), 'p');
    builder.loop({ count: whole, step: packLength }, (index) => {
      const folded = columnPack(builder, line, place(from, within, index));
      const output = convertPack(builder, convertPack(builder, folded, resultType(fold)), fold.output);
      builder.emit(...storePack(builder, output, { address: place(to, fold.output, index), offset: 0 }));
    });
    builder.loop({ from: whole, count: inner }, (index) => {
      const folded = convert(
        columnElement(builder, line, place(from, within, index)),
        within,
        resultType(fold),
      );
      const value = convert(builder.bind(folded), resultType(fold), fold.output);
      builder.emit(storeElement(fold.output, value, { address: place(to, fold.output, index) }));
    });
  });
  return target;
}

interface ColumnLine {
  readonly fold: Fold;
  readonly dtype: CodeDType;
  /** From row to row, in bytes. */
  readonly stride: number;
}

/** Four columns folded from `address` on. */
function columnPack(builder: Builder, { fold, dtype, stride }: ColumnLine, address: Expression): Pack {
  const { reduction, count } = fold;
  if (reduction === 'sum' && dtype === 'float64') {
    const vectors = [0, 16].map((more) =>
      builder.bind(call(pairwiseSumOfColumns(), add32(address, i32(more)), i32(count), i32(stride)), 'w'),
    );
    return { dtype, vectors };
  }
  const first = reduction === 'sum' ? null : loadPack(builder, dtype, { address, offset: 0 });
  const start = first ?? splatPack(builder, dtype, literalOf(dtype, 0));
  const best = start.vectors.map((vector) => {
    const local = builder.local('v128', 'fold');
    builder.emit(set(local, vector));
    return local;
  });
  builder.loop({ from: first ? 1 : 0, count }, (row) => {
    const at = builder.bind(add32(address, op('i32.mul', row, i32(stride))), 'p');
    const element = loadPack(builder, dtype, { address: at, offset: 0 });
    const next = combinedPacks(builder, reduction, { best: { dtype, vectors: best }, element });
    builder.emit(...next.vectors.map((vector, i) => set(best[i], vector)));
  });
  return { dtype, vectors: best };
}

/** The same as {@link combined}. */
function combinedPacks(
  builder: Builder,
  reduction: Reduction,
  { best, element }: { best: Pack; element: Pack },
): Pack {
  const { dtype } = best;
  const apply = (name: PrimitiveName, args: readonly Pack[], type: CodeDType): Pack =>
    primitivePack(builder, name, { args, dtype: type });
  switch (reduction) {
    case 'sum':
      return apply('add', [best, element], dtype);
    case 'prod':
      return apply('mul', [best, element], dtype);
    case 'all':
      return apply('and', [best, element], dtype);
    case 'any':
      return apply('or', [best, element], dtype);
  }
  const isBeyond = apply(reduction === 'max' ? 'gt' : 'lt', [element, best], dtype);
  if (!isFloatType(dtype)) return apply('select', [isBeyond, element, best], dtype);
  const isBetter = apply('or', [isBeyond, apply('isNan', [element], dtype)], 'bool');
  const isNumber = apply('logicalNot', [apply('isNan', [best], dtype)], 'bool');
  return apply('select', [apply('and', [isNumber, isBetter], 'bool'), element, best], dtype);
}

/** One column. */
function columnElement(
  builder: Builder,
  { fold, dtype, stride }: ColumnLine,
  address: Expression,
): Expression {
  const { reduction, count } = fold;
  if (reduction === 'sum' && dtype === 'float64')
    return laneOp('f64x2.extract_lane', [0], call(pairwiseSumOfColumn(), address, i32(count), i32(stride)));
  const best = builder.local(heldAs(dtype), 'fold');
  const hasStart = reduction === 'sum';
  builder.emit(set(best, hasStart ? literalOf(dtype, 0) : loadElement(dtype, address)));
  builder.loop({ from: hasStart ? 0 : 1, count }, (row) => {
    const at = add32(address, op('i32.mul', row, i32(stride)));
    const element = builder.bind(loadElement(dtype, at), 'e');
    builder.emit(set(best, combined(reduction, { best, element, dtype })));
  });
  return best;
}
