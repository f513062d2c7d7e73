/**
 * The texts that were run, as far as places in them may still be told: a place in an answer of the evaluator is a span in one of
 * them, and gets lines and characters here.
 */
import type { PlaceData } from '../../../protocol/src/places.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import { rangeOf } from '../features/ranges.ts';
import { isRecord } from './settings.ts';

/** Versions of one document that are kept: results of older runs have usually been replaced. */
const keptVersions = 200;

export class RunTexts {
  readonly #lines = new Map<string, Map<number, LineIndex>>();

  /** A version of a document is run. */
  keep(uri: string, version: number, lines: LineIndex): void {
    const versions = this.#lines.get(uri) ?? new Map<number, LineIndex>();
    this.#lines.set(uri, versions);
    versions.delete(version);
    versions.set(version, lines);
    const [oldest] = versions.keys();
    if (versions.size > keptVersions && oldest !== undefined) versions.delete(oldest);
  }

  forget(uri: string): void {
    this.#lines.delete(uri);
  }

  /** The same value with a range in every place whose text is known. */
  placed<T>(uri: string, value: T): T {
    return this.#placed(this.#lines.get(uri) ?? new Map(), value) as T;
  }

  #placed(versions: ReadonlyMap<number, LineIndex>, value: unknown): unknown {
    if (Array.isArray(value)) {
      // Rows of numbers hold no places and may be long.
      return typeof value[0] === 'object' ? value.map((item) => this.#placed(versions, item)) : value;
    }
    if (!isRecord(value)) return value;
    const inside = Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.#placed(versions, item)]),
    );
    if (!isPlace(value)) return inside;
    const lines = versions.get(value.version);
    return lines === undefined || value.range !== undefined
      ? inside
      : { ...inside, range: rangeOf(lines, value.span) };
  }
}

function isPlace(value: object): value is PlaceData {
  return 'span' in value && 'version' in value;
}
