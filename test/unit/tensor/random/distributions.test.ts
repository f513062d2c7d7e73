/** Streams and distributions against what NumPy drew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cos, exp, log, sin } from '../../../../server/src/tensor/libm.ts';
import { type BitGenerator, nextUint64 } from '../../../../server/src/tensor/random/bitGenerator.ts';
import { BoundedIntegers } from '../../../../server/src/tensor/random/boundedIntegers.ts';
import * as discrete from '../../../../server/src/tensor/random/discreteDistributions.ts';
import * as continuous from '../../../../server/src/tensor/random/distributions.ts';
import { Mt19937 } from '../../../../server/src/tensor/random/mt19937.ts';
import { Pcg64Dxsm, Philox, Sfc64 } from '../../../../server/src/tensor/random/otherGenerators.ts';
import { Pcg64 } from '../../../../server/src/tensor/random/pcg64.ts';
import {
  LegacySampler,
  type Sampler,
  ZigguratSampler,
} from '../../../../server/src/tensor/random/sampler.ts';
import { SeedSequence } from '../../../../server/src/tensor/random/seedSequence.ts';
import { sha512 } from '../../../../server/src/tensor/random/sha512.ts';
import { recordedDistributions } from './recordedDistributions.ts';

type Draw = (sampler: Sampler, ...parameters: number[]) => number;

const draws: Readonly<Record<string, Draw>> = {
  standard_normal: (s) => s.normal(),
  standard_exponential: (s) => s.exponential(),
  normal: continuous.normal,
  exponential: continuous.exponential,
  uniform: (s, low, high) => continuous.uniform(s, low!, high! - low!),
  lognormal: continuous.lognormal,
  standard_gamma: continuous.standardGamma,
  gamma: continuous.gamma,
  chisquare: continuous.chisquare,
  beta: continuous.beta,
  f: continuous.fisher,
  standard_cauchy: continuous.cauchy,
  pareto: continuous.pareto,
  weibull: continuous.weibull,
  power: continuous.power,
  laplace: continuous.laplace,
  gumbel: continuous.gumbel,
  logistic: continuous.logistic,
  rayleigh: continuous.rayleigh,
  standard_t: continuous.studentT,
  noncentral_chisquare: continuous.noncentralChisquare,
  noncentral_f: continuous.noncentralF,
  wald: continuous.wald,
  vonmises: continuous.vonMises,
  triangular: continuous.triangular,
  poisson: discrete.poisson,
  binomial: discrete.binomial,
  negative_binomial: (s, n, p) => discrete.poisson(s, continuous.gamma(s, n!, (1 - p!) / p!)),
  geometric: discrete.geometric,
  logseries: discrete.logSeries,
  zipf: discrete.zipf,
  hypergeometric: discrete.hypergeometric,
};

const pcg = (seed: bigint): Pcg64 => new Pcg64().seed(new SeedSequence([seed]).generateLongs(4));

const samplerOf = (family: 'RandomState' | 'Generator'): Sampler =>
  family === 'RandomState'
    ? new LegacySampler(new Mt19937().seedByNumber(77))
    : new ZigguratSampler(pcg(77n), 2);

const near = (value: number): number => Math.abs(value) * 1e-13 + 1e-15;

describe('10,000 draws', () => {
  it.each(recordedDistributions)('%s.%s(%s)', (family, name, parameters, sum, last) => {
    const sampler = samplerOf(family);
    let total = 0;
    let drawn = 0;
    for (let i = 0; i < 10_000; i++) {
      drawn = draws[name]!(sampler, ...parameters);
      total += drawn;
    }
    expect(Math.abs(drawn - last)).toBeLessThanOrEqual(near(last));
    expect(Math.abs(total - sum)).toBeLessThanOrEqual(Math.abs(sum) * 1e-11 + 1e-9);
  });
});

describe('bit generators of NumPy with the seed 12345', () => {
  const seed = new SeedSequence([12345n]);
  const cases: readonly [BitGenerator, bigint][] = [
    [pcg(12345n), 4193609425186963869n],
    [new Pcg64Dxsm().seed(seed.generateLongs(4)), 17193872397121361007n],
    [new Philox().seed(seed.generateLongs(2)), 7761547988346370368n],
    [new Sfc64().seed(seed.generateLongs(3)), 3527068094297800258n],
  ];
  it.each(cases)('%o', (generator, first) => {
    expect(nextUint64(generator)).toBe(first);
  });

  it('continue equally from a copy, also with half a word left', () => {
    for (const [generator] of cases) {
      generator.nextUint32();
      const copy = generator.copy();
      for (let i = 0; i < 5; i++) expect(copy.nextUint32()).toBe(generator.nextUint32());
      expect(copy.nextDouble()).toBe(generator.nextDouble());
    }
  });

  it('multiply 128 bits exactly', () => {
    const mask = (1n << 128n) - 1n;
    fc.assert(
      fc.property(fc.bigInt(0n, mask), fc.bigInt(0n, mask), (state, stream) => {
        const generator = new Pcg64();
        const increment = stream | 1n;
        generator.setState(state, increment);
        generator.draw64();
        expect(generator.stateValue).toBe((state * 0x2360ed051fc65da44385df649fccf645n + increment) & mask);
      }),
    );
  });
});

describe('bounded integers', () => {
  it('stay in their range, whatever the width and the method', () => {
    const widths = [8, 16, 32, 64] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...widths),
        fc.constantFrom('masked' as const, 'lemire' as const),
        fc.nat(),
        (width, method, wish) => {
          const range = wish % 2 ** Math.min(width, 31);
          const source = new BoundedIntegers(pcg(BigInt(wish)), method, width);
          for (let i = 0; i < 20; i++) {
            const drawn = source.draw(range);
            expect(drawn >= 0 && drawn <= range).toBe(true);
          }
        },
      ),
    );
  });
});

it('SHA-512 of "abc" is that of the standard', () => {
  const digest = sha512(new TextEncoder().encode('abc'));
  const text = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  expect(text).toBe(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  );
});

describe('elementary functions', () => {
  /** What CPython's math gave; JavaScript's own functions miss the last bit of each. */
  it.each([
    [log, 'log'],
    [exp, 'exp'],
    [sin, 'sin'],
    [cos, 'cos'],
  ] as const)('%o is within a unit of the last place of JavaScript', (ours, name) => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 600, noNaN: true }), (x) => {
        const theirs = Math[name](x);
        expect(Math.abs(ours(x) - theirs)).toBeLessThanOrEqual(Math.abs(theirs) * 2 ** -51 + 2 ** -60);
      }),
    );
  });

  it('answers zero, infinities and NaN as C does', () => {
    expect([log(0), log(1), exp(Number.NEGATIVE_INFINITY), exp(1000), sin(0), cos(0)]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      0,
      Number.POSITIVE_INFINITY,
      0,
      1,
    ]);
    expect([log(-1), log(Number.NaN), exp(Number.NaN)].every(Number.isNaN)).toBe(true);
  });
});
