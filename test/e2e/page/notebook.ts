/** A notebook as a person sees it. */
import assert from 'node:assert/strict';
import type { PageTest } from './pageTests.ts';

export const notebookTests: readonly PageTest[] = [
  {
    name: 'the squiggle of a notebook stands in the cell of the scan',
    async run(window) {
      await window.openNotebook('notebook.ipynb');
      const cells = await window.eventually('a squiggle in a cell', async () => {
        const shown = await window.flaggedCells();
        return shown.length > 0 ? shown : null;
      });
      assert.equal(cells.length, 1);
      assert.match(cells[0] ?? '', /theano\.scan/);
      await window.eventually('hints in the cell', async () => {
        return (await window.flaggedCells()).some((text) => /updates: \{a\} dropped/.test(text))
          ? true
          : null;
      });
      await window.screenshot('11 notebook');
    },
  },
];
