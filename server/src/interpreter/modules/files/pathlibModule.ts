/** `pathlib` on POSIX: paths as values, and what a `Path` reads inside of the workspace. After CPython 3.12. */
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { holds } from '../../protocols/comparison.ts';
import { hash } from '../../protocols/hashing.ts';
import { sequenceIndex, sliceWindow, takeWindow } from '../../protocols/items.ts';
import { quote, repr } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import {
  list,
  NotImplemented,
  PyBytes,
  PyIterator,
  type PyModule,
  PyObject,
  PySlice,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { absolutePath, pathText, workspace } from './fileErrors.ts';
import { globPaths, isFolder, lookAt, namesIn } from './folders.ts';
import { openFile, openText, readFile } from './openFile.ts';
import { absolute, statResult } from './osModule.ts';
import { nameTest } from './patterns.ts';
import { joinTwo } from './posixPaths.ts';

/** `root` is '/', '//' or ''. */
class PyPath extends PyObject {
  readonly root: string;
  readonly names: readonly string[];
  constructor(cls: PyType, root: string, names: readonly string[]) {
    super();
    this.cls = cls;
    this.root = root;
    this.names = names;
  }

  get text(): string {
    return this.root + this.names.join('/') || '.';
  }

  get name(): string {
    return this.names.at(-1) ?? '';
  }

  /** A path of the same class. */
  with(root: string, names: readonly string[]): PyPath {
    return new PyPath(typeOf(this), root, names);
  }
}

function pathOf(cls: PyType, segments: readonly Value[]): PyPath {
  const text = segments.map(segmentText).reduce(joinTwo, '');
  const root = /^\/\/(?!\/)/.test(text) ? '//' : text.startsWith('/') ? '/' : '';
  return new PyPath(
    cls,
    root,
    text.split('/').filter((part) => part !== '' && part !== '.'),
  );
}

const segmentRefusal = (type: string): string =>
  `argument should be a str or an os.PathLike object where __fspath__ returns a str, not '${type}'`;

function segmentText(segment: Value): string {
  if (segment instanceof PyPath) return segment.text;
  return pathText(segment, segmentRefusal);
}

const joined = (self: PyPath, segments: readonly Value[]): PyPath =>
  pathOf(typeOf(self), [self, ...segments]);

const parentOf = (self: PyPath): PyPath =>
  self.names.length === 0 ? self : self.with(self.root, self.names.slice(0, -1));

/** The stem and the suffix of a name: the dot is neither its first nor its last character. */
function splitName(name: string): readonly [stem: string, suffix: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot < name.length - 1 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}

function withName(self: PyPath, name: string): PyPath {
  if (self.name === '') raiseValueError(`${repr(self)} has an empty name`);
  if (name === '' || name === '.' || name.includes('/')) raiseValueError(`Invalid name ${quote(name)}`);
  return self.with(self.root, [...self.names.slice(0, -1), name]);
}

function withSuffix(self: PyPath, suffix: Value): PyPath {
  const text = pathText(suffix);
  if (text.includes('/') || (text !== '' && !text.startsWith('.')) || text === '.') {
    raiseValueError(`Invalid suffix ${quote(text)}`);
  }
  if (self.name === '') raiseValueError(`${repr(self)} has an empty name`);
  return withName(self, splitName(self.name)[0] + text);
}

function parentsOf(self: PyPath): PyPath[] {
  return self.names.map((_, index) =>
    self.with(self.root, self.names.slice(0, self.names.length - 1 - index)),
  );
}

const startsWith = (self: PyPath, other: PyPath): boolean =>
  self.root === other.root && other.names.every((name, index) => self.names[index] === name);

function relativeTo(self: PyPath, other: PyPath): PyPath {
  if (!startsWith(self, other)) {
    raiseValueError(`${quote(self.text)} is not in the subpath of ${quote(other.text)}`);
  }
  return self.with('', self.names.slice(other.names.length));
}

/** The pattern is matched from the right. */
function matchPath(self: PyPath, pattern: PyPath): boolean {
  const { names } = pattern;
  if (names.length === 0 && pattern.root === '') raiseValueError('empty pattern');
  if (names.length > self.names.length) return false;
  if (pattern.root !== '' && (self.root === '' || names.length !== self.names.length)) return false;
  const tail = self.names.slice(self.names.length - names.length);
  return names.every((name, index) => nameTest(name)(tail[index]!));
}

/** The parents of a path, as a sequence. */
class PyParents extends PyObject {
  readonly path: PyPath;
  constructor(path: PyPath) {
    super();
    this.path = path;
  }
}

defineType<PyParents>({
  name: '_PathParents',
  module: 'pathlib',
  class: PyParents,
  length: ({ path }) => path.names.length,
  iterate: ({ path }) => {
    const all = parentsOf(path).values();
    return () => all.next().value;
  },
  getItem: ({ path }, index) => {
    const all = parentsOf(path);
    if (index instanceof PySlice) return new PyTuple(takeWindow(all, sliceWindow(index, all.length)));
    return all[sequenceIndex(index, all.length, 'tuple')]!;
  },
  repr: ({ path }) => `<${typeOf(path).name}.parents>`,
});

const purePathType: PyType = defineType<PyPath>({
  name: 'PurePath',
  module: 'pathlib',
  class: PyPath,
  create: (cls, segments) => pathOf(classOfPaths(cls), segments),
  constants: { __subclassable__: true },
  attributes: {
    name: (self) => self.name,
    stem: (self) => splitName(self.name)[0],
    suffix: (self) => splitName(self.name)[1],
    suffixes: (self) => {
      const name = self.name.replace(/^\.+/, '');
      return list(
        name.endsWith('.')
          ? []
          : name
              .split('.')
              .slice(1)
              .map((suffix) => `.${suffix}`),
      );
    },
    parent: parentOf,
    parents: (self) => new PyParents(self),
    parts: (self) => new PyTuple(self.root === '' ? self.names : [self.root, ...self.names]),
    root: (self) => self.root,
    drive: () => '',
    anchor: (self) => self.root,
  },
  methods: {
    'joinpath(*pathsegments)': (self: PyPath, segments: Value[]) => joined(self, segments),
    'with_name(name)': (self: PyPath, name: Value) => withName(self, pathText(name)),
    'with_stem(stem)': (self: PyPath, stem: Value) =>
      withName(self, pathText(stem) + splitName(self.name)[1]),
    'with_suffix(suffix)': withSuffix,
    'with_segments(*pathsegments)': (self: PyPath, segments: Value[]) => pathOf(typeOf(self), segments),
    'relative_to(other)': (self: PyPath, other: Value) => relativeTo(self, pathOf(typeOf(self), [other])),
    'is_relative_to(other)': (self: PyPath, other: Value) => startsWith(self, pathOf(typeOf(self), [other])),
    'is_absolute()': (self: PyPath) => self.root !== '',
    'is_reserved()': () => false,
    'match(path_pattern)': (self: PyPath, pattern: Value) => matchPath(self, pathOf(typeOf(self), [pattern])),
    'as_posix()': (self: PyPath) => self.text,
    'as_uri()': (self: PyPath) => {
      if (self.root === '') raiseValueError("relative path can't be expressed as a file URI");
      return `file://${self.root}${self.names.map(encodeURIComponent).join('/')}`;
    },
    '__fspath__()': (self: PyPath) => self.text,
  },
  binary: { '/': (self, other) => (isSegment(other) ? joined(self, [other]) : NotImplemented) },
  reflected: {
    '/': (self, other) => (isSegment(other) ? pathOf(typeOf(self), [other, self]) : NotImplemented),
  },
  compare: (self, operator, other) => {
    if (!(other instanceof PyPath)) return NotImplemented;
    const order = compareParts(self, other);
    return holds(operator, order);
  },
  hash: (self) => hash(self.text),
  str: (self) => self.text,
  repr: (self) => `${typeOf(self).name}(${quote(self.text)})`,
});

const isSegment = (value: Value): boolean => typeof value === 'string' || value instanceof PyPath;

/** As lists of names are ordered, and these as texts are. */
function compareParts(a: PyPath, b: PyPath): number {
  const [x, y] = [a, b].map(({ root, names }) => (root === '' ? names : [root, ...names]));
  for (let index = 0; index < Math.min(x!.length, y!.length); index++) {
    if (x![index] !== y![index]) return x![index]! < y![index]! ? -1 : 1;
  }
  return x!.length - y!.length;
}

const purePosixPathType: PyType = defineType<PyPath>({
  name: 'PurePosixPath',
  module: 'pathlib',
  bases: [purePathType],
});

// --------------------------------------------------------------------------------------------------------------- files

/** Everything that writes, moves or removes. */
const refusedMethods = [
  ...['write_text', 'write_bytes', 'mkdir', 'rmdir', 'unlink', 'rename', 'replace', 'touch', 'chmod'],
  ...['symlink_to', 'hardlink_to', 'owner', 'group', 'lchmod', 'expanduser', 'is_mount', 'readlink', 'lstat'],
];

const absolutePathOf = (self: PyPath): PyPath => pathOf(typeOf(self), [absolutePath(self.text, workspace())]);

function* inFolder(self: PyPath): Generator<Value> {
  for (const name of namesIn(self.text, self.text)) yield joined(self, [name]);
}

/** `glob` and `rglob`: hidden names count here, other than in the module `glob`. */
function* found(self: PyPath, pattern: Value): Generator<Value> {
  const text = pathText(pattern);
  if (text === '') raiseValueError(`Unacceptable pattern: ${quote(text)}`);
  if (text.startsWith('/')) notSupported('patterns that begin at the root');
  const begin = self.text === '.' ? '' : joinTwo(self.text, '');
  const seen = new Set<string>();
  for (const path of globPaths(begin.replace(/[*?[]/g, '[$&]') + text, { recursive: true, hidden: true })) {
    const made = pathOf(typeOf(self), [path === '' ? '.' : path]);
    if (!seen.has(made.text)) yield made;
    seen.add(made.text);
  }
}

const iterator = (values: Generator<Value>): PyIterator =>
  new PyIterator('generator', () => values.next().value ?? undefined);

const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

const pathType: PyType = defineType<PyPath>({
  name: 'Path',
  module: 'pathlib',
  bases: [purePathType],
  classMethods: {
    'cwd()': (cls: PyType) => pathOf(classOfPaths(cls), [workspace().folder]),
    'home()': () => notSupported('the home folder of a person'),
  },
  methods: {
    'exists()': (self: PyPath) => lookAt(self.text) !== null,
    'is_file()': (self: PyPath) => lookAt(self.text)?.kind === 'file',
    'is_dir()': (self: PyPath) => isFolder(self.text),
    'is_symlink()': () => false,
    'stat()': (self: PyPath) => statResult(self.text, self.text),
    'read_text(encoding?, errors?)': (self: PyPath, encoding?: Value, errors?: Value) => {
      const file = openText(self.text, 'r', {
        encoding: text(encoding),
        errors: text(errors),
        newline: null,
      });
      return file.reader.rest();
    },
    'read_bytes()': (self: PyPath) => new PyBytes(readFile(self.text, self.text)),
    'open(mode?, buffering?, encoding?, errors?, newline?)': (self: PyPath, ...rest: (Value | undefined)[]) =>
      openFile(self.text, ...rest),
    'iterdir()': (self: PyPath) => iterator(inFolder(self)),
    'glob(pattern)': (self: PyPath, pattern: Value) => iterator(found(self, pattern)),
    'rglob(pattern)': (self: PyPath, pattern: Value) => iterator(found(self, `**/${pathText(pattern)}`)),
    'absolute()': absolutePathOf,
    'resolve(strict?)': (self: PyPath) => pathOf(typeOf(self), [absolute(self.text)]),
    'samefile(other_path)': (self: PyPath, other: Value) => absolute(self.text) === absolute(pathText(other)),
    '__enter__()': (self: PyPath) => self,
  },
  getMissing: (_self, name) => (refusedMethods.includes(name) ? notSupported(`Path.${name}`) : undefined),
});

const posixPathType: PyType = defineType<PyPath>({
  name: 'PosixPath',
  module: 'pathlib',
  bases: [pathType, purePosixPathType],
});

/** `Path(…)` makes a `PosixPath`. */
function classOfPaths(cls: PyType): PyType {
  if (cls === pathType) return posixPathType;
  return cls === purePathType ? purePosixPathType : cls;
}

export const pathlibModule = (): PyModule =>
  defineModule({
    name: 'pathlib',
    values: {
      Path: pathType,
      PosixPath: posixPathType,
      PurePath: purePathType,
      PurePosixPath: purePosixPathType,
    },
    refused: '*',
  });
