/** `glob` and `fnmatch`. */
import { defineModule } from '../../nativeModule.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { PyIterator, PyList, type PyModule, type Value } from '../../values.ts';
import { pathText } from './fileErrors.ts';
import { globPaths } from './folders.ts';
import { nameTest } from './patterns.ts';
import { translatePattern } from './patternTexts.ts';

/** The folder that `**` begins with is not among the results. */
function* paths(pattern: Value, recursive: Value | undefined): Generator<string> {
  const isRecursive = recursive !== undefined && isTrue(recursive);
  for (const path of globPaths(pathText(pattern), { recursive: isRecursive })) if (path !== '') yield path;
}

export const globModule = (): PyModule =>
  defineModule({
    name: 'glob',
    functions: {
      'glob(pathname, *, recursive?)': (pattern: Value, recursive?: Value) =>
        new PyList([...paths(pattern, recursive)]),
      'iglob(pathname, *, recursive?)': (pattern: Value, recursive?: Value) => {
        const found = paths(pattern, recursive);
        return new PyIterator('generator', () => found.next().value ?? undefined);
      },
      'escape(pathname)': (path: Value) => pathText(path).replace(/[*?[]/g, '[$&]'),
    },
    refused: '*',
  });

const matches = (name: Value, pattern: Value): boolean => nameTest(pathText(pattern))(pathText(name));

export const fnmatchModule = (): PyModule =>
  defineModule({
    name: 'fnmatch',
    functions: {
      'fnmatch(name, pat)': matches,
      'fnmatchcase(name, pat)': matches,
      'translate(pat)': (pattern: Value) => translatePattern(pathText(pattern)),
      'filter(names, pat)': (names: Value, pattern: Value) =>
        new PyList(toArray(names).filter((name) => matches(name, pattern))),
    },
    refused: '*',
  });
