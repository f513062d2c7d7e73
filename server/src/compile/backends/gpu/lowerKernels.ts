/**
 * Lowers the applications of a graph to kernels, one after another, for inputs of known shapes. What follows from shapes and constants alone
 * is computed at once by the reference; the rest goes through the table of rules.
 */
import { t } from '../../../base/l10n.ts';
import { seenKinds } from '../../../graph/ops/opKinds.ts';
import { sortedApplies } from '../../../graph/traversal.ts';
import {
  type Apply,
  Constant,
  type InnerGraph,
  type OpRunner,
  type Variable,
} from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { unsupported } from '../../lower/unsupported.ts';
import { mergeApplies } from '../../rewrite/mergeApplies.ts';
import { dear, type KernelBuilder } from './kernelBuilder.ts';
import { kernelRules } from './kernelRules.ts';
import type { KernelValue } from './kernelValues.ts';

/** The values of the outputs of a graph whose inputs are these. */
export function lowerGraph(
  builder: KernelBuilder,
  graph: InnerGraph,
  { inputs, runner }: { readonly inputs: readonly KernelValue[]; readonly runner: OpRunner },
): KernelValue[] {
  return new GraphKernels(builder, runner).lower(mergeApplies(graph), inputs);
}

class GraphKernels {
  readonly #builder: KernelBuilder;
  readonly #runner: OpRunner;
  readonly #values = new Map<Variable, KernelValue>();

  constructor(builder: KernelBuilder, runner: OpRunner) {
    this.#builder = builder;
    this.#runner = runner;
  }

  lower(graph: InnerGraph, inputs: readonly KernelValue[]): KernelValue[] {
    graph.inputs.forEach((variable, i) => {
      this.#values.set(variable, inputs[i]);
    });
    const applies = sortedApplies(graph.outputs, new Set(graph.inputs));
    const uses = countUses(applies, graph.outputs);
    for (const apply of applies) {
      this.#runner.host.checkpoint();
      const given = apply.inputs.map((input) => this.#valueOf(input));
      const results = this.#evaluated(apply, given) ?? this.#lowered(apply, given);
      apply.outputs.forEach((output, i) => {
        const value = results[i];
        if (value === undefined) throw unsupported(t('an op with more outputs than its rule knows'));
        const isDear = value.hasFolds || value.cost > dear;
        const isShared = (uses.get(output) ?? 0) > 1;
        this.#values.set(output, isShared && isDear ? this.#builder.materialize(value) : value);
      });
    }
    return graph.outputs.map((output) => this.#valueOf(output));
  }

  #valueOf(variable: Variable): KernelValue {
    const known = this.#values.get(variable);
    if (known) return known;
    if (!(variable instanceof Constant)) throw unsupported(t('a variable that nothing computes'));
    const made = this.#builder.constant(variable.value);
    this.#values.set(variable, made);
    return made;
  }

  /** What is known already without running anything. */
  #evaluated({ op, inputs, outputs }: Apply, given: readonly KernelValue[]): KernelValue[] | null {
    const { kind } = op.entry;
    if (kind === 'scan' || kind === 'draw' || seenKinds.has(kind)) return null;
    const known = given.map((value) => value.known);
    if (known.some((one) => one === undefined)) return null;
    try {
      const results = op.entry.evaluate(op.params, known as NDArray[], this.#runner, { op, inputs, outputs });
      return results.map((array) => this.#builder.constant(array));
    } catch (error) {
      if (error instanceof EngineError) throw unsupported(t('an op that raises'));
      throw error;
    }
  }

  #lowered(apply: Apply, given: readonly KernelValue[]): readonly KernelValue[] {
    const { kind } = apply.op.entry;
    const rule = kernelRules[kind];
    if (!rule) throw unsupported(t('no kernel for {0}', kind));
    return rule({ builder: this.#builder, apply }, given, apply.op.params as never);
  }
}

function countUses(applies: readonly Apply[], outputs: readonly Variable[]): Map<Variable, number> {
  const uses = new Map<Variable, number>();
  const count = (variable: Variable): void => void uses.set(variable, (uses.get(variable) ?? 0) + 1);
  for (const { inputs } of applies) inputs.forEach(count);
  outputs.forEach(count);
  return uses;
}
