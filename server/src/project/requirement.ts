/** One line that asks for a package: `pytensor[numba] >=2.18, <3 ; python_version > "3.9"  # why`. */

import type { LibraryVersion } from '../analysis/analysisContext.ts';
import { t } from '../base/l10n.ts';
import { shortened } from '../base/shortened.ts';
import { distributions } from './releases.ts';
import { assumedRelease, type SpecifierStyle } from './specifiers.ts';

/** A package that holds one of the libraries, as a file asks for it. */
export interface Requirement {
  /** Normalised: lower case, `-` between words. */
  readonly name: string;
  /** What follows the name and its extras, without markers. */
  readonly specifier: string;
  readonly style: SpecifierStyle;
}

const longestReason = 80;

/** Reads a requirement; null for other packages and for what is none. */
export function requirementOf(line: string, style: SpecifierStyle): Requirement | null {
  const match = /^\s*(?:[\w-]+::)?([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/.exec(line);
  if (match === null) return null;
  const [, name = '', rest = ''] = match;
  const specifier = rest
    .replace(/[;#].*$/, '')
    .replace(/\s--?\w.*$/, '')
    .replace(/^\((.*)\)\s*$/, '$1');
  return namedRequirement(name, specifier, style);
}

/** A requirement whose name and specifier stand apart, as keys and values of a table. */
export function namedRequirement(name: string, specifier: string, style: SpecifierStyle): Requirement | null {
  const normalized = name.toLowerCase().replaceAll(/[-_.]+/g, '-');
  return distributions.has(normalized) ? { name: normalized, specifier: specifier.trim(), style } : null;
}

/** The release that a requirement asks for, together with the constraints on the same package; null when it names none. */
export function requiredVersion(
  requirement: Requirement,
  place: string,
  constraints: readonly Requirement[] = [],
): LibraryVersion | null {
  const distribution = distributions.get(requirement.name);
  if (distribution === undefined) return null;
  const { library, releases } = distribution;
  const same = constraints.filter(({ name }) => name === requirement.name).map(({ specifier }) => specifier);
  const all = [requirement.specifier, ...same].filter((text) => text !== '').join(',');
  const version =
    assumedRelease(all, requirement.style, releases) ??
    assumedRelease(requirement.specifier, requirement.style, releases);
  if (version === null) return null;
  const words = /^[\w*]/.test(all) ? `${requirement.name} ${all}` : `${requirement.name}${all}`;
  return {
    library,
    version,
    reason: t('{0} says {1}', place, shortened(words.replaceAll(/\s+/g, ' '), longestReason)),
  };
}
