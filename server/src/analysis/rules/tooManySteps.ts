/** too-many-steps: `n_steps` is larger than a sequence is long. */
import { t } from '../../base/l10n.ts';
import { counted, quoted, sentences, theirWords } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const tooManySteps: MistakeRule<'too-many-steps'> = {
  level: 'error',
  summary: 'There are more steps in n_steps than elements in a sequence.',
  report({ span, version, steps, length, sequence }) {
    const said =
      version.library === 'theano'
        ? theirWords(' ("Sequence is shorter then the required number of steps")')
        : '';
    return {
      span,
      message: sentences(
        t(
          '{0} has {1} for {2}: the function raises ValueError when it is called{3}.',
          quoted(sequence),
          counted(length, 'elements'),
          counted(steps, 'steps'),
          said,
        ),
        t('Leave `n_steps` out, or pass at most {0}.', length),
      ),
      related: [],
    };
  },
};
