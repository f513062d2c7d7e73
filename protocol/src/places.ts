/** Where something stands in a text that was run. The language server turns spans into ranges on the way to the client. */
import type { SpanData } from './results.ts';

/** A line and a character, both from 0, the character in UTF-16 units. */
export interface PositionData {
  readonly line: number;
  readonly character: number;
}

export interface RangeData {
  readonly start: PositionData;
  readonly end: PositionData;
}

export interface PlaceData {
  /** The version of the document in which it stands; the text may have changed since then. */
  readonly version: number;
  readonly span: SpanData;
  /** `span` as lines and characters: added by the language server. */
  readonly range?: RangeData;
  /** Only in a notebook: the address of the cell in which `range` is. */
  readonly cell?: string;
  /** The version of that cell. */
  readonly cellVersion?: number;
  /** Only in a module that the document imports: its path, and a range in that file. */
  readonly path?: string;
}
