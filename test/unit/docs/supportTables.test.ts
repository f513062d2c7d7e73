/** The pages that say what is supported are those that the code gives. */
import { expect, it } from 'vitest';
import { supportPages, updateCommand, writtenText } from '../../../scripts/supportPages/supportPages.ts';

const pages = await supportPages();

it.each(pages)('$path is up to date', (page) => {
  expect(page.text, `stale: run ${updateCommand}`).toBe(writtenText(page));
});
