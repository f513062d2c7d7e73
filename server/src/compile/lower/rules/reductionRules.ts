/** Reductions over axes, in the order in which the reference backend adds. */
import type { ReduceParams } from '../../../graph/ops/reductions.ts';
import { byteSize } from '../../../tensor/dtype.ts';
import type { Reduction } from '../../../tensor/reduce.ts';
import { add32, call, type Expression, i32, op, set } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { fill } from '../elementLoops.ts';
import {
  type CodeDType,
  codeType,
  convert,
  heldAs,
  isFloatType,
  isSignedType,
  literalOf,
  loadElement,
  storeElement,
  wrapped,
} from '../elementTypes.ts';
import { pairwiseSum } from '../kernels/pairwiseSum.ts';
import { freshBuffer, type Rule } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, isRowMajor, type Value } from '../values.ts';
import { converted } from './elementwiseRules.ts';
import { shuffled } from './shapeRules.ts';

export const reduceRule: Rule = (context, [input], params: ReduceParams) => {
  const { builder } = context;
  const axes = params.axes ?? [...input.shape.keys()];
  const kept = [...input.shape.keys()].filter((axis) => !axes.includes(axis));
  const shape = kept.map((axis) => input.shape[axis]);
  const output = codeType(params.output);
  const fold: Fold = {
    reduction: params.reduction,
    accumulate: codeType(params.accumulate),
    count: axes.reduce((product, axis) => product * input.shape[axis], 1),
  };
  checkEmpty(fold);
  const within = foldType(fold);
  const rows = inOrder(builder, converted(shuffled(input, [...kept, ...axes]), within), within);
  const rowCount = elementCountOf({ shape });
  const write = (row: Expression): Expression => {
    const made = foldRow(builder, fold, { rows, from: row });
    return convert(builder.bind(made.value), made.dtype, output);
  };
  if (rowCount === 1) {
    const expression = builder.bind(write(rows.base));
    return [{ kind: 'scalar', dtype: output, shape, expression }];
  }
  const target = freshBuffer(builder, { dtype: output, shape });
  builder.loop({ count: rowCount }, (counter) => {
    const row = add32(rows.base, op('i32.mul', counter, i32(fold.count * byteSize(within))));
    const value = write(builder.bind(row, 'p'));
    const address = add32(target.base, op('i32.mul', counter, i32(byteSize(output))));
    builder.emit(storeElement(output, value, { address }));
  });
  return [target];
};

interface Fold {
  readonly reduction: Reduction;
  readonly accumulate: CodeDType;
  readonly count: number;
}

function checkEmpty({ reduction, count }: Fold): void {
  if (count === 0 && ['max', 'min', 'argmax', 'argmin'].includes(reduction))
    throw unsupported('an empty reduction');
}

/** The type in which elements are laid out to be folded. Sums of single floats are made in double precision. */
function foldType({ reduction, accumulate }: Fold): CodeDType {
  if (reduction === 'all' || reduction === 'any') return 'bool';
  const isFolded = reduction === 'sum' || reduction === 'prod';
  return isFolded && accumulate === 'float32' ? 'float64' : accumulate;
}

/** The elements of the value one behind another. */
function inOrder(builder: Builder, value: Value, dtype: CodeDType): BufferValue {
  if (value.kind === 'buffer' && isRowMajor(value)) return value;
  const target = freshBuffer(builder, { dtype, shape: value.shape });
  fill(builder, target, value);
  return target;
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
    return { value: rounded(call(pairwiseSum, row.from, i32(count)), fold), dtype: fold.accumulate };
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

function combined(
  reduction: Reduction,
  { best, element, dtype }: { best: Expression; element: Expression; dtype: CodeDType },
): Expression {
  const { type } = element;
  switch (reduction) {
    case 'sum':
      return wrapped(dtype, op(`${type}.add`, best, element));
    case 'prod':
      return wrapped(dtype, op(`${type}.mul`, best, element));
    case 'all':
      return op('i32.and', best, element);
    case 'any':
      return op('i32.or', best, element);
    default:
      return op('select', element, best, isBetter(reduction, { best, element, dtype }));
  }
}

/** Greater or less than the best so far; the first NaN is the best of all. */
function isBetter(
  reduction: Reduction,
  { best, element, dtype }: { best: Expression; element: Expression; dtype: CodeDType },
): Expression {
  const { type } = element;
  const word = reduction === 'max' || reduction === 'argmax' ? 'gt' : 'lt';
  if (!isFloatType(dtype)) return op(`${type}.${word}_${isSignedType(dtype) ? 's' : 'u'}`, element, best);
  const better = op('i32.or', op(`${type}.${word}`, element, best), op(`${type}.ne`, element, element));
  return op('i32.and', op(`${type}.eq`, best, best), better);
}

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
