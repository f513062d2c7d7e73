/** All safe fixes of a file at once. */
import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../server/src/analysis/fixes/applyFixes.ts';
import { applyEdits } from '../../../../server/src/analysis/fixes/fix.ts';
import { firstLines } from '../cases.ts';
import { checked } from './fixCases.ts';

const applyTo = (program: string, check = checked) => {
  const result = applyFixes(check(program), check);
  // The edits say the same as the text, in every case here.
  expect(applyEdits(program, result.edits)).toBe(result.text);
  return result;
};

const fixed = (program: string): string => applyTo(firstLines + program).text.slice(firstLines.length);

describe('all safe fixes', () => {
  it('of several scans, in one round and more', () => {
    const program = `
p, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
q, _ = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], p)
g = theano.function([x], [p, q])
`;
    expect(fixed(program)).toBe(`
p, updates = theano.scan(lambda v: (v, {a: a + 1}), x)
q, updates_2 = theano.scan(lambda v: (v, {b: b + v}), x)
f = theano.function([x], p, updates=updates)
g = theano.function([x], [p, q], updates=updates + updates_2)
`);
  });

  it('say what they did', () => {
    const program = `${firstLines}out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)\nf = theano.function([x], out)\n`;
    expect(applyTo(program).applied.map(({ rule, title }) => `${rule}: ${title}`)).toEqual([
      'dropped-updates: Pass the updates to `f`',
    ]);
  });

  it('leave alone what is not safe', () => {
    const program = `
def total(values):
    out, _ = theano.scan(lambda v: (v, {a: a + 1}), values)
    return out[-1]
f = theano.function([x], total(x))
`;
    expect(fixed(program)).toBe(program);
  });

  it('end when a check always finds something', () => {
    const program = `${firstLines}out, _ = theano.scan(lambda v: (v, {a: a + 1}), x)\nf = theano.function([x], out)\n`;
    const [finding] = checked(program).findings;
    const stubborn = (text: string) => ({
      ...checked(text),
      findings: finding === undefined ? [] : [finding],
    });
    expect(applyTo(program, stubborn)).toEqual({ text: program, edits: [], applied: [] });
  });

  it('leave out one that adds a finding, and apply the others', () => {
    const program = `
p, _ = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], p)
q, _ = theano.scan(lambda v: (v, {b: b + v}), x)
g = theano.function([x], q)
`;
    const [finding] = checked(firstLines + program).findings;
    const picky = (text: string) => {
      const result = checked(text);
      const isTouched = !text.includes('p, _ =') && finding !== undefined;
      const extra = isTouched ? [finding, { ...finding, rule: 'other' }] : [];
      return { ...result, findings: [...result.findings, ...extra] };
    };
    const { text, applied } = applyTo(firstLines + program, picky);
    expect(applied).toHaveLength(1);
    expect(text.slice(firstLines.length)).toBe(
      program.replace('q, _ =', 'q, updates =').replace('[x], q)', '[x], q, updates=updates)'),
    );
  });
});
