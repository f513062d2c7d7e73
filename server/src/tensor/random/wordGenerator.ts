/** What the generators of 64-bit words share: 32 bits are the lower half of a word, and the upper half is kept for the next. */
import { type BitGenerator, type BitGeneratorName, unitInterval } from './bitGenerator.ts';

export abstract class WordGenerator implements BitGenerator {
  abstract readonly name: BitGeneratorName;
  /** The upper half of a word whose lower half `nextUint32` gave. */
  pending: number | null = null;
  /** The half that was kept last, as NumPy shows it also when it is used up. */
  kept = 0;
  high = 0;
  low = 0;

  abstract draw64(): void;
  abstract copy(): WordGenerator;

  nextUint32(): number {
    if (this.pending !== null) {
      const kept = this.pending;
      this.pending = null;
      return kept;
    }
    this.draw64();
    this.pending = this.high;
    this.kept = this.high;
    return this.low;
  }

  nextDouble(): number {
    this.draw64();
    return unitInterval(this.high, this.low);
  }

  /** Gives a copy the halves that are kept. */
  protected share(copy: WordGenerator): void {
    copy.pending = this.pending;
    copy.kept = this.kept;
  }
}
