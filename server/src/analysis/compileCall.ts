/**
 * A call of `function`: on which scans the compiled function depends, and which updates it gets.
 * Argument order: Theano 1.0.5 `compile/function.py`, PyTensor 3.3 `compile/maker.py`.
 */
import type { Call } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import { observeFunctionCall } from './detectors/updatesArguments.ts';
import type { Machine } from './machine.ts';
import { pairEntry } from './mappings.ts';
import { mostAdded, reachableFrom } from './objects.ts';
import { originsOf } from './tensorRules.ts';
import { variablesOf } from './updatesProof.ts';
import type { CompiledRecord, DictEntry, Origins, ScanRecord, Value } from './values.ts';

const parameters = ['inputs', 'outputs', 'mode', 'updates', 'givens'] as const;

/** The compiled function. */
export function compileFunction(machine: Machine, args: Arguments, site: Call): Value {
  const record = recordAt(machine, site);
  if (args.isOpen) record.updatesAreKnown = false;
  const given = new Map<string, Value>(args.keywords);
  for (const [index, name] of parameters.entries()) {
    const value = args.positional[index];
    if (value !== undefined) given.set(name, value);
  }
  if (!args.isOpen) observeFunctionCall(machine, given, args, site);
  for (const [name, value] of given) {
    if (name === 'updates') readUpdates(machine, record, value, new Set());
    else if (name === 'outputs') dependOn(machine, record, value);
    else if (name === 'givens') readGivens(machine, record, value);
    else if (name !== 'inputs') giveUpUpdates(machine, value, site);
  }
  for (const value of args.positional.slice(parameters.length)) giveUpUpdates(machine, value, site);
  cutAtInputs(machine, record, given.get('inputs'));
  return { kind: 'compiled', record };
}

/** `variable.eval(inputs)`: a function of the variable without any updates. */
export function evaluateOutputs(machine: Machine, receiver: Value, args: Arguments, site: Call): void {
  const record = recordAt(machine, site, 'eval');
  dependOn(machine, record, receiver);
  cutAtInputs(machine, record, args.positional[0]);
}

/** A graph ends at its inputs, also where they are computed from something: what they depend on is not run. */
function cutAtInputs(machine: Machine, record: CompiledRecord, inputs: Value | undefined): void {
  for (const origin of originsOf(inputs === undefined ? [] : reachableFrom(machine, inputs))) {
    if (origin.origin === 'scan') record.scans.delete(origin);
  }
}

function recordAt(machine: Machine, site: Call, form: CompiledRecord['form'] = 'function'): CompiledRecord {
  const known = machine.activation.compiled.get(site);
  if (known !== undefined) return known;
  const record: CompiledRecord = {
    site,
    form,
    module: machine.activation.module,
    scans: new Set(),
    passed: new Set(),
    updated: new Set(),
    updatesAreKnown: true,
  };
  machine.activation.compiled.set(site, record);
  machine.compiled.push(record);
  return record;
}

/** Every pair of a function and a scan is looked at several times at the end: so many evaluations would take as long. */
const workPerPair = 2;
/** A merge holds the merge before it, and so on: this deep they are read. */
const mostMerges = 500;

function dependOnScans(machine: Machine, record: CompiledRecord, origins: Origins): void {
  machine.spend(origins.size * workPerPair);
  for (const origin of origins) if (origin.origin === 'scan') record.scans.add(origin);
}

/** Depends on every scan of which an output is part of `value`. */
function dependOn(machine: Machine, record: CompiledRecord, value: Value): void {
  for (const held of reachableFrom(machine, value)) {
    if (held.kind === 'symbolic') dependOnScans(machine, record, held.origins);
    else if (held.kind === 'none' && held.scan !== null) record.scans.add(held.scan);
    else if (held.kind === 'updates') machine.escape(held, { kind: 'read', span: record.site });
  }
}

function readGivens(machine: Machine, record: CompiledRecord, value: Value): void {
  for (const held of reachableFrom(machine, value)) {
    if (held.kind === 'updates') machine.escape(held, { kind: 'givens', span: record.site });
    else if (held.kind === 'symbolic') dependOnScans(machine, record, held.origins);
    else if (held.kind === 'shared') record.updated.add(held.record);
  }
}

/** Updates where the library does not look for any. */
function giveUpUpdates(machine: Machine, value: Value, site: Call): void {
  for (const held of reachableFrom(machine, value)) {
    if (held.kind === 'updates') machine.escape(held, { kind: 'call', span: site });
  }
}

function readUpdates(machine: Machine, record: CompiledRecord, value: Value, seen: Set<object>): void {
  switch (value.kind) {
    case 'none':
      break;
    case 'updates':
      pass(machine, record, value.scan, seen);
      break;
    case 'union':
      for (const option of value.options) readUpdates(machine, record, option, seen);
      break;
    case 'tuple':
      readPairs(machine, record, value.elements, seen);
      break;
    case 'container':
      if (seen.has(value.object)) break;
      seen.add(value.object);
      if (value.object.isDamaged || seen.size > mostMerges) record.updatesAreKnown = false;
      if (seen.size > mostMerges) machine.escape(value, { kind: 'call', span: record.site });
      else readContainer(machine, record, value, seen);
      break;
    default:
      record.updatesAreKnown = false;
  }
}

function readContainer(
  machine: Machine,
  record: CompiledRecord,
  value: Value & { kind: 'container' },
  seen: Set<object>,
): void {
  const contents = machine.contentsOf(value.object);
  if (contents.kind === 'list') {
    readPairs(machine, record, contents.elements, seen);
    return;
  }
  readEntries(machine, record, contents.entries, seen);
}

function readEntries(
  machine: Machine,
  record: CompiledRecord,
  entries: readonly DictEntry[],
  seen: Set<object>,
): void {
  for (const { key, value } of entries) {
    if (key === null) readUpdates(machine, record, value, seen);
    else readPair(machine, record, key, value);
  }
}

function readPairs(
  machine: Machine,
  record: CompiledRecord,
  pairs: readonly Value[],
  seen: Set<object>,
): void {
  for (const pair of pairs) {
    const entry = pairEntry(machine, pair, record.site);
    if (entry?.key != null) readPair(machine, record, entry.key, entry.value);
    else if (pair.kind === 'updates' || pair.kind === 'container' || pair.kind === 'union') {
      readUpdates(machine, record, pair, seen);
      if (pair.kind !== 'updates') record.updatesAreKnown = false;
    } else record.updatesAreKnown = false;
  }
}

function readPair(machine: Machine, record: CompiledRecord, key: Value, value: Value): void {
  dependOn(machine, record, value);
  for (const option of reachableFrom(machine, key)) {
    if (option.kind === 'shared') record.updated.add(option.record);
    else record.updatesAreKnown = false;
  }
}

function pass(machine: Machine, record: CompiledRecord, scan: ScanRecord, seen: Set<object>): void {
  machine.spend(workPerPair);
  record.passed.add(scan);
  machine.addDestination(scan, { kind: 'function', span: record.site });
  // What is not followed may have added to them.
  const isElsewhere = scan.destinations.some(({ kind }) => kind === 'call' || kind === 'unseen');
  if (scan.updates.status === 'unknown' || isElsewhere) record.updatesAreKnown = false;
  for (const { record: variable, origin } of variablesOf(scan)) {
    // What moves by itself may be moved by several scans, one inside of the other.
    if (origin === 'entry') record.updated.add(variable);
  }
  if (scan.added.length === 0 || seen.has(scan)) return;
  seen.add(scan);
  if (scan.added.length >= mostAdded || seen.size > mostMerges) record.updatesAreKnown = false;
  else readEntries(machine, record, scan.added, seen);
}
