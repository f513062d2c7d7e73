/**
 * A scan as a loop. States of one element live in locals, others as rows in memory that are pointed to; rows that are kept are written
 * where they are kept, of the rest there are only as many as the taps reach back. Used for a scan by itself (scanFunction.ts) and for one
 * inside another (rules/scanRule.ts), which differ in where the first rows lie and where the rows go.
 */
import { t } from '../../base/l10n.ts';
import { seenKinds } from '../../graph/ops/opKinds.ts';
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { sortedApplies } from '../../graph/traversal.ts';
import type { Apply, InnerGraph, Variable } from '../../graph/variable.ts';
import { byteSize } from '../../tensor/dtype.ts';
import type { Shape } from '../../tensor/shape.ts';
import { add32, type Expression, i32, type Local, op, set } from '../loopIr/ir.ts';
import { mergeApplies } from '../rewrite/mergeApplies.ts';
import { asScalar, fill } from './elementLoops.ts';
import { type CodeDType, codeType, convert, heldAs, storeElement } from './elementTypes.ts';
import { findInPlace, type InPlace, type OneRow } from './inPlace.ts';
import type { Kept } from './kept.ts';
import { GraphLowering } from './lowering.ts';
import { inBuffer, type Surroundings } from './surroundings.ts';
import { unsupported } from './unsupported.ts';
import { type BufferValue, elementCountOf, rowMajor, type Value } from './values.ts';

/** What a row looks like. */
export interface RowType {
  readonly dtype: CodeDType;
  readonly shape: Shape;
}

export const rowBytes = (row: RowType): number => elementCountOf(row) * byteSize(row.dtype);
export const isOneElement = (row: RowType): boolean => elementCountOf(row) === 1;

/** A stream: one row per step, from `pointer` on. */
export interface Stream extends RowType {
  readonly pointer: Local;
  readonly rowStride: number;
  readonly strides: readonly number[];
}

/** A state, traced or not. */
export interface LoopState extends RowType {
  readonly taps: readonly number[];
  /** One element: the values of the last steps, newest first. Else: pointers to their rows. */
  readonly recent: readonly Local[];
  /** A row that may be written, where rows are pointed to and not all are kept. */
  readonly free: Local | null;
  /** Where the next row goes, where all rows are kept. */
  readonly trace: Local | null;
}

/** An output without a state, once its row is known. */
export interface LoopOutput extends RowType {
  /** Where the next row goes, where all are kept. */
  readonly trace: Local | null;
  /** The last row where only that is kept: an element in a local, or a row in memory. */
  readonly last: Local | BufferValue | null;
}

export interface LoopParts {
  readonly params: ScanParams;
  readonly stepCount: Expression;
  readonly streams: readonly Stream[];
  /** Those of the scan, then its untraced ones. */
  readonly states: readonly LoopState[];
  /** For each output without a state what is kept of it. */
  readonly outputs: readonly Kept[];
  readonly others: readonly Value[];
  /** Where the rows of an output begin; asked once the step has told what a row is. */
  placeRows(output: number, row: RowType): Expression;
  /** Where the part of the step goes that is the same in every step; `emit` gives the values that the rest reads. */
  placeInvariants(emit: () => readonly Value[]): void;
}

export interface EmittedLoop {
  /** The number of steps that were made. */
  readonly done: Local;
  /** 0 once the condition of `until` held; null where there is none. */
  readonly running: Local | null;
  /** null where nothing is kept. */
  readonly outputs: readonly (LoopOutput | null)[];
}

/** How far a state's taps reach back. */
export const depthOf = (taps: readonly number[]): number => -Math.min(...taps);

/** Emits the loop. Afterwards locals and pointers are as the last step left them. */
export function emitLoop(surroundings: Surroundings, parts: LoopParts): EmittedLoop {
  const { builder } = surroundings;
  const done = builder.local('i32', 'step');
  const running = parts.params.isWhile ? builder.local('i32', 'running') : null;
  const isLeft = op('i32.lt_s', done, parts.stepCount);
  const step = new StepLowering(surroundings, parts);
  if (step.hasInvariants) parts.placeInvariants(() => step.emitInvariants());
  const body = builder.within(() => {
    step.emit(running);
    builder.emit(set(done, add32(done, i32(1))));
  });
  builder.emit(set(done, i32(0)));
  if (running) builder.emit(set(running, i32(1)));
  step.outputs.forEach((output, i) => {
    if (output?.trace) builder.emit(set(output.trace, parts.placeRows(i, output)));
  });
  builder.emit({ kind: 'while', condition: running ? op('i32.and', isLeft, running) : isLeft, body });
  return { done, running, outputs: step.outputs };
}

/** One step: its graph, then states and pointers move on. */
class StepLowering {
  readonly #surroundings: Surroundings;
  readonly #parts: LoopParts;
  readonly #graph: InnerGraph;
  readonly #rows: RowVariables;
  readonly #lowering: GraphLowering;
  readonly #invariant: readonly Apply[];
  readonly #varying: readonly Apply[];
  readonly #inPlace: InPlace;
  /** Variables of the invariant part that the rest reads. */
  readonly #crossing: ReadonlySet<Variable>;
  readonly outputs: (LoopOutput | null)[] = [];

  constructor(surroundings: Surroundings, parts: LoopParts) {
    this.#surroundings = surroundings;
    this.#parts = parts;
    const { others } = parts;
    const graph = neededGraph(parts);
    const rows = rowVariables(graph, parts);
    const split = splitInvariants(graph, graph.inputs.slice(0, graph.inputs.length - others.length));
    this.#invariant = split.invariant;
    this.#inPlace = findInPlace(graph, split.varying, oneRows(graph, rows, parts));
    this.#varying = this.#inPlace.ordered;
    this.#crossing = split.crossing;
    this.#rows = rows;
    this.#graph = graph;
    this.#lowering = new GraphLowering(surroundings, graph, {
      targets: this.#targets(),
      kept: split.crossing,
      wanted: new Map(rows.ofStates.map((variable, i) => [variable, parts.states[i].shape])),
      inPlace: this.#inPlace,
    });
    others.forEach((other, i) => {
      this.#lowering.bind(graph.inputs[graph.inputs.length - others.length + i], other);
    });
  }

  get hasInvariants(): boolean {
    return this.#invariant.length > 0;
  }

  emitInvariants(): Value[] {
    this.#lowering.run(this.#invariant, 'once');
    const crossing = [...this.#crossing].filter((variable) => !this.#lowering.isOutside(variable));
    return crossing.map((variable) => this.#lowering.valueOf(variable));
  }

  emit(running: Local | null): void {
    const { builder } = this.#surroundings;
    const { states, streams } = this.#parts;
    const lowering = this.#lowering;
    this.#inputs().forEach((value, i) => {
      lowering.bind(this.#graph.inputs[i], value);
    });
    lowering.run(this.#varying, 'repeated');
    const { ofStates, ofOutputs, condition } = this.#rows;
    const stateRows = states.map((_, i) => this.#stateRow(i, lowering.valueOf(ofStates[i])));
    for (const variable of ofOutputs)
      this.outputs.push(variable && this.#outputRow(lowering.valueOf(variable), this.outputs.length));
    if (running && condition) this.#setRunning(running, lowering.valueOf(condition));
    states.forEach((state, i) => {
      if (!this.#inPlace.states.has(i)) this.#shift(state, stateRows[i]);
    });
    for (const output of this.outputs) if (output?.trace) this.#advance(output.trace, output);
    for (const { pointer, rowStride } of streams) builder.emit(set(pointer, add32(pointer, i32(rowStride))));
  }

  #inputs(): Value[] {
    const { streams, states } = this.#parts;
    const { builder } = this.#surroundings;
    const rows = streams.map((stream): Value => {
      const row: BufferValue = { ...rowAt(stream, stream.pointer), strides: stream.strides };
      return isOneElement(stream) ? asScalar(builder, row) : row;
    });
    const taps = states.flatMap((state) =>
      state.taps.map((tap): Value => {
        const recent = state.recent[-tap - 1];
        const { dtype, shape } = state;
        if (isOneElement(state)) return { kind: 'scalar', dtype, shape, expression: recent };
        return rowAt(state, recent);
      }),
    );
    return [...rows, ...taps];
  }

  /** Rows of states in memory are written where they belong. */
  #targets(): Map<Variable, BufferValue> {
    const targets = new Map<Variable, BufferValue>();
    const { states } = this.#parts;
    this.#rows.ofStates.forEach((variable, i) => {
      if (!targets.has(variable) && !isOneElement(states[i])) targets.set(variable, this.#newRow(i));
    });
    return targets;
  }

  /** The new value of a state: an element in a local of its own, or the row, written. */
  #stateRow(i: number, value: Value): Local | null {
    const state = this.#parts.states[i];
    checkRow(state, value);
    const { builder } = this.#surroundings;
    if (!isOneElement(state)) {
      this.#writeRow(this.#newRow(i), value);
      return null;
    }
    const next = builder.local(heldAs(state.dtype), 'next');
    builder.emit(set(next, asScalar(builder, value).expression));
    return next;
  }

  /** Where the new row of a state lies. */
  #newRow(i: number): BufferValue {
    const state = this.#parts.states[i];
    return rowAt(state, this.#inPlace.states.has(i) ? state.recent[0] : (state.trace ?? state.free)!);
  }

  #outputRow(value: Value, index: number): LoopOutput {
    const { builder } = this.#surroundings;
    const { dtype, shape } = value;
    const isKept = this.#parts.outputs[index] === 'all';
    const trace = isKept ? builder.local('i32', 'trace') : null;
    if (!isOneElement(value)) {
      const last = trace ? null : inBuffer(builder.buffer('last', rowBytes(value)), value);
      this.#writeRow(last ?? rowAt(value, trace!), value);
      return { dtype, shape, trace, last };
    }
    const { expression } = asScalar(builder, value);
    const last = trace ? null : builder.local(heldAs(dtype), 'last');
    if (last) builder.emit(set(last, expression));
    if (trace) builder.emit(storeElement(dtype, expression, { address: trace }));
    return { dtype, shape, trace, last };
  }

  #writeRow(target: BufferValue, value: Value): void {
    const isThere = value.kind === 'buffer' && value.base === target.base;
    if (!isThere) fill(this.#surroundings.builder, target, value);
  }

  #advance(pointer: Local, row: RowType): void {
    this.#surroundings.builder.emit(set(pointer, add32(pointer, i32(rowBytes(row)))));
  }

  #setRunning(running: Local, condition: Value): void {
    const { builder } = this.#surroundings;
    const { expression, dtype } = asScalar(builder, condition);
    builder.emit(set(running, op('i32.eqz', convert(expression, dtype, 'bool'))));
  }

  /** The newest row becomes the one before. */
  #shift(state: LoopState, next: Local | null): void {
    const { builder } = this.#surroundings;
    const { recent, trace, free } = state;
    const oldest = recent.length - 1;
    const spare = free ? builder.local('i32', 'spare') : null;
    if (spare) builder.emit(set(spare, recent[oldest]));
    for (let i = oldest; i > 0; i--) builder.emit(set(recent[i], recent[i - 1]));
    if (next) {
      builder.emit(set(recent[0], next));
      if (trace) builder.emit(storeElement(state.dtype, next, { address: trace }));
    } else builder.emit(set(recent[0], trace ?? free!));
    if (spare) builder.emit(set(free!, spare));
    if (trace) this.#advance(trace, state);
  }
}

const rowAt = ({ dtype, shape }: RowType, base: Expression): BufferValue => ({
  kind: 'buffer',
  dtype,
  shape,
  base,
  strides: rowMajor(dtype, shape),
});

/** The states of which there is one row, which nobody keeps. */
function oneRows(graph: InnerGraph, { ofStates }: RowVariables, { states, streams }: LoopParts): OneRow[] {
  let next = streams.length;
  return states.flatMap((state, i) => {
    const before = graph.inputs[next];
    next += state.taps.length;
    const hasOne = state.recent.length === 1 && !state.trace && !isOneElement(state);
    return hasOne ? [{ state: i, before, after: ofStates[i] }] : [];
  });
}

function checkRow(row: RowType, value: Value): void {
  const isSame =
    value.dtype === row.dtype &&
    value.shape.length === row.shape.length &&
    value.shape.every((length, axis) => length === row.shape[axis]);
  if (!isSame) throw unsupported(t('a state whose shape changes from step to step'));
}

/** The step without what nobody reads, each value computed once. */
function neededGraph({ params, outputs }: LoopParts): InnerGraph {
  const { inner, states } = params;
  const needed = inner.outputs.filter((_, i) => outputs[i - states.length] !== 'none');
  return mergeApplies({ inputs: inner.inputs, outputs: needed });
}

interface RowVariables {
  /** The new rows of states and of untraced states. */
  readonly ofStates: readonly Variable[];
  /** null where nothing is kept. */
  readonly ofOutputs: readonly (Variable | null)[];
  readonly condition: Variable | null;
}

function rowVariables(graph: InnerGraph, { params, outputs }: LoopParts): RowVariables {
  const { states, untracedCount, isWhile } = params;
  const rest = [...graph.outputs];
  const own = rest.splice(0, states.length);
  const ofOutputs = outputs.map((kept) => (kept === 'none' ? null : rest.shift()!));
  const untraced = rest.splice(0, untracedCount);
  return { ofStates: [...own, ...untraced], ofOutputs, condition: isWhile ? rest[0] : null };
}

/** The applications that depend on nothing that changes, and the others. */
function splitInvariants(
  graph: InnerGraph,
  changing: readonly Variable[],
): { invariant: Apply[]; varying: Apply[]; crossing: Set<Variable> } {
  const varies = new Set(changing);
  const invariant: Apply[] = [];
  const varying: Apply[] = [];
  for (const apply of sortedApplies(graph.outputs, new Set(graph.inputs))) {
    const isVarying = seenKinds.has(apply.op.entry.kind) || apply.inputs.some((input) => varies.has(input));
    (isVarying ? varying : invariant).push(apply);
    if (isVarying) for (const output of apply.outputs) varies.add(output);
  }
  const made = new Set(invariant.flatMap(({ outputs }) => outputs));
  const read = [...varying.flatMap(({ inputs }) => inputs), ...graph.outputs];
  return { invariant, varying, crossing: new Set(read.filter((variable) => made.has(variable))) };
}

export const rowTypeOf = (dtype: Parameters<typeof codeType>[0], shape: Shape): RowType => ({
  dtype: codeType(dtype),
  shape,
});
