/** Bytes as arguments and results; in Python 2 they are texts. */
import { notSupported, raiseTypeError } from '../../../exceptions.ts';
import { typeOf } from '../../../pyType.ts';
import { pythonVersion } from '../../../runtime.ts';
import { asText } from '../../../types/textValues.ts';
import { PyBytes, type Value } from '../../../values.ts';

/** The bytes of a value; raises TypeError with `message`, where `%` is the name of the type. */
export function bytesOf(value: Value, message = "a bytes-like object is required, not '%'"): Uint8Array {
  if (value instanceof PyBytes) return value.data;
  if (pythonVersion() === 2) {
    const text = asText(value);
    if (text !== null) return latin1(text);
  }
  return raiseTypeError(message.replace('%', typeOf(value).name));
}

/** Bytes, or a text of ASCII only. */
export function bytesOrText(value: Value, message: string): Uint8Array {
  const text = asText(value);
  return text === null ? bytesOf(value, message) : latin1(text);
}

function latin1(text: string): Uint8Array {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant.
  if (/[^\x00-\x7f]/.test(text)) notSupported('bytes of a text that is not ASCII');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Bytes as a value. */
export function bytesValue(bytes: Uint8Array): Value {
  if (pythonVersion() === 3) return new PyBytes(bytes);
  if (bytes.some((byte) => byte > 127)) notSupported('a byte string that is not ASCII');
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** The bytes of an ASCII text. */
export const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
