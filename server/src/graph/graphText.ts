/** Graphs in one line: `as_string` of `gof/graph.py` (Theano 1.0.5). An application that is used twice is described once. */
import { indexInLibrary, ownerInLibrary } from './libraryForm.ts';
import { printVariable } from './printVariable.ts';
import type { Apply, Variable } from './variable.ts';

/** The text of an op without its output. */
export function printOp(apply: Apply): string {
  const { dialect } = apply.outputs[0].context;
  return apply.op.entry.print(apply.op.params, dialect, 0, apply).replace(/\.(\d+|out)$/, '');
}

/** The graph from `inputs` to each of `outputs`. */
export function graphStrings(inputs: ReadonlySet<Variable>, outputs: readonly Variable[]): string[] {
  const several = usedTwice(inputs, outputs);
  const done = new Set<Apply>();
  const describe = (variable: Variable): string => {
    const owner = ownerInLibrary(variable);
    if (!owner || inputs.has(variable)) return printVariable(variable);
    const mark = `*${several.indexOf(owner) + 1}`;
    if (done.has(owner)) return `${mark}${owner.outputs.length === 1 ? '' : `::${indexInLibrary(variable)}`}`;
    done.add(owner);
    const text = `${printOp(owner)}(${owner.inputs.map(describe).join(', ')})`;
    return several.includes(owner) ? `${mark} -> ${text}` : text;
  };
  return outputs.map(describe);
}

function usedTwice(inputs: ReadonlySet<Variable>, outputs: readonly Variable[]): Apply[] {
  const seen = new Set<Apply>();
  const twice = new Set<Apply>();
  const work: Variable[] = [...outputs].reverse();
  for (let variable = work.pop(); variable !== undefined; variable = work.pop()) {
    const owner = ownerInLibrary(variable);
    if (!owner || inputs.has(variable)) continue;
    if (seen.has(owner)) twice.add(owner);
    else {
      seen.add(owner);
      work.push(...[...owner.inputs].reverse());
    }
  }
  return [...twice];
}
