/** The disk for programs on Node. Only reads, and only files and folders: a device or a pipe would never end. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { FileProblem, FileStat } from '../interpreter/workspace.ts';
import type { Disk, RealPath } from './documentWorkspace.ts';

const isWindows = sep === '\\';

/** `/c:/a` is `c:\\a` on Windows. */
const nativePath = (path: string): string => (isWindows ? path.replace(/^\/(?=[a-z]:)/i, '') : path);
const slashedPath = (path: string): string =>
  isWindows ? `/${path.split(sep).join('/')}`.replace(/^\/\//, '/') : path;

const problems: Readonly<Record<string, FileProblem>> = {
  ENOENT: 'missing',
  ENOTDIR: 'notFolder',
  EISDIR: 'isFolder',
  EACCES: 'denied',
  EPERM: 'denied',
};

/** What `ask` gives, or why the system refuses. */
function attempt<T>(ask: () => T): T | FileProblem {
  try {
    return ask();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return problems[code] ?? 'unreadable';
  }
}

export const nodeDisk: Disk = {
  resolve: (path) => attempt((): RealPath => ({ path: slashedPath(realpathSync(nativePath(path))) })),
  stat: ({ path }) =>
    attempt((): FileStat | FileProblem => {
      const stats = statSync(nativePath(path));
      if (!stats.isFile() && !stats.isDirectory()) return 'unreadable';
      const kind = stats.isFile() ? 'file' : 'folder';
      return { kind, byteLength: stats.size, modifiedMs: stats.mtimeMs };
    }),
  read: ({ path }) =>
    attempt((): Uint8Array | FileProblem => {
      const stats = statSync(nativePath(path));
      if (stats.isDirectory()) return 'isFolder';
      return stats.isFile() ? new Uint8Array(readFileSync(nativePath(path))) : 'unreadable';
    }),
  list: ({ path }) => attempt(() => readdirSync(nativePath(path))),
};
