/**
 * The iterations of a scan, made again by need. The loop is cut into pieces; the states at the beginning of each piece are kept, so
 * that any iteration is reached by running one piece (checkpoints, as in reversible debuggers and in gradients that recompute): as
 * many as memory allows, because what a far iteration costs is a piece. A piece runs as machine code with every row kept; one
 * iteration alone runs as the graph of the step, op by op. What was run in a call is run the same way here, so all values are those
 * of the call, bit by bit.
 */

import type { RunGraph } from '../../compile/backends/reference/referencePlan.ts';
import { type RunScan, scanRows, scanStates } from '../../compile/backends/wasm/scanRows.ts';
import { wasmValues } from '../../compile/backends/wasm/wasmPlan.ts';
import type { RunHost } from '../../graph/runHost.ts';
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { type TracedScan, tracedForm } from '../../graph/scan/tracedScan.ts';
import type { Apply } from '../../graph/variable.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { assign, isNonZero, type NDArray, scalar, zeros } from '../../tensor/ndarray.ts';
import type { ByteCache } from './byteCache.ts';
import { asRow, rowAt, rowsBetween, stacked, withoutGaps } from './rowViews.ts';

/** What the iterations of a piece take at least, unless there are fewer. */
const usualPieceBytes = 2 ** 20;
/** A loop is long from so many times that on. */
const longLoop = 64;
/** What the states at the beginnings of pieces may take. */
const checkpointBytes = 2 ** 26;
/** How many of them there are at most. */
const mostCheckpoints = 2 ** 12;

/** A scan as code; the same for every time it runs. */
export interface ScanCode {
  readonly scan: Apply;
  readonly params: ScanParams;
  readonly traced: TracedScan;
  readonly runPiece: RunScan;
  /** Gives the states after a piece, but not all of its rows. */
  readonly runThrough: RunScan;
  readonly runStep: RunGraph;
}

export function scanCode(scan: Apply): ScanCode {
  const params = scan.op.params as ScanParams;
  const traced = tracedForm(scan);
  return {
    scan,
    params,
    traced,
    runPiece: scanRows(traced.made),
    runThrough: scanStates(scan),
    runStep: wasmValues({ ...params.inner, shared: [] }),
  };
}

/** Consecutive iterations. */
export interface Piece {
  readonly from: number;
  /** How many of them were made. */
  readonly count: number;
  /** For each state of the traced scan its initial value, as the scan gets it. */
  readonly starts: readonly NDArray[];
  /** For each output of the traced scan its rows. */
  readonly rows: readonly NDArray[];
}

/** How the loop ended. */
export interface LoopEnd {
  readonly stepCount: number;
  readonly by: 'steps' | 'until' | 'error';
}

export interface TraceOptions {
  /** The values of the scan's inputs. */
  readonly inputs: readonly NDArray[];
  readonly pieces: ByteCache<Piece>;
  /** True where an iteration may have raised. */
  readonly mayRaise: boolean;
  readonly host: RunHost;
  /** What the iterations of a piece take at least. */
  readonly pieceBytes?: number;
}

let lastId = 0;

export class ScanTrace {
  readonly code: ScanCode;
  readonly #id = ++lastId;
  readonly #count: NDArray;
  readonly #streams: readonly NDArray[];
  readonly #others: readonly NDArray[];
  readonly #pieces: ByteCache<Piece>;
  readonly #mayEndEarly: boolean;
  /** The initial values of the states, by the number of the piece. */
  readonly #starts: (readonly NDArray[])[];
  readonly requestedStepCount: number;
  readonly pieceLength: number;
  #end: LoopEnd | null = null;
  /** True where the pieces can not all be kept: then those on the way to a step are not made in full. */
  #isLong = false;
  /** Of the results of the step. */
  #rowShapes: readonly (readonly number[])[] = [];

  constructor(
    code: ScanCode,
    { inputs, pieces, mayRaise, host, pieceBytes = usualPieceBytes }: TraceOptions,
  ) {
    this.code = code;
    this.#mayEndEarly = code.params.isWhile || mayRaise;
    this.#pieces = pieces;
    const { sequenceCount } = code.params;
    const { states } = this.#traced;
    this.#count = inputs[0]!;
    this.requestedStepCount = Math.max(0, Number(this.#count.at(0)));
    this.#streams = inputs.slice(1, 1 + sequenceCount).map(withoutGaps);
    const initials = inputs.slice(1 + sequenceCount, 1 + sequenceCount + states.length);
    this.#starts = [initials.map(withoutGaps)];
    this.#others = inputs.slice(1 + sequenceCount + states.length);
    this.pieceLength = this.#chooseLength(pieceBytes, host);
    if (this.requestedStepCount === 0) this.#end ??= { stepCount: 0, by: 'steps' };
  }

  /** Of the scan whose states are all traced. */
  get #traced(): ScanParams {
    return this.code.traced.made.op.params as ScanParams;
  }

  /** How long the loop was. Where it can not end early nothing has to be run for that. */
  end(host: RunHost): LoopEnd {
    if (this.#end !== null) return this.#end;
    if (this.#mayEndEarly) this.reach(this.requestedStepCount - 1, host);
    return this.#end ?? { stepCount: this.requestedStepCount, by: 'steps' };
  }

  /** How many iterations are certain to be there. */
  get reached(): number {
    return this.#end?.stepCount ?? (this.#starts.length - 1) * this.pieceLength;
  }

  /** Makes one more piece where `step` was not reached yet; true once it was, or the loop has ended before. */
  approach(step: number, host: RunHost): boolean {
    const number = Math.floor(step / this.pieceLength);
    if (this.#end === null && this.#starts.length <= number) {
      if (this.#isLong && !this.#mayEndEarly) this.#pass(this.#starts.length - 1, host);
      else this.#make(this.#starts.length - 1, host);
    }
    return this.#end !== null || this.#starts.length > number;
  }

  reach(step: number, host: RunHost): void {
    while (!this.approach(step, host)) host.checkpoint();
    this.piece(step, host);
  }

  /** The piece that holds an iteration; null where the loop has ended before. */
  piece(step: number, host: RunHost): Piece | null {
    while (!this.approach(step, host)) host.checkpoint();
    const number = Math.floor(step / this.pieceLength);
    if (step < 0 || number >= this.#starts.length) return null;
    const piece = this.#pieces.get(this.#key(number)) ?? this.#make(number, host);
    return step < piece.from + piece.count ? piece : null;
  }

  /** What the step is called with, also in the iteration that raises; null where there is no such iteration. */
  argumentsAt(step: number, host: RunHost): readonly NDArray[] | null {
    if (step < 0 || step >= this.requestedStepCount) return null;
    if (step % this.pieceLength > 0) {
      const piece = this.piece(step, host) ?? (this.#raisesAt(step) ? this.piece(step - 1, host) : null);
      return piece && this.#argumentsIn(piece, step);
    }
    while (!this.approach(step, host)) host.checkpoint();
    const isThere = this.#end === null || step < this.#end.stepCount || this.#raisesAt(step);
    return isThere ? this.#argumentsIn(this.#blank(step / this.pieceLength), step) : null;
  }

  #raisesAt(step: number): boolean {
    return this.#end?.by === 'error' && this.#end.stepCount === step;
  }

  /** What the step gives, in the order of its graph: states in the shape in which they are kept. */
  resultsAt(step: number, host: RunHost): readonly NDArray[] | null {
    const given = this.argumentsAt(step, host);
    if (given === null) return null;
    return this.code.runStep(given, host).map((result, i) => this.#asKept(result, i));
  }

  /** Rows of an input of the step for all iterations of a piece, in parts; null for what is the same in all of them. */
  inputRows(index: number, piece: Piece): readonly NDArray[] | null {
    const { from, count } = piece;
    if (index < this.#streams.length) return [rowsBetween(this.#streams[index]!, from, from + count)];
    let next = this.#streams.length;
    for (const [i, { taps }] of this.#traced.states.entries()) {
      const tap = taps[index - next];
      if (tap !== undefined) return this.#tapRows(i, tap, piece);
      next += taps.length;
    }
    return null;
  }

  /** True for an input of the step that is the same in all iterations. */
  isOther(index: number): boolean {
    return index >= this.code.params.inner.inputs.length - this.#others.length;
  }

  otherAt(index: number): NDArray {
    const before = this.code.params.inner.inputs.length - this.#others.length;
    return this.#others[index - before]!;
  }

  /** Rows of what the step gives; null for the condition, which is no output of the loop. */
  outputRows(index: number, piece: Piece): NDArray | null {
    const at = this.code.traced.outputs[index];
    return at === undefined ? null : piece.rows[at]!;
  }

  #key(number: number): string {
    return `${this.#id} ${number}`;
  }

  /** A piece of which nothing has been made. */
  #blank(number: number): Piece {
    return { from: number * this.pieceLength, count: 0, starts: this.#starts[number]!, rows: [] };
  }

  /** A result as the loop keeps it: with the element type of its variable, and the shape of the first row. */
  #asKept(result: NDArray, output: number): NDArray {
    const { dtype } = this.code.params.inner.outputs[output]!;
    const shape = this.#rowShapes[output] ?? result.shape;
    const isKept = result.dtype === dtype && sameShape(result.shape, shape);
    if (isKept) return result;
    const kept = zeros(dtype, shape);
    assign(kept, result);
    return kept;
  }

  #chooseLength(pieceBytes: number, host: RunHost): number {
    const stepCount = this.requestedStepCount;
    if (stepCount === 0) return 1;
    const startBytes = this.#starts[0]!.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const stepBytes = this.#firstResults(host).reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.#isLong = stepBytes * stepCount > longLoop * pieceBytes;
    const wanted = Math.max(
      Math.ceil(stepCount / mostCheckpoints),
      Math.floor(pieceBytes / Math.max(1, stepBytes)),
      Math.ceil((stepCount * startBytes) / checkpointBytes),
    );
    return Math.min(stepCount, wanted);
  }

  #firstResults(host: RunHost): readonly NDArray[] {
    try {
      const from = { from: 0, count: 0, starts: this.#starts[0]!, rows: [] };
      const results = this.code.runStep(this.#argumentsIn(from, 0), host);
      this.#rowShapes = results.map(({ shape }, i) => this.#stateShape(i) ?? shape);
      return results;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.#end = { stepCount: 0, by: 'error' };
      return [];
    }
  }

  /** A state has the shape of its initial value, without the axis of several taps; null for other outputs. */
  #stateShape(output: number): readonly number[] | null {
    const at = this.code.traced.outputs[output] ?? Number.POSITIVE_INFINITY;
    const state = this.#traced.states[at];
    if (state === undefined) return null;
    const { shape } = this.#starts[0]![at]!;
    return state.role === 'mitSot' ? shape.slice(1) : shape;
  }

  #make(number: number, host: RunHost): Piece {
    const blank = this.#blank(number);
    const wanted = Math.min(this.pieceLength, this.requestedStepCount - blank.from);
    const made = this.#run(blank, wanted, host);
    this.#pieces.set(
      this.#key(number),
      made.piece,
      made.piece.rows.reduce((sum, { byteLength }) => sum + byteLength, 0),
    );
    const { piece, by } = made;
    const next = piece.from + piece.count;
    if (by !== null || next === this.requestedStepCount) this.#end ??= { stepCount: next, by: by ?? 'steps' };
    else if (this.#starts.length === number + 1) this.#starts.push(this.#startsAfter(piece));
    return piece;
  }

  /** `by` is null where the loop goes on after the piece. */
  #run(blank: Piece, wanted: number, host: RunHost): { piece: Piece; by: LoopEnd['by'] | null } {
    if (this.#end?.by === 'error' && blank.from + wanted > this.#end.stepCount)
      return this.#runByStep(blank, wanted, host);
    try {
      const rows = this.code.runPiece(this.#inputsOf(blank, wanted), host);
      if (!this.#areLikeFirst(rows)) return this.#runByStep(blank, wanted, host);
      const piece = { ...blank, rows, count: rows[0]?.shape[0] ?? wanted };
      return { piece, by: this.#isStopped(piece, host) ? 'until' : null };
    } catch (error) {
      if (error instanceof EngineError) return this.#runByStep(blank, wanted, host);
      throw error;
    }
  }

  #inputsOf({ from, starts }: Piece, count: number): NDArray[] {
    return [
      scalar(this.#count.dtype, count),
      ...this.#streams.map((stream) => rowsBetween(stream, from, from + count)),
      ...starts,
      ...this.#others,
    ];
  }

  /** Comes to the end of a piece without keeping it. There is another piece after it. */
  #pass(number: number, host: RunHost): void {
    const blank = this.#blank(number);
    const rows = this.code.runThrough(this.#inputsOf(blank, this.pieceLength), host);
    const { states, nitSotCount } = this.code.params;
    const after = this.#startsAfter({ ...blank, rows, count: this.pieceLength }, (state) => {
      if (state >= states.length) return rows[state + nitSotCount]!;
      return rowAt(rows[state]!, rows[state]!.shape[0]! - 1);
    });
    this.#starts.push(after);
  }

  /** The first row of all decides the shape of an output; a piece by itself may have taken another one. */
  #areLikeFirst(rows: readonly NDArray[]): boolean {
    return this.code.traced.outputs.every((at, i) => {
      const shape = this.#rowShapes[i];
      return shape === undefined || sameShape(rows[at]!.shape.slice(1), shape);
    });
  }

  /** Whether the condition held in the last iteration of a piece. */
  #isStopped(piece: Piece, host: RunHost): boolean {
    if (!this.code.params.isWhile) return false;
    const given = this.#argumentsIn(piece, piece.from + piece.count - 1);
    return isNonZero(this.code.runStep(given, host).at(-1)!.at(0)!);
  }

  /** The same iteration by iteration, up to the one that raises. */
  #runByStep(blank: Piece, wanted: number, host: RunHost): { piece: Piece; by: LoopEnd['by'] | null } {
    const rows: NDArray[] = [];
    const madeUpTo = (count: number): Piece => ({
      ...blank,
      rows: rows.map((row) => rowsBetween(row, 0, count)),
      count,
    });
    for (let count = 0; count < wanted; count++) {
      host.checkpoint();
      try {
        const given = this.#argumentsIn({ ...blank, rows }, blank.from + count);
        const results = this.code.runStep(given, host).map((result, i) => this.#asKept(result, i));
        this.code.traced.outputs.forEach((at, i) => {
          rows[at] ??= zeros(results[i]!.dtype, [wanted, ...results[i]!.shape]);
          assign(rowAt(rows[at], count), results[i]!);
        });
        if (this.code.params.isWhile && isNonZero(results.at(-1)!.at(0)!))
          return { piece: madeUpTo(count + 1), by: 'until' };
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        return { piece: madeUpTo(count), by: 'error' };
      }
    }
    return { piece: madeUpTo(wanted), by: null };
  }

  #argumentsIn(piece: Piece, step: number): NDArray[] {
    const at = step - piece.from;
    return [
      ...this.#streams.map((stream) => rowAt(stream, step)),
      ...this.#traced.states.flatMap(({ taps }, i) => taps.map((tap) => this.#stateRow(piece, i, at + tap))),
      ...this.#others,
    ];
  }

  /** The row of a state, counted from the first iteration of the piece: negative before it. */
  #stateRow(piece: Piece, state: number, at: number): NDArray {
    if (at >= 0) return rowAt(piece.rows[state]!, at);
    const { role, taps } = this.#traced.states[state]!;
    const start = piece.starts[state]!;
    return role === 'sitSot' ? start : rowAt(start, at - Math.min(...taps));
  }

  #tapRows(state: number, tap: number, { starts, rows, count }: Piece): readonly NDArray[] {
    const { role, taps } = this.#traced.states[state]!;
    const depth = -Math.min(...taps);
    const start = role === 'sitSot' ? asRow(starts[state]!) : starts[state]!;
    const earlier = rowsBetween(start, depth + tap, depth + Math.min(0, count + tap));
    const later = count + tap;
    return later > 0 ? [earlier, rowsBetween(rows[state]!, 0, later)] : [earlier];
  }

  /** `lastOf` gives the last value of a state with one tap. */
  #startsAfter(
    piece: Piece,
    lastOf = (state: number): NDArray => this.#stateRow(piece, state, piece.count - 1),
  ): readonly NDArray[] {
    return this.#traced.states.map(({ role, taps }, i) => {
      if (role === 'sitSot') return lastOf(i).copy();
      const depth = -Math.min(...taps);
      const first = piece.count - depth;
      return stacked(Array.from({ length: depth }, (_, k) => this.#stateRow(piece, i, first + k)));
    });
  }
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((length, axis) => length === b[axis]);
