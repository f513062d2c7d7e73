/** Cutting text that does not fit. Where a text has a structure (an array, a list) its own printer cuts better. */

/** At most `limit` UTF-16 units, the last of them `…` when something is missing; a surrogate pair is never split. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 2);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, isHalf ? limit - 2 : limit - 1)}…`;
}
