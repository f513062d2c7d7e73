/**
 * DROPPED: a scan surely makes updates, nothing receives them in any way that leads here, and somebody uses its outputs.
 * The rule is that of facts/scan-semantics.md, section 4.1; what is not proven is silence.
 */
import { walk } from '../python/walk.ts';
import type { DroppedUpdates, FunctionUse } from './facts.ts';
import type { Machine } from './machine.ts';
import { isProven, updateFacts, variablesOf } from './updatesProof.ts';
import type { CompiledRecord, ModuleRecord, ScanRecord } from './values.ts';

/** The functions that depend on each scan or get its updates. */
export type Users = ReadonlyMap<ScanRecord, readonly CompiledRecord[]>;

export function usersByScan(compiled: readonly CompiledRecord[]): Users {
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

/** How the updates of one call of scan are dropped; null where they are not proven to be. `records`: all ways to it. */
export function droppedUpdates(
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
    way: { kind: 'noFunction' },
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
  const modules = new Set(records.map((record) => record.scope.module));
  return [...modules].some((module) => [...names].some((name) => unseenNames(module).has(name)));
}

const unseen = new WeakMap<ModuleRecord, ReadonlySet<string>>();

/** Names that stand where nothing was followed. Asked when everything has been, once for all scans of a file. */
function unseenNames(module: ModuleRecord): ReadonlySet<string> {
  const known = unseen.get(module);
  if (known !== undefined) return known;
  const found = new Set<string>();
  walk(module.file.module, (node) => {
    if (node.kind === 'Name' && module.visited[node.start] !== 1) found.add(node.name);
  });
  unseen.set(module, found);
  return found;
}

export const useOf = (compiled: CompiledRecord, records: readonly ScanRecord[]): FunctionUse => ({
  span: { start: compiled.site.start, end: compiled.site.end },
  callee: { start: compiled.site.function.start, end: compiled.site.function.end },
  getsUpdates: records.some((record) => compiled.passed.has(record)),
  hasUpdates: compiled.updated.size > 0,
  path: compiled.module.path,
});
