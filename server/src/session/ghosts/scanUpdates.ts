/** What scans do to shared variables, as their applications tell it. */
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { type Apply, SharedVariable } from '../../graph/variable.ts';
import type { Dropped } from './flaggedScans.ts';

/** What a scan carries from step to step for updates, with the values after the last one. */
export function scanUpdates({ op, inputs, outputs }: Apply): readonly Dropped[] {
  const { sequenceCount, states, nitSotCount, untracedCount } = op.params as ScanParams;
  const first = 1 + sequenceCount + states.length;
  return inputs
    .slice(first, first + untracedCount)
    .flatMap((variable, i) =>
      variable instanceof SharedVariable
        ? [{ variable, final: outputs[states.length + nitSotCount + i] }]
        : [],
    );
}
