/** A Chromium for the tests: no sandbox as root, no requests of its own. */
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL without a GPU.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export function startBrowser(executablePath: string): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
  return chromium.launch({ executablePath, args });
}

/** What a person's screen shows. */
export const windowSize = { width: 1280, height: 800 };
