/** Catalogue number 34: a function uses a scan without its updates while another function receives them. Information. */
import { groupBy } from '../../base/grouping.ts';
import { usersByScan } from '../dropped.ts';
import type { Machine } from '../machine.ts';
import { isProven, updateFacts, variablesOf } from '../updatesProof.ts';
import type { CompiledRecord, ScanRecord } from '../values.ts';
import { spanOf } from './observing.ts';

/** At the end. */
export function tellFunctionsWithout(machine: Machine, records: readonly ScanRecord[]): void {
  const users = usersByScan(machine.compiled);
  const bySite = groupBy(machine.compiled, ({ site }) => site);
  for (const record of records) {
    const all = users.get(record) ?? [];
    const receiver = all.find((one) => one.passed.has(record) && one.module === machine.main);
    if (receiver === undefined || !isProven(record)) continue;
    for (const site of new Set(all.map((one) => one.site))) {
      const atSite = bySite.get(site) ?? [];
      const [user] = atSite;
      if (user?.module === machine.main && atSite.every((one) => lacks(one, record)))
        tellLack(machine, record, user, receiver);
    }
  }
}

/** It surely gets none of the updates: not from the scan and not by itself. */
function lacks(user: CompiledRecord, record: ScanRecord): boolean {
  const { scans, passed, updated, updatesAreKnown, form } = user;
  if (form !== 'function' || !scans.has(record) || passed.has(record) || !updatesAreKnown) return false;
  return !variablesOf(record).some(({ record: variable }) => updated.has(variable));
}

function tellLack(
  machine: Machine,
  record: ScanRecord,
  user: CompiledRecord,
  receiver: CompiledRecord,
): void {
  const updates = updateFacts(record).filter(({ isCertain }) => isCertain);
  if (updates.length === 0) return;
  const span = spanOf(user.site.function);
  machine.observations.note('updates-not-in-this-function', span, {
    kind: 'updates-not-in-this-function',
    span,
    scan: spanOf(record.site),
    receiver: spanOf(receiver.site),
    names: [...new Set(updates.map(({ name }) => name))],
    isRandom: updates.every(({ isRandom }) => isRandom),
    version: record.version,
  });
}
