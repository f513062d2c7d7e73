/**
 * `npm run pictures`: takes the pictures of the README and of the walkthrough anew, in a real VS Code of the size in which they are shown.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser, windowSize } from '../test/e2e/driver/browser.ts';
import { EditorWindow } from '../test/e2e/page/editorWindow.ts';
import { build } from './support/build.ts';
import { ensureChromium } from './support/chromium.ts';
import {
  type CodeServer,
  ensureCodeServer,
  installExtension,
  quietSettings,
  startCodeServer,
  windowAddress,
} from './support/codeServer.ts';
import { packExtension } from './support/extensionPackage.ts';
import { cacheFolder, root } from './support/paths.ts';
import { endChildrenWithScript } from './support/processes.ts';

const settings = {
  ...quietSettings,
  'window.autoDetectColorScheme': true,
  'security.workspace.trust.enabled': false,
  'editor.minimap.enabled': false,
};

/** The walkthrough shows its pictures about as wide as this. */
const walkthroughSize = { width: 860, height: 600 };

endChildrenWithScript();
await build('development');
const executable = await ensureChromium();
const program = await ensureCodeServer();
const packagePath = await packExtension({ target: null });
mkdirSync(cacheFolder, { recursive: true });
const folder = mkdtempSync(join(cacheFolder, 'pictures-'));
const browser = await startBrowser(executable);
try {
  await inWindow('scans', takeFirstMinute);
  await inWindow('all', takeHover);
  await inWindow('scans', takeWalkthrough, walkthroughSize);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function inWindow(
  hints: string,
  take: (window: EditorWindow) => Promise<void>,
  viewport = windowSize,
): Promise<void> {
  const dataFolder = join(folder, take.name);
  const workspace = join(dataFolder, 'examples');
  cpSync(join(root, 'examples'), workspace, { recursive: true });
  const server = await startServer(dataFolder, hints);
  try {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const payload = [['skipWelcome', 'true']] as const;
    await page.goto(windowAddress(server.port, { folder: workspace, payload, token: null }));
    await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
    await take(new EditorWindow(page, join(root, 'images')));
    await context.close();
  } finally {
    await server.stop();
  }
}

async function startServer(dataFolder: string, hints: string): Promise<CodeServer> {
  const extensionsFolder = join(dataFolder, 'extensions');
  await installExtension(program, packagePath, extensionsFolder);
  return startCodeServer({
    program,
    dataFolder,
    extensionsFolder,
    port: 0,
    settings: { ...settings, 'scanlens.inlayHints': hints },
    trust: 'everything',
    testDriver: 'off',
    token: null,
  });
}

async function takeFirstMinute(window: EditorWindow): Promise<void> {
  await window.useTheme('light');
  await window.open('theano/four_variants.py');
  await window.clickLens(/Run all/i);
  await window.lineWith('a: 1 → 11');
  await window.eventually('the time of the run', async () =>
    (await window.lenses()).some((lens) => / ms/.test(lens)) ? true : null,
  );
  await window.screenshot('firstMinute');
}

async function takeHover(window: EditorWindow): Promise<void> {
  await window.useTheme('dark');
  await window.open('theano/outputs_and_updates.py');
  await window.eventually('hints', async () =>
    (await window.lines()).some(({ text }) => text.includes('total: totals[t−1]')) ? true : null,
  );
  await window.hover('step(', /Outputs/);
  await window.screenshot('hover');
}

/** One picture for each step, of the end of the example, where updates are dropped once and passed once. */
async function takeWalkthrough(window: EditorWindow): Promise<void> {
  await window.useTheme('dark');
  await window.open('theano/four_variants.py');
  await window.command('View: Toggle Primary Side Bar Visibility');
  await window.press('Control+End');
  await window.eventually('hints', async () => ((await window.updateHints()).length > 1 ? true : null));
  await window.eventually('a squiggle', async () => ((await window.squiggles('warning')) > 0 ? true : null));
  await window.eventually('lenses', async () => ((await window.lenses()).length > 3 ? true : null));
  await window.screenshotOfEditor('walkthrough/open');
  await window.hover('scan(lambda: {a', /Outputs/);
  await window.screenshotOfEditor('walkthrough/hover');
  await window.press('Escape');
  await window.command('ScanLens: Run All Cells');
  await window.lineWith('a: 1 → 11');
  await window.lineWith('would be 11');
  await window.pause(1000);
  await window.screenshotOfEditor('walkthrough/run');
  await window.quickFixes('scan(lambda: {a', 'Pass the updates');
  await window.screenshotOfEditor('walkthrough/fix');
}
