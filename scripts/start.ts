/**
 * `npm start [file.py] [--no-editor] [--browser] [--port N]`: builds ScanLens, prints what the command line says about a
 * program, then opens an editor with the extension and the program: desktop VS Code when `code` is there, otherwise VS
 * Code in a browser, served on 127.0.0.1 until Ctrl-C.
 *
 * Exits with 0 when everything was shown, 1 when something could not be built or had, 2 for a wrong command line.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './support/build.ts';
import { onPath } from './support/chromium.ts';
import {
  ensureCodeServer,
  installExtension,
  quietSettings,
  remoteUri,
  startCodeServer,
  windowAddress,
} from './support/codeServer.ts';
import { packExtension } from './support/extensionPackage.ts';
import { cacheFolder, root } from './support/paths.ts';
import { describeFailure, Problem } from './support/problem.ts';
import { endChildrenWithScript, runCommand } from './support/processes.ts';
import { indent, say } from './support/progress.ts';

const defaultExample = join(root, 'examples', 'theano', 'four_variants.py');
const programTimeoutMs = 60_000;

interface Choices {
  readonly program: string;
  readonly editor: 'none' | 'browser' | 'any';
  readonly port: number;
}

/** The command line is wrong; the message says how. */
class UsageError extends Error {}

endChildrenWithScript();
try {
  const choices = readChoices(process.argv.slice(2));
  await build('development');
  await showInTerminal(choices.program);
  if (choices.editor !== 'none') await openEditor(choices);
} catch (failure) {
  console.error(failure instanceof UsageError ? failure.message : describeFailure(failure));
  process.exitCode = failure instanceof UsageError ? 2 : 1;
}

function readChoices(args: readonly string[]): Choices {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError('npm start takes one file; there are several.');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${values.port}.`);
  }
  // npm runs scripts in the package's folder; the file is meant from where the person stood.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const program = positionals[0] === undefined ? defaultExample : resolve(from, positionals[0]);
  if (statSync(program, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new UsageError(`There is no file ${program}.`);
  }
  const editor = values['no-editor'] ? 'none' : values.browser ? 'browser' : 'any';
  return { program, editor, port };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'no-editor': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
      },
    });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new UsageError(`${reason}\nUse: npm start -- [file.py] [--no-editor] [--browser] [--port N]`);
  }
}

async function showInTerminal(program: string): Promise<void> {
  const shown = relative(process.env['INIT_CWD'] ?? process.cwd(), program);
  for (const command of ['check', 'run']) {
    say(`\n── scanlens ${command} ${shown}`);
    const args = [join(root, 'dist', 'cli.cjs'), command, program];
    const result = await runCommand(process.execPath, args, { timeoutMs: programTimeoutMs, output: 'show' });
    if (result.timedOut) say(`(stopped after ${programTimeoutMs / 1000} s)`);
    else if (command === 'check' && result.code === 0) say('(no findings)');
  }
  say('');
}

async function openEditor(choices: Choices): Promise<void> {
  const code = onPath(['code']);
  if (choices.editor === 'any' && code !== null) {
    const obstacle = obstacleToDesktop();
    if (obstacle === null) return openDesktop(code, choices.program);
    say(`Desktop VS Code is installed, but ${obstacle}: opening the browser workbench instead.`);
  }
  await serveBrowser(choices);
}

function obstacleToDesktop(): string | null {
  // Inside a terminal of VS Code `code` talks to that window, whatever this machine is.
  if (process.env['VSCODE_IPC_HOOK_CLI'] !== undefined || process.platform !== 'linux') return null;
  if (process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    return 'there is no display';
  }
  return process.getuid?.() === 0 ? 'it does not start as root' : null;
}

/** The folder that is opened with a program: all examples together, or the program's own. */
function folderOf(program: string): string {
  const examples = join(root, 'examples');
  return program.startsWith(join(examples, '/')) ? examples : dirname(program);
}

async function openDesktop(code: string, program: string): Promise<void> {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folderOf(program), program];
  const result = await runCommand(code, args, { timeoutMs: programTimeoutMs, output: 'keep' });
  if (result.code !== 0) {
    throw new Problem('Desktop VS Code did not open', `try npm start -- --browser\n${indent(result.text)}`);
  }
  say(`Opened ${program} in desktop VS Code, in a window of its own with ScanLens loaded.`);
}

async function serveBrowser(choices: Choices): Promise<void> {
  const program = await ensureCodeServer();
  mkdirSync(cacheFolder, { recursive: true });
  const dataFolder = mkdtempSync(join(cacheFolder, 'start-'));
  process.on('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  const extensionsFolder = join(dataFolder, 'extensions');
  await installExtension(program, await packExtension({ target: null }), extensionsFolder);
  // Other people on this machine can reach the port; they do not know the secret.
  const token = randomBytes(16).toString('hex');
  const server = await startCodeServer({
    program,
    dataFolder,
    extensionsFolder,
    port: choices.port,
    token,
    trust: 'everything',
    testDriver: 'off',
    settings: quietSettings,
  });
  const payload = [
    ['openFile', remoteUri(server.port, choices.program)],
    ['skipWelcome', 'true'],
  ] as const;
  const address = windowAddress(server.port, { folder: folderOf(choices.program), payload, token });
  say(`VS Code with ScanLens is ready. Open this address in a browser on this machine:\n\n${address}\n`);
  say('Ctrl-C ends it.');
  await server.ended;
  throw new Problem("VS Code's server ended by itself", `it printed:\n${indent(server.log())}`);
}
