/** Bundles the suite for all extension hosts into `out/test/suite.cjs`. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { outFolder, root } from '../../../scripts/support/paths.ts';
import { patience } from './patience.ts';

export const suitePath = join(outFolder, 'test', 'suite.cjs');

export async function buildSuite(): Promise<void> {
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
