/**
 * The cases of the oracle set that are listed as passing pass, and the others do not: a change that makes a case pass has to
 * list it (`npm run oracle -- --update`). Without the set there is nothing to compare with, and the test says so.
 */
import { describe, expect, it } from 'vitest';
import { hasOracle, listCases, oracleFolder, readPassingList, runCase } from '../../oracle/runOracle.ts';

const passing = new Set(readPassingList());

if (hasOracle()) {
  describe('oracle', () => {
    it.each(listCases().map((testCase) => [testCase.name, testCase] as const))(
      '%s',
      async (name, testCase) => {
        const differences = await runCase(testCase);
        if (passing.has(name)) expect(differences).toEqual([]);
        else expect(differences, 'it passes: add it with `npm run oracle -- --update`').not.toEqual([]);
      },
    );
  });
} else {
  it('has the list of passing cases, but not the set', () => {
    console.warn(`The oracle set is not at ${oracleFolder}, so its cases are not compared.`);
    expect(readPassingList().length).toBeGreaterThan(0);
  });
}
