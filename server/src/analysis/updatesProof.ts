/** What the updates of a scan are, once everything has been followed: proven, surely none, or not known. */
import { t } from '../base/l10n.ts';
import type { Identifier, Tuple } from '../python/syntax.ts';
import type { UpdateFact, UpdatesFact } from './facts.ts';
import type { Machine } from './machine.ts';
import type { Place } from './terms.ts';
import type { DrawRecord, ModuleRecord, ScanRecord, SharedRecord, UpdatedVariable } from './values.ts';

/** NONEMPTY: on every way through the step there is at least one update of a shared variable. */
export const isProven = (record: ScanRecord): boolean => proves(record, new Set());

/** `seen`: scans can return the updates of the same scan more than once. */
function proves(record: ScanRecord, seen: Set<ScanRecord>): boolean {
  const { updates } = record;
  if (updates.status !== 'proven' || seen.has(record) || seen.size > mostInner) return false;
  seen.add(record);
  // What moves by itself does so whatever happens to the dict that the step returns.
  if (updates.variables.some(({ origin, isCertain }) => isCertain && origin !== 'entry')) return true;
  if (updates.objects.some((object) => object.isDamaged)) return false;
  if (updates.isNonempty) return true;
  return updates.variables.length === 0 && updates.inner.some((inner) => proves(inner, seen));
}

/** Steps in steps are followed 24 deep; this is for scans that one step makes. */
const mostInner = 200;

/** All variables that the step may update, with those of inner scans that it returns. */
export function variablesOf(record: ScanRecord): readonly UpdatedVariable[] {
  const { updates } = record;
  if (updates.status !== 'proven') return [];
  if (updates.inner.length === 0) return updates.variables;
  return [...withInner(record)].flatMap((one) =>
    one.updates.status === 'proven' ? one.updates.variables : [],
  );
}

/** A scan and those whose updates it returns, each once, the outer ones first. */
function withInner(record: ScanRecord): ReadonlySet<ScanRecord> {
  const found = new Set([record]);
  // The set grows while it is read.
  for (const { updates } of found) {
    if (updates.status !== 'proven' || found.size > mostInner) continue;
    for (const inner of updates.inner) found.add(inner);
  }
  return found;
}

/** The fact about the updates of one record. */
export function updatesFact(machine: Machine, record: ScanRecord): UpdatesFact {
  const { updates } = record;
  if (!machine.isComplete)
    return { status: 'unknown', reason: t('the file is too large to be followed completely') };
  if (updates.status !== 'proven') return updates;
  if (!isProven(record)) {
    const isEmpty =
      updates.variables.length === 0 && updates.inner.every((inner) => inner.updates.status === 'none');
    return isEmpty
      ? { status: 'none' }
      : { status: 'unknown', reason: t('what the step returns may change') };
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
