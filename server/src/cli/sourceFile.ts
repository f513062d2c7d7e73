/** Reads a Python file or a notebook as text, with Python's rules for encodings. Every failure is one sentence. */
import { readFileSync } from 'node:fs';
import { type Notebook, readNotebook } from '../python/notebook.ts';
import { decodePython } from '../session/nodeFiles.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Where the cells of a notebook lie in the text; null for a Python file. */
  readonly notebook: Notebook | null;
}

export interface SourceProblem {
  readonly problem: string;
}

/** Reads a file; `.ipynb` is a notebook, everything else is Python. */
export function readSourceFile(path: string): SourceFile | SourceProblem {
  const bytes = readBytes(path);
  return bytes instanceof Uint8Array ? sourceFileOf(path, bytes) : bytes;
}

/** The same for what was read already. */
export function sourceFileOf(path: string, bytes: Uint8Array): SourceFile | SourceProblem {
  const decoded = decodePython(bytes);
  if (decoded === null) return { problem: `${path} is not Python: it is not text.` };
  if (!path.toLowerCase().endsWith('.ipynb')) return { path, text: decoded, notebook: null };
  const notebook = readNotebook(decoded);
  if ('problem' in notebook) return { problem: `${path}: ${notebook.problem}` };
  return { path, text: notebook.text, notebook };
}

function readBytes(path: string): Uint8Array | SourceProblem {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return { problem: `${path} ${reasons[code] ?? `can not be read (${code}).`}` };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EISDIR: 'is a folder, not a file.',
  EACCES: 'may not be read.',
  EPERM: 'may not be read.',
  ENOTDIR: 'does not exist.',
};
