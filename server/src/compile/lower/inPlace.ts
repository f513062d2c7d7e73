/**
 * Which states are changed where they lie. A step that replaces parts of a state's row and needs the old row for nothing else need not write all
 * of it anew: what reads the old row is computed before, and what is replaced is written into it. Nothing is lost when the code gives up: the
 * call is computed anew from its inputs.
 */
import { seenKinds } from '../../graph/ops/opKinds.ts';
import type { IncSubtensorParams, SubtensorParams } from '../../graph/ops/subtensor.ts';
import { type Apply, Constant, type InnerGraph, type Variable } from '../../graph/variable.ts';

/** A state with one row that is not kept: the row that a step gets, and the one it gives. */
export interface OneRow {
  readonly state: number;
  readonly before: Variable;
  readonly after: Variable;
}

export interface InPlace {
  /** By number. */
  readonly states: ReadonlySet<number>;
  /** The replacements, and what has read their input by then. */
  readonly writers: ReadonlyMap<Apply, readonly Variable[]>;
  /** What is read out of the old rows: copies. */
  readonly copied: ReadonlySet<Variable>;
  /** The applications of the step, readers before writers. */
  readonly ordered: readonly Apply[];
}

/** Finds them among `rows`; `applies` are all applications of a step that changes, in their order. */
export function findInPlace(graph: InnerGraph, applies: readonly Apply[], rows: readonly OneRow[]): InPlace {
  const states = new Set<number>();
  const writers = new Map<Apply, readonly Variable[]>();
  const copied = new Set<Variable>();
  let ordered = applies;
  // What is printed keeps its order.
  const hasPrint = applies.some(({ op }) => seenKinds.has(op.entry.kind));
  for (const { state, before, after } of hasPrint ? [] : rows) {
    const found = replacements(before, after, { graph, applies });
    if (found === null) continue;
    const more = new Map([...writers, ...found.chain.map((apply) => [apply, found.read] as const)]);
    const inOrder = readersFirst(applies, more);
    if (inOrder === null) continue;
    ordered = inOrder;
    states.add(state);
    for (const writer of found.chain) writers.set(writer, found.read);
    for (const variable of found.read) copied.add(variable);
  }
  return { states, writers, copied, ordered };
}

interface Step {
  readonly graph: InnerGraph;
  /** All that changes from step to step. */
  readonly applies: readonly Apply[];
}

interface Replacements {
  /** From the old row to the new one. */
  readonly chain: readonly Apply[];
  /** What else reads the old row. */
  readonly read: readonly Variable[];
}

/** The replacements that lead from one row to the other; null where anything else needs the old row as a whole. */
function replacements(before: Variable, after: Variable, { graph, applies }: Step): Replacements | null {
  const chain: Apply[] = [];
  for (let row = after; row !== before; row = chain[0]!.inputs[0]!) {
    const { owner } = row;
    if (owner?.op.entry.kind !== 'incSubtensor' || graph.inputs.includes(row)) return null;
    const isSeen = row !== after && (graph.outputs.includes(row) || readersOf(row, applies).length > 1);
    if (isSeen || owner.inputs.indexOf(owner.inputs[0]!, 1) > 0) return null;
    chain.unshift(owner);
  }
  if (chain.length === 0 || graph.outputs.includes(before)) return null;
  const others = readersOf(before, applies).filter((apply) => apply !== chain[0]);
  return others.every((apply) => isPlainReader(apply, before))
    ? { chain, read: others.flatMap(({ outputs }) => outputs) }
    : null;
}

const readersOf = (variable: Variable, applies: readonly Apply[]): Apply[] =>
  applies.filter(({ inputs }) => inputs.includes(variable));

/** Takes a part whose shape is known, or asks for the shape alone. */
function isPlainReader({ op, inputs }: Apply, row: Variable): boolean {
  if (op.entry.kind === 'shape') return true;
  if (op.entry.kind !== 'subtensor' || inputs.indexOf(row, 1) > 0) return false;
  const { pattern } = op.params as SubtensorParams | IncSubtensorParams;
  let next = 1;
  return pattern.every((item) => {
    if (item.kind === 'array') return false;
    if (item.kind === 'integer') return ++next > 0;
    const count = [item.start, item.stop, item.step].filter((has) => has).length;
    next += count;
    return inputs.slice(next - count, next).every((bound) => bound instanceof Constant);
  });
}

/** The applications with what reads a row before what writes it; null where that can not be. */
function readersFirst(
  applies: readonly Apply[],
  writers: ReadonlyMap<Apply, readonly Variable[]>,
): Apply[] | null {
  const inStep = new Set(applies);
  const state = new Map<Apply, 'open' | 'done'>();
  const ordered: Apply[] = [];
  const needs = (apply: Apply): Apply[] =>
    [...apply.inputs, ...(writers.get(apply) ?? [])].flatMap(({ owner }) =>
      owner && inStep.has(owner) ? [owner] : [],
    );
  for (const first of applies) {
    const work = [first];
    for (let apply = work.at(-1); apply !== undefined; apply = work.at(-1)) {
      const missing =
        state.get(apply) === 'done' ? [] : needs(apply).filter((one) => state.get(one) !== 'done');
      if (missing.some((one) => state.get(one) === 'open')) return null;
      if (missing.length > 0) {
        state.set(apply, 'open');
        work.push(missing[0]!);
        continue;
      }
      if (state.get(apply) !== 'done') ordered.push(apply);
      state.set(apply, 'done');
      work.pop();
    }
  }
  return ordered;
}
