/**
 * The differences between the libraries in types of variables, a row per difference: what they know, what fits, what a number becomes.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface TypeDialect {
  /** How much of a shape a type knows: only lengths of 1 (Theano), or every length. */
  readonly staticShapes: 'broadcastOnly' | 'full';
  /** What ops that cut, join or pick know of the shape of what they give: all lengths, or only those of 1. */
  readonly partShapes: 'lengths' | 'onlyOnes';
}

const theano: TypeDialect = {
  staticShapes: 'broadcastOnly',
  partShapes: 'onlyOnes',
};

const aesara: TypeDialect = {
  ...theano,
  staticShapes: 'full',
};

const pytensor: TypeDialect = {
  ...aesara,
  partShapes: 'lengths',
};

export const typeDialects: PerLibrary<TypeDialect> = { theano, aesara, pytensor };
