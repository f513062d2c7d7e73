/** Special functions against recorded values, and laws that hold for any argument. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primitives } from '../../../server/src/tensor/primitives.ts';
import { erf, erfc } from '../../../server/src/tensor/special/errorFunctions.ts';
import { gamma, logGamma } from '../../../server/src/tensor/special/gammaFunctions.ts';
import { gammainc, gammaincc } from '../../../server/src/tensor/special/incompleteGamma.ts';
import { specialValues } from './recorded/specialValues.ts';

/** Ten thousand times the distance between neighbouring numbers is far from any wrong digit that prints. */
const tolerance = 2e-13;

describe('special functions', () => {
  it.each(specialValues)('%s(%j) is SciPy’s', (name, args, value) => {
    const computed = (primitives[name].float as (...args: number[]) => number)(...args);
    if (!Number.isFinite(value) || value === 0) expect(computed).toBe(value);
    else expect(Math.abs(computed - value) / Math.abs(value)).toBeLessThan(tolerance);
  });

  it('the two error functions add up to one', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(erf(x) + erfc(x)).toBeCloseTo(1, 14);
      }),
    );
  });

  it('the gamma function of the next number is the product', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), (x) => {
        expect(gamma(x + 1) / gamma(x) / x).toBeCloseTo(1, 12);
        expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 11);
      }),
    );
  });

  it('the two incomplete gamma functions add up to one', () => {
    const positive = fc.double({ min: 1e-3, max: 60, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, x) => {
        expect(gammainc(a, x) + gammaincc(a, x)).toBeCloseTo(1, 12);
      }),
    );
  });
});
