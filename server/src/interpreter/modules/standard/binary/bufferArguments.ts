/** Bytes as arguments and results; in Python 2 they are texts. */
import { bytesOfString, isAscii, stringOfBytes } from '../../../byteTexts.ts';
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
    if (text !== null) return bytesOfString(text);
  }
  return raiseTypeError(message.replace('%', typeOf(value).name));
}

/** Bytes, or a text of ASCII only. */
export function bytesOrText(value: Value, message: string): Uint8Array {
  const text = asText(value);
  if (text === null) return bytesOf(value, message);
  if (pythonVersion() === 3 && !isAscii(text)) notSupported('bytes of a text that is not ASCII');
  return bytesOfString(text);
}

/** Bytes as a value. */
export function bytesValue(bytes: Uint8Array): Value {
  return pythonVersion() === 3 ? new PyBytes(bytes) : stringOfBytes(bytes);
}

/** The bytes of an ASCII text. */
export const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
