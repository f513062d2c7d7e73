/** `(?i)`, `(?i:…)`, `(?s-m:…)`. From CPython's `re._parser._parse_flags`. */
import type { PatternReader } from './patternReader.ts';
import { flag, type PatternSource, typeFlags } from './syntaxTree.ts';

const flagsByLetter = new Map<string, number>([
  ['i', flag.ignoreCase],
  ['L', flag.locale],
  ['m', flag.multiLine],
  ['s', flag.dotAll],
  ['x', flag.verbose],
  ['a', flag.ascii],
  ['u', flag.unicode],
]);

export interface InlineFlags {
  readonly addFlags: number;
  readonly removeFlags: number;
  /** They hold for the whole pattern. */
  readonly isGlobal: boolean;
}

const isLetter = (text: string): boolean => /^\p{L}/u.test(text);

/** Reads flags that begin with `first`; null when they do not. Takes `)` of global flags, or `:`. */
export function parseInlineFlags(
  reader: PatternReader,
  first: string,
  source: PatternSource,
): InlineFlags | null {
  if (first !== '-' && !flagsByLetter.has(first)) return null;
  let addFlags = 0;
  let character = first;
  while (character !== ')' && character !== '-' && character !== ':') {
    addFlags = addFlag(reader, character, { flags: addFlags, source });
    character = nextCharacter(reader, 'missing -, : or )', ')-:');
  }
  if (character === ')') return { addFlags, removeFlags: 0, isGlobal: true };
  const removeFlags = character === '-' ? removedFlags(reader) : 0;
  if (addFlags & removeFlags) throw reader.error('bad inline flags: flag turned on and off', 1);
  return { addFlags, removeFlags, isGlobal: false };
}

function addFlag(
  reader: PatternReader,
  letter: string,
  known: { flags: number; source: PatternSource },
): number {
  const { isText, python } = known.source;
  const added = flagsByLetter.get(letter)!;
  if (python === 3 && isText && letter === 'L') {
    throw reader.error("bad inline flags: cannot use 'L' flag with a str pattern");
  }
  if (python === 3 && !isText && letter === 'u') {
    throw reader.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
  }
  const flags = known.flags | added;
  if (added & typeFlags && (flags & typeFlags) !== added) {
    throw reader.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
  }
  return flags;
}

function removedFlags(reader: PatternReader): number {
  let flags = 0;
  let character = nextCharacter(reader, 'missing flag', '');
  while (character !== ':') {
    const removed = flagsByLetter.get(character)!;
    if (removed & typeFlags) {
      throw reader.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    }
    flags |= removed;
    character = nextCharacter(reader, 'missing :', ':');
  }
  return flags;
}

/** A letter of a flag or one of the characters that end them. */
function nextCharacter(reader: PatternReader, missing: string, ends: string): string {
  const character = reader.get();
  if (character === null) throw reader.error(missing);
  if (ends.includes(character) || flagsByLetter.has(character)) return character;
  throw reader.error(isLetter(character) ? 'unknown flag' : missing, [...character].length);
}
