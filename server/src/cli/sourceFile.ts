/** Reads a Python file or a notebook as text, with Python's rules for encodings. Every failure is one sentence. */
import { readFileSync } from 'node:fs';
import { type Notebook, readNotebook } from '../python/notebook.ts';

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
  if (!(bytes instanceof Uint8Array)) return bytes;
  const decoded = decode(bytes);
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

/** UTF-8, or the encoding that a comment in the first two lines names (PEP 263); null for what is not text. */
function decode(bytes: Uint8Array): string | null {
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
