/**
 * The first file that runs on a fresh machine: plain JavaScript for any Node from 20 on, without dependencies. It
 * installs what package-lock.json asks for when something of it is missing, then runs the given TypeScript file with
 * the Node that the lock file brings along (Node 24 takes types away by itself).
 *
 *     node scripts/bootstrap.mjs scripts/start.ts [arguments…]
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = 20;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const [script, ...scriptArguments] = process.argv.slice(2);
if (script === undefined) fail('Say which file to run: node scripts/bootstrap.mjs scripts/start.ts');
if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  fail(
    `ScanLens needs Node ${oldestNode} or newer and this is ${process.version}: install it from https://nodejs.org.`,
  );
}
if (!isInstalled()) await install();
await run(nodePath(), [join(root, script), ...scriptArguments]);

/** True when every package of the lock file that this machine needs stands in node_modules in that version. */
function isInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null || nodePath() === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    // What is optional is left out on machines that it is not made for.
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return (
      found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path))
    );
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** The Node of the lock file; null while it is not installed. */
function nodePath() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', 'node', 'bin', name);
  return existsSync(path) ? path : null;
}

async function install() {
  console.log('Installing the packages of package-lock.json (npm ci), about half a minute …');
  const inNpm = process.env.npm_execpath;
  const settings = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  const [command, first] = inNpm?.endsWith('.js') ? [process.execPath, [inNpm]] : ['npm', []];
  const code = await wait(command, [...first, ...settings]);
  if (code !== 0) {
    fail(
      `npm ci did not succeed (${code}), so ScanLens can not start: see npm's message above; without a network, ` +
        'copy node_modules from a machine that has one, or try again when the npm registry is reachable.',
    );
  }
  if (nodePath() === null) {
    fail(
      'npm did not install the package "node": allow install scripts (npm config delete ignore-scripts), then try again.',
    );
  }
}

async function run(command, commandArguments) {
  process.exitCode = await wait(command, commandArguments);
}

/** Runs a program in this terminal, passes signals on to it and answers with its exit code. */
function wait(command, commandArguments) {
  return new Promise((resolve) => {
    const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
    const child = spawn(command, commandArguments, {
      cwd: root,
      stdio: 'inherit',
      // The folder where the person stood: a file name on the command line is meant from there.
      // A global install from the repository (pre-commit) tells every npm below it to be global too.
      env: {
        ...process.env,
        PATH: path,
        INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
        npm_config_global: 'false',
      },
      shell: process.platform === 'win32' && command === 'npm',
    });
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
