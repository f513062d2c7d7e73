/** The words of the rules about mistakes: levels, messages and related places. */
import { describe, expect, test } from 'vitest';
import type { MistakeNote } from '../../../../server/src/analysis/mistakes.ts';
import { mistakeRules } from '../../../../server/src/analysis/rules/mistakeRules.ts';
import type { CheckOptions } from '../../../../server/src/analysis/rules/rules.ts';
import { findings, mistake, type Release, said, span } from './handMade.ts';
import { mistakeMessages } from './mistakeMessages.ts';

const rows = mistakeMessages.flatMap(([note, texts]) =>
  Object.entries(texts).map(([release, text]) => ({ note, release: release as Release, text })),
);

test.each(rows)('$note.kind in $release: $text', ({ note, release, text }) => {
  expect(said({ mistakes: [mistake(note, release)] })).toBe(text);
});

test('each rule has a message here or below', () => {
  const here = new Set(mistakeMessages.map(([{ kind }]) => kind));
  const missing = Object.keys(mistakeRules).filter((kind) => !here.has(kind as MistakeNote['kind']));
  expect(missing).toEqual(['state-dtype', 'update-dtype']);
});

test('a finding has its mistake as subject', () => {
  const one = mistake({ kind: 'late-binding-step', span, name: 'k' });
  expect(findings({ mistakes: [one] })[0]).toMatchObject({
    rule: 'late-binding-step',
    span,
    subject: { kind: 'mistake', mistake: one },
  });
});

describe('related places', () => {
  const relatedOf = (note: MistakeNote) =>
    findings({ mistakes: [mistake(note)] }).flatMap(({ related }) => related);

  test('in another file carry its path', () => {
    const step = { start: 1, end: 2, path: 'steps.py' };
    const counts = { sequences: 1, states: 0, nonSequences: 0 };
    expect(relatedOf({ kind: 'step-arity', span, passed: 1, least: 2, most: 2, counts, step })).toEqual([
      { span: { start: 1, end: 2 }, message: 'This is the step.', path: 'steps.py' },
    ]);
  });

  test('in the same file have none', () => {
    const first = { start: 1, end: 2, path: null };
    const second = { start: 3, end: 4, path: null };
    const effect = 'raises';
    expect(relatedOf({ kind: 'colliding-updates', span, name: 'a', first, second, effect })).toEqual([
      { span: { start: 1, end: 2 }, message: 'The first update of `a`.' },
      { span: { start: 3, end: 4 }, message: 'The second update of `a`.' },
    ]);
  });
});

test('long code stands on one line and is cut', () => {
  const text = `[\n  ${'1, '.repeat(40)}\n]`;
  expect(
    said({ mistakes: [mistake({ kind: 'list-as-sequence', span, text, isArray: false, isCut: false })] }),
  ).toBe(
    `error: Scan takes each number in \`[ ${'1, '.repeat(15)}…\` for a sequence of its own and raises TypeError. ` +
      'Make a constant of the list: `theano.tensor.constant(...)`.',
  );
});

describe('dtypes', () => {
  const state = (under: Extract<MistakeNote, { kind: 'state-dtype' }>['under']) =>
    mistake({ kind: 'state-dtype', span, state: 0, under, initial: span });
  const update = (under: Extract<MistakeNote, { kind: 'update-dtype' }>['under']) =>
    mistake({ kind: 'update-dtype', span, name: 'a', under, value: span }, 'pytensor');
  const float32: Partial<CheckOptions> = { floatX: 'float32', isDefaultFloatX: false };
  const float64: Partial<CheckOptions> = { isDefaultFloatX: false };

  const counter = state({
    float32: { initial: 'int8', result: 'float32' },
    float64: { initial: 'int8', result: 'float64' },
  });
  const zero = state({ float32: null, float64: { initial: 'float32', result: 'float64' } });
  const fixed = state({ float32: { initial: 'float32', result: 'float64' }, float64: null });
  const narrow = update({ float32: null, float64: { variable: 'float32', value: 'float64' } });
  const whole = update({
    float32: { variable: 'int64', value: 'float64' },
    float64: { variable: 'int64', value: 'float64' },
  });

  test.each([
    [
      counter,
      {},
      'error: State 1 begins as int8 and the step returns float64: scan converts neither and raises ValueError. ' +
        'Begin with that dtype, for example `np.asarray(0, dtype=theano.config.floatX)`, or cast the result.',
    ],
    [
      zero,
      {},
      'warning: With floatX=float64, the default, state 1 begins as float32 and the step returns float64: scan converts ' +
        'neither and raises ValueError. Begin with that dtype, for example `np.asarray(0, dtype=theano.config.floatX)`, or cast the result.',
    ],
    [
      zero,
      float64,
      'error: With floatX=float64 state 1 begins as float32 and the step returns float64: scan converts neither and raises ValueError. ' +
        'Begin with that dtype, for example `np.asarray(0, dtype=theano.config.floatX)`, or cast the result.',
    ],
    [zero, float32, ''],
    [
      fixed,
      float32,
      'error: With floatX=float32 state 1 begins as float32 and the step returns float64: scan converts neither and raises ValueError. ' +
        "Begin with that dtype, for example `np.asarray(0, dtype='float64')`, or cast the result.",
    ],
    [fixed, {}, ''],
    [
      narrow,
      {},
      'warning: With floatX=float64, the default, `a` is float32 and its new value float64: PyTensor converts neither and ' +
        "raises TypeError. Cast the new value: `.astype('float32')`.",
    ],
    [
      whole,
      float32,
      'error: `a` is int64 and its new value float64: PyTensor converts neither and raises TypeError. ' +
        "Cast the new value: `.astype('int64')`.",
    ],
  ])('%# %o', (one, options, text) => {
    expect(said({ mistakes: [one] }, options)).toBe(text);
  });
});
