/** Fills `dist/` for the scripts. */
import { join } from 'node:path';
import { root } from './paths.ts';
import { Problem } from './problem.ts';
import { runCommand } from './processes.ts';
import { elapsed, indent, say } from './progress.ts';

const timeoutMs = 120_000;

/** `package` is what is shipped: smaller, and without source maps. Throws a `Problem` with esbuild's words when it fails. */
export async function build(what: 'development' | 'package'): Promise<void> {
  const start = performance.now();
  say('Building …');
  const args = [join(root, 'esbuild.config.ts'), ...(what === 'package' ? ['--minify'] : [])];
  const result = await runCommand(process.execPath, args, { timeoutMs, output: 'keep' });
  if (result.code !== 0) {
    const reason = result.timedOut ? `it took longer than ${timeoutMs / 1000} s` : indent(result.text);
    throw new Problem('The build failed', `see why:\n${reason}`);
  }
  say(`  built (${elapsed(start)})`);
}
