/**
 * The differences between the libraries in graphs that programs look at and build, a row per difference: walks, function graphs, ops of programs.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface GraphDialect {
  /** Which of several variables walks through a graph take first. */
  readonly graphWalk: 'first' | 'last';
  /** When an input is refused that a graph inside of an op misses. */
  readonly innerInputsChecked: 'whenCompiled' | 'atOnce';
}

const theano: GraphDialect = {
  graphWalk: 'first',
  innerInputsChecked: 'whenCompiled',
};

const aesara: GraphDialect = {
  ...theano,
  innerInputsChecked: 'atOnce',
};

const pytensor: GraphDialect = {
  ...aesara,
  graphWalk: 'last',
};

export const graphDialects: PerLibrary<GraphDialect> = { theano, aesara, pytensor };
