/**
 * The recorded programs: `programs/<interpreter>/<name>.py`, and beside each `<name>.out` with what the real interpreter
 * printed. Where the program ended by an exception the last line of its traceback follows, after a line `!>`.
 * `npm run record` writes the `.out` files; nobody else does.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which real interpreter a folder was recorded with. */
export interface RecordedFolder {
  readonly name: string;
  readonly python: 2 | 3;
  /** The NumPy that the programs use or would meet. */
  readonly numpy: 1 | 2;
  /** The environment variable that names the interpreter for `npm run record`. */
  readonly variable: string;
}

export const recordedFolders: readonly RecordedFolder[] = [
  { name: 'python3', python: 3, numpy: 2, variable: 'PYTHON3' },
  { name: 'python2', python: 2, numpy: 1, variable: 'PYTHON2' },
  { name: 'numpy1', python: 3, numpy: 1, variable: 'PYTHON_NUMPY1' },
  { name: 'numpy2', python: 3, numpy: 2, variable: 'PYTHON_NUMPY2' },
];

/** Programs that print something else here today, with the reason. One that prints the right thing has to leave the list. */
export const knownDifferences: Readonly<Record<string, string>> = {
  'python3/asyncioSimple': 'async functions are refused',
  'python3/operatorCopyHeap': '`operator.length_hint` of iterators of ours is refused',
  'python3/pathlibAndTempfiles': 'tempfile is refused: cells write no files',
  'python3/picklingAndRepr': 'pickle is refused',
  'python3/simpleTemplateEngine': 'exec is refused',
  'python3/unicodeText': 'names of characters are refused',
  'python2/addressBook': '`type` of an old-style class',
  'python2/exceptionsAndTrace': 'the exec statement is refused',
  'python2/matrixAndFiles': 'the exec statement is refused',
  'python2/unicodeAndBytes': '`unicode.isnumeric`',
  'numpy1/adagradRmsprop': 'the last digit of `np.linalg.cond`',
  'numpy1/lenetPooling': 'the last digit of float32 products in the order of BLAS',
  'numpy1/sharedCasts': 'arrays of objects are refused',
  'numpy2/fftSignal': 'the sign of a zero that is rounding noise of a transform',
  'numpy2/maskedPuzzles': '`np.ma` is refused',
};

export interface RecordedProgram {
  /** `python3/linkedList`. */
  readonly name: string;
  readonly folder: RecordedFolder;
  readonly path: string;
  readonly outputPath: string;
}

/** All programs, by folder and name. */
export function listRecordedPrograms(): RecordedProgram[] {
  return recordedFolders.flatMap((folder) => {
    const path = join(import.meta.dirname, 'programs', folder.name);
    const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.py')) : [];
    return names.sort().map((file) => {
      const stem = file.slice(0, -'.py'.length);
      return {
        name: `${folder.name}/${stem}`,
        folder,
        path: join(path, file),
        outputPath: join(path, `${stem}.out`),
      };
    });
  });
}

/** What a program did, as `.out` files hold it. `error`: the last line of the traceback. */
export const recordedText = (stdout: string, error: string | null): string =>
  error === null ? stdout : `${stdout}!>\n${error}\n`;

/** The last line of a traceback. */
export const errorLine = (traceback: string): string => traceback.trimEnd().split('\n').at(-1) ?? '';

export const readText = (path: string): string => readFileSync(path, 'utf8');
