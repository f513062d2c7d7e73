/** Templates of replacements: `\1`, `\g<name>`, escapes. From CPython 3.12's `re._parser.parse_template`. */
import { PatternReader, quoted } from './patternReader.ts';
import type { Pattern } from './syntaxTree.ts';

/** Texts and numbers of groups in turn. */
export type Template = readonly (string | number)[];

/** A name that the pattern does not have: Python raises IndexError. */
export class UnknownGroupName extends Error {}

const escapes = new Map([
  ['\\a', '\x07'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
  ['\\v', '\v'],
  ['\\\\', '\\'],
]);

const isDigit = (text: string | null): boolean => /^[0-9]$/.test(text ?? '');
const isOctal = (text: string | null): boolean => /^[0-7]$/.test(text ?? '');

/** Parses a template for a pattern; raises `RegexError` or {@link UnknownGroupName}. */
export function parseTemplate(text: string, pattern: Pattern, python: 2 | 3): Template {
  const reader = new PatternReader(text, { isText: true, python });
  const parts: (string | number)[] = [];
  const add = (part: string | number): void => {
    if (typeof part === 'string' && typeof parts.at(-1) === 'string') parts.push(parts.pop() + part);
    else parts.push(part);
  };
  for (let item = reader.get(); item !== null; item = reader.get()) {
    if (!item.startsWith('\\')) add(item);
    else if (item === '\\g') add(namedGroup(reader, pattern));
    else if (isDigit(item[1]!)) add(numbered(reader, item, pattern));
    else {
      const known = escapes.get(item);
      if (known === undefined && python === 3 && /^\\[a-zA-Z]/.test(item)) {
        throw reader.error(`bad escape ${item}`, item.length);
      }
      add(known ?? item);
    }
  }
  return parts;
}

function checkGroup(reader: PatternReader, pattern: Pattern, group: number, offset: number): number {
  if (group <= pattern.groupCount) return group;
  throw reader.error(`invalid group reference ${group}`, offset);
}

function namedGroup(reader: PatternReader, pattern: Pattern): number {
  if (!reader.match('<')) throw reader.error('missing <');
  const name = reader.getUntil('>', 'group name');
  const length = [...name].length;
  if (/^[0-9]+$/.test(name)) return checkGroup(reader, pattern, Number(name), length + 1);
  reader.checkGroupName(name, 1);
  const group = pattern.groupNames.get(name);
  if (group === undefined) throw new UnknownGroupName(`unknown group name ${quoted(name)}`);
  return group;
}

function numbered(reader: PatternReader, item: string, pattern: Pattern): string | number {
  let digits = item.slice(1);
  if (digits === '0') {
    while (digits.length < 3 && isOctal(reader.next)) digits += reader.get();
    return String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
  }
  if (isDigit(reader.next)) {
    digits += reader.get();
    if (isOctal(digits[0]!) && isOctal(digits[1]!) && isOctal(reader.next)) {
      digits += reader.get();
      const code = Number.parseInt(digits, 8);
      if (code > 0o377) {
        throw reader.error(`octal escape value \\${digits} outside of range 0-0o377`, digits.length + 1);
      }
      return String.fromCharCode(code);
    }
  }
  return checkGroup(reader, pattern, Number(digits), digits.length);
}
