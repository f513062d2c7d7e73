/** What a person sees of a finding whose cause is in another file. */
import assert from 'node:assert/strict';
import type { PageTest } from './pageTests.ts';

/** `opened` are files to open before: in the web worker host the server sees only those that are open. */
export const otherFileTests = (opened: readonly string[]): readonly PageTest[] => [
  {
    name: 'a finding about a helper leads to the file of the helper',
    async run(window) {
      for (const path of opened) await window.open(path);
      await window.open('helper/uses_counting.py');
      await window.eventually('a squiggle', async () =>
        (await window.squiggles('warning')) === 1 ? true : null,
      );
      const text = await window.hover('count_to(10)', /counting\.py/);
      await window.screenshot('12 helper in another file');
      assert.match(text, /keeps its value/);
      await window.clickInHover('counting.py');
      await window.eventually('the other file', async () => {
        const lines = await window.lines();
        return lines.some(({ text: line }) => line.includes('Makes scans for others')) ? true : null;
      });
    },
  },
];
