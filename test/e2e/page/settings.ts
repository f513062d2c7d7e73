/** The setting that names a program, and the walkthrough. */
import assert from 'node:assert/strict';
import type { PageTest } from './pageTests.ts';

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
