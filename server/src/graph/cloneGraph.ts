/**
 * Copies of graphs: what `theano.clone`, `gof.graph.clone` and `rebuild_collect_shared` make. Unlike a graph with `givens`
 * (rebuild.ts) every application is new, also where nothing below it changes.
 */
import { fitting } from './rebuild.ts';
import { sortedApplies } from './traversal.ts';
import { type Apply, applyIn, Constant, SharedVariable, Variable } from './variable.ts';

export interface CloneOptions {
  /** What stands for a variable that nobody made. */
  readonly leaf: (variable: Variable) => Variable;
  /** Replacements have to have the type of what they replace; else ops are applied anew and may give other types. */
  readonly isStrict: boolean;
}

/** Copies of graphs which share what is known already. */
export class GraphCopies {
  readonly known: Map<Variable, Variable>;
  readonly applies = new Map<Apply, Apply>();
  readonly #options: CloneOptions;

  constructor(options: CloneOptions, known: Iterable<readonly [Variable, Variable]> = []) {
    this.#options = options;
    this.known = new Map(known);
  }

  copy(root: Variable): Variable {
    for (const apply of sortedApplies([root], new Set(this.known.keys()))) this.#copyApply(apply);
    return this.#copyOf(root);
  }

  #copyOf(variable: Variable): Variable {
    const known = this.known.get(variable);
    if (known) return known;
    const made = this.#options.leaf(variable);
    this.known.set(variable, made);
    return made;
  }

  #copyApply(apply: Apply): void {
    const inputs = apply.inputs.map((input) => {
      const copied = this.#copyOf(input);
      return this.#options.isStrict ? fitting(input, copied) : copied;
    });
    const made = applyIn(apply.outputs[0].context, apply.op, inputs);
    this.applies.set(apply, made[0].owner!);
    apply.outputs.forEach((output, index) => {
      if (this.known.has(output)) return;
      made[index].name = output.name;
      this.known.set(output, made[index]);
    });
  }
}

/** A new variable of the same type that nobody made; a constant keeps its value. */
export function cloneVariable(variable: Variable, name: string | null = variable.name): Variable {
  if (variable instanceof SharedVariable) return cloneShared(variable, name);
  if (variable instanceof Constant) {
    const { context, value, type } = variable;
    if (variable.isNone) return variable;
    return new Constant(context, value, { name, ...(type.isNumber ? { isNumber: true } : {}) });
  }
  return new Variable(variable.context, variable.type, { name });
}

function cloneShared(variable: SharedVariable, name: string | null): SharedVariable {
  const { shape, generator } = variable.type;
  const kind = generator === undefined ? {} : { generator };
  const made = new SharedVariable(variable.context, variable.value, { name, shape, ...kind });
  made.isScalar = variable.isScalar;
  made.accepts = variable.accepts;
  made.shareWith(variable);
  return made;
}

export interface ReplaceOptions {
  readonly isStrict: boolean;
  /** False: inputs and shared variables are copied as well; copies of shared variables have the same value at any time. */
  readonly sharesInputs: boolean;
}

/** Copies of `outputs` with variables replaced, also inside each other: `clone(outputs, replace)`. */
export function cloneReplacing(
  outputs: readonly Variable[],
  pairs: readonly (readonly [Variable, Variable])[],
  { isStrict, sharesInputs }: ReplaceOptions,
): Variable[] {
  const leaf = (variable: Variable): Variable => (sharesInputs ? variable : cloneVariable(variable));
  // The library replaces by placeholders first, so that a replacement may contain what it replaces.
  const placeholders = pairs.map(([from]) => new Variable(from.context, from.type));
  const first = new GraphCopies(
    { leaf, isStrict },
    pairs.map(([from], i) => [from, placeholders[i]] as const),
  );
  const marked = outputs.map((output) => first.copy(output));
  const second = new GraphCopies({ leaf, isStrict });
  for (const [i, [, to]] of pairs.entries()) second.known.set(placeholders[i], second.copy(to));
  return marked.map((output) => second.copy(output));
}
