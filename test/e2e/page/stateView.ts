/** The state view and the editors of values: what a person sees of shared variables, and how a person brings values back. */
import assert from 'node:assert/strict';
import type { EditorWindow } from './editorWindow.ts';
import type { PageTest } from './pageTests.ts';

const program = 'state.py';

/** Waits until the tree has a line that begins so; answers with all lines. */
function linesWith(window: EditorWindow, expected: RegExp): Promise<readonly string[]> {
  return window.eventually(`${expected} in the state view`, async () => {
    const drawn = await window.sideBar.drawn();
    return drawn.some((line) => expected.test(line)) ? drawn : null;
  });
}

async function picture(window: EditorWindow, name: string): Promise<void> {
  for (const theme of ['dark', 'highContrast', 'light'] as const) {
    await window.useTheme(theme);
    await window.screenshot(`${name} ${theme}`);
  }
}

export const stateViewTests: readonly PageTest[] = [
  {
    name: 'the state view says what to do before anything was run',
    async run(window) {
      await window.open(program);
      await window.command('ScanLens: Show State View');
      const text = await window.eventually('the welcome', async () => {
        const shown = await window.sideBar.welcome();
        return shown.includes('Run All Cells') ? shown : null;
      });
      assert.match(text, /Nothing has been run yet/);
      assert.match(text, /Open Example/);
      await picture(window, '20 state view, welcome');
    },
  },
  {
    name: 'after a run the state view lists variables, streams, functions and calls',
    async run(window) {
      await window.command('ScanLens: Run All Cells');
      const drawn = await linesWith(window, /total \| ×1 · .*11/);
      await picture(window, '21 state view');
      const text = drawn.join('\n');
      assert.match(text, /^state\.py \| 3 shared variables\n {2}Shared variables \| 3$/m);
      assert.match(text, /^ {4}W \| ×2 · float64 \(3, 3\)/m);
      assert.match(text, /^ {4}series \| float64 \(12000,\)/m);
      assert.match(text, /^ {2}Random streams \| 1$/m);
      assert.match(text, /^ {4}count \| updates total · 0 inputs → 0 outputs · 1 call$/m);
      assert.match(text, /^ {4}forgetful \| dropped: total/m);
      assert.match(text, /^ {2}Recorded calls \| 5 calls$/m);
      const rows = await window.sideBar.rows();
      const spoken = rows.find(({ label }) => label === 'forgetful')?.spoken;
      assert.match(spoken ?? '', /^forgetful, dropped: total/);
      assert.ok(rows.find(({ label }) => label === 'forgetful')?.icons.includes('codicon-warning'));
    },
  },
  {
    name: 'a variable opens into its history, newest first, and stays open after the next run',
    async run(window) {
      await window.sideBar.click('W');
      const drawn = await linesWith(window, /#2 · scale\(\)/);
      const at = drawn.findIndex((line) => line.trim().startsWith('W |'));
      assert.match(drawn[at + 1] ?? '', /#2 · scale\(\) · line 19/);
      assert.match(drawn[at + 2] ?? '', /#1 · scale\(\) · line 18/);
      await window.sideBar.click('forgetful');
      await linesWith(window, /total \| update dropped/);
      await picture(window, '22 history');
      await window.open(program);
      await window.clickText('noise()');
      await window.command('ScanLens: Run Cell');
      await linesWith(window, /#3 · scale\(\)/);
      await window.screenshot('22 history after another run');
    },
  },
  {
    name: 'a change leads to the call that made it, and gives its value back',
    async run(window) {
      await window.open(program);
      await window.sideBar.click('3 of 9 changed, max |Δ| 4');
      await window.eventually('the cursor at the call', async () =>
        /Ln 19, Col/.test(await window.statusBar()) ? true : null,
      );
      await window.sideBar.click('total');
      await linesWith(window, /1 → 11 \| #1 · count\(\) · line 17/);
      await window.sideBar.act('1 → 11', 'Restore the Value After This Change');
      await linesWith(window, /^ {4}total \| ×3 · int64 11/);
      await linesWith(window, /21 → 11 \| #3 · restored/);
      await window.screenshot('23 restored');
      await window.command('ScanLens: Run Cell');
      await window.lineWith('total: 11 → 21');
    },
  },
  {
    name: 'everything is there for the keyboard: restoring from lists, resetting',
    async run(window) {
      await window.command('ScanLens: Restore Value…');
      // Until the list is there, the palette is.
      await window.eventually('the variables', async () =>
        (await window.sideBar.choices()).join() === 'total,W,srng' ? true : null,
      );
      await window.press('Enter');
      await window.eventually('the values', async () =>
        (await window.sideBar.choices()).includes('First value') ? true : null,
      );
      await window.screenshot('24 values to restore');
      await window.type('First');
      await window.press('Enter');
      await linesWith(window, /^ {4}total \| ×\d+ · int64 1$/);
      await window.command('ScanLens: Reset All Variables to Their First Values');
      await linesWith(window, /^ {4}W \| ×\d+ · float64 \(3, 3\) \[\[1\. 0\. 0\.\]/);
    },
  },
  {
    name: 'a large value opens page by page',
    async run(window) {
      await window.sideBar.act('series', 'Open Value');
      await window.eventually('the first page', async () =>
        (await window.editorText()).includes('elements 0 to 999 of 12,000') ? true : null,
      );
      await window.eventually('the statistics', async () =>
        (await window.editorText()).includes('greatest 1499.88') ? true : null,
      );
      await picture(window, '25 value');
      await window.clickLens('Next page');
      await window.eventually('the second page', async () =>
        (await window.editorText()).includes('elements 1,000 to 1,999 of 12,000') ? true : null,
      );
      await window.command('ScanLens: Go to Index…');
      await window.eventually('the question', async () =>
        (await window.text()).includes('Index of an element of shape (12000)') ? true : null,
      );
      await window.type('-1');
      await window.press('Enter');
      await window.eventually('the last element', async () =>
        (await window.editorText()).includes('1499.875]') ? true : null,
      );
      await window.screenshot('26 value, last element');
    },
  },
];
