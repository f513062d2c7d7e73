/** What reductions do with two elements, and in which types. */
import type { Reduction } from '../../tensor/reduce.ts';
import { type Expression, op } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { fill } from './elementLoops.ts';
import { type CodeDType, isFloatType, isSignedType, wrapped } from './elementTypes.ts';
import { freshBuffer } from './surroundings.ts';
import { type BufferValue, isRowMajor, type Value } from './values.ts';

/** A reduction over axes, which vanish. */
export interface Reducing {
  readonly reduction: Reduction;
  readonly axes: readonly number[];
  readonly accumulate: CodeDType;
  readonly output: CodeDType;
}

/** One with the number of elements that make one. */
export interface Fold extends Reducing {
  readonly count: number;
}

/** The type in which elements are laid out to be folded. Sums of single floats are made in double precision. */
export function foldType({ reduction, accumulate }: Fold): CodeDType {
  if (reduction === 'all' || reduction === 'any') return 'bool';
  const isFolded = reduction === 'sum' || reduction === 'prod';
  return isFolded && accumulate === 'float32' ? 'float64' : accumulate;
}

/** What is folded in double precision is rounded once to the type of the sum. */
export const resultType = (fold: Fold): CodeDType =>
  foldType(fold) === 'float64' && fold.accumulate === 'float32' ? 'float32' : foldType(fold);

/** The elements of the value one behind another. */
export function inOrder(builder: Builder, value: Value, dtype: CodeDType): BufferValue {
  if (value.kind === 'buffer' && isRowMajor(value)) return value;
  const target = freshBuffer(builder, { dtype, shape: value.shape });
  fill(builder, target, value);
  return target;
}

/** The fold of what came before and the next element. */
export function combined(
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
export function isBetter(
  reduction: Reduction,
  { best, element, dtype }: { best: Expression; element: Expression; dtype: CodeDType },
): Expression {
  const { type } = element;
  const word = reduction === 'max' || reduction === 'argmax' ? 'gt' : 'lt';
  if (!isFloatType(dtype)) return op(`${type}.${word}_${isSignedType(dtype) ? 's' : 'u'}`, element, best);
  const better = op('i32.or', op(`${type}.${word}`, element, best), op(`${type}.ne`, element, element));
  return op('i32.and', op(`${type}.eq`, best, best), better);
}
