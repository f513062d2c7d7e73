/**
 * The differences between the libraries in shared variables, a row per difference: what may be shared, defaults, values.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface SharedDialect {
  /** A list given to `shared`: an opaque Generic variable, or refused. */
  readonly sharedList: 'generic' | 'refused';
}

const theano: SharedDialect = {
  sharedList: 'generic',
};

const aesara: SharedDialect = {
  ...theano,
  sharedList: 'refused',
};

const pytensor: SharedDialect = {
  ...aesara,
};

export const sharedDialects: PerLibrary<SharedDialect> = { theano, aesara, pytensor };
