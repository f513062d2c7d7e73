/**
 * `return_updates` of PyTensor 2.36 and later: catalogue numbers 13, 14 and 15. What depends on the updates is told at
 * the end, when all ways to a scan are known.
 */
import { groupBy } from '../../base/grouping.ts';
import type { Assign, Expression } from '../../python/syntax.ts';
import { has } from '../libraryVersions.ts';
import type { Machine } from '../machine.ts';
import type { Mistake } from '../mistakes.ts';
import { exactElements } from '../objects.ts';
import { isProven, updateFacts, variablesOf } from '../updatesProof.ts';
import type { ScanRecord, Value } from '../values.ts';
import { spanOf, tell } from './observing.ts';
import { isOneStep, type ScanInput } from './scanInput.ts';

const namesUpdates = /^_*(?:upd|updates?|[a-z]+_upd(?:s|ates?)?)$|^_*upd/i;

/** `out, updates = scan(…, return_updates=False)`. */
export function observeUnpacking(machine: Machine, node: Assign, value: Value): void {
  const [target] = node.targets;
  const record = machine.outputs.get(value);
  if (record === undefined || record.site !== node.value || !record.returnsOnlyOutputs) return;
  if (record.kind === 'filter' || (target?.kind !== 'Tuple' && target?.kind !== 'List')) return;
  const [first, second, ...rest] = target.elements;
  if (first === undefined || second === undefined || rest.length > 0) return;
  const outputs = outputCount(machine, value);
  if (outputs === null || first.kind === 'Starred' || second.kind === 'Starred') return;
  const span = spanOf(second);
  const isMeant =
    outputs === 2 && isOutput(first) && !(second.kind === 'Name' && namesUpdates.test(second.name));
  if (isMeant || isUnpackable(record)) machine.observe('unpacked-without-updates', span, 'fine');
  else {
    const scan = spanOf(record.site);
    tell(machine, record.library, { kind: 'unpacked-without-updates', span, outputs, scan });
  }
}

const isOutput = (target: Expression): boolean => target.kind !== 'Tuple' && target.kind !== 'List';

/** The library may know that an output has two rows. */
const isUnpackable = ({ site }: ScanRecord): boolean =>
  site.keywords.some(
    ({ name, value }) => name?.name === 'n_steps' && value.kind === 'Number' && value.text === '2',
  );

function outputCount(machine: Machine, value: Value): number | null {
  if (value.kind === 'symbolic') return value.isOpaque ? null : 1;
  return exactElements(machine, value)?.length ?? null;
}

// ---------------------------------------------------------------------------------------------------------- at the end

interface Form {
  readonly isOneStep: boolean;
  /** `return_updates` is absent or true. */
  readonly returnsPair: boolean;
}

const forms = new WeakMap<ScanRecord, Form>();

export function noteReturnForm(call: ScanInput): void {
  const { record, named, isOpen } = call;
  const given = named.get('return_updates')?.value;
  const isOn = given === undefined ? !isOpen : given.kind === 'number' && given.value === 1;
  forms.set(record, { isOneStep: isOneStep(call), returnsPair: isOn });
}

const warns: ReadonlySet<ScanRecord['kind']> = new Set(['scan', 'map', 'reduce', 'foldl', 'foldr']);

/** Scans of the analysed file by their places. */
export function tellReturnUpdates(machine: Machine, records: readonly ScanRecord[]): void {
  for (const atSite of groupBy(records, ({ site }) => site).values()) {
    const [first] = atSite;
    if (first === undefined || !has(first.version, 'returnUpdates') || !warns.has(first.kind)) continue;
    if (atSite.every((one) => forms.get(one)?.returnsPair === true)) note(machine, deprecated(first, atSite));
    else if (atSite.every(isRefused)) note(machine, withUpdates(first));
  }
}

const note = (machine: Machine, mistake: Mistake): void =>
  machine.observations.note(mistake.kind, mistake.span, mistake);

function deprecated({ site, version }: ScanRecord, atSite: readonly ScanRecord[]): Mistake {
  const span = spanOf(site.function);
  const isEmpty = atSite.every(({ updates }) => updates.status === 'none');
  return { kind: 'return-updates-deprecated', span, isEmpty, scan: spanOf(site), version };
}

/** For one step scan makes no loop and leaves random states to the function; what the step returns it refuses all the same. */
function isRefused(record: ScanRecord): boolean {
  const form = forms.get(record);
  if (form === undefined || !record.returnsOnlyOutputs || !isProven(record)) return false;
  return !form.isOneStep || variablesOf(record).some(({ origin }) => origin === 'entry');
}

function withUpdates(record: ScanRecord): Mistake {
  const updates = updateFacts(record).filter(({ isCertain }) => isCertain);
  return {
    kind: 'return-updates-false-with-updates',
    span: spanOf(record.site.function),
    names: [...new Set(updates.map(({ name }) => name))],
    isRandom: updates.every(({ isRandom }) => isRandom),
    version: record.version,
  };
}
