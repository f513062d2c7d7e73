/**
 * The scans whose updates are proven to be dropped, as the static half found them in the versions of the document that were run. A
 * scan that was made from an earlier version counts, too, when that version was flagged there, or the one call that reads the same now.
 */
import type { DroppedScan } from '../../../../protocol/src/evaluator.ts';
import type { PlaceData } from '../../../../protocol/src/places.ts';
import type { ScanEvent } from '../../graph/functionGraph.ts';
import type { SharedVariable, Variable } from '../../graph/variable.ts';
import type { ScanMaker } from '../../interpreter/modules/library/scanMaker.ts';

/** Versions whose findings are remembered. */
const keptVersions = 100;

/** A shared variable that a scan would change, and the value it would get. */
export interface Dropped {
  readonly variable: SharedVariable;
  readonly final: Variable;
}

interface Version {
  readonly text: string;
  readonly scans: readonly DroppedScan[];
  /** By the start of the call of scan: what it updates. */
  readonly made: Map<number, readonly Dropped[]>;
}

export class FlaggedScans {
  readonly #versions = new Map<number, Version>();
  #current: Version = { text: '', scans: [], made: new Map() };

  /** True where nothing is flagged: then nothing has to be looked for. */
  get isEmpty(): boolean {
    return this.#versions.size === 0;
  }

  /** What is flagged in a version that is run now. */
  note(version: number, text: string, scans: readonly DroppedScan[]): void {
    const known = this.#versions.get(version);
    this.#current = { text, scans, made: known?.made ?? new Map() };
    this.#versions.delete(version);
    if (scans.length > 0) this.#versions.set(version, this.#current);
    const [oldest] = this.#versions.keys();
    if (this.#versions.size > keptVersions && oldest !== undefined) this.#versions.delete(oldest);
  }

  /** The program has made a scan. */
  made({ updates, finals }: ScanEvent, { version, span }: PlaceData): void {
    const flagged = this.#versions.get(version);
    if (updates === null || flagged?.scans.some((scan) => scan.span.start === span.start) !== true) return;
    flagged.made.set(
      span.start,
      updates.flatMap((variable, i) => {
        const final = finals[i];
        return final === undefined ? [] : [{ variable, final }];
      }),
    );
  }

  has({ span, source }: ScanMaker): boolean {
    if (source === null || source.isImported) return false;
    const { text } = source;
    const versions = [...this.#versions.values()].filter((version) => version.text === text);
    if (versions.some(({ scans }) => scans.some((scan) => scan.span.start === span.start))) return true;
    return text !== this.#current.text && this.#readsLikeFlagged(text.slice(span.start, span.end));
  }

  /** Updates of the scans whose outputs a function was given that was made here: what it can not know when there are no outputs. */
  givenTo(place: PlaceData): readonly Dropped[] {
    const version = this.#versions.get(place.version);
    if (version === undefined) return [];
    return version.scans
      .filter(({ functions }) => functions.some(({ start }) => start === place.span.start))
      .flatMap(({ span }) => version.made.get(span.start) ?? []);
  }

  #readsLikeFlagged(call: string): boolean {
    const { text, scans } = this.#current;
    const isOnly = text.indexOf(call) === text.lastIndexOf(call);
    return isOnly && scans.some(({ span }) => text.slice(span.start, span.end) === call);
  }
}
