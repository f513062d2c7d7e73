/** `os.path` on POSIX as functions of texts, after CPython's `posixpath`. Nothing here looks at files. */

const head = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export function splitPath(path: string): readonly [head: string, tail: string] {
  const first = head(path);
  return [/^\/*$/.test(first) ? first : first.replace(/\/+$/, ''), path.slice(first.length)];
}

export function joinTwo(path: string, next: string): string {
  if (next.startsWith('/')) return next;
  return path === '' || path.endsWith('/') ? path + next : `${path}/${next}`;
}

/** The extension begins at the last dot of the last part, unless only dots come before it. */
export function splitExtension(path: string): readonly [root: string, extension: string] {
  const begin = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  if (dot <= begin || /^\.*$/.test(path.slice(begin, dot))) return [path, ''];
  return [path.slice(0, dot), path.slice(dot)];
}

export function normalPath(path: string): string {
  if (path === '') return '.';
  const slashes = !path.startsWith('/') ? '' : /^\/\/(?!\/)/.test(path) ? '//' : '/';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (slashes === '' && parts.length === 0) || parts.at(-1) === '..') parts.push(part);
    else parts.pop();
  }
  return slashes + parts.join('/') || '.';
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Both absolute. */
export function relativePath(path: string, start: string): string {
  const [from, to] = [partsOf(normalPath(start)), partsOf(normalPath(path))];
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}

/** null where some are absolute and some are not. */
export function commonPath(paths: readonly string[]): string | null {
  const isAbsolute = paths[0]!.startsWith('/');
  if (paths.some((path) => path.startsWith('/') !== isAbsolute)) return null;
  const all = paths.map((path) => partsOf(path).filter((part) => part !== '.'));
  const shared = all[0]!.findIndex((part, index) => all.some((parts) => parts[index] !== part));
  const common = shared < 0 ? all[0]! : all[0]!.slice(0, shared);
  return (isAbsolute ? '/' : '') + common.join('/');
}

/** Character by character. */
export function commonPrefix(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text[length] === first[length])) length++;
  return first.slice(0, length);
}
