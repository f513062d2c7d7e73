/** Runs npm for the scripts, with the npm that started them where there is one. */
import { type CommandResult, runCommand } from './processes.ts';

export async function runNpm(
  args: readonly string[],
  options: { readonly cwd: string; readonly timeoutMs: number },
): Promise<CommandResult> {
  const script = process.env['npm_execpath'];
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const settings = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  return runCommand(command, [...first, ...args, ...settings], { ...options, output: 'keep' });
}
