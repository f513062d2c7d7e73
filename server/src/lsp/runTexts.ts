/**
 * The texts that were run, as far as places in them may still be told: a place in an answer of the evaluator is a span in one of
 * them, and gets lines and characters here.
 */
import type { PlaceData } from '../../../protocol/src/places.ts';
import type { PlaceOf } from './runTarget.ts';
import { isRecord } from './settings.ts';

/** Versions of one document that are kept: results of older runs have usually been replaced. */
const keptVersions = 200;

export class RunTexts {
  readonly #places = new Map<string, Map<number, PlaceOf>>();

  /** A version of a document is run. */
  keep(uri: string, version: number, placeOf: PlaceOf): void {
    const versions = this.#places.get(uri) ?? new Map<number, PlaceOf>();
    this.#places.set(uri, versions);
    versions.delete(version);
    versions.set(version, placeOf);
    const [oldest] = versions.keys();
    if (versions.size > keptVersions && oldest !== undefined) versions.delete(oldest);
  }

  forget(uri: string): void {
    this.#places.delete(uri);
  }

  /** The same value with a range in every place whose text is known. */
  placed<T>(uri: string, value: T): T {
    return this.#placed(this.#places.get(uri) ?? new Map(), value) as T;
  }

  #placed(versions: ReadonlyMap<number, PlaceOf>, value: unknown): unknown {
    if (Array.isArray(value)) {
      // Rows of numbers hold no places and may be long.
      return typeof value[0] === 'object' ? value.map((item) => this.#placed(versions, item)) : value;
    }
    if (!isRecord(value)) return value;
    const inside = Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.#placed(versions, item)]),
    );
    if (!isPlace(value)) return inside;
    const placeOf = versions.get(value.version);
    return placeOf === undefined || value.range !== undefined
      ? inside
      : { ...inside, ...placeOf(value.span) };
  }
}

function isPlace(value: object): value is PlaceData {
  return 'span' in value && 'version' in value;
}
