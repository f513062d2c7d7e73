/** missing-input-in-updates: a variable that only the updates of a step use, and that is not passed to it. */
import { t } from '../../base/l10n.ts';
import { quoted, relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const missingInputInUpdates: MistakeRule<'missing-input-in-updates'> = {
  level: 'error',
  summary: 'A variable that only the updates of a step use is not passed to the step.',
  report: ({ span, name, scan }) => ({
    span,
    message: sentences(
      t(
        'Scan raises MissingInputError: only the updates use {0}, and there scan does not find it by itself.',
        quoted(name),
      ),
      t('Add it to `non_sequences` and to the parameters of the step.'),
    ),
    related: relatedScan(scan),
  }),
};
