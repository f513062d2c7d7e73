/** What a rule reports, and the levels at which it can. */
import type { Span } from '../../base/span.ts';
import type { DroppedCall, ScanFact } from '../facts.ts';
import type { Mistake } from '../mistakes.ts';
import type { FloatX } from '../terms.ts';

export type Level = 'error' | 'warning' | 'information' | 'hint';

/** From the mildest. */
export const levels: readonly Level[] = ['hint', 'information', 'warning', 'error'];

/** `path` is absent in the analysed text. */
export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
  readonly path?: string;
}

/** The fact that a finding is about, for its fixes; null for findings about the configuration. */
export type Subject =
  | { readonly kind: 'scan'; readonly scan: ScanFact }
  | { readonly kind: 'droppedCall'; readonly call: DroppedCall }
  | { readonly kind: 'mistake'; readonly mistake: Mistake }
  | null;

/** Something in the user's code that a rule has proven. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly span: Span;
  /** One or two short sentences: what happens, and what to do. */
  readonly message: string;
  readonly related: readonly RelatedSpan[];
  readonly subject: Subject;
}

/** What a rule says of one subject; `level` where it differs from the rule's own. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedSpan[];
  readonly level?: Level;
}

/** What rules ask for beside the facts. */
export interface RuleContext {
  /** The floatX in force. */
  readonly floatX: FloatX;
  /** True when nobody says which floatX holds, so that it is the libraries' default. */
  readonly isDefaultFloatX: boolean;
}
