/** What goes wrong with files, in Python's classes, numbers and words; and what is refused. */
import {
  exceptionType,
  notSupported,
  PythonException,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { callSpecial } from '../../protocols/calls.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { PyBytes, PyExceptionValue, PyType, PyUnicode, type Value } from '../../values.ts';
import { type FileProblem, type FileStat, joinPath, type Workspace } from '../../workspace.ts';

/** `io.UnsupportedOperation`. */
export const unsupportedOperation: PyType = (() => {
  const bases = [exceptionType('OSError'), exceptionType('ValueError')];
  const type = new PyType('UnsupportedOperation', bases, { module: 'io', isNative: true });
  const [osError, valueError] = bases;
  type.mro = [type, osError!, valueError!, ...osError!.mro.slice(1)];
  return type;
})();

interface Failure {
  readonly errno: number;
  readonly type: string;
  readonly text: string;
}

const failures: Readonly<Partial<Record<FileProblem, Failure>>> = {
  missing: { errno: 2, type: 'FileNotFoundError', text: 'No such file or directory' },
  denied: { errno: 13, type: 'PermissionError', text: 'Permission denied' },
  notFolder: { errno: 20, type: 'NotADirectoryError', text: 'Not a directory' },
  isFolder: { errno: 21, type: 'IsADirectoryError', text: 'Is a directory' },
};

/** Raises the OSError of a problem with a path, or refuses what ScanLens does not read. */
export function raiseFileProblem(problem: FileProblem, path: Value): never {
  const failure = failures[problem];
  if (failure === undefined) return refuse(problem, pathText(path));
  const name = pythonVersion() === 2 ? 'OSError' : failure.type;
  const error = new PyExceptionValue(exceptionType(name), [failure.errno, failure.text]);
  error.details = new Map([['filename', path]]);
  throw new PythonException(error);
}

function refuse(problem: FileProblem, path: string): never {
  if (problem === 'unseen') {
    return notSupported(
      `'${path}' can not be read here: without a disk, programs see only what is open in the editor`,
    );
  }
  if (problem === 'unreadable') return notSupported(`'${path}' is no file that ScanLens can read`);
  return notSupported(`'${path}' lies outside of the workspace, and ScanLens reads no files there`);
}

/** The workspace; refuses where there is none. */
export function workspace(): Workspace {
  return runtime().workspace ?? notSupported('this document has no folder, so there are no files to read');
}

/** What lies at the top of the disks of Unix systems. */
const usualRoots = new Set([
  ...[
    'Applications',
    'Library',
    'System',
    'Users',
    'Volumes',
    'bin',
    'boot',
    'cores',
    'data',
    'dev',
    'etc',
    'export',
  ],
  ...[
    'home',
    'host',
    'init',
    'lib',
    'lib32',
    'lib64',
    'libx32',
    'lost+found',
    'media',
    'mnt',
    'net',
    'nix',
    'opt',
  ],
  ...[
    'private',
    'proc',
    'root',
    'run',
    'sbin',
    'scratch',
    'snap',
    'srv',
    'sys',
    'tmp',
    'usr',
    'var',
    'work',
    '',
  ],
]);

/** The first folder of an absolute path; null for a relative one. */
const rootOf = (path: string): string | null => (path.startsWith('/') ? (path.split('/')[1] ?? '') : null);

/** True for a path that leads nowhere on any disk, such as `/no/such/file`: that nothing is there tells a program nothing. */
function isNowhere(path: string, folder: string | null): boolean {
  const root = rootOf(path);
  return (
    root !== null &&
    path.includes('/', 1) &&
    !usualRoots.has(root) &&
    (folder === null || rootOf(folder) !== root)
  );
}

/** What is at a path, relative to the folder of the document. */
export function statPath(path: string): FileStat | FileProblem {
  const files = runtime().workspace;
  if (path === '') return 'missing';
  if (isNowhere(path, files?.folder ?? null)) return 'missing';
  return workspace().stat(absolutePath(path, workspace()));
}

/** What `os.fspath` says of a value that is no path. */
const noPath = (type: string): string => `expected str, bytes or os.PathLike object, not ${type}`;

/** A path as text: `os.fspath`; `refusal` words the TypeError. */
export function pathText(value: Value, refusal = noPath): string {
  if (typeof value === 'string') return value;
  if (value instanceof PyUnicode) return value.value;
  if (value instanceof PyBytes) return notSupported('paths as bytes');
  if (typeof value === 'object' && value !== null) {
    const hook = lookupInType(typeOf(value), '__fspath__');
    if (hook !== undefined) return pathText(callSpecial(hook, value, []));
  }
  return raiseTypeError(refusal(typeOf(value).name));
}

/** The absolute path of what a program names; relative ones start in the folder of the document. */
export function absolutePath(path: string, { folder }: Workspace): string {
  if (path.includes('\0')) raiseValueError('embedded null byte');
  return path.startsWith('/') ? path : joinPath(folder, path);
}
