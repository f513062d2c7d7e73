/**
 * Bundles the suite for all extension hosts into `out/test/`, an extension of its own that does nothing: VS Code runs a suite in the
 * host of the extension that holds it, and the extension under test is an installed package.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { outFolder, root } from '../../../scripts/support/paths.ts';
import { patience } from './patience.ts';

export const suiteFolder = join(outFolder, 'test');
export const suitePath = join(suiteFolder, 'suite.js');
export const suiteId = 'scanlens.scanlens-suite';

const [publisher, name] = suiteId.split('.');
const manifest = {
  publisher,
  name,
  version: '0.0.0',
  // Any that can be had; VS Code takes no asterisk here, and says nothing.
  engines: { vscode: '^1.60.0' },
  main: './suite.js',
  browser: './suite.js',
};

export async function buildSuite(): Promise<void> {
  mkdirSync(suiteFolder, { recursive: true });
  writeFileSync(join(suiteFolder, 'package.json'), JSON.stringify(manifest));
  await build({
    absWorkingDir: root,
    entryPoints: ['test/e2e/suite/suite.ts'],
    outfile: suitePath,
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2023',
    external: ['vscode'],
    define: { testPatience: String(patience) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
