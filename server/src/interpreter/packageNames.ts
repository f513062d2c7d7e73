/** Names of modules as the code of a package sees them. */
import { exceptionType, raise } from './exceptions.ts';
import type { Value } from './values.ts';

/** The package in which the code with these globals stands; '' for none. */
export function packageOf(globals: ReadonlyMap<string, Value>): string {
  const named = globals.get('__package__');
  return typeof named === 'string' ? named : '';
}

/** The full name of what `level` dots and `name` mean; raises ImportError. */
export function resolveRelative(
  name: string,
  level: number,
  globals: ReadonlyMap<string, Value>,
  python: 2 | 3,
): string {
  const parts = packageOf(globals).split('.');
  if (parts[0] === '') {
    if (python === 2) raise(exceptionType('ValueError'), 'Attempted relative import in non-package');
    raise(exceptionType('ImportError'), 'attempted relative import with no known parent package');
  }
  if (level > parts.length) {
    if (python === 2) raise(exceptionType('ValueError'), 'Attempted relative import beyond toplevel package');
    raise(exceptionType('ImportError'), 'attempted relative import beyond top-level package');
  }
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return name === '' ? base : `${base}.${name}`;
}
