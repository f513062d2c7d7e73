/** outputs-info-arity: `outputs_info` has another number of entries than the step has outputs. */
import { t } from '../../base/l10n.ts';
import { counted, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const outputsInfoArity: MistakeRule<'outputs-info-arity'> = {
  level: 'error',
  summary: 'The number of entries in outputs_info is not that of the outputs of the step.',
  report: ({ span, entries, outputs }) => ({
    span,
    message: sentences(
      t(
        '`outputs_info` has {0}, but the step returns {1}: scan raises ValueError.',
        counted(entries, 'entries'),
        counted(outputs, 'outputs'),
      ),
      entries < outputs
        ? t('Write `None` for each output that does not feed back.')
        : t('Write one entry per output, `None` where it does not feed back.'),
    ),
    related: [],
  }),
};
