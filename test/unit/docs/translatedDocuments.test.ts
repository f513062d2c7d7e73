/** Documents in another language: the same code, whose marks other tests check, and the punctuation of the language. */
import { expect, test } from 'vitest';
import { chinesePunctuation } from '../../../scripts/support/chinesePunctuation.ts';
import { proseOf, readDocuments } from './documents.ts';

const documents = readDocuments();
const chinese = documents.filter(({ path }) => path.endsWith('.zh-cn.md'));

test('there is one in Chinese', () => {
  expect(chinese.map(({ path }) => path)).toContain('docs/guides/outputs-and-updates.zh-cn.md');
});

test.each(chinese)('$path has the code of its English text', ({ path, blocks }) => {
  const english = documents.find((one) => one.path === path.replace('.zh-cn', ''));
  expect(blocks.map(({ text }) => text)).toEqual(english?.blocks.map(({ text }) => text));
});

test.each(chinese)('$path has the sections of its English text', ({ path, text }) => {
  const english = documents.find((one) => one.path === path.replace('.zh-cn', ''));
  const levels = (markdown: string) => proseOf(markdown).match(/^#+(?= )/gm);
  expect(levels(text)).toEqual(levels(english?.text ?? ''));
});

test.each(chinese)('$path is punctuated as Chinese is', ({ text }) => {
  const wrong = proseOf(text)
    .split('\n')
    .filter((line) => chinesePunctuation(line) !== line);
  expect(wrong).toEqual([]);
});
