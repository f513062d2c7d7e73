/** The text of a Python file, in the encoding that it names itself (PEP 263). */
import { decodeBytes } from '../interpreter/encodings.ts';

/** null for what is not text, or in an encoding that is not known here. */
export function decodeSource(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  const head = String.fromCharCode(...bytes.subarray(0, 400)).split(/\r\n|[\r\n]/, 2);
  const named = head.map((line) => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1]).find(Boolean);
  try {
    return decodeBytes(bytes, named === undefined || /^utf-?8$/i.test(named) ? 'utf-8-sig' : named);
  } catch {
    return null;
  }
}
