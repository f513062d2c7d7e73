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
