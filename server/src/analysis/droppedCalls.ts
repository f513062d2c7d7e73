/**
 * Updates that a helper returned and its caller threw away, where the scan itself is not to blame: it stands in another
 * file, or in a function that other files can call.
 */
import { groupBy } from '../base/grouping.ts';
import type { Call } from '../python/syntax.ts';
import { droppedUpdates, spanOf, type Users } from './dropped.ts';
import type { DroppedCall } from './facts.ts';
import type { Machine } from './machine.ts';
import { isOpen } from './openFunctions.ts';
import { placeOf, variablesOf } from './updatesProof.ts';
import type { Activation, ModuleRecord, Returned, ScanRecord } from './values.ts';

/** One per call, in source order. */
export function droppedCalls(machine: Machine, users: Users): readonly DroppedCall[] {
  // Looking without changing is a common wish: who passes the updates of one call may drop those of another.
  const passed = new Set(
    machine.scans.filter((one) => users.get(one)?.some((f) => f.passed.has(one))).map((one) => one.site),
  );
  const records = machine.scans.filter(
    (record) => record.wasEvaluated && !passed.has(record.site) && callOf(machine, record) !== null,
  );
  const byCall = groupBy(records, (record) => callOf(machine, record) as Call);
  return [...byCall]
    .sort(([a], [b]) => a.start - b.start)
    .flatMap(([call, atCall]) => droppedCall(machine, call, atCall, users) ?? []);
}

function droppedCall(
  machine: Machine,
  call: Call,
  records: readonly ScanRecord[],
  users: Users,
): DroppedCall | null {
  // A call of one helper can make several scans: each is judged for itself, the first that is dropped is told.
  for (const group of groupBy(records, (record) => record.site).values()) {
    const [record] = group;
    const dropped = record === undefined ? null : droppedUpdates(machine, group, users);
    if (record === undefined || dropped === null) continue;
    if (dropped.way.kind !== 'noFunction' && dropped.way.kind !== 'helper') continue;
    const way = { kind: 'caller', call: spanOf(call), helper: nameOf(record.returnedBy.at(-1)) } as const;
    return {
      kind: record.kind,
      library: record.library,
      version: record.version,
      callee: spanOf(call.function),
      scan: placeOf(record.site, record.scope.module),
      dropped: dropped.way.kind === 'helper' ? dropped : { ...dropped, way },
    };
  }
  return null;
}

const nameOf = (returned: Returned | undefined): string => {
  const node = returned?.activation.node;
  return node?.kind === 'FunctionDef' ? node.name.name : 'the function';
};

/** The call in the analysed file that is to be told of a scan which is not the file's own to judge. */
function callOf(machine: Machine, record: ScanRecord): Call | null {
  const returned = record.returnedBy.at(-1);
  if (returned === undefined) return callOfLoser(machine, record);
  const { call } = returned.activation;
  if (call === null || call.by.module !== machine.main || call.site.kind !== 'Call') return null;
  const isOfOthers =
    record.scope.module !== machine.main || record.returnedBy.some((one) => isOpen(machine, one));
  return isOfOthers ? call.site : null;
}

/**
 * The call of a helper in another file that loses the updates of a step which it is given, or of shared variables which
 * an object brings: the helper's own file can not know that there are any. The first file on the way that can is told.
 */
function callOfLoser(machine: Machine, record: ScanRecord): Call | null {
  const { scope, outputsReturned } = record;
  const sources = foreignSources(record);
  if (scope.module === machine.main || outputsReturned === null || sources.length === 0) return null;
  for (let at: Activation | null = scope; at !== null; at = at.call?.by ?? at.parent) {
    const { call } = at;
    if (call === null || !sources.some((source) => reaches(call.by.module, source))) continue;
    return call.by.module === machine.main && call.site.kind === 'Call' ? call.site : null;
  }
  return null;
}

/** Where the updates come from, if the file of the scan does not say: the step's, or all that make the variables. */
function foreignSources(record: ScanRecord): readonly ModuleRecord[] {
  const { scope, stepModule } = record;
  const { module } = scope;
  if (stepModule !== null && stepModule !== module) return [stepModule];
  const makers = variablesOf(record).map((variable) => variable.record.module);
  return makers.some((maker) => maker === module || module.imports.has(maker)) ? [] : makers;
}

/** True for a module that is the other one or imports it, directly or not. */
function reaches(module: ModuleRecord, other: ModuleRecord, seen = new Set<ModuleRecord>()): boolean {
  if (module === other || module.imports.has(other)) return true;
  if (seen.has(module)) return false;
  seen.add(module);
  return [...module.imports].some((one) => reaches(one, other, seen));
}
