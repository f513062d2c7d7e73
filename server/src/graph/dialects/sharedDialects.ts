/**
 * The differences between the libraries in shared variables, a row per difference: what may be shared, defaults, values.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface SharedDialect {
  /** A variable given to `shared`. */
  readonly symbolicShared: string;
  /** The options of shared arrays, with blanks between them. */
  readonly sharedArrayOptions: string;
  /** What other options end in: no maker takes them, or the maker of arrays or numbers refuses them. */
  readonly wrongSharedOptions: 'noMaker' | 'refusedByMaker';
  /** The attribute `default_update` of a variable without one. */
  readonly unsetDefaultUpdate: 'missing' | 'None';
  /** Whether setting a default update, or leaving it out of a function, is deprecated. */
  readonly defaultUpdatesAreOld: boolean;
  /** When the type of a default update is looked at: where it is set, or where a function takes it over. */
  readonly checksDefaultUpdates: 'late' | 'atOnce';
  /** The attribute `value` of a shared variable: an explained refusal, or not there. */
  readonly valueAttribute: 'explained' | 'missing';
  /** Whether shared numbers have a class of their own. */
  readonly sharedNumbers: 'ownClass' | 'classOfTensors';
}

const theano: SharedDialect = {
  symbolicShared: 'Shared variable constructor needs numeric values and not symbolic variables.',
  sharedArrayOptions: 'borrow broadcastable target',
  wrongSharedOptions: 'noMaker',
  unsetDefaultUpdate: 'missing',
  defaultUpdatesAreOld: false,
  checksDefaultUpdates: 'late',
  valueAttribute: 'explained',
  sharedNumbers: 'ownClass',
};

const aesara: SharedDialect = {
  ...theano,
  symbolicShared: 'Shared variable values can not be symbolic.',
  sharedArrayOptions: 'borrow shape broadcastable target',
  wrongSharedOptions: 'refusedByMaker',
  unsetDefaultUpdate: 'None',
  checksDefaultUpdates: 'atOnce',
  valueAttribute: 'missing',
};

const pytensor: SharedDialect = {
  ...aesara,
  defaultUpdatesAreOld: true,
  sharedNumbers: 'classOfTensors',
};

export const sharedDialects: PerLibrary<SharedDialect> = { theano, aesara, pytensor };
