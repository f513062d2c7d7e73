/** `os` and `os.path` as far as they only look: the program's own environment, paths, and files of the workspace. */
import { namespaceDict } from '../../containers.ts';
import { exceptionType, notSupported, raise, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { runtime } from '../../runtime.ts';
import { PyFloat, PyIterator, PyList, type PyModule, PyTuple, type Value } from '../../values.ts';
import { namedTuple } from '../standard/collections/namedTuple.ts';
import { absolutePath, pathText, workspace } from './fileErrors.ts';
import { isFolder, lookAt, namesIn, statOf } from './folders.ts';
import {
  commonPath,
  commonPrefix,
  joinTwo,
  normalPath,
  relativePath,
  splitExtension,
  splitPath,
} from './posixPaths.ts';

const pair = ([first, second]: readonly [string, string]): PyTuple => new PyTuple([first, second]);

/** `os.path.abspath`. */
export const absolute = (path: string): string => normalPath(absolutePath(path, workspace()));

/** `$NAME` and `${NAME}` from the program's own environment. */
function expandVariables(path: string): string {
  const { environment } = runtime();
  return path.replace(/\$(\w+|\{[^}]*\})/g, (written, name: string) => {
    const value = environment.get(name.startsWith('{') ? name.slice(1, -1) : name);
    return typeof value === 'string' ? value : written;
  });
}

const joinRefusal = (type: string): string =>
  `join() argument must be str, bytes, or os.PathLike object, not '${type}'`;

const joinPaths = (first: Value, rest: readonly Value[]): string =>
  [pathText(first), ...rest.map((path) => pathText(path, joinRefusal))].reduce(joinTwo);

function commonOf(paths: Value): string {
  const texts = toArray(paths).map((path) => pathText(path));
  if (texts.length === 0) raiseValueError('commonpath() arg is an empty sequence');
  return commonPath(texts) ?? raiseValueError("Can't mix absolute and relative paths");
}

const onText =
  (give: (path: string) => Value) =>
  (path: Value): Value =>
    give(pathText(path));

const statRefusal = (type: string): string =>
  `stat: path should be string, bytes, os.PathLike or integer, not ${type}`;

const whenThere =
  (give: (path: string) => Value) =>
  (path: Value): Value =>
    typeof path === 'number'
      ? notSupported('a number in place of a path')
      : give(pathText(path, statRefusal));

const pathModule = (): PyModule =>
  defineModule({
    name: 'posixpath',
    values: {
      sep: '/',
      curdir: '.',
      pardir: '..',
      extsep: '.',
      altsep: null,
      pathsep: ':',
      devnull: '/dev/null',
    },
    functions: {
      'join(a, *p)': joinPaths,
      'split(p)': onText((path) => pair(splitPath(path))),
      'splitext(p)': onText((path) => pair(splitExtension(path))),
      'splitdrive(p)': onText((path) => pair(['', path])),
      'basename(p)': onText((path) => splitPath(path)[1]),
      'dirname(p)': onText((path) => splitPath(path)[0]),
      'isabs(s)': onText((path) => path.startsWith('/')),
      'normpath(path)': onText(normalPath),
      'normcase(s)': onText((path) => path),
      'abspath(path)': onText(absolute),
      'realpath(filename, *, strict?)': onText(absolute),
      'relpath(path, start?)': (path: Value, start?: Value) => {
        const text = pathText(path);
        if (text === '') raiseValueError('no path specified');
        return relativePath(absolute(text), absolute(start === undefined ? '.' : pathText(start)));
      },
      'commonpath(paths)': commonOf,
      'commonprefix(m)': (paths: Value) => commonPrefix(toArray(paths).map((path) => pathText(path))),
      // Cells know no person, and where Python knows no home folder it leaves the path as it is.
      'expanduser(path)': onText((path) => path),
      'expandvars(path)': onText(expandVariables),
      'exists(path)': whenThere((path) => lookAt(path) !== null),
      'lexists(path)': whenThere((path) => lookAt(path) !== null),
      'isfile(path)': whenThere((path) => lookAt(path)?.kind === 'file'),
      'isdir(s)': whenThere(isFolder),
      'getsize(filename)': onText((path) => statOf(path).byteLength),
      'getmtime(filename)': onText((path) => new PyFloat(statOf(path).modifiedMs / 1000)),
      'samefile(f1, f2)': (a: Value, b: Value) => {
        statOf(pathText(a));
        statOf(pathText(b));
        return absolute(pathText(a)) === absolute(pathText(b));
      },
    },
    refused: '*',
  });

/** `os.walk`. A program may take names out of the list of folders to leave them out. */
function walk(top: string, options: { readonly topDown: boolean }): PyIterator {
  const visit = walkFolders(top, options);
  return new PyIterator('generator', () => {
    const step = visit.next();
    return step.done ? undefined : step.value;
  });
}

function* walkFolders(top: string, options: { readonly topDown: boolean }): Generator<Value, undefined> {
  runtime().checkpoint();
  if (!isFolder(top)) return undefined;
  const names = namesIn(top);
  const inside = names.filter((name) => isFolder(joinTwo(top, name)));
  const folders = new PyList([...inside]);
  const files = new PyList(names.filter((name) => !inside.includes(name)));
  const entry = new PyTuple([top, folders, files]);
  if (options.topDown) yield entry;
  for (const name of options.topDown ? folders.items : inside) {
    yield* walkFolders(joinTwo(top, pathText(name)), options);
  }
  if (!options.topDown) yield entry;
  return undefined;
}

/** `os.stat`, as far as a program here may know it. */
export const statResult = (path: string, name: Value): Value => {
  const { kind, byteLength, modifiedMs } = statOf(path, name);
  const type = namedTuple('stat_result', 'st_mode st_size st_mtime');
  return call(type, [kind === 'file' ? 0o100644 : 0o40755, byteLength, new PyFloat(modifiedMs / 1000)]);
};

/** Everything of `os` that changes something, or tells what a program here may not know, is refused by name. */
export const osModule = (): PyModule => {
  const environment = namespaceDict(runtime().environment as Map<string, Value>);
  return defineModule({
    name: 'os',
    values: {
      environ: environment,
      error: exceptionType('OSError'),
      sep: '/',
      linesep: '\n',
      pathsep: ':',
      curdir: '.',
      pardir: '..',
      extsep: '.',
      altsep: null,
      devnull: '/dev/null',
      name: 'posix',
      F_OK: 0,
      R_OK: 4,
      W_OK: 2,
      X_OK: 1,
    },
    functions: {
      'getenv(key, default?)': (key: Value, missing?: Value) => environment.table.get(key) ?? missing ?? null,
      'putenv(key, value)': (key: Value, value: Value) => {
        environment.table.set(key, value);
        return null;
      },
      'unsetenv(key)': (key: Value) => {
        environment.table.delete(key);
        return null;
      },
      'getcwd()': () => workspace().folder,
      'getcwdu()': () => workspace().folder,
      'fspath(path)': (path: Value) => pathText(path),
      'listdir(path?)': (path?: Value) => {
        const given = path === undefined || path === null ? '.' : path;
        return new PyList([...namesIn(pathText(given), given)]);
      },
      'walk(top, topdown?, onerror?, followlinks?)': (top: Value, topDown?: Value) =>
        walk(pathText(top), { topDown: topDown === undefined || isTrue(topDown) }),
      'stat(path)': (path: Value) => statResult(pathText(path), path),
      'access(path, mode)': (path: Value, mode: Value) => {
        if (typeof mode !== 'number') return raise(exceptionType('TypeError'), 'an integer is required');
        return lookAt(pathText(path)) !== null && (mode & 2) === 0;
      },
    },
    submodules: { path: pathModule() },
    refused: '*',
  });
};
