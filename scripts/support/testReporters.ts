/**
 * How runs of vitest report. By default as vitest does. With SCANLENS_TEST_REPORT=file, as `npm test` starts them: into that file at the end,
 * and on the way into another one which tests are running, for a run that has to be ended from outside: a test that never comes back
 * blocks its thread, and no other reporter says a word of it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { root } from './paths.ts';

/** The main thread of vitest has time for this while a test blocks its own thread. */
const writeEveryMs = 250;

type Reporters = NonNullable<NonNullable<ViteUserConfig['test']>['reporters']>;

/** A file under test, and the last test of it that was seen to begin: a thread tells of its tests in batches. */
type Running = Record<string, string>;

/** The `reporters` of a configuration of vitest. */
export function testReporters(): Reporters {
  const outputFile = process.env['SCANLENS_TEST_REPORT'];
  if (outputFile === undefined) return ['default'];
  return ['dot', ['json', { outputFile }], new RunningTests(runningBeside(outputFile))];
}

/** Each run that goes on at a time has a file of its own, as it has a report. */
const runningBeside = (reportPath: string): string => `${reportPath}.running`;

class RunningTests implements Reporter {
  readonly #path: string;
  readonly #running: Running = {};
  #timer: NodeJS.Timeout | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  onTestRunStart(): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    const write = (): void => writeFileSync(this.#path, JSON.stringify(this.#running));
    this.#timer = setInterval(write, writeEveryMs);
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
    rmSync(this.#path, { force: true });
  }
}

/** What was running when the run with this report was ended from outside, a line for each file. */
export function runningTests(reportPath: string): string[] {
  try {
    const running = JSON.parse(readFileSync(runningBeside(reportPath), 'utf8')) as Running;
    return Object.entries(running).map(([file, test]) => `${file}: ${test}`);
  } catch {
    return [];
  }
}
