/**
 * Files of a workspace as this room sees them: names with slashes, absolute, that somebody else can read. They may be
 * paths or addresses (URIs): nothing here depends on which, as long as all come from the same side.
 */

export interface WorkspaceFiles {
  /**
   * The text of a file; null for what is not there, is not text, is too large, or lies outside of the folder `root` once
   * links are followed. The same text is the same string as long as the file has not changed.
   */
  read(path: string, root: string): string | null;
  /** The names of what is in a folder; empty where that can not be seen. */
  names(folder: string): readonly string[];
}

/** The folder of a file or folder; null at the top. */
export function folderOf(path: string): string | null {
  const at = path.lastIndexOf('/');
  if (at < 0) return null;
  const folder = path.slice(0, at);
  // The top keeps its slash: `/`, `file:///`.
  const found = folder === '' || folder.endsWith('/') ? `${folder}/` : folder;
  return found === path ? null : found;
}

/** A name in a folder, written as addresses write it when the folder is one. */
export function inFolder(folder: string, name: string): string {
  const written = isAddress(folder) ? encodeURIComponent(name) : name;
  return folder.endsWith('/') ? folder + written : `${folder}/${written}`;
}

/** True for the folder itself and for everything below it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** What comes after the folder, as people write it; null for what is not below it. */
export function relativeTo(folder: string, path: string): string | null {
  if (path === folder || !isWithin(path, folder)) return null;
  const relative = path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  return isAddress(folder) ? decoded(relative) : relative;
}

const isAddress = (path: string): boolean => /^[a-z][\w+.-]*:\/\//i.test(path);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that stands for itself.
    return text;
  }
}

/** The folder of the file, then those above it up to `root`. */
export function foldersUpTo(root: string, path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== null && isWithin(folder, root); folder = folderOf(folder))
    folders.push(folder);
  return folders;
}

/** The innermost of the roots that holds the file; a file outside of all of them has its own folder. */
export function rootOf(path: string, roots: readonly string[]): string {
  const holding = roots.filter((root) => isWithin(path, root));
  return holding.sort((a, b) => b.length - a.length)[0] ?? folderOf(path) ?? path;
}

/** The same files; what is asked for is added to `asked`: paths of files, and folders with a slash at their end. */
export function watched(files: WorkspaceFiles, asked: Set<string>): WorkspaceFiles {
  return {
    read(path, root) {
      asked.add(path);
      return files.read(path, root);
    },
    names(folder) {
      asked.add(`${folder}/`);
      return files.names(folder);
    },
  };
}
