/** strict-missing: `strict=True`, and the step reads shared variables that are not passed to it. */
import { t } from '../../base/l10n.ts';
import { listOfNames, related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const strictMissing: MistakeRule<'strict-missing'> = {
  level: 'error',
  summary: 'With strict=True the step reads a shared variable that is not in non_sequences.',
  report({ span, names, nonSequences }) {
    return {
      span,
      message:
        names.length === 1
          ? t(
              "With `strict=True` scan raises MissingInputError: the step reads {0} without getting it. Add it to `non_sequences` and to the step's parameters.",
              listOfNames(names),
            )
          : t(
              "With `strict=True` scan raises MissingInputError: the step reads {0} without getting them. Add them to `non_sequences` and to the step's parameters.",
              listOfNames(names),
            ),
      related: nonSequences === null ? [] : [related(nonSequences, t('Add to these.'))],
    };
  },
};
