/** A call of scan or of a view of it: follows the step once, as the library does, and records what it means. */
import { t } from '../base/l10n.ts';
import type { Call, FunctionDef, Lambda } from '../python/syntax.ts';
import { type Arguments, noArguments } from './arguments.ts';
import { noteArguments } from './detectors/elementGradients.ts';
import { observeScan } from './detectors/scanDetectors.ts';
import { isOneStep, observeScanTypes } from './detectors/scanTypes.ts';
import { dtypeDifference } from './detectors/states.ts';
import type { Refusal, ScanOutputFact, StepParameterFact } from './facts.ts';
import { withImplicitUpdates } from './implicitUpdates.ts';
import { has } from './libraryVersions.ts';
import type { Machine } from './machine.ts';
import { reachableFrom } from './objects.ts';
import { isGenerator } from './randomVariables.ts';
import {
  namedArguments,
  operandsOf,
  type StateInfo,
  type StepArgument,
  type StepArguments,
  stepArguments,
} from './scanArguments.ts';
import { scanRecordAt } from './scanRecords.ts';
import { readStepResult, type StepResult } from './stepResult.ts';
import { asTensor, isOpaque, originsOf, unknownTensor } from './tensorRules.ts';
import type { FloatX, Library, ScanKind, TensorFact } from './terms.ts';
import {
  type FunctionValue,
  type ModuleRecord,
  type Origin,
  type Origins,
  type ScanRecord,
  type SharedRecord,
  type StepUpdates,
  unknown,
  type Value,
  wholeResult,
} from './values.ts';

const noLayout: StepArguments = { passed: null, sequences: null, states: null };

/** The value of a call of scan: `(outputs, updates)`, or the outputs alone. */
export function callScan(
  machine: Machine,
  role: { readonly kind: ScanKind; readonly library: Library },
  args: Arguments,
  site: Call,
): Value {
  const record = scanRecordAt(machine, role, site);
  const named = namedArguments(role.kind, args);
  const form = returnForm(args, named.get('return_updates')?.value, role.library);
  const fn = named.get('fn')?.value ?? unknown;
  const layout = args.isOpen ? noLayout : stepArguments(machine, named, record.context);
  noteArguments(record.context, layout.passed);
  const { returned, isFollowed } = followStep(machine, record, fn, argumentsFor(layout.passed));
  const result = readStepResult(machine, returned);
  observeScanTypes({
    machine,
    site,
    version: record.version,
    named,
    layout,
    result,
    returned,
  });
  const step = stepOf(fn);
  noteStep(machine, record, {
    node: step?.object.node ?? null,
    module: step?.object.scope.module ?? null,
    parameters: parametersOf(step, fn, layout.passed),
    result,
    updates: certainUpdates(machine, record, result, { isFollowed, stepCount: named.get('n_steps')?.value }),
    states: layout.states,
    isOneStep: isOneStep(named),
  });
  record.returnsOnlyOutputs ||= form === 'outputs';
  observeScan(machine, { record, named, isOpen: args.isOpen, fn, layout, returned, result });
  const given = originsOf(operandsOf(machine, named));
  record.keepsTurns ||= given.has(record);
  const origins = outputOrigins(record, given);
  const makes = outputMakers(machine, record, origins, { result, states: layout.states });
  const outputs = outputsValue(machine, record, makes, named.get('return_list')?.value);
  if (form === 'outputs') return outputs;
  if (form === 'unknown') {
    machine.addDestination(record, { kind: 'unseen', span: site });
    return unknown;
  }
  return wholeResult(record, outputs);
}

/** Calls the step once, as the library does; everything that it returns belongs to the scan. */
function followStep(
  machine: Machine,
  record: ScanRecord,
  fn: Value,
  args: Arguments,
): { readonly returned: Value; readonly isFollowed: boolean } {
  const unfollowedBefore = machine.unfollowed;
  const outer = machine.step;
  record.context.draws.clear();
  machine.step = record.context;
  const returned = machine.call(fn, args, record.site);
  machine.step = outer;
  const held = reachableFrom(machine, returned);
  for (const value of held) {
    if (value.kind === 'updates') machine.addDestination(value.scan, { kind: 'step', span: record.site });
  }
  record.resultOrigins = originsOf(held);
  return { returned, isFollowed: machine.unfollowed === unfollowedBefore };
}

/** PyTensor's `return_updates` decides what comes back. */
function returnForm(
  args: Arguments,
  value: Value | undefined,
  library: Library,
): 'pair' | 'outputs' | 'unknown' {
  if (value === undefined) return args.isOpen && library === 'pytensor' ? 'unknown' : 'pair';
  if (value.kind !== 'number' || value.value === null) return 'unknown';
  return value.value === 0 ? 'outputs' : 'pair';
}

function argumentsFor(passed: readonly StepArgument[] | null): Arguments {
  if (passed === null) return { ...noArguments, isOpen: true };
  return { ...noArguments, positional: passed.map((item) => item.value), sources: passed.map(() => null) };
}

function stepOf(fn: Value): FunctionValue | null {
  if (fn.kind === 'function') return fn;
  return fn.kind === 'partial' ? stepOf(fn.callee) : null;
}

// ------------------------------------------------------------------------------------------------------------- updates

interface StepRun {
  readonly isFollowed: boolean;
  readonly stepCount: Value | undefined;
}

function certainUpdates(
  machine: Machine,
  record: ScanRecord,
  result: StepResult,
  { isFollowed, stepCount }: StepRun,
): StepUpdates {
  const steps = stepCount?.kind === 'number' ? stepCount.value : null;
  if (steps !== null && steps < 1) return { status: 'unknown', reason: t('no step is run') };
  if (!machine.isComplete)
    return { status: 'unknown', reason: t('the file is too large to be followed completely') };
  // With the literal 1 no scan is made: what a draw leaves stays a `default_update`.
  const updates = steps === 1 ? result.updates : withImplicitUpdates(record, result);
  if (updates.status !== 'none') return updates;
  const isPlain = isFollowed && result.outputs !== null && !result.outputs.some(isOpaque);
  return isPlain
    ? updates
    : { status: 'unknown', reason: t('the step calls something that is not followed') };
}

interface StepNote {
  readonly node: FunctionDef | Lambda | null;
  readonly module: ModuleRecord | null;
  readonly parameters: readonly StepParameterFact[];
  readonly result: StepResult;
  readonly updates: StepUpdates;
  readonly states: readonly StateInfo[] | null;
  readonly isOneStep: boolean;
}

/** Keeps what was found; a second visit (in a loop) that finds something else leaves only what both say. */
function noteStep(machine: Machine, record: ScanRecord, note: StepNote): void {
  const outputs = outputFacts(record.kind, note);
  const refusedUnder = refusals(note, record.site);
  const understood = note.states?.every((state, i) => isUnderstood(state, outputs?.[i])) ?? false;
  if (!record.wasEvaluated) {
    record.wasEvaluated = true;
    record.stepNode = note.node;
    record.stepModule = note.module;
    record.updates = note.updates;
  } else {
    if (record.stepNode !== note.node) record.stepNode = null;
    record.updates = sameUpdates(record.updates, note.updates);
  }
  record.parameters = note.parameters;
  record.outputs = outputs;
  record.refusedUnder = note.isOneStep ? { float32: null, float64: null } : refusedUnder;
  record.statesAreUnderstood = understood && machine.isComplete;
}

function sameUpdates(before: StepUpdates, now: StepUpdates): StepUpdates {
  if (before.status !== now.status || before.status === 'unknown') {
    return before.status === 'unknown'
      ? before
      : { status: 'unknown', reason: t('the step differs from turn to turn') };
  }
  if (before.status !== 'proven' || now.status !== 'proven') return before;
  const isKnown = (record: unknown) => before.variables.some((known) => known.record === record);
  const variables = [...before.variables, ...now.variables.filter((variable) => !isKnown(variable.record))];
  const inner = [...new Set([...before.inner, ...now.inner])];
  const isNonempty = before.isNonempty && now.isNonempty;
  return { status: 'proven', isNonempty, variables, inner, objects: [...before.objects, ...now.objects] };
}

// --------------------------------------------------------------------------------------------------- outputs and types

/** What the outputs depend on: what scan is given, and what its step reaches and does not make. */
function outputOrigins(record: ScanRecord, given: Origins): Origins {
  const { context, resultOrigins, version } = record;
  const isInside = (origin: Origin) =>
    origin === context.parameters ||
    (origin.origin === 'draw' && origin.step === context && has(version, 'updatesOfStepOnly'));
  const reached = [...resultOrigins].filter((origin) => !isInside(origin));
  return new Set<Origin>([record, ...given, ...reached]);
}

/** One value per output; null where their number is not known. */
function outputMakers(
  machine: Machine,
  record: ScanRecord,
  origins: Origins,
  step: { readonly result: StepResult; readonly states: readonly StateInfo[] | null },
): readonly Value[] | null {
  if (record.kind === 'filter' || record.outputs === null) return null;
  return record.outputs.map(({ dtype, shape }, index) => {
    const returned = step.result.outputs?.[index];
    const value: Value =
      returned?.kind === 'generator'
        ? finalGenerator(record, step.states?.[index]?.generator ?? null, index, origins)
        : { kind: 'symbolic', dtype, shape, origins, isOpaque: false };
    machine.outputs.set(value, record);
    return value;
  });
}

/** The last state of a generator, the same in every turn of a loop. */
function finalGenerator(
  record: ScanRecord,
  root: SharedRecord | null,
  index: number,
  origins: Origins,
): Value {
  if (root !== null) {
    record.finals[index] ??= { scan: record, root, name: null, isRead: false };
  }
  return { kind: 'generator', record: root, origins, final: record.finals[index] ?? null };
}

function outputsValue(
  machine: Machine,
  record: ScanRecord,
  makes: readonly Value[] | null,
  returnList: Value | undefined,
): Value {
  const value = outputsForm(machine, record, makes, returnList);
  machine.outputs.set(value, record);
  return value;
}

function outputsForm(
  machine: Machine,
  record: ScanRecord,
  makes: readonly Value[] | null,
  returnList: Value | undefined,
): Value {
  const opaque: Value = {
    kind: 'symbolic',
    ...unknownTensor,
    origins: new Set([record, ...record.resultOrigins]),
    isOpaque: true,
  };
  if (makes === null) return opaque;
  const [only] = makes;
  if (only === undefined) return { kind: 'none', scan: record };
  const isList = returnList?.kind === 'number' ? returnList.value !== 0 : null;
  if (makes.length === 1 && returnList === undefined) return only;
  if (makes.length === 1 && isList === null) return opaque;
  if (makes.length === 1 && isList === false) return only;
  return machine.objectAt(record.site, 'list', { kind: 'list', elements: [...makes], isExact: true });
}

function outputFacts(kind: ScanKind, note: StepNote): readonly ScanOutputFact[] | null {
  const { outputs } = note.result;
  if (outputs === null) return null;
  const keepsAxis = kind === 'scan' || kind === 'map' || kind === 'scan_checkpoints';
  return outputs.map((value, index) => {
    const type = asTensor(value) ?? unknownTensor;
    const shape: TensorFact['shape'] =
      type.shape === null ? null : keepsAxis ? [note.isOneStep ? null : 'any', ...type.shape] : type.shape;
    const taps = note.states?.[index]?.taps ?? [];
    return { dtype: type.dtype, shape, sources: [], taps, isGenerator: isGenerator(value) };
  });
}

function isUnderstood(state: StateInfo, output: ScanOutputFact | undefined): boolean {
  if (state.taps.length === 0) return true;
  const isTyped = (floatX: FloatX) => state.type?.dtype[floatX] != null && output?.dtype[floatX] != null;
  return isTyped('float32') && isTyped('float64');
}

/** Scan accepts a state only if the step's result has its dtype (`Scan.make_node`). */
function refusals(note: StepNote, site: Call): Readonly<Record<FloatX, Refusal | null>> {
  const under = (floatX: FloatX): Refusal | null => {
    for (const [index, state] of (note.states ?? []).entries()) {
      const value = note.result.outputs?.[index];
      const output = value === undefined ? null : asTensor(value);
      const difference = output === null ? null : dtypeDifference(state, output, floatX);
      if (difference !== null) return { state: index, ...difference, span: state.source ?? site };
    }
    return null;
  };
  return { float32: under('float32'), float64: under('float64') };
}

// ---------------------------------------------------------------------------------------------------------- parameters

function parametersOf(
  step: FunctionValue | null,
  fn: Value,
  passed: readonly StepArgument[] | null,
): readonly StepParameterFact[] {
  if (passed === null) return [];
  const items = step?.object.node.parameters.items ?? [];
  const positional = items.filter(
    (item) => item.variety === 'positional' || item.variety === 'positionalOnly',
  );
  const skipped = fn.kind === 'partial' ? fn.args.length : 0;
  return passed.map((argument, index) => {
    const target = positional[index + skipped]?.target;
    const identifier = target?.kind === 'Identifier' ? target : null;
    const type = asTensor(argument.value);
    return {
      name: identifier?.name ?? null,
      span: identifier === null ? null : { start: identifier.start, end: identifier.end },
      role: argument.role,
      index: argument.index,
      tap: argument.tap,
      source: argument.source,
      type: type === null ? null : { dtype: type.dtype, shape: type.shape },
      isGenerator: isGenerator(argument.value),
    };
  });
}
