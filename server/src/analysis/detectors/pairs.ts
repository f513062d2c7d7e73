/**
 * Catalogue number 26: `return (s, s + 1)` means two outputs. Where the program takes both, it may be meant so; where
 * it hands on the updates of the scan, which are none, it is not.
 */
import { groupBy } from '../../base/grouping.ts';
import type { Span } from '../../base/span.ts';
import type { Machine } from '../machine.ts';
import type { Mistake } from '../mistakes.ts';
import { exactElements } from '../objects.ts';
import type { ScanRecord, Value } from '../values.ts';
import { spanOf } from './observing.ts';
import type { ScanInput } from './scanInput.ts';
import { isTakenApart } from './takenApart.ts';

interface Pair {
  readonly name: string;
  readonly span: Span;
}

const pairs = new WeakMap<ScanRecord, Pair>();

/** Keeps the pair that a step returns, for the end. */
export function notePair(machine: Machine, { record, returned, layout, fn }: ScanInput): void {
  pairs.delete(record);
  if (layout.states === null || layout.states.length > 0) return;
  const isOwn = fn.kind === 'function' && fn.object.scope.module === machine.main;
  const span = sourceOf(returned);
  const [variable, value, ...rest] = exactElements(machine, returned) ?? [];
  if (!isOwn || span === null || rest.length > 0 || variable?.kind !== 'shared') return;
  if (variable.record.isOneOfMany) return;
  if (value?.kind !== 'symbolic' || !value.origins.has(variable.record)) return;
  pairs.set(record, { name: variable.record.name || 'the shared variable', span: spanOf(span) });
}

function sourceOf(value: Value): Span | null {
  if (value.kind === 'tuple') return value.source;
  return value.kind === 'container' ? value.object.source : null;
}

/** At the end: the updates of the scan are handed on, and its outputs are nowhere taken as two. */
export function tellPairs(machine: Machine, records: readonly ScanRecord[]): void {
  for (const atSite of groupBy(records, ({ site }) => site).values()) {
    const [record] = atSite;
    const pair = record === undefined ? undefined : pairs.get(record);
    if (record === undefined || pair === undefined) continue;
    const isMeant = atSite.every(
      (one) =>
        pairs.has(one) && !isTakenApart(one) && one.destinations.some(({ kind }) => kind === 'function'),
    );
    if (!isMeant) continue;
    const { span, name } = pair;
    const scan = spanOf(record.site);
    const mistake: Mistake = { kind: 'pair-is-two-outputs', span, name, scan, version: record.version };
    machine.observations.note('pair-is-two-outputs', span, mistake);
  }
}
