/**
 * What literals mean: the number behind a `Number` node, and the text behind the body of a string literal.
 * Does not look at trees; the converter calls it with source text.
 */
import { characterNamed } from './characterNames.ts';
import type { NumberLiteral } from './syntax.ts';

/**
 * The number of a literal. An `int` or `long` is a `number` when it is a safe integer, else a `bigint`; a `float` is a
 * `number`; an `imaginary` gives its imaginary part as a `number`.
 */
export function numberValue(literal: NumberLiteral): number | bigint {
  const text = literal.text.replaceAll('_', '').toLowerCase();
  switch (literal.variety) {
    case 'imaginary':
      return Number(text.slice(0, -1));
    case 'float':
      return Number(text);
    case 'long':
      return integerValue(text.slice(0, -1));
    case 'int':
      return integerValue(text);
  }
}

function integerValue(digits: string): number | bigint {
  const isOldOctal = /^0[0-7]+$/.test(digits);
  const text = isOldOctal ? `0o${digits.slice(1)}` : digits;
  const value = Number(text);
  return Number.isSafeInteger(value) || Number.isNaN(value) ? value : BigInt(text);
}

/** How the body of a literal is read; follows from its prefix and the version of the file. */
export interface StringMode {
  readonly isBytes: boolean;
  /** `\n`, `\x41`, …: all but raw literals. */
  readonly hasEscapes: boolean;
  /** `\u` and `\U`: in Python 3 all but raw and bytes; in Python 2 unicode literals, even raw ones. */
  readonly hasUnicodeEscapes: boolean;
}

/** The text of a literal; `problem` says what is wrong with it, at an offset in the body. */
export interface DecodedString {
  readonly value: string;
  readonly problem: StringProblem | null;
}

export interface StringProblem {
  readonly offset: number;
  readonly message: string;
}

/** Decodes what stands between the quotes. A bytes literal gives one unit 0–255 per byte. */
export function decodeString(body: string, mode: StringMode): DecodedString {
  const needsWork = mode.isBytes || body.includes('\\') || body.includes('\r');
  return needsWork ? new Decoder(body, mode).decode() : { value: body, problem: null };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Goes through one body from escape to escape. */
class Decoder {
  readonly #body: string;
  readonly #mode: StringMode;
  readonly #parts: string[] = [];
  #problem: StringProblem | null = null;

  constructor(body: string, mode: StringMode) {
    this.#body = body;
    this.#mode = mode;
  }

  decode(): DecodedString {
    let offset = 0;
    for (;;) {
      const backslash = this.#body.indexOf('\\', offset);
      this.#addPlain(offset, backslash < 0 ? this.#body.length : backslash);
      if (backslash < 0) break;
      offset = this.#escape(backslash);
    }
    return { value: this.#parts.join(''), problem: this.#problem };
  }

  #addPlain(from: number, to: number): void {
    const text = this.#body.slice(from, to);
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    this.#parts.push(this.#mode.isBytes ? utf8Units(lines) : lines);
  }

  /** Decodes the escape at a backslash and returns the offset after it. */
  #escape(backslash: number): number {
    const letter = this.#body[backslash + 1] ?? '';
    const isUnicode = letter === 'u' || letter === 'U';
    if (isUnicode && this.#mode.hasUnicodeEscapes) return this.#hexEscape(backslash, letter);
    if (!this.#mode.hasEscapes) return this.#keep(backslash, backslash + (letter === '\\' ? 2 : 1));
    if (letter === 'x') return this.#hexEscape(backslash, letter);
    if (letter === 'N' && this.#mode.hasUnicodeEscapes) return this.#namedEscape(backslash);
    if (letter >= '0' && letter <= '7') return this.#octalEscape(backslash);
    if (letter === '\r') return backslash + (this.#body[backslash + 2] === '\n' ? 3 : 2);
    if (Object.hasOwn(simpleEscapes, letter)) {
      this.#parts.push(simpleEscapes[letter]!);
      return backslash + 2;
    }
    return this.#keep(backslash, backslash + 1);
  }

  #octalEscape(backslash: number): number {
    const digits = /^[0-7]{1,3}/.exec(this.#body.slice(backslash + 1, backslash + 4))![0];
    const value = Number.parseInt(digits, 8);
    this.#parts.push(String.fromCharCode(this.#mode.isBytes ? value & 0xff : value));
    return backslash + 1 + digits.length;
  }

  #hexEscape(backslash: number, letter: string): number {
    const length = hexLengths[letter]!;
    const end = backslash + 2 + length;
    const digits = this.#body.slice(backslash + 2, end);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits))
      return this.#keep(backslash, backslash + 2, `\\${letter} needs ${length} hexadecimal digits`);
    const value = Number.parseInt(digits, 16);
    if (value > 0x10ffff) return this.#keep(backslash, end, 'there is no such Unicode character');
    this.#parts.push(String.fromCodePoint(value));
    return end;
  }

  #namedEscape(backslash: number): number {
    const match = /^\{([^}]*)\}/.exec(this.#body.slice(backslash + 2, backslash + 130));
    if (!match) return this.#keep(backslash, backslash + 2, '\\N needs a name in braces');
    const end = backslash + 2 + match[0].length;
    const character = characterNamed(match[1]!);
    if (character === null)
      return this.#keep(backslash, end, `ScanLens does not know the character name "${match[1]}"`);
    this.#parts.push(character);
    return end;
  }

  /** Keeps the source text as it is. */
  #keep(from: number, to: number, message?: string): number {
    this.#addPlain(from, to);
    if (message !== undefined) this.#problem ??= { offset: from, message };
    return to;
  }
}

/** The UTF-8 encoding with one unit per byte. */
function utf8Units(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) result += character;
    else if (code < 0x800) result += units(0xc0 | (code >> 6), code & 63);
    else if (code < 0x10000) result += units(0xe0 | (code >> 12), (code >> 6) & 63, code & 63);
    else result += units(0xf0 | (code >> 18), (code >> 12) & 63, (code >> 6) & 63, code & 63);
  }
  return result;
}

const units = (lead: number, ...rest: readonly number[]): string =>
  String.fromCharCode(lead, ...rest.map((bits) => 0x80 | bits));
