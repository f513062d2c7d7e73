/**
 * The softmax and its logarithm along an axis, and the losses of given classes: `theano/tensor/nnet/nnet.py` (Theano 1.0.5),
 * `aesara/tensor/special.py` (2.9.4), `pytensor/tensor/special.py` (3.3.0). The bits are those of NumPy's sums.
 */

import { type DType, isDiscrete, isFloat } from '../../tensor/dtype.ts';
import { numpyElementwise } from '../../tensor/elementwise.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { cast, fromStorage, type NDArray, zeros } from '../../tensor/ndarray.ts';
import { type OrderedFold, orderedFold } from '../../tensor/orderedFold.ts';
import { reduce } from '../../tensor/reduce.ts';
import { normalizeAxis } from '../../tensor/shape.ts';
import { reshape } from '../../tensor/shaping.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import { printType } from '../tensorType.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';
import { dimShuffle } from './dimShuffle.ts';
import { castTo } from './elemwise.ts';

export interface SoftmaxParams {
  /** As the program gave it; null for all. */
  readonly axes: readonly number[] | null;
  readonly isLog: boolean;
}

const classOf = (isLog: boolean): string => (isLog ? 'LogSoftmax' : 'Softmax');

export const softmaxEntry: OpEntry<SoftmaxParams> = {
  kind: 'softmax',
  infer: ({ axes, isLog }, [input]) => {
    const wrong = axes?.find((axis) => axis < -input.ndim || axis >= input.ndim);
    if (wrong !== undefined) {
      throw new EngineError(
        'ValueError',
        `${classOf(isLog)} axis(=${wrong}) out of bounds for ${input.ndim}D array ${input.name ?? ''}`,
      );
    }
    return [input.type];
  },
  evaluate: ({ axes, isLog }, [input], runner) => {
    runner.host.allocate(3 * input.byteLength);
    if (input.size === 0) return [input];
    const all = axes?.map((axis) => normalizeAxis(axis, input.ndim)) ?? [...input.shape.keys()];
    return [softmaxOf(input, all, isLog ? 'logarithm' : 'probability')];
  },
  print: (params, dialect) => printSoftmax(params, dialect),
};

function printSoftmax({ axes, isLog }: SoftmaxParams, dialect: Dialect): string {
  const name = classOf(isLog);
  if (dialect.softmaxText === 'none') return name;
  if (dialect.softmaxText === 'one' || axes === null)
    return `${name}{axis=${axes === null ? 'None' : axes[0]}}`;
  return `${name}{axis=(${axes.join(', ')}${axes.length === 1 ? ',' : ''})}`;
}

function softmaxOf(input: NDArray, axes: readonly number[], gives: 'probability' | 'logarithm'): NDArray {
  const kept = input.shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  const values = isFloat(input.dtype) ? input : cast(input, 'float64');
  const types = { accumulate: values.dtype, output: values.dtype };
  const greatest = reshape(reduce(values, 'max', { axes, ...types }), kept);
  const shifted = numpyElementwise('subtract', [values, greatest]);
  const powers = numpyElementwise('exp', [shifted]);
  const fold = { kind: 'sum', axes, dtype: powers.dtype as OrderedFold['dtype'] } as const;
  const sums = reshape(orderedFold(powers, fold), kept);
  return gives === 'probability'
    ? numpyElementwise('true_divide', [powers, sums])
    : numpyElementwise('subtract', [shifted, numpyElementwise('log', [sums])]);
}

/** `softmax(x)` and `log_softmax(x)` along the axes. */
export const softmax = (
  input: Variable,
  axes: readonly number[] | null,
  gives: 'probability' | 'logarithm' = 'probability',
): Variable => {
  const isCastBefore = isDiscrete(input.dtype) && input.context.dialect.integerSoftmax === 'before';
  const values = isCastBefore ? castTo(input, 'float64') : input;
  return apply(softmaxEntry, { axes, isLog: gives === 'logarithm' }, [values])[0];
};

/** Theano's softmax: of the rows of a matrix; a vector becomes one row, with a warning. */
export function rowSoftmax(input: Variable, gives: 'probability' | 'logarithm'): Variable {
  const { context } = input;
  if ((input.ndim !== 1 && input.ndim !== 2) || !isFloat(input.dtype)) {
    throw new EngineError(
      'ValueError',
      `x must be 1-d or 2-d tensor of floats. Got ${printType(context.dialect, input.type)}`,
    );
  }
  if (input.ndim === 2) return softmax(input, [1], gives);
  context.warn(
    'UserWarning',
    `DEPRECATION: If x is a vector, ${classOf(gives === 'logarithm')} will not automatically pad x anymore in next releases. If you need it, please do it manually. The vector case is gonna be supported soon and the output will be a vector.`,
  );
  return softmax(dimShuffle(input, ['x', 0]), [1], gives);
}

type None = Record<string, never>;

const isClasses = (dtype: DType, ndim: number): boolean => isDiscrete(dtype) && ndim === 1;

/** Minus the logarithm of the probability of each row's class. */
export const categoricalLossEntry: OpEntry<None> = {
  kind: 'categoricalLoss',
  infer: (_, [distribution, classes]) => {
    const { dialect } = distribution.context;
    if (distribution.ndim !== 2)
      throw new EngineError('TypeError', 'matrix required for argument: coding_dist');
    const fits =
      dialect.lossClasses === 'vectors'
        ? ['int32', 'int64'].includes(classes.dtype) && classes.ndim === 1 && classes.type.shape[0] !== 1
        : isClasses(classes.dtype, classes.ndim);
    if (!fits) throw wrongClasses(classes, dialect);
    return [{ dtype: distribution.dtype, shape: [null] }];
  },
  evaluate: (_, [distribution, classes], runner) => {
    const count = distribution.shape[0];
    runner.host.allocate(count * 8);
    const result = zeros(distribution.dtype, [count]);
    const picked = pickedPerRow(distribution, classes);
    return [
      numpyElementwise('negative', [numpyElementwise('log', [fromStorage(result.dtype, picked, [count])])]),
    ];
  },
  print: () => 'CrossentropyCategorical1Hot',
};

const wrongClasses = (classes: Variable, dialect: Dialect): EngineError =>
  new EngineError('TypeError', fillText(dialect.wrongClasses, printType(dialect, classes.type)));

/** One element of each row; a negative class counts from the end. */
function pickedPerRow(matrix: NDArray, classes: NDArray): NDArray['storage'] {
  const [rows, columns] = matrix.shape;
  const picked = zeros(matrix.dtype, [rows]).storage;
  const values = matrix.elements();
  for (let row = 0; row < rows; row++) {
    if (row >= classes.size)
      throw new EngineError(
        'IndexError',
        `index ${row} is out of bounds for axis 0 with size ${classes.size}`,
      );
    const at = Number(classes.at(row));
    if (at < -columns || at >= columns)
      throw new EngineError('IndexError', `index ${at} is out of bounds for axis 1 with size ${columns}`);
    picked[row] = values[row * columns + (at < 0 ? at + columns : at)];
  }
  return picked;
}

/** `crossentropy_categorical_1hot(coding_dist, true_one_of_n)`. */
export const categoricalLoss = (distribution: Variable, classes: Variable): Variable =>
  apply(categoricalLossEntry, {}, [distribution, classes])[0];
