/**
 * Walks over graphs in the order of the libraries' own functions, for programs that ask for them: `gof/graph.py` (Theano 1.0.5)
 * and `graph/traversal.py` (PyTensor 3). The engine's own walks are in traversal.ts.
 */
import type { Dialect } from './dialects.ts';
import { ownerInLibrary } from './libraryForm.ts';
import type { Apply, Variable } from './variable.ts';

/** Every variable that `outputs` depend on, themselves too, without going behind `blockers`. */
export function ancestors(
  dialect: Dialect,
  outputs: readonly Variable[],
  blockers: ReadonlySet<Variable> = new Set(),
): Variable[] {
  return walk(dialect, outputs, (variable) =>
    blockers.has(variable) ? [] : (ownerInLibrary(variable)?.inputs ?? []),
  );
}

/** The variables of the graph from `inputs` to `outputs`, the other outputs of its applications too. */
export function variablesBetween(
  dialect: Dialect,
  inputs: ReadonlySet<Variable>,
  outputs: readonly Variable[],
): Variable[] {
  return walk(dialect, outputs, (variable) => {
    const owner = inputs.has(variable) ? null : ownerInLibrary(variable);
    return owner ? [...owner.inputs, ...owner.outputs] : [];
  });
}

/** Depth first. */
function walk(
  { graphWalk }: Dialect,
  start: readonly Variable[],
  expand: (variable: Variable) => readonly Variable[],
): Variable[] {
  const found = new Set<Variable>();
  const work = [...start];
  for (let variable = work.pop(); variable !== undefined; variable = work.pop()) {
    if (found.has(variable)) continue;
    found.add(variable);
    const next = expand(variable);
    work.push(...(graphWalk === 'last' ? next : [...next].reverse()));
  }
  return [...found];
}

/** The applications in the order in which the library runs them: `io_toposort`. */
export function libraryOrder(
  { graphWalk }: Dialect,
  inputs: Iterable<Variable>,
  outputs: readonly Variable[],
): Apply[] {
  const computed = new Set(inputs);
  const order: Apply[] = [];
  const work = graphWalk === 'last' ? [...outputs] : [...outputs].reverse();
  for (let variable = work.pop(); variable !== undefined; variable = work.pop()) {
    const owner = ownerInLibrary(variable);
    if (!owner || computed.has(variable)) continue;
    const missing = owner.inputs.filter((input) => input.owner && !computed.has(input));
    if (missing.length === 0) {
      for (const output of owner.outputs) computed.add(output);
      order.push(owner);
    } else work.push(variable, ...missing);
  }
  return order;
}
