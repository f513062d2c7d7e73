/** One line for an update that was dropped: `a stays 1 · dropped: would be 11`. */
import { t } from '../../base/l10n.ts';
import { shortened } from '../../base/shortened.ts';
import type { SharedVariable } from '../../graph/variable.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { shortArray } from '../arrayText.ts';
import { compareValues, dimensions, isShownWhole } from '../stateChangeText.ts';
import { longestShort } from '../summary.ts';

const valueRoom = 30;

export function ghostText(
  name: string,
  { variable, before, would }: { variable: SharedVariable; before: NDArray; would: NDArray },
): string {
  return shortened(`${name} ${words(variable, before, would)}`, longestShort);
}

function words({ isRandomState }: SharedVariable, before: NDArray, would: NDArray): string {
  if (isRandomState) return t('stays · dropped: would advance');
  if (String(before.shape) !== String(would.shape))
    return t('stays {0} · dropped: would be {1}', dimensions(before), dimensions(would));
  if (isShownWhole(would))
    return t(
      'stays {0} · dropped: would be {1}',
      shortArray(before, valueRoom),
      shortArray(would, valueRoom),
    );
  const { changedCount, size } = compareValues(before, would);
  return t(
    '{0} stays · dropped: {1} of {2} would change{3}',
    `(${dimensions(would)})`,
    changedCount,
    would.size,
    size,
  );
}
