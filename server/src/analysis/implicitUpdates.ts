/**
 * Updates that a step does not return but makes: a draw of a stream moves its state, and a shared variable can have a
 * `default_update`. Which of them become updates of the scan: Theano 1.0.5, `scan.py` lines 898-927 (all that the inner
 * graph reaches); Aesara 2.6 and PyTensor, `collect_new_shareds` (those that were made while the step ran).
 */
import { t } from '../base/l10n.ts';
import { has } from './libraryVersions.ts';
import type { Mover, Movers } from './movers.ts';
import type { ScanRecord, StepUpdates, UpdatedVariable } from './values.ts';

/** The updates of a step together with those that it makes without returning them. */
export function withImplicitUpdates(
  record: ScanRecord,
  { updates, movers }: { readonly updates: StepUpdates; readonly movers: Movers },
): StepUpdates {
  const surely = movers.certain.filter((one) => moves(one, record));
  const perhaps = movers.possible.some((one) => moves(one, record));
  if (surely.length === 0) {
    if (!perhaps || updates.status !== 'none') return updates;
    return { status: 'unknown', reason: t('only some ways through the step draw random numbers') };
  }
  const known = updates.status === 'proven' ? updates : { variables: [], inner: [], objects: [] };
  const added = surely.filter((one) => !known.variables.some((variable) => variable.record === one));
  return {
    status: 'proven',
    isNonempty: true,
    variables: [...known.variables, ...added.map(asVariable)],
    inner: known.inner,
    objects: known.objects,
  };
}

function moves(one: Mover, { version, context }: ScanRecord): boolean {
  if (!one.hasDefaultUpdate) return false;
  if (!has(version, 'updatesOfStepOnly')) return true;
  return one.origin === 'draw' && one.step === context;
}

function asVariable(record: Mover): UpdatedVariable {
  const place = record.origin === 'draw' ? record.site.function : record.site;
  return {
    record,
    origin: record.origin === 'draw' ? 'draw' : 'default',
    module: record.module,
    name: record.name,
    start: place.start,
    end: place.end,
    isCertain: true,
  };
}
