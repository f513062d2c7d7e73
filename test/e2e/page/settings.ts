/** Settings whose effect only a person sees, the one that names a program, and the walkthrough. */
import assert from 'node:assert/strict';
import type { PageTest } from './pageTests.ts';

export const settingTests: readonly PageTest[] = [
  {
    name: 'setting inlineResults: marks whose hover says the value, or nothing after the lines',
    async run(window, _, useSettings) {
      await window.open('counter.py');
      await window.command('ScanLens: Run All Cells');
      await window.lineWith('a: 1 → 11');
      useSettings({ 'scanlens.inlineResults': 'mark' });
      await window.eventually('marks', async () => {
        const shown = (await window.additions()).join('\n');
        return shown.includes('Δ') && !/\d/.test(shown) ? true : null;
      });
      await window.screenshot('14 marks');
      await window.hoverAddition('Δ', /1 → 11/);
      useSettings({ 'scanlens.inlineResults': 'off' });
      await window.eventually('nothing after the lines', async () =>
        (await window.additions()).length === 0 ? true : null,
      );
      useSettings({});
      await window.lineWith('a: 1 → 11');
    },
  },
];

/** Only where programs can be started. The workspace's settings name a program that is nowhere (`testWorkspace.ts`). */
export const pythonSettingTests: readonly PageTest[] = [
  {
    name: 'setting pythonPath: what Compare with Python starts, after it was shown',
    async run(window) {
      await window.open('counter.py');
      await window.command('ScanLens: Compare with Python');
      assert.match(await window.dialogText(), /\/nowhere\/python/);
      await window.clickInDialog('Run');
      await window.seeText('/nowhere/python was not found');
    },
  },
];

export const walkthroughTests: readonly PageTest[] = [
  {
    name: 'the walkthrough opens the example and runs it beside itself',
    async run(window) {
      await window.command('Welcome: Open Walkthrough...');
      await window.pick('See What a Scan Does');
      await window.seeText('Find dropped updates');
      await window.clickButton('Open Example');
      await window.seeText('Outputs and updates are two things');
      await window.clickStep('Run it');
      await window.screenshot('13 walkthrough');
      await window.clickButton('Run All Cells');
      await window.seeText('a: 1 → 11');
    },
  },
];
