/** Real programs, from which inputs are made: examples, fixtures, programs with recorded output, and the oracle's where it lies beside the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['examples', 'test/recorded/programs', 'test/unit', '../shared/oracle/cases'];
/** Of a longer one only the beginning is taken: inputs are many and have to be read quickly. */
const longest = 4000;

/** The texts of all files with this ending, in a fixed order. */
function textsOf(ending: string): readonly string[] {
  return folders.flatMap((folder) => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => readFileSync(join(path, name), 'utf8'));
  });
}

/** Whole lines from the beginning. */
const cut = (text: string): string =>
  text.length <= longest ? text : text.slice(0, text.lastIndexOf('\n', longest) + 1);

export const programs: readonly string[] = textsOf('.py')
  .map(cut)
  .filter((text) => text !== '');

export const notebooks: readonly string[] = textsOf('.ipynb').filter(({ length }) => length < 50_000);
