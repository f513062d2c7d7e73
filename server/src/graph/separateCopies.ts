/**
 * Copies that have nothing in common with the original, neither variables nor the values of shared variables: what `copy.deepcopy`
 * makes of graphs.
 */
import { cloneVariable, GraphCopies } from './cloneGraph.ts';
import { sortedApplies } from './traversal.ts';
import { SharedVariable, type Variable } from './variable.ts';

/** What has been copied before, and what is copied now. */
export interface CopyMemory {
  read(variable: Variable): Variable | undefined;
  write(variable: Variable, copy: Variable): void;
}

/** Copies of `roots` and of all that they are made of. */
export function separateCopies(roots: readonly Variable[], memory: CopyMemory): Variable[] {
  const met = new Set(roots);
  for (const apply of sortedApplies(roots))
    for (const one of [...apply.inputs, ...apply.outputs]) met.add(one);
  const known = [...met].flatMap((variable) => {
    const copy = memory.read(variable);
    return copy ? [[variable, copy] as const] : [];
  });
  const shared: SharedVariable[] = [];
  const leaf = (variable: Variable): Variable => {
    if (!(variable instanceof SharedVariable)) return cloneVariable(variable);
    shared.push(variable);
    return separateShared(variable);
  };
  const copies = new GraphCopies({ leaf, isStrict: true }, known);
  const made = roots.map((root) => copies.copy(root));
  // Updates may lead to shared variables that were not met before.
  for (let one = shared.pop(); one !== undefined; one = shared.pop()) {
    const copy = copies.known.get(one) as SharedVariable;
    copy.defaultUpdate = one.defaultUpdate && copies.copy(one.defaultUpdate);
  }
  for (const [variable, copy] of copies.known) memory.write(variable, copy);
  return made;
}

function separateShared(variable: SharedVariable): SharedVariable {
  const { shape, generator } = variable.type;
  const kind = generator === undefined ? {} : { generator };
  const { context, name, value } = variable;
  const made = new SharedVariable(context, value.copy(), { name, shape, ...kind });
  made.isScalar = variable.isScalar;
  made.accepts = variable.accepts;
  return made;
}
