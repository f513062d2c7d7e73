/** `scan`, its views and `until` as Python calls them. */

import { int64Constant } from '../../../graph/constants.ts';
import type { ScanKind } from '../../../graph/functionGraph.ts';
import { subtensor, tooManyIndices } from '../../../graph/ops/subtensor.ts';
import { type ScanArguments, type ScanReturn, type StepCount, scan } from '../../../graph/scan/scan.ts';
import type { SequenceArgument, StateArgument } from '../../../graph/scan/scanArguments.ts';
import { parseStepReturn, type StepValue } from '../../../graph/scan/stepReturn.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { PyDict } from '../../containers.ts';
import { raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { repr } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { callSite, pythonVersion, runtime } from '../../runtime.ts';
import { dictType } from '../../types/dictType.ts';
import { asText } from '../../types/textValues.ts';
import { PyFloat, PyList, PyRange, PyTuple, type Value } from '../../values.ts';
import { PyOrderedDict } from '../standard/collections/orderedDict.ts';
import { asVariable, integerArgument, wrapIntoList } from './convert.ts';
import { loadedByScan } from './names/laterModules.ts';
import { PyOrderedUpdates } from './orderedUpdates.ts';
import { scanMaker } from './scanMaker.ts';
import { nameArgument } from './tensorTypeObject.ts';

type Missing = Value | undefined;

/** `until(condition)`. */
export class PyUntil {
  readonly condition: Variable;
  constructor(condition: Variable) {
    this.condition = condition;
  }
}

export const untilType = defineType<PyUntil>({
  name: 'until',
  module: 'scan.utils',
  class: PyUntil,
  attributes: { condition: (self) => self.condition },
});

/** The body of `until`: the condition has to be a scalar. */
const untilBody =
  (context: GraphContext) =>
  (condition: Value): Value => {
    const variable = asVariable(context, condition);
    if (variable.ndim !== 0) throw new EngineError('AssertionError');
    return new PyUntil(variable);
  };

const isGiven = (flag: Missing): boolean => flag !== undefined && isTrue(flag);

const isSet = (value: Missing): value is Value => value !== undefined && value !== null;

/** What all kinds of scan have in common, as Python values. */
interface RawArguments {
  readonly kind: ScanKind;
  readonly fn: Value;
  readonly sequences: Missing;
  readonly outputsInfo: Missing;
  readonly nonSequences: Missing;
  readonly stepCount: Missing;
  readonly goesBackwards: Missing;
  readonly name: Missing;
  readonly strict: Missing;
  readonly truncateGradient: Missing;
}

const scanSignature = (context: GraphContext): string =>
  `scan(fn, sequences?, outputs_info?, non_sequences?, n_steps?, truncate_gradient?, go_backwards?, mode?, name?, profile?, allow_gc?, strict?, return_list?${context.dialect.hasReturnUpdates ? ', return_updates?' : ''})`;

/** The body of `scan`. */
const scanBody =
  (context: GraphContext) =>
  (...args: (Value | undefined)[]): Value => {
    const [
      fn,
      sequences,
      outputsInfo,
      nonSequences,
      stepCount,
      truncateGradient,
      goesBackwards,
      ,
      name,
      ,
      ,
      strict,
      list,
      updates,
    ] = args;
    const result = runScan(context, {
      kind: 'scan',
      fn: fn!,
      sequences,
      outputsInfo,
      nonSequences,
      stepCount,
      goesBackwards,
      name,
      strict,
      truncateGradient,
    });
    const outputs = presentOutputs(result, { asList: isGiven(list) });
    return finish(context, result, { kind: 'scan', outputs, returnUpdates: updates });
  };

/** The signature of `map`. */
const mapSignature =
  'map(fn, sequences, non_sequences?, truncate_gradient?, go_backwards?, mode?, name?, return_updates?)';

/** The body of `map`: a scan without states. */
const mapBody =
  (context: GraphContext) =>
  (...args: (Value | undefined)[]): Value => {
    const [fn, sequences, nonSequences, truncateGradient, goesBackwards, , name, updates] = args;
    const result = runScan(context, {
      kind: 'map',
      fn: fn!,
      sequences,
      outputsInfo: undefined,
      nonSequences,
      stepCount: undefined,
      goesBackwards,
      name,
      strict: undefined,
      truncateGradient,
    });
    return finish(context, result, {
      kind: 'map',
      outputs: presentOutputs(result, { asList: false }),
      returnUpdates: updates,
    });
  };

/** `reduce` chooses the direction, `foldl` and `foldr` have it in their name. */
const foldSignature = (kind: 'reduce' | 'foldl' | 'foldr'): string =>
  `${kind}(fn, sequences, outputs_info, non_sequences?, ${kind === 'reduce' ? 'go_backwards?, ' : ''}mode?, name?, return_updates?)`;

/** The bodies of `reduce`, `foldl` and `foldr`: the last row of every output. */
const foldBody =
  (context: GraphContext, kind: 'reduce' | 'foldl' | 'foldr') =>
  (...args: (Value | undefined)[]): Value => {
    const [fn, sequences, outputsInfo, nonSequences, ...rest] = args;
    const [goesBackwards, , name, updates] = kind === 'reduce' ? rest : [kind === 'foldr', ...rest];
    const result = runScan(context, {
      kind,
      fn: fn!,
      sequences,
      outputsInfo,
      nonSequences,
      stepCount: undefined,
      goesBackwards,
      name,
      strict: undefined,
      truncateGradient: undefined,
    });
    const last = result.outputs.map((output) =>
      subtensor(output, [{ kind: 'integer', value: int64Constant(context, -1) }]),
    );
    const outputs = last.length === 1 ? last[0]! : new PyList(last);
    return finish(context, result, { kind, outputs, returnUpdates: updates });
  };

/** `scan`, its views and `until`, by signature. */
export function scanFunctions(
  context: GraphContext,
): Readonly<Record<string, (...args: (Value | undefined)[]) => Value>> {
  const view = (signature: string): string =>
    context.dialect.hasReturnUpdates ? signature : signature.replace(', return_updates?', '');
  return {
    [scanSignature(context)]: scanBody(context),
    [view(mapSignature)]: mapBody(context),
    [view(foldSignature('reduce'))]: foldBody(context, 'reduce'),
    [view(foldSignature('foldl'))]: foldBody(context, 'foldl'),
    [view(foldSignature('foldr'))]: foldBody(context, 'foldr'),
    'until(condition)': (condition) => untilBody(context)(condition!),
  };
}

function runScan(context: GraphContext, raw: RawArguments): ScanReturn {
  const nonSequences = raw.nonSequences;
  const given: ScanArguments = {
    step: (args) => callStep(context, raw.fn, args),
    sequences: wrapIntoList(raw.sequences).map((sequence) => readSequence(context, sequence)),
    outputsInfo: wrapIntoList(raw.outputsInfo).map((info) => readInfo(context, info)),
    nonSequences: wrapIntoList(nonSequences).map((value) => anyVariable(context, value)),
    stepCount: readStepCount(context, raw.stepCount),
    goesBackwards: isGiven(raw.goesBackwards),
    isStrict: isGiven(raw.strict),
    // `set(non_sequences)` walks over a value that is not in a list.
    checkListed: () => {
      if (nonSequences !== undefined && nonSequences !== null) toArray(nonSequences);
    },
    truncateGradient: isSet(raw.truncateGradient)
      ? integerArgument(raw.truncateGradient, 'truncate_gradient')
      : -1,
    name: nameArgument(raw.name),
    maker: scanMaker(raw.kind, raw.fn),
  };
  return scan(context, given);
}

function callStep(
  context: GraphContext,
  fn: Value,
  args: readonly Variable[],
): ReturnType<ScanArguments['step']> {
  const returned = call(fn, [...args]);
  return parseStepReturn(context, stepValue(returned), () => repr(returned));
}

function stepValue(value: Value): StepValue {
  if (value instanceof Variable) return { kind: 'variable', variable: value };
  if (value instanceof PyUntil) return { kind: 'until', condition: value.condition };
  if (value instanceof PyList) return { kind: 'list', items: value.items.map(stepValue), source: value };
  if (value instanceof PyTuple) return { kind: 'tuple', items: value.items.map(stepValue), source: value };
  if (!(value instanceof PyDict)) return { kind: 'other' };
  const entries = [...value.table.entries()].map(
    (entry) => [stepValue(entry.key), stepValue(entry.value)] as const,
  );
  return { kind: 'dict', entries, plainType: typeOf(value) === dictType ? repr(dictType) : null };
}

function readSequence(context: GraphContext, sequence: Value): SequenceArgument {
  if (sequence instanceof PyRange && context.dialect.ranges !== 'refused')
    raiseAttributeError("'range' object has no attribute 'shape'");
  if (!(sequence instanceof PyDict)) {
    return { input: sequenceVariable(context, sequence), taps: [0], isRawArray: sequence instanceof NDArray };
  }
  const input = sequence.table.get('input');
  const taps = sequence.table.get('taps');
  if (input === undefined) throw new EngineError('KeyError', 'input');
  return {
    input: sequenceVariable(context, input),
    taps: taps === undefined || taps === null ? [0] : sequenceTaps(context, taps),
    isRawArray: input instanceof NDArray,
  };
}

function tapsOf({ dialect }: GraphContext, taps: Value): number[] {
  const given = asInteger(taps) === undefined ? toArray(taps) : [taps];
  return given.map((tap) => {
    const whole = asInteger(tap);
    return whole === undefined ? raiseTypeError(dialect.noWholeTap) : Number(whole);
  });
}

function sequenceTaps(context: GraphContext, taps: Value): number[] {
  const given = tapsOf(context, taps);
  if (given.length === 0)
    raiseValueError('zero-size array to reduction operation minimum which has no identity');
  return given;
}

/** The taps of a state are a list; the libraries ask for its length. */
function stateTaps(context: GraphContext, taps: Value): number[] {
  if (asInteger(taps) !== undefined) raiseTypeError(`object of type '${typeOf(taps).name}' has no len()`);
  return tapsOf(context, taps);
}

/** A list of numbers is a list of sequences, and a number has no elements. */
function sequenceVariable(context: GraphContext, value: Value): Variable {
  if (value instanceof Variable || value instanceof NDArray) {
    const variable = asVariable(context, value);
    if (variable.ndim === 0) throw tooManyIndices(variable, 1);
    return variable;
  }
  const name = typeOf(value).name;
  if (value instanceof PyList || value instanceof PyTuple)
    return raiseAttributeError(`'${name}' object has no attribute 'shape'`);
  if (asInteger(value) === undefined && !(value instanceof PyFloat)) return asVariable(context, value);
  return raiseTypeError(
    pythonVersion() === 2
      ? `'${name}' object has no attribute '__getitem__'`
      : `'${name}' object is not subscriptable`,
  );
}

/** Tensors, and the states of random generators. */
const anyVariable = (context: GraphContext, value: Value): Variable =>
  value instanceof Variable ? value : asVariable(context, value);

/** An initial state; which libraries carry the states of generators is a matter of the dialect. */
const initialVariable = (context: GraphContext, value: Value): Variable =>
  context.dialect.untracedStates === 'carried' ? anyVariable(context, value) : asVariable(context, value);

function readInfo(context: GraphContext, info: Value): StateArgument | null {
  if (info === null) return null;
  const plain = { tapsAreList: true, otherKeys: [], source: info, text: () => repr(info) } as const;
  if (!(info instanceof PyDict)) {
    return { ...plain, initial: initialVariable(context, info), taps: 'absent', rawArrayType: null };
  }
  const initial = info.table.get('initial');
  const taps = info.table.get('taps');
  const keys = info.table.keys().map((key) => asText(key) ?? repr(key));
  return {
    initial: initial === undefined || initial === null ? null : initialVariable(context, initial),
    taps: taps === undefined ? 'absent' : taps === null ? 'none' : stateTaps(context, taps),
    tapsAreList: !(taps instanceof PyTuple),
    otherKeys: keys.filter((key) => !['initial', 'taps', 'inplace'].includes(key)),
    rawArrayType: initial instanceof NDArray ? initial.dtype : null,
    source: info,
    text: () => repr(info),
  };
}

function readStepCount(context: GraphContext, value: Missing): StepCount | null {
  if (value === undefined || value === null) return null;
  const isPythonFloat = value instanceof PyFloat;
  const integer = typeof value === 'boolean' ? undefined : asInteger(value);
  const literal = isPythonFloat ? value.value : integer === undefined ? null : Number(integer);
  return { variable: asVariable(context, value), literal, isPythonFloat };
}

function presentOutputs(result: ScanReturn, { asList }: { readonly asList: boolean }): Value {
  const { outputs, isSingleStep } = result;
  if (outputs.length === 0 && !isSingleStep) return null;
  if (outputs.length === 1 && !asList) return outputs[0]!;
  return new PyList([...outputs]);
}

const updatesWarning =
  'Scan return signature will change. Updates dict will not be returned, only the first argument. Pass `return_updates=False` to conform to the new API and avoid this warning';

function finish(
  context: GraphContext,
  result: ScanReturn,
  made: { kind: ScanKind; outputs: Value; returnUpdates: Missing },
): Value {
  const { library } = context.dialect;
  for (const path of result.isSingleStep ? [] : loadedByScan[library])
    runtime().modules.get(`${library}.${path}`)?.whenImported?.();
  const returnsUpdates = made.returnUpdates === undefined || isTrue(made.returnUpdates);
  const updates = presentUpdates(context, result);
  if (!returnsUpdates && (result.unchecked?.length ?? result.updates.size) > 0) {
    return raiseValueError(
      `return_updates=False but Scan produced updates ${repr(updates)}. Make sure to use outputs_info to handle all recurrent states, and not rely on shared variable updates.`,
    );
  }
  const site = callSite();
  runtime().observer.scan(
    {
      span: site.span,
      kind: made.kind,
      outputCount: result.outputs.length,
      updates: returnsUpdates ? [...result.updates.keys()] : null,
      finals: [...result.updates.values()],
    },
    site,
  );
  if (!returnsUpdates) return made.outputs;
  // Inside of map and the folds the warning belongs to the library's own code, which Python shows only when it is asked to.
  if (context.dialect.hasReturnUpdates) {
    const within = made.kind === 'scan' ? undefined : 'pytensor.scan.views';
    context.warn('DeprecationWarning', updatesWarning, within);
  }
  return new PyTuple([made.outputs, updates]);
}

function orderedDict(pairs: Iterable<readonly [Value, Value]>): Value {
  const dict = new PyOrderedDict();
  for (const [key, value] of pairs) dict.table.set(key, value);
  return dict;
}

function presentUpdates({ dialect }: GraphContext, result: ScanReturn): Value {
  const kind = result.isSingleStep ? dialect.singleStepUpdates : dialect.scanUpdates;
  const updates = new Map((result.unchecked ?? result.updates) as Iterable<readonly [Value, Value]>);
  if (kind === 'OrderedUpdates') {
    return PyOrderedUpdates.of(updates, dialect.library);
  }
  return kind === 'OrderedDict' ? orderedDict(updates) : PyDict.from(updates);
}
