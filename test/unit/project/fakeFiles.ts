/** A workspace in memory, and what is read of it. */
import { type Project, readProject, rememberingParser } from '../../../server/src/project/project.ts';
import { relativeTo, type WorkspaceFiles } from '../../../server/src/project/workspaceFiles.ts';

/** Files by their paths below `root`. */
export function filesOf(texts: Readonly<Record<string, string>>, root = '/w'): WorkspaceFiles {
  const all = new Map(Object.entries(texts).map(([path, text]) => [`${root}/${path}`, text]));
  return {
    read: (path) => all.get(path) ?? null,
    names(folder) {
      const inside = [...all.keys()].flatMap((path) => relativeTo(folder, path) ?? []);
      return [...new Set(inside.map((path) => path.split('/')[0]!))];
    },
  };
}

/** The project of the file `at` in a workspace. */
export function projectOf(texts: Readonly<Record<string, string>>, at = 'a.py'): Project {
  const root = '/w';
  return readProject(`${root}/${at}`, { files: filesOf(texts, root), root, parse: rememberingParser() });
}

/** What a workspace says about PyTensor: `2.38.3 · requirements.txt says pytensor<3`; null when nothing. */
export function pytensorIn(texts: Readonly<Record<string, string>>, at = 'a.py'): string | null {
  const found = projectOf(texts, at).versions.get('pytensor');
  return found === undefined ? null : `${found.version.join('.')} · ${found.reason}`;
}
