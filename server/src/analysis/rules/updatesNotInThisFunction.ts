/** updates-not-in-this-function: a function uses a scan without its updates, which another function gets. */
import { has } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { listOfNames, related, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const updatesNotInThisFunction: MistakeRule<'updates-not-in-this-function'> = {
  level: 'information',
  summary: 'A function uses a scan without its updates, while another function receives them.',
  report(mistake) {
    const { span, scan, receiver, isRandom } = mistake;
    const choice = isRandom ? 'Pass them here too if that is not meant.' : 'Fine if this one only looks.';
    return {
      span,
      message: `${consequence(mistake)}: another function receives the updates of the scan. ${choice}`,
      related: [...relatedScan(scan), related(receiver, 'This function receives the updates.')],
    };
  },
};

function consequence({ version, names, isRandom }: MistakeOf<'updates-not-in-this-function'>): string {
  const variables = listOfNames(names);
  if (!isRandom) return `Calls of this function do not change ${variables}`;
  return has(version, 'updatesOfStepOnly')
    ? `Calls of this function repeat the draws of ${variables}`
    : `Each call of this function re-uses all but one of the previous draws of ${variables}`;
}
