/** One line for an update that was dropped: `a stays 1 · dropped: would be 11`. */
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
  if (isRandomState) return 'stays · dropped: would advance';
  if (String(before.shape) !== String(would.shape))
    return `stays ${dimensions(before)} · dropped: would be ${dimensions(would)}`;
  if (isShownWhole(would))
    return `stays ${shortArray(before, valueRoom)} · dropped: would be ${shortArray(would, valueRoom)}`;
  const { changedCount, size } = compareValues(before, would);
  return `(${dimensions(would)}) stays · dropped: ${changedCount} of ${would.size} would change${size}`;
}
