/** Applications of the same op to the same inputs are one: Theano's merge optimisation. The graph itself stays as it is. */

import { ProgramOp } from '../../graph/ops/programOp.ts';
import { sortedApplies } from '../../graph/traversal.ts';
import { type Apply, applyTyped, Constant, type InnerGraph, type Variable } from '../../graph/variable.ts';

/** Constants up to this size are compared by their elements. */
const mostCompared = 64;

/** The graph with each value computed once. */
export function mergeApplies(graph: InnerGraph): InnerGraph {
  const merging = new Merging(graph);
  for (const apply of sortedApplies(graph.outputs, new Set(graph.inputs))) merging.visit(apply);
  return { inputs: graph.inputs, outputs: graph.outputs.map((output) => merging.lookup(output)) };
}

/** Lists and records, but neither graphs nor dialects, which are large and one of a kind. */
const isPlainData = (value: object): boolean =>
  Array.isArray(value) ||
  (Object.getPrototypeOf(value) === Object.prototype && !('inputs' in value) && !('library' in value));

class Merging {
  readonly #replaced = new Map<Variable, Variable>();
  readonly #numbers = new Map<object, number>();
  readonly #known = new Map<string, readonly Variable[]>();
  readonly #programOps: ProgramOp[] = [];
  readonly #constants = new Map<string, Constant>();
  readonly #inputs: ReadonlySet<Variable>;

  constructor(graph: InnerGraph) {
    this.#inputs = new Set(graph.inputs);
  }

  lookup(variable: Variable): Variable {
    const replaced = this.#replaced.get(variable);
    if (replaced) return replaced;
    return variable instanceof Constant ? this.#constant(variable) : variable;
  }

  visit(apply: Apply): void {
    const inputs = apply.inputs.map((input) => this.lookup(input));
    const key = this.#keyOf(apply, inputs);
    const same = key === null ? undefined : this.#known.get(key);
    const isChanged = inputs.some((input, i) => input !== apply.inputs[i]);
    const outputs = same ?? (isChanged ? this.#again(apply, inputs) : apply.outputs);
    apply.outputs.forEach((output, i) => {
      if (!this.#inputs.has(output)) this.#replaced.set(output, outputs[i]);
    });
    if (key !== null && !same) this.#known.set(key, outputs);
  }

  #again({ op, outputs }: Apply, inputs: readonly Variable[]): Variable[] {
    const { context } = outputs[0];
    return applyTyped(
      context,
      { op, inputs },
      outputs.map(({ type }) => type),
    );
  }

  /** null where two applications are not one even if they look the same: what shows values does so twice. */
  #keyOf({ op, outputs }: Apply, inputs: readonly Variable[]): string | null {
    if (op.entry.kind === 'print') return null;
    const types = outputs.map(({ type }) => `${type.dtype}${type.shape}`);
    return [
      this.#number(op.entry),
      this.#paramsText(op.params),
      types,
      ...inputs.map((input) => this.#number(input)),
    ].join('|');
  }

  /** Plain data as text, everything else by what it is. */
  #paramsText(params: unknown): string {
    return JSON.stringify(params, (_, value: unknown) => {
      if (typeof value === 'number' || typeof value === 'bigint')
        return Object.is(value, -0) ? '-0' : String(value);
      if (typeof value === 'function') return `#${this.#number(value)}`;
      if (typeof value !== 'object' || value === null) return value;
      if (value instanceof ProgramOp) return `#${this.#number(this.#firstEqual(value))}`;
      return isPlainData(value) ? value : `#${this.#number(value)}`;
    });
  }

  #firstEqual(op: ProgramOp): ProgramOp {
    const first = this.#programOps.find((known) => known === op || known.equals(op));
    if (first === undefined) this.#programOps.push(op);
    return first ?? op;
  }

  #number(value: object): number {
    const known = this.#numbers.get(value) ?? this.#numbers.size;
    this.#numbers.set(value, known);
    return known;
  }

  #constant(constant: Constant): Constant {
    const { value } = constant;
    if (value.size > mostCompared) return constant;
    const elements = Array.from(value.elements() as ArrayLike<unknown>, (x) =>
      Object.is(x, -0) ? '-0' : String(x),
    );
    const key = `${value.dtype} ${value.shape}: ${elements}`;
    const known = this.#constants.get(key) ?? constant;
    this.#constants.set(key, known);
    return known;
  }
}
