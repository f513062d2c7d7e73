/** The gradient of a scan: `Scan.L_op` of Theano 1.0.5. The work is done by a scan backwards, see backwardScan.ts. */
import { notSupported } from '../../tensor/engineError.ts';
import { int64Constant } from '../constants.ts';
import {
  type Gradient,
  type GradientTools,
  NullGradient,
  onlyFirst,
  ruleFor,
} from '../gradient/gradientRule.ts';
import { zerosLike } from '../gradient/zeros.ts';
import { elemwise, padLeft } from '../ops/elemwise.ts';
import { lengthOf } from '../ops/math.ts';
import { join } from '../ops/shapes.ts';
import { incSubtensor } from '../ops/subtensor.ts';
import type { Apply, Variable } from '../variable.ts';
import { backwardScan, type ForwardScan, readForward } from './backwardScan.ts';
import { firstRows, rowAt, zeroRows } from './rows.ts';
import { bufferedScanEntry } from './scanBuffers.ts';
import { lastValueEntry, type ScanParams, scanEntry } from './scanOp.ts';
import { tracedScan } from './tracedScan.ts';

export const scanRules = {
  scan: ruleFor(scanEntry, {
    connections: scanConnections,
    differentiate(params, made, gradients, tools) {
      if (params.untracedCount === 0) return scanGradient(made, gradients, tools);
      const traced = tracedScan(made);
      const given = new Array<Variable | null>(made.outputs.length).fill(null);
      traced.outputs.forEach((at, index) => {
        const gradient = gradients[index];
        const isLast = index >= params.states.length + params.nitSotCount;
        given[at] = gradient !== null && isLast ? onLastRow(traced.made.outputs[at], gradient) : gradient;
      });
      return scanGradient(traced.made, given, tools);
    },
  }),
  bufferedScan: ruleFor(bufferedScanEntry, {
    differentiate: () => {
      throw notSupported('the gradient of the buffers of a scan: take what scan returned');
    },
  }),
  lastValue: ruleFor(lastValueEntry, {
    connections: onlyFirst(1),
    differentiate: (_, _made, [gradient]) => [gradient, null],
  }),
};

/** The gradient of the last row as that of all rows. */
const onLastRow = (rows: Variable, gradient: Variable): Variable =>
  incSubtensor(zerosLike(rows), gradient, {
    indices: [{ kind: 'integer', value: int64Constant(rows.context, -1) }],
    mode: 'set',
  });

function scanGradient(
  made: Apply,
  gradients: readonly (Variable | null)[],
  tools: GradientTools,
): readonly Gradient[] {
  const { isWhile, truncateGradient } = made.op.params as ScanParams;
  const stepCount = isWhile ? lengthOf(made.outputs[0], 0) : made.inputs[0];
  const followed =
    truncateGradient === -1
      ? stepCount
      : elemwise('minimum', stepCount, int64Constant(stepCount.context, truncateGradient));
  const forward = readForward(made, { stepCount, followed, lastRow: lastRowOf(made, stepCount) });
  const found = backwardScan(forward, gradients, tools);
  return [
    null,
    ...found.streams.map((gradient, i) => streamGradient(forward, i, gradient)),
    ...found.states.map((carries, i) => initialGradient(forward, i, carries)),
    ...found.others.map((gradient, i) => gradient ?? zerosLike(forward.others[i])),
  ];
}

/** The gradient of a whole stream: rows that were not followed, or not reached, have none. */
function streamGradient(forward: ForwardScan, index: number, gradient: Gradient): Gradient {
  const { params, stepCount, followed, lastRow, streams } = forward;
  if (gradient instanceof NullGradient) return gradient;
  if (gradient === null) return zerosLike(streams[index].rows);
  const parts = [gradient];
  if (params.truncateGradient !== -1 || lastRow !== stepCount)
    parts.unshift(zeroRows(gradient, elemwise('sub', lastRow, followed)));
  if (params.isWhile) parts.push(zeroRows(gradient, elemwise('sub', forward.made.inputs[0], lastRow)));
  return join(parts, 0);
}

/**
 * The number of rows of a stream at whose last the way back begins. For a loop with a condition the libraries take the
 * length of the first output's buffer, which counts the initial rows of a state: they then look at later rows than
 * those that were used, and refuse where there are none. So the gradient of such a loop is theirs, not the mathematical one.
 */
function lastRowOf(made: Apply, stepCount: Variable): Variable {
  const { isWhile, states, sequenceCount } = made.op.params as ScanParams;
  if (!isWhile) return stepCount;
  const first = states.findIndex((_, i) => made.inputs[1 + sequenceCount + i].type.generator === undefined);
  if (first < 0) return stepCount;
  return elemwise('add', stepCount, int64Constant(stepCount.context, -Math.min(...states[first].taps)));
}

/** The gradient of the initial rows of a state, from those of the rows before the last step that was followed. */
function initialGradient(
  { params, stepCount, followed, states }: ForwardScan,
  index: number,
  carries: readonly Variable[] | NullGradient,
): Gradient {
  const { initial, depth } = states[index];
  if (carries instanceof NullGradient) return carries;
  if (carries.length === 0) return zerosLike(initial);
  const oldestFirst = [...carries].reverse().map((carry) => padLeft(carry, carry.ndim + 1));
  const rows = join(oldestFirst, 0);
  const isSingle = params.states[index].role === 'sitSot';
  if (params.truncateGradient === -1) return isSingle ? carries[0] : rows;
  const missed = zeroRows(rows, elemwise('sub', stepCount, followed));
  const shifted = firstRows(join([missed, rows], 0), int64Constant(initial.context, depth));
  return isSingle ? rowAt(shifted, 0) : shifted;
}

const patterns = new WeakMap<ScanParams, readonly (readonly boolean[])[]>();

/** Which inputs reach which outputs, also through states of earlier steps. */
function scanConnections(
  params: ScanParams,
  made: Apply,
  tools: GradientTools,
): readonly (readonly boolean[])[] {
  const known = patterns.get(params);
  if (known) return known;
  const pattern = made.inputs.map(() => made.outputs.map(() => false));
  const slots = slotsOfInputs(params, made);
  made.outputs.forEach((_, output) => {
    const reached = tools.reached(params.inner.outputs[output]);
    slots.forEach((own, input) => {
      pattern[input][output] = own.some((slot) => reached.has(slot));
    });
  });
  closeOver(pattern, stateInputs(params));
  patterns.set(params, pattern);
  return pattern;
}

/** For each input of the op what stands for it inside the step. */
function slotsOfInputs(params: ScanParams, made: Apply): (readonly Variable[])[] {
  const { inner, sequenceCount, states } = params;
  let next = 0;
  const take = (count: number): readonly Variable[] => {
    next += count;
    return inner.inputs.slice(next - count, next);
  };
  return made.inputs.map((_, index) => {
    if (index === 0) return [];
    const state = states[index - 1 - sequenceCount];
    return take(state === undefined ? 1 : state.taps.length);
  });
}

/** The input that holds the earlier value of an output; -1 for outputs without a state. */
function stateInputs({ sequenceCount, states, nitSotCount, untracedCount }: ScanParams): number[] {
  const first = 1 + sequenceCount;
  return [
    ...states.map((_, i) => first + i),
    ...new Array<number>(nitSotCount).fill(-1),
    ...Array.from({ length: untracedCount }, (_, i) => first + states.length + i),
  ];
}

/** What reaches a state reaches all that the state reaches in a later step. */
function closeOver(pattern: boolean[][], earlier: readonly number[]): void {
  for (let round = 0; round < earlier.length; round++) {
    earlier.forEach((input, through) => {
      if (input < 0) return;
      pattern[input].forEach((reaches, output) => {
        if (!reaches) return;
        for (const row of pattern) if (row[through]) row[output] = true;
      });
    });
  }
}
