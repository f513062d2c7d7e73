/** lost-in-nested-scan: a scan in the step of another scan makes updates that the outer step does not return. */
import { consequenceOf, droppedPlaces, returnBoth } from './droppedWords.ts';
import { related } from './phrases.ts';
import type { DroppedRule } from './rule.ts';

export const lostInNestedScan: DroppedRule<'nestedScan'> = {
  level: 'warning',
  summary: 'A step does not return the updates of the scan inside it, so the outer scan has none.',
  report(subject, { outer }) {
    return {
      span: subject.callee,
      message:
        `${consequenceOf(subject, 'outerStep')}: the step around this ${subject.kind} does not return its updates. ` +
        `Return them after the outputs: ${returnBoth(subject)}.`,
      related: [related(outer, 'This is the outer scan.'), ...droppedPlaces(subject)],
    };
  },
};
