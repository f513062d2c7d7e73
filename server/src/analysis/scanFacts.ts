/** From the records of an evaluation to facts: one per call of scan, whatever the ways that lead to it. */
import { groupBy } from '../base/grouping.ts';
import type { Call } from '../python/syntax.ts';
import { droppedUpdates, type Users, useOf, usersByScan } from './dropped.ts';
import type {
  DroppedCall,
  FunctionUse,
  Mention,
  ScanFact,
  ScanOutputFact,
  SharedVariableFact,
} from './facts.ts';
import type { Machine } from './machine.ts';
import { outputSources } from './stepReturns.ts';
import { isProven, placeOf, updatesFact } from './updatesProof.ts';
import type { ScanRecord, SharedRecord } from './values.ts';

/** The facts about every call of scan in the analysed file, in source order. */
export function scanFacts(machine: Machine): readonly ScanFact[] {
  for (const record of machine.scans) noteUnseenCallers(machine, record);
  const own = machine.scans.filter((one) => one.wasEvaluated && one.scope.module === machine.main);
  const bySite = groupBy(own, (record) => record.site);
  const sites = [...bySite.values()].sort((a, b) => siteStart(a) - siteStart(b));
  const users = usersByScan(machine.compiled);
  return sites.map((records) => factOf(machine, records, users));
}

/** Updates that helpers of other files returned and that are thrown away here. */
export function droppedCalls(_machine: Machine): readonly DroppedCall[] {
  return [];
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
    if (isOpen) machine.addDestination(record, { kind: 'returned', span });
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
