/** From the records of an evaluation to facts: one per call of scan, whatever the ways that lead to it. */
import { groupBy } from '../base/grouping.ts';
import type { Call } from '../python/syntax.ts';
import { forgetDeadContainers } from './deadContainers.ts';
import { droppedUpdates, type Users, useOf, usersByScan } from './dropped.ts';
import { droppedCalls } from './droppedCalls.ts';
import type {
  DroppedCall,
  FunctionUse,
  Mention,
  ScanFact,
  ScanOutputFact,
  SharedVariableFact,
} from './facts.ts';
import type { Machine } from './machine.ts';
import { isOpen } from './openFunctions.ts';
import { outputSources } from './stepReturns.ts';
import { isProven, placeOf, updatesFact } from './updatesProof.ts';
import type { ScanRecord, SharedRecord } from './values.ts';

export interface ScanFacts {
  readonly scans: readonly ScanFact[];
  readonly droppedCalls: readonly DroppedCall[];
}

/** The facts about every call of scan in the analysed file, and about those that it reaches through helpers. */
export function scanFacts(machine: Machine): ScanFacts {
  const users = usersByScan(machine.compiled);
  const own = machine.scans.filter((one) => one.wasEvaluated && one.scope.module === machine.main);
  for (const record of machine.scans) forgetDeadContainers(machine, record);
  // Before what callers in other files may do is taken into account.
  const calls = droppedCalls(machine, users);
  for (const record of own) noteUnseenCallers(machine, record);
  return { scans: factsOf(machine, own, users), droppedCalls: calls };
}

/** In source order. */
function factsOf(machine: Machine, own: readonly ScanRecord[], users: Users): readonly ScanFact[] {
  const bySite = groupBy(own, (record) => record.site);
  const sites = [...bySite.values()].sort((a, b) => siteStart(a) - siteStart(b));
  return sites.map((records) => factOf(machine, records, users));
}

/** Updates that a function returns may be passed on by a caller in another file. */
function noteUnseenCallers(machine: Machine, record: ScanRecord): void {
  for (const returned of record.returnedBy) {
    if (isOpen(machine, returned)) machine.addDestination(record, { kind: 'returned', span: returned.span });
  }
}

const siteStart = (records: readonly ScanRecord[]): number => records[0]?.site.start ?? 0;

function factOf(machine: Machine, records: readonly ScanRecord[], users: Users): ScanFact {
  const record = records.find((candidate) => isProven(candidate)) ?? (records[0] as ScanRecord);
  const { site, stepNode, stepModule } = record;
  const step = stepNode &&
    stepModule && {
      place: placeOf(stepNode, stepModule),
      name: stepNode.kind === 'FunctionDef' ? stepNode.name.name : null,
    };
  return {
    kind: record.kind,
    library: record.library,
    version: record.version,
    span: { start: site.start, end: site.end },
    callee: { start: site.function.start, end: site.function.end },
    step,
    parameters: record.parameters,
    outputs: outputsOf(machine, record),
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

/** Sources are spans of the analysed file. */
function outputsOf(
  machine: Machine,
  { outputs, stepNode, stepModule }: ScanRecord,
): readonly ScanOutputFact[] | null {
  if (outputs === null || stepNode === null || stepModule !== machine.main) return outputs;
  return outputs.map((output, index) => ({
    ...output,
    sources: outputSources(stepNode, outputs.length, index),
  }));
}

function functionUses(users: Users, records: readonly ScanRecord[]): readonly FunctionUse[] {
  const bySite = new Map<Call, FunctionUse>();
  for (const compiled of records.flatMap((record) => users.get(record) ?? [])) {
    const use = useOf(compiled, records);
    const known = bySite.get(compiled.site);
    bySite.set(compiled.site, known?.getsUpdates === true ? known : use);
  }
  return [...bySite.values()].sort((a, b) => a.span.start - b.span.start);
}

const mentionsOf = (records: readonly ScanRecord[]): readonly Mention[] =>
  [...new Map(records.flatMap((record) => [...record.mentions])).values()].sort((a, b) => a.start - b.start);

/** The facts about every shared variable of the analysed file, in source order. */
export function sharedFacts(machine: Machine): readonly SharedVariableFact[] {
  const own = machine.shared.filter((record) => record.module === machine.main);
  const bySite = groupBy(own, (record) => record.site);
  return [...bySite.values()].map(sharedFact).sort((a, b) => a.span.start - b.span.start);
}

function sharedFact(records: readonly SharedRecord[]): SharedVariableFact {
  const { site, name, type, isGenerator } = records[0] as SharedRecord;
  const mentions = new Map(records.flatMap((record) => [...record.mentions]));
  return {
    name,
    span: { start: site.start, end: site.end },
    type: { dtype: type.dtype, shape: type.shape },
    isGenerator,
    mentions: [...mentions.values()].sort((a, b) => a.start - b.start),
  };
}
