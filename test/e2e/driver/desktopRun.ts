/** Runs the suite in desktop VS Code: in the one that is named, or in one that @vscode/test-electron downloads. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { cacheFolder } from '../../../scripts/support/paths.ts';
import { Problem } from '../../../scripts/support/problem.ts';
import { runCommand, startGroup, stopGroup } from '../../../scripts/support/processes.ts';
import { suiteFolder, suitePath } from './buildSuite.ts';
import { EventReader, type TestListener } from './testResults.ts';

export const desktopName = 'desktop VS Code';
const downloadProbe = 'https://update.code.visualstudio.com/api/releases/stable';
const probeTimeoutMs = 3_000;
const runTimeoutMs = 180_000;
const installTimeoutMs = 60_000;

/** Which desktop VS Code can be had here; null when the browser workbench has to do. */
export async function findDesktop(): Promise<'download' | { readonly executable: string } | null> {
  const executable = process.env['SCANLENS_VSCODE'] ?? process.env['VSCODE_EXECUTABLE'];
  if (executable !== undefined) return { executable };
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined) return null;
  try {
    const answer = await fetch(downloadProbe, { signal: AbortSignal.timeout(probeTimeoutMs) });
    return answer.ok ? 'download' : null;
  } catch {
    return null;
  }
}

export interface DesktopRunOptions {
  readonly desktop: 'download' | { readonly executable: string };
  readonly packagePath: string;
  readonly workspace: string;
}

/** Installs the package into a VS Code with nothing else in it and runs the suite there. */
export async function runOnDesktop(options: DesktopRunOptions, listener: TestListener): Promise<void> {
  const { desktop, packagePath, workspace } = options;
  const executable = desktop === 'download' ? await download() : desktop.executable;
  const dataFolder = join(workspace, '..', 'desktop');
  mkdirSync(dataFolder, { recursive: true });
  const folders = [
    `--user-data-dir=${join(dataFolder, 'user')}`,
    `--extensions-dir=${join(dataFolder, 'extensions')}`,
  ];
  await install(executable, packagePath, folders);
  const args = [
    workspace,
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-workspace-trust',
    ...folders,
    `--extensionDevelopmentPath=${suiteFolder}`,
    `--extensionTestsPath=${suitePath}`,
  ];
  const child = startGroup(executable, args, { output: 'keep' });
  const events = new EventReader(desktopName, 'node', listener);
  const ended = new Promise<string>((resolve) => {
    setTimeout(() => resolve(`no end after ${runTimeoutMs / 1000} s`), runTimeoutMs).unref();
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(`VS Code ended with ${code}`));
  });
  let rest = '';
  child.stdout?.on('data', (piece: Buffer) => {
    const lines = (rest + piece.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) events.read(line);
  });
  const circumstance = await ended;
  await stopGroup(child);
  events.finish(circumstance);
}

async function install(executable: string, packagePath: string, folders: readonly string[]): Promise<void> {
  const beside = resolveCliPathFromVSCodeExecutablePath(realpathSync(executable));
  // The command `code` itself may have been named.
  const command = existsSync(beside) ? beside : executable;
  const args = ['--install-extension', packagePath, '--no-sandbox', ...folders];
  const { code, text } = await runCommand(command, args, { timeoutMs: installTimeoutMs, output: 'keep' });
  if (code !== 0) throw new Error(`VS Code did not install ${packagePath}:\n${text}`);
}

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ cachePath: cacheFolder });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new Problem(`Desktop VS Code could not be downloaded (${reason})`, 'name one in SCANLENS_VSCODE');
  }
}
