/**
 * Programs whose findings were judged by running them under the real libraries: every rule is asked, and what is not
 * marked must not be reported. `# today silent: rule` is about the line above: the finding would be right there, and is
 * not proven yet.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { rules } from '../../../server/src/analysis/rules/rules.ts';
import { casesOf, checked, expectMarks } from './cases.ts';

const folder = new URL('judged/', import.meta.url);
const topics = readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return { topic: name.replace(/\.py$/, ''), text, cases: casesOf(text) };
});

describe.each(topics)('judged programs: $topic', ({ cases }) => {
  test.each(cases)('%s', (_, program) => expectMarks(program, checked(program)));
});

it('have titles of their own', () => {
  const titles = topics.flatMap(({ cases }) => cases.map(([title]) => title));
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

it('are silent about known rules only', () => {
  const known = new Set(rules.map(({ id }) => id));
  const named = topics.flatMap(({ text }) => [...text.matchAll(/^\s*# today silent: (.*)$/gm)]);
  expect(named.map(([, rule]) => rule ?? '').filter((rule) => !known.has(rule))).toEqual([]);
});
