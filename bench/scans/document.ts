/** The tables in the documents, which are those of a result file; `npm run docs` writes them. */
import { briefTable, compileTable, type ScanResults, timeTable } from './table.ts';

/** From the root of the checkout. */
export const documentedResults = 'bench/results/shared-2-core.json';

type Part = (results: ScanResults) => string;

/** By the path of a document: its parts that are made from results, each between `<!-- name -->` and `<!-- end -->`. */
export const documentsWithResults: Readonly<Record<string, Readonly<Record<string, Part>>>> = {
  'docs/performance.md': { measured, times: timeTable, compiling: compileTable },
  'README.md': { speed: briefTable, measured },
};

/** The text of a document with the tables of these results in it. */
export function withTables(path: string, text: string, results: ScanResults): string {
  return Object.entries(documentsWithResults[path] ?? {}).reduce((changed, [name, makePart]) => {
    const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!place.test(changed)) throw new Error(`${path} has no place for ${name}`);
    const part = makePart(results);
    return changed.replace(place, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
  }, text);
}

function measured({ machine, date, versions }: ScanResults): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${date}: ${machine}; ${names.join(', ')}.`;
}
