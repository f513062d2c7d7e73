/**
 * A reporter of vitest that keeps in a file which tests are running, for a run that has to be ended from outside: a test that never
 * comes back blocks its thread, and no other reporter says a word of it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { outFolder, root } from './paths.ts';

const path = join(outFolder, 'runningTests.json');
/** The main thread of vitest has time for this while a test blocks its own thread. */
const writeEveryMs = 250;

/** A file under test, and the last test of it that was seen to begin: a thread tells of its tests in batches. */
type Running = Record<string, string>;

// biome-ignore lint/style/noDefaultExport: vitest takes reporters of files by their default export.
export default class RunningTestsReporter implements Reporter {
  readonly #running: Running = {};
  #timer: NodeJS.Timeout | null = null;

  onTestRunStart(): void {
    mkdirSync(dirname(path), { recursive: true });
    this.#timer = setInterval(() => writeFileSync(path, JSON.stringify(this.#running)), writeEveryMs);
  }

  onTestModuleQueued(file: TestModule): void {
    this.#running[relative(root, file.moduleId)] = '(no test of it was seen to begin)';
  }

  onTestCaseReady(test: TestCase): void {
    this.#running[relative(root, test.module.moduleId)] = test.fullName;
  }

  onTestModuleEnd(file: TestModule): void {
    delete this.#running[relative(root, file.moduleId)];
  }

  onTestRunEnd(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    rmSync(path, { force: true });
  }
}

/** What was running when a run was ended from outside, a line for each file. */
export function runningTests(): string[] {
  try {
    const running = JSON.parse(readFileSync(path, 'utf8')) as Running;
    return Object.entries(running).map(([file, test]) => `${file}: ${test}`);
  } catch {
    return [];
  }
}
