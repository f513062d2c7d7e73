/**
 * Which file of the workspace an import means. An absolute name is looked for in the folder of the importing file and in those
 * above it up to the root, each with its `src/`; a relative one where its dots say. Nothing above the root is
 * looked at. Every part of a name is an identifier, so that no import leads into hidden folders or installed packages.
 */
import type { ModuleRequest } from '../analysis/analysisContext.ts';
import { folderOf, foldersUpTo, inFolder, isWithin } from './workspaceFiles.ts';

const identifier = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;
/** Parts of a dotted name; no real one comes near. */
const mostParts = 30;

/** The files that may hold the module, the likeliest first. */
export function moduleCandidates({ from, name, level }: ModuleRequest, root: string): readonly string[] {
  const parts = name === '' ? [] : name.split('.');
  if (parts.length > mostParts || !parts.every((part) => identifier.test(part))) return [];
  if (level > 0) {
    const folder = ancestor(from, level);
    return folder === null || !isWithin(folder, root) ? [] : filesOf(folder, parts);
  }
  if (parts.length === 0) return [];
  return searchFolders(from, root).flatMap((folder) => filesOf(folder, parts));
}

function ancestor(path: string, level: number): string | null {
  let folder: string | null = path;
  for (let count = 0; count < level && folder !== null; count++) folder = folderOf(folder);
  return folder;
}

function searchFolders(from: string, root: string): readonly string[] {
  const folders = foldersUpTo(root, from);
  return [...new Set(folders.flatMap((folder) => [folder, inFolder(folder, 'src')]))];
}

/** A package comes before a module of the same name, as in Python. */
function filesOf(folder: string, parts: readonly string[]): readonly string[] {
  const base = parts.reduce(inFolder, folder);
  const inPackage = inFolder(base, '__init__.py');
  return parts.length === 0 ? [inPackage] : [inPackage, `${base}.py`];
}
