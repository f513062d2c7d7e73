/** Shared variables that the scans of a compiled function would change, but whose updates were not passed on to it. */
import type { CompiledIdentity } from '../../graph/functionGraph.ts';
import { scanEntry } from '../../graph/scan/scanOp.ts';
import { sortedApplies } from '../../graph/traversal.ts';
import type { SharedVariable } from '../../graph/variable.ts';
import { scanUpdates } from '../ghosts/scanUpdates.ts';

/** Each of them once, in the order in which the scans run. */
export function droppedUpdates({ graph, updated }: CompiledIdentity): readonly SharedVariable[] {
  const seen = new Set(updated.map(({ cell }) => cell));
  return sortedApplies(graph.outputs)
    .filter(({ op }) => op.entry === scanEntry)
    .flatMap((apply) => scanUpdates(apply).map(({ variable }) => variable))
    .filter(isUpdate)
    .filter(({ cell }) => !seen.has(cell) && seen.add(cell));
}

/** The state of a generator without an update of its own may be a state that the program handles itself. */
const isUpdate = ({ isRandomState, defaultUpdate }: SharedVariable): boolean =>
  !isRandomState || defaultUpdate !== null;
