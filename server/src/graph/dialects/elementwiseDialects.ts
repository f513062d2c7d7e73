/**
 * The differences between the libraries in elementwise ops, reductions and softmax, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface ElementwiseDialect {
  /** An input with one row that was not known to be one, beside others with more. */
  readonly runtimeBroadcast: 'refused' | 'repeated';
  /** The operator `-` between booleans. */
  readonly booleanDifference: 'computed' | 'refused';
  /** What is said where lengths do not fit: all shapes, or what to do. */
  readonly broadcastRefusal: 'shapes' | 'advice';
  /** The names of elementwise ops in the classic text. */
  readonly scalarNames: 'old' | 'new';
  /** Whether a mean divides by one length after the other, or by their product. */
  readonly meanDivision: 'byEach' | 'byProduct';
  /** Whose words refuse an axis of running sums. */
  readonly cumulativeAxis: 'own' | 'numpy';
  /** How a product prints: `{0}` is the axes, `{1}` and `{2}` are types, `{3}` says whether zeros are impossible. */
  readonly prodText: string;
  /** The exception for an axis of a reduction that is not there. */
  readonly reducedAxis: 'ValueError' | 'AxisError';
  /** Its text: `{0}` is the variable, `{1}` the axis, `{2}` all axes, `{3}` their number in the variable. */
  readonly reducedAxisText: string;
  /** What softmax prints of its axes. */
  readonly softmaxText: 'none' | 'one' | 'all';
  /** Along which axes softmax works where none is given; the last one with a warning. */
  readonly softmaxAlong: 'rows' | 'last' | 'all';
  /** Where integers become floats in softmax. */
  readonly integerSoftmax: 'inOp' | 'before';
  /** What may name the class of each row: vectors of two types, or integers. */
  readonly lossClasses: 'vectors' | 'integers';
  /** The refusal of others; `{0}` is their type. */
  readonly wrongClasses: string;
  /** Whether `iv` and `chi2sf` are ops or composed of others. */
  readonly olderSpecialFunctions: 'ops' | 'composed';
  /** The conjugate of a real variable. */
  readonly realConjugate: 'applied' | 'variable';
  /** The name of what `maximum` of several gives. */
  readonly maximumName: string | null;
  /** `xlogx` and `xlogy0`: ops, or old names of `xlogy`. */
  readonly oldLogarithms: 'ops' | 'deprecated';
  /** Whether pooling without a word about the border is warned about. */
  readonly poolBorder: 'warned' | 'silent';
}

const theano: ElementwiseDialect = {
  runtimeBroadcast: 'refused',
  booleanDifference: 'computed',
  broadcastRefusal: 'shapes',
  scalarNames: 'old',
  meanDivision: 'byEach',
  cumulativeAxis: 'own',
  prodText: "Prod{axis={0}, dtype='{1}', acc_dtype='{2}'}",
  reducedAxis: 'ValueError',
  reducedAxisText: 'Not enough dimensions on {0} to reduce on axis {1}',
  softmaxText: 'none',
  softmaxAlong: 'rows',
  integerSoftmax: 'inOp',
  lossClasses: 'vectors',
  wrongClasses:
    'integer vector required for argument: true_one_of_n(got type: {0} instead of: TensorType(int64, vector))',
  olderSpecialFunctions: 'ops',
  realConjugate: 'applied',
  maximumName: 'max',
  oldLogarithms: 'ops',
  poolBorder: 'warned',
};

const aesara: ElementwiseDialect = {
  ...theano,
  runtimeBroadcast: 'repeated',
  booleanDifference: 'refused',
  scalarNames: 'new',
  prodText:
    "Prod{scalar_op=<aesara.scalar.basic.Mul object at 0x7f0000000000>, axis={0}, dtype='{1}', acc_dtype='{2}', no_zeros_in_input={3}}",
  reducedAxis: 'AxisError',
  reducedAxisText: 'axis {2} is out of bounds for array of dimension {3}',
  softmaxText: 'one',
  softmaxAlong: 'last',
  lossClasses: 'integers',
  wrongClasses: 'Integer vector required for argument `true_one_of_n`',
  realConjugate: 'variable',
  poolBorder: 'silent',
};

const pytensor: ElementwiseDialect = {
  ...aesara,
  runtimeBroadcast: 'refused',
  broadcastRefusal: 'advice',
  meanDivision: 'byProduct',
  cumulativeAxis: 'numpy',
  softmaxText: 'all',
  softmaxAlong: 'all',
  integerSoftmax: 'before',
  olderSpecialFunctions: 'composed',
  maximumName: null,
  oldLogarithms: 'deprecated',
};

export const elementwiseDialects: PerLibrary<ElementwiseDialect> = { theano, aesara, pytensor };
