/**
 * The files around a document, for its programs: what the editor has open, in front of what lies on the disk. Nothing
 * outside of the roots is ever read, also not through links. Without a disk (in a browser) the open documents are all
 * there is.
 */
import type { WorkspaceData } from '../../../protocol/src/evaluator.ts';
import { utf8 } from '../interpreter/utf8.ts';
import {
  type FileProblem,
  type FileStat,
  isProblem,
  joinPath,
  type Workspace,
} from '../interpreter/workspace.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { ParsedTexts } from '../python/parsedTexts.ts';
import { decodeSource } from './sourceText.ts';

/** What a place with files offers: paths are absolute, with slashes, as in the address of a file. */
export interface Disk {
  /** The path with its links followed. */
  resolve(path: string): RealPath | FileProblem;
  stat(path: RealPath): FileStat | FileProblem;
  read(path: RealPath): Uint8Array | FileProblem;
  list(folder: RealPath): readonly string[] | FileProblem;
}

/** A path without links. */
export interface RealPath {
  readonly path: string;
}

export interface WorkspaceParts {
  /** The address of the document. */
  readonly uri: string;
  readonly data: WorkspaceData;
  /** null where programs see only what is open. */
  readonly disk: Disk | null;
  readonly sources: ParsedTexts;
}

/** Larger files of Python were not written by people. */
const longestSource = 4 * 1024 * 1024;

/** The workspace of a document; null for one that has no place. */
export function createWorkspace(parts: WorkspaceParts): Workspace | null {
  const path = pathOfAddress(parts.uri);
  const roots = parts.data.roots.flatMap((root) => pathOfAddress(root) ?? []);
  const folder = path === null ? roots[0] : folderOf(path);
  return folder === undefined ? null : new DocumentWorkspace(folder, roots, parts);
}

class DocumentWorkspace implements Workspace {
  readonly folder: string;
  readonly searchPath: readonly string[];
  readonly #sources: ParsedTexts;
  readonly #disk: Disk | null;
  /** With their links followed. */
  readonly #roots: readonly string[];
  /** What the editor has open, by path. */
  readonly #texts: ReadonlyMap<string, string>;

  constructor(folder: string, given: readonly string[], { data, disk, sources }: WorkspaceParts) {
    this.folder = folder;
    this.#sources = sources;
    this.#disk = disk;
    const holding = given.filter((root) => isWithin(folder, root)).sort((a, b) => b.length - a.length);
    const roots = holding.length > 0 ? given : [folder, ...given];
    this.searchPath = searchPath(folder, holding[0] ?? folder);
    this.#roots = roots.map((root) => {
      const real = disk?.resolve(root) ?? 'unseen';
      return isProblem(real) ? root : real.path;
    });
    this.#texts = new Map(
      data.texts.flatMap(({ uri, text }) => {
        const path = pathOfAddress(uri);
        return path === null ? [] : [[path, text] as const];
      }),
    );
  }

  stat(path: string): FileStat | FileProblem {
    const text = this.#texts.get(normalizedPath(path));
    if (text !== undefined) return { kind: 'file', byteLength: utf8(text).length, modifiedMs: 0 };
    if (this.#disk === null) return this.#statOpen(normalizedPath(path));
    return this.#ask(path, this.#disk, this.#disk.stat);
  }

  read(path: string): Uint8Array | FileProblem {
    const text = this.#texts.get(normalizedPath(path));
    if (text !== undefined) return Uint8Array.from(utf8(text));
    return this.#disk === null ? 'unseen' : this.#ask(path, this.#disk, this.#disk.read);
  }

  list(path: string): readonly string[] | FileProblem {
    return this.#disk === null ? 'unseen' : this.#ask(path, this.#disk, this.#disk.list);
  }

  parse(path: string): ParsedFile | FileProblem {
    const open = this.#texts.get(normalizedPath(path));
    if (open !== undefined) return this.#sources.of(path, open);
    const stat = this.stat(path);
    if (isProblem(stat)) return stat;
    if (stat.byteLength > longestSource) return 'unreadable';
    const bytes = this.read(path);
    if (isProblem(bytes)) return bytes;
    const text = decodeSource(bytes);
    return text === null ? 'unreadable' : this.#sources.of(path, text);
  }

  /** Asks the disk about what lies inside of the roots. */
  #ask<T>(path: string, disk: Disk, question: (real: RealPath) => T | FileProblem): T | FileProblem {
    const real = disk.resolve(path);
    if (!isProblem(real)) return this.#holds(real.path) ? question.call(disk, real) : 'outside';
    return this.#mayTell(path, disk) ? real : 'outside';
  }

  /** Whether what can not be resolved would be inside: trying names must not tell what there is elsewhere. */
  #mayTell(path: string, disk: Disk): boolean {
    for (let folder = folderOf(normalizedPath(path)); ; folder = folderOf(folder)) {
      const real = disk.resolve(folder);
      if (!isProblem(real)) return this.#holds(real.path);
      if (folder === '/') return false;
    }
  }

  #holds(path: string): boolean {
    return this.#roots.some((root) => isWithin(path, root));
  }

  /** Without a disk there are the folders of what is open, and nobody knows what else. */
  #statOpen(path: string): FileStat | FileProblem {
    const isFolder = [...this.#texts.keys(), this.folder].some((open) => isWithin(open, path));
    return isFolder ? { kind: 'folder', byteLength: 0, modifiedMs: 0 } : 'unseen';
  }
}

/** The folder of the document, then those above it up to its root, each with its `src`. */
function searchPath(folder: string, root: string): readonly string[] {
  const folders = [folder];
  for (let above = folder; above !== root && above !== '/'; ) {
    above = folderOf(above);
    folders.push(above);
  }
  return [...new Set(folders.flatMap((each) => [each, joinPath(each, 'src')]))];
}

/** The path in an address, readable; null for an address without a place. */
export function pathOfAddress(uri: string): string | null {
  const path = /^[a-z][\w+.-]*:\/\/[^/]*(\/[^?#]*)/i.exec(uri)?.[1];
  if (path === undefined) return null;
  try {
    return normalizedPath(decodeURIComponent(path));
  } catch {
    return normalizedPath(path);
  }
}

/** Without `.`, `..` and double slashes; no link is followed. */
function normalizedPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
