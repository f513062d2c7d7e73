/**
 * Checks many files, in this thread or in several. The result does not depend on how many there are: every file is
 * checked for itself, and findings come in the order of the files.
 */
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CheckedFinding } from './checkedFinding.ts';
import type { FileCheckOptions } from './checkOptions.ts';
import { type CheckTask, FileChecker } from './fileChecker.ts';
import type { Projects } from './projects.ts';

/** Before a thread is warm it has spent about as much as these files take a warm one. */
const filesPerThread = 100;
const mostThreads = 8;

/** What the main thread sends to a worker. */
export interface WorkerTask {
  readonly index: number;
  readonly task: CheckTask;
}

/** What comes back. */
export interface WorkerAnswer {
  readonly index: number;
  readonly findings: readonly CheckedFinding[];
}

export interface CheckAllOptions {
  readonly fileOptions: FileCheckOptions;
  readonly projects: Projects;
  /** Threads; null leaves the number to the amount of work. */
  readonly jobs: number | null;
}

/** The findings of all files, in the order of the files. */
export async function checkAll(
  tasks: readonly CheckTask[],
  { fileOptions, projects, jobs }: CheckAllOptions,
): Promise<readonly CheckedFinding[]> {
  const wanted =
    jobs ?? Math.min(availableParallelism(), mostThreads, Math.floor(tasks.length / filesPerThread));
  const threads = Math.min(wanted, tasks.length);
  const found =
    threads > 1 ? await inThreads(tasks, fileOptions, threads) : await here(tasks, fileOptions, projects);
  return found.flat();
}

type Found = readonly (readonly CheckedFinding[])[];

async function here(
  tasks: readonly CheckTask[],
  options: FileCheckOptions,
  projects: Projects,
): Promise<Found> {
  const checker = new FileChecker(options, projects);
  try {
    const found: (readonly CheckedFinding[])[] = [];
    for (const task of tasks) found.push(await checker.check(task));
    return found;
  } finally {
    checker.dispose();
  }
}

async function inThreads(
  tasks: readonly CheckTask[],
  options: FileCheckOptions,
  threads: number,
): Promise<Found> {
  const found: (readonly CheckedFinding[])[] = tasks.map(() => []);
  const queue = tasks.map((task, index): WorkerTask => ({ index, task }));
  const one = async () => {
    const worker = new Worker(workerEntry(), { workerData: options, execArgv: quietly });
    try {
      await drain(worker, queue, found);
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, one));
  return found;
}

/** Lets one worker take tasks from the queue until it is empty. */
function drain(worker: Worker, queue: WorkerTask[], found: (readonly CheckedFinding[])[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const task = queue.shift();
      if (task === undefined) resolve();
      else worker.postMessage(task);
    };
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread ended with ${code}`)));
    worker.on('message', ({ index, findings }: WorkerAnswer) => {
      found[index] = findings;
      next();
    });
    next();
  });
}

const quietly = ['--disable-warning=ExperimentalWarning'];

/** The command line's own entry: in the package everything is one file, and it sees that it runs as a worker. */
function workerEntry(): string {
  const own = fileURLToPath(import.meta.url);
  return own.endsWith('.ts') ? join(dirname(own), '..', 'main.ts') : own;
}
