/**
 * Catalogue numbers 28 and 29: with `strict=True` every shared variable that the step reads and does not update has to be
 * in `non_sequences`, and that has to be a list (Theano 1.0.5, `scan.py`: `set(non_sequences)`).
 */
import { nodeAt } from '../../python/walk.ts';
import type { Machine } from '../machine.ts';
import { exactElements } from '../objects.ts';
import { variablesOf } from '../updatesProof.ts';
import type { DrawRecord, SharedRecord, Value } from '../values.ts';
import { isTrue, spanOf, tell, textOf } from './observing.ts';
import { argumentSpan, isOneStep, type ScanInput } from './scanInput.ts';

export function checkStrict(machine: Machine, call: ScanInput): void {
  const { record, named, isOpen } = call;
  if (record.kind !== 'scan' || isOpen || !isTrue(named.get('strict')?.value) || isOneStep(call)) return;
  const given = named.get('non_sequences');
  if (given !== undefined && isOneVariable(given.value)) {
    const argument = argumentSpan(call, 'non_sequences');
    tell(machine, record.library, { kind: 'strict-needs-list', span: argument, argument });
    return;
  }
  const listed = listedVariables(machine, given?.value);
  if (listed !== null) checkMissing(machine, call, listed);
}

const isOneVariable = (value: Value): boolean =>
  value.kind === 'shared' || (value.kind === 'symbolic' && !value.isOpaque);

/** The shared variables in `non_sequences`; null where there may be others. */
function listedVariables(machine: Machine, value: Value | undefined): ReadonlySet<SharedRecord> | null {
  if (value === undefined || value.kind === 'none') return new Set();
  const elements = exactElements(machine, value);
  const isKnown = ({ kind }: Value) =>
    kind === 'shared' || kind === 'symbolic' || kind === 'number' || kind === 'array';
  if (!elements?.every(isKnown)) return null;
  return new Set(elements.flatMap((one) => (one.kind === 'shared' ? [one.record] : [])));
}

function checkMissing(machine: Machine, call: ScanInput, listed: ReadonlySet<SharedRecord>): void {
  const { record, result, named } = call;
  const { updates, movers } = result;
  if (updates.status === 'unknown') return;
  const inner =
    updates.status === 'proven'
      ? [...updates.variables, ...updates.inner.flatMap((one) => variablesOf(one))]
      : [];
  const updated = new Set<SharedRecord | DrawRecord>(inner.map((variable) => variable.record));
  const missing = movers.certain.filter(
    (one): one is SharedRecord =>
      one.origin === 'shared' && !one.hasDefaultUpdate && !updated.has(one) && !listed.has(one),
  );
  const span = argumentSpan(call, 'non_sequences');
  if (missing.length === 0) {
    machine.observe('strict-missing', span, 'fine');
    return;
  }
  const source = named.get('non_sequences')?.source;
  tell(machine, record.library, {
    kind: 'strict-missing',
    span,
    names: missing.map((one) => attributeOf(machine, one) ?? (one.name || 'a shared variable')),
    nonSequences: source == null ? null : spanOf(source),
  });
}

/** `self.W`, where `self.W = shared(...)` makes it; null where it is made otherwise. */
function attributeOf(machine: Machine, { site, module }: SharedRecord): string | null {
  if (module !== machine.main) return null;
  const around = nodeAt(module.file.module, site.start);
  const made = around.findLast((node) => node.kind === 'Assign');
  const [target] = made?.kind === 'Assign' && made.value === site ? made.targets : [];
  return target?.kind === 'Attribute' ? textOf(machine, target) : null;
}
