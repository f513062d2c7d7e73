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
      await window.eventually('the error of the last cell that ran', async () => {
        return (await window.notebookOutputs()).includes('ZeroDivisionError') ? true : null;
      });
      const outputs = await window.notebookOutputs();
      assert.match(outputs, /before 1/);
      assert.match(outputs, /Shared variable\s+Change\s+Where/);
      assert.match(outputs, /a\s+1 → 11\s+line 2/);
      assert.match(outputs, /dropped\s+stays 11 · dropped: would be 21/);
      assert.doesNotMatch(outputs, /never/);
      await window.screenshot('11 notebook that ran');
    },
  },
];
