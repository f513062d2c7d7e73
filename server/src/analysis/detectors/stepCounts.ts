/** Catalogue numbers 22 and 25: no number of steps, and what scan passes over when it makes one step only. */
import type { Machine } from '../machine.ts';
import { exactElements } from '../objects.ts';
import { optionsOf, type Value } from '../values.ts';
import { isTrue, spanOf, tell } from './observing.ts';
import type { ScanInput } from './scanInput.ts';
import { hasUnknownKeyword } from './scanKeywords.ts';

export function checkStepCount(machine: Machine, call: ScanInput): void {
  const { record, named, isOpen } = call;
  if (record.kind !== 'scan' || isOpen || hasUnknownKeyword(record)) return;
  const span = spanOf(record.site.function);
  const steps = named.get('n_steps')?.value;
  const sequences = sequenceCount(machine, named.get('sequences')?.value);
  if (sequences === 0 && (steps === undefined || steps.kind === 'none')) {
    const hasUntil = returnsUntil(machine, call.returned);
    tell(machine, record.library, { kind: 'no-number-of-steps', span, hasUntil });
  } else machine.observe('no-number-of-steps', span, 'fine');
  checkOneStep(machine, call, sequences);
}

/** Null where it is not known. */
function sequenceCount(machine: Machine, value: Value | undefined): number | null {
  if (value === undefined || value.kind === 'none') return 0;
  return exactElements(machine, value)?.length ?? null;
}

/** Only the literal 1 is meant to stay: a name may hold another number tomorrow. */
function checkOneStep(
  machine: Machine,
  { record, named, returned }: ScanInput,
  sequences: number | null,
): void {
  const source = named.get('n_steps')?.source;
  if (source?.kind !== 'Number' || source.text !== '1') return;
  const backwards = named.get('go_backwards');
  if (isTrue(backwards?.value) && sequences !== 0) {
    const span = spanOf(backwards?.source ?? record.site.function);
    tell(machine, record.library, { kind: 'one-step-scan-ignores', span, what: 'go_backwards' });
  }
  if (returnsUntil(machine, returned))
    tell(machine, record.library, { kind: 'one-step-scan-ignores', span: spanOf(source), what: 'until' });
}

const returnsUntil = (machine: Machine, returned: Value): boolean =>
  optionsOf(returned).every((option) =>
    (exactElements(machine, option) ?? [option]).some(({ kind }) => kind === 'until'),
  );
