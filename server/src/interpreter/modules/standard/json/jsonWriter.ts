/** Python values as JSON text, with the layout and the errors of CPython's `json.encoder`. */
import { PyDict } from '../../../containers.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { floatRepr } from '../../../protocols/text.ts';
import { isInstance, typeOf } from '../../../pyType.ts';
import { pythonVersion, runtime } from '../../../runtime.ts';
import { floatType, toFloat } from '../../../types/numberTypes.ts';
import { sortValues } from '../../../types/sorting.ts';
import { asText } from '../../../types/textValues.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../values.ts';

/** How to write. */
export interface JsonLayout {
  readonly skipKeys: boolean;
  readonly ensureAscii: boolean;
  readonly checkCircular: boolean;
  readonly allowNan: boolean;
  readonly sortKeys: boolean;
  /** One step of indentation; null: everything on one line. */
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  /** Gives something else to write for what JSON does not know. */
  readonly fallback: (value: Value) => Value;
}

const shortEscapes = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
]);

const escapeUnit = (unit: string): string =>
  shortEscapes.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them.
const mustEscape = /["\\\x00-\x1f]/g;
const mustEscapeAscii = /["\\]|[^ -~]/g;

/** A text in quotes. */
export const jsonString = (text: string, { ensureAscii }: { readonly ensureAscii: boolean }): string =>
  `"${text.replace(ensureAscii ? mustEscapeAscii : mustEscape, escapeUnit)}"`;

function jsonFloat(value: number, layout: JsonLayout): string {
  if (Number.isFinite(value)) return floatRepr(value);
  if (!layout.allowNan) {
    raiseValueError(`Out of range float values are not JSON compliant: ${floatRepr(value)}`);
  }
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

/** Writes one value; see {@link JsonLayout}. */
export class JsonWriter {
  readonly #layout: JsonLayout;
  readonly #open = new Set<object>();
  #count = 0;

  constructor(layout: JsonLayout) {
    this.#layout = layout;
  }

  write(value: Value, level = 0): string {
    if (++this.#count % 1024 === 0) {
      runtime().checkpoint();
      runtime().allocate(1024 * 32);
    }
    const scalar = this.#scalar(value);
    if (scalar !== null) return scalar;
    return this.#guarded(value as object, () => {
      if (value instanceof PyList || value instanceof PyTuple) return this.#array(value.items, level);
      if (value instanceof PyDict) return this.#object(value, level);
      return this.write(this.#layout.fallback(value), level);
    });
  }

  #scalar(value: Value): string | null {
    const text = asText(value);
    if (text !== null) return jsonString(text, { ensureAscii: this.#layout.ensureAscii });
    if (value === null) return 'null';
    if (typeof value === 'boolean') return String(value);
    const integer = asInteger(value);
    if (integer !== undefined) return String(integer);
    if (value instanceof PyFloat) return jsonFloat(value.value, this.#layout);
    return isInstance(value, floatType) ? jsonFloat(toFloat(value), this.#layout) : null;
  }

  #guarded(value: object, body: () => string): string {
    if (!this.#layout.checkCircular) return body();
    if (this.#open.has(value)) raiseValueError('Circular reference detected');
    this.#open.add(value);
    const text = body();
    this.#open.delete(value);
    return text;
  }

  #array(items: readonly Value[], level: number): string {
    return this.#enclosed(
      '[]',
      items.map((item) => this.write(item, level + 1)),
      level,
    );
  }

  #object(dict: PyDict, level: number): string {
    let pairs: Value[] = [...dict.table.entries()].map(({ key, value }) => new PyTuple([key, value]));
    if (this.#layout.sortKeys) pairs = sortValues(pairs, null, { reverse: false });
    const members: string[] = [];
    for (const pair of pairs) {
      const [key, value] = (pair as PyTuple).items as readonly [Value, Value];
      const name = this.#key(key);
      if (name === null) continue;
      const written = jsonString(name, { ensureAscii: this.#layout.ensureAscii });
      members.push(`${written}${this.#layout.keySeparator}${this.write(value, level + 1)}`);
    }
    return this.#enclosed('{}', members, level);
  }

  /** A key as text; null where it is skipped. */
  #key(key: Value): string | null {
    const text = asText(key);
    if (text !== null) return text;
    const scalar = this.#scalar(key);
    if (scalar !== null) return scalar;
    if (this.#layout.skipKeys) return null;
    const { name } = typeOf(key);
    return raiseTypeError(
      pythonVersion() === 2
        ? `keys must be a string`
        : `keys must be str, int, float, bool or None, not ${name}`,
    );
  }

  #enclosed(brackets: string, parts: readonly string[], level: number): string {
    const [open, close] = brackets as unknown as readonly [string, string];
    if (parts.length === 0) return brackets;
    const { indent, itemSeparator } = this.#layout;
    if (indent === null) return open + parts.join(itemSeparator) + close;
    const line = `\n${indent.repeat(level + 1)}`;
    return `${open}${line}${parts.join(itemSeparator + line)}\n${indent.repeat(level)}${close}`;
  }
}
