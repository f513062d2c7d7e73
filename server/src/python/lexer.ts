/**
 * Splits a text into tokens, Python 2 and 3 alike. The parser does not parse these tokens; they say what no grammar
 * does: which Python this is, where cells begin, and which characters tree-sitter should see (`mask.ts`).
 *
 * F-strings follow PEP 701: fields are ordinary tokens between `formatText` tokens. Never throws; an unterminated
 * literal becomes one `brokenString` token to the end of its line (or of the text, with triple quotes).
 */
import type { SyntaxProblem } from './parsedFile.ts';

export const tokenKinds = {
  name: 1,
  number: 2,
  /** A whole literal without fields. */
  string: 3,
  /** Prefix and opening quotes of an f-string. */
  formatStart: 4,
  /** Literal text in an f-string or a format specification; can be empty. */
  formatText: 5,
  formatEnd: 6,
  /** `!r` */
  conversion: 7,
  operator: 8,
  /** The end of a logical line; empty at the end of the text. */
  newline: 9,
  comment: 10,
  /** A backslash and the line break after it. */
  continuation: 11,
  /** White space at the start of a line that has tabs after blanks. */
  mixedIndent: 12,
  brokenString: 13,
  backtick: 14,
  /** A line break inside brackets that are closed later. */
  innerBreak: 15,
  /** A line break inside brackets that are not. */
  openBreak: 16,
} as const;

/** Tokens as columns. */
export class TokenTable {
  readonly kinds: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly problems: SyntaxProblem[] = [];

  get count(): number {
    return this.kinds.length;
  }

  add(kind: number, start: number, end: number): void {
    this.kinds.push(kind);
    this.starts.push(start);
    this.ends.push(end);
  }

  /** Forgets the tokens from `count` on. */
  truncate(count: number): void {
    this.kinds.length = count;
    this.starts.length = count;
    this.ends.length = count;
  }
}

/** Where to read, for a text of which a part is known. */
export interface LexRange {
  /** The start of a line outside of brackets. */
  readonly start: number;
  /** Told of the start of every later line outside of brackets; true ends the reading there. */
  readonly endsAt: (lineStart: number) => boolean;
}

/**
 * How far ahead of a line its tokens can depend on the text after it: where brackets or a field of an f-string are open,
 * the lexer looks for their end.
 */
export const lookAhead = 2200;

const wholeText: LexRange = { start: 0, endsAt: () => false };

/** The tokens of a text, or of a part of it, in source order. */
export function lex(text: string, range = wholeText): TokenTable {
  const lexer = new Lexer(text, range);
  lexer.run();
  return lexer.tokens;
}

const code = (character: string): number => character.charCodeAt(0);
const [newline, carriageReturn, tab, formFeed, space, backslash, hash] = [
  code('\n'),
  code('\r'),
  code('\t'),
  code('\f'),
  code(' '),
  code('\\'),
  code('#'),
];
const [openBrace, closeBrace, colon, exclamation, equals, dot, backtick] = [
  code('{'),
  code('}'),
  code(':'),
  code('!'),
  code('='),
  code('.'),
  code('`'),
];

const prefixPattern = /^(?:[urbft]|[urbft]r|r[bft])$/i;
const numberPattern =
  /0[xX][\da-fA-F_]+[lL]?|0[oO][\d_]+[lL]?|0[bB][\d_]+[lL]?|(?:\d[\d_]*(?:\.(?:\d[\d_]*)?)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJlL]?/y;
/** Words that can not stand at the start of a line inside brackets: there a bracket was forgotten. */
const lineStartPattern =
  /(?:def|class|import|return|while|try|with|raise|del|pass|break|continue|global|nonlocal|assert|except|finally|elif)\b/y;

/** An f-string that is being read. */
interface FormatString {
  readonly start: number;
  readonly firstToken: number;
  readonly quotes: string;
  readonly isRaw: boolean;
  /** Entries of the bracket stack outside it. */
  readonly outerBrackets: number;
}

/** An open bracket, or an open field of an f-string. */
interface Bracket {
  readonly closing: number;
  readonly format: FormatString | null;
  isSpecification: boolean;
}

/** 1 where a character can be in a name. */
const nameCharacters = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')
  nameCharacters[code(character)] = 1;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isBlank = (unit: number): boolean => unit === space || unit === tab;
const isLineBreak = (unit: number): boolean => unit === newline || unit === carriageReturn;

class Lexer {
  readonly tokens = new TokenTable();
  readonly #text: string;
  readonly #brackets: Bracket[] = [];
  /** Line breaks since the outermost bracket that is open. */
  readonly #innerBreaks: number[] = [];
  readonly #endsAt: LexRange['endsAt'];
  #position: number;
  #isAtEnd = false;

  constructor(text: string, range: LexRange) {
    this.#text = text;
    this.#endsAt = range.endsAt;
    this.#position = range.start;
  }

  run(): void {
    this.#indentation();
    for (;;) {
      while (this.#position < this.#text.length && !this.#isAtEnd)
        this.#token(this.#text.charCodeAt(this.#position));
      if (this.#isAtEnd) return;
      const open = this.#brackets.find((bracket) => bracket.format)?.format;
      if (!open) break;
      this.#breakString(open);
    }
    if (this.#brackets.length > 0) this.#forgetBrackets();
    this.tokens.add(tokenKinds.newline, this.#text.length, this.#text.length);
  }

  #token(unit: number): void {
    if (unit < 128 ? nameCharacters[unit] === 1 && !isDigit(unit) : isNameLike(unit)) this.#name();
    else if (unit === space || unit === tab || unit === formFeed) this.#position++;
    else if (isLineBreak(unit)) this.#lineBreak();
    else if (isDigit(unit) || (unit === dot && isDigit(this.#text.charCodeAt(this.#position + 1))))
      this.#number();
    else if (unit === 0x22 || unit === 0x27) this.#string(this.#position, '');
    else if (unit === hash) this.#comment();
    else if (unit === backslash) this.#backslash();
    else if (unit === backtick) this.#single(tokenKinds.backtick);
    else this.#operator(unit);
  }

  #single(kind: number): void {
    this.tokens.add(kind, this.#position, ++this.#position);
  }

  #name(): void {
    const start = this.#position;
    let end = start + 1;
    for (;;) {
      const unit = this.#text.charCodeAt(end);
      if (!(unit < 128 ? nameCharacters[unit] === 1 : isNameLike(unit))) break;
      end++;
    }
    const quote = this.#text.charCodeAt(end);
    this.#position = end;
    if (end - start <= 2 && (quote === 0x22 || quote === 0x27)) {
      const prefix = this.#text.slice(start, end);
      if (prefixPattern.test(prefix)) {
        this.#string(start, prefix.toLowerCase());
        return;
      }
    }
    this.tokens.add(tokenKinds.name, start, end);
  }

  #number(): void {
    numberPattern.lastIndex = this.#position;
    const length = numberPattern.exec(this.#text)?.[0].length ?? 1;
    this.tokens.add(tokenKinds.number, this.#position, this.#position + length);
    this.#position += length;
  }

  #comment(): void {
    const start = this.#position;
    let end = start;
    while (end < this.#text.length && !isLineBreak(this.#text.charCodeAt(end))) end++;
    this.tokens.add(tokenKinds.comment, start, end);
    this.#position = end;
  }

  /** A backslash joins lines; anywhere else it is no token of Python and is left to the parser. */
  #backslash(): void {
    const start = this.#position;
    const end = start + 1 + lineBreakLength(this.#text, start + 1);
    this.#position = end;
    if (end > start + 1 || end === this.#text.length) this.tokens.add(tokenKinds.continuation, start, end);
  }

  #lineBreak(): void {
    const start = this.#position;
    const end = start + lineBreakLength(this.#text, start);
    const format = this.#brackets.findLast((bracket) => bracket.format)?.format;
    if (format && format.quotes.length === 1 && !this.#closesLater(format, end)) {
      this.#breakString(format);
      return;
    }
    this.#position = end;
    if (this.#brackets.length > 0 && !format && this.#startsStatement(end)) this.#forgetBrackets();
    if (this.#brackets.length > 0) {
      this.#innerBreaks.push(this.tokens.count);
      this.tokens.add(tokenKinds.innerBreak, start, end);
      return;
    }
    this.tokens.add(tokenKinds.newline, start, end);
    this.#isAtEnd = this.#endsAt(end);
    if (this.#isAtEnd) return;
    this.#indentation();
  }

  /** Brackets that nobody closed: their lines are lines of their own. */
  #forgetBrackets(): void {
    this.#brackets.length = 0;
    for (const index of this.#innerBreaks) this.tokens.kinds[index] = tokenKinds.openBreak;
    this.#innerBreaks.length = 0;
  }

  #startsStatement(lineStart: number): boolean {
    let position = lineStart;
    const limit = lineStart + lookAhead / 2;
    while (position < limit && isBlank(this.#text.charCodeAt(position))) position++;
    lineStartPattern.lastIndex = position;
    return lineStartPattern.test(this.#text);
  }

  #indentation(): void {
    const start = this.#position;
    let isMixed = false;
    let position = start;
    for (; ; position++) {
      const unit = this.#text.charCodeAt(position);
      if (unit === tab) isMixed ||= this.#text.charCodeAt(position - 1) === space && position > start;
      else if (unit !== space && unit !== formFeed) break;
    }
    if (isMixed) this.tokens.add(tokenKinds.mixedIndent, start, position);
    this.#position = position;
  }

  #operator(unit: number): void {
    const top = this.#brackets.at(-1);
    if (top?.format && !this.#continuesField(unit, top)) return;
    const start = this.#position;
    if (unit === 0x28 || unit === 0x5b || unit === openBrace)
      this.#brackets.push({ closing: unit === 0x28 ? 0x29 : unit + 2, format: null, isSpecification: false });
    else if (unit === 0x29 || unit === 0x5d || unit === closeBrace) this.#close(unit);
    const end = start + operatorLength(unit, this.#text.charCodeAt(start + 1));
    this.tokens.add(tokenKinds.operator, start, end);
    this.#position = end;
  }

  /** Closes a bracket and what was forgotten inside it; a bracket that nobody opened closes nothing. */
  #close(unit: number): void {
    for (let index = this.#brackets.length - 1; index >= 0; index--) {
      const bracket = this.#brackets[index]!;
      if (bracket.format) return;
      if (bracket.closing !== unit) continue;
      this.#brackets.length = index;
      if (index === 0) this.#innerBreaks.length = 0;
      return;
    }
  }

  // --------------------------------------------------------------------------------------------------------- strings

  /** A literal whose prefix is read; `#position` is at its quotes. */
  #string(start: number, prefix: string): void {
    const quote = this.#text[this.#position]!;
    const isTriple = this.#text.startsWith(quote.repeat(3), this.#position);
    const quotes = isTriple ? quote.repeat(3) : quote;
    this.#position += quotes.length;
    if (/[ft]/.test(prefix)) {
      const format: FormatString = {
        start,
        firstToken: this.tokens.count,
        quotes,
        isRaw: prefix.includes('r'),
        outerBrackets: this.#brackets.length,
      };
      this.tokens.add(tokenKinds.formatStart, start, this.#position);
      this.#formatText(format);
      return;
    }
    const end = this.#stringEnd(this.#position, quotes);
    if (end < 0) {
      this.#breakLiteral(start, quotes);
      return;
    }
    this.tokens.add(tokenKinds.string, start, end);
    this.#position = end;
  }

  /** The offset after the closing quotes, -1 without any. */
  #stringEnd(from: number, quotes: string): number {
    const quote = code(quotes);
    const isTriple = quotes.length === 3;
    for (let position = from; position < this.#text.length; position++) {
      const unit = this.#text.charCodeAt(position);
      if (unit === backslash) position += Math.max(1, lineBreakLength(this.#text, position + 1));
      else if (unit === quote && (!isTriple || this.#text.startsWith(quotes, position)))
        return position + quotes.length;
      else if (!isTriple && isLineBreak(unit)) return -1;
    }
    return -1;
  }

  /** A literal without an end reaches to the end of its line, with triple quotes to the end of the text. */
  #breakLiteral(start: number, quotes: string): void {
    let end = start;
    if (quotes.length === 3) end = this.#text.length;
    else while (end < this.#text.length && !isLineBreak(this.#text.charCodeAt(end))) end++;
    this.tokens.add(tokenKinds.brokenString, start, end);
    const shownEnd = Math.min(end, start + quotes.length + 2);
    this.tokens.problems.push({ span: { start, end: shownEnd }, message: 'this string has no end' });
    this.#position = end;
  }

  /** Takes back what was read of an f-string. */
  #breakString(format: FormatString): void {
    this.tokens.truncate(format.firstToken);
    while (this.#innerBreaks.at(-1)! >= format.firstToken) this.#innerBreaks.pop();
    this.#brackets.length = format.outerBrackets;
    this.#breakLiteral(format.start, format.quotes);
  }

  /** Literal text of an f-string, up to a field or the end. */
  #formatText(format: FormatString): void {
    const start = this.#position;
    const text = this.#text;
    let position = start;
    for (; position < text.length; position++) {
      const unit = text.charCodeAt(position);
      if (unit === backslash) position = this.#afterFormatEscape(position, format) - 1;
      else if (text.startsWith(format.quotes, position)) {
        this.#endFormat(format, start, position);
        return;
      } else if (format.quotes.length === 1 && isLineBreak(unit)) break;
      else if (unit === openBrace || unit === closeBrace) {
        if (text.charCodeAt(position + 1) === unit) position++;
        else if (unit === openBrace) {
          this.#openField(format, start, position);
          return;
        } else
          this.tokens.problems.push({
            span: { start: position, end: position + 1 },
            message: 'a single "}" does not fit into an f-string',
          });
      }
    }
    this.#breakString(format);
  }

  /** `\N{NAME}` is no field, and neither quote nor line break end the text after a backslash. */
  #afterFormatEscape(position: number, format: FormatString): number {
    const next = this.#text[position + 1];
    if (next === '{' || next === '}') return position + 1;
    if (next === 'N' && !format.isRaw && this.#text[position + 2] === '{') {
      const close = this.#text.indexOf('}', position);
      if (close > 0 && close < position + 100) return close + 1;
    }
    return position + 1 + Math.max(1, lineBreakLength(this.#text, position + 1));
  }

  #endFormat(format: FormatString, textStart: number, position: number): void {
    this.tokens.add(tokenKinds.formatText, textStart, position);
    this.#position = position + format.quotes.length;
    this.tokens.add(tokenKinds.formatEnd, position, this.#position);
  }

  #openField(format: FormatString, textStart: number, position: number): void {
    this.tokens.add(tokenKinds.formatText, textStart, position);
    this.tokens.add(tokenKinds.operator, position, position + 1);
    this.#position = position + 1;
    this.#brackets.push({ closing: closeBrace, format, isSpecification: false });
  }

  /** At an operator directly in a field: `}`, `:` and `!` end the expression. False when the operator is done. */
  #continuesField(unit: number, field: Bracket): boolean {
    const start = this.#position;
    if (unit === closeBrace) {
      this.#brackets.pop();
      if (this.#brackets.length === 0) this.#innerBreaks.length = 0;
      this.tokens.add(tokenKinds.operator, start, ++this.#position);
      if (this.#brackets.at(-1)?.isSpecification) this.#specification(this.#brackets.at(-1)!);
      else this.#formatText(field.format!);
      return false;
    }
    if (unit === colon) {
      field.isSpecification = true;
      this.tokens.add(tokenKinds.operator, start, ++this.#position);
      this.#specification(field);
      return false;
    }
    if (unit === exclamation && this.#text.charCodeAt(start + 1) !== equals) {
      this.#position++;
      while (nameCharacters[this.#text.charCodeAt(this.#position)] === 1) this.#position++;
      this.tokens.add(tokenKinds.conversion, start, this.#position);
      return false;
    }
    return true;
  }

  /** The text of a format specification, up to a field in it or to the `}` after it. */
  #specification(field: Bracket): void {
    const format = field.format!;
    const start = this.#position;
    for (let position = start; position < this.#text.length; position++) {
      const unit = this.#text.charCodeAt(position);
      if (unit === openBrace) {
        this.#openField(format, start, position);
        return;
      }
      if (unit === closeBrace) {
        this.tokens.add(tokenKinds.formatText, start, position);
        this.#position = position;
        field.isSpecification = false;
        return;
      }
      const isEnd = this.#text.startsWith(format.quotes, position);
      if (isEnd || (format.quotes.length === 1 && isLineBreak(unit))) break;
    }
    this.#breakString(format);
  }

  /** A field in single quotes may span lines since Python 3.12: true when it and its string end soon. */
  #closesLater(format: FormatString, from: number): boolean {
    const ahead = this.#text.slice(from, from + 2000);
    const close = ahead.indexOf('}');
    if (close < 0) return false;
    const rest = ahead.slice(close);
    const quote = rest.indexOf(format.quotes);
    return quote >= 0 && !/[\r\n]/.test(rest.slice(0, quote));
  }
}

/** The length of the line break at an offset, 0 when there is none. */
export function lineBreakLength(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit === newline) return 1;
  if (unit !== carriageReturn) return 0;
  return text.charCodeAt(offset + 1) === newline ? 2 : 1;
}

/** What is not ASCII is part of a name, but for the blanks and line separators of Unicode. */
const isNameLike = (unit: number): boolean =>
  unit >= 128 && unit !== 0xa0 && unit !== 0x3000 && unit !== 0xfeff && !(unit >= 0x2000 && unit <= 0x206f);

function operatorLength(unit: number, next: number): number {
  if (next === equals && '<>=!+-*/%@&|^:'.includes(String.fromCharCode(unit))) return 2;
  if (unit === next && (unit === 0x2a || unit === 0x2f || unit === 0x3c || unit === 0x3e)) return 2;
  const isArrow = unit === 0x2d && next === 0x3e;
  const isOldNotEqual = unit === 0x3c && next === 0x3e;
  return isArrow || isOldNotEqual ? 2 : 1;
}
