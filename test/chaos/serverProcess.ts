/** The language server that ships, as a process that can be killed, and an editor's end of the connection to it. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Settings } from '../../protocol/src/editor.ts';
import { protocolVersion } from '../../protocol/src/version.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Longer than anything takes on a busy machine: who waits longer hangs. */
export const patienceMs = 90_000;

export interface ServerOptions {
  readonly folder: string;
  readonly settings: () => Partial<Settings>;
  readonly lostNamespaces: readonly string[];
  readonly told: (method: string, params: unknown) => void;
}

export class ServerProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #client: MessageConnection;
  readonly exited: Promise<unknown>;

  private constructor(options: ServerOptions) {
    const clock = join(root, 'test', 'chaos', 'jumpingClock.cjs');
    const server = join(root, 'dist', 'server', 'node.cjs');
    this.#child = spawn(process.execPath, ['--require', clock, server, '--stdio'], {
      cwd: options.folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.exited = once(this.#child, 'exit');
    this.#client = createMessageConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#client.onError(() => {});
    this.#child.stdin.on('error', () => {});
    this.#client.onNotification((method, params) => options.told(method, params));
    this.#client.onRequest('workspace/configuration', () => [options.settings()]);
    this.#client.onRequest(() => null);
    this.#client.listen();
  }

  static async start(options: ServerOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    await server.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: `file://${options.folder}`, name: 'w' }],
      capabilities: { workspace: { configuration: true, didChangeConfiguration: {} } },
      initializationOptions: {
        protocolVersion,
        isTrusted: true,
        hasLinkCommands: true,
        settings: options.settings(),
        lostNamespaces: options.lostNamespaces,
      },
    });
    await server.notify('initialized', {});
    return server;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return within(`the answer to ${method}`, this.#client.sendRequest<R>(method, params));
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.#client.sendNotification(method, params);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The evaluators. */
  children(): readonly number[] {
    return processes().flatMap(({ pid, parent }) => (parent === this.pid ? [pid] : []));
  }

  /** Ends it in the middle of anything; its evaluators have to go by themselves. */
  async kill(): Promise<void> {
    const children = this.children();
    this.#child.kill('SIGKILL');
    await this.exited;
    this.#client.dispose();
    await gone([this.pid, ...children]);
  }

  async stop(): Promise<void> {
    const children = this.children();
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    await within('the end of the server', this.exited);
    this.#client.dispose();
    await gone([this.pid, ...children]);
  }
}

/** False where it has ended meanwhile. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** What runs on this machine, without what has ended and was not waited for. */
function processes(): readonly { readonly pid: number; readonly parent: number }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return lines.flatMap((line) => {
    const [pid, parent, state = ''] = line.trim().split(/\s+/);
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  });
}

/** Settled when none of the processes is there any more. */
async function gone(pids: readonly number[]): Promise<void> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const left = processes().filter(({ pid }) => pids.includes(pid));
    if (left.length === 0) return;
    if (performance.now() > end) throw new Error(`left behind: ${left.map(({ pid }) => pid).join(', ')}`);
    await pause(50);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same promise, which rejects where it takes longer than anything may. */
export async function within<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come`)), patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
