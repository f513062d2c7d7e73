/**
 * `encode` and `decode` of Python 2's str and unicode. Its codecs also go from bytes to bytes (`'hex'`, `'base64'`, `'rot13'`), and a
 * byte string that is encoded is first decoded as ASCII.
 */
import { bytesOfString, decodeAscii, stringOfBytes } from '../byteTexts.ts';
import { decodeBytes } from '../encodings.ts';
import { notSupported, raiseTypeError } from '../exceptions.ts';
import { encodeToBytes } from '../textEncoding.ts';
import { PyUnicode, type Value } from '../values.ts';
import { asText } from './textValues.ts';

interface ByteCodec {
  encode(bytes: string): string;
  decode(bytes: string): string;
}

const pairs = /../gs;

function unhex(text: string): string {
  if (text.length % 2 === 1) raiseTypeError('Odd-length string');
  if (/[^0-9a-f]/i.test(text)) raiseTypeError('Non-hexadecimal digit found');
  return stringOfBytes((text.match(pairs) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

const hex: ByteCodec = {
  encode: (bytes) => Array.from(bytes, (unit) => unit.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
  decode: unhex,
};

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 2045: lines of 76 characters, each with a line break. */
function base64Lines(bytes: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 57) text += `${base64Line(bytes.slice(at, at + 57))}\n`;
  return text;
}

function base64Line(bytes: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytesOfString(bytes.slice(at, at + 3));
    const group = (a << 16) | (b << 8) | c;
    const written = [18, 12, 6, 0].map((shift) => digits[(group >> shift) & 63]).join('');
    const missing = Math.max(0, at + 3 - bytes.length);
    text += written.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return text;
}

function unbase64(text: string): string {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const digit = digits.indexOf(character);
    if (digit < 0) continue;
    held = ((held << 6) | digit) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return stringOfBytes(bytes);
}

const rotated = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

const rot13: ByteCodec = { encode: rotated, decode: rotated };
const base64: ByteCodec = { encode: base64Lines, decode: unbase64 };

const byteCodecs: ReadonlyMap<string, ByteCodec> = new Map([
  ['hex', hex],
  ['hex_codec', hex],
  ['base64', base64],
  ['base64_codec', base64],
  ['rot13', rot13],
  ['rot_13', rot13],
]);

function argument(value: Value | undefined, method: string, missing: string): string {
  if (value === undefined) return missing;
  const text = asText(value);
  if (text !== null) return text;
  return raiseTypeError(`${method}() argument 1 must be string, not ${value === null ? 'None' : 'other'}`);
}

const codecOf = (name: string): ByteCodec | undefined =>
  byteCodecs.get(name.toLowerCase().replaceAll('-', '_'));

/** `text.encode(encoding, errors)`. */
export function encodePython2(self: Value, encoding: Value | undefined, errors: Value | undefined): Value {
  const name = argument(encoding, 'encode', 'ascii');
  const text = asText(self)!;
  const codec = codecOf(name);
  if (codec) return codec.encode(self instanceof PyUnicode ? asciiBytes(text) : text);
  if (/^(?:string|unicode|raw)[-_]/i.test(name)) return notSupported(`the encoding ${name}`);
  const characters = self instanceof PyUnicode ? text : decodeAscii(text);
  return stringOfBytes(encodeToBytes(characters, name, argument(errors, 'encode', 'strict')));
}

/** `text.decode(encoding, errors)`. */
export function decodePython2(self: Value, encoding: Value | undefined, errors: Value | undefined): Value {
  const name = argument(encoding, 'decode', 'ascii');
  const text = asText(self)!;
  const bytes = self instanceof PyUnicode ? asciiBytes(text) : text;
  const codec = codecOf(name);
  if (codec) return codec === rot13 ? new PyUnicode(codec.decode(bytes)) : codec.decode(bytes);
  const decoded = decodeBytes(bytesOfString(bytes), name, argument(errors, 'decode', 'strict'));
  return new PyUnicode(decoded);
}

const asciiBytes = (text: string): string => stringOfBytes(encodeToBytes(text, 'ascii'));
