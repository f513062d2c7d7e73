/**
 * Catalogue number 11: a symbolic input that only the updates of a step use. Scan looks for what its outputs depend on
 * (Theano 1.0.5, `scan.py` lines 819-833) and passes over what the updates need.
 */

import { walk } from '../../python/walk.ts';
import type { Machine } from '../machine.ts';
import { pairEntry } from '../mappings.ts';
import { exactElements } from '../objects.ts';
import { operandsOf } from '../scanArguments.ts';
import { isOpaque, originsOf } from '../tensorRules.ts';
import type { DictEntry, InputRecord, Origin, StepContext, Value } from '../values.ts';
import { spanOf, tell } from './observing.ts';
import { isOneStep, type ScanInput } from './scanInput.ts';

export function checkMissingInputs(machine: Machine, call: ScanInput): void {
  const { record, named, returned, result, isOpen, fn } = call;
  if (record.kind !== 'scan' || isOpen || isOneStep(call) || fn.kind !== 'function') return;
  const entries = entriesOf(machine, returned);
  const { outputs } = result;
  if (entries.length === 0 || outputs === null || outputs.some(isOpaque)) return;
  if (!entries.some((entry) => readsInput(entry, record.context))) return;
  if (
    fn.object.scope.module !== machine.main ||
    !knowsNonSequences(machine, named.get('non_sequences')?.value)
  )
    return;
  const found = new Set<Origin>([...originsOf(outputs), ...originsOf(operandsOf(machine, named))]);
  for (const entry of entries) {
    const missing = [...originsOf([entry.value])].filter(
      (origin): origin is InputRecord =>
        origin.origin === 'input' && !found.has(origin) && !isParameter(origin, record.context),
    );
    const name = missing.map(nameOf).find((one) => one !== '');
    if (name === undefined) continue;
    const scan = spanOf(record.site);
    tell(machine, record.library, { kind: 'missing-input-in-updates', span: spanOf(entry), name, scan });
  }
}

const readsInput = (entry: DictEntry, context: StepContext): boolean =>
  [...originsOf([entry.value])].some((one) => one.origin === 'input' && !isParameter(one, context));

function knowsNonSequences(machine: Machine, value: Value | undefined): boolean {
  if (value === undefined || value.kind === 'none') return true;
  const elements = exactElements(machine, value) ?? [value];
  return elements.every(({ kind }) => kind === 'shared' || kind === 'symbolic' || kind === 'number');
}

/** What stands for the arguments of a step is no input of the program. */
function isParameter(origin: InputRecord, context: StepContext): boolean {
  for (let step: StepContext | null = context; step !== null; step = step.outer)
    if (step.parameters === origin) return true;
  return false;
}

/** The entries of the updates that are returned; none where a condition may use the inputs as well. */
function entriesOf(machine: Machine, returned: Value): readonly DictEntry[] {
  const parts = exactElements(machine, returned) ?? [returned];
  if (parts.some(({ kind }) => kind === 'until' || kind === 'unknown')) return [];
  const alone = pairsIn(machine, returned);
  if (alone.length > 0) return alone.filter(isOwnUpdate);
  const last = parts.at(-1);
  if (parts.length > 2 || last === undefined) return [];
  if (last.kind !== 'container' || last.object.variety !== 'dict')
    return pairsIn(machine, last).filter(isOwnUpdate);
  const contents = last.object.isDamaged ? null : machine.contentsOf(last.object);
  return contents?.kind === 'dict' ? contents.entries.filter(isOwnUpdate) : [];
}

const isOwnUpdate = ({ key, value, isCertain }: DictEntry): boolean =>
  key?.kind === 'shared' && isCertain && value.kind === 'symbolic';

/** The entries of a list of pairs of which all begin with a shared variable; none of anything else. */
function pairsIn(machine: Machine, value: Value): readonly DictEntry[] {
  const pairs = exactElements(machine, value) ?? [];
  const entries = pairs.map((pair) => {
    const source =
      pair.kind === 'tuple' ? pair.source : pair.kind === 'container' ? pair.object.source : null;
    return source === null ? null : pairEntry(machine, pair, source);
  });
  const known = entries.filter((entry) => entry?.key?.kind === 'shared');
  return known.length === entries.length ? known.filter((entry) => entry !== null) : [];
}

/** The name that an input has in the program; '' where it has none. Asked only of what is told. */
function nameOf({ name, site, module }: InputRecord): string {
  if (name !== '') return name;
  let found = '';
  walk(module.file.module, (node) => {
    const [target] = node.kind === 'Assign' && node.value === site ? node.targets : [];
    if (target?.kind === 'Name') found = target.name;
  });
  return found;
}
