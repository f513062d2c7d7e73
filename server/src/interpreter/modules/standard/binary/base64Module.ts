/** `base64` and `binascii` (RFC 4648). */
import { defineException, exceptionType, raise } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { runtime, turn } from '../../../runtime.ts';
import { asText } from '../../../types/textValues.ts';
import { PyBytes, type PyModule, type Value } from '../../../values.ts';
import { decode85, encode85 } from './base85.ts';
import { asciiBytes, bytesOf, bytesOrText, bytesValue } from './bufferArguments.ts';
import { crc32 } from './checksums.ts';

const binasciiErrorType = defineException('Error', 'binascii', exceptionType('ValueError'));
const raiseBinascii = (message: string): never => raise(binasciiErrorType, message);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const alphabet64 = `${letters}${letters.toLowerCase()}0123456789+/`;
const alphabet32 = `${letters}234567`;
const notAscii = "argument should be a bytes-like object or ASCII string, not '%'";

/** Bytes written with an alphabet of 2^bits characters, filled up with `=` to whole groups. */
function encode(bytes: Uint8Array, alphabet: string, bits: 5 | 6): string {
  runtime().allocate(bytes.length * 2);
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    turn();
    buffer = (buffer << 8) | byte;
    held += 8;
    while (held >= bits) {
      held -= bits;
      text += alphabet[(buffer >> held) & (2 ** bits - 1)];
    }
    buffer &= 0xff;
  }
  if (held > 0) text += alphabet[(buffer << (bits - held)) & (2 ** bits - 1)];
  const group = bits === 6 ? 4 : 8;
  return text.padEnd(Math.ceil(text.length / group) * group, '=');
}

function altered(text: string, altchars: Value | undefined): string {
  if (altchars === undefined || altchars === null) return text;
  const [plus, slash] = bytesOf(altchars);
  return text.replaceAll('+', String.fromCharCode(plus!)).replaceAll('/', String.fromCharCode(slash!));
}

/** As CPython's `binascii.a2b_base64`: characters that are not of the alphabet are skipped. */
function decode64(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let quad = 0;
  let left = 0;
  let pads = 0;
  for (const byte of bytes) {
    if (byte === 61) {
      pads++;
      if (quad >= 2 && quad + pads >= 4) return Uint8Array.from(out);
      continue;
    }
    const value = alphabet64.indexOf(String.fromCharCode(byte));
    if (value < 0) continue;
    pads = 0;
    if (quad > 0) out.push(((left << (2 * quad)) | (value >> (6 - 2 * quad))) & 0xff);
    left = value & (2 ** (6 - 2 * quad) - 1);
    if (quad === 0) left = value;
    quad = (quad + 1) % 4;
  }
  if (quad === 1) {
    const count = (out.length / 3) * 4 + 1;
    raiseBinascii(
      `Invalid base64-encoded string: number of data characters (${Math.floor(count)}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (quad !== 0) raiseBinascii('Incorrect padding');
  return Uint8Array.from(out);
}

function b64decode(given: Value, altchars: Value | undefined, validate: Value | undefined): Value {
  let bytes = bytesOrText(given, notAscii);
  if (altchars !== undefined && altchars !== null) {
    const [plus, slash] = bytesOrText(altchars, notAscii);
    bytes = bytes.map((byte) => (byte === plus ? 43 : byte === slash ? 47 : byte));
  }
  if (validate !== undefined && isTrue(validate)) {
    const text = String.fromCharCode(...bytes);
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) raiseBinascii('Only base64 data is allowed');
  }
  return bytesValue(decode64(bytes));
}

function b32decode(given: Value, casefold: Value | undefined): Value {
  const bytes = bytesOrText(given, notAscii);
  if (bytes.length % 8 !== 0) raiseBinascii('Incorrect padding');
  let text = String.fromCharCode(...bytes);
  if (casefold !== undefined && isTrue(casefold)) text = text.toUpperCase();
  const body = text.replace(/=+$/, '');
  const out: number[] = [];
  let buffer = 0;
  let held = 0;
  for (const character of body) {
    const value = alphabet32.indexOf(character);
    if (value < 0) raiseBinascii('Non-base32 digit found');
    buffer = ((buffer << 5) | value) & 0xffff;
    held += 5;
    if (held >= 8) {
      held -= 8;
      out.push((buffer >> held) & 0xff);
    }
  }
  if (![0, 1, 3, 4, 6].includes(text.length - body.length)) raiseBinascii('Incorrect padding');
  return bytesValue(Uint8Array.from(out));
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function fromHex(given: Value, message: string): Uint8Array {
  const text = String.fromCharCode(...bytesOrText(given, message));
  if (text.length % 2 !== 0) raiseBinascii('Odd-length string');
  if (!/^[0-9a-fA-F]*$/.test(text)) raiseBinascii('Non-hexadecimal digit found');
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}

function hexlify(data: Value, separator: Value | undefined, every: Value | undefined): Value {
  const text = hex(bytesOf(data));
  if (separator === undefined) return bytesValue(asciiBytes(text));
  const mark = asText(separator) ?? String.fromCharCode(...bytesOf(separator));
  const size = 2 * (every === undefined ? 1 : sizeOf(every));
  const groups: string[] = [];
  if (size > 0) {
    for (let end = text.length; end > 0; end -= size)
      groups.unshift(text.slice(Math.max(0, end - size), end));
  } else for (let at = 0; at < text.length; at -= size) groups.push(text.slice(at, at - size));
  return bytesValue(asciiBytes(groups.join(mark)));
}

/** Lines of 76 characters, each with its end. */
function encodeLines(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 57)
    text += `${encode(bytes.slice(at, at + 57), alphabet64, 6)}\n`;
  return text;
}

const urlAlphabet = new PyBytes(asciiBytes('-_'));

export const base64Module = (): PyModule => {
  const b64encode = (data: Value, altchars?: Value): Value =>
    bytesValue(asciiBytes(altered(encode(bytesOf(data), alphabet64, 6), altchars)));
  return defineModule({
    name: 'base64',
    functions: {
      'b64encode(s, altchars?)': b64encode,
      'b64decode(s, altchars?, validate?)': b64decode,
      'standard_b64encode(s)': (data: Value) => b64encode(data),
      'standard_b64decode(s)': (data: Value) => b64decode(data, undefined, undefined),
      'urlsafe_b64encode(s)': (data: Value) => b64encode(data, urlAlphabet),
      'urlsafe_b64decode(s)': (data: Value) => b64decode(data, urlAlphabet, undefined),
      'b32encode(s)': (data: Value) => bytesValue(asciiBytes(encode(bytesOf(data), alphabet32, 5))),
      'b32decode(s, casefold?)': b32decode,
      'b16encode(s)': (data: Value) => bytesValue(asciiBytes(hex(bytesOf(data)).toUpperCase())),
      'b16decode(s, casefold?)': (data: Value, casefold?: Value) => {
        const text = String.fromCharCode(...bytesOrText(data, notAscii));
        if (!(casefold !== undefined && isTrue(casefold)) && /[^0-9A-F]/.test(text)) {
          raiseBinascii('Non-base16 digit found');
        }
        return bytesValue(fromHex(data, notAscii));
      },
      'b85encode(b, pad?)': (data: Value, pad?: Value) =>
        bytesValue(asciiBytes(encode85(bytesOf(data), { keepsPadding: pad !== undefined && isTrue(pad) }))),
      'b85decode(b)': (data: Value) =>
        bytesValue(decode85(String.fromCharCode(...bytesOrText(data, notAscii)))),
      'encodebytes(s)': (data: Value) =>
        bytesValue(asciiBytes(encodeLines(bytesOf(data, 'expected bytes-like object, not %')))),
      'decodebytes(s)': (data: Value) =>
        bytesValue(decode64(bytesOf(data, 'expected bytes-like object, not %'))),
    },
    refused: '*',
  });
};

const hexArgument = "argument should be bytes, buffer or ASCII string, not '%'";

export const binasciiModule = (): PyModule => {
  const unhexlify = (data: Value): Value => bytesValue(fromHex(data, hexArgument));
  return defineModule({
    name: 'binascii',
    values: { Error: binasciiErrorType },
    functions: {
      'hexlify(data, sep?, bytes_per_sep?)': hexlify,
      'b2a_hex(data, sep?, bytes_per_sep?)': hexlify,
      'unhexlify(hexstr)': unhexlify,
      'a2b_hex(hexstr)': unhexlify,
      'a2b_base64(data)': (data: Value) => bytesValue(decode64(bytesOrText(data, hexArgument))),
      'b2a_base64(data, *, newline?)': (data: Value, newline?: Value) =>
        bytesValue(
          asciiBytes(
            encode(bytesOf(data), alphabet64, 6) + (newline === undefined || isTrue(newline) ? '\n' : ''),
          ),
        ),
      'crc32(data, crc?, /)': crc32,
    },
    refused: '*',
  });
};
