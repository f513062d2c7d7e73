/** `difflib`; the algorithms are in `sequenceMatcher.ts` and `lineDiffs.ts`. */
import { PySet } from '../../../containers.ts';
import { raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { iterateArray, toArray } from '../../../protocols/iteration.ts';
import { asDouble } from '../../../protocols/numbers.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { builtin } from '../../../signature.ts';
import { asText } from '../../../types/textValues.ts';
import { float, list, PyIterator, type PyModule, PyObject, PyTuple, type Value } from '../../../values.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { contextDiff, Differ, type DiffLabels, unifiedDiff } from './lineDiffs.ts';
import { type JunkTest, junkTest, type Opcode, SequenceMatcher } from './sequenceMatcher.ts';

class PySequenceMatcher extends PyObject {
  matcher = new SequenceMatcher(null, { autoJunk: true });
  a: Value = '';
  b: Value = '';
}

/** The elements of a sequence; of a text its characters. */
const itemsOf = (value: Value): Value[] => {
  const text = asText(value);
  return text === null ? toArray(value) : [...text];
};

const matchType = namedTuple('Match', 'a b size');

const opcodeValue = (opcode: Opcode): Value => new PyTuple([...opcode]);

function setFirst(self: PySequenceMatcher, value: Value): null {
  self.a = value;
  self.matcher.setFirst(itemsOf(value));
  return null;
}

function setSecond(self: PySequenceMatcher, value: Value): null {
  self.b = value;
  self.matcher.setSecond(itemsOf(value));
  return null;
}

const initialize = builtin(
  'SequenceMatcher(isjunk?, a?, b?, autojunk?)',
  (isJunk: Value = null, a: Value = '', b: Value = '', autoJunk: Value = true) =>
    new PyTuple([isJunk, a, b, autoJunk]),
);

const sequenceMatcherType = defineType<PySequenceMatcher>({
  name: 'SequenceMatcher',
  module: 'difflib',
  class: PySequenceMatcher,
  create: (type) => {
    const made = new PySequenceMatcher();
    if (type !== sequenceMatcherType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const [isJunk, a, b, autoJunk] = (initialize.call(args, keywords) as PyTuple).items as Value[];
    self.matcher = new SequenceMatcher(junkTest(isJunk!), { autoJunk: isTrue(autoJunk!) });
    setFirst(self, a!);
    setSecond(self, b!);
  },
  constants: { __subclassable__: true },
  attributes: {
    a: (self) => self.a,
    b: (self) => self.b,
    bjunk: (self) => PySet.from(self.matcher.junk),
    bpopular: (self) => PySet.from(self.matcher.popular),
  },
  methods: {
    'set_seqs(a, b)': (self: PySequenceMatcher, a: Value, b: Value) => {
      setFirst(self, a);
      return setSecond(self, b);
    },
    'set_seq1(a)': setFirst,
    'set_seq2(b)': setSecond,
    'find_longest_match(alo?, ahi?, blo?, bhi?)': (
      self: PySequenceMatcher,
      ...bounds: (Value | undefined)[]
    ) => {
      const { matcher } = self;
      const missing = [0, matcher.a.length, 0, matcher.b.length];
      const [a1, a2, b1, b2] = missing.map((each, index) => {
        const given = bounds[index] ?? null;
        return given === null ? each : sizeOf(given);
      });
      return call(matchType, [...matcher.longestMatch(a1!, a2!, b1!, b2!)]);
    },
    'get_matching_blocks()': (self: PySequenceMatcher) =>
      list(self.matcher.matchingBlocks().map((block) => call(matchType, [...block]))),
    'get_opcodes()': (self: PySequenceMatcher) => list(self.matcher.opcodes().map(opcodeValue)),
    'get_grouped_opcodes(n?)': (self: PySequenceMatcher, context: Value = 3) => {
      const groups = self.matcher.groupedOpcodes(sizeOf(context));
      return new PyIterator('generator', iterateArray(groups.map((group) => list(group.map(opcodeValue)))));
    },
    'ratio()': (self: PySequenceMatcher) => float(self.matcher.ratio()),
    'quick_ratio()': (self: PySequenceMatcher) => float(self.matcher.quickRatio()),
    'real_quick_ratio()': (self: PySequenceMatcher) => float(self.matcher.realQuickRatio()),
  },
});

function closeMatches(word: Value, possibilities: Value, n: Value = 3, cutoff: Value = float(0.6)): Value {
  const most = sizeOf(n);
  const least = asDouble(cutoff)!;
  if (most <= 0) raiseValueError(`n must be > 0: ${repr(n)}`);
  if (!(least >= 0 && least <= 1)) raiseValueError(`cutoff must be in [0.0, 1.0]: ${repr(cutoff)}`);
  const matcher = new SequenceMatcher(null, { autoJunk: true });
  matcher.setSecond(itemsOf(word));
  const scored: { readonly value: Value; readonly score: number }[] = [];
  for (const value of toArray(possibilities)) {
    matcher.setFirst(itemsOf(value));
    const isClose =
      matcher.realQuickRatio() >= least && matcher.quickRatio() >= least && matcher.ratio() >= least;
    if (isClose) scored.push({ value, score: matcher.ratio() });
  }
  const textOrder = (a: Value, b: Value): number => {
    const [x, y] = [asText(a), asText(b)];
    return x === null || y === null || x === y ? 0 : x < y ? 1 : -1;
  };
  scored.sort((a, b) => b.score - a.score || textOrder(a.value, b.value));
  return list(scored.slice(0, most).map(({ value }) => value));
}

type LabelArguments = [Value?, Value?, Value?, Value?, Value?, Value?];

function labelsOf([fromFile, toFile, fromDate, toDate, context, end]: LabelArguments): DiffLabels {
  const text = (value: Value | undefined): string => (value === undefined ? '' : str(value));
  return {
    fromFile: text(fromFile),
    toFile: text(toFile),
    fromDate: text(fromDate),
    toDate: text(toDate),
    context: context === undefined ? 3 : sizeOf(context),
    lineTerminator: end === undefined ? '\n' : str(end),
  };
}

const lines = (all: readonly string[]): Value => new PyIterator('generator', iterateArray(all));

const isBlankCharacter: JunkTest = (item) => item === ' ' || item === '\t';

class PyDiffer extends PyObject {
  lineJunk: JunkTest = null;
  charJunk: JunkTest = null;
}

const differType = defineType<PyDiffer>({
  name: 'Differ',
  module: 'difflib',
  class: PyDiffer,
  create: () => new PyDiffer(),
  initialize: (self, args, keywords) => {
    self.lineJunk = junkTest(args[0] ?? keywords?.get('linejunk') ?? null);
    self.charJunk = junkTest(args[1] ?? keywords?.get('charjunk') ?? null);
  },
  methods: {
    'compare(a, b)': (self: PyDiffer, a: Value, b: Value) =>
      lines(new Differ(toArray(a), toArray(b), self.charJunk).compare(self.lineJunk)),
  },
});

function restore(delta: Value, which: Value): Value {
  const number = sizeOf(which);
  const mark = number === 1 ? '- ' : number === 2 ? '+ ' : null;
  if (mark === null) raiseValueError(`unknown delta choice (must be 1 or 2): ${repr(which)}`);
  const kept = toArray(delta)
    .map(str)
    .filter((line) => line.startsWith('  ') || line.startsWith(mark));
  return lines(kept.map((line) => line.slice(2)));
}

export const difflibModule = (): PyModule => {
  const labels = 'fromfile?, tofile?, fromfiledate?, tofiledate?, n?, lineterm?';
  return defineModule({
    name: 'difflib',
    values: { SequenceMatcher: sequenceMatcherType, Differ: differType, Match: matchType },
    functions: {
      'get_close_matches(word, possibilities, n?, cutoff?)': closeMatches,
      [`unified_diff(a, b, ${labels})`]: (a: Value, b: Value, ...rest: LabelArguments) =>
        lines(unifiedDiff(toArray(a), toArray(b), labelsOf(rest))),
      [`context_diff(a, b, ${labels})`]: (a: Value, b: Value, ...rest: LabelArguments) =>
        lines(contextDiff(toArray(a), toArray(b), labelsOf(rest))),
      'ndiff(a, b, linejunk?, charjunk?)': (a: Value, b: Value, lineJunk: Value = null, charJunk?: Value) =>
        lines(
          new Differ(
            toArray(a),
            toArray(b),
            charJunk === undefined ? isBlankCharacter : junkTest(charJunk),
          ).compare(junkTest(lineJunk)),
        ),
      'restore(delta, which)': restore,
      'IS_LINE_JUNK(line)': (line: Value) => /^\s*(?:#\s*)?$/.test(str(line)),
      'IS_CHARACTER_JUNK(ch)': (character: Value) => isBlankCharacter(character),
    },
    refused: ['HtmlDiff', 'diff_bytes'],
  });
};
