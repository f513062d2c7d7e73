/** overwritten-updates: a second scan takes the name that held the updates of the first before anything read it. */
import { has } from '../libraryVersions.ts';
import { consequenceOf, droppedPlaces } from './droppedWords.ts';
import { related } from './phrases.ts';
import type { DroppedRule, DroppedSubject, WayOf } from './rule.ts';

export const overwrittenUpdates: DroppedRule<'overwritten'> = {
  level: 'warning',
  summary: 'The name that holds the updates of a scan is bound again before anything reads it.',
  report(subject, way) {
    const { name, by } = way;
    return {
      span: subject.callee,
      message:
        `${consequenceOf(subject)}: \`${name}\` is bound again before anything reads the updates of this ` +
        `${subject.kind}. ${remedy(subject, way)}`,
      related: [related(by, `\`${name}\` is bound again here.`), ...droppedPlaces(subject)],
    };
  },
};

function remedy({ version, callee }: DroppedSubject, { name, by }: WayOf<'overwritten'>): string {
  // A scan in a loop takes the name from itself.
  if (by.start === callee.start) return `Collect them in the loop: \`all_updates.update(${name})\`.`;
  const both = has(version, 'plainUpdates') ? '{**first, **second}' : 'first + second';
  return `Use two names and pass both: \`updates=${both}\`.`;
}
