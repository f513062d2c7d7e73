/** Whatever the text is and whatever a finding says: fixes never throw, and a fix of a real finding never makes it worse. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetter } from '../../../../server/src/analysis/fixes/applyFixes.ts';
import { applyEdits, type Fix } from '../../../../server/src/analysis/fixes/fix.ts';
import { fixesFor } from '../../../../server/src/analysis/fixes/fixes.ts';
import type { Mistake, MistakeKind } from '../../../../server/src/analysis/mistakes.ts';
import type { Finding } from '../../../../server/src/analysis/rules/findings.ts';
import type { Span } from '../../../../server/src/base/span.ts';
import { type Checked, checked, fixCases } from './fixCases.ts';

const folder = new URL('programs/', import.meta.url);
const cases = readdirSync(folder).flatMap((name) => fixCases(readFileSync(new URL(name, folder), 'utf8')));
const programs = cases.map(({ before }) => before);

/** Every form that a mistake can have, with the fields that need a span left out. */
const forms: readonly (readonly [kind: MistakeKind, fields: object])[] = [
  ['repeated-random-draw', { cause: 'notReturned', generator: 'a', nextName: null }],
  ['colliding-updates', { name: 'a', effect: 'raises' }],
  ['updates-not-in-this-function', { names: ['a'], isRandom: false }],
  ...(['thirdPositional', 'givens', 'wholeResult', 'listOfUpdates', 'onePair'] as const).map(
    (form) => ['wrong-updates-argument', { form }] as const,
  ),
  ['pair-is-two-outputs', { name: 'a' }],
  ...(['flatWithUntil', 'updatesFirst', 'untilAlone', 'nestedLists', 'outputsAsUpdates'] as const).map(
    (form) => ['unparsable-step-return', { form }] as const,
  ),
  ['step-returns-python-value', { value: 'number' }],
  ['step-returns-python-value', { value: 'array' }],
  ['outputs-info-arity', { entries: 1, outputs: 3 }],
  ['state-dtype', { state: 0, under: { float32: null, float64: { initial: 'int8', result: 'float64' } } }],
  ['update-dtype', { name: 'a', under: { float32: null, float64: null } }],
  ['static-length-one-init', { state: 0, axis: 0, shape: [1] }],
  ['n-steps-not-integer', { text: '1.0' }],
  ['taps', { form: 'tupleOfMinusOne', text: '(-1,)' }],
  ...(['if', 'conditional', 'and', 'not'] as const).map(
    (form) => ['python-control-flow-on-symbolic', { form, comparison: null, effect: 'raises' }] as const,
  ),
  ['runs-once-in-step', { what: 'print' }],
  ['item-assignment', { target: 'x[0]', isIncrement: false }],
  ['strict-missing', { names: ['a', 'self.b'], nonSequences: null }],
  ['strict-needs-list', {}],
  ['missing-input-in-updates', { name: 'y' }],
  ['not-unpacked', { use: 'item', name: null }],
  ['unpacked-without-updates', { outputs: 1 }],
  ['return-updates-deprecated', { isEmpty: true }],
  ['return-updates-false-with-updates', { names: ['a'], isRandom: false }],
  ['forgotten-final-rng', { generator: 'a', finalName: '_' }],
  ...(['plus', 'keysOnly', 'itemsPlus'] as const).map(
    (form) => ['merge-not-supported-by-version', { form, operands: [] }] as const,
  ),
  ['list-as-sequence', { text: '[1]' }],
  ['late-binding-step', { name: 'k' }],
];

/** A finding of any rule at any place. */
function madeUp([kind, fields]: (typeof forms)[number], span: Span, program: Checked): Finding {
  const scan = program.analysis.scans[0]?.span ?? span;
  const places = { scan, receiver: span, value: span, initial: span, argument: span, functions: [span] };
  const version = { library: 'theano', version: [1, 0, 5], reason: '' } as const;
  const mistake = { kind, span, version, ...places, ...fields } as unknown as Mistake;
  const subject = { kind: 'mistake', mistake } as const;
  return { rule: kind, level: 'warning', span, message: '', related: [], subject };
}

const isInOrder = (fix: Fix, text: string): boolean =>
  'refusal' in fix ||
  fix.edits.every(({ start, end }, index) => {
    const before = fix.edits[index - 1]?.end ?? 0;
    return before <= start && start <= end && end <= text.length;
  });

const program = fc.constantFrom(...programs);
const place = fc.nat({ max: 900 });

/** Programs with a piece cut out and a piece of another one put in. */
const mutated = fc
  .tuple(program, program, place, place, fc.nat({ max: 40 }))
  .map(([text, other, cut, from, length]) => {
    const piece = other.slice(from, from + length);
    return text.slice(0, cut) + (length % 2 === 0 ? piece : '') + text.slice(cut + (length % 3) * length);
  });

describe('fixes', () => {
  it('of findings at any place give edits in order, or a reason', () => {
    const property = fc.property(
      mutated,
      place,
      fc.nat({ max: 60 }),
      fc.nat(),
      (text, start, length, pick) => {
        const context = checked(text);
        const nodes = text.length === 0 ? 0 : start % text.length;
        const span = { start: nodes, end: Math.min(text.length, nodes + length) };
        for (let index = 0; index < 6; index++) {
          const form = forms[(pick + index) % forms.length];
          if (form === undefined) continue;
          for (const fix of fixesFor(madeUp(form, span, context), context))
            expect(isInOrder(fix, text), form[0]).toBe(true);
        }
      },
    );
    fc.assert(property, { numRuns: 70, seed: 11 });
  });

  it('of mistakes at every expression of the programs give edits in order, or a reason', () => {
    for (const { before, marks } of cases) {
      const context = checked(before);
      for (const { span } of marks)
        for (const form of forms)
          for (const fix of fixesFor(madeUp(form, span, context), context))
            expect(isInOrder(fix, before), form[0]).toBe(true);
    }
  });

  it('of real findings make them fewer in any text', () => {
    const property = fc.property(mutated, (text) => {
      const before = checked(text);
      for (const finding of before.findings) {
        const [fix] = fixesFor(finding, before);
        if (fix === undefined || 'refusal' in fix || !fix.isSafe) continue;
        expect(isInOrder(fix, text)).toBe(true);
        const after = checked(applyEdits(text, fix.edits));
        expect(isBetter(before, after), after.file.text).toBe(true);
      }
    });
    fc.assert(property, { numRuns: 70, seed: 5 });
  });

  it('keep the line breaks of the text', () => {
    const text =
      'import theano\na = theano.shared(1)\nf = theano.function([], theano.scan(lambda: (a, {a: a + 1}), n_steps=2)[0])\n';
    const before = checked(text.replaceAll('\n', '\r\n'));
    const [finding] = before.findings;
    const [fix] = finding === undefined ? [] : fixesFor(finding, before);
    const after = fix === undefined || 'refusal' in fix ? '' : applyEdits(before.file.text, fix.edits);
    expect(after.split('\r\n')).toEqual([
      'import theano',
      'a = theano.shared(1)',
      'outputs, updates = theano.scan(lambda: (a, {a: a + 1}), n_steps=2)',
      'f = theano.function([], outputs, updates=updates)',
      '',
    ]);
  });
});
