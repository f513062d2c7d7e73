/** A library and a release as people write them in settings: `pytensor 2.36`, `theano 1.0.5, aesara==2.9`. */
import type { LibraryVersion } from '../analysis/analysisContext.ts';
import { newestVersions } from '../analysis/libraryVersions.ts';
import type { Library } from '../analysis/terms.ts';
import { plainVersion } from './specifiers.ts';

export interface VersionProblem {
  /** One sentence. */
  readonly problem: string;
  readonly part: 'library' | 'version';
}

const libraries = Object.keys(newestVersions) as readonly Library[];

/** Reads a list with commas. `says` is who wrote it, for people: `the settings say`. */
export function librariesWithVersions(
  text: string,
  says: string,
): { readonly versions: readonly LibraryVersion[] } | VersionProblem {
  const versions: LibraryVersion[] = [];
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const match = /^\s*([a-z]+)(?:\s*==\s*|\s+)(\S+)\s*$/i.exec(part);
    const found = libraryVersionOf(match?.[1] ?? part.trim(), match?.[2] ?? '', says);
    if ('problem' in found) return found;
    versions.push(found);
  }
  return { versions };
}

/** One library with one version. */
export function libraryVersionOf(name: string, text: string, says: string): LibraryVersion | VersionProblem {
  const library = libraries.find((known) => known === name.toLowerCase());
  const version = plainVersion(text.trim());
  if (library === undefined)
    return {
      problem: `A library is one of ${libraries.join(', ')}, as in "pytensor 2.36".`,
      part: 'library',
    };
  if (version === null) return { problem: 'A version is a text such as "2.36" or "1.0.5".', part: 'version' };
  return { library, version, reason: `${says} ${library} ${text.trim()}` };
}
