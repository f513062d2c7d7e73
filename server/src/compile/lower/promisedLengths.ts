/** Lengths that the type of a result promises: checked when code is made, where shapes are known. */
import { t } from '../../base/l10n.ts';
import type { Shape } from '../../tensor/shape.ts';
import { unsupported } from './unsupported.ts';

/** Throws `Unsupported` where an axis is not as long as said; what is not a number is not said. */
export function checkPromisedLengths(shape: Shape, promised: readonly (number | null | undefined)[]): void {
  promised.forEach((length, axis) => {
    if (typeof length === 'number' && shape[axis] !== length)
      throw unsupported(t('a length that is not as said'));
  });
}
