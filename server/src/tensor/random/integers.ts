/** Arrays of integers in ranges that may broadcast: `randint` (by masks) and `integers` (by Lemire's method). */
import { byteSize, type DType, type Element, integerRange, isBig } from '../dtype.ts';
import { EngineError } from '../engineError.ts';
import { broadcastTo, type NDArray, zeros } from '../ndarray.ts';
import { elementCount, type Shape } from '../shape.ts';
import type { BitGenerator } from './bitGenerator.ts';
import { BoundedIntegers } from './boundedIntegers.ts';
import { type DrawHost, outputShape } from './drawing.ts';

/** What is drawn: by which method, of which type, and whether the upper bound belongs to the range. */
export interface IntegerKind {
  readonly method: 'randint' | 'integers';
  readonly dtype: DType;
  readonly includesHigh: boolean;
}

export interface IntegerRange {
  readonly low: bigint;
  /** The greatest possible value minus `low`. */
  readonly span: bigint;
}

/** The range between two bounds; raises NumPy's ValueErrors. */
export function rangeBetween(low: bigint, high: bigint, { dtype, includesHigh }: IntegerKind): IntegerRange {
  const [least, most] = dtype === 'bool' ? [0n, 1n] : integerRange(dtype);
  const last = includesHigh ? high : high - 1n;
  if (low < least) throw new EngineError('ValueError', `low is out of bounds for ${dtype}`);
  if (last > most) throw new EngineError('ValueError', `high is out of bounds for ${dtype}`);
  if (low > last) {
    const sign = includesHigh ? '' : '=';
    throw new EngineError('ValueError', low === 0n ? `high <${sign} 0` : `low >${sign} high`);
  }
  return { low, span: last - low };
}

const widthOf = (dtype: DType): 1 | 8 | 16 | 32 | 64 =>
  dtype === 'bool' ? 1 : ((byteSize(dtype) * 8) as 8 | 16 | 32 | 64);

/** Draws integers of one kind, one after another. */
export class IntegerSource {
  readonly kind: IntegerKind;
  readonly #bits: BoundedIntegers;
  readonly #isLong: boolean;

  constructor(bits: BitGenerator, kind: IntegerKind) {
    this.kind = kind;
    this.#bits = new BoundedIntegers(
      bits,
      kind.method === 'randint' ? 'masked' : 'lemire',
      widthOf(kind.dtype),
    );
    this.#isLong = isBig(kind.dtype);
  }

  draw({ low, span }: IntegerRange): Element {
    if (span > 0xffffffffn) return low + this.#bits.drawLong(span);
    const drawn = this.#bits.draw(Number(span));
    return this.#isLong ? low + BigInt(drawn) : Number(low) + drawn;
  }

  /** An array of numbers from one range. */
  fill(host: DrawHost, range: IntegerRange, shape: Shape): NDArray {
    host.allocate(elementCount(shape) * byteSize(this.kind.dtype));
    const result = zeros(this.kind.dtype, shape);
    const { storage } = result;
    for (let i = 0; i < storage.length; i++) {
      if ((i & 0xfff) === 0) host.checkpoint();
      storage[i] = this.draw(range);
    }
    return result;
  }

  /** The same for bounds that broadcast with each other and with `size` (null: their own shape). */
  fillBetween(host: DrawHost, bounds: readonly [NDArray, NDArray], size: Shape | null): NDArray {
    const shape = outputShape(bounds, size, 'last');
    host.allocate(elementCount(shape) * byteSize(this.kind.dtype));
    const [lows, highs] = bounds.map((array) => broadcastTo(array, shape).elements());
    const result = zeros(this.kind.dtype, shape);
    const ranges = Array.from({ length: result.storage.length }, (_, i) =>
      rangeBetween(longOf(lows[i] as number | bigint), longOf(highs[i] as number | bigint), this.kind),
    );
    for (const [i, range] of ranges.entries()) {
      if ((i & 0xfff) === 0) host.checkpoint();
      result.storage[i] = this.draw(range);
    }
    return result;
  }
}

const longOf = (value: number | bigint): bigint =>
  BigInt(typeof value === 'number' ? Math.trunc(value) : value);
