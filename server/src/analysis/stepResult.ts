/**
 * What a step function's return value means to scan: outputs, updates, condition.
 * The grammar is that of Theano 1.0.5, `scan_utils.get_updates_and_outputs`; Aesara and PyTensor kept it.
 */

import { t } from '../base/l10n.ts';
import type { Machine } from './machine.ts';
import { pairEntry } from './mappings.ts';
import { joinMovers, type Movers, moversIn } from './movers.ts';
import { exactElements, isIterator } from './objects.ts';
import { asTensor } from './tensorRules.ts';
import { ndimOf } from './terms.ts';
import {
  type Activation,
  type DictEntry,
  type HeapObject,
  optionsOf,
  type ScanRecord,
  type StepUpdates,
  type UpdatedVariable,
  type Value,
} from './values.ts';

export interface StepResult {
  /** Null when the number of outputs is not known. */
  readonly outputs: readonly Value[] | null;
  readonly updates: StepUpdates;
  /** Draws and shared variables that outputs and new values depend on. */
  readonly movers: Movers;
}

type ParsedReturn = Pick<StepResult, 'outputs' | 'updates'>;

const notUnderstood = (reason: string): ParsedReturn => ({
  outputs: null,
  updates: { status: 'unknown', reason },
});
const noUpdates: StepUpdates = { status: 'none' };
const unclear = (): string => t('what the step returns is not understood');

/** Reads the value that a step returned; alternatives must all agree on what they are. */
export function readStepResult(machine: Machine, value: Value): StepResult {
  const ways = optionsOf(value).map((option): StepResult => {
    return { ...readOne(machine, option), movers: moversIn(machine, option) };
  });
  return ways.reduce(joinResults);
}

function joinResults(a: StepResult, b: StepResult): StepResult {
  const hasSameCount = a.outputs !== null && b.outputs !== null && a.outputs.length === b.outputs.length;
  const outputs = hasSameCount
    ? (a.outputs ?? []).map((value, i) => sameType(value, b.outputs?.[i] ?? value))
    : null;
  return {
    outputs,
    updates: joinUpdates(a.updates, b.updates),
    movers: joinMovers(a.movers, b.movers),
  };
}

const sameType = (a: Value, b: Value): Value => {
  const [left, right] = [asTensor(a), asTensor(b)];
  const isSame =
    left !== null &&
    right !== null &&
    ndimOf(left) === ndimOf(right) &&
    left.dtype.float32 === right.dtype.float32 &&
    left.dtype.float64 === right.dtype.float64;
  return isSame ? a : { kind: 'union', options: [a, b] };
};

function joinUpdates(a: StepUpdates, b: StepUpdates): StepUpdates {
  if (a.status === 'unknown') return a;
  if (b.status === 'unknown') return b;
  if (a.status !== b.status || a.status === 'none' || b.status === 'none') {
    return a.status === b.status
      ? a
      : { status: 'unknown', reason: t('only some ways through the step return updates') };
  }
  const shared = (list: readonly UpdatedVariable[], wanted: UpdatedVariable) =>
    list.some((variable) => variable.record === wanted.record && variable.isCertain);
  const variables = [
    ...a.variables.map((v) => ({ ...v, isCertain: v.isCertain && shared(b.variables, v) })),
    ...b.variables.filter((v) => !a.variables.some((known) => known.record === v.record)).map(uncertain),
  ];
  return {
    status: 'proven',
    isNonempty: a.isNonempty && b.isNonempty,
    variables,
    inner: [...new Set([...a.inner, ...b.inner])],
    objects: [...a.objects, ...b.objects],
  };
}

const uncertain = (variable: UpdatedVariable): UpdatedVariable => ({ ...variable, isCertain: false });

// ------------------------------------------------------------------------------------------------------------- grammar

function readOne(machine: Machine, value: Value): ParsedReturn {
  const whole = outputsOf(machine, value);
  if (whole !== null) return { outputs: whole, updates: noUpdates };
  const updates = updatesOf(machine, value);
  if (updates !== null) return { outputs: [], updates };
  const parts = elementsOf(machine, value);
  if (parts === null) return notUnderstood(unclear());
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || parts.length > 3) return notUnderstood(unclear());
  if (third !== undefined)
    return third.kind === 'until' ? readPair(machine, first, second) : notUnderstood(unclear());
  if (second.kind !== 'until') return readPair(machine, first, second);
  const only = updatesOf(machine, first);
  return only === null
    ? { outputs: outputsOf(machine, first), updates: outputsOnly(machine, first) }
    : { outputs: [], updates: only };
}

const outputsOnly = (machine: Machine, value: Value): StepUpdates =>
  outputsOf(machine, value) === null ? { status: 'unknown', reason: unclear() } : noUpdates;

/** `(outputs, updates)`. */
function readPair(machine: Machine, first: Value, second: Value): ParsedReturn {
  const updates = updatesOf(machine, second);
  if (updates === null || updatesOf(machine, first) !== null) return notUnderstood(unclear());
  return { outputs: outputsOf(machine, first), updates };
}

const isVariable = (value: Value): boolean =>
  value.kind === 'symbolic' ||
  value.kind === 'shared' ||
  value.kind === 'generator' ||
  (value.kind === 'union' && value.options.every((option) => isVariable(option)));

/** The outputs when `value` is a variable or a list of variables. */
function outputsOf(machine: Machine, value: Value): readonly Value[] | null {
  if (isVariable(value)) return [value];
  const elements = elementsOf(machine, value);
  return elements?.every(isVariable) ? elements : null;
}

/** Those of a list or tuple: anything else that can be iterated is refused. */
const elementsOf = (machine: Machine, value: Value): readonly Value[] | null =>
  isIterator(machine, value) ? null : exactElements(machine, value);

/** The updates when `value` is a dict or a list of pairs; null when it is something else or not known. */
function updatesOf(machine: Machine, value: Value): StepUpdates | null {
  if (value.kind === 'updates') {
    return value.view === 'mapping' ? innerUpdates(value.scan) : null;
  }
  if (value.kind === 'container' && value.object.variety === 'dict') {
    const contents = machine.contentsOf(value.object);
    if (contents.kind !== 'dict') return null;
    const { entries, objects } = spreadOut(machine, contents.entries, 0);
    return entriesAsUpdates(machine.activation, entries, [value.object, ...objects], {
      isExact: contents.isExact,
    });
  }
  const pairs = elementsOf(machine, value);
  if (pairs === null) return null;
  if (pairs.length === 0) return noUpdates;
  const entries: DictEntry[] = [];
  for (const pair of pairs) {
    const entry = pairEntry(machine, pair, machine.file.module);
    if (entry === null) return null;
    entries.push(entry);
  }
  const objects = value.kind === 'container' ? [value.object] : [];
  return entriesAsUpdates(machine.activation, entries, objects, { isExact: true });
}

const deepestSpread = 4;

interface Spread {
  readonly entries: readonly DictEntry[];
  readonly objects: readonly HeapObject[];
}

/** Entries with those of the dicts that are merged in: `{**others, a: a + 1}`. What is not known stays as it is. */
function spreadOut(machine: Machine, entries: readonly DictEntry[], depth: number): Spread {
  const parts = entries.map((entry): Spread => {
    const { key, value, isCertain } = entry;
    const isDict = key === null && value.kind === 'container' && value.object.variety === 'dict';
    const contents = isDict && depth < deepestSpread ? machine.contentsOf(value.object) : null;
    if (!isDict || contents?.kind !== 'dict' || !contents.isExact || value.object.isDamaged)
      return { entries: [entry], objects: [] };
    const inner = spreadOut(machine, contents.entries, depth + 1);
    const asFarAsMerged = inner.entries.map((one) => ({ ...one, isCertain: one.isCertain && isCertain }));
    return { entries: asFarAsMerged, objects: [value.object, ...inner.objects] };
  });
  return {
    entries: parts.flatMap((part) => part.entries),
    objects: parts.flatMap((part) => part.objects),
  };
}

const innerUpdates = (scan: ScanRecord): StepUpdates => ({
  status: 'proven',
  isNonempty: false,
  variables: [],
  inner: [scan],
  objects: [],
});

function entriesAsUpdates(
  { module }: Activation,
  entries: readonly DictEntry[],
  objects: readonly HeapObject[],
  { isExact }: { readonly isExact: boolean },
): StepUpdates {
  if (entries.length === 0 && isExact) return noUpdates;
  const variables: UpdatedVariable[] = [];
  const inner: ScanRecord[] = [];
  for (const entry of entries) {
    if (entry.key === null) {
      if (entry.value.kind !== 'updates')
        return { status: 'unknown', reason: t('a mapping in the updates is not known') };
      inner.push(entry.value.scan);
      continue;
    }
    const records = optionsOf(entry.key).map((option) => (option.kind === 'shared' ? option.record : null));
    for (const record of records) {
      if (record === null)
        return { status: 'unknown', reason: t('`{0}` is not known to be a shared variable', entry.name) };
      const isCertain = entry.isCertain && records.length === 1;
      variables.push({
        record,
        origin: 'entry',
        module,
        name: entry.name,
        start: entry.start,
        end: entry.end,
        isCertain,
      });
    }
  }
  const isCertain = entries.some((entry) => entry.isCertain);
  return isCertain
    ? { status: 'proven', isNonempty: isNonemptyBy(entries), variables, inner, objects }
    : { status: 'unknown', reason: t('the step may return no updates') };
}

/** An entry with a key of its own, whichever of several variables that is. */
const isNonemptyBy = (entries: readonly DictEntry[]): boolean =>
  entries.some((entry) => entry.isCertain && entry.key !== null);
