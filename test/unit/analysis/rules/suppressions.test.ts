/** Comments that turn rules off, on findings at known places of a text. */
import { describe, expect, test } from 'vitest';
import type { Mistake } from '../../../../server/src/analysis/mistakes.ts';
import { findings, mistake } from './handMade.ts';

/** What is found when `PAIR` and `PRINT` in the text are mistakes: the words, and rules that do not exist. */
function left(text: string): readonly string[] {
  const found = findings({ text, mistakes: mistakesIn(text) });
  return found.map(({ rule, span }) => {
    const word = text.slice(span.start, span.end);
    return rule === 'unknown-rule' ? `unknown ${word}` : word;
  });
}

const mistakesIn = (text: string): readonly Mistake[] =>
  [...text.matchAll(/PAIR|PRINT/g)].map(({ 0: word, index }) => {
    const span = { start: index, end: index + word.length };
    return word === 'PAIR'
      ? mistake({ kind: 'pair-is-two-outputs', span, name: 'a', scan: span })
      : mistake({ kind: 'runs-once-in-step', span, what: 'print', scan: span });
  });

describe('a comment on the line', () => {
  test.each([
    ['x = PAIR', ['PAIR']],
    ['x = PAIR  # scanlens: ignore[pair-is-two-outputs]', []],
    ['x = PAIR  # scanlens: ignore', []],
    ['x = PAIR  #scanlens:ignore', []],
    ['x = PAIR  # scanlens: ignore because it is meant so', []],
    ['x = PAIR  # type: ignore  # scanlens: ignore[pair-is-two-outputs]', []],
    ['x = PAIR  # scanlens: ignore[runs-once-in-step]', ['PAIR']],
    ['x = PAIR, PRINT  # scanlens: ignore[runs-once-in-step]', ['PAIR']],
    ['x = PAIR, PRINT  # scanlens: ignore[runs-once-in-step, pair-is-two-outputs]', []],
    ['x = PAIR, PRINT  # scanlens: ignore[ runs-once-in-step pair-is-two-outputs ]', []],
    ['x = PAIR  # scanlens: ignore[runs-once-in-step] # scanlens: ignore[pair-is-two-outputs]', []],
    ['x = PAIR  # scanlens: ignore[]', ['PAIR']],
    ['x = PAIR  # scanlens: ignore[pair-is-two-outputs', ['PAIR']],
    ['x = PAIR  # scanlens: ignored', ['PAIR']],
    ['x = PAIR  # ScanLens: ignore', ['PAIR']],
    ['x = PAIR\ny = 1  # scanlens: ignore', ['PAIR']],
    ['y = 1  # scanlens: ignore\nx = PAIR', ['PAIR']],
    ['x = PAIR  # scanlens: ignore\nx = PAIR', ['PAIR']],
    ['x = 1; y = PAIR  # scanlens: ignore', []],
  ])('%j', (text, expected) => expect(left(text)).toEqual(expected));
});

describe('a comment on a line of its own', () => {
  test.each([
    ['# scanlens: ignore\nx = PAIR', []],
    ['if x:\n    # scanlens: ignore[pair-is-two-outputs]\n    x = PAIR\n    x = PRINT', ['PRINT']],
    ['# scanlens: ignore\n\nx = PAIR', ['PAIR']],
    ['# scanlens: ignore\n# why\nx = PAIR', ['PAIR']],
    ['# scanlens: ignore\nx = f(\n    PAIR,\n)\ny = PAIR', ['PAIR']],
    ['x = PAIR\n# scanlens: ignore', ['PAIR']],
    ['# scanlens: ignore\r\nx = PAIR', []],
  ])('%j', (text, expected) => expect(left(text)).toEqual(expected));
});

describe('statements of several lines', () => {
  test.each([
    ['x = f(  # scanlens: ignore\n    PAIR,\n    PRINT)', []],
    ['x = f(\n    PAIR,  # scanlens: ignore\n    PRINT)', ['PRINT']],
    ['x = f(\n    # scanlens: ignore\n    PAIR,\n    PRINT)', ['PRINT']],
    ['x = f(\n    PAIR,\n    PRINT)  # scanlens: ignore', ['PAIR']],
    ['x = f \\\n    (PAIR)  # scanlens: ignore', []],
    ['def f():  # scanlens: ignore\n    return PAIR', ['PAIR']],
    ['x = f(  # scanlens: ignore\nreturn PAIR', ['PAIR']],
  ])('%j', (text, expected) => expect(left(text)).toEqual(expected));
});

describe('words in strings are no comments', () => {
  test.each([
    ['x = PAIR, "# scanlens: ignore"', ['PAIR']],
    ['x = PAIR, f"# scanlens: ignore {y}"', ['PAIR']],
    ['"""\n# scanlens: ignore-file\n# scanlens: ignore[nothing]\n"""\nx = PAIR', ['PAIR']],
    ["x = '''\n# scanlens: ignore''', PAIR", ['PAIR']],
    ['x = "', []],
  ])('%j', (text, expected) => expect(left(text)).toEqual(expected));
});

describe('a comment for the file', () => {
  test.each([
    ['# scanlens: ignore-file\nx = PAIR\ny = PRINT', []],
    ['x = PAIR\ny = PRINT\n# scanlens: ignore-file[runs-once-in-step]', ['PAIR']],
    ['if x:\n    # scanlens: ignore-file\n    x = PAIR', []],
    ['y = 1  # scanlens: ignore-file\nx = PAIR', ['PAIR']],
    ['x = PAIR  # scanlens: ignore-file', ['PAIR']],
    ['# scanlens: ignore-files\nx = PAIR', ['PAIR']],
  ])('%j', (text, expected) => expect(left(text)).toEqual(expected));
});

describe('rules that do not exist', () => {
  test.each([
    ['x = PAIR  # scanlens: ignore[pair]', ['PAIR', 'unknown pair']],
    ['x = PAIR  # scanlens: ignore[pair-is-two-outputs, other]', ['unknown other']],
    ['# scanlens: ignore-file[Dropped-Updates, all]', ['unknown Dropped-Updates', 'unknown all']],
    ['# scanlens: ignore[toString]', ['unknown toString']],
    ['# scanlens: ignore-file[unknown-rule]\nx = 1  # scanlens: ignore[other]', []],
    ['x = 1  # scanlens: ignore[other, unknown-rule]', []],
    ['# scanlens: ignore[dropped-updates]', []],
  ])('%j', (text, expected) => expect(left(text)).toEqual(expected));

  test('are named in a warning', () => {
    const [finding, ...others] = findings({ text: '# scanlens: ignore[other]' });
    expect(others).toEqual([]);
    expect(finding).toEqual({
      rule: 'unknown-rule',
      level: 'warning',
      span: { start: 19, end: 24 },
      message: 'There is no rule `other`, so this turns nothing off.',
      related: [],
      subject: null,
    });
  });
});
