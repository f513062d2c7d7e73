/**
 * The differences between the libraries in what programs do with variables and constants as Python objects, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface VariableDialect {
  /** `bool(x)` of a variable: True for a bare variable, or always refused. */
  readonly boolOfVariable: 'bareIsTrue' | 'refused';
  /** A Python or NumPy bool in an expression. */
  readonly boolConstants: 'AsTensorError' | 'TypeError';
}

const theano: VariableDialect = {
  boolOfVariable: 'bareIsTrue',
  boolConstants: 'AsTensorError',
};

const aesara: VariableDialect = {
  ...theano,
  boolConstants: 'TypeError',
};

const pytensor: VariableDialect = {
  ...aesara,
  boolOfVariable: 'refused',
};

export const variableDialects: PerLibrary<VariableDialect> = { theano, aesara, pytensor };
