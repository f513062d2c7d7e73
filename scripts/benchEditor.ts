/**
 * `npm run bench:editor [-- --write NAME --only PART]`: measures a window of a real VS Code with the built extension, as it is packaged, and prints the
 * numbers; `--only` one of `benchParts`; with `--write` they are kept in bench/results/NAME.json. `npm run docs` makes the table of docs/performance.md of them.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type EditorResults,
  type EditorTimes,
  milliseconds,
  type TakenTimes,
  verdict,
} from '../bench/editor/results.ts';
import { benchParts, benchPrograms } from '../test/e2e/bench/editorBench.ts';
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
import { cacheFolder, root, screenshotFolder } from './support/paths.ts';
import { endChildrenWithScript } from './support/processes.ts';

endChildrenWithScript();
const { values: options } = parseArgs({ options: { write: { type: 'string' }, only: { type: 'string' } } });
const times: TakenTimes[] = [];
await build('package');
const executable = await ensureChromium();
const program = await ensureCodeServer();
mkdirSync(cacheFolder, { recursive: true });
const folder = mkdtempSync(join(cacheFolder, 'bench-'));
const workspace = join(folder, 'workspace');
mkdirSync(workspace);
for (const [name, text] of Object.entries(benchPrograms)) writeFileSync(join(workspace, name), text);
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
    for (const [name, measure] of Object.entries(benchParts))
      if (options.only === undefined || options.only === name) await measure(window, tell);
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

if (options.write !== undefined) {
  const file = join(root, 'bench', 'results', `${options.write}.json`);
  writeFileSync(file, `${JSON.stringify(resultsWith(file), rounded, 1)}\n`);
}

/** What is there already of the same machine stays, until it is measured anew. */
function resultsWith(file: string): EditorResults {
  // Without names of the machine: what was bought, not whose it is.
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`;
  const date = new Date().toISOString().slice(0, 10);
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EditorResults) : null;
  const kept = known?.machine === machine ? known.times : [];
  const found = new Map([...kept, ...times].map((each) => [each.title, each]));
  return { machine, date, times: [...found.values()] };
}

function tell(found: EditorTimes): void {
  times.push({ ...found, load: loadavg()[0] ?? 0 });
  const numbers = [found.median, found.p95, found.most]
    .map((each) => milliseconds(each).padStart(8))
    .join(' ');
  console.log(`${found.title.padEnd(58)} ${numbers}   ${verdict(found)}`);
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(10 * value) / 10 : value;
}
