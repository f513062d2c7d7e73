/** Which characters a set of a pattern holds, under its flags: a bitmap for the first 256, the rules for the others. */
import { type CategoryName, flag, type SetItem } from './syntaxTree.ts';

const digit = /^\p{Nd}$/u;
const word = /^[\p{L}\p{N}_]$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python counts the separators 0x1c to 0x1f as space.
const space = /^[\p{Zs}\u2028\u2029\t-\r\x1c-\x1f\x85]$/u;

const unicodeTests: Readonly<Record<CategoryName, (code: number) => boolean>> = {
  digit: (code) => digit.test(String.fromCodePoint(code)),
  word: (code) => word.test(String.fromCodePoint(code)),
  space: (code) => space.test(String.fromCodePoint(code)),
};

const isAsciiDigit = (code: number): boolean => code >= 48 && code <= 57;
const asciiTests: Readonly<Record<CategoryName, (code: number) => boolean>> = {
  digit: isAsciiDigit,
  word: (code) =>
    isAsciiDigit(code) || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122),
  space: (code) => code === 32 || (code >= 9 && code <= 13),
};

const latinWords = Uint8Array.from({ length: 256 }, (_, code) => Number(unicodeTests.word(code)));

/** Whether a character belongs to a word, for `\b`. */
export function isWordCharacter(code: number, isUnicode: boolean): boolean {
  if (!isUnicode) return asciiTests.word(code);
  return code < 256 ? latinWords[code] === 1 : unicodeTests.word(code);
}

const single = (text: string, otherwise: number): number => {
  const code = text.codePointAt(0)!;
  return text.length === (code > 0xffff ? 2 : 1) ? code : otherwise;
};

/** Unicode's simple lower case of one character. */
function lower(code: number): number {
  if (code === 0x130) return 0x69;
  return single(String.fromCodePoint(code).toLowerCase(), code);
}

const upper = (code: number): number => single(String.fromCodePoint(code).toUpperCase(), code);

/** The characters that a character equals when case is ignored, itself first. */
function caseVariants(code: number, isUnicode: boolean): readonly number[] {
  if (!isUnicode) {
    if (code >= 65 && code <= 90) return [code, code + 32];
    return code >= 97 && code <= 122 ? [code, code - 32] : [code];
  }
  const small = lower(code);
  const large = upper(code);
  return [...new Set([code, small, large, lower(large), upper(small)])];
}

/** One character for all that are equal when case is ignored. */
export function foldCase(code: number, isUnicode: boolean): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return isUnicode ? lower(upper(lower(code))) : code;
}

/** A set of characters. */
export class CharacterSet {
  readonly #bits = new Uint8Array(256);
  readonly #rule: (code: number) => boolean;
  /** What the rule said of characters beyond the bitmap. */
  readonly #known = new Map<number, boolean>();

  constructor(rule: (code: number) => boolean) {
    this.#rule = rule;
    for (let code = 0; code < 256; code++) this.#bits[code] = Number(rule(code));
  }

  has(code: number): boolean {
    if (code < 256) return this.#bits[code] === 1;
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    const answer = this.#rule(code);
    if (this.#known.size < 4096) this.#known.set(code, answer);
    return answer;
  }
}

/** The set of `[…]`. */
export function characterSet(items: readonly SetItem[], isNegated: boolean, flags: number): CharacterSet {
  const isUnicode = (flags & flag.unicode) !== 0;
  const tests = isUnicode ? unicodeTests : asciiTests;
  const holds = (code: number): boolean =>
    items.some((item) =>
      item.kind === 'range'
        ? code >= item.from && code <= item.to
        : tests[item.name](code) !== item.isNegated,
    );
  if (!(flags & flag.ignoreCase)) return new CharacterSet((code) => holds(code) !== isNegated);
  return new CharacterSet((code) => caseVariants(code, isUnicode).some(holds) !== isNegated);
}

/** The set of one character whose case is ignored; null where it has only one case. */
export function literalSet(code: number, flags: number): CharacterSet | null {
  const isUnicode = (flags & flag.unicode) !== 0;
  const fold = foldCase(code, isUnicode);
  const hasCases = caseVariants(code, isUnicode).length > 1;
  return hasCases ? new CharacterSet((other) => foldCase(other, isUnicode) === fold) : null;
}
