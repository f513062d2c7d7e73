/** no-number-of-steps: neither a sequence nor `n_steps` says how often the step runs. */
import { t } from '../../base/l10n.ts';
import { scanRaises, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const noNumberOfSteps: MistakeRule<'no-number-of-steps'> = {
  level: 'error',
  summary: 'Neither a sequence nor n_steps says how many steps there are.',
  report: ({ span, hasUntil }) => ({
    span,
    message: sentences(
      scanRaises('ValueError', 'No information about the number of steps provided'),
      hasUntil
        ? t('`until` can only end it early: pass the largest number of steps as `n_steps`.')
        : t('Pass `n_steps` or a sequence.'),
    ),
    related: [],
  }),
};
