/** How two texts differ, as one edit: the beginning and the end that they share are left out. */
import type { TextEdit } from './parsedFile.ts';

/** The one edit that makes `after` from `before`; null where they are equal. */
export function difference(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same++;
  // A line break of two units is never cut in two.
  if (before[start - 1] === '\r') start--;
  if (same > 0 && before[before.length - same] === '\n') same--;
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}
