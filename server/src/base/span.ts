/** A half-open range of UTF-16 offsets in a document's text: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Only the two numbers of a span: syntax nodes are spans too, and what leaves a process must not take a tree along. */
export const plainSpan = ({ start, end }: Span): Span => ({ start, end });

/** True when `offset` lies inside the span or at its end (where a cursor still touches it). */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** True when `inner` lies completely inside `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
