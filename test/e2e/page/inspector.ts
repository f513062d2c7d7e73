/** The scan inspector, as a person goes through the iterations. */
import assert from 'node:assert/strict';
import { timesOf } from '../../../bench/editor/results.ts';
import type { EditorWindow } from './editorWindow.ts';
import { sliderTimesScript } from './pageScripts.ts';
import type { PageTest } from './pageTests.ts';

const file = 'inspected.py';

/** Runs a file and opens the inspector on the call behind the result of a line. */
async function inspect(window: EditorWindow, code: string, result: string, path = file): Promise<void> {
  await window.open(path);
  // Those of an earlier run would be taken for the new ones.
  await window.command('ScanLens: Clear All Results');
  await window.command('ScanLens: Run All Cells');
  await window.lineWith(result);
  // Not while it still runs: the inspector would show the calls that there are by then.
  await window.eventually('the end of the run', async () =>
    /ready/.test(await window.statusBar()) ? true : null,
  );
  // Lines move when lenses come over them.
  await window.eventually('the lenses over scans', async () =>
    (await window.lenses()).some((lens) => /1 output ·/.test(lens)) ? true : null,
  );
  await window.clickText(code);
  await window.command('ScanLens: Inspect Scan');
  await shows(window, /Iteration 1 of/);
}

/** Waits until the text of the webview has all of these. */
async function shows(window: EditorWindow, ...parts: readonly RegExp[]): Promise<string> {
  return window.eventually(`${parts.join(' and ')} in the inspector`, async () => {
    const text = await window.webviewText();
    return parts.every((part) => part.test(text)) ? text : null;
  });
}

export const inspectorTests: readonly PageTest[] = [
  {
    name: 'inspector: goes through the iterations with keys, to the first NaN, and back',
    async run(window, note) {
      await inspect(window, 'result = f(', 'float64 (5,)');
      await shows(window, /Iteration 1 of 5/, /def step\(x, total\)/, /x = xs\[t\] = float64 1\.5/);
      const start = performance.now();
      await window.webview().locator('body').press('ArrowRight');
      await shows(window, /Iteration 2 of 5/, /int64 2\s+int64 3\s+changed/);
      note(`a step in the inspector, seen through the page: ${Math.round(performance.now() - start)} ms`);
      for (const theme of ['dark', 'highContrast', 'light'] as const) {
        await window.useTheme(theme);
        await window.screenshot(`40 inspector ${theme}`);
      }
      await window.webview().getByRole('button', { name: 'First NaN' }).click();
      await shows(window, /Iteration 4 of 5/, /nan/);
      await window.webview().locator('body').press('Home');
      await shows(window, /Iteration 1 of 5/);
      await window.closeTab();
    },
  },
  {
    name: 'inspector: the dataflow names what is dropped, and leads to the source',
    async run(window) {
      await inspect(window, 'dropped = g(', 'float64 (3,)');
      await window.webview().getByRole('tab', { name: 'Dataflow' }).click();
      const box = window.webview().locator('.box.dropped');
      await box.first().waitFor();
      await window.screenshot('41 dataflow');
      await window.webview().getByRole('tab', { name: 'Values' }).click();
      await shows(window, /dropped/);
      await window
        .webview()
        .getByRole('button', { name: /show in the editor/ })
        .click();
      await window.eventually('the step function in the editor', async () =>
        (await window.lines()).some(({ text }) => text.includes('def step')) ? true : null,
      );
      await window.command('View: Close Editors in Other Groups');
    },
  },
  {
    name: 'inspector: many elements are a heat map, and what was shown is there again after being hidden',
    async run(window) {
      await inspect(window, 'wide =', 'float64 (60, 24)');
      await window
        .webview()
        .getByRole('img', { name: /over the iterations/ })
        .waitFor();
      await window.webview().locator('body').press('End');
      await shows(window, /Iteration 60 of 60/);
      await window.screenshot('42 heat map');
      await window.command('File: New Untitled Text File');
      await window.eventually('the new file', async () =>
        /Untitled-\d/.test(await window.activeTab()) ? true : null,
      );
      await window.closeTab();
      await shows(window, /Iteration 60 of 60/);
      const slider = window.webview().getByRole('slider', { name: 'Iteration' });
      assert.equal(await slider.inputValue(), '59');
      await window.closeTab();
    },
  },
  {
    name: 'inspector: a million iterations are there at once, and moves take no longer than a frame',
    async run(window, note) {
      await inspect(window, 'end = last(', 'float64', 'million.py');
      await shows(window, /Iteration 1 of 1,000,000/, /float64 1\.0/);
      const body = window.webview().locator('body');
      const loadedMs = Number(await body.evaluate('performance.now()'));
      note(
        `from the start of the page to the first of 1,000,000 iterations, at most: ${Math.round(loadedMs)} ms`,
      );
      const { median, p95 } = timesOf('moves', await window.measureInWebview(sliderTimesScript));
      note(`a move of the slider: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of work`);
      await body.press('End');
      await shows(window, /Iteration 1,000,000 of 1,000,000/, /float64 \d+\.\d/);
      await window.screenshot('43 a million iterations');
      await window.closeTab();
    },
  },
];
