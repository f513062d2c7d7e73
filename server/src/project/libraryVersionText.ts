/** A library and a release as people write them in settings: `pytensor 2.36`, `theano 1.0.5, aesara==2.9`. */

import type { LibraryVersion } from '../analysis/analysisContext.ts';
import { newestVersions } from '../analysis/libraryVersions.ts';
import type { Library } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import { plainVersion } from './specifiers.ts';

export interface VersionProblem {
  /** One sentence. */
  readonly problem: string;
  readonly part: 'library' | 'version';
}

const libraries = Object.keys(newestVersions) as readonly Library[];

/** Reads a list with commas. `source` is where it is written, for people: `the command line`. */
export function librariesWithVersions(
  text: string,
  source: string,
): { readonly versions: readonly LibraryVersion[] } | VersionProblem {
  const versions: LibraryVersion[] = [];
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const match = /^\s*([a-z]+)(?:\s*==\s*|\s+)(\S+)\s*$/i.exec(part);
    const found = libraryVersionOf(match?.[1] ?? part.trim(), match?.[2] ?? '', source);
    if ('problem' in found) return found;
    versions.push(found);
  }
  return { versions };
}

/** One library with one version. */
export function libraryVersionOf(
  name: string,
  text: string,
  source: string,
): LibraryVersion | VersionProblem {
  const library = libraries.find((known) => known === name.toLowerCase());
  const version = plainVersion(text.trim());
  if (library === undefined)
    return {
      problem: t('A library is one of {0}, as in "pytensor 2.36".', libraries.join(', ')),
      part: 'library',
    };
  if (version === null)
    return { problem: t('A version is a text such as "2.36" or "1.0.5".'), part: 'version' };
  return { library, version, reason: t('{0} says {1}', source, `${library} ${text.trim()}`) };
}
