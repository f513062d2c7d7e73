/**
 * The differences between the libraries in gradients, a row per difference: what is refused, in which words, and what rules give.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface GradientDialect {
  /** What an op says of a gradient that it refuses. */
  readonly undefinedGradient: string;
  /** Why a loop refuses a gradient that needs an earlier state of a random generator. */
  readonly untracedGradient: string;
  /** Elementwise ops whose gradient the library does not have, with blanks between them. */
  readonly undifferentiated: string;
  /** What `jacobian` takes: vectors, or tensors of all ranks. */
  readonly jacobianOf: 'vectors' | 'tensors';
  /** The gradient of the diagonals of several matrices. */
  readonly diagonalGradient: 'missing' | 'defined';
  /** The module of scalar ops without a gradient. */
  readonly scalarGradientHome: string;
  /** The method that ops without a gradient do not define. */
  readonly gradientMethod: 'grad' | 'pullback';
  /** Whether elementwise ops that give no floats are asked for their gradient. */
  readonly integerOps: 'notAsked' | 'asked';
  /** What the gradient of an op made of a graph adds to its name. */
  readonly innerGradientSuffix: '_lop' | '_LOp';
  /** Gradients of an op made of a graph: of all outputs together, or of those that are needed. */
  readonly innerGradients: 'allOutputs' | 'neededOutputs';
  /** What the former end in where an output has no gradient; `{0}` is its type. */
  readonly disconnectedSeed: string;
  /** The exception for it. */
  readonly disconnectedSeedError: 'TypeError' | 'AttributeError';
  /** A cost with axes. */
  readonly costNotScalar: string;
  /** What says that a gradient is not a number. */
  readonly gradientTitle: string;
  /** How the right operator is made: as a rule of each op, or as the left one taken twice. */
  readonly rightOperator: 'ofEachOp' | 'leftTwice';
  /** The gradient for a triangular matrix with a unit diagonal: with the diagonal or without. */
  readonly unitTriangleGradient: 'withDiagonal' | 'withoutDiagonal';
  /** The gradient of `matmul`. */
  readonly matmulGradient: 'defined' | 'missing';
  /** The gradients of decompositions and functions that got one late. */
  readonly newMatrixGradients: 'missing' | 'defined';
  /** The exception where a function of matrices has no gradient. */
  readonly missingMatrixGradient: 'AttributeError' | 'NotImplementedError';
  /** The gradient of a repetition by a count per row. */
  readonly repeatGradient: 'missing' | 'defined';
  /** How ops of the library refuse the right operator: as those of programs do, or without words. */
  readonly missingPushforward: 'explained' | 'bare';
  /** How `verify_grad` refuses a point that is no list. */
  readonly wrongPoint: 'assertion' | 'explained';
  /** Whether `verify_grad` needs a generator, or makes one. */
  readonly checkGenerator: 'needed' | 'made';
  /** The module that it points to for tests. */
  readonly testTools: string;
  /** The method of the generator that it calls. */
  readonly checkDraws: 'rand' | 'random';
  /** A checked function with several outputs. */
  readonly severalChecked: string;
  /** A checked function that gives something else. */
  readonly wrongChecked: string;
  /** Whether errors of `verify_grad` tell the inputs. */
  readonly checkErrors: 'withInputs' | 'plain';
  /** When something in wrt that is no variable is noticed: at once, or where it is found to be disconnected. */
  readonly wrtChecks: 'atOnce' | 'late';
  /** Whether `return_disconnected` wants its words in their very case. */
  readonly disconnectedWords: 'exact' | 'anyCase';
  /** What other known gradients than a dict are asked for first. */
  readonly knownGradientsAsked: 'keys' | 'owner';
  /** A cost that is not a number: `{0}` is the reason. */
  readonly nullCost: string;
  /** A set as wrt. */
  readonly wrtSet: string;
  /** What may be multiplied from the left: variables, or what becomes one. */
  readonly leftPoints: 'variables' | 'tensors';
  /** The names `Lop` and `Rop`. */
  readonly oldOperatorNames: 'current' | 'deprecated';
  /** The signature of `Lop`. */
  readonly lopSignature: string;
  /** Another number of points than of variables, where it is not an assertion. */
  readonly pointCount: string;
  /** A point with other axes: `{0}` is its number, `{1}` and `{2}` are the numbers of axes. */
  readonly pointRank: string;
}

const theano: GradientDialect = {
  undefinedGradient: 'mathematically undefined',
  untracedGradient: 'Depends on a shared variable',
  undifferentiated: 'gammainc gammaincc tri_gamma',
  jacobianOf: 'vectors',
  diagonalGradient: 'missing',
  scalarGradientHome: 'theano.scalar.basic_scipy',
  gradientMethod: 'grad',
  integerOps: 'notAsked',
  innerGradientSuffix: '_lop',
  innerGradients: 'allOutputs',
  disconnectedSeed:
    'Cannot convert Type DisconnectedType (of Variable <DisconnectedType>) into Type {0}. You can try to manually convert <DisconnectedType> into a {0}.',
  disconnectedSeedError: 'TypeError',
  costNotScalar: 'cost must be a scalar.',
  gradientTitle: 'tensor.grad',
  rightOperator: 'ofEachOp',
  unitTriangleGradient: 'withDiagonal',
  matmulGradient: 'defined',
  newMatrixGradients: 'missing',
  missingMatrixGradient: 'AttributeError',
  repeatGradient: 'missing',
  missingPushforward: 'explained',
  wrongPoint: 'assertion',
  checkGenerator: 'needed',
  testTools: 'theano.tests.unittest_tools',
  checkDraws: 'rand',
  severalChecked: 'cant (yet) autotest gradient of fun with multiple outputs',
  wrongChecked:
    'It seems like you are trying to use verify_grad on an op or a function which outputs a list: there should be a single (array-like) output instead',
  checkErrors: 'withInputs',
  wrtChecks: 'atOnce',
  disconnectedWords: 'exact',
  knownGradientsAsked: 'keys',
  nullCost: "Can't differentiate a NaN cost.cost is NaN because {0}",
  wrtSet:
    "wrt must not be a set. sets have no defined iteration order, so we can't return gradients in a  matching order.",
  leftPoints: 'variables',
  oldOperatorNames: 'current',
  lopSignature: 'Lop(f, wrt, eval_points, consider_constant?, disconnected_inputs?)',
  pointCount: '',
  pointRank: 'Element {0} of wrt/eval_point have mismatched dimensionality: {1} versus {2}',
};

const aesara: GradientDialect = {
  ...theano,
  undefinedGradient: 'not implemented',
  undifferentiated: 'tri_gamma',
  scalarGradientHome: 'aesara.scalar.math',
  disconnectedSeed: "'DisconnectedType' object has no attribute 'ndim'",
  disconnectedSeedError: 'AttributeError',
  costNotScalar: 'Cost must be a scalar.',
  gradientTitle: '`grad`',
  matmulGradient: 'missing',
  missingMatrixGradient: 'NotImplementedError',
  missingPushforward: 'bare',
  testTools: 'tests.unittest_tools',
  checkDraws: 'random',
  severalChecked: "Can't (yet) auto-test the gradient of a function with multiple outputs",
  wrongChecked:
    'It seems like you are trying to use verify_grad on an Op or a function which outputs a list: there should be a single (array-like) output instead',
  checkErrors: 'plain',
  wrtChecks: 'late',
  disconnectedWords: 'anyCase',
  nullCost: "Can't differentiate a NaN cost. Cost is NaN because {0}",
  wrtSet: "unhashable type: 'set'",
  leftPoints: 'tensors',
  pointCount: '`wrt` must be the same length as `eval_points`.',
  pointRank: 'Elements {0} of `wrt` and `eval_point` have mismatched dimensionalities: {1} and {2}',
};

const pytensor: GradientDialect = {
  ...aesara,
  undefinedGradient: 'undefined',
  untracedGradient: 'Depends on a untraced variable',
  undifferentiated: 'none',
  jacobianOf: 'tensors',
  diagonalGradient: 'defined',
  scalarGradientHome: 'pytensor.scalar.math',
  gradientMethod: 'pullback',
  integerOps: 'asked',
  innerGradientSuffix: '_LOp',
  innerGradients: 'neededOutputs',
  rightOperator: 'leftTwice',
  unitTriangleGradient: 'withoutDiagonal',
  matmulGradient: 'defined',
  newMatrixGradients: 'defined',
  repeatGradient: 'defined',
  wrongPoint: 'explained',
  checkGenerator: 'made',
  knownGradientsAsked: 'owner',
  oldOperatorNames: 'deprecated',
  lopSignature: 'Lop(f, wrt, eval_points, consider_constant?, disconnected_inputs?, return_disconnected?)',
  pointCount: '`wrt` must be the same length as `tangents`.',
  pointRank: 'Elements {0} of `wrt` and `tangents` have mismatched dimensionalities: {1} and {2}',
};

export const gradientDialects: PerLibrary<GradientDialect> = { theano, aesara, pytensor };
