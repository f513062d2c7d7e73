/** return-updates-false-with-updates: `return_updates=False`, but the step makes updates. */
import { t } from '../../base/l10n.ts';
import { listOfNames, sentences, theirWords } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

const refusal = theirWords('ValueError ("return_updates=False but Scan produced updates")');

export const returnUpdatesFalseWithUpdates: MistakeRule<'return-updates-false-with-updates'> = {
  level: 'error',
  summary: 'A scan with return_updates=False has a step that makes updates, which PyTensor refuses.',
  report: ({ span, names, isRandom }) => ({
    span,
    message: sentences(
      isRandom
        ? t('PyTensor raises {0}: the step draws {1}.', refusal, listOfNames(names))
        : t('PyTensor raises {0}: the step updates {1}.', refusal, listOfNames(names)),
      isRandom
        ? t('Carry the generator in `outputs_info` and return the next one from the step.')
        : t('Carry the value in `outputs_info` in place of the shared variable.'),
    ),
    related: [],
  }),
};
