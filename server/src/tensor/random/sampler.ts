/**
 * The two families of NumPy's distributions. They differ in how normal and exponential numbers are made (RandomState: by
 * Marsaglia's polar method and by inversion; Generator: by ziggurats) and in a few formulas that Generator has improved.
 */
import { log } from '../libm.ts';
import type { BitGenerator } from './bitGenerator.ts';
import { exponentialByZiggurat, normalByZiggurat } from './ziggurat.ts';

/** What distributions draw from. */
export interface Sampler {
  readonly bits: BitGenerator;
  /** Legacy: the frozen formulas of RandomState. */
  readonly isLegacy: boolean;
  /** Which NumPy: a few formulas of Generator changed between them. */
  readonly numpy: 1 | 2;
  normal(): number;
  exponential(): number;
}

/** RandomState's. */
export class LegacySampler implements Sampler {
  readonly isLegacy = true;
  readonly numpy = 1;
  readonly bits: BitGenerator;
  /** The second normal number of the last pair; null when there is none. */
  pending: number | null = null;

  constructor(bits: BitGenerator) {
    this.bits = bits;
  }

  normal(): number {
    if (this.pending !== null) {
      const kept = this.pending;
      this.pending = null;
      return kept;
    }
    const { bits } = this;
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = 2 * bits.nextDouble() - 1;
      y = 2 * bits.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * log(square)) / square);
    this.pending = factor * x;
    return factor * y;
  }

  exponential(): number {
    return -log(1 - this.bits.nextDouble());
  }
}

/** Generator's. */
export class ZigguratSampler implements Sampler {
  readonly isLegacy = false;
  readonly bits: BitGenerator;
  readonly numpy: 1 | 2;

  constructor(bits: BitGenerator, numpy: 1 | 2) {
    this.bits = bits;
    this.numpy = numpy;
  }

  normal(): number {
    return normalByZiggurat(this.bits);
  }

  exponential(): number {
    return exponentialByZiggurat(this.bits);
  }
}
