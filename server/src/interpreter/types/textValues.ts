/** Texts of both Pythons as JS strings. */
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

/** What the parts of a text together are in Python 2: unicode when one of them is. */
export const likeAny = (models: readonly Value[], text: string): Value =>
  pythonVersion() === 2 && models.some((model) => model instanceof PyUnicode) ? new PyUnicode(text) : text;
