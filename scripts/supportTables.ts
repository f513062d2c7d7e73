/**
 * Writes docs/python.md and docs/numpy-and-theano.md, which say what is supported, from what the code has, and the tables of
 * docs/performance.md from the results of the bench.
 *
 *     npm run docs [--check]
 *
 * `--check` writes nothing and exits with 1 when a page is stale.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/paths.ts';
import { supportPages, updateCommand, writtenText } from './supportPages/supportPages.ts';

const stale = (await supportPages()).filter((page) => page.text !== writtenText(page));

if (!process.argv.includes('--check')) {
  for (const { path, text } of stale) writeFileSync(join(root, path), text);
  console.log(stale.length === 0 ? 'nothing to do' : `wrote ${stale.map(({ path }) => path).join(', ')}`);
} else if (stale.length > 0) {
  console.error(`stale: ${stale.map(({ path }) => path).join(', ')}; run ${updateCommand}`);
  process.exitCode = 1;
}
