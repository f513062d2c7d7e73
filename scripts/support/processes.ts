/**
 * Child processes that can not outlive their script: each runs in a process group of its own, has a time limit or an
 * owner, and the whole group is ended with it. Knows nothing of what the programs do.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { root } from './paths.ts';

export interface CommandOptions {
  readonly cwd?: string;
  readonly timeoutMs: number;
  /** `show`: to the terminal as it comes; `keep`: only into the result. */
  readonly output: 'show' | 'keep';
  readonly env?: Readonly<Record<string, string>>;
}

export interface CommandResult {
  /** null when it was ended by a signal or could not be started. */
  readonly code: number | null;
  readonly timedOut: boolean;
  /** stdout and stderr together, in the order of their arrival; with `show` only when it could not be started. */
  readonly text: string;
}

const running = new Set<ChildProcess>();
const killAfterMs = 3_000;

/** Runs a command to its end, or ends it and its children after `timeoutMs`. Never throws. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const child = startGroup(command, args, options);
  const pieces: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void stopGroup(child);
  }, options.timeoutMs);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      pieces.push(Buffer.from(`${command}: ${error.message}\n`));
      resolve(null);
    });
    child.on('close', (exitCode) => resolve(exitCode));
  });
  clearTimeout(timer);
  return { code, timedOut, text: Buffer.concat(pieces).toString('utf8') };
}

/** Starts a program as the leader of a process group that ends with this script at the latest. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: Omit<CommandOptions, 'timeoutMs'>,
): ChildProcess {
  const stream = options.output === 'show' ? 'inherit' : 'pipe';
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    detached: process.platform !== 'win32',
    stdio: ['ignore', stream, stream],
    env: { ...process.env, ...options.env },
    shell: process.platform === 'win32' && !isAbsolute(command),
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/** Ends a process group: first politely, after three seconds by force. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    signalGroup(child, 'SIGKILL');
    return;
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(timer);
  // What the leader left behind in its group.
  signalGroup(child, 'SIGKILL');
}

/** Ends everything that was started here when this script ends in whatever way. */
export function endChildrenWithScript(): void {
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
  const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [signal, code] of Object.entries(exitCodes)) process.on(signal, () => process.exit(code));
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has ended already.
  }
}
