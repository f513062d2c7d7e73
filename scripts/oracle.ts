/**
 * Runs the programs of the oracle set and compares them with what the real libraries did.
 *
 *     npm run oracle [--update] [--all] [--reference] [TOPIC|NAME]…
 *
 * `--update` writes the list of passing cases and on what they ran (only when all cases ran), `--all` prints every difference,
 * `--reference` runs everything on the reference backend.
 */
import { writeFileSync } from 'node:fs';
import {
  hasOracle,
  listCases,
  type OracleCase,
  oracleFolder,
  passingListPath,
  runCase,
} from '../test/oracle/runOracle.ts';

/** Differences printed per case without `--all`. */
const printedDifferenceCount = 3;

const args = process.argv.slice(2);
const wanted = args.filter((argument) => !argument.startsWith('--'));
const printsAll = args.includes('--all');
const backend = args.includes('--reference') ? 'reference' : 'auto';

if (!hasOracle()) {
  console.error(`The oracle set is not at ${oracleFolder}; set SCANLENS_ORACLE to its folder.`);
  process.exitCode = 2;
} else {
  await runAll();
}

async function runAll(): Promise<void> {
  const cases = listCases().filter(isWanted);
  const passing = new Map<string, string>();
  for (const testCase of cases) {
    const startedAt = performance.now();
    const { differences, backend: ran } = await runCase(testCase, backend);
    const elapsedMs = Math.round(performance.now() - startedAt);
    console.log(
      `${differences.length === 0 ? 'pass' : 'FAIL'} ${testCase.name} (${testCase.library}, ${ran || 'no call'}, ${elapsedMs} ms)`,
    );
    const shown = printsAll ? differences : differences.slice(0, printedDifferenceCount);
    for (const difference of shown) console.log(`     ${difference}`);
    if (differences.length === 0) passing.set(testCase.name, ran);
  }
  console.log(`${passing.size} of ${cases.length} pass`);
  if (args.includes('--update') && wanted.length === 0 && backend === 'auto') {
    const sorted = Object.fromEntries([...passing].sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(passingListPath, `${JSON.stringify(sorted, null, 2)}\n`);
  }
  process.exitCode = passing.size === cases.length ? 0 : 1;
}

function isWanted(testCase: OracleCase): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((text) => {
    const name = text.replace(/\.py$/, '');
    return name === testCase.topic || name === testCase.name || name.endsWith(`/${testCase.name}`);
  });
}
