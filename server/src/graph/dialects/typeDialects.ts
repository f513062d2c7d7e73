/**
 * The differences between the libraries in types of variables, a row per difference: what they know, what fits, what a number becomes.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface TypeDialect {
  /** How much of a shape a type knows: only lengths of 1 (Theano), or every length. */
  readonly staticShapes: 'broadcastOnly' | 'full';
  /** What loops and ops that cut, join or pick know of the shape of what they give: all lengths, or only those of 1. */
  readonly partShapes: 'lengths' | 'onlyOnes';
  /** Of which vectors the length is known: of shapes and their parts, or of all that are put together. */
  readonly vectorLengths: 'shapes' | 'all';
  /** The length of a slice without bounds. */
  readonly openSliceLength: 'whole' | 'none';
}

const theano: TypeDialect = {
  staticShapes: 'broadcastOnly',
  partShapes: 'onlyOnes',
  vectorLengths: 'shapes',
  openSliceLength: 'whole',
};

const aesara: TypeDialect = {
  ...theano,
  staticShapes: 'full',
  vectorLengths: 'all',
  openSliceLength: 'none',
};

const pytensor: TypeDialect = {
  ...aesara,
  partShapes: 'lengths',
  openSliceLength: 'whole',
};

export const typeDialects: PerLibrary<TypeDialect> = { theano, aesara, pytensor };
