/** one-step-scan-ignores: what scan passes over when `n_steps` is the literal 1. */
import { t } from '../../base/l10n.ts';
import type { MistakeRule } from './rule.ts';

export const oneStepScanIgnores: MistakeRule<'one-step-scan-ignores'> = {
  level: 'warning',
  summary: 'With the literal n_steps=1 scan passes over go_backwards and until.',
  report: ({ span, what }) => ({
    span,
    message:
      what === 'until'
        ? t('With the literal `n_steps=1` scan does not loop and passes over `until`. Leave it out.')
        : t(
            'With the literal `n_steps=1` scan does not loop and passes over `go_backwards`: the step gets the first element, not the last. Reverse the sequence yourself: `x[::-1]`.',
          ),
    related: [],
  }),
};
