/**
 * Positions in texts. Python counts code points, a JS string counts units of 16 bits: the same for nearly all texts, but to see
 * it takes a look at every unit. So what was seen of the last few long texts is kept: loops ask for the same ones.
 */
import { pythonVersion } from '../runtime.ts';

/** Texts up to this length are looked at each time. */
const shortText = 24;

interface Seen {
  readonly text: string;
  readonly python: 2 | 3;
  readonly isPlain: boolean;
}
const remembered = 4;
const seen: Seen[] = [];
let oldest = 0;

/** True when positions are indices: no code point takes two units, and (in Python 2, where they are bytes) all are ASCII. */
export function countsInUnits(text: string): boolean {
  if (text.length <= shortText) return isPlain(text);
  const python = pythonVersion();
  for (let index = 0; index < seen.length; index++) {
    const each = seen[index]!;
    if (each.text === text && each.python === python) return each.isPlain;
  }
  const made = { text, python, isPlain: isPlain(text) };
  seen[oldest] = made;
  oldest = (oldest + 1) % remembered;
  return made.isPlain;
}

function isPlain(text: string): boolean {
  const most = pythonVersion() === 2 ? 0x7f : 0xd7ff;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > most) return false;
  return true;
}
