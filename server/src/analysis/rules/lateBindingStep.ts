/** late-binding-step: a step made in a loop reads a name that the loop has changed before scan calls it. */
import { t } from '../../base/l10n.ts';
import { quoted, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const lateBindingStep: MistakeRule<'late-binding-step'> = {
  level: 'warning',
  summary: 'A step made in a loop reads the loop variable after the loop: all steps get its last value.',
  report: ({ span, name }) => ({
    span,
    message: sentences(
      t(
        'Every step made in this loop gets the last {0}: Python looks the name up when scan calls the step.',
        quoted(name),
      ),
      t('Bind it now with a default: `{0}={1}`.', name, name),
    ),
    related: [],
  }),
};
