/** What is said of changes of shared variables, in words and as data. */

import type { ChangeData } from '../../../../protocol/src/questions.ts';
import { t } from '../../base/l10n.ts';
import { shortened } from '../../base/shortened.ts';
import type { RecordedChange } from '../journal/records.ts';
import { describeChange } from '../stateChangeText.ts';
import { longestShort } from '../summary.ts';
import type { Evidence } from './evidence.ts';

export function changeData(change: RecordedChange, name: string, { journal }: Evidence): ChangeData {
  const { id, number, cause, place, functionName } = change;
  const isKept =
    change.values !== null &&
    journal.asRecorded(change.values.before) !== null &&
    journal.asRecorded(change.values.after) !== null;
  return { id, number, cause, place, functionName, short: changeText(change, name, { journal }), isKept };
}

/** `a: 1 → 11`. To compare large values takes a while, so what was found is kept. */
export function changeText(
  change: RecordedChange,
  name: string,
  { journal }: Pick<Evidence, 'journal'>,
): string {
  change.text ??= textOf(change, journal);
  return shortened(`${name}${change.text ?? `: ${t('changed')}`}`, longestShort);
}

function textOf({ variable, values, cause }: RecordedChange, journal: Evidence['journal']): string | null {
  if (variable.variable.isRandomState) return `: ${cause === 'call' ? t('state advanced') : t('state set')}`;
  if (values === null) return null;
  const before = journal.asRecorded(values.before);
  const after = journal.asRecorded(values.after);
  return before === null || after === null ? null : describeChange(before, after);
}
