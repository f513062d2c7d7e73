/** The tables in docs/performance.md, which are those of a result file; `npm run docs` writes them. */
import { compileTable, type ScanResults, timeTable } from './table.ts';

/** From the root of the checkout. */
export const documentPath = 'docs/performance.md';
export const documentedResults = 'bench/results/shared-2-core.json';

/** The document with the tables of these results in it. */
export function withTables(text: string, results: ScanResults): string {
  const parts: Readonly<Record<string, string>> = {
    measured: measured(results),
    times: timeTable(results),
    compiling: compileTable(results),
  };
  return Object.entries(parts).reduce((changed, [name, part]) => {
    const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!place.test(changed)) throw new Error(`docs/performance.md has no place for ${name}`);
    return changed.replace(place, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
  }, text);
}

function measured({ machine, date, versions }: ScanResults): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${date}: ${machine}; ${names.join(', ')}.`;
}
