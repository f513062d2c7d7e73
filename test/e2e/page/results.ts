/** What stands after lines: values, pins, what survives closing and reloading, and how quickly the first of it is there. */
import assert from 'node:assert/strict';
import { contrast } from './contrast.ts';
import type { EditorWindow } from './editorWindow.ts';
import type { PageTest } from './pageTests.ts';

/** What WCAG asks of small text. */
const readableContrast = 4.5;

const file = 'results.py';

/** Opens the file and waits until its cells are known: before that the keys are not ours. */
async function openResults(window: EditorWindow): Promise<void> {
  await window.open(file);
  await window.eventually('the lenses', async () => ((await window.lenses()).length > 3 ? true : null));
}

async function runCellAt(window: EditorWindow, text: string): Promise<void> {
  await window.clickText(text);
  await window.press('Control+Enter');
}

export const resultTests: readonly PageTest[] = [
  {
    name: 'results: vectors have their course, loops their last value, matrices a table in the hover',
    async run(window) {
      await openResults(window);
      await window.clickText('total = 0');
      await window.command('ScanLens: Run Cells Above');
      const vector = await window.lineWith('float64 (60,) ▁');
      assert.match(vector.added.join(''), /▁.*█ \[0\. 1\. 4\./);
      await window.lineWith('81 ×10');
      const text = await window.hoverAddition('float64 (2, 3)', /1\.25/);
      await window.screenshot('20 results, matrix hover');
      assert.match(text, /Copy/);
      assert.match(text, /Pin/);
      for (const theme of ['dark', 'highContrast', 'light'] as const) {
        await window.press('Escape');
        await window.useTheme(theme);
        const line = await window.lineWith('float64 (60,) ▁');
        await window.screenshot(`21 results ${theme}`);
        const ratios = line.colors.map((color) => contrast(color, line.background));
        assert.ok(Math.min(...ratios) >= readableContrast, `${theme}: contrasts ${ratios.join(', ')}`);
      }
    },
  },
  {
    name: 'results: a click is answered at once',
    async run(window, note) {
      await openResults(window);
      const start = await window.clickLensAndSee(/Run cell/i, 'total = 0', 'running ');
      note(`click on Run cell to "running" seen in the window: ${start} ms`);
      await window.screenshot('22 running');
      await window.lineWith('1999999000000');
      await window.eventually('no notice', async () =>
        (await window.additions()).every((text) => !text.includes('running')) ? true : null,
      );
    },
  },
  {
    name: 'results: a pinned value stands beside that of the next run',
    async run(window) {
      await openResults(window);
      await runCellAt(window, 'value = 40');
      await window.hoverAddition('⇒ 42', /Pin/);
      await window.clickInHover('Pin');
      await window.lineWith('42 (pinned)');
      await window.screenshot('23 pinned');
      await window.clickText('40 + 2');
      await window.press('End');
      await window.type('0');
      await window.press('Control+Enter');
      await window.lineWith('⇒ 60   was 42');
      await window.screenshot('24 compared with the pinned one');
      const hover = await window.hoverAddition('was 42', /Pinned/);
      assert.match(hover, /Unpin/);
      await window.clickInHover('Unpin');
      await window.eventually('no comparison', async () =>
        (await window.additions()).every((text) => !text.includes('was 42')) ? true : null,
      );
      await window.press('Control+Z');
    },
  },
  {
    name: 'results: both halves of a split editor show them',
    async run(window) {
      await openResults(window);
      await runCellAt(window, 'value = 40');
      await window.lineWith('⇒ 42');
      await window.command('View: Split Editor Right');
      await window.lineWith('⇒ 42');
      await window.screenshot('25 split');
      await window.command('View: Close Editor');
    },
  },
  {
    name: 'results: Shift+Enter goes to the next cell, keys go back and forth, a selection runs by itself',
    async run(window) {
      await openResults(window);
      await window.clickText('value = 40');
      await window.command('ScanLens: Clear All Results');
      await window.clickText('squares = np');
      await window.press('Shift+Enter');
      await window.lineWith('81 ×10');
      // The cursor is in the next cell now.
      await window.press('Control+Enter');
      await window.lineWith('⇒ 42');
      await window.press('Control+Alt+PageUp');
      await window.press('Control+Alt+PageUp');
      await window.press('Control+Alt+PageUp');
      // The cursor moves a moment after the key.
      await window.eventually('the cursor in the first cell', async () =>
        (await window.statusBar()).includes('Ln 2, Col 1') ? true : null,
      );
      await window.clickText('for i in range(10)');
      await window.press('Home');
      await window.press('Shift+ArrowDown');
      await window.press('Shift+ArrowDown');
      await window.command('ScanLens: Run Selection or Line');
      await window.lineWith('81 ×10');
      await window.clickText('print(i * i)');
      await window.command('ScanLens: Run Selection or Line');
      await window.eventually('a kind refusal', async () =>
        (await window.text()).includes('The selection is a part of the statement in lines 7 to 8')
          ? true
          : null,
      );
      await window.screenshot('26 refused selection');
      await window.command('Notifications: Clear All Notifications');
    },
  },
  {
    name: 'results: come back as stale when the tab or the window was closed',
    async run(window) {
      await openResults(window);
      await runCellAt(window, 'value = 40');
      await window.lineWith('⇒ 42');
      await window.command('View: Close Editor');
      await window.open('counter.py');
      await openResults(window);
      await window.lineWith('42 (earlier session)');
      await window.screenshot('27 opened again');
      await runCellAt(window, 'value = 40');
      await window.eventually('fresh results', async () =>
        (await window.additions()).some((text) => text.startsWith('⇒ 42') && !text.includes('session'))
          ? true
          : null,
      );
      // Kept a second after the last change.
      await window.pause(1500);
      await window.reload();
      await openResults(window);
      const line = await window.lineWith('42 (earlier session)');
      await window.screenshot('28 after a reload');
      assert.ok(Math.max(...line.opacities) < 1, 'dimmed');
    },
  },
];
