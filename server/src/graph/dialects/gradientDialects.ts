/**
 * The differences between the libraries in gradients, a row per difference: what is refused, in which words, and what rules give.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface GradientDialect {
  /** What an op says of a gradient that it refuses. */
  readonly undefinedGradient: string;
  /** Why a loop refuses a gradient that needs an earlier state of a random generator. */
  readonly untracedGradient: string;
  /** Elementwise ops whose gradient the library does not have, with blanks between them. */
  readonly undifferentiated: string;
}

const theano: GradientDialect = {
  undefinedGradient: 'mathematically undefined',
  untracedGradient: 'Depends on a shared variable',
  undifferentiated: 'gammainc gammaincc tri_gamma',
};

const aesara: GradientDialect = {
  ...theano,
  undefinedGradient: 'not implemented',
  undifferentiated: 'tri_gamma',
};

const pytensor: GradientDialect = {
  ...aesara,
  undefinedGradient: 'undefined',
  untracedGradient: 'Depends on a untraced variable',
  undifferentiated: 'none',
};

export const gradientDialects: PerLibrary<GradientDialect> = { theano, aesara, pytensor };
