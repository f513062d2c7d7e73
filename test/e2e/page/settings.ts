/** The setting that names a program, and the walkthrough. */
import type { EditorWindow } from './editorWindow.ts';
import type { PageTest } from './pageTests.ts';

/** Writes the settings of the workspace, as a person does. */
async function useSettings(window: EditorWindow, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await window.command('Preferences: Open Workspace Settings (JSON)');
  await window.eventually('the settings', async () =>
    (await window.text()).includes('settings.json') ? true : null,
  );
  const text = JSON.stringify(settings);
  await window.eventually('what was typed', async () => {
    await window.press('Control+A');
    await window.type(text);
    return (await window.editorText()).includes(text) ? true : null;
  });
  await window.press('Control+S');
}

/** Only where programs can be started. */
export const pythonSettingTests: readonly PageTest[] = [
  {
    name: 'setting pythonPath: what Compare with Python starts, after it was shown',
    async run(window) {
      await useSettings(window, { 'scanlens.pythonPath': '/nowhere/python' });
      await window.open('counter.py');
      // A saved setting reaches the extension a moment later: whoever sees the old program asks again.
      await window.eventually('the question that names the program', async () => {
        await window.command('ScanLens: Compare with Python');
        if ((await window.dialogText()).includes('/nowhere/python')) return true;
        await window.clickInDialog('Cancel');
        return null;
      });
      await window.clickInDialog('Run');
      await window.seeText('/nowhere/python was not found');
      await useSettings(window, {});
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
