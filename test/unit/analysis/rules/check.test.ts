/** The check of a file against all rules: levels, order, and findings that would say the same twice. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../../../server/src/analysis/rules/rules.ts';
import { draw, droppedScan, findings, mistake } from './handMade.ts';

const at = (start: number, end = start + 1) => ({ start, end });
const pair = (span = at(10)) => mistake({ kind: 'pair-is-two-outputs', span, name: 'a', scan: span });
const printing = (span = at(10)) => mistake({ kind: 'runs-once-in-step', span, what: 'print', scan: span });

describe('levels', () => {
  const levelOf = (levels: Parameters<typeof findings>[1]) =>
    findings({ mistakes: [printing()] }, levels).map(({ level }) => level);

  test('are those of the finding, where nobody asks for another', () => {
    expect(levelOf({})).toEqual(['hint']);
    expect(levelOf({ levels: { 'dropped-updates': 'off' } })).toEqual(['hint']);
  });

  test('are those that are asked for', () => {
    expect(levelOf({ levels: { 'runs-once-in-step': 'error' } })).toEqual(['error']);
    expect(levelOf({ levels: { 'runs-once-in-step': 'off' } })).toEqual([]);
  });

  test('come from the object itself', () => {
    expect(levelOf({ levels: Object.create({ 'runs-once-in-step': 'off' }) })).toEqual(['hint']);
  });

  test('hold for comments, too', () => {
    const text = '# scanlens: ignore[other]';
    expect(findings({ text }, { levels: { 'unknown-rule': 'off' } })).toEqual([]);
  });
});

describe('findings', () => {
  const places = (made: Parameters<typeof findings>[0]) =>
    findings(made).map(({ rule, span }) => `${span.start}-${span.end} ${rule}`);

  test('stand in the order of the source, then of the rules', () => {
    const scans = [droppedScan({}), droppedScan({ variables: [draw('rng.normal')] })];
    const mistakes = [pair(at(12)), printing(at(3)), pair(at(3)), pair(at(3, 9)), printing(at(12))];
    const expected = [
      '3-4 pair-is-two-outputs',
      '3-4 runs-once-in-step',
      '3-9 pair-is-two-outputs',
      '10-20 dropped-random-updates',
      '10-20 dropped-updates',
      '12-13 pair-is-two-outputs',
      '12-13 runs-once-in-step',
    ];
    expect(places({ scans, mistakes })).toEqual(expected);
    expect(places({ scans: scans.toReversed(), mistakes: mistakes.toReversed() })).toEqual(expected);
  });

  test('that say the same at the same place are one', () => {
    expect(places({ mistakes: [pair(), printing(), pair()] })).toEqual([
      '10-11 pair-is-two-outputs',
      '10-11 runs-once-in-step',
    ]);
  });

  test('that say something else at the same place are two', () => {
    const other = mistake({ kind: 'pair-is-two-outputs', span: at(10), name: 'b', scan: at(1) });
    expect(places({ mistakes: [pair(), other] })).toHaveLength(2);
  });
});

describe('the table', () => {
  test('has ids that can stand in comments and settings', () => {
    expect(rules.map(({ id }) => id).filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('says in one short line what each rule is about', () => {
    const odd = rules.filter(({ summary }) => summary.length > 120 || !/^[A-Zn`].*\.$/.test(summary));
    expect(odd).toEqual([]);
  });
});
