/** Values that can be made again, kept as long as all of them together are not too large; the one that was asked for longest ago goes first. */

export class ByteCache<V> {
  readonly #most: number;
  readonly #kept = new Map<string, { readonly value: V; readonly byteLength: number }>();
  #byteLength = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): V | undefined {
    const known = this.#kept.get(key);
    if (known === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known.value;
  }

  /** A value that is too large by itself is kept until the next one comes. */
  set(key: string, value: V, byteLength: number): void {
    this.#delete(key);
    this.#kept.set(key, { value, byteLength });
    this.#byteLength += byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#byteLength <= this.#most || this.#kept.size === 1) return;
      this.#delete(oldest);
    }
  }

  clear(): void {
    this.#kept.clear();
    this.#byteLength = 0;
  }

  #delete(key: string): void {
    this.#byteLength -= this.#kept.get(key)?.byteLength ?? 0;
    this.#kept.delete(key);
  }
}
