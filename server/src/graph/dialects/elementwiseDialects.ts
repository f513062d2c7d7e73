/**
 * The differences between the libraries in elementwise ops, reductions and softmax, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface ElementwiseDialect {
  /** An input with one row that was not known to be one, beside others with more. */
  readonly runtimeBroadcast: 'refused' | 'repeated';
}

const theano: ElementwiseDialect = {
  runtimeBroadcast: 'refused',
};

const aesara: ElementwiseDialect = {
  ...theano,
  runtimeBroadcast: 'repeated',
};

const pytensor: ElementwiseDialect = {
  ...aesara,
  runtimeBroadcast: 'refused',
};

export const elementwiseDialects: PerLibrary<ElementwiseDialect> = { theano, aesara, pytensor };
