/**
 * Random patterns on random texts, compared with CPython's `re` in one process: the same error, or the same groups. Where
 * python3 is absent there is nothing to compare with, and only that nothing breaks is tested.
 */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Matcher } from '../../../../server/src/interpreter/modules/standard/regex/matcher.ts';
import { parsePattern } from '../../../../server/src/interpreter/modules/standard/regex/parsePattern.ts';
import { compilePattern } from '../../../../server/src/interpreter/modules/standard/regex/program.ts';
import { flag, RegexError } from '../../../../server/src/interpreter/modules/standard/regex/syntaxTree.ts';

interface Case {
  readonly pattern: string;
  readonly flags: number;
  readonly text: string;
}

/** What one case gives: the error, or the spans of every match of a whole scan. */
const noAnswer = 'no answer';
type Outcome = string | readonly (readonly number[])[];

function outcomeOf({ pattern, flags, text }: Case): Outcome {
  try {
    const parsed = parsePattern({ text: pattern, isText: true, python: 3 }, flags);
    const program = compilePattern(parsed);
    const codes = Uint32Array.from(text, (character) => character.codePointAt(0)!);
    let steps = 0;
    const checkpoint = (): void => {
      if (++steps > 200) throw new RegexError(noAnswer);
    };
    const matcher = new Matcher(program, { codes, text: null }, { checkpoint, allocate: () => undefined });
    const found: number[][] = [];
    let start = 0;
    let mustAdvance = false;
    while (matcher.run({ start, end: codes.length, mode: 'search', mustAdvance })) {
      found.push([...matcher.registers.slice(0, 2 * parsed.groupCount + 2), matcher.lastGroup]);
      start = matcher.registers[1]!;
      mustAdvance = matcher.registers[0] === start;
    }
    return found;
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    return error.position === null ? error.message : `${error.message} at position ${error.position}`;
  }
}

const python = `
import json, re, sys, warnings
warnings.simplefilter('ignore')
def outcome(case):
    try:
        pattern = re.compile(case['pattern'], case['flags'])
    except re.error as error:
        return str(error).split(' (line ')[0]
    found = []
    try:
        for match in pattern.finditer(case['text']):
            spans = [place for group in range(pattern.groups + 1) for place in match.span(group)]
            found.append(spans + [match.lastindex or 0])
    except SystemError:  # a group that ends before it begins: a fault of CPython's
        return 'no answer'
    return found
print(json.dumps([outcome(case) for case in json.load(sys.stdin)]))
`;

const atom = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'A', ' ', '1') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('.', '\\w', '\\d', '\\s', '\\W', '\\b', '\\B', '^', '$', '\\Z', '\\A'),
  },
  { weight: 2, arbitrary: fc.constantFrom('[ab]', '[^a]', '[a-c]', '[\\w-]', '[^\\d]', '[]a]', '[A-Z]') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\\1', '\\2', '(?P=n)', '(?(1)a|b)', '(?(1)c)', '\\n', '\\.', '\\x61'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('(', ')', '[', '{', '}', '\\q', '{1,', '(?z)', '(?#x)', '[b-a]', '\\8'),
  },
);
const quantifier = fc.constantFrom(
  '',
  '',
  '',
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '{2}',
  '{1,2}',
  '{,2}?',
  '*+',
  '{0,}',
  '{2,1}',
);

const { pattern: patterns } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atom, quantifier).map(([body, times]) => body + times),
    fc
      .tuple(
        fc.constantFrom(
          '(',
          '(',
          '(?:',
          '(?P<n>',
          '(?=',
          '(?!',
          '(?<=',
          '(?<!',
          '(?>',
          '(?i:',
          '(?-i:',
          '(?s:',
        ),
        tie('pattern'),
        quantifier,
      )
      .map(([open, body, times]) => `${open}${body})${times}`),
  ),
  pattern: fc
    .array(fc.tuple(tie('piece'), fc.constantFrom('', '', '', '|')), { minLength: 1, maxLength: 4 })
    .map((pieces) => pieces.map(([piece, bar]) => piece + bar).join('')),
}));

const cases = fc.record({
  pattern: patterns,
  flags: fc.constantFrom(0, 0, flag.ignoreCase, flag.multiLine, flag.dotAll, flag.ascii, flag.verbose),
  text: fc
    .array(fc.constantFrom('a', 'b', 'c', 'A', ' ', '1', '\n'), { maxLength: 9 })
    .map((all) => all.join('')),
});

it('finds what CPython finds', () => {
  const sample = fc.sample(cases, {
    numRuns: Number(process.env['REGEX_CASES'] ?? 700),
    seed: Number(process.env['REGEX_SEED'] ?? 7),
  });
  const ours = sample.map(outcomeOf);
  const run = spawnSync('python3', ['-c', python], {
    input: JSON.stringify(sample),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 30_000,
  });
  if (run.error) return;
  const theirs = JSON.parse(run.stdout) as Outcome[];
  const differing = sample.flatMap((each, index) => {
    const [a, b] = [JSON.stringify(ours[index]), JSON.stringify(theirs[index])];
    return a === b || ours[index] === noAnswer || theirs[index] === noAnswer
      ? []
      : [{ ...each, ours: a, theirs: b }];
  });
  expect(differing).toEqual([]);
});

it.each(['(a+)+b', '(?:a|a)*b', '(.*)*x', '(a?){40}a{40}b'])(
  'can be stopped while it tries %s',
  (pattern) => {
    const program = compilePattern(parsePattern({ text: pattern, isText: true, python: 3 }, 0));
    const codes = Uint32Array.from({ length: 40 }, () => 97);
    let asked = 0;
    const checkpoint = (): void => {
      if (++asked === 3) throw new Error('stopped');
    };
    const matcher = new Matcher(program, { codes, text: null }, { checkpoint, allocate: () => undefined });
    expect(() => matcher.run({ start: 0, end: 40, mode: 'search' })).toThrow('stopped');
  },
);
