/** Opens a window as a person would and looks at it: installed extension, no test driver, notifications on. */
import type { Browser } from 'playwright-core';
import { type CodeServer, windowAddress } from '../../../scripts/support/codeServer.ts';
import { EditorWindow } from '../page/editorWindow.ts';
import { type PageTest, runPageTests } from '../page/pageTests.ts';
import { windowSize } from './browser.ts';
import type { TestListener } from './testResults.ts';

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
    await runPageTests(options.tests, new EditorWindow(page, place), { place, listener });
  } finally {
    await context.close();
  }
}
