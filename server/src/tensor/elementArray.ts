/** A storage of elements that are values of their own, with the methods of typed arrays that the arrays use. */

export abstract class ElementArray<T> extends Array<T> {
  readonly BYTES_PER_ELEMENT: number;

  constructor(length: number, bytesPerElement: number, initial: T) {
    super(length);
    this.BYTES_PER_ELEMENT = bytesPerElement;
    this.fill(initial);
  }

  /** An empty storage of the same kind. */
  protected abstract make(length: number): ElementArray<T>;

  /** Only for reading, like every use of it here: a copy. */
  subarray(start?: number, end?: number): this {
    return this.slice(start, end);
  }

  set(values: ArrayLike<T>, offset = 0): void {
    for (let i = 0; i < values.length; i++) this[offset + i] = values[i]!;
  }

  override slice(start?: number, end?: number): this {
    const from = relative(start ?? 0, this.length);
    const to = relative(end ?? this.length, this.length);
    const part = this.make(Math.max(0, to - from));
    for (let i = from; i < to; i++) part[i - from] = this[i]!;
    return part as this;
  }

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

const relative = (at: number, length: number): number =>
  Math.min(Math.max(at < 0 ? at + length : at, 0), length);
