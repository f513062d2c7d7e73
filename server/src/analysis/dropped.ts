/**
 * DROPPED: a scan surely makes updates, nothing receives them in any way that leads here, and somebody uses its outputs.
 * The rule is that of facts/scan-semantics.md, section 4.1; what is not proven is silence.
 */
import type { Span } from '../base/span.ts';
import { walk } from '../python/walk.ts';
import type { DroppedUpdates, FunctionUse, UpdateFact } from './facts.ts';
import { looksIntoGraphs } from './logprobFiles.ts';
import type { Machine } from './machine.ts';
import { hasUnseenCallers, isReadOutside } from './openFunctions.ts';
import { isProven, placeOf, updateFacts, variablesOf } from './updatesProof.ts';
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
  if (!machine.isComplete || records.some((record) => record.returnsOnlyOutputs)) return null;
  const proven = records.filter((record) => isProven(record));
  const [first] = proven;
  if (first === undefined) return null;
  const way = records.some((record) => record.destinations.length > 0)
    ? inLoop(records)
    : (inNestedScan(machine, proven) ?? inHelper(machine, proven, byScan) ?? overwritten(proven, byScan));
  const record = proven.find((one) => usersOf(byScan, one).length > 0 || isOnlyUpdates(one));
  const reported = record ?? (way === null ? null : first);
  const isUnused = way === null && (reported === null || records.some((one) => one.destinations.length > 0));
  if (reported === null || isUnused || isUnclear(machine, records, byScan)) return null;
  const all = updateFacts(reported);
  const certain = all.filter((variable) => variable.isCertain);
  const variables = certain.length > 0 ? certain : all;
  const users = [...new Set(records.flatMap((one) => usersOf(byScan, one)))];
  return {
    way: way ?? { kind: 'noFunction' },
    variables,
    functions: users.filter((user) => user.scans.has(reported)).map((user) => useOf(user, records)),
  };
}

// ---------------------------------------------------------------------------------------------------------------- ways

type Way = DroppedUpdates['way'];

/** The scan is made in a step whose results depend on it, and the step does not return its updates. */
function inNestedScan(machine: Machine, proven: readonly ScanRecord[]): Way | null {
  const nested = proven.find(({ outer, outputs }) => {
    if (outer === null) return false;
    const { resultOrigins } = outer.scan;
    return outputs?.length === 0 || proven.some((one) => resultOrigins.has(one));
  });
  if (nested?.outer == null || isForLogprobs(machine, nested)) return null;
  return { kind: 'nestedScan', outer: spanOf(nested.outer.scan.site.function) };
}

/** The function around the scan returns outputs and not the updates: nobody can pass them on any more. */
function inHelper(machine: Machine, proven: readonly ScanRecord[], byScan: Users): Way | null {
  const record = proven.find((one) => one.outputsReturned !== null && one.returnedBy.length === 0);
  const node = record?.outputsReturned?.activation.node;
  if (record?.outputsReturned == null || node?.kind !== 'FunctionDef') return null;
  if (isForLogprobs(machine, record)) return null;
  // Where all callers are seen, somebody has to use what is returned.
  const isUsed = proven.some((one) => usersOf(byScan, one).length > 0 || isOnlyUpdates(one));
  if (!isUsed && !hasUnseenCallers(machine, record.outputsReturned)) return null;
  const { span, activation } = record.outputsReturned;
  return { kind: 'helper', name: node.name.name, return: placeOf(span, activation.module) };
}

/** A function depends on both scans and gets the updates of the second, under the name that held those of the first. */
function overwritten(proven: readonly ScanRecord[], byScan: Users): Way | null {
  const record = proven.find((one) => {
    const next = one.overwrittenBy?.scan;
    if (next === undefined || !isProven(next)) return false;
    return usersOf(byScan, one).some((user) => user.passed.has(next));
  });
  if (record?.overwrittenBy == null) return null;
  const { name, scan } = record.overwrittenBy;
  return { kind: 'overwritten', name, by: spanOf(scan.site.function) };
}

/** A scan in a loop goes on from its own outputs, and only the updates of the last turn go anywhere. */
function inLoop(records: readonly ScanRecord[]): Way | null {
  const [record] = records;
  const loop = record?.loop ?? null;
  if (record === undefined || records.length > 1 || loop === null) return null;
  const { path } = record.scope.module;
  const isAfter = record.destinations.every(
    ({ kind, place }) => kind === 'function' && place.path === path && place.start >= loop.span.end,
  );
  return isAfter ? { kind: 'overwritten', name: loop.name, by: spanOf(record.site.function) } : null;
}

/** A function that a file of PyMC builds may go where its random updates need not be handed on. */
const isForLogprobs = (machine: Machine, record: ScanRecord): boolean =>
  variablesOf(record).every(isRandom) && looksIntoGraphs(machine, record);

const isRandom = ({
  record,
}: {
  readonly record: ReturnType<typeof variablesOf>[number]['record'];
}): boolean => record.origin === 'draw' || record.isGenerator;

// -------------------------------------------------------------------------------------------------------------- doubts

const isOnlyUpdates = (record: ScanRecord): boolean => record.outputs?.length === 0;

export const usersOf = (users: Users, record: ScanRecord): readonly CompiledRecord[] =>
  (users.get(record) ?? []).filter((compiled) => compiled.scans.has(record));

/** A function may update the variables itself, or a name that holds the updates stands where nothing was followed. */
function isUnclear(machine: Machine, records: readonly ScanRecord[], byScan: Users): boolean {
  const users = [...new Set(records.flatMap((one) => usersOf(byScan, one)))];
  // Without outputs nothing ties the scan to a function: every one of the file may be the one that is meant.
  const asked = users.length > 0 || !records.some(isOnlyUpdates) ? users : machine.compiled;
  // The state of a stream's draw has no name: nobody but the scan's own updates can hold it.
  const entries = records.flatMap((one) => variablesOf(one)).filter(({ origin }) => origin !== 'draw');
  if (entries.some(movesByItself)) return true;
  const updated = [...new Set(entries.map(({ record }) => record))];
  const passed = new Set(
    records.flatMap((one) => [...(byScan.get(one) ?? [])].filter((f) => f.passed.has(one))),
  );
  const isTouched = asked.some(
    (user) =>
      updated.length > 0 &&
      !passed.has(user) &&
      (!user.updatesAreKnown || updated.some((one) => user.updated.has(one))),
  );
  return isTouched || isNamedUnseen(machine, records);
}

/** A variable that the program has given a `default_update` beside: every function with it in its graph changes it. */
const movesByItself = ({ origin, record }: ReturnType<typeof variablesOf>[number]): boolean =>
  origin === 'entry' && record.hasDefaultUpdate;

/** True when a name that held the updates is exported, or stands somewhere in its scope that was never followed. */
function isNamedUnseen(machine: Machine, records: readonly ScanRecord[]): boolean {
  return records.some((record) =>
    [...record.names].some(([name, scopes]) =>
      [...scopes].some(
        ({ node, module, variety }) =>
          unseenNames(module)
            .get(name)
            ?.some((offset) => node.start <= offset && offset < node.end) ||
          (variety === 'module' && isReadOutside(machine, name)),
      ),
    ),
  );
}

const unseen = new WeakMap<ModuleRecord, ReadonlyMap<string, readonly number[]>>();

/** Where names stand that nothing has followed. Asked when everything has been, once for all scans of a file. */
function unseenNames(module: ModuleRecord): ReadonlyMap<string, readonly number[]> {
  const known = unseen.get(module);
  if (known !== undefined) return known;
  const found = new Map<string, number[]>();
  walk(module.file.module, (node) => {
    if (node.kind !== 'Name' || module.visited[node.start] === 1) return;
    const places = found.get(node.name);
    if (places === undefined) found.set(node.name, [node.start]);
    else places.push(node.start);
  });
  unseen.set(module, found);
  return found;
}

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

export const useOf = (compiled: CompiledRecord, records: readonly ScanRecord[]): FunctionUse => ({
  span: spanOf(compiled.site),
  form: compiled.form,
  callee: spanOf(compiled.site.function),
  getsUpdates: records.some((record) => compiled.passed.has(record)),
  hasUpdates: compiled.updated.size > 0,
  path: compiled.module.path,
});

/** The variables by which people know what is lost. */
export const namesOf = (variables: readonly UpdateFact[]): readonly string[] =>
  variables.map(({ name }) => name);
