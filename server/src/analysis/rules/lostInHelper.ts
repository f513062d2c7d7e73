/** lost-in-helper: the function around a scan returns its outputs and keeps the updates to itself. */
import { consequenceOf, droppedPlaces, returnBoth } from './droppedWords.ts';
import { related } from './phrases.ts';
import type { DroppedRule } from './rule.ts';

export const lostInHelper: DroppedRule<'helper'> = {
  level: 'warning',
  summary: 'A helper returns the outputs of a scan without its updates, so no caller can pass them.',
  report(subject, { name, return: place }) {
    return {
      span: subject.callee,
      message:
        `${consequenceOf(subject)}: \`${name}\` returns outputs of this ${subject.kind} without its updates. ` +
        `Return both, ${returnBoth(subject)}, and pass the updates to the function.`,
      related: [related(place, 'The updates are lost here.'), ...droppedPlaces(subject)],
    };
  },
};
