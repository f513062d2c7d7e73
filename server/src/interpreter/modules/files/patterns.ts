/**
 * Patterns of file names (`*`, `?`, `[a-z]`) and what they match, after CPython's `fnmatch` and `glob`. A pattern is matched by
 * hand, star by star, so that no pattern of a program can take forever.
 */

type Part =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'one'; readonly matches: (character: string) => boolean };

/** True when a pattern matches anything but itself. */
export const hasMagic = (pattern: string): boolean => /[*?[]/.test(pattern);

/** A test of whole names. */
export function nameTest(pattern: string): (name: string) => boolean {
  const parts = parse([...pattern]);
  return (name) => matchAll(parts, [...name]);
}

function parse(pattern: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '*') parts.push({ kind: 'star' });
    else if (character === '?') parts.push({ kind: 'any' });
    else if (character === '[') {
      const end = setEnd(pattern, at);
      if (end < 0) parts.push(literal('['));
      else parts.push({ kind: 'one', matches: setTest(pattern.slice(at + 1, end)) });
      if (end > 0) at = end;
    } else parts.push(literal(character));
  }
  return parts;
}

const literal = (wanted: string): Part => ({ kind: 'one', matches: (character) => character === wanted });

/** Where `[` ends; a `]` right behind it is a member. */
function setEnd(pattern: readonly string[], begin: number): number {
  let at = begin + 1;
  if (pattern[at] === '!') at++;
  if (pattern[at] === ']') at++;
  while (at < pattern.length && pattern[at] !== ']') at++;
  return at < pattern.length ? at : -1;
}

function setTest(members: readonly string[]): (character: string) => boolean {
  const isNegated = members[0] === '!';
  const listed = isNegated ? members.slice(1) : members;
  const ranges: [string, string][] = [];
  for (let at = 0; at < listed.length; at++) {
    const isRange = listed[at + 1] === '-' && at + 2 < listed.length;
    ranges.push([listed[at]!, isRange ? listed[at + 2]! : listed[at]!]);
    if (isRange) at += 2;
  }
  const point = (character: string): number => character.codePointAt(0)!;
  return (character) =>
    ranges.some(([from, to]) => point(from) <= point(character) && point(character) <= point(to)) !==
    isNegated;
}

/** Goes back only to the latest star, so that the work is at most the product of both lengths. */
function matchAll(parts: readonly Part[], name: readonly string[]): boolean {
  let part = 0;
  let star = -1;
  let retry = 0;
  for (let at = 0; at < name.length; ) {
    const current = parts[part];
    if (current?.kind === 'star') {
      star = part++;
      retry = at;
    } else if (current?.kind === 'any' || (current?.kind === 'one' && current.matches(name[at]!))) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++retry;
    } else return false;
  }
  while (parts[part]?.kind === 'star') part++;
  return part === parts.length;
}
