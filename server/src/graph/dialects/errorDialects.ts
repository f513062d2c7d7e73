/**
 * The differences between the libraries in how errors are raised at all, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface ErrorDialect {
  /** Where errors have the values that they are about: as further arguments, or in their text. */
  readonly errorValues: 'arguments' | 'text';
  /** How functions refuse wrong arguments: with assertions, or with exceptions that say more. */
  readonly argumentChecks: 'assertions' | 'exceptions';
  /** When lengths that are known and do not fit are refused: in the run, or where the graph is made. */
  readonly unfitLengths: 'late' | 'atOnce';
}

const theano: ErrorDialect = {
  errorValues: 'arguments',
  argumentChecks: 'assertions',
  unfitLengths: 'late',
};

const aesara: ErrorDialect = {
  ...theano,
  errorValues: 'text',
  argumentChecks: 'exceptions',
};

const pytensor: ErrorDialect = {
  ...aesara,
  unfitLengths: 'atOnce',
};

export const errorDialects: PerLibrary<ErrorDialect> = { theano, aesara, pytensor };
