/** From the records of an evaluation to facts: one per call of scan, whatever the ways that lead to it. */

import type { Call, Identifier, Tuple } from '../python/syntax.ts';
import { walk } from '../python/walk.ts';
import type {
  DroppedUpdates,
  FunctionUse,
  Mention,
  ScanFact,
  ScanOutputFact,
  SharedVariableFact,
  UpdateFact,
  UpdatesFact,
} from './facts.ts';
import { addDestination, type Machine } from './machine.ts';
import { outputSources } from './stepReturns.ts';
import type { CompiledRecord, ScanRecord, SharedRecord, UpdatedVariable } from './values.ts';

/** The facts about every call of scan, in source order. */
export function scanFacts(machine: Machine): readonly ScanFact[] {
  const bySite = new Map<Call, ScanRecord[]>();
  for (const record of machine.scans) {
    if (!record.wasEvaluated) continue;
    const known = bySite.get(record.site);
    if (known === undefined) bySite.set(record.site, [record]);
    else known.push(record);
  }
  for (const record of machine.scans) noteUnseenCallers(machine, record);
  const sites = [...bySite.values()].sort((a, b) => siteStart(a) - siteStart(b));
  const users = usersByScan(machine.compiled);
  return sites.map((records) => factOf(machine, records, users));
}

/**
 * Updates that a function of the module returns are gone when another file calls it. A function that runs where its
 * file is imported belongs to a program, not to a library; one whose name begins with an underscore is the file's own.
 */
function noteUnseenCallers(machine: Machine, record: ScanRecord): void {
  for (const { node, span } of record.returnedBy) {
    const name = node.kind === 'FunctionDef' ? node.name.name : '_';
    const isOwn = name.startsWith('_') && !machine.exported.has(name);
    const isOpen = !isOwn && (!machine.calledOnImport.has(node) || machine.exported.has(name));
    if (isOpen) addDestination(record, { kind: 'returned', span });
  }
}

const siteStart = (records: readonly ScanRecord[]): number => records[0]?.site.start ?? 0;

/** The functions that depend on each scan or get its updates. */
type Users = ReadonlyMap<ScanRecord, readonly CompiledRecord[]>;

function usersByScan(compiled: readonly CompiledRecord[]): Users {
  const users = new Map<ScanRecord, CompiledRecord[]>();
  for (const user of compiled) {
    for (const scan of new Set([...user.scans, ...user.passed])) {
      const known = users.get(scan);
      if (known === undefined) users.set(scan, [user]);
      else known.push(user);
    }
  }
  return users;
}

function factOf(machine: Machine, records: readonly ScanRecord[], users: Users): ScanFact {
  const record = records.find((candidate) => isProven(candidate)) ?? (records[0] as ScanRecord);
  const { site, stepNode } = record;
  const step = stepNode && {
    span: { start: stepNode.start, end: stepNode.end },
    name: stepNode.kind === 'FunctionDef' ? stepNode.name.name : null,
  };
  return {
    kind: record.kind,
    library: record.library,
    span: { start: site.start, end: site.end },
    callee: { start: site.function.start, end: site.function.end },
    step,
    parameters: record.parameters,
    outputs: outputsOf(record),
    updates: updatesFact(machine, record),
    destinations: records.flatMap((one) => one.destinations),
    updatesName: records.find((one) => one.updatesName !== null)?.updatesName ?? null,
    mentions: mentionsOf(records),
    functions: functionUses(users, records),
    returnsOnlyOutputs: record.returnsOnlyOutputs,
    refusedUnder: machine.isComplete ? record.refusedUnder : { float32: null, float64: null },
    statesAreUnderstood: record.statesAreUnderstood && machine.isComplete,
    dropped: droppedUpdates(machine, records, users),
  };
}

function outputsOf({ outputs, stepNode }: ScanRecord): readonly ScanOutputFact[] | null {
  if (outputs === null || stepNode === null) return outputs;
  return outputs.map((output, index) => ({
    ...output,
    sources: outputSources(stepNode, outputs.length, index),
  }));
}

// ------------------------------------------------------------------------------------------------------------ nonempty

/** NONEMPTY: on every way through the step there is at least one update of a shared variable. */
function isProven(record: ScanRecord, depth = 0): boolean {
  const { updates } = record;
  if (updates.status !== 'proven' || depth > 20) return false;
  if (updates.objects.some((object) => object.isDamaged)) return false;
  if (updates.variables.some((variable) => variable.isCertain)) return true;
  return updates.variables.length === 0 && updates.inner.some((inner) => isProven(inner, depth + 1));
}

/** All variables that the step may update, with those of inner scans that it returns. */
function variablesOf(record: ScanRecord, depth = 0): readonly UpdatedVariable[] {
  const { updates } = record;
  if (updates.status !== 'proven' || depth > 20) return [];
  return [...updates.variables, ...updates.inner.flatMap((inner) => variablesOf(inner, depth + 1))];
}

function updatesFact(machine: Machine, record: ScanRecord): UpdatesFact {
  const { updates } = record;
  if (!machine.isComplete)
    return { status: 'unknown', reason: 'the file is too large to be followed completely' };
  if (updates.status !== 'proven') return updates;
  if (!isProven(record)) {
    const isEmpty =
      updates.variables.length === 0 && updates.inner.every((inner) => inner.updates.status === 'none');
    return isEmpty ? { status: 'none' } : { status: 'unknown', reason: 'what the step returns may change' };
  }
  return { status: 'proven', variables: updateFacts(record) };
}

function updateFacts(scan: ScanRecord): readonly UpdateFact[] {
  const facts: UpdateFact[] = [];
  const seen = new Set<SharedRecord>();
  const parameters = new Set(scan.stepNode?.parameters.items.map(({ target }) => nameOf(target)));
  for (const { record, name, start, end, isCertain } of variablesOf(scan)) {
    if (seen.has(record)) continue;
    seen.add(record);
    // Inside the step a non-sequence has the name of a parameter; outside, people know it by its own.
    const known = parameters.has(name) && record.name !== '' ? record.name : name;
    facts.push({ name: known || record.name || 'the shared variable', entry: { start, end }, isCertain });
  }
  return facts;
}

const nameOf = (target: Identifier | Tuple): string | null =>
  target.kind === 'Identifier' ? target.name : null;

// ------------------------------------------------------------------------------------------------------------- dropped

/**
 * DROPPED (facts: NONEMPTY holds, nothing receives the updates in any way that leads here, and a function that surely
 * says nothing itself about these variables is compiled from the outputs).
 */
function droppedUpdates(
  machine: Machine,
  records: readonly ScanRecord[],
  byScan: Users,
): DroppedUpdates | null {
  if (!machine.isComplete) return null;
  if (records.some((record) => record.destinations.length > 0 || record.returnsOnlyOutputs)) return null;
  const record = records.find(
    (one) => isProven(one) && (usersOf(byScan, one).length > 0 || isOnlyUpdates(one)),
  );
  if (record === undefined) return null;
  const users = [...new Set(records.flatMap((one) => usersOf(byScan, one)))];
  // Without outputs nothing ties the scan to a function: every one of the file may be the one that is meant.
  const asked = users.length > 0 ? users : machine.compiled;
  const updated = new Set(records.flatMap((one) => variablesOf(one).map((variable) => variable.record)));
  const isUnclear = asked.some(
    (user) => !user.updatesAreKnown || [...user.updated].some((one) => updated.has(one)),
  );
  if (isUnclear || isNamedUnseen(machine, records)) return null;
  const variables = updateFacts(record).filter((variable) => variable.isCertain);
  if (variables.length === 0) return null;
  return {
    variables,
    functions: users.filter((user) => user.scans.has(record)).map((user) => useOf(user, records)),
  };
}

const isOnlyUpdates = (record: ScanRecord): boolean => record.outputs?.length === 0;

const usersOf = (users: Users, record: ScanRecord): readonly CompiledRecord[] =>
  (users.get(record) ?? []).filter((compiled) => compiled.scans.has(record));

/** True when a name that held the updates stands somewhere that was never followed, or is exported. */
function isNamedUnseen(machine: Machine, records: readonly ScanRecord[]): boolean {
  const names = new Set(records.flatMap((record) => [...record.names]));
  if ([...names].some((name) => machine.exported.has(name))) return true;
  if (names.size === 0) return false;
  let isUnseen = false;
  walk(machine.file.module, (node) => {
    if (node.kind === 'Name' && names.has(node.name) && machine.visited[node.start] !== 1) isUnseen = true;
  });
  return isUnseen;
}

// --------------------------------------------------------------------------------------------------------------- views

function functionUses(users: Users, records: readonly ScanRecord[]): readonly FunctionUse[] {
  const bySite = new Map<Call, FunctionUse>();
  for (const compiled of records.flatMap((record) => users.get(record) ?? [])) {
    const use = useOf(compiled, records);
    const known = bySite.get(compiled.site);
    bySite.set(compiled.site, known?.getsUpdates === true ? known : use);
  }
  return [...bySite.values()].sort((a, b) => a.span.start - b.span.start);
}

const useOf = (compiled: CompiledRecord, records: readonly ScanRecord[]): FunctionUse => ({
  span: { start: compiled.site.start, end: compiled.site.end },
  callee: { start: compiled.site.function.start, end: compiled.site.function.end },
  getsUpdates: records.some((record) => compiled.passed.has(record)),
  hasUpdates: compiled.updated.size > 0,
});

const mentionsOf = (records: readonly ScanRecord[]): readonly Mention[] =>
  [...new Map(records.flatMap((record) => [...record.mentions])).values()].sort((a, b) => a.start - b.start);

/** The facts about every shared variable, in source order. */
export function sharedFacts(machine: Machine): readonly SharedVariableFact[] {
  const bySite = new Map<Call, SharedRecord>();
  for (const record of machine.shared) if (!bySite.has(record.site)) bySite.set(record.site, record);
  return [...bySite.values()]
    .sort((a, b) => a.site.start - b.site.start)
    .map(({ site, name, type }) => ({
      name,
      span: { start: site.start, end: site.end },
      type: { dtype: type.dtype, ndim: type.ndim },
    }));
}
