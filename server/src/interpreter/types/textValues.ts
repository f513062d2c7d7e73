/** Texts of both Pythons as JS strings. */
import { decodeAscii } from '../byteTexts.ts';
import { pythonVersion } from '../runtime.ts';
import { PyBoxed, PyUnicode, unboxed, type Value } from '../values.ts';

/** The text of a str or unicode; null for other values. */
export function asText(value: Value): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof PyUnicode) return value.value;
  return value instanceof PyBoxed ? asText(value.plain) : null;
}

/** `text` as a value of the kind that `model` is. */
export const like = (model: Value, text: string): Value =>
  unboxed(model) instanceof PyUnicode ? new PyUnicode(text) : text;

/**
 * True in Python 2 when one of these texts is unicode: then all of them have to be, and byte strings among them are decoded. Raises
 * UnicodeDecodeError for those that are not ASCII.
 */
export function areUnicode(texts: readonly Value[]): boolean {
  if (pythonVersion() === 3 || !texts.some((each) => unboxed(each) instanceof PyUnicode)) return false;
  for (const each of texts) {
    const plain = unboxed(each);
    if (typeof plain === 'string') decodeAscii(plain);
  }
  return true;
}

/** What the parts of a text together are in Python 2: unicode when one of them is. */
export const likeAny = (models: readonly Value[], text: string): Value =>
  areUnicode(models) ? new PyUnicode(text) : text;
