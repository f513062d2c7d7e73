/** A thread of `scanlens check`: checks the files that it is sent, one after another. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from './checkAll.ts';
import type { FileCheckOptions } from './checkOptions.ts';
import { FileChecker } from './fileChecker.ts';
import { openProjects } from './projects.ts';

/** Answers until the main thread ends this one. A check that throws ends the thread, which the main thread tells. */
export function serveChecks(): void {
  const options = workerData as FileCheckOptions;
  const projects = openProjects(options);
  if ('problem' in projects) throw new Error(projects.problem);
  const checker = new FileChecker(options, projects);
  parentPort?.on('message', async ({ index, task }: WorkerTask) => {
    const findings = await checker.check(task);
    const answer: WorkerAnswer = { index, findings };
    parentPort?.postMessage(answer);
  });
}
