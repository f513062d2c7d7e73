/**
 * The scan that computes the gradient of a scan: over the reversed rows, one step of the gradient after another. A step
 * hands on what it adds to the gradients of earlier rows of a state, and to those of what all steps read.
 */
import { isFloat } from '../../tensor/dtype.ts';
import { type Gradient, type GradientTools, NullGradient } from '../gradient/gradientRule.ts';
import { gradientType, zerosLike } from '../gradient/zeros.ts';
import { rebroadcast } from '../ops/dimShuffle.ts';
import { castTo, elemwise, padLeft } from '../ops/elemwise.ts';
import { join } from '../ops/shapes.ts';
import { tensorType } from '../tensorType.ts';
import { replaceVariables } from '../traversal.ts';
import { type Apply, applyIn, Variable } from '../variable.ts';
import { backwards, firstRows, rowAt, rowsFrom } from './rows.ts';
import { type ScanParams, scanEntry } from './scanOp.ts';
import { type ForwardPart, type GradientOrigin, noteOrigin } from './scanOrigin.ts';
import { throughGenerators } from './throughGenerators.ts';

/** What the step reads in every iteration: its name inside, and its rows in the order of the steps. */
interface PerStep {
  readonly slot: Variable;
  readonly rows: Variable;
}

/** One state of the forward scan. */
interface ForwardState {
  readonly initial: Variable;
  readonly taps: readonly number[];
  /** How many rows there are before the first step. */
  readonly depth: number;
  /** The taps inside the step. */
  readonly slots: readonly Variable[];
  /** Rows before the first step, with the axis of the steps. */
  readonly initialRows: Variable;
}

/** The forward scan, in parts. It has no untraced states. */
export interface ForwardScan {
  readonly params: ScanParams;
  readonly made: Apply;
  /** The number of steps that were done. */
  readonly stepCount: Variable;
  /** The number of steps that the gradient follows. */
  readonly followed: Variable;
  /** How many rows of a stream count as used. */
  readonly lastRow: Variable;
  readonly streams: readonly PerStep[];
  readonly states: readonly ForwardState[];
  readonly others: readonly Variable[];
  readonly otherSlots: readonly Variable[];
}

/** Takes an application apart. */
export function readForward(
  made: Apply,
  counts: Pick<ForwardScan, 'stepCount' | 'followed' | 'lastRow'>,
): ForwardScan {
  const params = made.op.params as ScanParams;
  const { inner, sequenceCount, states } = params;
  const outer = made.inputs.slice(1);
  let next = sequenceCount;
  const readStates = states.map(({ role, taps }, index): ForwardState => {
    const slots = inner.inputs.slice(next, next + taps.length);
    next += taps.length;
    const initial = outer[sequenceCount + index];
    const initialRows = role === 'sitSot' ? padLeft(initial, initial.ndim + 1) : initial;
    return { initial, taps, depth: -Math.min(...taps), slots, initialRows };
  });
  return {
    params,
    made,
    ...counts,
    streams: outer.slice(0, sequenceCount).map((rows, i) => ({ slot: inner.inputs[i], rows })),
    states: readStates,
    others: outer.slice(sequenceCount + states.length),
    otherSlots: inner.inputs.slice(next),
  };
}

/** The gradient of one step: in terms of the slots of the forward step, of its results, and of the gradients that come in. */
interface StepGradient {
  readonly perStep: readonly PerStep[];
  /** The gradients of the rows 1 … depth steps ago of each state, before this step. */
  readonly carries: readonly (readonly Variable[])[];
  readonly streams: readonly Gradient[];
  readonly taps: readonly (readonly Gradient[])[];
  readonly others: readonly Gradient[];
  /** See {@link GradientOrigin}. */
  readonly total: GradientOrigin['total'];
  /** What the variables of this step are to the forward one. */
  readonly parts: ReadonlyMap<Variable, ForwardPart>;
}

export interface BackwardResult {
  /** Gradients of the rows that were followed, in the order of the steps; null or undefined ones stay as they are. */
  readonly streams: readonly Gradient[];
  /** For each state the gradients of the rows before the last one that was followed, nearest first. */
  readonly states: readonly (readonly Variable[] | NullGradient)[];
  readonly others: readonly Gradient[];
}

const slotLike = (model: Variable): Variable =>
  new Variable(
    model.context,
    tensorType(model.context.dialect, { dtype: gradientType(model), shape: model.type.shape }),
  );

const isValue = (gradient: Gradient): gradient is Variable =>
  gradient !== null && !(gradient instanceof NullGradient);

/** Runs the gradient of the rows of all outputs backwards through the steps. */
export function backwardScan(
  forward: ForwardScan,
  gradients: readonly (Variable | null)[],
  tools: GradientTools,
): BackwardResult {
  const step = stepGradient(forward, gradients, tools);
  const sums = forward.others.map((other, i) => (isValue(step.others[i]) ? slotLike(other) : null));
  const slots = [...step.carries.flat(), ...sums.filter((slot) => slot !== null)];
  const next = [
    ...forward.states.flatMap((state, i) => handedOn(state, step.carries[i], step.taps[i])),
    ...step.others.flatMap((gradient, i) => (isValue(gradient) ? [elemwise('add', gradient, sums[i]!)] : [])),
  ];
  const starts = [
    ...forward.states.flatMap(({ initialRows }, i) =>
      step.carries[i].map(() => zerosLike(rowAt(initialRows, 0))),
    ),
    ...forward.others.filter((_, i) => sums[i] !== null).map(zerosLike),
  ];
  const streams = step.streams.filter(isValue);
  const made = applyBackward(forward, {
    perStep: step.perStep,
    slots,
    starts,
    outputs: [...streams, ...next.map((value, i) => inTypeOf(slots[i], value))],
    origin: originParts(forward, step, { slots, sums }),
  });
  const rows = made.slice(0, streams.length).map(backwards);
  const last = made.slice(streams.length);
  const take = <T>(list: T[]): T => list.shift()!;
  return {
    streams: step.streams.map((gradient) => (isValue(gradient) ? take(rows) : gradient)),
    states: step.carries.map((carries, i) => {
      const values = carries.map(() => take(last));
      return step.taps[i].find((gradient) => gradient instanceof NullGradient) ?? values;
    }),
    others: step.others.map((gradient) => (isValue(gradient) ? take(last) : gradient)),
  };
}

/** What the variables of the backward step are, for those who show it. */
function originParts(
  { streams, states, otherSlots, params }: ForwardScan,
  step: StepGradient,
  { slots, sums }: { readonly slots: readonly Variable[]; readonly sums: readonly (Variable | null)[] },
): BackwardBody['origin'] {
  const parts = new Map(step.parts);
  const first = params.inner.inputs.length - otherSlots.length;
  params.inner.inputs.forEach((input, index) => {
    parts.set(input, { what: 'value', side: 'input', index });
  });
  sums.forEach((slot, i) => {
    if (slot) parts.set(slot, { what: 'gradient', side: 'input', index: first + i });
  });
  states.forEach((_, index) => {
    for (const slot of step.carries[index]) parts.set(slot, { what: 'gradient', side: 'output', index });
  });
  const ofStreams = streams.flatMap((_, index): ForwardPart[] =>
    isValue(step.streams[index]) ? [{ what: 'gradient', side: 'input', index }] : [],
  );
  const outputs = [...ofStreams, ...slots.map((slot) => parts.get(slot) ?? null)];
  return { total: step.total, parts, outputs };
}

const inTypeOf = (slot: Variable, value: Variable): Variable =>
  rebroadcast(castTo(value, slot.dtype), slot.type.shape);

/** The gradients of earlier rows after a step: one row nearer, with what this step adds. */
function handedOn(state: ForwardState, carries: readonly Variable[], taps: readonly Gradient[]): Variable[] {
  return carries.map((_, i) => {
    const tap = state.taps.indexOf(-1 - i);
    const own = tap < 0 ? null : taps[tap];
    const older = carries[i + 1] ?? null;
    if (!isValue(own)) return older ?? zerosLike(carries[i]);
    return older === null ? own : elemwise('add', own, older);
  });
}

function stepGradient(
  forward: ForwardScan,
  gradients: readonly (Variable | null)[],
  tools: GradientTools,
): StepGradient {
  const { params, made, states, streams, otherSlots } = forward;
  const results = params.inner.outputs.slice(0, states.length + params.nitSotCount);
  const seeds = new Map<Variable, Variable>();
  const perStep: PerStep[] = [];
  const carries = states.map((): Variable[] => []);
  const seedOf = new Map<Variable, Variable>();
  const parts = new Map<Variable, ForwardPart>();
  results.forEach((result, index) => {
    if (!isFloat(result.dtype)) return;
    const given = gradients[index];
    const terms: Variable[] = [];
    if (given !== null) {
      const slot = new Variable(result.context, rowType(given));
      perStep.push({ slot, rows: given });
      terms.push(slot);
      parts.set(slot, { what: 'gradient', side: 'output', index });
    }
    if (index < states.length) {
      const { slots, depth } = states[index];
      carries[index].push(...Array.from({ length: depth }, () => slotLike(slots[0])));
      terms.push(carries[index][0]);
    }
    // A copy, because a result that other results are made of has a gradient beside the one that is known.
    if (terms.length === 0) return;
    const seed = castTo(
      terms.reduce((a, b) => elemwise('add', a, b)),
      result.dtype,
    );
    seeds.set(elemwise('identity', result), seed);
    seedOf.set(result, seed);
  });
  const wrt = [...streams.map(({ slot }) => slot), ...states.flatMap(({ slots }) => slots), ...otherSlots];
  const found = tools.backpropagate(
    seeds,
    wrt.filter((slot) => isFloat(slot.dtype)),
  );
  const known = resultSlots(made, results);
  const inner = new Map(wrt.filter((slot) => isFloat(slot.dtype)).map((slot, i) => [slot, found[i]]));
  const replacements = new Map(known.map(({ result, slot }) => [result, slot]));
  for (const { result, slot } of known)
    parts.set(slot, { what: 'value', side: 'output', index: results.indexOf(result) });
  const gradientOf = (slot: Variable): Gradient => {
    const gradient = inner.get(slot) ?? null;
    if (!isValue(gradient)) return gradient;
    const refused = throughGenerators(forward, slot, gradient);
    return refused ?? replaceVariables([gradient], replacements, { types: 'kept' })[0];
  };
  const total = (output: number): Variable | null => {
    const seed = seedOf.get(results[output]) ?? null;
    if (seed === null || !results[output].owner) return seed;
    const [gradient] = tools.backpropagate(seeds, [results[output]]);
    return isValue(gradient) ? replaceVariables([gradient], replacements, { types: 'kept' })[0] : seed;
  };
  return {
    perStep: [...perStep, ...known],
    carries,
    streams: streams.map(({ slot }) => gradientOf(slot)),
    taps: states.map(({ slots }) => slots.map(gradientOf)),
    others: otherSlots.map(gradientOf),
    total,
    parts,
  };
}

const rowType = (rows: Variable): Variable['type'] => ({
  dtype: rows.dtype,
  shape: rows.type.shape.slice(1),
});

/** What the forward scan has computed already is not computed again: the step reads its rows. */
function resultSlots(made: Apply, results: readonly Variable[]): (PerStep & { readonly result: Variable })[] {
  const seen = new Set<Variable>();
  return results.flatMap((result, index) => {
    if (!result.owner || seen.has(result)) return [];
    seen.add(result);
    return [{ result, slot: new Variable(result.context, result.type), rows: made.outputs[index] }];
  });
}

/** The rows of all taps of a state: before the first step, and of each step. */
function tapRows(forward: ForwardScan, index: number): PerStep[] {
  const { depth, initialRows, taps, slots } = forward.states[index];
  const buffer = join([initialRows, forward.made.outputs[index]], 0);
  return taps.map((tap, i) => ({ slot: slots[i], rows: rowsFrom(buffer, depth + tap) }));
}

/** What a backward scan is made of. */
interface BackwardBody {
  readonly perStep: readonly PerStep[];
  readonly slots: readonly Variable[];
  readonly starts: readonly Variable[];
  readonly outputs: readonly Variable[];
  readonly origin: Pick<StepGradient, 'total' | 'parts'> & Pick<GradientOrigin, 'outputs'>;
}

function applyBackward(forward: ForwardScan, body: BackwardBody): Variable[] {
  const { params, stepCount, followed, lastRow, streams, states, others, otherSlots } = forward;
  const made = [...states.flatMap((_, index) => tapRows(forward, index)), ...body.perStep];
  const perStep = [...streams, ...made];
  const reversed = perStep.map(({ rows }, i) =>
    firstRows(backwards(firstRows(rows, i < streams.length ? lastRow : stepCount)), followed),
  );
  const backward: ScanParams = {
    inner: {
      inputs: [...perStep.map(({ slot }) => slot), ...body.slots, ...otherSlots],
      outputs: body.outputs,
    },
    sequenceCount: perStep.length,
    states: [],
    nitSotCount: body.outputs.length - body.slots.length,
    untracedCount: body.slots.length,
    isWhile: false,
    truncateGradient: params.truncateGradient,
    name: `grad_of_${params.name}`,
    dialect: params.dialect,
  };
  noteOrigin(backward, {
    kind: 'gradient',
    forward: params,
    total: body.origin.total,
    inputs: backward.inner.inputs.map((input) => body.origin.parts.get(input) ?? null),
    outputs: body.origin.outputs,
  });
  const inputs = [followed, ...reversed, ...body.starts, ...others];
  return applyIn(followed.context, { entry: scanEntry, params: backward }, inputs);
}
