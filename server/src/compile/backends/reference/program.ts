/**
 * A graph as a list of instructions over numbered slots: what the reference backend interprets. A slot is emptied after its
 * last use, so that intermediate arrays do not live longer than needed.
 */
import { assert } from '../../../base/assert.ts';
import type { OpKind } from '../../../graph/ops/opKinds.ts';
import { printApply } from '../../../graph/printVariable.ts';
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
import { printShape } from '../../../tensor/shape.ts';

interface Instruction {
  readonly apply: Apply;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Slots that nothing after this instruction reads. */
  readonly dead: readonly number[];
}

export interface Program {
  readonly instructions: readonly Instruction[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly constants: readonly { readonly slot: number; readonly value: NDArray }[];
  readonly slotCount: number;
}

/** Numbers the variables of a graph and puts its applications in order, if nobody did so before. */
export function compileProgram(graph: InnerGraph, ordered?: readonly Apply[]): Program {
  const slots = new Map<Variable, number>();
  const constants: { slot: number; value: NDArray }[] = [];
  const slotOf = (variable: Variable): number => {
    const known = slots.get(variable);
    if (known !== undefined) return known;
    const slot = slots.size;
    slots.set(variable, slot);
    if (variable instanceof Constant) constants.push({ slot, value: variable.value });
    return slot;
  };
  const inputs = graph.inputs.map(slotOf);
  const applies = ordered ?? sortedApplies(graph.outputs, new Set(graph.inputs));
  const unfinished = applies.map((apply) => ({
    apply,
    inputs: apply.inputs.map(slotOf),
    outputs: apply.outputs.map((output) => (graph.inputs.includes(output) ? -1 : slotOf(output))),
  }));
  const outputs = graph.outputs.map(slotOf);
  return {
    instructions: withDeaths(
      unfinished,
      new Set([...outputs, ...constants.map((constant) => constant.slot)]),
    ),
    inputs,
    outputs,
    constants,
    slotCount: slots.size,
  };
}

function withDeaths(
  unfinished: readonly Omit<Instruction, 'dead'>[],
  kept: ReadonlySet<number>,
): Instruction[] {
  const seen = new Set(kept);
  const finished: Instruction[] = [];
  for (const instruction of [...unfinished].reverse()) {
    const touched = [...new Set([...instruction.inputs, ...instruction.outputs])];
    const dead = touched.filter((slot) => slot >= 0 && !seen.has(slot));
    for (const slot of dead) seen.add(slot);
    finished.push({ ...instruction, dead });
  }
  return finished.reverse();
}

/** How one application is computed. */
export type RunInstruction = (
  apply: Apply,
  inputs: readonly NDArray[],
  runner: OpRunner,
) => readonly NDArray[];

/** What the op itself says. */
export const evaluateOp: RunInstruction = (apply, inputs, runner) =>
  apply.op.entry.evaluate(apply.op.params, inputs, runner, apply);

/** Runs a program once. The results may share storage with inputs and constants. */
export function runProgram(
  program: Program,
  inputs: readonly NDArray[],
  { runner, run = evaluateOp }: { runner: OpRunner; run?: RunInstruction },
): NDArray[] {
  const slots = new Array<NDArray | undefined>(program.slotCount);
  for (const { slot, value } of program.constants) slots[slot] = value;
  program.inputs.forEach((slot, i) => {
    slots[slot] = inputs[i];
  });
  for (const { apply, inputs: from, outputs: to, dead } of program.instructions) {
    runner.host.checkpoint();
    const given = from.map((slot) => slots[slot] as NDArray);
    const results = placed(apply, given, () => run(apply, given, runner));
    to.forEach((slot, i) => {
      if (slot >= 0) slots[slot] = results[i];
    });
    for (const slot of dead) slots[slot] = undefined;
  }
  return program.outputs.map((slot) => {
    const value = slots[slot];
    assert(value !== undefined, 'an output was never computed');
    return value;
  });
}

/** Errors say where they happened. */
function placed<T>(apply: Apply, inputs: readonly NDArray[], body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof EngineError && !speaking.has(apply.op.entry.kind))
      error.place ??= placeOf(apply, inputs);
    throw error;
  }
}

/** Ops that raise what the program or the library words for them: it says enough. */
const speaking: ReadonlySet<OpKind> = new Set(['assert', 'scan']);

/**
 * The application as the program wrote it. The libraries tell of theirs, which their optimizations have rewritten, in the message
 * itself; ours can not be the same and is none of the program's business.
 */
function placeOf(apply: Apply, inputs: readonly NDArray[]): string {
  const shapes = inputs.map((input) => printShape(input.shape)).join(', ');
  return `in ${printApply(apply.outputs[0], apply)}, whose inputs have the shapes ${shapes}`;
}
