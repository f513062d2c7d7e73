/** strict-needs-list: `strict=True` with one variable in place of a list of non-sequences. */
import { t } from '../../base/l10n.ts';
import { related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const strictNeedsList: MistakeRule<'strict-needs-list'> = {
  level: 'error',
  summary: 'With strict=True, non_sequences must be a list even for one variable.',
  report: ({ span, argument }) => ({
    span,
    message: t(
      'With `strict=True` scan iterates over `non_sequences`, and a variable raises TypeError there. Put it into a list.',
    ),
    related: [related(argument, t('Write `[...]` around this.'))],
  }),
};
