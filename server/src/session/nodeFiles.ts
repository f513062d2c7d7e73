/**
 * Reads the files of a workspace on Node for whoever only looks at them: what is large, no text, or outside of the workspace counts
 * as not there. A text is kept until its file changes.
 */
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';

/** A module that somebody imports is smaller; what is larger was generated. */
const mostBytes = 1024 * 1024;
/** Texts that are kept. */
const mostKept = 1000;

interface KeptText {
  readonly mtimeMs: number;
  readonly size: number;
  readonly text: string | null;
}

export class NodeFiles {
  readonly #pathOf: (name: string) => string | null;
  readonly #kept = new Map<string, KeptText>();

  /** `pathOf` gives the path behind a name, for those who use addresses; null for what is no local file. */
  constructor(pathOf: (name: string) => string | null = (name) => name) {
    this.#pathOf = pathOf;
  }

  /** The text of a file inside of `root`, links followed; the same string as long as the file is the same. */
  read(name: string, root: string): string | null {
    const path = this.#pathOf(name);
    const stats = path === null ? null : statsOf(path);
    if (path === null || stats === null || !stats.isFile() || stats.size > mostBytes) return null;
    const key = `${root}\n${name}`;
    const { mtimeMs, size } = stats;
    const known = this.#kept.get(key);
    if (known !== undefined && known.mtimeMs === mtimeMs && known.size === size) return known.text;
    const text = this.#isInside(path, root) ? readText(path) : null;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, { mtimeMs, size, text });
    return text;
  }

  /** The names of what is in a folder. */
  names(folder: string): readonly string[] {
    const path = this.#pathOf(folder);
    try {
      return path === null ? [] : readdirSync(path);
    } catch {
      return [];
    }
  }

  #isInside(path: string, root: string): boolean {
    const rootPath = this.#pathOf(root);
    if (rootPath === null) return false;
    try {
      const real = realpathSync(rootPath);
      return realpathSync(path).startsWith(real.endsWith(sep) ? real : real + sep);
    } catch {
      return false;
    }
  }
}

/** Null for what is not there, or may not be looked at. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return decodePython(readFileSync(path));
  } catch {
    return null;
  }
}

/** UTF-8, or the encoding that a comment in the first two lines names (PEP 263); null for what is not text. */
export function decodePython(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).split(/\r\n|[\r\n]/, 2);
  const named = head.map((line) => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1]).find(Boolean);
  try {
    return new TextDecoder(encodingLabel(named ?? 'utf-8'), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Python's names for encodings that the decoder knows under another. */
function encodingLabel(name: string): string {
  const label = name.toLowerCase().replaceAll('_', '-');
  return label === 'latin-1' ? 'latin1' : label === 'utf8' ? 'utf-8' : label;
}
