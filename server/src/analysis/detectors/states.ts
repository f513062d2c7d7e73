/**
 * Initial values that do not fit what the step returns: in dtype, in the number of axes, in an axis of length 1.
 *
 * Scan refuses the first two when it is called (`Scan.make_node`), the third when a function is compiled. Checked against
 * Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.0.7.
 */
import type { Span } from '../../base/span.ts';
import type { MistakeOf, StateDType } from '../mistakes.ts';
import type { Verdict } from '../observations.ts';
import { partSource, type StateInfo } from '../scanArguments.ts';
import { asTensor } from '../tensorRules.ts';
import { type FloatX, ndimOf, type TensorFact } from '../terms.ts';
import type { FollowedScan } from './followedScan.ts';

/** A state with the type of the output that feeds it. */
interface Fed {
  readonly state: StateInfo;
  readonly index: number;
  readonly output: TensorFact;
  /** The expression of the initial value; null where it is not written in the call. */
  readonly initial: Span | null;
  readonly call: FollowedScan;
}

/** Compares every state with the output of the step that feeds it. */
export function observeStates(call: FollowedScan): void {
  const { states } = call.layout;
  const { outputs } = call.result;
  if (states === null || outputs === null || states.length !== outputs.length) return;
  for (const [index, state] of states.entries()) {
    const value = outputs[index];
    const output = value === undefined ? null : asTensor(value);
    // Taps that scan refuses are told by a rule of their own.
    const isRefused = state.taps.some((tap) => tap >= 0);
    if (state.taps.length === 0 || isRefused || state.generator !== null || output === null) continue;
    const source = partSource(state.source, 'initial');
    const initial = source === null ? null : { start: source.start, end: source.end };
    observeState({ state, index, output, initial, call });
  }
}

function observeState(fed: Fed): void {
  const { machine, site } = fed.call;
  // One key per state: several states can come from one expression.
  const place = { start: site.start, end: site.end + fed.index };
  machine.observe('state-dtype', place, dtypeVerdict(fed));
  machine.observe('state-ndim', place, ndimVerdict(fed));
  machine.observe('static-length-one-init', place, lengthVerdict(fed));
}

const spanOf = ({ initial, call }: Fed): Span => {
  const { start, end } = initial ?? call.site.function;
  return { start, end };
};

// --------------------------------------------------------------------------------------------------------------- dtypes

type Differences = StateDType['under'];

/** How the dtypes of a state and of its output differ under one floatX; null where they agree or are not known. */
export function dtypeDifference(state: StateInfo, output: TensorFact, floatX: FloatX): Differences[FloatX] {
  const [initial, result] = [state.type?.dtype[floatX] ?? null, output.dtype[floatX]];
  const isDifferent = state.taps.length > 0 && initial !== null && result !== null && initial !== result;
  return isDifferent ? { initial, result } : null;
}

function dtypeVerdict(fed: Fed): Verdict<MistakeOf<'state-dtype'>> {
  const { state, output, call } = fed;
  const under = {
    float32: dtypeDifference(state, output, 'float32'),
    float64: dtypeDifference(state, output, 'float64'),
  };
  const { version } = call;
  if (under.float32 !== null || under.float64 !== null) {
    return { kind: 'state-dtype', span: spanOf(fed), version, state: fed.index, under, initial: fed.initial };
  }
  const isKnown = (type: TensorFact | null) => type?.dtype.float32 != null && type.dtype.float64 != null;
  return isKnown(state.type) && isKnown(output) ? 'fine' : 'unknown';
}

// ----------------------------------------------------------------------------------------------------------------- axes

function ndimVerdict(fed: Fed): Verdict<MistakeOf<'state-ndim'>> {
  const { state, output, call, index } = fed;
  const initial = state.initial === null ? null : ndimOf(state.initial);
  const returned = ndimOf(output);
  if (initial === null) return 'unknown';
  const extra = state.isPlain ? 0 : 1;
  // Without any axis there is nothing to take past values from, whatever the step returns.
  const needed = returned !== null ? returned + extra : !state.isPlain && initial === 0 ? 1 : null;
  if (needed === null) return 'unknown';
  if (needed === initial || isMinusOneInTuple(state)) return needed === initial ? 'fine' : 'unknown';
  const { version } = call;
  const isMultiTap = !state.isPlain;
  return { kind: 'state-ndim', span: spanOf(fed), version, state: index, initial, needed, isMultiTap };
}

/** `taps=(-1,)`, of which the taps themselves are told. */
export const isMinusOneInTuple = ({ taps, isPlain }: StateInfo): boolean =>
  !isPlain && taps.length === 1 && taps[0] === -1;

function lengthVerdict(fed: Fed): Verdict<MistakeOf<'static-length-one-init'>> {
  const { state, output, call, initial, index } = fed;
  const [before, after] = [state.type?.shape ?? null, output.shape];
  const shape = state.initial?.shape ?? null;
  if (before === null || after === null || shape === null || before.length !== after.length) return 'unknown';
  const axis = before.findIndex((length, at) => length === 1 && after[at] !== 1 && after[at] !== null);
  if (axis >= 0 && initial !== null) {
    const written = axis + shape.length - before.length;
    const { version } = call;
    return {
      kind: 'static-length-one-init',
      span: initial,
      version,
      state: index,
      axis: written,
      shape,
      initial,
    };
  }
  return before.includes(null) || after.includes(null) ? 'unknown' : 'fine';
}
