/** Products with logarithms that are 0 where their first factor is, as SciPy has them: NaN stays NaN, which Theano's own do not do. */
import * as libm from '../../../tensor/libm.ts';

export const xlogy = (x: number, y: number): number => (x === 0 && !Number.isNaN(y) ? 0 : x * libm.log(y));
export const xlog1py = (x: number, y: number): number =>
  x === 0 && !Number.isNaN(y) ? 0 : x * libm.log1p(y);
