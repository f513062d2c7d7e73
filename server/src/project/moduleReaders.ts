/**
 * Whether another file reads a variable of a module. Read from the text of the files nearby and nothing is parsed: what only
 * looks like it counts, too.
 */
import { folderOf, isWithin, type WorkspaceFiles } from './workspaceFiles.ts';

export interface ModulePlace {
  readonly path: string;
  readonly root: string;
  readonly files: WorkspaceFiles;
}

/** A folder with more files is a store of scripts. */
const mostFiles = 200;

/** True if a file beside the module at `path`, or in the folder above, imports it and names its `variable`. */
export function isReadNearby(variable: string, { path, root, files }: ModulePlace): boolean {
  const folder = folderOf(path);
  const module = folder === null ? null : moduleName(path, folder);
  if (folder === null || module === null) return false;
  const above = folderOf(folder);
  const folders = above !== null && isWithin(above, root) ? [folder, above] : [folder];
  return folders.some((place) =>
    pythonFiles(files.names(place)).some((name) => {
      const other = `${place}/${name}`;
      const text = other === path ? null : files.read(other, root);
      return text !== null && reads(text, module, variable);
    }),
  );
}

const pythonFiles = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name.endsWith('.py')).slice(0, mostFiles);

/** By what others import it; null for a name that nobody can import. */
function moduleName(path: string, folder: string): string | null {
  const file = path.slice(folder.length + 1);
  const name = file === '__init__.py' ? folder.slice(folder.lastIndexOf('/') + 1) : file.replace(/\.py$/, '');
  return /^[A-Za-z_]\w*$/.test(name) ? name : null;
}

function reads(text: string, module: string, variable: string): boolean {
  if (!text.includes(module) || !text.includes(variable)) return false;
  const name = new RegExp(String.raw`(?<!\w)${variable}(?!\w)`);
  const taken = new RegExp(
    String.raw`\bfrom[ \t]+[\w.]*\b${module}[ \t]+import[ \t]*(\([^)]*\)|[^\n]*)`,
    'g',
  );
  for (const [, names = ''] of text.matchAll(taken)) if (names.includes('*') || name.test(names)) return true;
  const isImported = new RegExp(String.raw`\bimport\b[^\n]*\b${module}\b`).test(text);
  return isImported && new RegExp(String.raw`\.[ \t]*${variable}(?!\w)`).test(text);
}
