/** Puts the texts in other languages in order: sorted by the English ones, and with the punctuation of their language. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chinesePunctuation } from './support/chinesePunctuation.ts';
import { root } from './support/paths.ts';

const sorted = (texts: readonly (readonly [string, string])[]) =>
  texts.toSorted(([a], [b]) => Number(a > b) - Number(a < b));
const asWritten = (texts: readonly (readonly [string, string])[]) => texts;

const bundles = [
  { name: 'l10n/bundle.l10n.zh-cn.json', order: sorted },
  // The order of the manifest.
  { name: 'package.nls.zh-cn.json', order: asWritten },
];

for (const { name, order } of bundles) {
  const path = join(root, name);
  const texts = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
  const tidy = order(texts).map(([key, text]) => [key, chinesePunctuation(text)] as const);
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(tidy), null, 2)}\n`);
}
