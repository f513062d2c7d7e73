/** late-binding-step: a step made in a loop reads a name that the loop has changed before scan calls it. */
import { quoted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const lateBindingStep: MistakeRule<'late-binding-step'> = {
  level: 'warning',
  summary: 'A step made in a loop reads the loop variable after the loop: all steps get its last value.',
  report: ({ span, name }) => ({
    span,
    message:
      `Every step made in this loop gets the last ${quoted(name)}: Python looks the name up when scan calls the step. ` +
      `Bind it now with a default: \`${name}=${name}\`.`,
    related: [],
  }),
};
