/** Reductions over axes, in the order in which the reference backend adds. */
import { t } from '../../../base/l10n.ts';
import type { ReduceParams } from '../../../graph/ops/reductions.ts';
import { byteSize } from '../../../tensor/dtype.ts';
import { add32, call, type Expression, i32, op, set } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { columnsOf, foldColumns } from '../columnFolds.ts';
import { converted } from '../conversion.ts';
import {
  type CodeDType,
  codeType,
  convert,
  heldAs,
  literalOf,
  loadElement,
  storeElement,
} from '../elementTypes.ts';
import { combined, type Fold, foldType, inOrder, isBetter, type Reducing } from '../folds.ts';
import { extremes } from '../kernels/extremes.ts';
import { pairwiseSum } from '../kernels/pairwiseSum.ts';
import { freshBuffer, type Rule } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, type Value } from '../values.ts';
import { shuffled } from './shapeRules.ts';

export const reduceRule: Rule = (context, [input], params: ReduceParams) => {
  const axes = params.axes ?? [...input.shape.keys()];
  const types = { accumulate: codeType(params.accumulate), output: codeType(params.output) };
  return [reduced(context.builder, input, { reduction: params.reduction, axes, ...types })];
};

export function reduced(builder: Builder, input: Value, reducing: Reducing): Value {
  const { axes, output } = reducing;
  const kept = [...input.shape.keys()].filter((axis) => !axes.includes(axis));
  const shape = kept.map((axis) => input.shape[axis]);
  const count = axes.reduce((product, axis) => product * input.shape[axis], 1);
  const fold: Fold = { ...reducing, count };
  checkEmpty(fold);
  const columns = columnsOf(input.shape, reducing);
  if (columns) return foldColumns(builder, input, { fold, columns, shape });
  const within = foldType(fold);
  const rows = inOrder(builder, converted(shuffled(input, [...kept, ...axes]), within), within);
  const rowCount = elementCountOf({ shape });
  const write = (row: Expression): Expression => {
    const made = foldRow(builder, fold, { rows, from: row });
    return convert(builder.bind(made.value), made.dtype, output);
  };
  if (rowCount === 1) {
    const expression = builder.bind(write(rows.base));
    return { kind: 'scalar', dtype: output, shape, expression };
  }
  const target = freshBuffer(builder, { dtype: output, shape });
  builder.loop({ count: rowCount }, (counter) => {
    const row = add32(rows.base, op('i32.mul', counter, i32(fold.count * byteSize(within))));
    const value = write(builder.bind(row, 'p'));
    const address = add32(target.base, op('i32.mul', counter, i32(byteSize(output))));
    builder.emit(storeElement(output, value, { address }));
  });
  return target;
}

function checkEmpty({ reduction, count }: Fold): void {
  if (count === 0 && ['max', 'min', 'argmax', 'argmin'].includes(reduction))
    throw unsupported(t('an empty reduction'));
}

interface Row {
  readonly rows: BufferValue;
  readonly from: Expression;
}

function foldRow(builder: Builder, fold: Fold, row: Row): { value: Expression; dtype: CodeDType } {
  const { dtype } = row.rows;
  const { reduction, count } = fold;
  const elementAt = (index: Expression): Expression =>
    loadElement(dtype, add32(row.from, op('i32.mul', index, i32(byteSize(dtype)))));
  if (reduction === 'sum' && dtype === 'float64')
    return { value: rounded(call(pairwiseSum(), row.from, i32(count)), fold), dtype: fold.accumulate };
  if ((reduction === 'max' || reduction === 'min') && (dtype === 'float64' || dtype === 'float32'))
    return { value: call(extremes[reduction][dtype](), row.from, i32(count)), dtype };
  if (reduction === 'argmax' || reduction === 'argmin')
    return { value: positionOf(builder, fold, { dtype, elementAt }), dtype: 'int64' };
  const best = builder.local(heldAs(dtype), 'fold');
  const isExtreme = reduction === 'max' || reduction === 'min';
  builder.emit(
    set(
      best,
      isExtreme ? elementAt(i32(0)) : literalOf(dtype, reduction === 'prod' || reduction === 'all' ? 1 : 0),
    ),
  );
  builder.loop({ from: isExtreme ? 1 : 0, count }, (counter) => {
    const element = builder.bind(elementAt(counter), 'e');
    builder.emit(set(best, combined(reduction, { best, element, dtype })));
  });
  const isWide = reduction === 'prod' && dtype === 'float64';
  return isWide ? { value: rounded(best, fold), dtype: fold.accumulate } : { value: best, dtype };
}

/** What was added in double precision is rounded once to the type of the sum. */
const rounded = (value: Expression, { accumulate }: Fold): Expression =>
  accumulate === 'float32' ? op('f32.demote_f64', value) : value;

function positionOf(
  builder: Builder,
  { reduction, count }: Fold,
  { dtype, elementAt }: { dtype: CodeDType; elementAt: (index: Expression) => Expression },
): Expression {
  const best = builder.local(heldAs(dtype), 'best');
  const place = builder.local('i32', 'place');
  builder.emit(set(best, elementAt(i32(0))), set(place, i32(0)));
  builder.loop({ from: 1, count }, (counter) => {
    const element = builder.bind(elementAt(counter), 'e');
    const better = builder.bind(isBetter(reduction, { best, element, dtype }), 'b');
    builder.emit(
      set(best, op('select', element, best, better)),
      set(place, op('select', counter, place, better)),
    );
  });
  return op('i64.extend_i32_u', place);
}
