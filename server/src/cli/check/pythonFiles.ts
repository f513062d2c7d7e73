/** The Python files and notebooks below a path, without folders that hold other people's code. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceProblem } from './sourceFile.ts';

const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '__pycache__',
  'venv',
  'env',
  'site-packages',
  'build',
  'dist',
]);

/**
 * A file is itself, whatever its name; a folder is the `.py` and `.ipynb` files in and below it, sorted. Hidden folders,
 * environments and installed packages inside it are passed over, and so are links to folders.
 */
export function filesUnder(path: string): readonly (string | SourceProblem)[] {
  if (!isFolder(path)) return [path];
  const found: (string | SourceProblem)[] = [];
  const pending = [path];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = entriesOf(folder);
    if (entries === null) {
      found.push({ problem: `${folder} can not be read.` });
      continue;
    }
    for (const entry of entries) {
      const inside = join(folder, entry.name);
      if (entry.isDirectory() && !isSkipped(entry.name)) pending.push(inside);
      else if (!entry.isDirectory() && /\.(py|ipynb)$/i.test(entry.name)) found.push(inside);
    }
  }
  return found.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

const textOf = (entry: string | SourceProblem): string => (typeof entry === 'string' ? entry : entry.problem);

const isSkipped = (name: string): boolean => name.startsWith('.') || skippedFolders.has(name.toLowerCase());

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}
