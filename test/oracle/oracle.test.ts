/**
 * The cases of the oracle set that are listed as passing pass, and the others do not: a change that makes a case pass has to
 * list it (`npm run oracle -- --update`). Each runs on the backend of our choice, which has to be the listed one, and on the
 * reference. Without the set there is nothing to compare with, and the test says so.
 */
import { describe, expect, it } from 'vitest';
import { hasOracle, listCases, oracleFolder, readPassingList, runCase } from './runOracle.ts';

const passing = readPassingList();

if (hasOracle()) {
  describe('oracle', () => {
    const cases = listCases().map((testCase) => [testCase.name, testCase] as const);

    it.each(cases)('%s', async (name, testCase) => {
      const { differences, backend } = await runCase(testCase, 'auto');
      const listed = passing[name];
      if (listed === undefined)
        expect(differences, 'it passes: add it with `npm run oracle -- --update`').not.toEqual([]);
      else expect([differences, backend]).toEqual([[], listed]);
    });

    it.each(cases.filter(([name]) => passing[name]?.includes('wasm')))(
      '%s on the reference',
      async (_, testCase) => {
        const { differences, backend } = await runCase(testCase, 'reference');
        expect([differences, backend]).toEqual([[], 'reference']);
      },
    );
  });
} else {
  it('has the list of passing cases, but not the set', () => {
    console.warn(`The oracle set is not at ${oracleFolder}, so its cases are not compared.`);
    expect(Object.keys(passing).length).toBeGreaterThan(0);
  });
}
