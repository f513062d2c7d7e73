/** What programs ask about files and folders beside reading them. Paths are as the program gave them. */
import { runtime } from '../../runtime.ts';
import type { Value } from '../../values.ts';
import { type FileProblem, type FileStat, isProblem } from '../../workspace.ts';
import { absolutePath, raiseFileProblem, statPath, workspace } from './fileErrors.ts';
import { hasMagic, nameTest } from './patterns.ts';
import { joinTwo, splitPath } from './posixPaths.ts';

/** What is there, or null. Refuses what lies outside of the workspace: nobody may learn what is there. */
export function lookAt(path: string): FileStat | null {
  const stat = statPath(path);
  if (!isProblem(stat)) return stat;
  return isAbsence(stat) ? null : raiseFileProblem(stat, path);
}

const isAbsence = (problem: FileProblem): boolean =>
  problem === 'missing' || problem === 'notFolder' || problem === 'denied' || problem === 'isFolder';

/** Raises OSError for what is not there. */
export function statOf(path: string, name: Value = path): FileStat {
  const stat = statPath(path);
  return isProblem(stat) ? raiseFileProblem(stat, name) : stat;
}

/** The names in a folder. Raises OSError. */
export function namesIn(path: string, name: Value = path): readonly string[] {
  const files = workspace();
  const names = files.list(absolutePath(path, files));
  if (isProblem(names)) return raiseFileProblem(names === 'isFolder' ? 'notFolder' : names, name);
  runtime().allocate(names.length * 64);
  return names;
}

export const isFolder = (path: string): boolean => lookAt(path)?.kind === 'folder';

/** The names in a folder, in order; none where that is no folder. */
const namesOrNone = (path: string): readonly string[] => {
  runtime().checkpoint();
  return isFolder(path === '' ? '.' : path) ? [...namesIn(path === '' ? '.' : path)].sort() : [];
};

const isHidden = (name: string): boolean => name.startsWith('.');

export interface GlobOptions {
  /** `**` means any number of folders. */
  readonly recursive: boolean;
  /** `*` matches names that begin with a dot, and `**` means folders only, as in `pathlib`. */
  readonly hidden?: true;
}

/** `glob.glob`: the paths that match, as the pattern begins them. */
export function* globPaths(pattern: string, options: GlobOptions): Generator<string> {
  const [folder, name] = splitPath(pattern);
  if (!hasMagic(pattern)) {
    if (name === '' ? isFolder(folder) : lookAt(pattern) !== null) yield pattern;
    return;
  }
  const folders =
    folder !== '' && folder !== pattern && hasMagic(folder) ? globPaths(folder, options) : [folder];
  for (const each of folders) {
    if (options.recursive && name === '**') yield* everythingBelow(each, options);
    else yield* namesMatching(each, name, options);
  }
}

function* namesMatching(folder: string, name: string, options: GlobOptions): Generator<string> {
  if (!hasMagic(name)) {
    const path = joinTwo(folder, name);
    if (name === '' ? isFolder(folder) : lookAt(path) !== null) yield path;
    return;
  }
  const matches = nameTest(name);
  for (const each of namesOrNone(folder)) {
    const isMeant = options.hidden || isHidden(name) || !isHidden(each);
    if (isMeant && matches(each)) yield joinTwo(folder, each);
  }
}

/** `**`: the folder itself, written with a slash, and all that lies below it and is not hidden. */
function* everythingBelow(folder: string, options: GlobOptions): Generator<string> {
  if (folder === '') yield '';
  else if (isFolder(folder)) yield joinTwo(folder, '');
  yield* below(folder, options);
}

function* below(folder: string, options: GlobOptions): Generator<string> {
  for (const name of namesOrNone(folder)) {
    if (isHidden(name) && !options.hidden) continue;
    const path = joinTwo(folder, name);
    const isInside = isFolder(path);
    if (isInside || !options.hidden) yield path;
    if (isInside) yield* below(path, options);
  }
}
