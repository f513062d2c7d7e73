/**
 * `npm run release -- minor|patch|pre [--publish]`: makes the packages of the next release in `out/release/`. With `--publish` it commits
 * and tags the version and hands the packages to both marketplaces; without, it says what it would do and leaves the checkout as it was.
 *
 * Exits with 1 when something is not as it has to be (changed files, a failed check, a missing secret), 2 for a wrong command line.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './support/build.ts';
import { targets } from './support/dawn.ts';
import { packExtension, readManifest } from './support/extensionPackage.ts';
import { runNpm } from './support/npm.ts';
import { outFolder, root } from './support/paths.ts';
import { describeFailure, Problem } from './support/problem.ts';
import { endChildrenWithScript, runCommand } from './support/processes.ts';
import { indent, say } from './support/progress.ts';
import {
  type Marketplace,
  marketplaces,
  nextVersion,
  type ReleaseKind,
  releaseChanges,
  releaseKinds,
  tagOf,
} from './support/releasePlan.ts';

interface Choices {
  readonly kind: ReleaseKind;
  readonly mode: 'publish' | 'dry run';
}

const usage = `Use: npm run release -- ${releaseKinds.join('|')} [--publish]`;
const folder = join(outFolder, 'release');
/** What a release changes in the checkout. */
const changedFiles = ['package.json', 'package-lock.json', 'CHANGELOG.md'];
const gitTimeoutMs = 30_000;
const checkTimeoutMs = 30 * 60_000;
const publishTimeoutMs = 10 * 60_000;

endChildrenWithScript();
const choices = readChoices(process.argv.slice(2));
const originals = changedFiles.map(
  (file) => [join(root, file), readFileSync(join(root, file), 'utf8')] as const,
);
const restore = (): void => {
  for (const [path, text] of originals) writeFileSync(path, text);
};
try {
  await release(choices);
} catch (failure) {
  console.error(describeFailure(failure));
  process.exitCode = 1;
}

function readChoices(args: readonly string[]): Choices {
  try {
    const options = { publish: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const kind = releaseKinds.find((known) => known === positionals[0]);
    if (kind === undefined || positionals.length > 1) throw new Error('Say which release.');
    return { kind, mode: values.publish ? 'publish' : 'dry run' };
  } catch (failure) {
    console.error(`${(failure as Error).message}\n${usage}`);
    process.exit(2);
  }
}

async function release({ kind, mode }: Choices): Promise<void> {
  await refuseChangedFiles();
  const present = readManifest().version;
  const isReleased = (await git('tag', '--list', tagOf(present))) !== '';
  const version = nextVersion({ version: present, isReleased }, kind);
  const changes = releaseChanges(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version, today());
  if (mode === 'publish') refuseMissingSecrets();
  await refuseFailures(mode);

  process.on('exit', restore);
  writeFileSync(join(root, 'CHANGELOG.md'), changes);
  await npm('version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts');
  const places = marketplaces(version, await packAll());
  if (mode === 'publish') await publish(version, places);
  else showPlan(version, places);
}

async function refuseChangedFiles(): Promise<void> {
  const changed = await git('status', '--porcelain');
  if (changed === '') return;
  throw new Problem('Files are changed', `commit or remove them first:\n${indent(changed)}`);
}

function refuseMissingSecrets(): void {
  const missing = marketplaces('0.0.0', []).filter(({ token }) => !process.env[token]);
  if (missing.length === 0) return;
  const names = missing.map(({ name, token }) => `${token} for ${name}`).join(' and ');
  throw new Problem('A secret is missing', `set the environment variable ${names}`);
}

/** What is published has passed everything; a dry run looks at what takes a minute. */
async function refuseFailures(mode: Choices['mode']): Promise<void> {
  const script = mode === 'publish' ? 'test' : 'check';
  say(`Checking (npm run ${script}) …`);
  const { code, text } = await runNpm(['run', script], { cwd: root, timeoutMs: checkTimeoutMs });
  if (code !== 0) throw new Problem('A check failed', `mend it first:\n${indent(text)}`);
}

async function packAll(): Promise<readonly string[]> {
  await build('package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const target of [null, ...targets]) {
    const path = relative(root, await packExtension({ target, folder }));
    say(`  ${path}  ${(statSync(join(root, path)).size / 1e6).toFixed(2)} MB`);
    paths.push(path);
  }
  return paths;
}

function showPlan(version: string, places: readonly Marketplace[]): void {
  say(`\nThis was a dry run: nothing is published, and the checkout is as it was. With --publish it would`);
  say(`- commit ${changedFiles.join(', ')} as "Release ${version}" and tag ${tagOf(version)}`);
  for (const { name, token, command, args } of places) {
    say(`- publish to ${name} with the secret in ${token}:\n    ${command} ${args.join(' ')}`);
  }
}

async function publish(version: string, places: readonly Marketplace[]): Promise<void> {
  await git('commit', '--quiet', '--message', `Release ${version}`, '--', ...changedFiles);
  process.off('exit', restore);
  await git('tag', '--annotate', tagOf(version), '--message', `Release ${version}`);
  const failed: string[] = [];
  for (const { name, command, args } of places) {
    say(`Publishing to ${name} …`);
    const result = await runCommand(command, args, { timeoutMs: publishTimeoutMs, output: 'show' });
    if (result.code !== 0) failed.push(`${command} ${args.join(' ')}`);
  }
  if (failed.length > 0) {
    throw new Problem(`${version} is not published everywhere`, `run again:\n${indent(failed.join('\n'))}`);
  }
  say(`${version} is published. Tell the others: git push --follow-tags`);
}

async function git(...args: readonly string[]): Promise<string> {
  const { code, text } = await runCommand('git', args, { timeoutMs: gitTimeoutMs, output: 'keep' });
  if (code !== 0) throw new Error(`git ${args[0]} failed:\n${text}`);
  return text.trim();
}

async function npm(...args: readonly string[]): Promise<void> {
  const { code, text } = await runNpm(args, { cwd: root, timeoutMs: gitTimeoutMs });
  if (code !== 0) throw new Error(`npm ${args[0]} failed:\n${text}`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
