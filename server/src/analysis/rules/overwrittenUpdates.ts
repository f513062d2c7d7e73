/** overwritten-updates: a second scan takes the name that held the updates of the first before anything read it. */
import { t } from '../../base/l10n.ts';
import { has } from '../libraryVersions.ts';
import { consequenceOf, droppedPlaces } from './droppedWords.ts';
import { related, sentences } from './phrases.ts';
import type { DroppedRule, DroppedSubject, WayOf } from './rule.ts';

export const overwrittenUpdates: DroppedRule<'overwritten'> = {
  level: 'warning',
  summary: 'The name that holds the updates of a scan is bound again before anything reads it.',
  report(subject, way) {
    const { name, by } = way;
    return {
      span: subject.callee,
      message: sentences(
        t(
          '{0}: {1}',
          consequenceOf(subject),
          t('`{0}` is bound again before anything reads the updates of this {1}.', name, subject.kind),
        ),
        remedy(subject, way),
      ),
      related: [related(by, t('`{0}` is bound again here.', name)), ...droppedPlaces(subject)],
    };
  },
};

function remedy({ version, callee }: DroppedSubject, { name, by }: WayOf<'overwritten'>): string {
  // A scan in a loop takes the name from itself.
  if (by.start === callee.start) return t('Collect them in the loop: `all_updates.update({0})`.', name);
  const both = has(version, 'plainUpdates') ? '{**first, **second}' : 'first + second';
  return t('Use two names and pass both: `updates={0}`.', both);
}
