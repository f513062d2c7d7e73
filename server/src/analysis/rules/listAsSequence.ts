/** list-as-sequence: a Python list of numbers, or an array that can not be cut, as a sequence. */
import { t } from '../../base/l10n.ts';
import { quoted, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const listAsSequence: MistakeRule<'list-as-sequence'> = {
  level: 'error',
  summary: 'A list of numbers, or an array that scan has to cut, is given as a sequence.',
  report({ span, version, text, isArray }) {
    const constant = `${version.library}.tensor.constant(...)`;
    const message = isArray
      ? sentences(
          t(
            'With `n_steps` or several sequences scan cuts {0} to a length that is a variable, which arrays of NumPy refuse with a TypeError.',
            quoted(text),
          ),
          t('Make a constant of it: `{0}`.', constant),
        )
      : sentences(
          t('Scan takes each number in {0} for a sequence of its own and raises TypeError.', quoted(text)),
          t('Make a constant of the list: `{0}`.', constant),
        );
    return { span, message, related: [] };
  },
};
