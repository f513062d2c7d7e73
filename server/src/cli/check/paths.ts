/** Paths of the command line: as the rooms that know no disk write them, and as people read them. */
import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Absolute and with slashes, as `project/` wants them. */
export const slashed = (path: string): string => resolve(path).split(sep).join('/');

/** Relative to the working folder when the file is in or below it. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return shown === '' || shown.startsWith('..') ? path : shown;
}

const repositoryMarks = ['.git', '.hg', '.svn'];
const knownRoots = new Map<string, string | null>();

/**
 * The folder above which nothing is read for files in `folder`: the repository that holds it, else the working folder,
 * else `fallback` (what was named on the command line).
 */
export function workspaceRoot(folder: string, fallback: string): string {
  const repository = repositoryOf(folder);
  if (repository !== null) return slashed(repository);
  const here = process.cwd();
  return slashed(folder === here || folder.startsWith(here + sep) ? here : fallback);
}

/** The nearest folder, from `folder` upwards, that is a repository; null when it is in none. */
export function repositoryOf(folder: string): string | null {
  const known = knownRoots.get(folder);
  if (known !== undefined) return known;
  const above = dirname(folder);
  const isRepository = repositoryMarks.some((name) => existsSync(resolve(folder, name)));
  const found = isRepository ? folder : above === folder ? null : repositoryOf(above);
  knownRoots.set(folder, found);
  return found;
}

/** The same with slashes on every system. */
export const shownWithSlashes = (path: string): string => shownPath(resolve(path)).split(sep).join('/');
