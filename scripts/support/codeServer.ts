/**
 * VS Code without a desktop: the server and the browser workbench that the npm package code-server contains. Installs it
 * once into the checkout, puts extensions into it and starts servers on 127.0.0.1. Which extension or file a window shows is decided
 * by the address that is opened. The traps are those of code-server 4.100 to 4.139: without its native modules only the terminal and
 * a log file are missing; `extensionDevelopmentPath` in an address only counts with the smoke test driver, which on the
 * other hand hides notifications.
 */
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runNpm } from './npm.ts';
import { cacheFolder } from './paths.ts';
import { Problem } from './problem.ts';
import { runCommand, startGroup, stopGroup } from './processes.ts';
import { elapsed, say } from './progress.ts';

/**
 * Releases of VS Code that can be had: the package that contains each, the Node that it brings along where that is not ours, and the package
 * with the program that looks for files, where an install script would download it.
 */
const releases = {
  '1.139': { package: '4.139.1', node: null, ripgrep: null },
  '1.100': { package: '4.100.3', node: '20.19.0', ripgrep: '1.18.0' },
} as const;

export type Release = keyof typeof releases;
export const knownReleases = Object.keys(releases) as readonly Release[];
/** What `engines` promises; a test holds them together. */
export const oldestRelease: Release = '1.100';
export const newestRelease: Release = '1.139';

/** An installed code-server. */
export interface CodeServerProgram {
  readonly node: string;
  readonly script: string;
}

const installTimeoutMs = 180_000;
const startTimeoutMs = 60_000;

/** Downloads VS Code's server unless it is there. Throws a `Problem` when it can not be had. */
export async function ensureCodeServer(release: Release = newestRelease): Promise<CodeServerProgram> {
  const { package: version, node, ripgrep } = releases[release];
  const folder = join(cacheFolder, `code-server-${version}`);
  const packages = join(folder, 'node_modules');
  const serverFolder = join(packages, 'code-server', 'lib', 'vscode');
  const program = {
    node: node === null ? process.execPath : join(packages, 'node', 'bin', 'node'),
    script: join(serverFolder, 'out', 'server-main.js'),
  };
  const stamp = join(folder, 'complete');
  if (existsSync(stamp)) return program;
  const start = performance.now();
  say(`Installing VS Code's server (code-server ${version}) into .vscode-test, about half a minute …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // Install scripts would compile native modules for minutes and are not needed.
  await installPackages(['install', `code-server@${version}`, '--ignore-scripts'], folder);
  await installPackages(['install', '--omit=dev', '--ignore-scripts'], serverFolder);
  if (node !== null) await installPackages(['install', `node@${node}`], folder);
  if (ripgrep !== null) {
    await installPackages(['install', `@vscode/ripgrep-universal@${ripgrep}`, '--ignore-scripts'], folder);
    const binaries = join(
      packages,
      '@vscode',
      'ripgrep-universal',
      'bin',
      `${process.platform}-${process.arch}`,
    );
    cpSync(binaries, join(serverFolder, 'node_modules', '@vscode', 'ripgrep', 'bin'), { recursive: true });
  }
  writeFileSync(stamp, '');
  say(`  installed (${elapsed(start)})`);
  return program;
}

async function installPackages(args: readonly string[], cwd: string): Promise<void> {
  const result = await runNpm(args, { cwd, timeoutMs: installTimeoutMs });
  if (result.code === 0) return;
  const reason = result.timedOut ? 'no answer in three minutes' : lastLine(result.text);
  throw new Problem(
    `VS Code's server could not be installed: npm ${args.join(' ')} failed (${reason})`,
    'make the npm registry reachable and try again, or install desktop VS Code',
  );
}

/** Installs a `.vsix` as a person would. Throws when VS Code refuses it. */
export async function installExtension(
  program: CodeServerProgram,
  packagePath: string,
  extensionsFolder: string,
): Promise<void> {
  mkdirSync(extensionsFolder, { recursive: true });
  const args = ['--install-extension', packagePath, '--extensions-dir', extensionsFolder];
  const data = [
    '--server-data-dir',
    join(dirname(extensionsFolder), 'installing'),
    '--accept-server-license-terms',
  ];
  const options = { timeoutMs: startTimeoutMs, output: 'keep', env: ofNoWindow } as const;
  const { code, text } = await runCommand(program.node, [program.script, ...args, ...data], options);
  if (code === 0 && text.includes('was successfully installed')) return;
  throw new Error(`VS Code did not install ${packagePath}:\n${text}`);
}

/** A server that is started from a terminal of VS Code must not take itself for a part of that window. */
const ofNoWindow = { VSCODE_IPC_HOOK_CLI: '', VSCODE_CLIENT_COMMAND: '', ELECTRON_RUN_AS_NODE: '' };

/** Settings under which a window shows its file and asks nothing. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

export interface CodeServerOptions {
  readonly program: CodeServerProgram;
  /** Everything that the server and its windows remember; made if missing. */
  readonly dataFolder: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Folder with installed extensions; by default an empty one. */
  readonly extensionsFolder?: string;
  /** Without trust a window is in Restricted Mode. */
  readonly trust: 'everything' | 'nothing';
  /** Lets an address name an extension under development and a test suite; hides notifications. */
  readonly testDriver: 'on' | 'off';
  /** A secret that addresses must carry as `tkn`; null for none. */
  readonly token: string | null;
}

export interface CodeServer {
  readonly port: number;
  /** What the server has printed so far, for messages about failures. */
  log(): string;
  /** Resolves when the server has ended for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server and waits until it listens. */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  // Some settings only count for a machine, some only for a user.
  for (const owner of ['Machine', 'User']) {
    const folder = join(options.dataFolder, 'data', owner);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(options.settings, null, 2));
  }
  const { node, script } = options.program;
  const child = startGroup(node, [script, ...serverArguments(options)], {
    cwd: options.dataFolder,
    output: 'keep',
    env: ofNoWindow,
  });
  const printed: string[] = [];
  child.stdout?.on('data', (piece: Buffer) => printed.push(piece.toString()));
  child.stderr?.on('data', (piece: Buffer) => printed.push(piece.toString()));
  const log = (): string => printed.join('');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const port = await listeningPort(child, log);
    return { port, log, ended, stop: () => stopGroup(child) };
  } catch (failure) {
    await stopGroup(child);
    if (log().includes('EADDRINUSE')) {
      throw new Problem(
        `Port ${options.port} is taken`,
        'give another one with --port, or none for any free port',
      );
    }
    throw failure;
  }
}

function serverArguments(options: CodeServerOptions): string[] {
  const args = ['--host', '127.0.0.1', '--port', String(options.port), '--accept-server-license-terms'];
  args.push('--server-data-dir', options.dataFolder, '--telemetry-level', 'off', '--disable-update-check');
  args.push('--extensions-dir', options.extensionsFolder ?? join(options.dataFolder, 'extensions'));
  if (options.token === null) args.push('--without-connection-token');
  else args.push('--connection-token', options.token);
  if (options.trust === 'everything') args.push('--disable-workspace-trust');
  if (options.testDriver === 'on') args.push('--enable-smoke-test-driver');
  return args;
}

function listeningPort(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => reject(new Error(`VS Code's server ${what}:\n${log()}`));
    const timer = setTimeout(() => fail('did not start in a minute'), startTimeoutMs);
    const read = (): void => {
      const port = /agent listening on (\d+)/.exec(log())?.[1];
      // The server stays alive when it can not have its port.
      if (log().includes('EADDRINUSE')) fail('did not get its port');
      else if (port !== undefined) resolve(Number(port));
      else return;
      clearTimeout(timer);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/** The address of a window: a folder, what the server should open in it, and the secret when there is one. */
export function windowAddress(
  port: number,
  window: {
    readonly folder: string;
    readonly payload: readonly (readonly [string, string])[];
    readonly token: string | null;
  },
): string {
  const query = new URLSearchParams();
  if (window.token !== null) query.set('tkn', window.token);
  query.set('folder', window.folder);
  query.set('payload', JSON.stringify(window.payload));
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** How windows of a server name a file on its disk. */
export function remoteUri(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${path.split('/').map(encodeURIComponent).join('/')}`;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? 'no message';
}
