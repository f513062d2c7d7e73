/** The shape of the operands of an elementwise op together, for every backend that makes code for known shapes. */
import { t } from '../../base/l10n.ts';
import type { Apply } from '../../graph/variable.ts';
import type { Shape } from '../../tensor/shape.ts';
import { unsupported } from './unsupported.ts';

/** `shapes`: those of the inputs of `apply`. Where the library would refuse, or say something, the reference has the word. */
export function broadcastShape({ inputs }: Apply, shapes: readonly Shape[]): number[] {
  const { runtimeBroadcast } = inputs[0].context.dialect;
  return shapes[0].map((_, axis) => {
    const longest = shapes.map((shape) => shape[axis]).reduce((a, b) => (a === 1 ? b : a));
    shapes.forEach((shape, i) => {
      const repeats = shape[axis] === 1 && longest !== 1;
      const isSaid = inputs[i].type.shape[axis] === 1 || runtimeBroadcast === 'repeated';
      if ((shape[axis] !== longest && !repeats) || (repeats && !isSaid))
        throw unsupported(t('operands whose shapes do not fit'));
    });
    return longest;
  });
}
