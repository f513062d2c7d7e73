/** What stands in the pictures: how a window comes to show it, and when it is taken. Each scene has a window of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { EditorWindow } from '../../test/e2e/page/editorWindow.ts';
import { root } from '../support/paths.ts';
import { Animation } from './animation.ts';

export interface Scene {
  readonly name: string;
  /** The setting `scanlens.inlayHints`. */
  readonly hints: 'scans' | 'all';
  readonly viewport: { readonly width: number; readonly height: number };
  take(window: EditorWindow, page: Page): Promise<void>;
}

/** About as wide as a README and the walkthrough show pictures: text stays as sharp as it is. */
const readmeSize = { width: 980, height: 640 };
const walkthroughSize = { width: 860, height: 600 };

export const scenes: readonly Scene[] = [
  { name: 'firstMinute', hints: 'scans', viewport: { width: 880, height: 560 }, take: takeFirstMinute },
  { name: 'results', hints: 'scans', viewport: { width: 980, height: 800 }, take: takeResults },
  { name: 'hover', hints: 'all', viewport: readmeSize, take: takeHover },
  { name: 'inspector', hints: 'scans', viewport: { width: 1240, height: 980 }, take: takeInspector },
  { name: 'stateView', hints: 'scans', viewport: { width: 1240, height: 640 }, take: takeStateView },
  { name: 'notebook', hints: 'scans', viewport: { width: 980, height: 1240 }, take: takeNotebook },
  { name: 'walkthrough', hints: 'scans', viewport: walkthroughSize, take: takeWalkthrough },
];

const variants = 'theano/four_variants.py';
const droppedScan = 'scan(lambda: {a';

/** Opens a file with nothing beside it. */
async function openAlone(window: EditorWindow, page: Page, file: string): Promise<void> {
  await window.open(file);
  await window.command('View: Toggle Primary Side Bar Visibility');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await page.locator('.minimap').waitFor({ state: 'hidden' });
}

/** Waits until everything stands that comes by itself after a file was opened. */
async function seeFindings(window: EditorWindow): Promise<void> {
  await window.eventually('hints', async () => ((await window.updateHints()).length > 1 ? true : null));
  await window.eventually('a squiggle', async () => ((await window.squiggles('warning')) > 0 ? true : null));
  await window.eventually('lenses', async () => ((await window.lenses()).length > 3 ? true : null));
}

/** Points at the scan that drops its updates until the hover about it is the one that stays: on the way others pop up. */
async function hoverDropped(window: EditorWindow, page: Page): Promise<void> {
  await window.eventually('the hover about dropped updates', async () => {
    await window.hover(droppedScan, /keeps its value/);
    await window.pause(800);
    const shown = (await page.locator('.monaco-hover-content:visible').allInnerTexts()).join('\n');
    return shown.includes('keeps its value') && !shown.includes('outputs of the scan') ? true : null;
  });
}

/** Waits for the time of a run in the lenses; they move lines when they come. */
async function seeEndOfRun(window: EditorWindow): Promise<void> {
  await window.eventually('the time of the run', async () => {
    const lenses = await window.lenses();
    const areThere = lenses.some((lens) => / ms/.test(lens)) && lenses.some((lens) => /update/.test(lens));
    return areThere ? true : null;
  });
  await window.pause(1000);
}

/** The animation: open, squiggle, hover, run, fix, run again. */
async function takeFirstMinute(window: EditorWindow, page: Page): Promise<void> {
  await window.useTheme('dark');
  await openAlone(window, page, variants);
  await window.press('Control+End');
  await seeFindings(window);
  const animation = await Animation.of(page, page.locator('.part.editor'));
  await animation.frame(2000);
  await hoverDropped(window, page);
  await animation.frame(4000);
  await window.press('Escape');
  await window.clickLensAndSee(/Run all/, '# %% 3.', 'a: 1 → 11');
  await window.lineWith('would be 11');
  await seeEndOfRun(window);
  await animation.frame(4000);
  await window.quickFixes(droppedScan, 'Pass the updates');
  await animation.frame(2500);
  await page
    .locator('.action-widget .monaco-list-row.action', { hasText: 'Pass the updates' })
    .first()
    .click();
  await window.eventually('no squiggle', async () =>
    (await window.squiggles('warning')) === 0 ? true : null,
  );
  await window.pause(1000);
  await animation.frame(2500);
  await window.clickLensAndSee(/Run all/, '# %% 3.', 'a: 11 → 21');
  await seeEndOfRun(window);
  await animation.frame(5000);
  writeFileSync(join(root, 'images', 'firstMinute.gif'), await animation.encode());
}

async function takeResults(window: EditorWindow, page: Page): Promise<void> {
  await window.useTheme('light');
  await openAlone(window, page, variants);
  await window.clickLens(/Run all/i);
  await window.lineWith('a: 1 → 11');
  await seeEndOfRun(window);
  await window.screenshotOfEditor('results');
}

async function takeHover(window: EditorWindow, page: Page): Promise<void> {
  await window.useTheme('dark');
  await openAlone(window, page, 'theano/outputs_and_updates.py');
  await window.eventually('hints', async () =>
    (await window.lines()).some(({ text }) => text.includes('total: totals[t−1]')) ? true : null,
  );
  await window.hover('step(', /Outputs/);
  await window.screenshotOfEditor('hover');
}

async function runNetwork(window: EditorWindow): Promise<void> {
  await window.command('ScanLens: Run All Cells');
  await window.lineWith('steps: 60 → 100');
  await seeEndOfRun(window);
}

async function takeInspector(window: EditorWindow, page: Page): Promise<void> {
  await window.useTheme('dark');
  await openAlone(window, page, 'network.py');
  await runNetwork(window);
  await window.clickText('states = run(np.sin');
  await window.command('ScanLens: Inspect Scan');
  await window.eventually('the inspector', async () =>
    /Iteration 1 of 60/.test(await window.webviewText()) ? true : null,
  );
  for (let step = 0; step < 24; step += 1) await window.webview().locator('body').press('ArrowRight');
  await window.eventually('iteration 25', async () =>
    /Iteration 25 of 60/.test(await window.webviewText()) ? true : null,
  );
  await page.mouse.move(2, 2);
  await window.pause(1500);
  await window.screenshotOfEditor('inspector');
}

async function takeStateView(window: EditorWindow, page: Page): Promise<void> {
  await window.useTheme('light');
  await window.open('network.py');
  await runNetwork(window);
  await window.command('ScanLens: Show State View');
  await window.eventually('the state view', async () =>
    (await window.sideBar.drawn()).some((line) => line.includes('steps')) ? true : null,
  );
  // Wide enough for the values: its edge is drawn to the right.
  const edge = (await page.locator('.part.sidebar').boundingBox()) ?? { x: 0, width: 0 };
  await page.mouse.move(edge.x + edge.width, 300);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width + 220, 300, { steps: 5 });
  await page.mouse.up();
  for (const label of ['steps', 'run', 'Recorded calls']) await window.sideBar.click(label);
  await page.mouse.move(600, 560);
  await window.pause(1000);
  await window.screenshot('stateView');
}

async function takeNotebook(window: EditorWindow, page: Page): Promise<void> {
  await window.useTheme('light');
  await window.openNotebook('counting.ipynb');
  await window.command('View: Toggle Primary Side Bar Visibility');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await window.command('Notebook: Select Notebook Kernel');
  await window.pick('ScanLens (no Python)');
  await window.command('Notebook: Run All');
  await window.eventually('the number of the third cell', async () =>
    (await window.text()).includes('[3]') ? true : null,
  );
  await page.mouse.move(2, 2);
  await window.eventually('a squiggle in a cell', async () =>
    (await window.flaggedCells()).length > 0 ? true : null,
  );
  await window.pause(2500);
  await window.screenshotOfEditor('notebook');
}

/** One picture for each step, of the end of the example, where updates are dropped once and passed once. */
async function takeWalkthrough(window: EditorWindow, page: Page): Promise<void> {
  await window.useTheme('dark');
  await openAlone(window, page, variants);
  await window.press('Control+End');
  await seeFindings(window);
  await window.screenshotOfEditor('walkthrough/open');
  await hoverDropped(window, page);
  await window.screenshotOfEditor('walkthrough/hover');
  await window.press('Escape');
  await window.command('ScanLens: Run All Cells');
  await window.lineWith('a: 1 → 11');
  await window.lineWith('would be 11');
  await seeEndOfRun(window);
  await window.screenshotOfEditor('walkthrough/run');
  await window.quickFixes(droppedScan, 'Pass the updates');
  await window.screenshotOfEditor('walkthrough/fix');
}
