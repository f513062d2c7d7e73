/** What a rule is made of. A rule reads facts and gives words; it never looks at the program itself. */

import type { Span } from '../../base/span.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import type { DroppedUpdates } from '../facts.ts';
import type { MistakeKind, MistakeOf } from '../mistakes.ts';
import type { Library, ScanKind } from '../terms.ts';
import type { Level, Report, RuleContext } from './findings.ts';

/** The rule about one kind of mistake. */
export interface MistakeRule<K extends MistakeKind> {
  readonly level: Level;
  /** One line for lists of rules. */
  readonly summary: string;
  /** Null where the mistake is none in this context. */
  report(mistake: MistakeOf<K>, context: RuleContext): Report | null;
}

/** A scan whose updates are dropped, wherever the scan itself stands. */
export interface DroppedSubject {
  readonly kind: ScanKind;
  readonly library: Library;
  readonly version: LibraryVersion;
  /** What is underlined: the callee of the scan, or of the helper's call. */
  readonly callee: Span;
  readonly updatesName: string | null;
  readonly dropped: DroppedUpdates;
}

/** A rule about dropped updates. */
export interface DroppedRule {
  readonly level: Level;
  readonly summary: string;
  report(subject: DroppedSubject): Report;
}
