/**
 * Section 1.13 of the facts: a generator that a scan carries in `outputs_info`, of which the last state goes nowhere:
 * every call of the function draws the same numbers.
 */
import { groupBy } from '../../base/grouping.ts';
import { looksIntoGraphs } from '../logprobFiles.ts';
import type { Machine } from '../machine.ts';
import type { CompiledRecord, FinalGenerator, ScanRecord } from '../values.ts';
import { spanOf } from './observing.ts';

/** At the end. */
export function tellFinalGenerators(machine: Machine, records: readonly ScanRecord[]): void {
  for (const atSite of groupBy(records, ({ site }) => site).values()) {
    const [first] = atSite;
    const final = first?.finals.find((one) => one !== undefined && isForgotten(machine, one));
    if (first === undefined || final === undefined || looksIntoGraphs(machine, first)) continue;
    const index = first.finals.indexOf(final);
    if (!atSite.every(({ finals }) => finals[index] !== undefined && isForgotten(machine, finals[index])))
      continue;
    const span = spanOf(first.site.function);
    machine.observations.note('forgotten-final-rng', span, {
      kind: 'forgotten-final-rng',
      span,
      generator: final.root.name || 'the generator',
      finalName: final.name,
      functions: usersOf(machine, first).map(({ site }) => spanOf(site)),
      version: first.version,
    });
  }
}

function isForgotten(machine: Machine, { isRead, scan, root }: FinalGenerator): boolean {
  const users = usersOf(machine, scan);
  if (isRead || users.length === 0) return false;
  return users.every(
    ({ updated, updatesAreKnown, form, module }) =>
      form === 'function' && updatesAreKnown && !updated.has(root) && module === machine.main,
  );
}

const usersOf = (machine: Machine, scan: ScanRecord): readonly CompiledRecord[] =>
  machine.compiled.filter(({ scans }) => scans.has(scan));
