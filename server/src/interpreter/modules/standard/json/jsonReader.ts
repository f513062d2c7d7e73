/**
 * JSON text as Python values. What is accepted, and where an error is said to be, are those of CPython's scanner
 * (`Modules/_json.c`): `NaN` and `Infinity` are numbers, control characters in texts are not, unless `strict` is off.
 */
import { runtime } from '../../../runtime.ts';
import { int, PyFloat, PyList, type Value } from '../../../values.ts';

/** What the caller makes of the parts. */
export interface JsonHooks {
  readonly strict: boolean;
  text(text: string): Value;
  object(pairs: readonly (readonly [string, Value])[]): Value;
  float: ((text: string) => Value) | null;
  int: ((text: string) => Value) | null;
  constant: ((text: string) => Value) | null;
}

/** A text that is no JSON. `index` is a position in the JS string. */
export class JsonError extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
const plainText = /[^"\\]*/y;
const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
const words = new Map<string, Value>([
  ['null', null],
  ['true', true],
  ['false', false],
]);
const constants = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

export class JsonReader {
  readonly #text: string;
  readonly #hooks: JsonHooks;
  #at = 0;
  #count = 0;

  constructor(text: string, hooks: JsonHooks) {
    this.#text = text;
    this.#hooks = hooks;
  }

  /** The whole text as one value. */
  readAll(): Value {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new JsonError('Extra data', this.#at);
    return value;
  }

  /** One value that begins exactly at `start`, and where it ends. */
  readAt(start: number): readonly [Value, number] {
    this.#at = start;
    return [this.#value(), this.#at];
  }

  #skipSpace(): void {
    while (' \t\n\r'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
  }

  #value(): Value {
    if (++this.#count % 1024 === 0) {
      runtime().checkpoint();
      runtime().allocate(1024 * 48);
    }
    switch (this.#text[this.#at]) {
      case '"':
        return this.#hooks.text(this.#string());
      case '{':
        return this.#object();
      case '[':
        return this.#array();
    }
    for (const [word, value] of words) if (this.#takes(word)) return value;
    return this.#number();
  }

  #takes(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #number(): Value {
    const { constant, float, int: integer } = this.#hooks;
    number.lastIndex = this.#at;
    const match = number.exec(this.#text);
    if (match === null) {
      for (const [word, value] of constants) {
        if (this.#takes(word)) return constant ? constant(word) : new PyFloat(value);
      }
      throw new JsonError('Expecting value', this.#at);
    }
    const [written, fraction, exponent] = match;
    this.#at += written.length;
    if (fraction === undefined && exponent === undefined) {
      if (integer) return integer(written);
      return written.length < 16 ? int(Number(written)) : int(BigInt(written));
    }
    return float ? float(written) : new PyFloat(Number(written));
  }

  #array(): Value {
    const items: Value[] = [];
    this.#at++;
    this.#skipSpace();
    if (this.#takes(']')) return new PyList(items);
    for (;;) {
      items.push(this.#value());
      this.#skipSpace();
      if (this.#takes(']')) return new PyList(items);
      this.#expect(',', "Expecting ',' delimiter");
      this.#skipSpace();
    }
  }

  #object(): Value {
    const pairs: (readonly [string, Value])[] = [];
    this.#at++;
    this.#skipSpace();
    if (this.#takes('}')) return this.#hooks.object(pairs);
    for (;;) {
      if (this.#text[this.#at] !== '"') {
        throw new JsonError('Expecting property name enclosed in double quotes', this.#at);
      }
      const key = this.#string();
      this.#skipSpace();
      this.#expect(':', "Expecting ':' delimiter");
      this.#skipSpace();
      pairs.push([key, this.#value()]);
      this.#skipSpace();
      if (this.#takes('}')) return this.#hooks.object(pairs);
      this.#expect(',', "Expecting ',' delimiter");
      this.#skipSpace();
    }
  }

  #expect(character: string, message: string): void {
    if (!this.#takes(character)) throw new JsonError(message, this.#at);
  }

  #string(): string {
    const begin = this.#at;
    let result = '';
    this.#at++;
    for (;;) {
      plainText.lastIndex = this.#at;
      const plain = plainText.exec(this.#text)![0];
      this.#checkControls(plain);
      result += plain;
      this.#at += plain.length;
      const character = this.#text[this.#at++];
      if (character === '"') return result;
      if (character === undefined || this.#at >= this.#text.length) {
        throw new JsonError('Unterminated string starting at', begin);
      }
      result += this.#escape();
    }
  }

  #checkControls(plain: string): void {
    if (!this.#hooks.strict) return;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON does not allow them.
    const found = plain.search(/[\x00-\x1f]/);
    if (found >= 0) throw new JsonError('Invalid control character at', this.#at + found);
  }

  /** What follows a backslash. */
  #escape(): string {
    const letter = this.#text[this.#at++]!;
    if (letter !== 'u') {
      const known = escapes.get(letter);
      if (known === undefined) throw new JsonError('Invalid \\escape', this.#at - 2);
      return known;
    }
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits) || this.#at + 4 >= this.#text.length) {
      throw new JsonError('Invalid \\uXXXX escape', this.#at - 1);
    }
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
}
