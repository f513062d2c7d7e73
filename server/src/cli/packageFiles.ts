/** What belongs to the package beside the program: its version and the pages about the rules. The same in `dist/` as in the sources. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** From the nearest `package.json` above this file. */
export function packageVersion(): string {
  const text = readPackageFile('package.json');
  return text === null ? 'unknown' : String(JSON.parse(text).version);
}

/** The page about a rule, in Markdown; null where there is none. */
export const readRulePage = (id: string): string | null => readPackageFile(join('docs', 'rules', `${id}.md`));

function readPackageFile(name: string): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (; ; folder = dirname(folder)) {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      if (folder === dirname(folder)) return null;
    }
  }
}
