/** Which rows of a scan's outputs anybody reads: the rest is never stored. */
import type { SubtensorParams } from '../../graph/ops/subtensor.ts';
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { type Apply, Constant, type Variable } from '../../graph/variable.ts';

/** Which rows of an output are needed after the loop. */
export type Kept = 'all' | 'last' | 'none';

/** For each output with rows what is needed of it, in a graph of these applications and outputs. */
export function keptRows(
  scan: Apply,
  { applies, outputs }: { applies: readonly Apply[]; outputs: readonly Variable[] },
): Kept[] {
  const { states, nitSotCount } = scan.op.params as ScanParams;
  return scan.outputs.slice(0, states.length + nitSotCount).map((output) => {
    if (outputs.includes(output)) return 'all';
    const readers = applies.filter(({ inputs }) => inputs.includes(output));
    if (readers.length === 0) return 'none';
    return readers.every((reader) => readsLastRow(reader, output)) ? 'last' : 'all';
  });
}

/** `output[-1]`, with or without more indices behind. */
function readsLastRow({ op, inputs }: Apply, output: Variable): boolean {
  if (op.entry.kind !== 'subtensor' || inputs.indexOf(output, 1) > 0) return false;
  const { pattern } = op.params as SubtensorParams;
  const [, index] = inputs;
  return pattern[0]?.kind === 'integer' && index instanceof Constant && Number(index.value.at(0)) === -1;
}
