/** `re.Pattern` and `re.Match`: what programs see of patterns. Scanning, splitting and replacing are in `scanning.ts`. */
import { PyDict } from '../../../containers.ts';
import { notSupported, raiseIndexError, raiseTypeError } from '../../../exceptions.ts';
import { hash } from '../../../protocols/hashing.ts';
import { indexOf } from '../../../protocols/items.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { pythonVersion, runtime } from '../../../runtime.ts';
import { asText } from '../../../types/textValues.ts';
import { NotImplemented, PyObject, PyTuple, type Value } from '../../../values.ts';
import { Matcher, type MatchWindow } from './matcher.ts';
import type { Program } from './program.ts';
import { type SearchedText, searchedText } from './subject.ts';
import { flag, type Pattern } from './syntaxTree.ts';

/** A compiled pattern. */
export class PyPattern extends PyObject {
  readonly source: Value;
  readonly isText: boolean;
  readonly pattern: Pattern;
  readonly program: Program;
  constructor(source: Value, pattern: Pattern, program: Program, isText: boolean) {
    super();
    this.source = source;
    this.pattern = pattern;
    this.program = program;
    this.isText = isText;
  }

  matcher(subject: SearchedText): Matcher {
    return new Matcher(this.program, subject, runtime());
  }
}

/** A match: the registers are the matcher's, copied. */
export class PyMatch extends PyObject {
  readonly pattern: PyPattern;
  readonly subject: SearchedText;
  readonly registers: Int32Array;
  readonly lastGroup: number;
  readonly window: { readonly start: number; readonly end: number };
  constructor(
    pattern: PyPattern,
    subject: SearchedText,
    matcher: Matcher,
    window: { readonly start: number; readonly end: number },
  ) {
    super();
    this.pattern = pattern;
    this.subject = subject;
    this.registers = matcher.registers.slice();
    this.lastGroup = matcher.lastGroup;
    this.window = window;
  }

  span(group: number): readonly [number, number] {
    const start = this.registers[2 * group]!;
    const end = this.registers[2 * group + 1]!;
    return start < 0 || end < start ? [-1, -1] : [start, end];
  }

  /** The text of a group; `undefined` where it did not match. */
  group(group: number): Value | undefined {
    const [start, end] = this.span(group);
    return start < 0 ? undefined : this.subject.slice(start, end);
  }
}

/** The subject of a call; raises TypeError for what the pattern can not search. */
export function subjectOf(self: PyPattern, value: Value): SearchedText {
  const subject = searchedText(value);
  if (subject === null) {
    if (pythonVersion() === 2) return raiseTypeError('expected string or buffer');
    return raiseTypeError(`expected string or bytes-like object, got '${typeOf(value).name}'`);
  }
  if (subject.isText === self.isText) return subject;
  return raiseTypeError(
    self.isText
      ? 'cannot use a string pattern on a bytes-like object'
      : 'cannot use a bytes pattern on a string-like object',
  );
}

/** `pos` and `endpos` of a call. */
export function windowOf(subject: SearchedText, pos?: Value, endpos?: Value): { start: number; end: number } {
  const bound = (value: Value | undefined, missing: number): number =>
    value === undefined ? missing : Math.min(subject.length, Math.max(0, Number(indexOf(value))));
  return { start: bound(pos, 0), end: bound(endpos, subject.length) };
}

const finder =
  (mode: MatchWindow['mode']) =>
  (self: PyPattern, string: Value, pos?: Value, endpos?: Value): Value => {
    const subject = subjectOf(self, string);
    const window = windowOf(subject, pos, endpos);
    if (window.start > window.end) return null;
    const matcher = self.matcher(subject);
    return matcher.run({ ...window, mode }) ? new PyMatch(self, subject, matcher, window) : null;
  };

export const findMethods = {
  search: finder('search'),
  match: finder('match'),
  fullmatch: finder('fullmatch'),
};

const flagNames: readonly (readonly [number, string])[] = [
  [flag.ignoreCase, 're.IGNORECASE'],
  [flag.locale, 're.LOCALE'],
  [flag.multiLine, 're.MULTILINE'],
  [flag.dotAll, 're.DOTALL'],
  [flag.unicode, 're.UNICODE'],
  [flag.verbose, 're.VERBOSE'],
  [flag.debug, 're.DEBUG'],
  [flag.ascii, 're.ASCII'],
];

function patternRepr(self: PyPattern): string {
  const shown =
    self.isText && !(self.pattern.flags & flag.ascii)
      ? self.pattern.flags & ~flag.unicode
      : self.pattern.flags;
  const names = flagNames.filter(([bit]) => shown & bit).map(([, name]) => name);
  const source = [...repr(self.source)].slice(0, 200).join('');
  return `re.compile(${source}${names.length > 0 ? `, ${names.join('|')}` : ''})`;
}

const isEqualPattern = (a: PyPattern, b: PyPattern): boolean =>
  a === b ||
  (a.isText === b.isText && a.pattern.flags === b.pattern.flags && repr(a.source) === repr(b.source));

/** The methods of patterns that scan the whole text are added by `scanning.ts`. */
export const patternType = defineType<PyPattern>({
  name: 'Pattern',
  module: 're',
  class: PyPattern,
  attributes: {
    pattern: (self) => self.source,
    flags: (self) => self.pattern.flags,
    groups: (self) => self.pattern.groupCount,
    groupindex: (self) => PyDict.from(self.pattern.groupNames),
  },
  compare: (a, operator, b) =>
    b instanceof PyPattern && (operator === '==' || operator === '!=')
      ? isEqualPattern(a, b) === (operator === '==')
      : NotImplemented,
  hash: (self) => hash(self.source),
  repr: patternRepr,
  methods: {
    'search(string, pos?, endpos?)': findMethods.search,
    'match(string, pos?, endpos?)': findMethods.match,
    'fullmatch(string, pos?, endpos?)': findMethods.fullmatch,
    'scanner(string, pos?, endpos?)': () => notSupported('Pattern.scanner'),
    '__copy__()': (self: PyPattern) => self,
    '__deepcopy__(memo)': (self: PyPattern) => self,
  },
});

/** The number of a group given by number or name; raises IndexError. */
function groupNumber(self: PyMatch, group: Value): number {
  const name = asText(group);
  const { groupNames, groupCount } = self.pattern.pattern;
  if (name !== null) return groupNames.get(name) ?? raiseIndexError('no such group');
  const isIndex = typeof group === 'number' || typeof group === 'boolean' || typeof group === 'object';
  const number = isIndex && group !== null ? Number(indexOf(group)) : -1;
  return number >= 0 && number <= groupCount ? number : raiseIndexError('no such group');
}

const groupValue = (self: PyMatch, group: Value): Value => self.group(groupNumber(self, group)) ?? null;

function groups(self: PyMatch, missing: Value = null): PyTuple {
  const { groupCount } = self.pattern.pattern;
  return new PyTuple(Array.from({ length: groupCount }, (_, index) => self.group(index + 1) ?? missing));
}

const spanOf = (self: PyMatch, group: Value | undefined): readonly [number, number] =>
  self.span(group === undefined ? 0 : groupNumber(self, group));

function lastName(self: PyMatch): Value {
  for (const [name, group] of self.pattern.pattern.groupNames) if (group === self.lastGroup) return name;
  return null;
}

/** `expand` is added by `scanning.ts`. */
export const matchType = defineType<PyMatch>({
  name: 'Match',
  module: 're',
  class: PyMatch,
  attributes: {
    string: (self) => self.subject.value,
    re: (self) => self.pattern,
    pos: (self) => self.window.start,
    endpos: (self) => self.window.end,
    lastindex: (self) => self.lastGroup || null,
    lastgroup: lastName,
    regs: (self) => {
      const { groupCount } = self.pattern.pattern;
      return new PyTuple(Array.from({ length: groupCount + 1 }, (_, group) => new PyTuple(self.span(group))));
    },
  },
  repr: (self) => {
    const [start, end] = self.span(0);
    const text = [...repr(self.group(0)!)].slice(0, 50).join('');
    return `<re.Match object; span=(${start}, ${end}), match=${text}>`;
  },
  getItem: groupValue,
  methods: {
    'group(*groups)': (self: PyMatch, wanted: Value[]) => {
      if (wanted.length === 0) return self.group(0)!;
      if (wanted.length === 1) return groupValue(self, wanted[0]!);
      return new PyTuple(wanted.map((each) => groupValue(self, each)));
    },
    'groups(default?)': groups,
    'groupdict(default?)': (self: PyMatch, missing: Value = null) =>
      PyDict.from(
        [...self.pattern.pattern.groupNames].map(([name, group]) => [name, self.group(group) ?? missing]),
      ),
    'start(group?)': (self: PyMatch, group?: Value) => spanOf(self, group)[0],
    'end(group?)': (self: PyMatch, group?: Value) => spanOf(self, group)[1],
    'span(group?)': (self: PyMatch, group?: Value) => new PyTuple(spanOf(self, group)),
    '__copy__()': (self: PyMatch) => self,
    '__deepcopy__(memo)': (self: PyMatch) => self,
  },
});
