/**
 * Parts of a graph without code: applications whose results have shapes that are not known while lowering, or types without code, wait
 * until what is computed of them has a shape that is known again; then the reference backend computes all of them in one call.
 */
import type { ElemwiseParams } from '../../graph/ops/elemwise.ts';
import {
  type Apply,
  applyTyped,
  type InnerGraph,
  type OpEntry,
  type Variable,
} from '../../graph/variable.ts';
import type { Shape } from '../../tensor/shape.ts';
import { hasCode } from './elementTypes.ts';

/** A graph as one op. */
const regionEntry: OpEntry<{ readonly graph: InnerGraph }> = {
  kind: 'fromGraph',
  infer: ({ graph }) => graph.outputs.map(({ type }) => type),
  evaluate: ({ graph }, inputs, runner) => runner.prepare(graph)(inputs),
  print: () => 'region',
};

/** The applications that wait. */
export class OutsideRegion {
  /** What made a variable that waits, and why it has no code. */
  readonly #waiting = new Map<Variable, { readonly apply: Apply; readonly reason: Error }>();

  reasonOf(variable: Variable): Error | null {
    return this.#waiting.get(variable)?.reason ?? null;
  }

  add(apply: Apply, reason: Error): void {
    for (const output of apply.outputs) this.#waiting.set(output, { apply, reason });
  }

  /** An application with all before it that waits, as one application whose inputs do not wait. */
  closedBy(apply: Apply): Apply {
    const inputs = new Set<Variable>();
    const visited = new Set<Apply>();
    const visit = (part: Apply): void => {
      if (visited.has(part)) return;
      visited.add(part);
      for (const input of part.inputs) {
        const waiting = this.#waiting.get(input);
        if (waiting) visit(waiting.apply);
        else inputs.add(input);
      }
    };
    visit(apply);
    const graph: InnerGraph = { inputs: [...inputs], outputs: apply.outputs };
    const types = apply.outputs.map(({ type }) => type);
    const op = { entry: regionEntry as OpEntry<unknown>, params: { graph } };
    return applyTyped(apply.outputs[0].context, { op, inputs: graph.inputs }, types)[0].owner!;
  }
}

/**
 * The shapes of the results where they follow from types, from operands whose shapes are known, or from where a result belongs. A wrong
 * guess does no harm: the run gives up when it meets the real result.
 */
export function guessedShapes(
  apply: Apply,
  given: { known(variable: Variable): Shape | null; wanted(variable: Variable): Shape | null },
): readonly Shape[] | null {
  const guessed = apply.outputs.map((output): Shape | null => {
    if (!hasCode(output.dtype)) return null;
    const { shape } = output.type;
    if (shape.every((length) => length !== null)) return shape as Shape;
    return given.wanted(output) ?? shapeByOperands(apply, given.known);
  });
  return guessed.every((shape) => shape !== null) ? guessed : null;
}

function shapeByOperands({ op, inputs }: Apply, shapeOf: (variable: Variable) => Shape | null): Shape | null {
  const { kind } = op.entry;
  if (kind === 'incSubtensor' || kind === 'sort' || kind === 'argsort') return shapeOf(inputs[0]);
  if (kind !== 'elemwise') return null;
  const known = inputs.map(shapeOf).filter((shape) => shape !== null);
  if (known.length === 0 || (op.params as ElemwiseParams).scalar === undefined) return null;
  const ndim = known[0].length;
  const lengths = Array.from({ length: ndim }, (_, axis) => known.map((shape) => shape[axis]));
  // A length of 1 says nothing about the one that is not known; different ones raise.
  const isClear = lengths.every((own) => new Set(own.filter((n) => n !== 1)).size === 1);
  return isClear ? lengths.map((own) => own.find((n) => n !== 1)!) : null;
}
