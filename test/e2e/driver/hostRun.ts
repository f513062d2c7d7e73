/** Runs the suite inside a window of code-server, in the Node host or in the web worker host. */
import type { Browser } from 'playwright-core';
import { type CodeServer, remoteUri, windowAddress } from '../../../scripts/support/codeServer.ts';
import { windowSize } from './browser.ts';
import { suiteFolder, suiteId, suitePath } from './buildSuite.ts';
import { patience } from './patience.ts';
import { EventReader, type TestListener } from './testResults.ts';

export type Host = 'node' | 'web';
export const hostNames: Readonly<Record<Host, string>> = { node: 'Node host', web: 'web worker host' };

/** Extensions with entries for both hosts go to the Node host; `extensionDevelopmentKind` in an address has no effect. */
export const webHostSettings = {
  'remote.extensionKind': { 'scanlens.scanlens': ['web'], [suiteId]: ['web'] },
} as const;

/** What a window without native modules and without a network always says. */
const knownNoise = /bindings file|Failed to load resource|ENOTFOUND|scanlens-e2e|color: #33f/;

const runTimeoutMs = 420_000 * patience;

export interface HostRunOptions {
  readonly browser: Browser;
  /** Has the extension installed. Started with its test driver on, and for the web host with {@link webHostSettings}. */
  readonly server: CodeServer;
  readonly workspace: string;
  readonly host: Host;
  readonly listener: TestListener;
}

/** Every result goes to the listener; throws only when no window can be opened at all. */
export async function runInHost(options: HostRunOptions): Promise<void> {
  const { browser, server, host, listener } = options;
  const context = await browser.newContext({ viewport: windowSize });
  const page = await context.newPage();
  const events = new EventReader(hostNames[host], host, listener);
  const consoleLines: string[] = [];
  try {
    const ended = new Promise<string>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) =>
        resolve(`the suite ended with ${code}`),
      );
      setTimeout(() => resolve(`no end after ${runTimeoutMs / 1000} s`), runTimeoutMs).unref();
      page.on('crash', () => resolve('the page crashed'));
      void server.ended.then(() => resolve('the server ended'));
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      for (const argument of args) if (typeof argument === 'string') events.read(argument);
    });
    page.on('console', (message) => {
      const [line] = message.text().split('\n');
      if (line !== undefined && !knownNoise.test(line)) consoleLines.push(line);
    });
    await page.goto(addressOf(options));
    const circumstance = await ended;
    events.finish(`${circumstance}\n${consoleLines.slice(-10).join('\n')}`);
  } finally {
    await context.close();
  }
}

function addressOf(options: HostRunOptions): string {
  const { port } = options.server;
  const payload = [
    ['extensionDevelopmentPath', remoteUri(port, suiteFolder)],
    ['extensionTestsPath', remoteUri(port, suitePath)],
    ['skipWelcome', 'true'],
  ] as const;
  return windowAddress(port, { folder: options.workspace, payload, token: null });
}
