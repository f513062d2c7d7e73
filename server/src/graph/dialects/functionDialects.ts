/**
 * The differences between the libraries in compiled functions, a row per difference: inputs, givens, updates, calls.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface FunctionDialect {
  /** `function(outputs={...})` returns a dict. */
  readonly dictOutputs: boolean;
  /** Whether errors of input conversion begin with "Bad input argument to …". */
  readonly badInputPrefix: boolean;
  /** How a call without a needed argument is refused. */
  readonly missingInput: string;
}

const theano: FunctionDialect = {
  dictOutputs: true,
  badInputPrefix: true,
  missingInput: 'Missing required input',
};

const aesara: FunctionDialect = {
  ...theano,
};

const pytensor: FunctionDialect = {
  ...aesara,
  dictOutputs: false,
  badInputPrefix: false,
  missingInput: 'Missing input',
};

export const functionDialects: PerLibrary<FunctionDialect> = { theano, aesara, pytensor };
