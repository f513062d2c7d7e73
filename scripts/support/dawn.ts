/**
 * Dawn, the GPU device for Node, as the npm package `webgpu` ships it: one binary for each kind of machine. Says what goes into the
 * package of a target; the universal package goes without.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import { Problem } from './problem.ts';
import { readShippedPackage, type ShippedPackage } from './thirdParty.ts';

const packageFolder = join(root, 'node_modules', 'webgpu');
/** What Node loads; the rest of the package makes and tests it. */
const program = ['package.json', 'index.js', 'LICENSE.md'];

/** The targets of the marketplaces, and where the package keeps the binary for each. */
const binaryFolders = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-universal',
  'darwin-arm64': 'darwin-universal',
  'win32-x64': 'win32-x64',
  'win32-arm64': 'win32-arm64',
} as const;

/** A kind of machine that gets a package of its own. */
export type Target = keyof typeof binaryFolders;
export const targets = Object.keys(binaryFolders) as readonly Target[];

/** Throws a `Problem` for a machine for which there is no binary. */
export function readTarget(name: string): Target {
  const target = targets.find((known) => known === name);
  if (target !== undefined) return target;
  throw new Problem(
    `There is no Dawn for ${name}, so it gets no package of its own`,
    `the universal package is for such machines; targets are ${targets.join(', ')}`,
  );
}

/** The files for a target, from the folder `from`, whose names are also those below a `node_modules/webgpu`. */
export function dawnFiles(target: Target): { readonly from: string; readonly files: readonly string[] } {
  const folder = join('dist', binaryFolders[target]);
  if (statSync(join(packageFolder, folder, 'dawn.node'), { throwIfNoEntry: false }) === undefined) {
    const { version } = JSON.parse(
      readFileSync(join(packageFolder, 'package.json'), 'utf8'),
    ) as ShippedPackage;
    throw new Problem(
      `The npm package webgpu ${version} has no binary for ${target}`,
      'leave this target out, or take a version that has one',
    );
  }
  const binaries = readdirSync(join(packageFolder, folder)).map((name) => join(folder, name));
  return { from: packageFolder, files: [...program, ...binaries] };
}

export function dawnLicence(): ShippedPackage {
  return readShippedPackage(packageFolder);
}
