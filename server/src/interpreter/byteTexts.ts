/**
 * Python 2's byte strings: JS strings with one unit per byte. What they show is what the bytes write in UTF-8; what `unicode`
 * takes of them without being told an encoding is ASCII.
 */
import { decodeBytes } from './encodings.ts';
import { utf8 } from './utf8.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant.
const plain = /^[\x00-\x7f]*$/;

/** True for a text whose characters are bytes. */
export const isAscii = (text: string): boolean => plain.test(text);

/** The bytes of a byte string. */
export const bytesOfString = (text: string): Uint8Array =>
  Uint8Array.from(text, (unit) => unit.charCodeAt(0));

/** A byte string of these bytes. */
export function stringOfBytes(bytes: ArrayLike<number>): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** The byte string that writes a text in UTF-8. */
export const utf8String = (text: string): string => (isAscii(text) ? text : stringOfBytes(utf8(text)));

/** The text that people see of a byte string. */
export const shownBytes = (bytes: string): string =>
  isAscii(bytes) ? bytes : decodeBytes(bytesOfString(bytes), 'utf-8', 'replace');

/** A byte string as `unicode` without an encoding. Raises UnicodeDecodeError. */
export function decodeAscii(bytes: string): string {
  if (!isAscii(bytes)) decodeBytes(bytesOfString(bytes), 'ascii');
  return bytes;
}
