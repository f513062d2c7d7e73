/** state-dtype: the initial value of a state has another dtype than what the step returns for it. */
import { t } from '../../base/l10n.ts';
import { followsFloatX, inForce } from './floatXWords.ts';
import { capitalized, dtypeExpression, related, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const stateDtype: MistakeRule<'state-dtype'> = {
  level: 'error',
  summary: 'The initial value of a state has another dtype than what the step returns for it.',
  report({ span, version, state, under, initial }, context) {
    const force = inForce(under, context);
    if (force === null) return null;
    const { found, level, condition } = force;
    const isFloatX = followsFloatX(under, ({ result }) => result);
    const dtype = dtypeExpression(version.library, found.result, { followsFloatX: isFloatX });
    return {
      span,
      message: sentences(
        capitalized(
          t(
            '{0}state {1} begins as {2} and the step returns {3}: scan converts neither and raises ValueError.',
            condition,
            state + 1,
            found.initial,
            found.result,
          ),
        ),
        t('Begin with that dtype, for example `np.asarray(0, dtype={0})`, or cast the result.', dtype),
      ),
      related: initial === null ? [] : [related(initial, t('The initial value: {0}.', found.initial))],
      level,
    };
  },
};
