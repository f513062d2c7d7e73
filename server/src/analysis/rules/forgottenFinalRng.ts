/** forgotten-final-rng: a generator is carried through a scan, and its last state goes nowhere. */
import { t } from '../../base/l10n.ts';
import { isUnwanted, quoted, related, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const forgottenFinalRng: MistakeRule<'forgotten-final-rng'> = {
  level: 'warning',
  summary: 'The last state of a generator that a scan carries reaches no function, so calls repeat draws.',
  report: ({ span, generator, finalName, functions }) => ({
    span,
    message: sentences(
      t('Every call returns the same draws: the last state of {0} reaches no function.', quoted(generator)),
      finalName === null || isUnwanted(finalName)
        ? t('Keep it and pass it: `updates={{0}: final_rng}`.', generator)
        : t('Pass it: `updates={{0}: {1}}`.', generator, finalName),
    ),
    related: functions.map((use) => related(use, t('This function uses the draws without the last state.'))),
  }),
};
