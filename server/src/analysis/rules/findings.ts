/** What a rule reports, and the levels at which it can. */
import type { Span } from '../../base/span.ts';

export type Level = 'error' | 'warning' | 'information' | 'hint';

export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
}

/** Something in the user's code that a rule has proven. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly span: Span;
  /** One or two short sentences: what happens, and what to do. */
  readonly message: string;
  readonly related: readonly RelatedSpan[];
}
