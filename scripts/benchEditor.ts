/** `npm run bench:editor`: measures a window of a real VS Code with the built extension, and prints the numbers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureEditor, slowProgram, streamProgram, typedProgram } from '../test/e2e/bench/editorBench.ts';
import { startBrowser, windowSize } from '../test/e2e/driver/browser.ts';
import { EditorWindow } from '../test/e2e/page/editorWindow.ts';
import { build } from './support/build.ts';
import { ensureChromium } from './support/chromium.ts';
import {
  ensureCodeServer,
  installExtension,
  quietSettings,
  startCodeServer,
  windowAddress,
} from './support/codeServer.ts';
import { packExtension } from './support/extensionPackage.ts';
import { cacheFolder, screenshotFolder } from './support/paths.ts';
import { endChildrenWithScript } from './support/processes.ts';

endChildrenWithScript();
await build('development');
const executable = await ensureChromium();
const program = await ensureCodeServer();
mkdirSync(cacheFolder, { recursive: true });
const folder = mkdtempSync(join(cacheFolder, 'bench-'));
const workspace = join(folder, 'workspace');
mkdirSync(workspace);
writeFileSync(join(workspace, 'slow.py'), slowProgram);
writeFileSync(join(workspace, 'stream.py'), streamProgram);
writeFileSync(join(workspace, 'typed.py'), typedProgram);
const extensionsFolder = join(folder, 'extensions');
await installExtension(program, await packExtension({ target: null }), extensionsFolder);
const browser = await startBrowser(executable);
const server = await startCodeServer({
  program,
  dataFolder: folder,
  extensionsFolder,
  port: 0,
  settings: { ...quietSettings, 'security.workspace.trust.enabled': false },
  trust: 'everything',
  testDriver: 'off',
  token: null,
});
try {
  const page = await (await browser.newContext({ viewport: windowSize })).newPage();
  const payload = [['skipWelcome', 'true']] as const;
  await page.goto(windowAddress(server.port, { folder: workspace, payload, token: null }));
  await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
  const window = new EditorWindow(page, join(screenshotFolder, 'bench'));
  try {
    await measureEditor(window, console.log);
  } catch (failure) {
    await window.screenshot('failed');
    throw failure;
  }
} finally {
  // A server waits for its windows.
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
