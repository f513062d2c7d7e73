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
  {
    name: 'the cells of a notebook run when its kernel was chosen',
    async run(window) {
      await window.openNotebook('running.ipynb');
      await window.command('Notebook: Select Notebook Kernel');
      await window.pick('ScanLens (no Python)');
      await window.command('Notebook: Run All');
      await window.eventually('the number of the third cell', async () => {
        return (await window.text()).includes('[3]') ? true : null;
      });
      // From the text at the top to the cell with the table.
      for (let cell = 0; cell < 4; cell++) await window.press('ArrowDown');
      await window.pause(1000);
      await window.screenshot('11 notebook that ran');
    },
  },
];
