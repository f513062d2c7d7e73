/**
 * The scan op: a step graph that runs once per row. It gets the streams already cut, reversed and shortened, and the
 * initial states without padding; it gives for each state and output the rows of all steps, and for each untraced state
 * only the last value.
 *
 * Inputs: the number of steps; the streams (sequence); the initial states with several taps (mitSot), then with one (sitSot);
 * the initial values of untraced states; the rest (nonSequence). Outputs: mitSot, sitSot, nitSot, untraced.
 * The step gets one row per stream, the taps of each state, the untraced values, the rest; and gives the new rows
 * in the order of the outputs, then the condition if there is one.
 */

import { byteSize, type DType } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { assign, cast, fromStorage, isNonZero, type NDArray, zeros } from '../../tensor/ndarray.ts';
import { printShape, type Shape } from '../../tensor/shape.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import type { StaticLength, TensorType } from '../tensorType.ts';
import { graphInputs } from '../traversal.ts';
import {
  type Apply,
  apply,
  Constant,
  type InnerGraph,
  type OpEntry,
  type OpRunner,
  type Variable,
} from '../variable.ts';
import { countType } from './scanArguments.ts';

export interface ScanState {
  readonly role: 'mitSot' | 'sitSot';
  /** Negative; sitSot is always [-1]. */
  readonly taps: readonly number[];
}

export interface ScanParams {
  readonly inner: InnerGraph;
  readonly sequenceCount: number;
  readonly states: readonly ScanState[];
  readonly nitSotCount: number;
  readonly untracedCount: number;
  readonly isWhile: boolean;
  /** How many of the last steps a gradient follows; -1 for all. */
  readonly truncateGradient: number;
  readonly name: string;
  readonly dialect: Dialect;
}

export const scanEntry: OpEntry<ScanParams> = {
  kind: 'scan',
  infer: (params, inputs) => scanTypes(params, inputs),
  evaluate: (params, inputs, runner, apply) => {
    checkScan(params, inputs, apply);
    return new ScanRun(params, inputs, runner).run();
  },
  print: (params, dialect, index) => printScan(params, dialect, index),
};

/** What is wrong with the number of steps, the streams or the first states, in the library's words where it has some. */
export function checkScan(params: ScanParams, inputs: readonly NDArray[], made: Apply): void {
  checkStreams(params, inputs, made);
  checkCounts(params, Number(inputs[0].at(0)));
  checkInitialRows(params, inputs);
}

/** The libraries read unset memory where an initial state has fewer rows than its taps reach back. */
function checkInitialRows({ states, sequenceCount }: ScanParams, inputs: readonly NDArray[]): void {
  if (Number(inputs[0].at(0)) === 0) return;
  for (const [i, { role, taps }] of states.entries()) {
    const [rows] = inputs[1 + sequenceCount + i].shape;
    const depth = -Math.min(...taps);
    if (role !== 'mitSot' || rows >= depth) continue;
    throw new EngineError(
      'NotSupportedByScanLens',
      `an initial state of ${rows} rows where the taps need ${depth}: the libraries read unset memory there`,
    );
  }
}

/** Every stream has to have as many rows as there are steps. */
function checkStreams(params: ScanParams, [count, ...inputs]: readonly NDArray[], made: Apply): void {
  const n = Number(count.at(0));
  if (n <= 0) return;
  const index = inputs.slice(0, params.sequenceCount).findIndex((stream) => stream.shape[0] < n);
  if (index < 0) return;
  const { shape } = inputs[index];
  const { errorValues, shortSequence } = params.dialect;
  const text = fillText(shortSequence, index, printShape(shape), n);
  if (errorValues === 'text') throw new EngineError('ValueError', text);
  const variable = made.inputs[1 + index];
  const isFixed = graphInputs([variable]).every((input) => input instanceof Constant);
  throw new EngineError(
    'ValueError',
    text,
    cast(count, countType(made.inputs[0])),
    isFixed ? new Constant(variable.context, inputs[index]) : variable,
    [...shape],
  );
}

function scanTypes(params: ScanParams, inputs: readonly Variable[]): TensorType[] {
  const { states, nitSotCount, untracedCount, sequenceCount, inner } = params;
  const rows = states.map(({ role }, i): TensorType => {
    const { dtype, shape } = inputs[1 + sequenceCount + i].type;
    const row = role === 'sitSot' ? shape : shape.slice(1);
    const made = inner.outputs[i].type.shape;
    const known = (length: StaticLength, axis: number): StaticLength =>
      length === 1 ? 1 : params.dialect.partShapes === 'lengths' ? made[axis] : null;
    return { dtype, shape: [null, ...row.map(known)] };
  });
  const outputs = inner.outputs.slice(states.length, states.length + nitSotCount);
  const maps = outputs.map(({ type }): TensorType => ({ dtype: type.dtype, shape: [null, ...type.shape] }));
  const last = inputs.slice(
    1 + sequenceCount + states.length,
    1 + sequenceCount + states.length + untracedCount,
  );
  return [...rows, ...maps, ...last.map((variable) => variable.type)];
}

/** States print as the part of their buffer after the initial rows, as the libraries cut it. */
function printScan(params: ScanParams, dialect: Dialect, index: number): string {
  const isState = index < params.states.length;
  if (isState) return dialect.stateRowsText;
  return `${scanOpText(params, dialect)}.${libraryIndex(params, index)}`;
}

/** The op as the libraries print it. */
export function scanOpText({ name, isWhile }: ScanParams, dialect: Dialect): string {
  return fillText(isWhile ? dialect.whileOpText : dialect.scanOpText, name);
}

/**
 * The number of an output in the libraries' op: what is a tensor without rows here has a buffer there and comes before the
 * outputs without a state; the states of random generators come last.
 */
function libraryIndex(
  { inner, sequenceCount, states, nitSotCount, untracedCount }: ScanParams,
  index: number,
): number {
  const first = sequenceCount + states.reduce((sum, { taps }) => sum + taps.length, 0);
  const isTensor = (place: number): boolean => inner.inputs[first + place].type.generator === undefined;
  const tensors = Array.from({ length: untracedCount }, (_, place) => place).filter(isTensor);
  const rows = states.length + nitSotCount;
  if (index < rows) return index + tensors.length;
  const own = index - rows;
  const before = tensors.filter((place) => place < own).length;
  return isTensor(own) ? states.length + before : rows + tensors.length + own - before;
}

/** The rows of one output while they are made. */
class Trace {
  #array: NDArray | null = null;
  readonly #runner: OpRunner;
  readonly #dtype: DType;
  readonly #most: number;
  readonly #grows: boolean;

  constructor(
    runner: OpRunner,
    rows: { readonly dtype: DType; readonly most: number; readonly grows: boolean },
  ) {
    this.#runner = runner;
    this.#dtype = rows.dtype;
    this.#most = rows.most;
    this.#grows = rows.grows;
  }

  /** Stores a row, broadcast to `shape` and converted to the output's type, and gives it back as it is stored. */
  push(step: number, value: NDArray, shape: Shape): NDArray {
    const array = this.#room(step, shape);
    const row = rowOf(array, step);
    assign(row, value);
    return row;
  }

  #room(step: number, shape: Shape): NDArray {
    const known = this.#array;
    if (known && step < known.shape[0]) return known;
    const wanted = this.#grows ? Math.min(this.#most, Math.max(16, step * 2)) : this.#most;
    const rowShape = known ? known.shape.slice(1) : shape;
    this.#runner.host.allocate(wanted * rowShape.reduce((a, b) => a * b, 1) * byteSize(this.#dtype));
    const array = zeros(this.#dtype, [wanted, ...rowShape]);
    if (known) assign(firstRows(array, known.shape[0]), known);
    this.#array = array;
    return array;
  }

  /** What was stored: `count` rows. */
  finish(count: number, empty: () => NDArray): NDArray {
    if (this.#array === null) return empty();
    return this.#array.shape[0] === count ? this.#array : firstRows(this.#array, count);
  }

  get rowShape(): Shape | null {
    return this.#array ? this.#array.shape.slice(1) : null;
  }
}

/** One row as a window. */
function rowOf(array: NDArray, index: number): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({
    shape: shape.slice(1),
    strides: strides.slice(1),
    offset: offset + index * strides[0],
  });
}

function firstRows(array: NDArray, count: number): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: shape.with(0, count), strides, offset });
}

/** Rows lie without gaps, as in the libraries' buffers: products add in an order that depends on it. */
const inRows = (array: NDArray): NDArray =>
  array.isContiguous ? array : fromStorage(array.dtype, array.elements(), array.shape);

/** One execution of a scan. */
class ScanRun {
  readonly #params: ScanParams;
  readonly #runner: OpRunner;
  readonly #stepCount: number;
  readonly #streams: readonly NDArray[];
  readonly #initials: readonly NDArray[];
  readonly #others: readonly NDArray[];
  /** The last rows of every state: as many as its oldest tap asks for, oldest first. */
  readonly #recent: NDArray[][];
  #untraced: NDArray[];

  constructor(params: ScanParams, inputs: readonly NDArray[], runner: OpRunner) {
    this.#params = params;
    this.#runner = runner;
    this.#stepCount = Number(inputs[0].at(0));
    let next = 1;
    const take = (count: number): readonly NDArray[] => {
      next += count;
      return inputs.slice(next - count, next);
    };
    this.#streams = take(params.sequenceCount).map(inRows);
    this.#initials = take(params.states.length).map(inRows);
    this.#untraced = take(params.untracedCount).map(inRows);
    this.#others = inputs.slice(next);
    this.#recent = params.states.map((state, i) => initialRows(state, this.#initials[i]));
  }

  run(): readonly NDArray[] {
    const step = this.#runner.prepare(this.#params.inner);
    const { inner, states, nitSotCount, isWhile } = this.#params;
    const traces = inner.outputs
      .slice(0, states.length + nitSotCount)
      .map(({ dtype }) => new Trace(this.#runner, { dtype, most: this.#stepCount, grows: isWhile }));
    let done = 0;
    while (done < this.#stepCount) {
      this.#runner.host.checkpoint();
      const results = step(this.#arguments(done));
      this.#keep(results, { traces, step: done });
      done++;
      if (isWhile && isNonZero(results.at(-1)!.at(0))) break;
    }
    const rows = traces.map((trace, i) => trace.finish(done, () => this.#emptyRows(i)));
    return [...rows, ...this.#untraced];
  }

  #arguments(step: number): NDArray[] {
    const rows = this.#streams.map((stream) => rowOf(stream, step));
    const taps = this.#params.states.flatMap((state, i) => {
      const recent = this.#recent[i];
      return state.taps.map((tap) => recent[recent.length + tap]);
    });
    return [...rows, ...taps, ...this.#untraced, ...this.#others];
  }

  #keep(results: readonly NDArray[], at: { traces: readonly Trace[]; step: number }): void {
    const { states, nitSotCount } = this.#params;
    states.forEach((_, i) => {
      const recent = this.#recent[i];
      const row = at.traces[i].push(at.step, results[i], recent[recent.length - 1].shape);
      recent.shift();
      recent.push(row);
    });
    for (let i = states.length; i < states.length + nitSotCount; i++) {
      at.traces[i].push(at.step, results[i], at.traces[i].rowShape ?? results[i].shape);
    }
    this.#untraced = this.#untraced.map((old, i) =>
      inRows(sameShape(results[states.length + nitSotCount + i], old)),
    );
  }

  #emptyRows(index: number): NDArray {
    const { states, inner } = this.#params;
    if (index < states.length) {
      const row =
        states[index].role === 'sitSot' ? this.#initials[index].shape : this.#initials[index].shape.slice(1);
      return zeros(this.#initials[index].dtype, [0, ...row]);
    }
    const { dtype, shape } = inner.outputs[index].type;
    return zeros(dtype, [0, ...shape.map(() => 0)]);
  }
}

/** The library keeps untraced tensors in buffers too: a value of another shape is broadcast or refused. */
function sameShape(value: NDArray, old: NDArray): NDArray {
  if (value.shape.length === old.shape.length && value.shape.every((n, axis) => n === old.shape[axis]))
    return value;
  const result = zeros(value.dtype, old.shape);
  assign(result, value);
  return result;
}

function checkCounts({ states, untracedCount, dialect }: ScanParams, n: number): void {
  const depths = [...states.map(({ taps }) => -Math.min(...taps)), ...(untracedCount > 0 ? [1] : [])];
  if (depths.some((depth) => n + depth < 0))
    throw new EngineError('ValueError', 'negative dimensions are not allowed');
  if (n < 0) throw new EngineError('IndexError', `Scan was asked to run for negative number of step ${n}`);
  if (n === 0 && dialect.zeroSteps === 'refused') {
    throw new EngineError(
      'NotImplementedError',
      "We didn't implemented yet the case where scan do 0 iteration",
    );
  }
}

/** The rows before the first step, oldest first. */
function initialRows({ role, taps }: ScanState, initial: NDArray): NDArray[] {
  if (role === 'sitSot') return [initial];
  const depth = -Math.min(...taps);
  return Array.from({ length: depth }, (_, i) => rowOf(initial, i));
}

/** The last value of an untraced state, read as the library reads it: an error when there was no step. */
export const lastValueEntry: OpEntry<Record<string, never>> = {
  kind: 'lastValue',
  infer: (_, [value]) => [value.type],
  evaluate: (_, [value, stepCount]) => {
    if (Number(stepCount.at(0)) === 0) {
      throw new EngineError('IndexError', 'index -1 is out of bounds for axis 0 with size 0');
    }
    return [value];
  },
  print: (_, dialect) => dialect.lastRowText,
};

/** The value that a scan's updates give for a shared variable. */
export const lastValue = (value: Variable, stepCount: Variable): Variable =>
  apply(lastValueEntry, {}, [value, stepCount])[0];
