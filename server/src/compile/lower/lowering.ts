/**
 * Lowers the applications of a graph one after another, for inputs of known shapes. What follows from shapes and constants alone is computed
 * at once by the reference backend; the rest goes through the table of rules, one per kind of op.
 */
import { t } from '../../base/l10n.ts';
import { type OpKind, seenKinds } from '../../graph/ops/opKinds.ts';
import { sortedApplies } from '../../graph/traversal.ts';
import { type Apply, Constant, type InnerGraph, type Variable } from '../../graph/variable.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { Shape } from '../../tensor/shape.ts';
import { fill, filledBuffer, materialize } from './elementLoops.ts';
import type { InPlace } from './inPlace.ts';
import { type Kept, keptRows } from './kept.ts';
import { guessedShapes, OutsideRegion } from './outsideRegion.ts';
import { calledOut } from './rules/callOutRule.ts';
import { constantValue, type PackedMatrices, type Surroundings } from './surroundings.ts';
import { Unsupported, unsupported } from './unsupported.ts';
import type { BufferValue, Value } from './values.ts';

/** Where results have to lie, by variable. */
export type Targets = ReadonlyMap<Variable, BufferValue>;

export interface LoweringOptions {
  readonly targets: Targets;
  /** What is needed behind the lowered code. */
  readonly kept: ReadonlySet<Variable>;
  /** The shapes of results that are known from where they belong. */
  readonly wanted: ReadonlyMap<Variable, Shape>;
  /** States that are changed where they lie. */
  readonly inPlace: Pick<InPlace, 'writers' | 'copied'>;
}

export class GraphLowering {
  readonly #surroundings: Surroundings;
  readonly #values = new Map<Variable, Value>();
  readonly #uses: ReadonlyMap<Variable, number>;
  /** All that the outputs need, in order. */
  readonly applies: readonly Apply[];
  readonly #outputs: readonly Variable[];
  readonly #options: LoweringOptions;
  readonly #outside = new OutsideRegion();
  #packed: PackedMatrices | null = null;

  constructor(surroundings: Surroundings, graph: InnerGraph, options: LoweringOptions) {
    this.#surroundings = surroundings;
    this.applies = sortedApplies(graph.outputs, new Set(graph.inputs));
    this.#uses = countUses(graph, this.applies);
    this.#outputs = graph.outputs;
    this.#options = options;
  }

  /** Says what a variable is. */
  bind(variable: Variable, value: Value): void {
    this.#values.set(variable, value);
  }

  /** Lowers these applications, in this order; they are computed once, or in each step. */
  run(applies: readonly Apply[], times: 'once' | 'repeated'): void {
    this.#packed = times === 'repeated' ? this.#surroundings.packed : null;
    for (const apply of applies) this.#lower(apply);
  }

  valueOf(variable: Variable): Value {
    const known = this.#values.get(variable);
    if (known) return known;
    const reason = this.#outside.reasonOf(variable);
    if (reason) throw reason;
    if (!(variable instanceof Constant)) throw unsupported(t('a variable that nothing computes'));
    const made = constantValue(this.#surroundings, variable.value);
    this.#values.set(variable, made);
    return made;
  }

  /** True where a variable waits for what is computed of it; see {@link OutsideRegion}. */
  isOutside(variable: Variable): boolean {
    return this.#outside.reasonOf(variable) !== null;
  }

  #lower(apply: Apply): void {
    this.#surroundings.runner.host.checkpoint();
    const reason = apply.inputs.map((input) => this.#outside.reasonOf(input)).find((one) => one !== null);
    const results = reason ? this.#computedOutside(apply, reason) : this.#computed(apply);
    results?.forEach((result, i) => {
      this.#values.set(apply.outputs[i], this.#settled(apply.outputs[i], result));
    });
  }

  /** The results; null where there is no code for them. */
  #computed(apply: Apply): readonly Value[] | null {
    const { builder } = this.#surroundings;
    const inputs = apply.inputs.map((input) => this.valueOf(input));
    let results: readonly Value[] = [];
    try {
      const statements = builder.within(() => {
        results = this.#evaluated(apply, inputs) ?? this.#written(apply, inputs);
      });
      builder.emit(...statements);
      return results;
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      return this.#computedOutside(apply, error);
    }
  }

  /** What has no code waits until a shape is known again. */
  #computedOutside(apply: Apply, reason: Error): readonly Value[] | null {
    if (neverOutside.has(apply.op.entry.kind)) throw reason;
    const shapes = guessedShapes(apply, {
      known: (variable) => (this.isOutside(variable) ? null : this.valueOf(variable).shape),
      wanted: (variable) => this.#options.wanted.get(variable) ?? null,
    });
    if (shapes === null) {
      this.#outside.add(apply, reason);
      return null;
    }
    const region = this.#outside.closedBy(apply);
    const context = {
      ...this.#surroundings,
      apply: region,
      keptOf: () => [],
      target: null,
      isInPlace: false,
    };
    return calledOut(
      context,
      region.inputs.map((input) => this.valueOf(input)),
      shapes,
    );
  }

  /** What is known already without running anything. */
  #evaluated(apply: Apply, inputs: readonly Value[]): Value[] | null {
    const { entry, params } = apply.op;
    if (entry.kind === 'scan' || entry.kind === 'draw' || seenKinds.has(entry.kind)) return null;
    const known = inputs.map((input) => input.known);
    if (known.some((one) => one === undefined)) return null;
    const results = evaluated(() =>
      entry.evaluate(params, known as NDArray[], this.#surroundings.runner, apply),
    );
    // Windows of matrices stay windows: products add in an order that depends on how their operands lie.
    if (results.some((array) => isFloat(array.dtype) && !array.isContiguous)) return null;
    return results.map((array) => constantValue(this.#surroundings, array.copy()));
  }

  #written(apply: Apply, inputs: readonly Value[]): readonly Value[] {
    const rule = this.#surroundings.rules[apply.op.entry.kind];
    const keptOf = (scan: Apply): readonly Kept[] =>
      keptRows(scan, { applies: this.applies, outputs: this.#outputs });
    const isInPlace = this.#isInPlace(apply);
    const isWriter = this.#options.inPlace.writers.has(apply);
    // Where it would have been written in place, the place is that of the old row, which is read yet.
    const target = isWriter ? null : (this.#options.targets.get(apply.outputs[0]) ?? null);
    return rule(
      { ...this.#surroundings, packed: this.#packed, apply, keptOf, target, isInPlace },
      inputs,
      apply.op.params as never,
    );
  }

  /** True where all that reads the old row has been computed. */
  #isInPlace(apply: Apply): boolean {
    const read = this.#options.inPlace.writers.get(apply);
    return read?.every((variable) => !this.isOutside(variable)) ?? false;
  }

  /** Values that are needed more than once, or in a certain place, are written there now. */
  #settled(variable: Variable, value: Value | undefined): Value {
    if (value === undefined) throw unsupported(t('an op with more outputs than its rule knows'));
    const { builder } = this.#surroundings;
    if (this.#options.inPlace.copied.has(variable) && value.kind !== 'scalar')
      return filledBuffer(builder, value);
    const target = this.#options.targets.get(variable);
    if (target && value.kind !== 'scalar' && sameShape(target.shape, value.shape)) {
      if (value.kind === 'buffer') return value;
      if (value.layout) return materialize(builder, value);
      fill(builder, target, value);
      return target;
    }
    const isShared = (this.#uses.get(variable) ?? 0) > 1 || this.#options.kept.has(variable);
    return value.kind === 'lazy' && isShared ? materialize(builder, value) : value;
  }
}

/** Ops that show values, which they do once, and that of small integers give arrays of another type than their variable's. */
const neverOutside: ReadonlySet<OpKind> = new Set([...seenKinds, 'cumulative']);

/** What raises already now is left to the reference, which raises it when the step runs. */
function evaluated<T>(evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof EngineError) throw unsupported(t('an op that raises'));
    throw error;
  }
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((n, axis) => n === b[axis]);

function countUses(graph: InnerGraph, applies: readonly Apply[]): Map<Variable, number> {
  const uses = new Map<Variable, number>();
  const count = (variable: Variable): void => void uses.set(variable, (uses.get(variable) ?? 0) + 1);
  for (const { inputs } of applies) inputs.forEach(count);
  graph.outputs.forEach(count);
  return uses;
}
