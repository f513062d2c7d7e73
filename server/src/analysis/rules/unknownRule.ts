/** unknown-rule: a comment that turns rules off names one that does not exist, so it does nothing. */
import { t } from '../../base/l10n.ts';
import type { Level, Report } from './findings.ts';
import { quoted } from './phrases.ts';
import type { RuleMention } from './suppressions.ts';

export const unknownRule = {
  level: 'warning' as Level,
  summary: 'A comment names a rule that does not exist, so nothing is turned off by it.',
  report: ({ id, span }: RuleMention): Report => ({
    span,
    message: t('There is no rule {0}, so this turns nothing off.', quoted(id)),
    related: [],
  }),
};
