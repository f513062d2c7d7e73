/** list-as-sequence: a Python list of numbers as a sequence. */
import { t } from '../../base/l10n.ts';
import { quoted, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const listAsSequence: MistakeRule<'list-as-sequence'> = {
  level: 'error',
  summary: 'A Python list of numbers is given as a sequence: scan takes each number for a sequence.',
  report: ({ span, version, text }) => ({
    span,
    message: sentences(
      t('Scan takes each number in {0} for a sequence of its own and raises TypeError.', quoted(text)),
      t('Make a constant of the list: `{0}`.', `${version.library}.tensor.constant(...)`),
    ),
    related: [],
  }),
};
