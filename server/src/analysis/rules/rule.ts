/** What a rule is made of. A rule reads facts and gives words; it never looks at the program itself. */

import type { Span } from '../../base/span.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import type { DroppedUpdates } from '../facts.ts';
import type { Mistake, MistakeKind, MistakeOf } from '../mistakes.ts';
import type { Library, Place, ScanKind } from '../terms.ts';
import type { Level, Report, RuleContext } from './findings.ts';

/** What lists of rules say of one. */
export interface RuleDescription {
  readonly level: Level;
  /** One line. */
  readonly summary: string;
}

/** The rule about one kind of mistake. */
export type MistakeRule<K extends MistakeKind> = RuleAboutMistake<MistakeOf<K>>;

interface RuleAboutMistake<M extends Mistake> extends RuleDescription {
  /** Null where the mistake is none in this context. */
  readonly report: (mistake: M, context: RuleContext) => Report | null;
}

type Way = DroppedUpdates['way'];
/** How updates are lost, in one word. */
export type WayKind = Way['kind'];
export type WayOf<K extends WayKind> = Extract<Way, { readonly kind: K }>;

/** A scan whose updates are dropped, wherever the scan itself stands. */
export interface DroppedSubject {
  readonly kind: ScanKind;
  readonly library: Library;
  readonly version: LibraryVersion;
  /** What is underlined: the callee of the scan, or of the helper's call. */
  readonly callee: Span;
  /** The scan, where `callee` is that of a helper of another file; else null. */
  readonly scan: Place | null;
  readonly updatesName: string | null;
  readonly dropped: DroppedUpdates;
}

/** A rule about updates that are dropped in one of the ways `K`. */
export type DroppedRule<K extends WayKind> = RuleAboutWay<WayOf<K>>;

interface RuleAboutWay<W extends Way> extends RuleDescription {
  /** `way` is that of the subject. */
  readonly report: (subject: DroppedSubject, way: W) => Report;
}
