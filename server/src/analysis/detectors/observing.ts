/** How detectors tell what they have found, and where they may. */
import type { Span } from '../../base/span.ts';
import type { Expression } from '../../python/syntax.ts';
import type { Machine } from '../machine.ts';
import type { Mistake, MistakeNote } from '../mistakes.ts';
import type { Library } from '../terms.ts';
import type { StepContext, Value } from '../values.ts';

/** Notes a mistake that this way through the program makes. */
export function tell(machine: Machine, library: Library, note: MistakeNote): void {
  machine.observe(note.kind, note.span, { ...note, version: machine.versionOf(library) } as Mistake);
}

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** True for the literal `True`. */
export const isTrue = (value: Value | undefined): boolean =>
  value?.kind === 'number' && value.value !== null && value.value !== 0;

/** The step that is being followed, when it and its scan stand in the analysed file; else nothing can be told there. */
export function ownStep(machine: Machine): StepContext | null {
  const { step } = machine;
  if (step === null || machine.activation.module !== machine.main) return null;
  return step.scan.scope.module === machine.main ? step : null;
}

/** The source of an expression of the analysed file. */
export const textOf = (machine: Machine, { start, end }: Span): string =>
  machine.file.text.slice(start, end).replace(/\s+/g, ' ');

/** The last name of what is called: `T.grad` is `grad`. */
export function calledName(node: Expression): string {
  if (node.kind === 'Attribute') return node.attribute.name;
  return node.kind === 'Name' ? node.name : '';
}
