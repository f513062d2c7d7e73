/**
 * Hash tables in insertion order, keyed by Python's `hash` and `==`: what dict and set are made of.
 *
 * Most keys have a *token*: a JS primitive or object such that two keys are equal exactly if the tokens are the same
 * (1, 1.0 and True share one). For the others (tuples, objects with `__eq__`) the token is the first equal key that was
 * inserted, found through buckets by hash. Python 2's order is in `dictTable.ts`.
 */
import { notSupported } from './exceptions.ts';
import type { Hash64 } from './hash64.ts';
import { grow } from './runtime.ts';
import type { Value } from './values.ts';

/** What containers need to know about keys; installed by `protocols/hashing.ts`. */
export interface KeyProtocol {
  /** A token, or `undefined` when the key must be found by hash and equality. Throws TypeError for unhashable keys. */
  token(key: Value): Token | undefined;
  hash(key: Value): number;
  /** CPython's hash where it is the same in every run; null for what hashes by its address, and for Python 3's text. */
  orderHash(key: Value): Hash64 | null;
  equals(a: Value, b: Value): boolean;
}

/** Memory for growing tables is asked for in pieces of so many entries. */
const growthStep = 1024;
const entryBytes = 80;

export type Token = string | number | bigint | object;

let protocol: KeyProtocol | null = null;

/** Called once when the hashing protocol is loaded. */
export function installKeyProtocol(installed: KeyProtocol): void {
  protocol = installed;
}

/** See {@link KeyProtocol}. */
export const orderHash = (key: Value): Hash64 | null => protocol!.orderHash(key);

export interface Entry {
  readonly key: Value;
  value: Value;
}

/** An ordered table from Python keys to values. */
export class KeyTable {
  readonly #entries = new Map<Token, Entry>();
  #buckets: Map<number, Token[]> | null = null;

  get size(): number {
    return this.#entries.size;
  }

  get(key: Value): Value | undefined {
    const token = this.#find(key);
    return token === undefined ? undefined : this.#entries.get(token)?.value;
  }

  has(key: Value): boolean {
    const token = this.#find(key);
    return token !== undefined && this.#entries.has(token);
  }

  /** The key that is stored for an equal one. */
  storedKey(key: Value): Value | undefined {
    const token = this.#find(key);
    return token === undefined ? undefined : this.#entries.get(token)?.key;
  }

  set(key: Value, value: Value): void {
    const token = this.#find(key) ?? this.#insertBucket(key);
    const entry = this.#entries.get(token);
    if (entry) entry.value = value;
    else {
      this.#entries.set(token, { key, value });
      if (this.#entries.size % growthStep === 0) grow(growthStep * entryBytes);
    }
  }

  delete(key: Value): boolean {
    const token = this.#find(key);
    if (token === undefined || !this.#entries.delete(token)) return false;
    if (this.#buckets && typeof token === 'object') this.#dropFromBucket(key, token);
    return true;
  }

  clear(): void {
    this.#entries.clear();
    this.#buckets = null;
  }

  /** Live in insertion order: sees entries added while it runs. */
  entries(): IterableIterator<Entry> {
    return this.#entries.values();
  }

  keys(): Value[] {
    return Array.from(this.#entries.values(), (entry) => entry.key);
  }

  values(): Value[] {
    return Array.from(this.#entries.values(), (entry) => entry.value);
  }

  /** The key that `popitem` takes. */
  lastKey(): Value | undefined {
    return this.keys().at(-1);
  }

  /** Adds the entries of another table, as `update` does. */
  merge(other: KeyTable): void {
    for (const { key, value } of other.entries()) this.set(key, value);
  }

  /** Gives an empty table the keys of a set or dict, as `fromkeys` does. */
  fill(keys: readonly Value[], value: Value): void {
    for (const key of keys) this.set(key, value);
  }

  /** Makes room for the entries of a display; only Python 2's order shows it. */
  presize(_count: number): void {}

  /** The entry of a key. */
  protected entryOf(key: Value): Entry | undefined {
    const token = this.#find(key);
    return token === undefined ? undefined : this.#entries.get(token);
  }

  /** Moves an entry that exists to the front: all others are inserted again after it. */
  moveToFront(key: Value): void {
    const all = [...this.#entries];
    const token = this.#find(key);
    const own = all.find(([other]) => other === token);
    if (!own) return;
    this.#entries.clear();
    this.#entries.set(own[0], own[1]);
    for (const [other, entry] of all) if (other !== token) this.#entries.set(other, entry);
  }

  #keys(): KeyProtocol {
    if (!protocol) throw new Error('the key protocol is not installed');
    return protocol;
  }

  #find(key: Value): Token | undefined {
    if (typeof key === 'string') return key;
    if (typeof key === 'number') return key;
    const keys = this.#keys();
    const token = keys.token(key);
    if (token !== undefined) return token;
    // Asked for also where there are no buckets: a list raises TypeError in an empty table too.
    const hash = keys.hash(key);
    const bucket = this.#buckets?.get(hash);
    if (bucket === undefined) return undefined;
    for (let index = 0; index < bucket.length; index++) {
      const other = bucket[index]!;
      if (other === key || keys.equals(other, key)) return other;
    }
    return undefined;
  }

  #insertBucket(key: Value): Token {
    const hash = this.#keys().hash(key);
    this.#buckets ??= new Map();
    const token = key as object;
    const bucket = this.#buckets.get(hash);
    if (bucket) bucket.push(token);
    else this.#buckets.set(hash, [token]);
    return token;
  }

  #dropFromBucket(key: Value, token: Token): void {
    if (this.#keys().token(key) !== undefined) return;
    const bucket = this.#buckets?.get(this.#keys().hash(key));
    const index = bucket?.indexOf(token) ?? -1;
    if (index >= 0) bucket?.splice(index, 1);
  }
}

/** Where names live: a Map or an AttributeTable. */
export interface Names extends Iterable<[string, Value]> {
  readonly size: number;
  get(name: string): Value | undefined;
  has(name: string): boolean;
  set(name: string, value: Value): unknown;
  delete(name: string): boolean;
  clear(): void;
  keys(): Iterable<string>;
}

/** A table over names: `__dict__`, `globals()`. Keys that are not text are refused by the caller. */
export class NamespaceTable extends KeyTable {
  readonly #names: Names;

  constructor(names: Names) {
    super();
    this.#names = names;
  }

  override get size(): number {
    return this.#names.size;
  }

  override get(key: Value): Value | undefined {
    return typeof key === 'string' ? this.#names.get(key) : undefined;
  }

  override has(key: Value): boolean {
    return typeof key === 'string' && this.#names.has(key);
  }

  override storedKey(key: Value): Value | undefined {
    return this.has(key) ? key : undefined;
  }

  override set(key: Value, value: Value): void {
    if (typeof key !== 'string') notSupported('a name that is not text in a namespace');
    this.#names.set(key, value);
  }

  override delete(key: Value): boolean {
    return typeof key === 'string' && this.#names.delete(key);
  }

  override clear(): void {
    this.#names.clear();
  }

  override *entries(): IterableIterator<Entry> {
    for (const [key, value] of this.#names) yield { key, value };
  }

  override keys(): Value[] {
    return [...this.#names.keys()];
  }

  override values(): Value[] {
    return Array.from(this.#names, ([, value]) => value);
  }
}
