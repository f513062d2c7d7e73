/**
 * `npm run pictures`: takes the pictures of the README and of the walkthrough anew, in a real VS Code of the size in which they are
 * shown. `-- --only=hover,notebook` takes some of them.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from '../test/e2e/driver/browser.ts';
import { EditorWindow } from '../test/e2e/page/editorWindow.ts';
import { type Scene, scenes } from './pictures/scenes.ts';
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
import { say } from './support/progress.ts';

const settings = {
  ...quietSettings,
  'window.autoDetectColorScheme': true,
  'security.workspace.trust.enabled': false,
  'editor.minimap.enabled': false,
};

/** What the pictures show, besides the examples. */
const programFolders = ['examples', 'scripts/pictures/programs'];

endChildrenWithScript();
await build('development');
const executable = await ensureChromium();
const program = await ensureCodeServer();
const packagePath = await packExtension({ target: null });
mkdirSync(cacheFolder, { recursive: true });
const folder = mkdtempSync(join(cacheFolder, 'pictures-'));
const browser = await startBrowser(executable);
try {
  for (const scene of chosenScenes()) {
    say(scene.name);
    await inWindow(scene);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function chosenScenes(): readonly Scene[] {
  const only = process.argv.find((argument) => argument.startsWith('--only='));
  const names = only?.slice('--only='.length).split(',');
  return names === undefined ? scenes : scenes.filter(({ name }) => names.includes(name));
}

async function inWindow({ name, hints, viewport, take }: Scene): Promise<void> {
  const dataFolder = join(folder, name);
  const workspace = join(dataFolder, 'examples');
  for (const programs of programFolders) cpSync(join(root, programs), workspace, { recursive: true });
  const server = await startServer(dataFolder, hints);
  try {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const payload = [['skipWelcome', 'true']] as const;
    await page.goto(windowAddress(server.port, { folder: workspace, payload, token: null }));
    await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
    await take(new EditorWindow(page, join(root, 'images')), page);
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
