/**
 * Positions in texts. Python counts code points, a JS string counts units of 16 bits: the same for nearly all texts, but to see
 * it takes a look at every unit. So what was seen of the last few long texts is kept: loops ask for the same ones.
 */

/** Texts up to this length are looked at each time. */
const shortText = 24;

interface Seen {
  readonly text: string;
  readonly isPlain: boolean;
}
const remembered = 4;
const seen: Seen[] = [];
let oldest = 0;

/** True when positions are indices: no code point takes two units. */
export function countsInUnits(text: string): boolean {
  if (text.length <= shortText) return isPlain(text);
  for (let index = 0; index < seen.length; index++) {
    const each = seen[index]!;
    if (each.text === text) return each.isPlain;
  }
  const made = { text, isPlain: isPlain(text) };
  seen[oldest] = made;
  oldest = (oldest + 1) % remembered;
  return made.isPlain;
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xd7ff) return false;
  return true;
}
