/**
 * Reverse-mode differentiation of a graph: Theano 1.0.5, `_populate_var_to_app_to_idx` and `_populate_grad_dict` of
 * `gradient.py`, without recursion.
 */
import { isDiscrete } from '../../tensor/dtype.ts';
import { rebroadcast } from '../ops/dimShuffle.ts';
import { castTo, elemwise } from '../ops/elemwise.ts';
import { sortedApplies } from '../traversal.ts';
import type { Apply, Variable } from '../variable.ts';
import { type Gradient, type GradientRule, type GradientTools, NullGradient } from './gradientRule.ts';
import { gradientRules } from './gradientRules.ts';

export interface BackpropagateOptions {
  /** Variables behind which the gradient does not go. */
  readonly constants?: ReadonlySet<Variable>;
  /** The name of the cost, for the names of gradients: `(dcost/dx)`. */
  readonly costName?: string | null;
}

interface Use {
  readonly apply: Apply;
  readonly index: number;
}

/** The gradients with respect to `wrt` of a cost whose gradients with respect to the keys of `seeds` are known. */
export function backpropagate(
  seeds: ReadonlyMap<Variable, Gradient>,
  wrt: readonly Variable[],
  options: BackpropagateOptions = {},
): Gradient[] {
  return new Backward(seeds, wrt, options).run();
}

/** The variables on which a gradient from `roots` can arrive, the roots among them. */
export function reachedVariables(
  roots: readonly Variable[],
  constants: ReadonlySet<Variable> = new Set(),
): ReadonlySet<Variable> {
  return new Set([...roots, ...usesOf(roots, constants).keys()]);
}

const tools: GradientTools = { backpropagate, reached: (root) => reachedVariables([root]) };

const ruleOf = (apply: Apply): GradientRule => gradientRules[apply.op.entry.kind];

const connectionsOf = (apply: Apply): readonly (readonly boolean[])[] =>
  ruleOf(apply).connections?.(apply, tools) ?? apply.inputs.map(() => apply.outputs.map(() => true));

/** For each variable the applications that read it on the way to `roots`, in the order of Theano's depth-first walk. */
function usesOf(roots: readonly Variable[], constants: ReadonlySet<Variable>): Map<Variable, Use[]> {
  const uses = new Map<Variable, Use[]>();
  const seen = new Set<Variable>();
  const connections = new Map<Apply, readonly (readonly boolean[])[]>();
  const counted = new Map<Apply, Set<number>>();
  const work: { owner: Apply; output: number; next: number }[] = [];
  const enter = (variable: Variable): void => {
    if (seen.has(variable)) return;
    seen.add(variable);
    if (constants.has(variable) || !variable.owner) return;
    work.push({ owner: variable.owner, output: variable.index, next: 0 });
  };
  for (const root of roots) {
    enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { owner, output } = top;
      const index = top.next++;
      if (index >= owner.inputs.length) {
        work.pop();
        continue;
      }
      const pattern = connections.get(owner) ?? connectionsOf(owner);
      connections.set(owner, pattern);
      if (!pattern[index][output]) continue;
      const input = owner.inputs[index];
      const done = counted.get(owner) ?? new Set();
      counted.set(owner, done);
      if (!done.has(index)) {
        done.add(index);
        const list = uses.get(input);
        if (list) list.push({ apply: owner, index });
        else uses.set(input, [{ apply: owner, index }]);
      }
      enter(input);
    }
  }
  return uses;
}

class Backward {
  readonly #seeds: ReadonlyMap<Variable, Gradient>;
  readonly #wrt: readonly Variable[];
  readonly #costName: string | null;
  readonly #constants: ReadonlySet<Variable>;
  readonly #uses: ReadonlyMap<Variable, readonly Use[]>;
  readonly #wanted: ReadonlySet<Variable>;
  readonly #terms = new Map<Apply, readonly Gradient[]>();
  readonly #gradients = new Map<Variable, Gradient>();

  constructor(
    seeds: ReadonlyMap<Variable, Gradient>,
    wrt: readonly Variable[],
    options: BackpropagateOptions,
  ) {
    this.#seeds = seeds;
    this.#wrt = wrt;
    this.#costName = options.costName ?? null;
    this.#constants = options.constants ?? new Set();
    this.#uses = usesOf([...seeds.keys()], this.#constants);
    this.#wanted = this.#dependents();
  }

  run(): Gradient[] {
    const applies = sortedApplies([...this.#seeds.keys()], this.#constants);
    for (const apply of applies.reverse()) {
      if (apply.inputs.some((input) => this.#wanted.has(input))) this.#terms.set(apply, this.#termsOf(apply));
    }
    return this.#wrt.map((variable) => this.#gradientOf(variable));
  }

  /** All that depends on `wrt`. */
  #dependents(): ReadonlySet<Variable> {
    const found = new Set<Variable>();
    const work = [...this.#wrt];
    for (let variable = work.pop(); variable !== undefined; variable = work.pop()) {
      const uses = this.#uses.get(variable);
      if (found.has(variable) || !uses) continue;
      found.add(variable);
      for (const { apply, index } of uses) {
        const pattern = connectionsOf(apply)[index];
        work.push(...apply.outputs.filter((_, output) => pattern[output]));
      }
    }
    return found;
  }

  #gradientOf(variable: Variable): Gradient {
    const seed = this.#seeds.get(variable);
    if (seed !== undefined) return seed;
    const known = this.#gradients.get(variable);
    if (known !== undefined) return known;
    const made = this.#sum(variable);
    this.#gradients.set(variable, made);
    if (made !== null && !(made instanceof NullGradient) && this.#costName !== null && variable.name !== null)
      made.name = `(d${this.#costName}/d${variable.name})`;
    return made;
  }

  #sum(variable: Variable): Gradient {
    const uses = this.#wanted.has(variable) ? this.#uses.get(variable)! : [];
    const terms: Variable[] = [];
    for (const { apply, index } of uses) {
      const term = this.#terms.get(apply)?.[index] ?? null;
      if (term instanceof NullGradient) return term;
      if (term !== null) terms.push(term);
    }
    return terms.length === 0 ? null : terms.reduce((a, b) => elemwise('add', a, b));
  }

  #termsOf(apply: Apply): readonly Gradient[] {
    const gradients = apply.outputs.map((output) => this.#gradientOf(output));
    const pattern = connectionsOf(apply);
    const reaches = (index: number, hits: (gradient: Gradient) => boolean): boolean =>
      gradients.some((gradient, output) => pattern[index][output] && hits(gradient));
    const isConnected = apply.inputs.map((_, index) => reaches(index, (gradient) => gradient !== null));
    if (!isConnected.includes(true)) return apply.inputs.map(() => null);
    const firstNull = gradients.find((gradient) => gradient instanceof NullGradient);
    const hasValue = gradients.some((gradient) => gradient !== null && !(gradient instanceof NullGradient));
    if (!hasValue) return isConnected.map((connected) => (connected ? firstNull! : null));
    const given = gradients.map((gradient, output) =>
      gradient === null || gradient instanceof NullGradient
        ? null
        : inTypeOf(apply.outputs[output], gradient),
    );
    const terms = ruleOf(apply).differentiate(apply, given, tools);
    return terms.map((term, index) => {
      if (!isConnected[index]) return null;
      if (term === null || term instanceof NullGradient) return term;
      if (reaches(index, (gradient) => gradient instanceof NullGradient)) return firstNull!;
      return inShapeOf(apply.inputs[index], term);
    });
  }
}

/** A gradient has the type of what it belongs to, where that is a float. */
const inTypeOf = (output: Variable, gradient: Variable): Variable =>
  isDiscrete(output.dtype) ? gradient : castTo(gradient, output.dtype);

/** A gradient has the lengths that are known of the variable. */
const inShapeOf = (input: Variable, term: Variable): Variable =>
  rebroadcast(
    term,
    input.type.shape.map((length) => length ?? undefined),
  );
