/** What the updates of a scan are, once everything has been followed: proven, surely none, or not known. */
import type { Identifier, Tuple } from '../python/syntax.ts';
import type { UpdateFact, UpdatesFact } from './facts.ts';
import type { Machine } from './machine.ts';
import type { Place } from './terms.ts';
import type { DrawRecord, ModuleRecord, ScanRecord, SharedRecord, UpdatedVariable } from './values.ts';

/** NONEMPTY: on every way through the step there is at least one update of a shared variable. */
export function isProven(record: ScanRecord, depth = 0): boolean {
  const { updates } = record;
  if (updates.status !== 'proven' || depth > 20) return false;
  // What moves by itself does so whatever happens to the dict that the step returns.
  if (updates.variables.some(({ origin, isCertain }) => isCertain && origin !== 'entry')) return true;
  if (updates.objects.some((object) => object.isDamaged)) return false;
  if (updates.isNonempty) return true;
  return updates.variables.length === 0 && updates.inner.some((inner) => isProven(inner, depth + 1));
}

/** All variables that the step may update, with those of inner scans that it returns. */
export function variablesOf(record: ScanRecord, depth = 0): readonly UpdatedVariable[] {
  const { updates } = record;
  if (updates.status !== 'proven' || depth > 20) return [];
  return [...updates.variables, ...updates.inner.flatMap((inner) => variablesOf(inner, depth + 1))];
}

/** The fact about the updates of one record. */
export function updatesFact(machine: Machine, record: ScanRecord): UpdatesFact {
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

/** One fact per variable. */
export function updateFacts(scan: ScanRecord): readonly UpdateFact[] {
  const facts: UpdateFact[] = [];
  const seen = new Set<SharedRecord | DrawRecord>();
  const parameters = new Set(scan.stepNode?.parameters.items.map(({ target }) => nameOf(target)));
  for (const variable of variablesOf(scan)) {
    const { record, name, module, start, end, isCertain } = variable;
    if (seen.has(record)) continue;
    seen.add(record);
    // Inside the step a non-sequence has the name of a parameter; outside, people know it by its own.
    const known = parameters.has(name) && record.name !== '' ? record.name : name;
    facts.push({
      name: known || record.name || 'the shared variable',
      origin: variable.origin,
      isRandom: record.origin === 'draw' || record.isGenerator,
      entry: { start, end, path: module.path },
      definition: placeOf(record.site, record.module),
      isCertain,
      dependsOnStep: record.origin === 'draw' && record.dependsOnStep,
    });
  }
  return facts;
}

const nameOf = (target: Identifier | Tuple): string | null =>
  target.kind === 'Identifier' ? target.name : null;

/** The place of a node of `module`. */
export const placeOf = (
  { start, end }: { readonly start: number; readonly end: number },
  module: ModuleRecord,
): Place => ({ start, end, path: module.path });
