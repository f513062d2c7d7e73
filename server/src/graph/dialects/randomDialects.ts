/**
 * The differences between the libraries in random variables and streams, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface RandomDialect {
  /** How random ops are described: by numbers of axes, or by NumPy's signatures. */
  readonly randomOps: 'ranks' | 'signature';
  /** Whether a RandomState may be shared, as a Generator may. */
  readonly legacyGenerators: 'shared' | 'refused';
  /** The module of shared generators. */
  readonly generatorHome: 'tensor.random.var' | 'tensor.random.variable';
  /** The module of a shared `RandomState`. */
  readonly sharedStateHome: 'tensor.shared_randomstreams' | 'tensor.random.var' | 'tensor.random.variable';
  /** The module of the types of generators. */
  readonly stateTypeHome: string;
  /** Whether generators as variables have methods of their own. */
  readonly generatorVariables: 'plain' | 'ownMethods';
  /** The class of streams that run on graphics cards. */
  readonly mrgStreams: 'MRG_RandomStreams' | 'MRG_RandomStream';
  /** Whether their states count as those of generators. */
  readonly mrgStates: 'generators' | 'arrays';
  /** Which output of a draw programs get. */
  readonly defaultDraw: 0 | 1;
}

const theano: RandomDialect = {
  randomOps: 'ranks',
  legacyGenerators: 'shared',
  generatorHome: 'tensor.random.var',
  sharedStateHome: 'tensor.shared_randomstreams',
  stateTypeHome: 'theano.tensor.raw_random',
  generatorVariables: 'plain',
  mrgStreams: 'MRG_RandomStreams',
  mrgStates: 'generators',
  defaultDraw: 0,
};

const aesara: RandomDialect = {
  ...theano,
  sharedStateHome: 'tensor.random.var',
  stateTypeHome: 'aesara.tensor.random.type',
  mrgStreams: 'MRG_RandomStream',
  mrgStates: 'arrays',
  defaultDraw: 1,
};

const pytensor: RandomDialect = {
  ...aesara,
  randomOps: 'signature',
  legacyGenerators: 'refused',
  generatorHome: 'tensor.random.variable',
  sharedStateHome: 'tensor.random.variable',
  stateTypeHome: 'pytensor.tensor.random.type',
  generatorVariables: 'ownMethods',
};

export const randomDialects: PerLibrary<RandomDialect> = { theano, aesara, pytensor };
