/** The tables in the documents, which are those of the result files; `npm run docs` writes them. */
import { type EditorResults, editorMeasured, editorTable } from './editor/results.ts';
import { briefTable, compileTable, type ScanResults, timeTable } from './scans/table.ts';

/** From the root of the checkout. */
export const resultFiles = {
  scans: 'bench/results/shared-2-core.json',
  editor: 'bench/results/editor-shared-2-core.json',
} as const;

export interface DocumentedResults {
  readonly scans: ScanResults;
  readonly editor: EditorResults;
}

type Part = (results: DocumentedResults) => string;

const measured: Part = ({ scans: { machine, date, versions } }) => {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${date}: ${machine}; ${names.join(', ')}.`;
};

/** By the path of a document: its parts that are made from results, each between `<!-- name -->` and `<!-- end -->`. */
export const documentsWithResults: Readonly<Record<string, Readonly<Record<string, Part>>>> = {
  'docs/performance.md': {
    measured,
    times: ({ scans }) => timeTable(scans),
    compiling: ({ scans }) => compileTable(scans),
    'editor measured': ({ editor }) => editorMeasured(editor),
    'editor times': ({ editor }) => editorTable(editor),
  },
  'README.md': { speed: ({ scans }) => briefTable(scans), measured },
};

/** The text of a document with the tables of these results in it. */
export function withTables(path: string, text: string, results: DocumentedResults): string {
  return Object.entries(documentsWithResults[path] ?? {}).reduce((changed, [name, makePart]) => {
    const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!place.test(changed)) throw new Error(`${path} has no place for ${name}`);
    const part = makePart(results);
    return changed.replace(place, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
  }, text);
}
