/** Walks over graphs, without recursion: graphs of long programs are deeper than the JavaScript stack. */
import { type Apply, applyIn, applyTyped, type Variable } from './variable.ts';

/**
 * The applications that `outputs` need, each after those it depends on; the order in which a reader would compute them.
 * The walk does not go behind `stops`.
 */
export function sortedApplies(
  outputs: readonly Variable[],
  stops: ReadonlySet<Variable> = new Set(),
): Apply[] {
  const sorted: Apply[] = [];
  const seen = new Set<Apply>();
  for (const output of outputs) {
    const work: { apply: Apply; next: number }[] = [];
    const enter = (variable: Variable): void => {
      const { owner } = variable;
      if (!owner || stops.has(variable) || seen.has(owner)) return;
      seen.add(owner);
      work.push({ apply: owner, next: 0 });
    };
    enter(output);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      if (top.next < top.apply.inputs.length) enter(top.apply.inputs[top.next++]);
      else sorted.push(work.pop()!.apply);
    }
  }
  return sorted;
}

/** The variables that nobody made, in the order in which a reader from left to right meets them. */
export function graphInputs(
  outputs: readonly Variable[],
  stops: ReadonlySet<Variable> = new Set(),
): Variable[] {
  const found = new Set<Variable>();
  const seen = new Set<Apply>();
  const work = [...outputs].reverse();
  for (let variable = work.pop(); variable !== undefined; variable = work.pop()) {
    const { owner } = variable;
    if (!owner || stops.has(variable)) found.add(variable);
    else if (!seen.has(owner)) {
      seen.add(owner);
      work.push(...[...owner.inputs].reverse());
    }
  }
  return [...found];
}

/**
 * `outputs` with variables replaced; applications that reach no replaced variable are shared with the original. Where each
 * replacement has the very type of what it replaces, all types stay: `types: 'kept'`.
 */
export function replaceVariables(
  outputs: readonly Variable[],
  replacements: ReadonlyMap<Variable, Variable>,
  options: { readonly types: 'kept' | 'inferred' } = { types: 'inferred' },
): Variable[] {
  if (replacements.size === 0) return [...outputs];
  const replaced = new Map(replacements);
  const lookup = (variable: Variable): Variable => replaced.get(variable) ?? variable;
  for (const apply of sortedApplies(outputs, new Set(replacements.keys()))) {
    const inputs = apply.inputs.map(lookup);
    if (inputs.every((input, i) => input === apply.inputs[i])) continue;
    const { context } = apply.outputs[0];
    const made =
      options.types === 'kept'
        ? applyTyped(
            context,
            { op: apply.op, inputs },
            apply.outputs.map((output) => output.type),
          )
        : applyIn(context, apply.op, inputs);
    apply.outputs.forEach((output, index) => {
      if (replacements.has(output)) return;
      made[index].name = output.name;
      replaced.set(output, made[index]);
    });
  }
  return outputs.map(lookup);
}
