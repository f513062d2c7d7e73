/**
 * The files that a program may read, as the interpreter sees them: absolute paths with slashes, read at once, never written.
 * Where they come from (a disk, the texts of an editor) and what lies outside of the workspace is decided by whoever
 * injects it.
 */
import type { ParsedFile } from '../python/parsedFile.ts';

export interface FileStat {
  readonly kind: 'file' | 'folder';
  readonly byteLength: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

/**
 * Why something can not be read. `outside`: it lies outside of the workspace once links are followed; `unseen`: nobody here can
 * see it (in a browser, what is not open in the editor); `unreadable`: neither a file nor a folder, or not Python's text.
 */
export type FileProblem =
  | 'missing'
  | 'isFolder'
  | 'notFolder'
  | 'denied'
  | 'outside'
  | 'unseen'
  | 'unreadable';

export interface Workspace {
  /** Where relative paths start: the folder of the document. */
  readonly folder: string;
  /** `sys.path`: the folder of the document, then those above it up to its root, each with its `src`. */
  readonly searchPath: readonly string[];
  stat(path: string): FileStat | FileProblem;
  read(path: string): Uint8Array | FileProblem;
  /** The names of what is in a folder, in no order. */
  list(folder: string): readonly string[] | FileProblem;
  /** A Python file, parsed; the same value as long as its text is the same. */
  parse(path: string): ParsedFile | FileProblem;
}

/** True for what a question about a file answers when there is none. */
export const isProblem = <T>(answer: T | FileProblem): answer is FileProblem => typeof answer === 'string';

/** A path in a folder. */
export const joinPath = (folder: string, name: string): string =>
  folder.endsWith('/') ? folder + name : `${folder}/${name}`;
