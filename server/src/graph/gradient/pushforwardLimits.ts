/**
 * Ops whose right product (`R_op`) the classic libraries do not have: they refuse every graph with one of them, whether it
 * depends on the variables or not. PyTensor computes the product from gradients and needs none.
 */

import { EngineError } from '../../tensor/engineError.ts';
import { fillText } from '../dialects/fillText.ts';
import { printOp } from '../graphText.ts';
import type { GradientGate } from '../ops/gradientGate.ts';
import type { OpKind } from '../ops/opKinds.ts';
import type { ReduceParams } from '../ops/reductions.ts';
import { sortedApplies } from '../traversal.ts';
import type { Apply, Variable } from '../variable.ts';

const without: ReadonlySet<OpKind> = new Set([
  'allocDiagonal',
  'argsort',
  'assert',
  'categoricalLoss',
  'choose',
  'cumulative',
  'diagonal',
  'eye',
  'fillDiagonal',
  'matmul',
  'nonzero',
  'permuteRows',
  'pickFromUniform',
  'poolGradient',
  'ravelMultiIndex',
  'repeat',
  'searchSorted',
  'sort',
  'topK',
  'triangle',
  'unique',
  'unravelIndex',
]);

/** Raises the library's error for an op without right product between `wrt` and `outputs`. */
export function checkPushforward(outputs: readonly Variable[], wrt: readonly Variable[]): void {
  for (const apply of sortedApplies(outputs, new Set(wrt))) {
    if (isWithout(apply)) throw refusal(apply);
    if (apply.op.entry.kind === 'reduce') checkExtreme(apply);
  }
}

function isWithout({ op }: Apply): boolean {
  if (without.has(op.entry.kind)) return true;
  switch (op.entry.kind) {
    case 'gradientGate':
      return ['considerConstant', 'clip', 'scale'].includes((op.params as GradientGate).gate);
    case 'matrixFunction':
      return (op.params as { name: string }).name !== 'inverse';
    case 'reduce':
      return ['prod', 'all', 'any'].includes((op.params as ReduceParams).reduction);
    default:
      return false;
  }
}

function refusal(apply: Apply): EngineError {
  const { dialect } = apply.outputs[0].context;
  if (dialect.missingPushforward === 'bare') return new EngineError('NotImplementedError');
  const text = printOp(apply);
  const name = /^\w*/.exec(text)![0];
  return new EngineError('NotImplementedError', fillText(dialect.noOpPushforward, text, name));
}

/** A largest element: only along one axis of a matrix. */
function checkExtreme({ op, inputs: [input] }: Apply): void {
  const { reduction, axes } = op.params as ReduceParams;
  if (!['max', 'min', 'argmax', 'argmin'].includes(reduction)) return;
  const refuse = (when: string): never => {
    throw new EngineError('ValueError', `R_op supported for arg_max only ${when}`);
  };
  const wanted = axes ?? [...input.type.shape.keys()];
  if (wanted.length !== 1) refuse('for one axis!');
  if (wanted[0] > 1) refuse('when  axis is 0 or 1');
  if (input.ndim !== 2) refuse('when  input is a matrix');
}
