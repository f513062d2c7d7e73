/** lost-in-nested-scan: a scan in the step of another scan makes updates that the outer step does not return. */
import { t } from '../../base/l10n.ts';
import { consequenceOf, droppedPlaces, returnBoth } from './droppedWords.ts';
import { related, sentences } from './phrases.ts';
import type { DroppedRule } from './rule.ts';

export const lostInNestedScan: DroppedRule<'nestedScan'> = {
  level: 'warning',
  summary: 'A step does not return the updates of the scan inside it, so the outer scan has none.',
  report(subject, { outer }) {
    return {
      span: subject.callee,
      message: sentences(
        t(
          '{0}: {1}',
          consequenceOf(subject, 'outerStep'),
          t('the step around this {0} does not return its updates.', subject.kind),
        ),
        t('Return them after the outputs: {0}.', returnBoth(subject)),
      ),
      related: [related(outer, t('This is the outer scan.')), ...droppedPlaces(subject)],
    };
  },
};
