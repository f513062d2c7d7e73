/** Bytes from text: `str.encode`. The errors and their handlers are those of CPython's codecs. */
import { encodingName } from './encodings.ts';
import { exceptionType, notSupported, raise } from './exceptions.ts';
import { escapePoint } from './protocols/text.ts';
import { utf8 } from './utf8.ts';

/** What an encoding does with one code point: its bytes, or null where it has none. */
type EncodePoint = (point: number) => readonly number[] | null;

/** cp1252 between 0x80 and 0x9f. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const utf16 =
  (isBig: boolean): EncodePoint =>
  (point) => {
    if (point >= 0xd800 && point < 0xe000) return null;
    const units = point < 0x10000 ? [point] : [0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff)];
    return units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]));
  };

const utf32 =
  (isBig: boolean): EncodePoint =>
  (point) => {
    if (point >= 0xd800 && point < 0xe000) return null;
    const bytes = [point & 255, (point >> 8) & 255, (point >> 16) & 255, 0];
    return isBig ? bytes.reverse() : bytes;
  };

const encodeUtf8: EncodePoint = (point) =>
  point >= 0xd800 && point < 0xe000 ? null : utf8(String.fromCodePoint(point));

interface Encoder {
  readonly encode: EncodePoint;
  readonly mark?: readonly number[];
  readonly reason: string;
}

const surrogates = 'surrogates not allowed';

const encoders: Readonly<Record<string, Encoder>> = {
  'utf-8': { encode: encodeUtf8, reason: surrogates },
  'utf-8-sig': { encode: encodeUtf8, mark: [0xef, 0xbb, 0xbf], reason: surrogates },
  ascii: { encode: (point) => (point < 128 ? [point] : null), reason: 'ordinal not in range(128)' },
  'latin-1': { encode: (point) => (point < 256 ? [point] : null), reason: 'ordinal not in range(256)' },
  charmap: {
    encode: (point) => {
      if (point < 0x80 || (point > 0x9f && point < 0x100)) return [point];
      const index = windows.indexOf(String.fromCodePoint(point));
      return index < 0 || point < 0x100 ? null : [0x80 + index];
    },
    reason: 'character maps to <undefined>',
  },
  'utf-16': { encode: utf16(false), mark: [0xff, 0xfe], reason: surrogates },
  'utf-16-le': { encode: utf16(false), reason: surrogates },
  'utf-16-be': { encode: utf16(true), reason: surrogates },
  'utf-32': { encode: utf32(false), mark: [0xff, 0xfe, 0, 0], reason: surrogates },
  'utf-32-le': { encode: utf32(false), reason: surrogates },
  'utf-32-be': { encode: utf32(true), reason: surrogates },
};

/** What stands for characters that an encoding does not have. */
const replacements: Readonly<Record<string, (point: number) => string>> = {
  ignore: () => '',
  replace: () => '?',
  xmlcharrefreplace: (point) => `&#${point};`,
  backslashreplace: escapePoint,
};

/** `text.encode(encoding, errors)`. Raises UnicodeEncodeError. */
export function encodeToBytes(text: string, encoding = 'utf-8', errors = 'strict'): Uint8Array {
  const name = encodingName(encoding);
  const encoder = Object.hasOwn(encoders, name) ? encoders[name]! : notSupported(`the encoding ${encoding}`);
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const bytes: number[] = [...(encoder.mark ?? [])];
  for (let at = 0; at < points.length; at++) {
    const encoded = encoder.encode(points[at]!);
    if (encoded) for (const byte of encoded) bytes.push(byte);
    else if (errors === 'strict') raiseEncodeError(name, text, { points, at, encoder });
    else for (const character of replacement(points[at]!, errors)) bytes.push(...encoder.encode(character)!);
  }
  return Uint8Array.from(bytes);
}

function replacement(point: number, errors: string): number[] {
  if (Object.hasOwn(replacements, errors)) {
    return Array.from(replacements[errors]!(point), (character) => character.charCodeAt(0));
  }
  if (['surrogateescape', 'surrogatepass', 'namereplace'].includes(errors))
    notSupported(`errors='${errors}'`);
  return raise(exceptionType('LookupError'), `unknown error handler name '${errors}'`);
}

function raiseEncodeError(
  name: string,
  text: string,
  {
    points,
    at,
    encoder,
  }: { readonly points: readonly number[]; readonly at: number; readonly encoder: Encoder },
): never {
  let end = at + 1;
  while (end < points.length && encoder.encode(points[end]!) === null) end++;
  raise(exceptionType('UnicodeEncodeError'), name, text, at, end, encoder.reason);
}
