/** Shared variables that the scans of a compiled function would change, but whose updates were not passed on to it. */

import type { CompiledIdentity } from '../../graph/functionGraph.ts';
import { type ScanParams, scanEntry } from '../../graph/scan/scanOp.ts';
import { sortedApplies } from '../../graph/traversal.ts';
import { type Apply, SharedVariable } from '../../graph/variable.ts';

/** Each of them once, in the order in which the scans run. */
export function droppedUpdates({ graph, updated }: CompiledIdentity): readonly SharedVariable[] {
  const seen = new Set(updated.map(({ cell }) => cell));
  return sortedApplies(graph.outputs)
    .flatMap(updatedByScan)
    .filter(({ cell }) => !seen.has(cell) && seen.add(cell));
}

/** What a scan gets as the first value of a state that it keeps to itself. */
function updatedByScan({ op, inputs }: Apply): readonly SharedVariable[] {
  if (op.entry.kind !== scanEntry.kind) return [];
  const { sequenceCount, states, untracedCount } = op.params as ScanParams;
  const first = 1 + sequenceCount + states.length;
  return inputs
    .slice(first, first + untracedCount)
    .filter((input) => input instanceof SharedVariable)
    .filter(isUpdate);
}

/** The state of a generator without an update of its own may be a state that the program handles itself. */
const isUpdate = ({ isRandomState, defaultUpdate }: SharedVariable): boolean =>
  !isRandomState || defaultUpdate !== null;
