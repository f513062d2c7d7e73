/**
 * A graph as a list of instructions over numbered slots: what the reference backend interprets. A slot is emptied after its
 * last use, so that intermediate arrays do not live longer than needed. What only a branch of `ifelse` needs is computed when
 * the condition asks for it, as the libraries do.
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
import { isNonZero, type NDArray } from '../../../tensor/ndarray.ts';
import { printShape } from '../../../tensor/shape.ts';

interface Instruction {
  readonly apply: Apply;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Slots that nothing after this instruction reads. */
  readonly dead: readonly number[];
  /** Only branches need it. */
  readonly isLazy: boolean;
}

export interface Program {
  readonly instructions: readonly Instruction[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly constants: readonly { readonly slot: number; readonly value: NDArray }[];
  readonly slotCount: number;
  /** What makes the slots that only branches need. */
  readonly lazy: ReadonlyMap<number, Instruction>;
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
  const needed = surelyNeeded(applies, graph.outputs);
  const unfinished = applies.map((apply) => ({
    apply,
    inputs: apply.inputs.map(slotOf),
    outputs: apply.outputs.map((output) => (graph.inputs.includes(output) ? -1 : slotOf(output))),
    isLazy: !needed.has(apply),
  }));
  const outputs = graph.outputs.map(slotOf);
  const late = unfinished.filter(({ isLazy }) => isLazy).flatMap((one) => one.inputs);
  const instructions = withDeaths(
    unfinished,
    new Set([...outputs, ...constants.map((constant) => constant.slot), ...late]),
  );
  const lazy = instructions.filter(({ isLazy }) => isLazy);
  return {
    instructions,
    inputs,
    outputs,
    constants,
    slotCount: slots.size,
    lazy: new Map(lazy.flatMap((one) => one.outputs.map((slot) => [slot, one] as const))),
  };
}

/** The applications that the outputs need whatever the conditions of `ifelse` are. */
function surelyNeeded(applies: readonly Apply[], outputs: readonly Variable[]): ReadonlySet<Apply> {
  if (!applies.some(isChoice)) return new Set(applies);
  const producers = new Map(applies.flatMap((apply) => apply.outputs.map((one) => [one, apply] as const)));
  const found = new Set<Apply>();
  const work = [...outputs];
  for (let variable = work.pop(); variable !== undefined; variable = work.pop()) {
    const apply = producers.get(variable);
    if (apply === undefined || found.has(apply)) continue;
    found.add(apply);
    work.push(...(isChoice(apply) ? [apply.inputs[0]] : apply.inputs));
  }
  return found;
}

const isChoice = ({ op }: Apply): boolean => op.entry.kind === 'ifElse';

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
  how: { runner: OpRunner; run?: RunInstruction },
): NDArray[] {
  const slots: Slots = new Array<NDArray | undefined>(program.slotCount);
  for (const { slot, value } of program.constants) slots[slot] = value;
  program.inputs.forEach((slot, i) => {
    slots[slot] = inputs[i];
  });
  for (const instruction of program.instructions) {
    if (instruction.isLazy) continue;
    if (isChoice(instruction.apply)) compute(program.lazy, slots, { slot: chosen(instruction, slots), how });
    execute(instruction, slots, how);
    for (const slot of instruction.dead) slots[slot] = undefined;
  }
  return program.outputs.map((slot) => {
    const value = slots[slot];
    assert(value !== undefined, 'an output was never computed');
    return value;
  });
}

type Slots = (NDArray | undefined)[];

function execute(
  { apply, inputs, outputs }: Instruction,
  slots: Slots,
  { runner, run = evaluateOp }: { runner: OpRunner; run?: RunInstruction },
): void {
  runner.host.checkpoint();
  const given = givenTo(apply, inputs, slots).map((slot) => slots[slot] as NDArray);
  const results = placed(apply, given, () => run(apply, given, runner));
  outputs.forEach((slot, i) => {
    if (slot >= 0) slots[slot] = results[i];
  });
}

/** The slots to be read: of the branches of a choice one, which stands for both, because the other may never have been computed. */
function givenTo(apply: Apply, inputs: readonly number[], slots: Slots): readonly number[] {
  if (!isChoice(apply)) return inputs;
  const branch = chosen({ inputs }, slots);
  return [inputs[0], branch, branch];
}

/** The slot of the branch that the condition, which is known, chooses. */
const chosen = (
  { inputs: [condition, then, otherwise] }: Pick<Instruction, 'inputs'>,
  slots: Slots,
): number => (isNonZero(slots[condition]!.at(0)) ? then : otherwise);

/** Fills a slot and those it depends on. Without recursion: branches can be long. */
function compute(
  lazy: Program['lazy'],
  slots: Slots,
  { slot, how }: { slot: number; how: { runner: OpRunner; run?: RunInstruction } },
): void {
  const work = [slot];
  for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
    const instruction = slots[top] === undefined ? lazy.get(top) : undefined;
    const missing = instruction && missingInput(instruction, slots);
    if (missing !== undefined) work.push(missing);
    else {
      if (instruction !== undefined) execute(instruction, slots, how);
      work.pop();
    }
  }
}

/** A slot that has to be filled before the instruction can run. */
function missingInput({ apply, inputs }: Instruction, slots: Slots): number | undefined {
  if (!isChoice(apply)) return inputs.find((slot) => slots[slot] === undefined);
  const [condition] = inputs;
  const next = slots[condition] === undefined ? condition : chosen({ inputs }, slots);
  return slots[next] === undefined ? next : undefined;
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
