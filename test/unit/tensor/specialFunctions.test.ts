/** Special functions against recorded values, and laws that hold for any argument. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primitives } from '../../../server/src/tensor/primitives.ts';
import { psi } from '../../../server/src/tensor/special/cephesDigamma.ts';
import { erf, erfc } from '../../../server/src/tensor/special/cephesErrorFunctions.ts';
import { gammaln } from '../../../server/src/tensor/special/cephesLogGamma.ts';
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

  it.each([
    [3, Math.LN2],
    [4, 1.791759469228055],
    [2.5, 0.2846828704729192],
    [3.2, 0.8854048271549091],
    [12.9, 19.735015850713005],
    [13.5, 21.2600761562447],
    [0.3, 1.0957979948180756],
    [-1.5, 0.860047015376481],
    [1.0000000000000002, -2.2204460492503136e-16],
    [100, 359.1342053695754],
    [5000, 37582.62631568535],
    [-40.5, -111.02964715732848],
  ])('gammaln(%d) is SciPy’s to the last digit', (x, value) => {
    expect(gammaln(x)).toBe(value);
  });

  it.each([
    [erf, 0.3, 0.3286267594591274],
    [erf, 1.452, 0.9599698919291638],
    [erfc, 2.608, 0.00022578490496362626],
    [erfc, -0.915, 1.8043364477314339],
    [erfc, 9.5, 3.7692144856548797e-41],
  ])('erf and erfc are SciPy’s to the last digit', (f, x, value) => {
    expect(f(x)).toBe(value);
  });

  it.each([
    [0.3, -3.502524222200133],
    [1, -0.5772156649015329],
    [1.4616321449683622, -9.241265521729427e-17],
    [4, 1.2561176684318003],
    [7.7, 1.9748820949131018],
    [10, 2.251752589066721],
    [33.3, 3.490467238520243],
    [-2.2, 5.322870221172645],
  ])('psi(%d) is SciPy’s to the last digit', (x, value) => {
    expect(psi(x)).toBe(value);
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
