/** What every source of random bits gives. Distributions, the `random` module and `numpy.random` are built on it. */

/** A stream of random bits. 64-bit words come in two halves, because bigints would be slow. */
export interface BitGenerator {
  /** NumPy's name of the algorithm. */
  readonly name: BitGeneratorName;
  /** The halves of the last {@link draw64}, as unsigned 32-bit integers. */
  high: number;
  low: number;
  /** Draws 64 bits into `high` and `low`. */
  draw64(): void;
  /** 32 bits, unsigned. */
  nextUint32(): number;
  /** Uniform in [0, 1) with 53 bits. */
  nextDouble(): number;
  /** An independent generator in the same state. */
  copy(): BitGenerator;
}

export type BitGeneratorName = 'MT19937' | 'PCG64' | 'PCG64DXSM' | 'Philox' | 'SFC64';

/** The next 64 bits as one integer. */
export function nextUint64(generator: BitGenerator): bigint {
  generator.draw64();
  return (BigInt(generator.high) << 32n) | BigInt(generator.low);
}

/** The 53 upper bits of a 64-bit word as a number in [0, 1). */
export const unitInterval = (high: number, low: number): number => (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
