/** Whole programs as people write them: about half drop updates, and nothing else may be reported. */
import { readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { casesOf, expectMarkedFindings } from './cases.ts';

const programsIn = (name: string) =>
  casesOf(readFileSync(new URL(`programs/${name}.py`, import.meta.url), 'utf8'));

describe.each(['recurrences', 'libraries', 'classes', 'builders', 'merged', 'uncertain'])(
  'dropped-updates in %s',
  (name) => {
    test.each(programsIn(name))('%s', (_, program) => expectMarkedFindings(program));
  },
);
