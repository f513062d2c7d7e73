/** The arguments of scan, brought into order: sequences cut for their taps, states with their initial values and taps. */
import { type DType, narrowestSigned } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { int64Constant } from '../constants.ts';
import { castEntry, elemwise } from '../ops/elemwise.ts';
import { shapeOf } from '../ops/shapes.ts';
import { subtensor, subtensorEntry } from '../ops/subtensor.ts';
import { apply, Constant, type GraphContext, type Variable } from '../variable.ts';

/** One sequence. */
export interface SequenceArgument {
  readonly input: Variable;
  readonly taps: readonly number[];
  /** A NumPy array that the library cuts with NumPy's own indexing. */
  readonly isRawArray: boolean;
}

/** One entry of outputs_info, as the program gave it. */
export interface StateArgument {
  /** null for an output without a state. */
  readonly initial: Variable | null;
  /** `absent`: no key; `none`: an explicit None. */
  readonly taps: readonly number[] | 'absent' | 'none';
  /** False when taps are not a Python list: then even [-1] counts as several taps. */
  readonly tapsAreList: boolean;
  /** Keys beside `initial`, `taps` and `inplace`. */
  readonly otherKeys: readonly string[];
  /** The element type when the initial value is a NumPy array that several taps would cut: the libraries fail on it. */
  readonly rawArrayType: string | null;
  /** The program's dict, for the arguments of errors. */
  readonly source: unknown;
  /** Its Python text. */
  readonly text: () => string;
}

/** A stream of one tap of a sequence. */
export interface Stream {
  /** All rows, cut for the taps, reversed if wanted. */
  readonly rows: Variable;
  /** The row that a single step uses. */
  readonly single: Variable;
  readonly name: string | null;
  readonly isRawArray: boolean;
}

export interface State {
  readonly initial: Variable;
  /** What the program calls its initial value. */
  readonly name: string | null;
  /** `untraced`: of a random generator only the last state is kept. */
  readonly role: 'sitSot' | 'mitSot' | 'untraced';
  readonly taps: readonly number[];
  /** See {@link StateArgument}. */
  readonly rawArrayType: string | null;
}

/** One stream per tap: `seq[k - lo : len - (hi - k)]`, where tap 0 always counts for `lo` and `hi`. */
export function cutStreams(
  sequence: SequenceArgument,
  { goesBackwards }: { readonly goesBackwards: boolean },
): Stream[] {
  const { input, taps } = sequence;
  const { context } = input;
  const lowest = Math.min(0, ...taps);
  const highest = Math.max(0, ...taps);
  return taps.map((tap) => {
    const end = tap === highest ? null : int64Constant(context, tap - highest);
    const start = int64Constant(context, tap - lowest);
    if (sequence.isRawArray) checkRawRow(input, tap - lowest);
    const cut = subtensor(input, [{ kind: 'slice', start, stop: end, step: null }]);
    const rows = goesBackwards ? reversed(cut) : cut;
    if (input.name !== null)
      rows.name = `${input.name}[${tap - lowest}:${end === null ? '' : tap - highest}]`;
    return {
      rows,
      single: subtensor(input, [{ kind: 'integer', value: start }]),
      name: slotName(input.name, tap),
      isRawArray: sequence.isRawArray,
    };
  });
}

/** The libraries look at the first row of a NumPy array while they build the loop. */
function checkRawRow(input: Variable, row: number): void {
  const length = input instanceof Constant ? input.value.shape[0] : null;
  if (length === null || row < length) return;
  throw new EngineError('IndexError', `index ${row} is out of bounds for axis 0 with size ${length}`);
}

/** A NumPy array can not be cut at a symbolic length; only a length that is a Python number can be taken. */
export function checkRawArrays(
  streams: readonly Stream[],
  { hasStepCount }: { readonly hasStepCount: boolean },
): void {
  const isSymbolic = hasStepCount || streams.length > 1 || !streams[0]?.isRawArray;
  const raw = streams.find((stream) => stream.isRawArray);
  if (!isSymbolic || raw === undefined) return;
  throw new EngineError('TypeError', raw.rows.context.dialect.rawArraySteps);
}

function reversed(variable: Variable): Variable {
  const step = int64Constant(variable.context, -1);
  return subtensor(variable, [{ kind: 'slice', start: null, stop: null, step }]);
}

/** `x[t]`, `h[t-1]`: how the libraries name what a step gets. */
export function slotName(name: string | null, tap: number): string | null {
  if (name === null) return null;
  return tap === 0 ? `${name}[t]` : `${name}[t${tap > 0 ? '+' : ''}${tap}]`;
}

/** The first `count` rows. */
export function firstSteps(variable: Variable, count: Variable): Variable {
  const pattern = [{ kind: 'slice', start: false, stop: true, step: false }] as const;
  return apply(subtensorEntry, { pattern, dtypes: [countType(count)] }, [variable, count])[0];
}

/** The element type that the libraries give a number of steps: the narrowest for a number, else the variable's own. */
export function countType(count: Variable): DType {
  if (count instanceof Constant) return narrowestSigned(BigInt(Number(count.value.at(0)))) ?? 'int64';
  return count.owner?.op.entry === castEntry ? count.owner.inputs[0].dtype : count.dtype;
}

/** The shortest stream's length. */
export function shortestLength(streams: readonly Stream[]): Variable {
  const lengths = streams.map(({ rows }) =>
    subtensor(shapeOf(rows), [{ kind: 'integer', value: int64Constant(rows.context, 0) }]),
  );
  return lengths.reduce((shortest, length) => elemwise('minimum', shortest, length));
}

/** A state from an entry of outputs_info; null for an output without one. Raises the library's ValueErrors. */
export function readState(
  context: GraphContext,
  argument: StateArgument | null,
  index: number,
): State | null {
  if (argument === null) return null;
  const { dialect } = context;
  checkKeys(context, argument, index);
  const { initial, taps } = argument;
  if (initial === null) {
    if (taps === 'absent' || taps === 'none' || taps.length === 0) return null;
    const text = 'If you are using slices of an output you need to provide a initial state for it';
    throw dialect.missingInitial === 'text'
      ? new EngineError('ValueError', `${text}: ${argument.text()}`)
      : new EngineError('ValueError', text, argument.source);
  }
  if (taps === 'none') {
    const isLogged = dialect.explicitNoTaps === 'logged';
    const text = `Output ${initial.name} (${isLogged ? ' ' : ''}index ${index}) has a initial state but taps is explicitly set to None `;
    if (isLogged) context.warn('WARNING (theano.scan_module.scan)', text);
    else context.warn('UserWarning', text);
  }
  const { name } = initial;
  const role = initial.type.generator === undefined ? 'sitSot' : 'untraced';
  if (taps === 'none' || taps === 'absent') return { initial, name, role, taps: [-1], rawArrayType: null };
  if (new Set(taps).size < taps.length) {
    throw new EngineError('ValueError', dialect.tapsDiffer, argument.source);
  }
  if (taps.some((tap) => tap >= 0)) {
    throw new EngineError('ValueError', 'All the tap values must be smaller than 0.', argument.source);
  }
  const isSingle = argument.tapsAreList && taps.length === 1 && taps[0] === -1;
  if (isSingle) return { initial, name, role, taps, rawArrayType: null };
  const stop = int64Constant(initial.context, -Math.min(...taps));
  const rows = subtensor(initial, [{ kind: 'slice', start: null, stop, step: null }]);
  return { initial: rows, name, role: 'mitSot', taps, rawArrayType: argument.rawArrayType };
}

/** Of the initial value of several taps only the first rows count; the libraries fail to cut them from a NumPy array. */
export function checkRawStates(states: readonly (State | null)[]): void {
  const raw = states.find((state) => state !== null && state.rawArrayType !== null);
  if (raw) throw new EngineError('AssertionError', raw.rawArrayType);
}

const returnSteps =
  'Using `return_steps` has been deprecated. Simply select the entries you need using a subtensor. Scan will optimize memory consumption, so do not worry about that.';

function checkKeys(context: GraphContext, argument: StateArgument, index: number): void {
  const { dialect } = context;
  if (argument.otherKeys.includes('return_steps') && dialect.returnStepsKey !== 'unexpected') {
    throw new EngineError(dialect.returnStepsKey, returnSteps);
  }
  if (dialect.unknownOutputsInfoKeys === 'ignored' || argument.otherKeys.length === 0) return;
  const keys = argument.otherKeys.map((key) => `'${key}'`).join(', ');
  throw new EngineError('ValueError', `These keys were unexpected in Scan outputs_info[${index}]: {${keys}}`);
}

/** What the step gets of a state in a single step without a loop: its taps of the initial value. */
export function singleTaps(state: State): Variable[] {
  if (state.role !== 'mitSot') return [state.initial];
  const depth = -Math.min(...state.taps);
  return state.taps.map((tap) =>
    subtensor(state.initial, [{ kind: 'integer', value: int64Constant(state.initial.context, tap + depth) }]),
  );
}
