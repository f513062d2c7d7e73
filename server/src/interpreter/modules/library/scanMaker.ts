/** What a scan was made of: kept with its graph for those who show one to a person. */
import type { Span } from '../../../base/span.ts';
import type { ScanKind } from '../../../graph/functionGraph.ts';
import type { SourceText } from '../../callSite.ts';
import { callSite } from '../../runtime.ts';
import type { Value } from '../../values.ts';

export class ScanMaker {
  readonly kind: ScanKind;
  /** The step function. */
  readonly fn: Value;
  /** The call expression, in a text of the program. */
  readonly span: Span;
  readonly source: SourceText | null;

  constructor(kind: ScanKind, fn: Value, place: { readonly span: Span; readonly source: SourceText | null }) {
    this.kind = kind;
    this.fn = fn;
    this.span = place.span;
    this.source = place.source;
  }
}

/** For the scan that the program is making now, which may be in a module that it imports. */
export function scanMaker(kind: ScanKind, fn: Value): ScanMaker {
  const { frame, span } = callSite();
  return new ScanMaker(
    kind,
    fn,
    frame === null ? { span, source: null } : { span: frame.at, source: frame.names.source },
  );
}
