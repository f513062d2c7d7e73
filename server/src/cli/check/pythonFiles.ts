/** The Python files and notebooks below a path, without folders that hold other people's code and without what git ignores. */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { IgnoreChain } from '../../project/pathPatterns.ts';
import type { SourceProblem } from '../sourceFile.ts';
import { repositoryOf, slashed } from './paths.ts';

const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '__pycache__',
  'venv',
  'env',
  'site-packages',
  'build',
  'dist',
]);

/** Folders that the file tools of repositories keep for themselves are hidden, so none of them is entered either. */
const isSkipped = (name: string): boolean => name.startsWith('.') || skippedFolders.has(name.toLowerCase());

interface Folder {
  readonly path: string;
  readonly ignored: IgnoreChain;
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * The `.py` and `.ipynb` files in and below a folder, sorted. Hidden folders, environments and installed packages inside
 * it are passed over, so are links to folders, and what the `.gitignore` files of the repository name.
 */
export function filesInFolder(path: string): readonly (string | SourceProblem)[] {
  const found: (string | SourceProblem)[] = [];
  const pending: Folder[] = [{ path, ignored: ignoredAbove(path) }];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = entriesOf(folder.path);
    if (entries === null) {
      found.push({ problem: `${folder.path} can not be read.` });
      continue;
    }
    const ignored = entries.some(({ name }) => name === '.gitignore')
      ? withIgnoreFile(folder.ignored, folder.path)
      : folder.ignored;
    for (const entry of entries) {
      const inside = join(folder.path, entry.name);
      if (entry.isDirectory()) {
        const isLeftOut = isSkipped(entry.name) || ignored.ignores(`${slashed(inside)}/`);
        if (!isLeftOut) pending.push({ path: inside, ignored });
      } else if (/\.(py|ipynb)$/i.test(entry.name) && !ignored.ignores(slashed(inside))) found.push(inside);
    }
  }
  return found.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** The `.gitignore` files of the folders above, from the repository on. */
function ignoredAbove(path: string): IgnoreChain {
  const folder = resolve(path);
  const repository = repositoryOf(folder);
  const above: string[] = [];
  for (let at = folder; repository !== null && at !== repository; at = dirname(at))
    above.unshift(dirname(at));
  const chain = above.reduce(withIgnoreFile, new IgnoreChain());
  // Who names an ignored folder wants what is in it.
  return chain.ignores(`${slashed(folder)}/`) ? new IgnoreChain() : chain;
}

function withIgnoreFile(chain: IgnoreChain, folder: string): IgnoreChain {
  try {
    return chain.with({ folder: slashed(folder), text: readFileSync(join(folder, '.gitignore'), 'utf8') });
  } catch {
    return chain;
  }
}

const textOf = (entry: string | SourceProblem): string => (typeof entry === 'string' ? entry : entry.problem);

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}
