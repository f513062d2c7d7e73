/** What the detectors of a scan look at. */
import type { Span } from '../../base/span.ts';
import type { NamedArgument, StepArguments } from '../scanArguments.ts';
import type { StepResult } from '../stepResult.ts';
import type { ScanRecord, Value } from '../values.ts';
import { spanOf } from './observing.ts';

/** One call of scan, after its step has been followed. */
export interface ScanInput {
  readonly record: ScanRecord;
  readonly named: ReadonlyMap<string, NamedArgument>;
  /** There may be more arguments than `named`. */
  readonly isOpen: boolean;
  readonly fn: Value;
  readonly layout: StepArguments;
  /** What the step returned. */
  readonly returned: Value;
  readonly result: StepResult;
}

/** What to underline for an argument of scan: the argument, or what is called where it is not written. */
export const argumentSpan = ({ named, record }: ScanInput, name: string): Span =>
  spanOf(named.get(name)?.source ?? record.site.function);

/** With the literal 1 for `n_steps` no scan is made: little is checked, and random states move by themselves. */
export function isOneStep({ named }: ScanInput): boolean {
  const count = named.get('n_steps')?.value;
  return count?.kind === 'number' && (count.value === 1 || count.value === -1);
}
