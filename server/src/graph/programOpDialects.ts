/**
 * The differences between the libraries in classes of ops that programs define, a row per difference. Sources as for `dialects.ts`:
 * Theano 1.0.5, `gof/op.py`; Aesara 2.9.4 and PyTensor 3.0.7, `graph/op.py` and `graph/utils.py`.
 */
import type { LibraryName } from './dialects.ts';

export interface ProgramOpDialect {
  /** Whether the root class has `itypes` and `otypes`, which say nothing. */
  readonly hasEmptyTypes: boolean;
  /** Whether it has a `grad`, which refuses; and whether the refusal names the op. */
  readonly gradient: 'absent' | 'bare' | 'named';
  /** Whether `pullback` is what is asked for gradients, and `grad` and `L_op` are old. */
  readonly hasPullback: boolean;
  /** The refusal of `R_op`: `{0}` is the op, `{1}` its class. */
  readonly noPushforward: string;
  /** The refusal of `make_node` where the op names no types. */
  readonly noTypes: string;
  /** How inputs of other types are refused: as two lists, or each with its place. */
  readonly wrongTypes: 'lists' | 'each';
  /** The text of an op that names no properties. */
  readonly plainText: 'object' | 'class';
  /** Its `repr`. */
  readonly repr: 'object' | 'call';
  /** Whether a call of an op takes `name=` for what it gives. */
  readonly namesOutputs: boolean;
  /** Whether `as_op` is old, and `wrap_py` its new name. */
  readonly hasWrapPy: boolean;
}

const theano: ProgramOpDialect = {
  hasEmptyTypes: false,
  gradient: 'absent',
  hasPullback: false,
  noPushforward:
    '{0} of class {1} does not implement R_op. If this is a theano op, write to the theano-dev mailing list for assistance. If it is your own op, implement the R_op method.',
  noTypes: 'You can either define itypes and otypes,             or implement make_node',
  wrongTypes: 'lists',
  plainText: 'object',
  repr: 'object',
  namesOutputs: false,
  hasWrapPy: false,
};

const aesara: ProgramOpDialect = {
  ...theano,
  hasEmptyTypes: true,
  gradient: 'bare',
  noPushforward: 'R_op not implemented for Op {0}',
  noTypes: 'You can either define itypes and otypes, or implement make_node',
  wrongTypes: 'each',
  plainText: 'class',
};

const pytensor: ProgramOpDialect = {
  ...aesara,
  gradient: 'named',
  hasPullback: true,
  repr: 'call',
  namesOutputs: true,
  hasWrapPy: true,
};

export const programOpDialects: Readonly<Record<LibraryName, ProgramOpDialect>> = {
  theano,
  aesara,
  pytensor,
};
