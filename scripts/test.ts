/**
 * `npm test`: types, lint, tidy, units, recorded programs, the package, the sandbox, real processes, faults at random, then the package in a
 * real VS Code; installs what is missing. Goes on after a
 * failure, so that one run tells everything. The last line counts over all of it; the exit code is 0 only if nothing failed.
 * A check counts as one, each test counts as one.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { editorParts, runEditorTests } from '../test/e2e/driver/editorTests.ts';
import { build } from './support/build.ts';
import { ensureChromium } from './support/chromium.ts';
import { ensureCodeServer } from './support/codeServer.ts';
import { packExtension } from './support/extensionPackage.ts';
import { outFolder, root } from './support/paths.ts';
import { describeFailure, Problem } from './support/problem.ts';
import { endChildrenWithScript, runCommand } from './support/processes.ts';
import { elapsed, indent, say } from './support/progress.ts';
import { Tally } from './support/tally.ts';
import { runningTests } from './support/testReporters.ts';

const packages = join(root, 'node_modules');
const typescript = join(packages, 'typescript', 'bin', 'tsc');
const biome = join(packages, '@biomejs', 'biome', 'bin', 'biome');
const vitest = join(packages, 'vitest', 'vitest.mjs');

const checkTimeoutMs = 120_000;
/** What is kept for later is read without colours. */
const env = { NO_COLOR: '1', FORCE_COLOR: '0' };
const unitTimeoutMs = 900_000;
const deviceTimeoutMs = 400_000;
/** So many last lines tell what ended a run without a report. */
const repeatedEnd = 6;

endChildrenWithScript();
const tally = new Tally();
let testRunCount = 0;
const start = performance.now();
// What takes one core runs beside something else.
await Promise.all([
  typeChecks(),
  installEditor().then(() => check('lint', [biome, 'check', '--error-on-warnings', '.'])),
]);
const [packagePath] = await Promise.all([
  makePackage(),
  unitTests('tidy: layers, sizes, names', ['test/unit/tidy']),
]);
await unitTests('unit tests', ['test/unit', '--exclude', 'test/unit/tidy/**']);
await Promise.all([inTwoThreads(), oneAfterAnother()]);
if (packagePath !== null) {
  say('Tests in a real VS Code');
  await runEditorTests(new Set(editorParts), { packagePath }, tally);
}
say(`\nAll of it took ${elapsed(start)}.`);
say(tally.summary());
process.exit(tally.failed === 0 ? 0 : 1);

async function inTwoThreads(): Promise<void> {
  await unitTests('recorded programs and the package', ['test/oracle', 'test/recorded', 'test/package']);
  await unitTests('attempts to get out, and real processes', ['test/sandbox', 'test/processes']);
}

/** What has one thread, and waits for a device or for processes. */
async function oneAfterAnother(): Promise<void> {
  await deviceTests();
  if (packagePath === null) return;
  await check('faults at random, the short form', [join(root, 'scripts', 'chaos.ts'), '--short']);
}

/** Runs one check with Node; true when it passed. */
async function check(name: string, args: readonly string[]): Promise<boolean> {
  const begin = performance.now();
  const result = await runCommand(process.execPath, args, { timeoutMs: checkTimeoutMs, output: 'keep', env });
  const passed = result.code === 0;
  tally.add({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
  say(`${passed ? '✓' : '✗'} ${name} (${elapsed(begin)})`);
  if (passed) return true;
  const text = result.timedOut ? `stopped after ${checkTimeoutMs / 1000} s` : result.text;
  say(indent(text));
  tally.remember(name, text);
  return false;
}

/** Builds and packs what ships; null when there is nothing to test. */
async function makePackage(): Promise<string | null> {
  try {
    await build('package');
    const path = await packExtension({ target: null });
    tally.add({ passed: 1, failed: 0 });
    return path;
  } catch (failure) {
    tally.result({ place: 'the package', name: 'can be made', error: describeFailure(failure) });
    return null;
  }
}

async function typeChecks(): Promise<void> {
  for (const project of ['pure', 'arrays', 'node', 'browser', 'client', 'webview'])
    await check(`types: ${project}`, [typescript, '-p', join('tsconfigs', `${project}.json`)]);
}

/** Long before it is needed, because it is waiting for the network. Who needs it later reports what went wrong. */
async function installEditor(): Promise<void> {
  await ensureChromium().catch(() => {});
  await ensureCodeServer().catch(() => {});
}

/** On the device that comes with the browser of the editor tests. */
async function deviceTests(): Promise<void> {
  try {
    await ensureChromium();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tally.result({ place: 'GPU', name: 'can be tested', error: error.message });
    return;
  }
  await unitTests('tests on a GPU device', ['--config', 'vitestGpu.config.ts'], deviceTimeoutMs);
}

/** What vitest's JSON report says about a run. */
interface UnitReport {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly FileReport[];
}

interface FileReport {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

async function unitTests(
  name: string,
  args: readonly string[],
  timeoutMs: number = unitTimeoutMs,
): Promise<void> {
  const begin = performance.now();
  mkdirSync(outFolder, { recursive: true });
  const reportPath = join(outFolder, `tests${++testRunCount}.json`);
  rmSync(reportPath, { force: true });
  const options = { timeoutMs, output: 'keep', env: { ...env, SCANLENS_TEST_REPORT: reportPath } } as const;
  const result = await runCommand(process.execPath, [vitest, 'run', ...args], options);
  const report = readReport(reportPath);
  const counts = countsOf(report, { succeeded: result.code === 0 });
  tally.add(counts);
  const passed = counts.failed === 0;
  say(`${passed ? '✓' : '✗'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${elapsed(begin)})`);
  if (passed) return;
  const text = result.timedOut
    ? [`stopped after ${timeoutMs / 1000} s, when these were running:`, ...runningTests(reportPath)].join(
        '\n',
      )
    : result.text;
  say(indent(text));
  const failures = report === null ? [] : failuresOf(report);
  if (failures.length === 0) tally.remember(name, text.split('\n').slice(-repeatedEnd).join('\n'));
  for (const failure of failures) tally.remember(failure.name, failure.error);
}

function readReport(path: string): UnitReport | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as UnitReport;
  } catch {
    return null;
  }
}

/** A skipped test and a file that could not be loaded count as failed, and so does a run without a report. */
function countsOf(
  report: UnitReport | null,
  { succeeded }: { readonly succeeded: boolean },
): { passed: number; failed: number } {
  if (report === null) return { passed: 0, failed: 1 };
  const failed = report.numTotalTests - report.numPassedTests + report.testResults.filter(isUnloaded).length;
  const nothingRan = report.numTotalTests === 0;
  return { passed: report.numPassedTests, failed: failed === 0 && (!succeeded || nothingRan) ? 1 : failed };
}

function isUnloaded({ status, assertionResults }: FileReport): boolean {
  return status === 'failed' && assertionResults.length === 0;
}

function failuresOf(report: UnitReport): { readonly name: string; readonly error: string }[] {
  return report.testResults.flatMap((file) => {
    const place = relative(root, file.name);
    if (isUnloaded(file)) return [{ name: place, error: file.message }];
    return file.assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, status, failureMessages }) => ({
        name: `${place}: ${fullName}`,
        error: failureMessages[0] ?? status,
      }));
  });
}
