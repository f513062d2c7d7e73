/** Which values can be drawn. Pure. */
import type { ValueData } from '../../../protocol/src/values.ts';

/** Numbers along at least one axis. */
export const isDrawable = ({ dtype, shape, isRandomState }: ValueData): boolean =>
  !isRandomState && shape.some((length) => length > 1) && /^(?:bool|u?int|float|complex)/.test(dtype);
