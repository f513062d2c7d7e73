/**
 * The differences between the libraries in classes of ops that programs define, a row per difference.
 * Sources: Theano 1.0.5, `gof/op.py`; Aesara 2.9.4 and PyTensor 3.0.7, `graph/op.py` and `graph/utils.py`.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface ProgramOpDialect {
  /** Whether the root class has `itypes` and `otypes`, which say nothing. */
  readonly emptyOpTypes: boolean;
  /** Whether it has a `grad`, which refuses; and whether the refusal names the op. */
  readonly opGradient: 'absent' | 'bare' | 'named';
  /** Whether `pullback` is what is asked for gradients, and `grad` and `L_op` are old. */
  readonly opPullback: boolean;
  /** The refusal of `R_op`: `{0}` is the op, `{1}` its class. */
  readonly noOpPushforward: string;
  /** The refusal of `make_node` where the op names no types. */
  readonly noOpTypes: string;
  /** How inputs of other types are refused: as two lists, or each with its place. */
  readonly wrongOpInputs: 'lists' | 'each';
  /** The text of an op that names no properties. */
  readonly plainOpText: 'object' | 'class';
  /** Its `repr`. */
  readonly opRepr: 'object' | 'call';
  /** Whether a call of an op takes `name=` for what it gives. */
  readonly opsNameOutputs: boolean;
  /** Whether `as_op` is old, and `wrap_py` its new name. */
  readonly hasWrapPy: boolean;
  /** The method that a library asks ops for gradients. */
  readonly opGradientMethod: 'L_op' | 'pullback';
}

const theano: ProgramOpDialect = {
  emptyOpTypes: false,
  opGradient: 'absent',
  opPullback: false,
  noOpPushforward:
    '{0} of class {1} does not implement R_op. If this is a theano op, write to the theano-dev mailing list for assistance. If it is your own op, implement the R_op method.',
  noOpTypes: 'You can either define itypes and otypes,             or implement make_node',
  wrongOpInputs: 'lists',
  plainOpText: 'object',
  opRepr: 'object',
  opsNameOutputs: false,
  hasWrapPy: false,
  opGradientMethod: 'L_op',
};

const aesara: ProgramOpDialect = {
  ...theano,
  emptyOpTypes: true,
  opGradient: 'bare',
  noOpPushforward: 'R_op not implemented for Op {0}',
  noOpTypes: 'You can either define itypes and otypes, or implement make_node',
  wrongOpInputs: 'each',
  plainOpText: 'class',
};

const pytensor: ProgramOpDialect = {
  ...aesara,
  opGradient: 'named',
  opPullback: true,
  opRepr: 'call',
  opsNameOutputs: true,
  hasWrapPy: true,
  opGradientMethod: 'pullback',
};

export const programOpDialects: PerLibrary<ProgramOpDialect> = {
  theano,
  aesara,
  pytensor,
};
