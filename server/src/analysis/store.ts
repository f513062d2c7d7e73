/**
 * The flow-sensitive store: what each variable and each object holds at one point of the program.
 *
 * A store is a layer over its parent. A branch writes into a layer of its own; where ways meet, the layers are joined
 * into the store below. What a way has not written it takes from below, so joining costs what was written.
 */
import { joinContents } from './joinContents.ts';
import { join } from './joinValues.ts';
import type { Cell, Contents, HeapObject, Value } from './values.ts';

export type Location = Cell | HeapObject;
export type Held = Value | Contents;

export class Store {
  readonly parent: Store | null;
  /** Null until something is written: many layers stay empty. */
  #own: Map<Location, Held> | null = null;

  constructor(parent: Store | null) {
    this.parent = parent;
  }

  get(location: Location): Held | undefined {
    for (let layer: Store | null = this; layer !== null; layer = layer.parent) {
      const held = layer.#own?.get(location);
      if (held !== undefined) return held;
    }
    return undefined;
  }

  set(location: Location, held: Held): void {
    this.#own ??= new Map();
    this.#own.set(location, held);
  }

  /** A layer directly over `base` with everything that this layer and those between have written. */
  flattenedTo(base: Store): Store {
    const layers: Store[] = [];
    for (let layer: Store | null = this; layer !== null && layer !== base; layer = layer.parent) {
      if (layer.#own !== null) layers.push(layer);
    }
    const flat = new Store(base);
    for (const layer of layers.reverse()) flat.absorb(layer);
    return flat;
  }

  /** Takes over what the layer above has written. */
  absorb(layer: Store): void {
    if (layer.#own === null) return;
    if (this.#own === null) this.#own = new Map(layer.#own);
    else for (const [location, held] of layer.#own) this.#own.set(location, held);
  }

  written(): Iterable<readonly [Location, Held]> {
    return this.#own ?? [];
  }
}

/**
 * Joins the ways `layers`, each directly over `base`, into `base`; returns the locations that hold something else than
 * before. A variable that one way leaves unbound counts as bound by the others.
 */
export function joinInto(base: Store, layers: readonly Store[], lost: (value: Value) => void): Location[] {
  const changed: Location[] = [];
  const only = layers.length === 1 ? layers[0] : undefined;
  if (only !== undefined) {
    base.absorb(only);
    return changed;
  }
  const locations = new Set<Location>();
  for (const layer of layers) for (const [location] of layer.written()) locations.add(location);
  for (const location of locations) {
    const before = base.get(location);
    let joined: Held | undefined;
    for (const layer of layers) {
      const held = layer.get(location);
      if (held === undefined) continue;
      joined = joined === undefined ? held : joinHeld(joined, held, lost);
    }
    if (joined === undefined || joined === before) continue;
    base.set(location, joined);
    changed.push(location);
  }
  return changed;
}

/** Joins two values, or the contents of an object in two ways of the program. */
export function joinHeld(a: Held, b: Held, lost: (value: Value) => void): Held {
  if (isContents(a)) return isContents(b) ? joinContents(a, b, lost) : a;
  return isContents(b) ? a : join(a, b, lost);
}

export const isContents = (held: Held): held is Contents => held.kind === 'list' || held.kind === 'dict';
