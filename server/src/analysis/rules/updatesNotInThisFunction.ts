/** updates-not-in-this-function: a function uses a scan without its updates, which another function gets. */
import { t } from '../../base/l10n.ts';
import { has } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { listOfNames, related, relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const updatesNotInThisFunction: MistakeRule<'updates-not-in-this-function'> = {
  level: 'information',
  summary: 'A function uses a scan without its updates, while another function receives them.',
  report(mistake) {
    const { span, scan, receiver, isRandom } = mistake;
    const choice = isRandom
      ? t('Pass them here too if that is not meant.')
      : t('Fine if this one only looks.');
    return {
      span,
      message: sentences(
        t('{0}: {1}', consequence(mistake), t('another function receives the updates of the scan.')),
        choice,
      ),
      related: [...relatedScan(scan), related(receiver, t('This function receives the updates.'))],
    };
  },
};

function consequence({ version, names, isRandom }: MistakeOf<'updates-not-in-this-function'>): string {
  const variables = listOfNames(names);
  if (!isRandom) return t('Calls of this function do not change {0}', variables);
  return has(version, 'updatesOfStepOnly')
    ? t('Calls of this function repeat the draws of {0}', variables)
    : t('Each call of this function re-uses all but one of the previous draws of {0}', variables);
}
