/** Opens a window as a person would and looks at it: installed extension, no test driver, notifications on. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type CodeServer, windowAddress } from '../../../scripts/support/codeServer.ts';
import { screenshotFolder } from '../../../scripts/support/paths.ts';
import { EditorWindow } from '../page/editorWindow.ts';
import { type PageTest, runPageTests } from '../page/pageTests.ts';
import { windowSize } from './browser.ts';
import type { TestListener } from './testResults.ts';
import { writeSettings } from './testWorkspace.ts';

export interface WindowRunOptions {
  readonly browser: Browser;
  readonly server: CodeServer;
  readonly workspace: string;
  readonly place: string;
  readonly tests: readonly PageTest[];
  readonly listener: TestListener;
}

export async function runInWindow(options: WindowRunOptions): Promise<void> {
  const { browser, server, place, listener } = options;
  const context = await browser.newContext({ viewport: windowSize });
  try {
    const page = await context.newPage();
    const payload = [['skipWelcome', 'true']] as const;
    await page.goto(windowAddress(server.port, { folder: options.workspace, payload, token: null }));
    await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
    const window = new EditorWindow(page, join(screenshotFolder, place));
    const useSettings = (settings: Readonly<Record<string, unknown>>) =>
      writeSettings(options.workspace, settings);
    await runPageTests(options.tests, window, { place, listener, useSettings });
  } finally {
    await context.close();
  }
}
