/** update-dtype: the new value of a shared variable has another dtype than the variable. */
import { t } from '../../base/l10n.ts';
import { libraryNames } from '../libraryVersions.ts';
import { followsFloatX, inForce } from './floatXWords.ts';
import { dtypeExpression, quoted, related, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const updateDtype: MistakeRule<'update-dtype'> = {
  level: 'error',
  summary: 'The new value of a shared variable has another dtype than the variable.',
  report({ span, version, name, under, value }, context) {
    const force = inForce(under, context);
    if (force === null) return null;
    const { found, level, condition } = force;
    const isFloatX = followsFloatX(under, ({ variable }) => variable);
    const dtype = dtypeExpression(version.library, found.variable, { followsFloatX: isFloatX });
    return {
      span,
      message: sentences(
        condition +
          t(
            '{0} is {1} and its new value {2}: {3} converts neither and raises TypeError.',
            quoted(name),
            found.variable,
            found.value,
            libraryNames[version.library],
          ),
        t('Cast the new value: `.astype({0})`.', dtype),
      ),
      related: value === null ? [] : [related(value, t('The new value: {0}.', found.value))],
      level,
    };
  },
};
