/**
 * The position in a text file that is read: lines, characters, and places as numbers of bytes. Line breaks are translated while
 * they are read, so that a place in the text stays a place in the file.
 */
import { utf8 } from '../../utf8.ts';

/** Python's `newline`: null translates all line breaks, '' only recognises them, others are the only break. */
export type Newline = null | '' | '\n' | '\r' | '\r\n';

export class TextReader {
  readonly #text: string;
  readonly #newline: Newline;
  /** Bytes of one UTF-16 unit; null: UTF-8. */
  readonly #unitBytes: number | null;
  #at = 0;

  constructor(text: string, options: { readonly newline: Newline; readonly unitBytes: number | null }) {
    this.#text = text;
    this.#newline = options.newline;
    this.#unitBytes = options.unitBytes;
  }

  /** The rest of the text. */
  rest(): string {
    const rest = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return this.#newline === null ? rest.replace(/\r\n?/g, '\n') : rest;
  }

  /** At most `count` characters. */
  take(count: number): string {
    let result = '';
    for (let taken = 0; taken < count && this.#at < this.#text.length; taken++) {
      const character = String.fromCodePoint(this.#text.codePointAt(this.#at)!);
      this.#at += character.length;
      if (character !== '\r' || this.#newline !== null) result += character;
      else {
        if (this.#text[this.#at] === '\n') this.#at++;
        result += '\n';
      }
    }
    return result;
  }

  /** The next line with its break, at most `limit` UTF-16 units; '' at the end. */
  line(limit = Number.POSITIVE_INFINITY): string {
    const start = this.#at;
    const end = Math.min(this.#lineEnd(), start + limit);
    this.#at = end;
    const line = this.#text.slice(start, end);
    return this.#newline === null && line.includes('\r') ? line.replace(/\r\n?$/, '\n') : line;
  }

  #lineEnd(): number {
    const text = this.#text;
    const newline = this.#newline;
    if (newline !== null && newline !== '') {
      const at = text.indexOf(newline, this.#at);
      return at < 0 ? text.length : at + newline.length;
    }
    const feed = text.indexOf('\n', this.#at);
    const carriage = text.slice(this.#at, feed < 0 ? undefined : feed).indexOf('\r');
    if (carriage < 0) return feed < 0 ? text.length : feed + 1;
    const at = this.#at + carriage;
    return text[at + 1] === '\n' ? at + 2 : at + 1;
  }

  /** The place in bytes from the beginning. */
  get bytePosition(): number {
    if (this.#unitBytes !== null) return this.#at * this.#unitBytes;
    return utf8(this.#text.slice(0, this.#at)).length;
  }

  /** Goes to a place in bytes. */
  seek(byte: number): void {
    if (this.#unitBytes !== null) this.#at = Math.min(Math.floor(byte / this.#unitBytes), this.#text.length);
    else this.#at = unitsBefore(this.#text, byte);
  }

  seekToEnd(): void {
    this.#at = this.#text.length;
  }
}

/** UTF-16 units of a text that come before a place in its UTF-8 bytes. */
function unitsBefore(text: string, byte: number): number {
  let seen = 0;
  let units = 0;
  for (const character of text) {
    if (seen >= byte) break;
    seen += utf8(character).length;
    units += character.length;
  }
  return units;
}
