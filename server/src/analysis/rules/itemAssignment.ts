/** item-assignment: an item of a symbolic variable is assigned. */
import { t } from '../../base/l10n.ts';
import { quoted, relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const itemAssignment: MistakeRule<'item-assignment'> = {
  level: 'error',
  summary: 'An item of a symbolic variable is assigned, which variables do not support.',
  report({ span, version, target, isIncrement, scan }) {
    const name = isIncrement ? 'inc_subtensor' : 'set_subtensor';
    return {
      span,
      message: sentences(
        t(
          '{0} can not be assigned: variables do not change in place, so this raises TypeError.',
          quoted(target),
        ),
        t('Make a new one with `{0}` and go on with that.', `${version.library}.tensor.${name}`),
      ),
      related: relatedScan(scan),
    };
  },
};
