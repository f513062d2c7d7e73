/** Plots and values beside the code. */
import assert from 'node:assert/strict';
import type { PageTest } from './pageTests.ts';

export const plotTests: readonly PageTest[] = [
  {
    name: 'plots: a plot opens beside the code, in the colours of each theme',
    async run(window) {
      await window.open('plots.py');
      await window.command('ScanLens: Run All Cells');
      await window.lineWith('plot “Waves”: 2 lines');
      await window.hoverAddition('plot “Waves”', /Open plot/);
      await window.clickInHover('Open plot');
      const picture = window.webview().getByRole('img', { name: /Waves, sin, cos/ });
      await picture.waitFor();
      for (const theme of ['dark', 'highContrast', 'light'] as const) {
        await window.useTheme(theme);
        await window.screenshot(`30 plot ${theme}`);
      }
      const save = window.webview().getByRole('button', { name: 'Save as SVG' });
      assert.equal(await save.isVisible(), true);
      await window.closeTab();
    },
  },
  {
    name: 'plots: an array opens as lines, a histogram, a table',
    async run(window) {
      await window.open('results.py');
      await window.command('ScanLens: Run All Cells');
      await window.hoverAddition('float64 (60,) ▁', /Draw/);
      await window.clickInHover('Draw');
      const view = window.webview();
      await view.getByRole('img').waitFor();
      await window.eventually('the facts of the array', async () =>
        /float64 \(60\).*mean/.test(await window.webviewText()) ? true : null,
      );
      await window.screenshot('31 value as lines');
      await view.getByLabel('As', { exact: true }).selectOption('histogram');
      await window.screenshot('32 value as histogram');
      await view.getByLabel('As', { exact: true }).selectOption('table');
      await view
        .getByRole('cell', { name: /^16(\.0?)?$/ })
        .first()
        .waitFor();
      await window.screenshot('33 value as table');
      await window.closeTab();
    },
  },
];
