/** How places in a text move with edits. Pure; offsets are UTF-16 offsets. */

/** Replaces `length` units at `offset` by `text`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Which way a place goes when text is inserted exactly there, or when it lies inside what is replaced. */
export type Gravity = 'left' | 'right';

/** Where `offset` is after the edit. */
export function moveOffset(offset: number, edit: Edit, gravity: Gravity): number {
  const end = edit.offset + edit.length;
  const isBefore =
    offset < edit.offset || (offset === edit.offset && (edit.length > 0 || gravity === 'left'));
  if (isBefore) return offset;
  if (offset >= end) return offset + edit.text.length - edit.length;
  return gravity === 'left' ? edit.offset : edit.offset + edit.text.length;
}

/** {@link moveOffset} for edits that follow each other. */
export function moveThrough(offset: number, edits: readonly Edit[], gravity: Gravity): number {
  return edits.reduce((place, edit) => moveOffset(place, edit, gravity), offset);
}

/**
 * The edits of a text from the first version on that somebody marked, so that places of marked versions can be found again. Typing
 * in one place counts as one edit; of more than `limit` edits the oldest are forgotten, and with them what was marked before.
 */
export class EditLog {
  #edits: Edit[] = [];
  /** For each marked version the edits that came before it. */
  readonly #marks = new Map<number, number>();
  readonly #limit: number;

  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  /** The text is at `version` now, and places in it will be asked for. */
  mark(version: number): void {
    if (!this.#marks.has(version)) this.#marks.set(version, this.#edits.length);
  }

  /** Edits in the order in which they apply. */
  add(edits: readonly Edit[]): void {
    if (this.#marks.size === 0) return;
    const lastMark = Math.max(...this.#marks.values());
    for (const edit of edits) {
      const last = this.#edits.length > lastMark ? this.#edits.at(-1) : undefined;
      const joined = last === undefined ? null : joinTyping(last, edit);
      if (joined === null) this.#edits.push(edit);
      else this.#edits[this.#edits.length - 1] = joined;
    }
    if (this.#edits.length > this.#limit) this.#forget(this.#edits.length - this.#limit / 2);
  }

  /** What has been edited since a version; null where that version was never marked, or is too long ago. */
  since(version: number): readonly Edit[] | null {
    const mark = this.#marks.get(version);
    return mark === undefined ? null : this.#edits.slice(mark);
  }

  #forget(count: number): void {
    this.#edits = this.#edits.slice(count);
    for (const [version, mark] of [...this.#marks]) {
      if (mark < count) this.#marks.delete(version);
      else this.#marks.set(version, mark - count);
    }
  }
}

/** One edit for two when the second continues what the first has inserted; else null. */
function joinTyping(first: Edit, second: Edit): Edit | null {
  const areInsertions = first.length === 0 && second.length === 0;
  const isContinued = areInsertions && second.offset === first.offset + first.text.length;
  return isContinued ? { ...first, text: first.text + second.text } : null;
}

/** Where the half-open range `span` is after the edits; empty when all of its text was deleted. */
export function moveSpan(
  span: { readonly start: number; readonly end: number },
  edits: readonly Edit[],
): { readonly start: number; readonly end: number } {
  const start = moveThrough(span.start, edits, 'right');
  return { start, end: Math.max(start, moveThrough(span.end, edits, 'left')) };
}
