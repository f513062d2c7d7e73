/** Escapes of patterns, outside and inside of `[…]`. From CPython's `re._parser`. */
import type { PatternReader } from './patternReader.ts';
import { type CategoryName, type Node, type Place, RegexError, type SetItem } from './syntaxTree.ts';

const hexDigits = /^[0-9a-fA-F]$/;
const octalDigits = /^[0-7]$/;
const isDigit = (text: string | null | undefined): boolean => /^[0-9]$/.test(text ?? '');
const isOctal = (text: string | null | undefined): boolean => octalDigits.test(text ?? '');

const characters = new Map([
  ['\\a', 7],
  ['\\b', 8],
  ['\\f', 12],
  ['\\n', 10],
  ['\\r', 13],
  ['\\t', 9],
  ['\\v', 11],
  ['\\\\', 92],
]);

const places = new Map<string, Place>([
  ['\\A', 'text start'],
  ['\\b', 'boundary'],
  ['\\B', 'no boundary'],
  ['\\Z', 'text end'],
]);

const categories = new Map<string, CategoryName>([
  ['\\d', 'digit'],
  ['\\s', 'space'],
  ['\\w', 'word'],
]);

/** The set of `\d`, `\W` and their like. */
function categoryOf(written: string): SetItem | null {
  const name = categories.get(written.toLowerCase());
  return name === undefined ? null : { kind: 'category', name, isNegated: !categories.has(written) };
}

/** `\x41`, `\u0041`, `\U00000041`; null for other escapes. */
function hexadecimal(reader: PatternReader, written: string): number | null {
  const letter = written[1]!;
  const digits =
    letter === 'x' ? 2 : reader.isText && letter === 'u' ? 4 : reader.isText && letter === 'U' ? 8 : 0;
  if (digits === 0) return null;
  const all = written + reader.getWhile(digits, hexDigits);
  if (all.length !== digits + 2) throw reader.error(`incomplete escape ${all}`, all.length);
  const code = Number.parseInt(all.slice(2), 16);
  if (code > 0x10ffff) throw reader.error(`bad escape ${all}`, all.length);
  return code;
}

function checkNamed(reader: PatternReader, written: string): void {
  if (written !== '\\N' || !reader.isText) return;
  throw new RegexError('names of characters in patterns are not supported yet', null, 'refused');
}

function octal(reader: PatternReader, written: string): number {
  const code = Number.parseInt(written.slice(1), 8);
  if (code > 0o377) {
    throw reader.error(`octal escape value ${written} outside of range 0-0o377`, written.length);
  }
  return code;
}

/** What is left: a letter is an error, anything else itself. */
function itself(reader: PatternReader, written: string): number {
  const isPlain = reader.python === 2 && /^\\[a-zA-Z]/.test(written);
  if (!isPlain && /^\\[a-zA-Z0-9]/.test(written)) throw reader.error(`bad escape ${written}`, written.length);
  return written.codePointAt(1)!;
}

/** An escape within `[…]`. */
export function escapeInSet(reader: PatternReader, written: string): SetItem {
  const category = categoryOf(written);
  if (category) return category;
  const single = (code: number): SetItem => ({ kind: 'range', from: code, to: code });
  const known = characters.get(written) ?? hexadecimal(reader, written);
  if (known !== null) return single(known);
  checkNamed(reader, written);
  if (isOctal(written[1])) return single(octal(reader, written + reader.getWhile(2, octalDigits)));
  return single(itself(reader, written));
}

/** What a reference to a group needs to know. */
export interface GroupReferences {
  readonly groupCount: number;
  /** Raises for a group that may not be referred to here. */
  check(group: number, offset: number): void;
}

/** An escape outside of `[…]`. */
export function escapeOutside(reader: PatternReader, written: string, groups: GroupReferences): Node {
  const place = places.get(written);
  if (place) return { kind: 'at', place };
  const category = categoryOf(written);
  if (category) return { kind: 'set', isNegated: false, items: [category] };
  const known = characters.get(written) ?? hexadecimal(reader, written);
  if (known !== null) return { kind: 'literal', code: known };
  checkNamed(reader, written);
  if (written === '\\0') {
    const all = written + reader.getWhile(2, octalDigits);
    return { kind: 'literal', code: Number.parseInt(all.slice(1), 8) };
  }
  if (isDigit(written[1])) return numbered(reader, written, groups);
  return { kind: 'literal', code: itself(reader, written) };
}

function numbered(reader: PatternReader, first: string, groups: GroupReferences): Node {
  let digits = first;
  if (isDigit(reader.next)) {
    digits += reader.get();
    if (isOctal(digits[1]) && isOctal(digits[2]) && isOctal(reader.next)) {
      return { kind: 'literal', code: octal(reader, digits + reader.get()) };
    }
  }
  const group = Number(digits.slice(1));
  if (group >= groups.groupCount) {
    throw reader.error(`invalid group reference ${group}`, digits.length - 1);
  }
  groups.check(group, digits.length);
  return { kind: 'reference', group };
}
