/**
 * The differences between the libraries in how types, ops and graphs print, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface PrintingDialect {
  /** How the type of a tensor prints. */
  readonly typeText: 'theano' | 'aesara' | 'pytensor';
  /** How the result of an op prints: `Elemwise{add,no_inplace}.0` or `Add.0`. */
  readonly opText: 'classic' | 'pytensor';
}

const theano: PrintingDialect = {
  typeText: 'theano',
  opText: 'classic',
};

const aesara: PrintingDialect = {
  ...theano,
  typeText: 'aesara',
};

const pytensor: PrintingDialect = {
  ...aesara,
  typeText: 'pytensor',
  opText: 'pytensor',
};

export const printingDialects: PerLibrary<PrintingDialect> = { theano, aesara, pytensor };
