/**
 * Everything that is tested in a real VS Code: the suite in each extension host, then windows as a person sees them. Where a
 * desktop VS Code can be had the suite runs there too. Installs what is missing.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ensureChromium } from '../../../scripts/support/chromium.ts';
import {
  type CodeServer,
  type CodeServerOptions,
  type CodeServerProgram,
  ensureCodeServer,
  installExtension,
  newestRelease,
  quietSettings,
  type Release,
  startCodeServer,
} from '../../../scripts/support/codeServer.ts';
import { cacheFolder, screenshotFolder } from '../../../scripts/support/paths.ts';
import { describeFailure } from '../../../scripts/support/problem.ts';
import { elapsed } from '../../../scripts/support/progress.ts';
import { firstMinute } from '../page/firstMinute.ts';
import { inspectorTests } from '../page/inspector.ts';
import { notebookTests } from '../page/notebook.ts';
import { otherFileTests } from '../page/otherFiles.ts';
import { fromNothing, type PageTest } from '../page/pageTests.ts';
import { plotTests } from '../page/plots.ts';
import { restrictedTests } from '../page/restricted.ts';
import { resultTests } from '../page/results.ts';
import { runningTests } from '../page/running.ts';
import { pythonSettingTests, settingTests, walkthroughTests } from '../page/settings.ts';
import { stateViewTests } from '../page/stateView.ts';
import { startBrowser } from './browser.ts';
import { buildSuite } from './buildSuite.ts';
import { desktopName, findDesktop, runOnDesktop } from './desktopRun.ts';
import { type Host, hostNames, runInHost, webHostSettings } from './hostRun.ts';
import type { TestListener } from './testResults.ts';
import { makeWorkspace } from './testWorkspace.ts';
import { runInWindow } from './windowRun.ts';

/** Names of the parts, for those who want only some. */
export const editorParts = ['desktop', 'node', 'web', 'window', 'webWindow', 'restricted'] as const;
export type EditorPart = (typeof editorParts)[number];

/** What goes through the server and the evaluator, which are others in the web worker host. */
const inBothHosts: readonly PageTest[] = [
  ...firstMinute,
  ...runningTests,
  ...fromNothing(inspectorTests),
  ...fromNothing(notebookTests),
];

/** All that is seen in a window, in two halves: each takes as long as another part. */
const everyday: readonly PageTest[] = [
  ...firstMinute,
  ...runningTests,
  ...stateViewTests,
  ...fromNothing(walkthroughTests),
  ...settingTests,
  ...otherFileTests([]),
  ...pythonSettingTests,
];
const pictured: readonly PageTest[] = [
  ...fromNothing(resultTests),
  ...fromNothing(plotTests),
  ...fromNothing(inspectorTests),
  ...fromNothing(notebookTests),
];

export interface EditorTestOptions {
  /** The extension under test. */
  readonly packagePath: string;
  /** In which VS Code; by default the newest. */
  readonly release?: Release;
  /** Only tests of windows whose names contain this. */
  readonly only?: string;
}

/** How many jobs run side by side: windows mostly wait, so two of them fit on two cores. */
const laneCount = 2;

interface Bench {
  readonly only: string;
  readonly program: CodeServerProgram;
  readonly browser: Browser;
  readonly folder: string;
  readonly extensionsFolder: string;
  readonly listener: TestListener;
}

/** Runs the given parts; a part that can not be run counts as one failed test that says why. */
export async function runEditorTests(
  parts: ReadonlySet<EditorPart>,
  options: EditorTestOptions,
  listener: TestListener,
): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(screenshotFolder, { recursive: true, force: true });
  const folder = mkdtempSync(join(cacheFolder, 'test-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // Ctrl-C ends the script without coming to `finally`.
  process.once('exit', remove);
  const attempt = attemptWith(listener);
  try {
    await attempt('building the suite', buildSuite);
    if (parts.has('desktop'))
      await attempt(desktopName, () => desktopPart(folder, options.packagePath, listener));
    await attempt('VS Code in a browser', () => browserParts(parts, { ...options, folder }, listener));
  } finally {
    process.off('exit', remove);
    remove();
  }
}

function attemptWith(listener: TestListener) {
  return async (place: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (failure) {
      listener.result({ place, name: 'can be run', error: describeFailure(failure) });
    }
  };
}

async function desktopPart(folder: string, packagePath: string, listener: TestListener): Promise<void> {
  const desktop = await findDesktop();
  if (desktop === null)
    return listener.note(desktopName, 'none here: the suite runs in the browser workbench only');
  const workspace = makeWorkspace(join(folder, 'desktopWorkspace'));
  await runOnDesktop({ desktop, packagePath, workspace }, listener);
}

async function browserParts(
  parts: ReadonlySet<EditorPart>,
  options: EditorTestOptions & Pick<Bench, 'folder'>,
  listener: TestListener,
): Promise<void> {
  const { folder, only = '', release = newestRelease } = options;
  const executable = await ensureChromium();
  const program = await ensureCodeServer(release);
  const waiting = jobs.filter(({ part }) => parts.has(part));
  await Promise.all(
    Array.from({ length: Math.min(laneCount, waiting.length) }, async (_, index) => {
      // Servers write into the folder of their extensions.
      const extensionsFolder = join(folder, `extensions-${index}`);
      await installExtension(program, options.packagePath, extensionsFolder);
      await runLane(waiting, executable, { program, folder, only, extensionsFolder, listener });
    }),
  );
}

/** Takes one job after another, as long as there are any, in a browser of its own. */
async function runLane(waiting: Job[], executable: string, common: Omit<Bench, 'browser'>): Promise<void> {
  const browser = await startBrowser(executable);
  const attempt = attemptWith(common.listener);
  try {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { place, run } = job;
      const start = performance.now();
      await attempt(place, () => run({ ...common, browser }, place));
      common.listener.note(place, `took ${elapsed(start)}`);
    }
  } finally {
    await browser.close();
  }
}

interface Job {
  readonly part: EditorPart;
  readonly place: string;
  run(bench: Bench, place: string): Promise<void>;
}

/** Long ones first, so that the lanes end together. */
const jobs: readonly Job[] = [
  { part: 'window', place: 'window', run: windowPart(everyday) },
  { part: 'node', place: hostNames.node, run: (bench) => hostPart(bench, 'node') },
  { part: 'window', place: 'window, results and inspector', run: windowPart(pictured) },
  { part: 'webWindow', place: 'window, web worker host', run: webWindowPart },
  { part: 'web', place: hostNames.web, run: (bench) => hostPart(bench, 'web') },
  { part: 'restricted', place: 'Restricted Mode', run: restrictedPart },
];

function hostPart(bench: Bench, host: Host): Promise<void> {
  const { browser, listener } = bench;
  const settings = host === 'web' ? webHostSettings : {};
  return withServer(bench, { testDriver: 'on', trust: 'everything', settings }, (server, workspace) =>
    runInHost({ browser, server, workspace, host, listener }),
  );
}

function windowPart(tests: readonly PageTest[]): Job['run'] {
  return (bench, place) => inWindow(bench, place, tests, { trust: 'everything', settings: {} });
}

function webWindowPart(bench: Bench, place: string): Promise<void> {
  const options = { trust: 'everything', settings: webHostSettings } as const;
  const tests = [...inBothHosts, ...otherFileTests(['helper/counting.py'])];
  return inWindow(bench, place, tests, options);
}

function restrictedPart(bench: Bench, place: string): Promise<void> {
  return inWindow(bench, place, restrictedTests, { trust: 'nothing', settings: {} });
}

function inWindow(
  bench: Bench,
  place: string,
  tests: readonly PageTest[],
  options: Pick<CodeServerOptions, 'trust' | 'settings'>,
): Promise<void> {
  const { browser, listener, only } = bench;
  const chosen = tests.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) return Promise.resolve();
  return withServer(bench, { ...options, testDriver: 'off' }, (server, workspace) =>
    runInWindow({ browser, server, workspace, place, tests: chosen, listener }),
  );
}

/** A server and a workspace of their own, gone afterwards. */
async function withServer(
  bench: Bench,
  options: Pick<CodeServerOptions, 'testDriver' | 'trust' | 'settings'>,
  work: (server: CodeServer, workspace: string) => Promise<void>,
): Promise<void> {
  const dataFolder = mkdtempSync(join(bench.folder, 'server-'));
  const workspace = makeWorkspace(join(dataFolder, 'workspace'));
  const settings = {
    ...quietSettings,
    // Without a GPU the processor draws whatever moves.
    'editor.cursorBlinking': 'solid',
    'workbench.reduceMotion': 'on',
    'window.autoDetectColorScheme': true,
    'window.autoDetectHighContrast': true,
    'security.workspace.trust.enabled': options.trust === 'nothing',
    'security.workspace.trust.startupPrompt': 'never',
    ...options.settings,
  };
  const { program, extensionsFolder } = bench;
  const place = { program, extensionsFolder, dataFolder, port: 0, token: null };
  const server = await startCodeServer({ ...options, ...place, settings });
  try {
    await work(server, workspace);
  } finally {
    await server.stop();
  }
}
