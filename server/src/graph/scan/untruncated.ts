/** Scans whose gradients follow all steps: the right operator of the classic libraries does not know `truncate_gradient`. */
import { replaceVariables, sortedApplies } from '../traversal.ts';
import { applyTyped, type Variable } from '../variable.ts';
import { type ScanParams, scanEntry } from './scanOp.ts';

/** The same variables, of scans that are not truncated. */
export function untruncated(outputs: readonly Variable[]): Variable[] {
  const replaced = new Map<Variable, Variable>();
  for (const { op, inputs, outputs: made } of sortedApplies(outputs)) {
    if (op.entry !== scanEntry) continue;
    const params = op.params as ScanParams;
    if (params.truncateGradient === -1) continue;
    const whole = applyTyped(
      made[0].context,
      {
        op: { ...op, params: { ...params, truncateGradient: -1 } },
        inputs: replaceVariables(inputs, replaced, { types: 'kept' }),
      },
      made.map(({ type }) => type),
    );
    made.forEach((output, i) => {
      replaced.set(output, whole[i]);
    });
  }
  return replaceVariables(outputs, replaced, { types: 'kept' });
}
