/**
 * The differences between the libraries in indices and what stands between brackets, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface IndexDialect {
  /** Who takes elements of a vector: `take`, which does not name the axis, or an index. */
  readonly vectorIndexing: 'take' | 'index';
  /** Whether masks and single lists of places are ops of their own. */
  readonly advancedIndexOps: 'several' | 'one';
  /** More indices than axes: `{0}` axes, `{1}` indices. */
  readonly tooManyIndices: string;
  /** A bound that is no integer. */
  readonly noIntegerBound: string;
  /** An index that is none. */
  readonly wrongIndex: string;
  /** What becomes of the axes after the last item of an index with None. */
  readonly axesAfterNone: 'dropped' | 'kept';
  /** A list of places that are no integers. */
  readonly noIntegersIndex: string;
  /** The same beside other lists. */
  readonly noIntegersIndices: string;
}

const theano: IndexDialect = {
  vectorIndexing: 'take',
  advancedIndexOps: 'several',
  tooManyIndices: 'too many indices for array',
  noIntegerBound: 'Expected an integer',
  wrongIndex: 'index must be integers or a boolean mask',
  axesAfterNone: 'dropped',
  noIntegersIndex: 'index must be integers',
  noIntegersIndices: 'index must be integers or a boolean mask',
};

const aesara: IndexDialect = {
  ...theano,
  vectorIndexing: 'index',
  advancedIndexOps: 'one',
  wrongIndex: 'Expected an integer',
  axesAfterNone: 'kept',
  noIntegersIndex: 'Expected an integer',
  noIntegersIndices: 'Expected an integer',
};

const pytensor: IndexDialect = {
  ...aesara,
  tooManyIndices: 'too many indices for tensor: tensor is {0}-dimensional, but {1} were indexed',
  noIntegerBound: 'basic indices must be integers',
  wrongIndex: 'basic indices must be integers',
  noIntegersIndex: 'basic indices must be integers',
  noIntegersIndices: 'basic indices must be integers',
};

export const indexDialects: PerLibrary<IndexDialect> = { theano, aesara, pytensor };
