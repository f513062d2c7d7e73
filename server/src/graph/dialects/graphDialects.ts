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
  /** The arguments of `OpFromGraph`. */
  readonly fromGraphArguments: 'classic' | 'current';
  /** Inputs and outputs of `OpFromGraph` that are no lists, and updates: each is refused where it is met, or all in words of its own. */
  readonly graphLists: 'eachAlone' | 'inWords';
  /** The function that refuses unknown options of `OpFromGraph`. */
  readonly refusingFunction: 'orig_function' | 'pfunc' | 'function';
  /** An input or output `{0}` that is no variable. */
  readonly noGraphVariable: string;
  /** A call with `{1}` inputs instead of `{0}`. */
  readonly innerInputCount: string;
  /** Whether such an op takes its shared variables as inputs. */
  readonly innerShared: 'hidden' | 'taken';
  /** Replacing a variable that is not in the graph. */
  readonly foreignReplacement: 'refused' | 'ignored';
  /** An input of a graph that something computes. */
  readonly ownedInput: string;
  /** How a graph prints; `{0}` is its outputs. */
  readonly functionGraphText: string;
  /** What walks through graphs give. */
  readonly walks: 'lists' | 'generators';
  /** The `repr` of an op of the library. */
  readonly opObjectRepr: 'object' | 'text';
}

const theano: GraphDialect = {
  graphWalk: 'first',
  innerInputsChecked: 'whenCompiled',
  fromGraphArguments: 'classic',
  graphLists: 'eachAlone',
  refusingFunction: 'orig_function',
  noGraphVariable: 'inputs and outputs must be Variable instances',
  innerInputCount: 'Expected {0} inputs, got {1}',
  innerShared: 'hidden',
  foreignReplacement: 'refused',
  ownedInput:
    "One of the provided inputs is the output ofan already existing node. If that is okay, either discard that input's owner or use graph.clone.",
  functionGraphText: '[{0}]',
  walks: 'lists',
  opObjectRepr: 'object',
};

const aesara: GraphDialect = {
  ...theano,
  innerInputsChecked: 'atOnce',
  graphLists: 'inWords',
  refusingFunction: 'pfunc',
  noGraphVariable: 'Inputs and outputs must be Variable instances; got {0}',
  innerInputCount: 'Expected at least {0} input(s)',
  innerShared: 'taken',
  foreignReplacement: 'ignored',
  ownedInput:
    "One of the provided inputs is the output of an already existing node. If that is okay, either discard that input's owner or use graph.clone.",
  functionGraphText: 'FunctionGraph({0})',
  walks: 'generators',
};

const pytensor: GraphDialect = {
  ...aesara,
  graphWalk: 'last',
  fromGraphArguments: 'current',
  refusingFunction: 'function',
  opObjectRepr: 'text',
};

export const graphDialects: PerLibrary<GraphDialect> = { theano, aesara, pytensor };
