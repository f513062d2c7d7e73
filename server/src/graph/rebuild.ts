/**
 * The copy of a graph that `function` compiles, with `givens` in place: `rebuild_collect_shared` of Theano 1.0.5. One memory
 * serves all parts in the order in which the library copies them, so a variable that was met while a given was copied keeps
 * what it stood for then.
 */
import { EngineError } from '../tensor/engineError.ts';
import { printVariable } from './printVariable.ts';
import { printType } from './tensorType.ts';
import { sortedApplies } from './traversal.ts';
import { type Apply, applyIn, type Variable } from './variable.ts';

export class Rebuild {
  readonly #copies = new Map<Variable, Variable>();
  readonly #seen = new Set<Apply>();
  readonly #isPlain: boolean;

  /** Replaces the first of each pair by the second. Raises AssertionError when one was needed for an earlier one. */
  constructor(givens: readonly (readonly [Variable, Variable])[]) {
    this.#isPlain = givens.length === 0;
    for (const [from, to] of givens) {
      if (this.#copies.has(from)) throw dependent(from, to);
      this.#copies.set(from, this.clone([to])[0]);
    }
  }

  /** Copies of `roots`; without givens the graph itself. */
  clone(roots: readonly Variable[]): Variable[] {
    if (this.#isPlain) return [...roots];
    return roots.map((root) => {
      for (const apply of sortedApplies([root], new Set(this.#copies.keys()))) this.#copy(apply);
      return this.#copyOf(root);
    });
  }

  #copyOf(variable: Variable): Variable {
    const known = this.#copies.get(variable);
    if (known) return known;
    this.#copies.set(variable, variable);
    return variable;
  }

  #copy(apply: Apply): void {
    if (this.#seen.has(apply)) return;
    this.#seen.add(apply);
    const inputs = apply.inputs.map((input) => fitting(input, this.#copyOf(input)));
    const isSame = inputs.every((input, i) => input === apply.inputs[i]);
    const made = isSame ? apply.outputs : applyIn(apply.outputs[0].context, apply.op, inputs);
    apply.outputs.forEach((output, index) => {
      if (this.#copies.has(output)) return;
      made[index].name = output.name;
      this.#copies.set(output, made[index]);
    });
  }
}

function dependent(from: Variable, to: Variable): EngineError {
  return new EngineError(
    'AssertionError',
    `When using 'givens' or 'replace' with several (old_v, new_v) replacement pairs, you can not have a new_v variable depend on an old_v one. For instance, givens = {a:b, b:(a+1)} is not allowed. Here, the old_v ${printVariable(from)} is used to compute other new_v's, but it is scheduled to be replaced by ${printVariable(to)}.`,
  );
}

/** The replacement, which has to be of the type of what it replaces where an op reads it. */
export function fitting(from: Variable, to: Variable): Variable {
  if (to.dtype === from.dtype && to.ndim === from.ndim) return to;
  const { dialect } = from.context;
  const [text, wanted] = [printVariable(to), printType(dialect, from.type)];
  throw new EngineError(
    'TypeError',
    `Cannot convert Type ${printType(dialect, to.type)} (of Variable ${text}) into Type ${wanted}. You can try to manually convert ${text} into a ${wanted}.`,
  );
}
