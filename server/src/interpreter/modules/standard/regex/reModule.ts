/** The module `re`. */
import { equality } from '../../../equality.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { indexOf } from '../../../protocols/items.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, fillType } from '../../../pyType.ts';
import { pythonVersion } from '../../../runtime.ts';
import { asText, like } from '../../../types/textValues.ts';
import { NotImplemented, PyBytes, type PyModule, PyObject, PyTuple, type Value } from '../../../values.ts';
import { parsePattern } from './parsePattern.ts';
import { raiseRegexError, regexErrorType, regexErrorType2 } from './patternErrors.ts';
import { findMethods, matchType, type PyMatch, PyPattern, patternType } from './patternObjects.ts';
import { compilePattern } from './program.ts';
import { expand, findAll, findIter, isPatternSource, split, substitute } from './scanning.ts';
import { flag } from './syntaxTree.ts';

fillType<PyPattern>(patternType, {
  name: 'Pattern',
  methods: {
    'findall(string, pos?, endpos?)': findAll,
    'finditer(string, pos?, endpos?)': findIter,
    'split(string, maxsplit?)': split,
    'sub(repl, string, count?)': (self: PyPattern, repl: Value, string: Value, count?: Value) =>
      substitute(self, repl, string, count)[0],
    'subn(repl, string, count?)': (self: PyPattern, repl: Value, string: Value, count?: Value) =>
      new PyTuple(substitute(self, repl, string, count)),
  },
});
fillType<PyMatch>(matchType, { name: 'Match', methods: { 'expand(template)': expand } });

// -------------------------------------------------------------------------------------------------------------- flags

/** `re.IGNORECASE` and its like, and what `|` makes of them. */
class PyRegexFlag extends PyObject {
  readonly bits: number;
  constructor(bits: number) {
    super();
    this.bits = bits;
  }
}

const flagNames: readonly (readonly [name: string, letter: string, bit: number])[] = [
  ['ASCII', 'A', flag.ascii],
  ['IGNORECASE', 'I', flag.ignoreCase],
  ['LOCALE', 'L', flag.locale],
  ['UNICODE', 'U', flag.unicode],
  ['MULTILINE', 'M', flag.multiLine],
  ['DOTALL', 'S', flag.dotAll],
  ['VERBOSE', 'X', flag.verbose],
  ['DEBUG', 'DEBUG', flag.debug],
];

function flagText(self: PyRegexFlag): string {
  if (self.bits === 0) return 're.NOFLAG';
  const names = [...flagNames].sort((a, b) => a[2] - b[2]).filter(([, , bit]) => self.bits & bit);
  return names.map(([name]) => `re.${name}`).join('|');
}

const bitsOf = (value: Value): number | undefined => {
  if (value instanceof PyRegexFlag) return value.bits;
  const integer = asInteger(value);
  return integer === undefined ? undefined : Number(integer);
};

const bitwise =
  (combine: (a: number, b: number) => number) =>
  (self: PyRegexFlag, other: Value): Value => {
    const bits = bitsOf(other);
    return bits === undefined ? NotImplemented : new PyRegexFlag(combine(self.bits, bits));
  };

const flagOperators = {
  '|': bitwise((a, b) => a | b),
  '&': bitwise((a, b) => a & b),
  '^': bitwise((a, b) => a ^ b),
};

const regexFlagType = defineType<PyRegexFlag>({
  name: 'RegexFlag',
  module: 're',
  class: PyRegexFlag,
  attributes: { value: (self) => self.bits, name: (self) => flagText(self).replaceAll('re.', '') },
  binary: flagOperators,
  reflected: flagOperators,
  compare: equality((self, other) => {
    const bits = bitsOf(other);
    return bits === undefined ? undefined : self.bits === bits;
  }),
  hash: (self) => self.bits,
  bool: (self) => self.bits !== 0,
  index: (self) => self.bits,
  repr: flagText,
  str: flagText,
});

function flagValues(): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, letter, bit] of flagNames) {
    const value = pythonVersion() === 2 ? bit : new PyRegexFlag(bit);
    values[name] = value;
    values[letter] = value;
  }
  return values;
}

// ---------------------------------------------------------------------------------------------------------- functions

/** Patterns that were compiled, by what they were compiled from. */
type PatternCache = Map<string, PyPattern>;

const cacheLimit = 512;

function compile(cache: PatternCache, pattern: Value, flags: Value | undefined): PyPattern {
  const bits = flags === undefined ? 0 : (bitsOf(flags) ?? Number(indexOf(flags)));
  if (pattern instanceof PyPattern) {
    if (bits !== 0) raiseValueError('cannot process flags argument with a compiled pattern');
    return pattern;
  }
  if (!isPatternSource(pattern)) raiseTypeError('first argument must be string or compiled pattern');
  if (bits & flag.debug) notSupported('re.DEBUG');
  const key = `${bits} ${repr(pattern)}`;
  const known = cache.get(key);
  if (known) return known;
  const made = makePattern(pattern, bits);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, made);
  return made;
}

function makePattern(source: Value, flags: number): PyPattern {
  const isText = !(source instanceof PyBytes);
  const text = isText
    ? asText(source)!
    : Array.from(source.data, (byte) => String.fromCharCode(byte)).join('');
  try {
    const pattern = parsePattern({ text, isText, python: pythonVersion() }, flags);
    return new PyPattern(source, pattern, compilePattern(pattern), isText);
  } catch (error) {
    return raiseRegexError(error, source);
  }
}

const special3 = new Set('()[]{}?*+-|^$\\.&~# \t\n\r\v\f');

/** `re.escape`: in Python 2 everything but letters and digits. */
function escapeText(pattern: Value): Value {
  const mustEscape = (character: string): boolean =>
    pythonVersion() === 3 ? special3.has(character) : !/^[a-zA-Z0-9]$/.test(character);
  if (pattern instanceof PyBytes) {
    const bytes = [...pattern.data].flatMap((byte) =>
      mustEscape(String.fromCharCode(byte)) ? [92, byte] : [byte],
    );
    return new PyBytes(Uint8Array.from(bytes));
  }
  const text = asText(pattern);
  if (text === null) return raiseTypeError('expected string or bytes-like object');
  const escaped = [...text].map((character) => {
    if (!mustEscape(character)) return character;
    return character === '\0' && pythonVersion() === 2 ? '\\000' : `\\${character}`;
  });
  return like(pattern, escaped.join(''));
}

export const reModule = (): PyModule => {
  const cache: PatternCache = new Map();
  const compiled = (pattern: Value, flags: Value | undefined): PyPattern => compile(cache, pattern, flags);
  const substituted = (
    pattern: Value,
    repl: Value,
    string: Value,
    ...[count, flags]: [count?: Value, flags?: Value]
  ): readonly [Value, number] => substitute(compiled(pattern, flags), repl, string, count);
  return defineModule({
    name: 're',
    only: { python3: ['fullmatch', 'Pattern', 'Match', 'RegexFlag', 'NOFLAG', 'ASCII', 'A', 'PatternError'] },
    values: {
      ...flagValues(),
      NOFLAG: new PyRegexFlag(0),
      error: pythonVersion() === 2 ? regexErrorType2 : regexErrorType,
      Pattern: patternType,
      Match: matchType,
      RegexFlag: regexFlagType,
    },
    functions: {
      'compile(pattern, flags?)': compiled,
      'search(pattern, string, flags?)': (pattern: Value, string: Value, flags?: Value) =>
        findMethods.search(compiled(pattern, flags), string),
      'match(pattern, string, flags?)': (pattern: Value, string: Value, flags?: Value) =>
        findMethods.match(compiled(pattern, flags), string),
      'fullmatch(pattern, string, flags?)': (pattern: Value, string: Value, flags?: Value) =>
        findMethods.fullmatch(compiled(pattern, flags), string),
      'findall(pattern, string, flags?)': (pattern: Value, string: Value, flags?: Value) =>
        findAll(compiled(pattern, flags), string),
      'finditer(pattern, string, flags?)': (pattern: Value, string: Value, flags?: Value) =>
        findIter(compiled(pattern, flags), string),
      'split(pattern, string, maxsplit?, flags?)': (
        pattern: Value,
        string: Value,
        maxsplit?: Value,
        flags?: Value,
      ) => split(compiled(pattern, flags), string, maxsplit),
      'sub(pattern, repl, string, count?, flags?)': (...args: Parameters<typeof substituted>) =>
        substituted(...args)[0],
      'subn(pattern, repl, string, count?, flags?)': (...args: Parameters<typeof substituted>) =>
        new PyTuple(substituted(...args)),
      'escape(pattern)': escapeText,
      'purge()': () => {
        cache.clear();
        return null;
      },
    },
    refused: ['Scanner', 'template', 'TEMPLATE', 'T'],
  });
};
