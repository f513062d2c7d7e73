/**
 * The parts of a scan put together: the step's graph is cut out of the program's graph. What does not depend on the
 * steps stays outside and becomes a non-sequence, whoever wrote it where.
 */
import { EngineError } from '../../tensor/engineError.ts';
import type { Dialect } from '../dialects.ts';
import { printApply } from '../printVariable.ts';
import { broadcastPattern, printType } from '../tensorType.ts';
import { replaceVariables, sortedApplies } from '../traversal.ts';
import { type Apply, applyNew, Constant, type GraphContext, SharedVariable, Variable } from '../variable.ts';
import type { State } from './scanArguments.ts';
import { bufferedScan, bufferedScanEntry } from './scanBuffers.ts';
import { lastValue, type ScanParams, type ScanState, scanEntry } from './scanOp.ts';
import { noteOrigin, type StepArgument, type StepOrigin } from './scanOrigin.ts';
import type { StepReturn } from './stepReturn.ts';

export interface LoopParts {
  readonly context: GraphContext;
  readonly stepCount: Variable;
  /** Cut, reversed and shortened. */
  readonly streams: readonly Variable[];
  /** One entry per output of the step. */
  readonly states: readonly (State | null)[];
  /** What the step was called with: rows of the streams, and for every output the taps of its state. */
  readonly slots: { readonly rows: readonly Variable[]; readonly taps: readonly (readonly Variable[])[] };
  readonly returned: StepReturn;
  readonly updates: ReadonlyMap<SharedVariable, Variable>;
  /** What the program listed. */
  readonly nonSequences: readonly Variable[];
  readonly truncateGradient: number;
  readonly name: string;
  /** See {@link StepOrigin}. */
  readonly origin: Pick<StepOrigin, 'maker' | 'streams'>;
}

interface Result {
  readonly outputs: readonly Variable[];
  readonly updates: ReadonlyMap<SharedVariable, Variable>;
}

/** Makes the scan's application; checks that every state keeps its element type and its axes. */
export function buildLoop(parts: LoopParts): Result {
  const { context, stepCount, streams, states, slots, returned, updates } = parts;
  const order = outputOrder(states);
  const ofRole = (roles: readonly (State['role'] | undefined)[]): number[] =>
    order.filter((index) => roles.includes(states[index]?.role));
  const stateOrder = ofRole(['mitSot', 'sitSot']);
  const untraced = ofRole(['untraced']);
  checkStates(parts, stateOrder);
  const copies = [...updates.keys()].map((one) => new Variable(context, one.type, { name: copyName(one) }));
  const stepOutputs = [
    ...order.map((index) => returned.outputs[index]),
    ...updates.values(),
    ...(returned.condition === null ? [] : [returned.condition]),
  ];
  const stepInputs = [...slots.rows, ...[...stateOrder, ...untraced].flatMap((index) => slots.taps[index])];
  const inside = cutOut(context, stepOutputs, {
    stepInputs,
    shared: [...updates.keys()],
    copies,
    listed: parts.nonSequences,
  });
  const params: ScanParams = {
    inner: { inputs: [...stepInputs, ...copies, ...inside.slots], outputs: inside.outputs },
    sequenceCount: streams.length,
    states: stateOrder.map((index) => scanState(states[index]!)),
    nitSotCount: order.length - stateOrder.length - untraced.length,
    untracedCount: untraced.length + updates.size,
    isWhile: returned.condition !== null,
    truncateGradient: parts.truncateGradient,
    name: parts.name,
    dialect: context.dialect,
  };
  const initials = [...stateOrder, ...untraced].map((index) => states[index]!.initial);
  const inputs = [stepCount, ...streams, ...initials, ...updates.keys(), ...inside.outside];
  noteOrigin(params, {
    kind: 'step',
    params,
    ...parts.origin,
    arguments: argumentsOf(parts, { shared: [...updates.keys()], inputs: params.inner.inputs, ...inside }),
    results: [...order, ...updates.keys()],
    initialNames: states.map((state) => state?.name ?? null),
    inputs,
  });
  const made = applyNew(context, { entry: scanEntry, params }, inputs);
  return {
    outputs: states.map((_, index) => made[order.indexOf(index)]),
    updates: new Map(
      [...updates.keys()].map((one, i) => [one, finalValue(one, made[order.length + i], stepCount)]),
    ),
  };
}

/** What the step was called with, as inputs of its graph. */
function argumentsOf(
  { slots, nonSequences }: LoopParts,
  step: Pick<CutOut, 'outside' | 'slots'> & {
    readonly shared: readonly SharedVariable[];
    readonly inputs: readonly Variable[];
  },
): StepArgument[] {
  const copies = step.inputs.slice(step.inputs.length - step.slots.length - step.shared.length);
  const outer: readonly Variable[] = [...step.shared, ...step.outside];
  return [...slots.rows, ...slots.taps.flat(), ...nonSequences].map((argument) => {
    if (argument instanceof Constant) return argument;
    const place = step.inputs.indexOf(copies[outer.indexOf(argument)] ?? argument);
    return place < 0 ? null : place;
  });
}

const scanState = ({ role, taps }: State): ScanState => ({
  role: role === 'mitSot' ? 'mitSot' : 'sitSot',
  taps,
});

/** The states of generators are kept as they are; those of tensors are read out of a buffer. */
const finalValue = (shared: SharedVariable, value: Variable, stepCount: Variable): Variable =>
  shared.type.generator === undefined ? lastValue(value, stepCount) : value;

const copyName = ({ name }: Variable): string | null => (name === null ? null : `${name}_copy`);

const ranks = { mitSot: 0, sitSot: 1, none: 2, untraced: 3 } as const;

/** States with several taps, then with one, then outputs without a state, then untraced states. */
function outputOrder(states: readonly (State | null)[]): number[] {
  const rank = (state: State | null): number => ranks[state?.role ?? 'none'];
  return states
    .map((state, index) => ({ index, rank: rank(state) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}

interface CutOut {
  readonly outputs: readonly Variable[];
  /** Variables of the program's graph that the step reads, and what stands for them inside. */
  readonly outside: readonly Variable[];
  readonly slots: readonly Variable[];
}

/** Everything that depends on the steps moves inside; the rest is handed in. */
function cutOut(
  context: GraphContext,
  outputs: readonly Variable[],
  step: {
    readonly stepInputs: readonly Variable[];
    readonly shared: readonly SharedVariable[];
    readonly copies: readonly Variable[];
    /** What the program listed: an input of the loop even where the step does not read it. */
    readonly listed: readonly Variable[];
  },
): CutOut {
  const changing = new Set<Variable>([...step.stepInputs, ...step.shared]);
  const moving: Apply[] = [];
  for (const apply of sortedApplies(outputs, new Set([...step.stepInputs, ...step.listed]))) {
    if (!apply.inputs.some((input) => changing.has(input))) continue;
    moving.push(apply);
    for (const output of apply.outputs) changing.add(output);
  }
  const replacements = new Map<Variable, Variable>(step.shared.map((one, i) => [one, step.copies[i]]));
  const outside: Variable[] = [];
  const handIn = (variable: Variable): void => {
    if (changing.has(variable) || variable instanceof Constant || replacements.has(variable)) return;
    outside.push(variable);
    replacements.set(variable, new Variable(context, variable.type, { name: copyName(variable) }));
  };
  for (const variable of step.listed) if (!(variable instanceof SharedVariable)) handIn(variable);
  for (const apply of moving) apply.inputs.forEach(handIn);
  outputs.forEach(handIn);
  return {
    outputs: replaceVariables(outputs, replacements, { types: 'kept' }),
    outside,
    slots: outside.map((variable) => replacements.get(variable)!),
  };
}

function checkStates(parts: LoopParts, stateOrder: readonly number[]): void {
  stateOrder.forEach((index, position) => {
    const state = parts.states[index]!;
    const result = parts.returned.outputs[index];
    const number = parts.streams.length + position;
    const ndim = state.initial.ndim + (state.role === 'sitSot' ? 1 : 0);
    const { dialect } = parts.context;
    const place: Place = { name: dialect.stateBufferText, number, word: dialect.stateWord };
    if (result.dtype !== state.initial.dtype) {
      throw new EngineError('ValueError', wrongDType(place, state.initial.dtype, result.dtype));
    }
    if (result.ndim !== ndim - 1) throw new EngineError('ValueError', wrongRank(place, ndim, result.ndim));
  });
}

interface Place {
  readonly name: string;
  readonly number: number;
  readonly word: Dialect['stateWord'];
}

const wrongDType = ({ name, number }: Place, initial: string, result: string): string =>
  `When compiling the inner function of scan the following error has been encountered: The initial state (\`outputs_info\` in scan nomenclature) of variable ${name} (argument number ${number}) has dtype ${initial}, while the result of the inner function (\`fn\`) has dtype ${result}. This can happen if the inner function of scan results in an upcast or downcast.`;

const wrongRank = ({ name, number, word }: Place, initial: number, result: number): string =>
  `When compiling the inner function of scan (the function called by scan in each of its iterations) the following error has been encountered: The initial state (\`outputs_info\` in scan nomenclature) of variable ${name} (argument number ${number}) has ${initial} dimension(s), while the corresponding variable in the result of the inner function of scan (\`fn\`) has ${result} dimension(s) (it should be one less than the initial state). For example, if the inner function of scan returns a vector of size d and scan uses the values of the previous time-step, then the initial state in scan should be a matrix of shape (1, d). The first dimension of this matrix corresponds to the number of previous time-steps that scan uses in each of its iterations. In order to solve this issue if the two ${word} currently have the same dimensionality, you can increase the dimensionality of the variable in the initial state of scan by using dimshuffle or shape_padleft. `;

/**
 * Checked when a function is compiled: a state whose initial value has an axis of length 1 keeps it. Raises the
 * library's TypeError.
 */
export function checkBroadcasting(outputs: readonly Variable[]): void {
  for (const made of sortedApplies(outputs)) {
    if (made.op.entry !== scanEntry) continue;
    checkOneScan(made);
    checkBroadcasting((made.op.params as ScanParams).inner.outputs);
  }
}

function checkOneScan(made: Apply): void {
  const params = made.op.params as ScanParams;
  const { dialect } = params;
  let next = params.sequenceCount;
  params.states.forEach((state, i) => {
    const input = params.inner.inputs[next];
    next += state.taps.length;
    const output = params.inner.outputs[i];
    const before = broadcastPattern(input.type);
    const after = broadcastPattern(output.type);
    const isExact = dialect.stateTypes === 'same';
    const differs = before.some((broadcasts, axis) =>
      isExact ? broadcasts !== after[axis] : broadcasts && !after[axis],
    );
    if (!differs) return;
    const what = isExact ? 'the same type' : 'compatible types';
    const text = `Inconsistency in the inner graph of scan '${params.name}' : an input and an output are associated with the same recurrent state and should have ${what} but have type '${printType(dialect, input.type)}' and '${printType(dialect, output.type)}' respectively.`;
    throw isExact
      ? new EngineError(
          'TypeError',
          'The following error happened while compiling the node',
          nodeOf(made),
          '\n',
          text,
        )
      : new EngineError('TypeError', text);
  });
}

/** What stands for an application among the arguments of an error: it prints as one. */
function nodeOf(made: Apply): Variable {
  const [output] = made.outputs;
  const owner = bufferedScan(made).owners[0];
  const scan = owner.op.entry === bufferedScanEntry ? owner : owner.inputs[0].owner;
  return new Variable(output.context, output.type, { name: printApply(output, scan) });
}
