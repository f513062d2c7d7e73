/**
 * `scan` itself: calls the step once with symbolic slices and builds the loop from what it returns. The order of checks
 * and the texts are those of `theano/scan_module/scan.py` (1.0.5), `aesara/scan/basic.py` and `pytensor/scan/basic.py`.
 */

import { isInteger } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { int64Constant } from '../constants.ts';
import { fillText } from '../dialects/fillText.ts';
import { rebroadcast } from '../ops/dimShuffle.ts';
import { castTo, padLeft } from '../ops/elemwise.ts';
import { printApply, printVariable } from '../printVariable.ts';
import { printType } from '../tensorType.ts';
import { graphInputs, sortedApplies } from '../traversal.ts';
import { addUpdate, collectShared } from '../updates.ts';
import { Constant, type GraphContext, SharedVariable, type Trial, Variable } from '../variable.ts';
import { buildLoop, type LoopParts } from './loop.ts';
import {
  checkRawArrays,
  checkRawStates,
  cutStreams,
  firstSteps,
  readState,
  type SequenceArgument,
  type State,
  type StateArgument,
  type Stream,
  shortestLength,
  singleTaps,
  slotName,
} from './scanArguments.ts';
import type { StreamOrigin } from './scanOrigin.ts';
import type { StepReturn } from './stepReturn.ts';

/** The number of steps as the program gave it. */
export interface StepCount {
  readonly variable: Variable;
  /** The value of a Python number; null for everything else. */
  readonly literal: number | null;
  /** True for a Python float: a NumPy float or a float variable is refused earlier. */
  readonly isPythonFloat: boolean;
}

export interface ScanArguments {
  readonly step: (args: readonly Variable[]) => StepReturn;
  readonly sequences: readonly SequenceArgument[];
  /** Empty: all outputs are without a state, as many as the step returns. */
  readonly outputsInfo: readonly (StateArgument | null)[];
  readonly nonSequences: readonly Variable[];
  readonly stepCount: StepCount | null;
  readonly goesBackwards: boolean;
  readonly isStrict: boolean;
  /** Looks at the non-sequences as `strict` does; raises what walking over them raises. */
  readonly checkListed: () => void;
  /** How many of the last steps a gradient follows; -1 for all. */
  readonly truncateGradient: number;
  readonly name: string | null;
  /** Who calls, for those who look at the scan later on; see scanOrigin.ts. */
  readonly maker?: unknown;
}

export interface ScanReturn {
  readonly outputs: readonly Variable[];
  readonly updates: ReadonlyMap<SharedVariable, Variable>;
  /** What a single step took for updates, unchecked: the libraries hand it back as it is. */
  readonly unchecked?: StepReturn['updates'];
  /** True when a literal single step built no loop. */
  readonly isSingleStep: boolean;
}

/** Builds a scan. Raises the library's errors; warnings go to the context. */
export function scan(context: GraphContext, given: ScanArguments): ScanReturn {
  checkStepCount(given.stepCount);
  const states = given.outputsInfo.map((argument, index) => readState(context, argument, index));
  const streams = given.sequences.flatMap((sequence) =>
    cutStreams(sequence, { goesBackwards: given.goesBackwards }),
  );
  const fixed = fixedSteps(given.stepCount);
  if (given.stepCount === null && streams.length === 0) throw noStepCount(context);
  checkRawArrays(streams, { hasStepCount: given.stepCount !== null });
  checkRawStates(states);
  if (streams.length > 0) checkCut(context, given.stepCount);
  if (states.some((state) => state !== null)) checkRoom(context, given.stepCount, { hasStates: true });
  const isSingle = fixed === 1 || (fixed === -1 && context.dialect.minusOneStepIsOne);
  return isSingle
    ? singleStep(context, given, { states, streams })
    : loop(context, given, { states, streams });
}

interface Prepared {
  readonly states: readonly (State | null)[];
  readonly streams: readonly Stream[];
}

function checkStepCount(count: StepCount | null): void {
  if (count === null) return;
  if (!count.isPythonFloat && !isInteger(count.variable.dtype)) {
    throw new EngineError('ValueError', ` n_steps must be an int. dtype provided is ${count.variable.dtype}`);
  }
}

/** The older libraries cut the sequences to that length. */
function checkCut({ dialect }: GraphContext, count: StepCount | null): void {
  if (count === null || dialect.floatSteps === 'truncated') return;
  if (count.isPythonFloat) throw new EngineError('TypeError', 'Expected an integer');
  const { variable } = count;
  if (variable.ndim === 0) return;
  const type = printType(dialect, variable.type);
  throw new EngineError('ValueError', fillText(dialect.manyCounts, type));
}

/** A number of steps that is no whole number fails where the library makes room for that many rows. */
function checkRoom(
  context: GraphContext,
  count: StepCount | null,
  { hasStates }: { readonly hasStates: boolean },
): void {
  if (count === null) return;
  checkOneCount(count.variable, { hasStates });
  if (context.dialect.floatSteps === 'truncated' || fixedSteps(count) === 1) return;
  const { dialect } = context;
  if (count.isPythonFloat && hasStates) {
    throw new EngineError('TypeError', dialect.floatStepsRoom);
  }
  if (hasStates || (!count.isPythonFloat && count.variable.ndim === 0)) return;
  const text = printVariable(count.variable);
  throw new EngineError(
    'ValueError',
    fillText(dialect.unfitSteps, text),
    ...(dialect.errorValues === 'arguments' ? [text] : []),
  );
}

/** Several numbers of steps are noticed where room for a state is made, or always. */
function checkOneCount(
  { context: { dialect }, ndim, type }: Variable,
  { hasStates }: { readonly hasStates: boolean },
): void {
  if (ndim === 0 || !(hasStates || dialect.severalSteps === 'refused')) return;
  if (dialect.severalSteps === 'allocRefuses') {
    const place = `but dimension 0 have ${ndim} dimensions for apply node: Elemwise{add,no_inplace}.0`;
    throw new EngineError('TypeError', 'Each shape dimension to Alloc must be a scalar, ', place);
  }
  const shown = dialect.severalSteps === 'castRefuses' ? { ...type, dtype: 'int64' as const } : type;
  const text = `Tensor of type ${printType(dialect, shown)} could not be cast to have 0 dimensions`;
  throw new EngineError('ValueError', text);
}

function noStepCount({ dialect }: GraphContext): EngineError {
  const end = dialect.hasReturnUpdates ? '.' : '';
  return new EngineError(
    'ValueError',
    `No information about the number of steps provided. Either provide a value for n_steps argument of scan or provide an input sequence${end}`,
  );
}

/** The number of steps where it is known when the graph is built. */
function fixedSteps(count: StepCount | null): number | null {
  if (count === null) return null;
  if (count.literal !== null) return Math.trunc(count.literal);
  const { variable } = count;
  return variable instanceof Constant && variable.ndim === 0 ? Number(variable.value.at(0)) : null;
}

/** One step without a loop: direction, length and condition do not count, and updates are what the step returned. */
function singleStep(context: GraphContext, given: ScanArguments, { states, streams }: Prepared): ScanReturn {
  const args = [
    ...streams.map((stream) => stream.single),
    ...states.flatMap((state) => (state === null ? [] : singleTaps(state))),
    ...given.nonSequences,
  ];
  const { condition, outputs, updates } = given.step(args);
  if (condition !== null && context.dialect.ignoredUntil === 'logged') {
    context.warn(
      'WARNING (theano.scan_module.scan)',
      `('When the number of steps is fixed and equal to 1, the provided stopping condition, ', '${printVariable(condition)}', ' is ignored')`,
    );
  }
  return {
    outputs: outputs.map((output) => (output.type.generator === undefined ? withAxis(output) : output)),
    updates: new Map(updates.filter(isUpdate)),
    unchecked: updates,
    isSingleStep: true,
  };
}

/** The new axis has length 1, which may be forgotten. */
const withAxis = (output: Variable): Variable => {
  const row = padLeft(output, output.ndim + 1);
  return output.context.dialect.newRows === 'known' ? row : rebroadcast(row, [null]);
};

function loop(context: GraphContext, given: ScanArguments, { states, streams }: Prepared): ScanReturn {
  const stepCount = castTo(
    given.stepCount === null ? shortestLength(streams) : stepCountVariable(context, given.stepCount),
    'int64',
  );
  const slots = {
    rows: streams.map((stream) => slot(context, firstAxisDropped(stream.rows), stream.name)),
    taps: states.map((state) => (state === null ? [] : tapSlots(context, state))),
  };
  if (context.trial) tryWith(context.trial, { states, streams }, slots);
  const args = [...slots.rows, ...slots.taps.flat(), ...given.nonSequences];
  const created = new Set<SharedVariable>();
  const returned = watchCreated(context, created, () => given.step(args));
  const updates = checkedUpdates(context, returned.updates);
  checkRoom(context, given.stepCount, {
    hasStates: updates.size > 0 || states.some((state) => state !== null),
  });
  const visible = returned.condition === null ? returned.outputs : [...returned.outputs, returned.condition];
  const takesDefault = (variable: SharedVariable): boolean =>
    context.dialect.scanDefaultUpdates === 'reached' || created.has(variable);
  const inputsOf = (roots: readonly Variable[]): Variable[] => graphInputs(roots, new Set(args));
  const shared = collectShared(visible, updates, { inputsOf, takesDefault });
  if (context.dialect.scanDefaultUpdates === 'createdInside')
    for (const one of created) one.defaultUpdate = null;
  checkUpdateInputs(context, { visible, updates, args });
  const allStates = matchStates(states, returned.outputs.length);
  if (given.isStrict) given.checkListed();
  if (given.isStrict) checkStrict(context, shared, { updates, listed: given.nonSequences });
  const parts: LoopParts = {
    context,
    stepCount,
    streams: streams.map((stream) => firstSteps(stream.rows, stepCount)),
    states: allStates,
    slots: { rows: slots.rows, taps: allStates.map((_, i) => slots.taps[i] ?? []) },
    returned,
    updates: new Map(shared.flatMap((one) => (updates.has(one) ? [[one, updates.get(one)!] as const] : []))),
    nonSequences: given.nonSequences,
    truncateGradient: given.truncateGradient,
    name: given.name ?? 'scan_fn',
    origin: { maker: given.maker ?? null, streams: streamOrigins(given) },
  };
  return { ...buildLoop(parts), isSingleStep: false };
}

const streamOrigins = ({ sequences, goesBackwards }: ScanArguments): StreamOrigin[] =>
  sequences.flatMap(({ input, taps }, sequence) => {
    const late = Math.max(0, ...taps);
    return taps.map((tap) => ({
      sequence,
      name: input.name,
      tap,
      fromEnd: goesBackwards ? late - tap : null,
    }));
  });

const isUpdate = (pair: readonly [unknown, unknown]): pair is readonly [SharedVariable, Variable] =>
  pair[0] instanceof SharedVariable && pair[1] instanceof Variable;

/** The updates of a step, checked. */
function checkedUpdates(
  { dialect }: GraphContext,
  written: StepReturn['updates'],
): Map<SharedVariable, Variable> {
  const updates = new Map<SharedVariable, Variable>();
  if (dialect.updateForms === 'pairs' && written.some(([target]) => !(target instanceof Variable)))
    throw new EngineError(dialect.wrongUpdates, dialect.wrongUpdatesText);
  for (const [target, value] of written) {
    if (target instanceof SharedVariable && !(value instanceof Variable)) {
      throw new EngineError('TypeError', 'an update is a shared variable with an expression');
    }
    addUpdate(updates, target, value as Variable);
  }
  return updates;
}

function stepCountVariable(context: GraphContext, count: StepCount): Variable {
  return count.literal === null ? count.variable : int64Constant(context, Math.trunc(count.literal));
}

const firstAxisDropped = (variable: Variable): Variable['type'] => ({
  dtype: variable.dtype,
  shape: variable.type.shape.slice(1),
});

const slot = (context: GraphContext, type: Variable['type'], name: string | null): Variable =>
  new Variable(context, type, { name });

function tapSlots(context: GraphContext, { initial, name, role, taps }: State): Variable[] {
  const row = role === 'mitSot' ? firstAxisDropped(initial) : initial.type;
  return taps.map((tap) => slot(context, row, slotName(name, tap)));
}

/** A step is tried with the first rows and states. */
function tryWith(
  trial: Trial,
  { states, streams }: Prepared,
  slots: { readonly rows: readonly Variable[]; readonly taps: readonly (readonly Variable[])[] },
): void {
  for (const [i, row] of slots.rows.entries()) trial.standFor(row, streams[i].rows, 0);
  for (const [i, state] of states.entries()) {
    if (state === null) continue;
    const first = Math.min(...state.taps);
    for (const [at, tap] of slots.taps[i].entries())
      trial.standFor(tap, state.initial, state.role === 'mitSot' ? state.taps[at] - first : null);
  }
}

/** Calls the step and collects the shared variables that it makes. */
function watchCreated<T>(context: GraphContext, created: Set<SharedVariable>, body: () => T): T {
  const outer = context.onSharedCreated;
  context.onSharedCreated = (variable) => {
    created.add(variable);
    outer?.(variable);
  };
  try {
    return body();
  } finally {
    context.onSharedCreated = outer;
  }
}

/** Inputs that only updates use are not found by the library: they have to be arguments of the step. */
function checkUpdateInputs(
  context: GraphContext,
  parts: {
    visible: readonly Variable[];
    updates: ReadonlyMap<SharedVariable, Variable>;
    args: readonly Variable[];
  },
): void {
  const known = new Set([...graphInputs(parts.visible), ...graphInputs(parts.args), ...parts.args]);
  const needed = graphInputs([...parts.updates.values()], new Set(parts.args));
  for (const input of needed) {
    if (input instanceof Constant || input instanceof SharedVariable || known.has(input)) continue;
    throw new EngineError('MissingInputError', missingInStep(context, input, parts.updates));
  }
}

const advice =
  "\nPlease pass this variable to the scan's inner function. Do not forget to also pass it to the `non_sequences` attribute of scan.";

function missingInStep(
  { dialect }: GraphContext,
  input: Variable,
  updates: ReadonlyMap<SharedVariable, Variable>,
): string {
  const what = dialect.missingInStepNames === 'place' ? placeOf(input, updates) : printVariable(input);
  return `${fillText(dialect.missingInStep, what)}${advice}`;
}

function placeOf(input: Variable, updates: ReadonlyMap<SharedVariable, Variable>): string {
  const reader = sortedApplies([...updates.values()]).find((one) => one.inputs.includes(input));
  return reader
    ? `Input ${reader.inputs.indexOf(input)} of the graph (indices start from 0), used to compute ${printApply(reader.outputs[0])},`
    : `Input ${printVariable(input)} of the graph (indices start from 0)`;
}

/** One entry per output; the library wants them spelled out unless none is given at all. */
function matchStates(states: readonly (State | null)[], outputCount: number): readonly (State | null)[] {
  if (states.length === 0) return new Array<null>(outputCount).fill(null);
  if (states.length === outputCount) return states;
  throw new EngineError(
    'ValueError',
    'Please provide None as outputs_info for any output that does not feed back into scan (i.e. it behaves like a map) ',
  );
}

function checkStrict(
  context: GraphContext,
  shared: readonly SharedVariable[],
  known: { updates: ReadonlyMap<SharedVariable, Variable>; listed: readonly Variable[] },
): void {
  const missing = shared.filter((one) => !known.updates.has(one) && !known.listed.includes(one));
  if (missing.length === 0) return;
  const names = missing.map(printVariable);
  const text = fillText(context.dialect.missingInStrict, names[0], names.join(', '));
  throw new EngineError('MissingInputError', text);
}
