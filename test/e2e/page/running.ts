/** Errors, cancelling and plots, as a person sees them. */
import assert from 'node:assert/strict';
import type { PageTest } from './pageTests.ts';

export const runningTests: readonly PageTest[] = [
  {
    name: 'an exception stands at its line, the traceback in the hover',
    async run(window) {
      await window.open('raises.py');
      await window.command('ScanLens: Run All Cells');
      const line = await window.lineWith('ZeroDivisionError');
      const text = await window.hoverAddition('ZeroDivisionError', /Traceback/);
      await window.screenshot('7 exception');
      assert.match(line.text, /x \/ 0|divide\(1\)/);
      assert.match(text, /division by zero/);
    },
  },
  {
    name: 'an endless loop says that it runs, can be cancelled, and the next cell runs',
    async run(window, note) {
      await window.open('endless.py');
      await window.clickLensUntil(/Run cell/i, async () => {
        return (await window.lenses()).some((lens) => /Cancel/.test(lens));
      });
      await window.eventually('a time that counts', async () =>
        (await window.additions()).some((text) => /running \d+\.\d s/.test(text)) ? true : null,
      );
      await window.screenshot('8 running');
      const start = await window.clickLensUntil(/Cancel/, async () => {
        return (await window.lenses()).some((lens) => /cancelled/.test(lens));
      });
      note(`click on Cancel to seen in the window: ${Math.round(performance.now() - start)} ms`);
      await window.screenshot('9 cancelled');
      await window.press('Control+End');
      await window.command('ScanLens: Run Cell');
      await window.lineWith('42');
    },
  },
  {
    name: 'a cell that draws mentions its plots at the lines that show them',
    async run(window) {
      await window.open('plots.py');
      await window.command('ScanLens: Run All Cells');
      const line = await window.lineWith('plot “Waves”: 2 lines');
      await window.lineWith('plot: 1 set of bars');
      await window.screenshot('13 plots');
      assert.match(line.text, /plt\.show\(\)/);
    },
  },
];
