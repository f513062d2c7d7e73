/**
 * The differences between the libraries in ops that cut, join, move and repeat, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface ShapeDialect {
  /** Where a join has its axis: as its first input, or as a setting of the op. */
  readonly joinAxis: 'input' | 'setting';
}

const theano: ShapeDialect = {
  joinAxis: 'input',
};

const aesara: ShapeDialect = {
  ...theano,
};

const pytensor: ShapeDialect = {
  ...aesara,
  joinAxis: 'setting',
};

export const shapeDialects: PerLibrary<ShapeDialect> = { theano, aesara, pytensor };
