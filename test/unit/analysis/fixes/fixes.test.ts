/** Fixes before and after, and what running both does; the programs are in `programs/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { expectFix, expectRuns, fixCases } from './fixCases.ts';

const folder = new URL('programs/', import.meta.url);

describe.each(readdirSync(folder).sort())('%s', (name) => {
  const cases = fixCases(readFileSync(new URL(name, folder), 'utf8'));
  test.each(cases.map((one) => [one.title, one] as const))('%s', (_title, one) => expectFix(one));
  const runs = cases.filter((one) => one.runs !== null);
  if (runs.length === 0) return;
  test.each(runs.map((one) => [one.title, one] as const))('run: %s', (_title, one) => expectRuns(one));
});
