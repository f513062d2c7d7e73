/** Reads a pattern character by character; an escape is one item of two characters. From CPython's `re._parser.Tokenizer`. */
import { RegexError } from './syntaxTree.ts';

const nameStart = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;

/** True for what `str.isidentifier` accepts. */
export const isIdentifier = (text: string): boolean => nameStart.test(text);

export class PatternReader {
  /** The next item; null at the end. */
  next: string | null = null;
  readonly isText: boolean;
  /** Python 2 takes an escaped letter that means nothing for the letter. */
  readonly python: 2 | 3;
  readonly #characters: readonly string[];
  #index = 0;

  constructor(text: string, { isText, python }: { readonly isText: boolean; readonly python: 2 | 3 }) {
    this.isText = isText;
    this.python = python;
    this.#characters = [...text];
    this.#advance();
  }

  #advance(): void {
    let item = this.#characters[this.#index];
    if (item === undefined) {
      this.next = null;
      return;
    }
    if (item === '\\') {
      const escaped = this.#characters[++this.#index];
      if (escaped === undefined) {
        throw new RegexError('bad escape (end of pattern)', this.#characters.length - 1);
      }
      item += escaped;
    }
    this.#index++;
    this.next = item;
  }

  /** Takes the next item if it is this one. */
  match(item: string): boolean {
    if (this.next !== item) return false;
    this.#advance();
    return true;
  }

  get(): string | null {
    const item = this.next;
    this.#advance();
    return item;
  }

  /** Up to `count` items of these characters. */
  getWhile(count: number, characters: RegExp): string {
    let result = '';
    while (result.length < count && this.next !== null && characters.test(this.next)) result += this.get();
    return result;
  }

  /** The text before a terminator, which is taken too. */
  getUntil(terminator: string, name: string): string {
    let result = '';
    for (;;) {
      const item = this.get();
      if (item === null) {
        if (result === '') throw this.error(`missing ${name}`);
        throw this.error(`missing ${terminator}, unterminated name`, [...result].length);
      }
      if (item === terminator) {
        if (result === '') throw this.error(`missing ${name}`, 1);
        return result;
      }
      result += item;
    }
  }

  /** Where the next item begins. */
  tell(): number {
    return this.#index - (this.next === null ? 0 : [...this.next].length);
  }

  seek(index: number): void {
    this.#index = index;
    this.#advance();
  }

  /** An error `offset` characters before the next item. */
  error(message: string, offset = 0): RegexError {
    return new RegexError(message, this.tell() - offset);
  }

  /** Raises unless the text may name a group. */
  checkGroupName(name: string, offset: number): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant.
    const isAllowed = isIdentifier(name) && (this.isText || /^[\x00-\x7f]*$/.test(name));
    if (!isAllowed) {
      throw this.error(`bad character in group name ${quoted(name)}`, [...name].length + offset);
    }
  }
}

/** A name as Python's `repr` shows it, for names without control characters. */
export function quoted(name: string): string {
  const mark = name.includes("'") && !name.includes('"') ? '"' : "'";
  return mark + name.replace(/[\\']/g, (each) => (each === "'" && mark === '"' ? each : `\\${each}`)) + mark;
}
