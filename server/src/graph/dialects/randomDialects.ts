/**
 * The differences between the libraries in random variables and streams, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface RandomDialect {
  /** How random ops are described: by numbers of axes, or by NumPy's signatures. */
  readonly randomOps: 'ranks' | 'signature';
  /** Whether a RandomState may be shared, as a Generator may. */
  readonly legacyGenerators: 'shared' | 'refused';
}

const theano: RandomDialect = {
  randomOps: 'ranks',
  legacyGenerators: 'shared',
};

const aesara: RandomDialect = {
  ...theano,
};

const pytensor: RandomDialect = {
  ...aesara,
  randomOps: 'signature',
  legacyGenerators: 'refused',
};

export const randomDialects: PerLibrary<RandomDialect> = { theano, aesara, pytensor };
