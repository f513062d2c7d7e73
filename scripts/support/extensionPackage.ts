/**
 * Makes the `.vsix` of what is in `dist/`. The files are put together in a folder of their own, since a package is not quite the
 * checkout: licences of others lie at its top, its manifest says nothing about the development, and that for a target has Dawn.
 */
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { dawnFiles, dawnLicence, type Target } from './dawn.ts';
import { outFolder, root } from './paths.ts';
import { runCommand } from './processes.ts';
import { printLicences } from './thirdParty.ts';

const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const packTimeoutMs = 120_000;
const licences = 'THIRD-PARTY-LICENSES.txt';
/** Where the thread that owns the device looks first. */
const dawnFolder = join('dist', 'evaluator', 'node_modules', 'webgpu');
const ofDevelopment = ['scripts', 'devDependencies', 'overrides'];
/**
 * In a browser VS Code 1.100 loads files that end in `.js` only, and takes them for CommonJS only where the manifest has no `type`; the
 * checkout needs one for its own files.
 */
const browserEntry = { built: 'dist/client/browser.cjs', packed: 'dist/client/browser.js' };

export interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

export interface PackageOptions {
  /** null for the universal package, which has no native code. */
  readonly target: Target | null;
  /** By default that of the manifest. */
  readonly version?: string;
  /** By default `out/`. */
  readonly folder?: string;
}

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
}

/** The marketplaces' convention: odd minor versions are pre-releases. */
export function isPreRelease(version: string): boolean {
  return Number(version.split('.')[1]) % 2 === 1;
}

/** Answers the path of the package. Throws an `Error` with what vsce says when it refuses. */
export async function packExtension(options: PackageOptions): Promise<string> {
  const manifest = {
    ...readManifest(),
    ...(options.version === undefined ? {} : { version: options.version }),
  };
  const folder = options.folder ?? outFolder;
  const parts = [manifest.name, ...(options.target === null ? [] : [options.target]), manifest.version];
  const path = join(folder, `${parts.join('-')}.vsix`);
  mkdirSync(outFolder, { recursive: true });
  const stage = mkdtempSync(join(outFolder, 'package-'));
  try {
    fillStage(stage, manifest, options.target);
    await runVsce(stage, packArguments(path, manifest, options.target));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return path;
}

function fillStage(stage: string, manifest: Manifest, target: Target | null): void {
  copyFiles(root, stage, chosenFiles());
  renameSync(join(stage, browserEntry.built), join(stage, browserEntry.packed));
  writeFileSync(join(stage, 'package.json'), packedManifest(manifest));
  const text = readFileSync(join(root, 'dist', licences), 'utf8');
  writeFileSync(join(stage, licences), target === null ? text : `${text}\n${printLicences([dawnLicence()])}`);
  if (target !== null) {
    const { from, files } = dawnFiles(target);
    copyFiles(from, join(stage, dawnFolder), files);
  }
  // Without it vsce takes everything, too, but complains.
  writeFileSync(join(stage, '.vscodeignore'), '');
}

function packedManifest(manifest: Manifest): string {
  const kept = Object.entries(manifest).filter(([name]) => name !== 'type' && !ofDevelopment.includes(name));
  const packed = { ...Object.fromEntries(kept), browser: `./${browserEntry.packed}` };
  return `${JSON.stringify(packed, null, 2)}\n`;
}

/** `.vscodeignore` names what is in the package; vsce would look at every file of the checkout first. */
function chosenFiles(): readonly string[] {
  const lines = readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n');
  const patterns = lines.flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  return globSync(patterns, { cwd: root });
}

function copyFiles(from: string, to: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
}

function packArguments(path: string, { version }: Manifest, target: Target | null): readonly string[] {
  return [
    ...['package', '--no-dependencies', '--out', path],
    ...(target === null ? [] : ['--target', target]),
    ...(isPreRelease(version) ? ['--pre-release'] : []),
  ];
}

async function runVsce(cwd: string, args: readonly string[]): Promise<void> {
  const options = { cwd, timeoutMs: packTimeoutMs, output: 'keep' } as const;
  const { code, text } = await runCommand(process.execPath, [vsce, ...args], options);
  if (code !== 0) throw new Error(`vsce made no package:\n${text}`);
}
