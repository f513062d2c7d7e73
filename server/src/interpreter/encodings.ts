/** Text from bytes, in the encodings that files of programs are written in. Errors are those of CPython's codecs. */
import { exceptionType, notSupported, raise } from './exceptions.ts';
import { PyBytes } from './values.ts';

/** A stretch of bytes that is no text. */
interface Broken {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** Writes characters into a text, many at a time. */
class TextWriter {
  #units: number[] = [];
  #text = '';

  add(point: number): void {
    if (point > 0xffff) this.#units.push(0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff));
    else this.#units.push(point);
    if (this.#units.length >= 8192) this.#flush();
  }

  get text(): string {
    this.#flush();
    return this.#text;
  }

  #flush(): void {
    this.#text += String.fromCharCode(...this.#units);
    this.#units = [];
  }
}

type Report = (broken: Broken) => void;
type Decoder = (bytes: Uint8Array, writer: TextWriter, report: Report) => void;

/** Continuation bytes that may follow a first byte, from and to, where UTF-8 leaves out what is too long or no character. */
const secondByte = (first: number): readonly [number, number] =>
  first === 0xe0
    ? [0xa0, 0xbf]
    : first === 0xed
      ? [0x80, 0x9f]
      : first === 0xf0
        ? [0x90, 0xbf]
        : first === 0xf4
          ? [0x80, 0x8f]
          : [0x80, 0xbf];

const decodeUtf8: Decoder = (bytes, writer, report) => {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]!;
    if (first < 0x80) {
      writer.add(first);
      at++;
      continue;
    }
    const size = first < 0xc2 || first > 0xf4 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (size === 0) {
      report({ start: at, end: ++at, reason: 'invalid start byte' });
      continue;
    }
    let point = first & (0xff >> (size + 1));
    let count = 1;
    for (; count < size; count++) {
      const byte = bytes[at + count];
      const [from, to] = count === 1 ? secondByte(first) : [0x80, 0xbf];
      if (byte === undefined || byte < from! || byte > to!) break;
      point = (point << 6) | (byte & 63);
    }
    if (count === size) writer.add(point);
    else {
      const reason = at + count >= bytes.length ? 'unexpected end of data' : 'invalid continuation byte';
      report({ start: at, end: at + count, reason });
    }
    at += count;
  }
};

const decodeUtf8WithMark: Decoder = (bytes, writer, report) =>
  decodeUtf8(
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
    writer,
    report,
  );

const decodeAscii: Decoder = (bytes, writer, report) => {
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) writer.add(byte);
    else report({ start: at, end: at + 1, reason: 'ordinal not in range(128)' });
  }
};

const decodeLatin1: Decoder = (bytes, writer) => {
  for (const byte of bytes) writer.add(byte);
};

/** What cp1252 has from 0x80 to 0x9f; a space stands for nothing. */
const windowsCharacters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const decodeWindows: Decoder = (bytes, writer, report) => {
  for (const [at, byte] of bytes.entries()) {
    const character = byte < 0x80 || byte > 0x9f ? undefined : windowsCharacters[byte - 0x80];
    if (character === ' ') report({ start: at, end: at + 1, reason: 'character maps to <undefined>' });
    else writer.add(character === undefined ? byte : character.charCodeAt(0));
  }
};

const decodeUtf16 =
  (order: 'little' | 'big' | 'marked'): Decoder =>
  (bytes, writer, report) => {
    const mark = order === 'marked' ? bytes[0]! * 256 + bytes[1]! : 0;
    const isBig = order === 'big' || mark === 0xfeff;
    const begin = mark === 0xfeff || mark === 0xfffe ? 2 : 0;
    for (let at = begin; at < bytes.length; at += 2) {
      const [a, b] = [bytes[at]!, bytes[at + 1]];
      if (b === undefined) report({ start: at, end: at + 1, reason: 'truncated data' });
      else writer.add(isBig ? a * 256 + b : b * 256 + a);
    }
  };

const decodeUtf32: Decoder = () => notSupported('decoding UTF-32');

interface Encoding {
  /** As messages name it. */
  readonly name: string;
  readonly decode: Decoder;
}

const encodings: readonly (readonly [aliases: string, Encoding])[] = [
  ['utf-8 utf8 u8 utf', { name: 'utf-8', decode: decodeUtf8 }],
  ['utf-8-sig utf8-sig', { name: 'utf-8-sig', decode: decodeUtf8WithMark }],
  ['ascii us-ascii 646', { name: 'ascii', decode: decodeAscii }],
  ['latin-1 latin1 latin iso-8859-1 iso8859-1 8859 cp819 l1', { name: 'latin-1', decode: decodeLatin1 }],
  ['cp1252 windows-1252 1252', { name: 'charmap', decode: decodeWindows }],
  ['utf-16 utf16 u16', { name: 'utf-16', decode: decodeUtf16('marked') }],
  ['utf-16-le utf-16le', { name: 'utf-16-le', decode: decodeUtf16('little') }],
  ['utf-16-be utf-16be', { name: 'utf-16-be', decode: decodeUtf16('big') }],
  ['utf-32 utf32 u32', { name: 'utf-32', decode: decodeUtf32 }],
  ['utf-32-le utf-32le', { name: 'utf-32-le', decode: decodeUtf32 }],
  ['utf-32-be utf-32be', { name: 'utf-32-be', decode: decodeUtf32 }],
];

const byAlias: ReadonlyMap<string, Encoding> = new Map(
  encodings.flatMap(([aliases, encoding]) => aliases.split(' ').map((alias) => [alias, encoding] as const)),
);

/** Encodings of CPython that are not here. */
const otherEncodings =
  /^(?:utf|cp|iso|big5|euc|gb|hz|johab|koi8|mac|ptcp|shift|windows|idna|punycode|rot|base64|hex|bz2|zip|zlib|quopri|uu|raw|unicode|mbcs|oem|undefined|charmap)/i;

/** The encoding of this name; refuses one that is not here. */
function encodingOf(name: string): Encoding {
  const known = byAlias.get(name.toLowerCase().replaceAll('_', '-'));
  if (known) return known;
  if (otherEncodings.test(name)) return notSupported(`the encoding ${name}`);
  return raise(exceptionType('LookupError'), `unknown encoding: ${name}`);
}

/** How CPython names the encoding of this alias in messages. */
export function encodingName(alias: string): string {
  return encodingOf(alias).name;
}

/** Bytes of each UTF-16 unit in an encoding where that is one number; null for UTF-8. */
export function unitByteLength(encoding: string): number | null {
  const { name } = encodingOf(encoding);
  if (name.startsWith('utf-16')) return 2;
  return name.startsWith('utf-8') ? null : 1;
}

/** `bytes.decode(encoding, errors)`. Raises UnicodeDecodeError. */
export function decodeBytes(bytes: Uint8Array, encoding = 'utf-8', errors = 'strict'): string {
  const { name, decode } = encodingOf(encoding);
  const writer = new TextWriter();
  decode(bytes, writer, (broken) => {
    if (errors === 'strict') raiseDecodeError(name, bytes, broken);
    if (errors === 'replace') writer.add(0xfffd);
    else if (errors === 'backslashreplace') escapeBytes(bytes.subarray(broken.start, broken.end), writer);
    else if (errors !== 'ignore') refuseErrors(errors);
  });
  return writer.text;
}

function escapeBytes(bytes: Uint8Array, writer: TextWriter): void {
  for (const byte of bytes) {
    for (const character of `\\x${byte.toString(16).padStart(2, '0')}`) writer.add(character.charCodeAt(0));
  }
}

function refuseErrors(errors: string): never {
  const known = ['surrogateescape', 'surrogatepass', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'];
  if (known.includes(errors)) return notSupported(`errors='${errors}'`);
  return raise(exceptionType('LookupError'), `unknown error handler name '${errors}'`);
}

function raiseDecodeError(name: string, bytes: Uint8Array, { start, end, reason }: Broken): never {
  raise(exceptionType('UnicodeDecodeError'), name, new PyBytes(bytes), start, end, reason);
}
