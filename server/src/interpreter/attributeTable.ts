/**
 * The attributes of an instance. Instances that got the same names in the same order share a *shape*, which knows the place of
 * every name; so an attribute that was found once is found again by comparing shapes (hidden classes, as in Self and V8).
 * An instance with very many names, or one that lost a name, has a shape of its own.
 */

/** From so many names on a shape is not shared: each shared shape holds all its names. */
const mostSharedNames = 64;

/** Which names there are, and where. */
export class Shape {
  readonly places: Map<string, number>;
  /** False: the shape of one instance, which grows in place. A name that is there keeps its place also then. */
  readonly isShared: boolean;
  readonly #next = new Map<string, Shape>();

  constructor(places: Map<string, number>, isShared: boolean) {
    this.places = places;
    this.isShared = isShared;
  }

  /** The shape with one name more, which has the last place. */
  with(name: string): Shape {
    const { size } = this.places;
    if (!this.isShared) {
      this.places.set(name, size);
      return this;
    }
    let next = this.#next.get(name);
    if (!next) {
      const places = new Map(this.places).set(name, size);
      next = new Shape(places, size < mostSharedNames);
      if (next.isShared) this.#next.set(name, next);
    }
    return next;
  }
}

const noNames = new Shape(new Map(), true);

/** A small Map from names to values. */
export class AttributeTable<V> {
  shape = noNames;
  /** By the places of the shape. */
  values: V[] = [];

  static from<V>(pairs: Iterable<readonly [string, V]>): AttributeTable<V> {
    const table = new AttributeTable<V>();
    for (const [name, value] of pairs) table.set(name, value);
    return table;
  }

  get size(): number {
    return this.values.length;
  }

  get(name: string): V | undefined {
    const place = this.shape.places.get(name);
    return place === undefined ? undefined : this.values[place];
  }

  has(name: string): boolean {
    return this.shape.places.has(name);
  }

  set(name: string, value: V): this {
    const place = this.shape.places.get(name);
    if (place !== undefined) this.values[place] = value;
    else {
      this.shape = this.shape.with(name);
      this.values.push(value);
    }
    return this;
  }

  /** True when other attributes make another shape. */
  isFixed(): boolean {
    return this.shape.isShared;
  }

  delete(name: string): boolean {
    const place = this.shape.places.get(name);
    if (place === undefined) return false;
    const names = [...this.shape.places.keys()].filter((other) => other !== name);
    this.values = this.values.filter((_, other) => other !== place);
    this.shape = new Shape(new Map(names.map((other, index) => [other, index])), false);
    return true;
  }

  clear(): void {
    this.shape = noNames;
    this.values = [];
  }

  keys(): IterableIterator<string> {
    return this.shape.places.keys();
  }

  *entries(): IterableIterator<[string, V]> {
    for (const [name, place] of this.shape.places) yield [name, this.values[place]!];
  }

  [Symbol.iterator](): IterableIterator<[string, V]> {
    return this.entries();
  }
}
