/** lost-in-helper: the function around a scan returns its outputs and keeps the updates to itself. */
import { t } from '../../base/l10n.ts';
import { consequenceOf, droppedPlaces, returnBoth } from './droppedWords.ts';
import { related, sentences } from './phrases.ts';
import type { DroppedRule } from './rule.ts';

export const lostInHelper: DroppedRule<'helper'> = {
  level: 'warning',
  summary: 'A helper returns the outputs of a scan without its updates, so no caller can pass them.',
  report(subject, { name, return: place }) {
    return {
      span: subject.callee,
      message: sentences(
        t(
          '{0}: {1}',
          consequenceOf(subject),
          t('`{0}` returns outputs of this {1} without its updates.', name, subject.kind),
        ),
        t('Return both, {0}, and pass the updates to the function.', returnBoth(subject)),
      ),
      related: [related(place, t('The updates are lost here.')), ...droppedPlaces(subject)],
    };
  },
};
