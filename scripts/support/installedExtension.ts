/** Puts the built extension, as it would be packaged, into an extensions folder of VS Code. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from './paths.ts';

/** Copies what the package will contain (`.vscodeignore` decides) and answers where it stands now. */
export async function installExtension(extensionsFolder: string): Promise<string> {
  const manifest = readManifest();
  const target = join(extensionsFolder, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    const to = join(target, file);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(root, file), to);
  }
  return target;
}

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
}
