/** Patterns of a command line: which of its words an action takes. The way is that of CPython 3.12's `argparse`. */
import { asInteger } from '../../../protocols/numbers.ts';
import type { Value } from '../../../values.ts';
import { PlainPattern } from '../regex/plainPattern.ts';
import { nargsWords, type PyAction } from './actions.ts';
import { suppress } from './namespace.ts';

/** A regular expression over `O` (an option), `A` (an argument) and `-` (the `--`). */
function patternOf(action: PyAction): string {
  const nargs = action.get('nargs');
  const pattern = patternOfCount(nargs);
  return action.isOption ? pattern.replaceAll('-*', '').replaceAll('-', '') : pattern;
}

function patternOfCount(nargs: Value): string {
  switch (nargs) {
    case null:
      return '(-*A-*)';
    case nargsWords.optional:
      return '(-*A?-*)';
    case nargsWords.zeroOrMore:
      return '(-*[A-]*)';
    case nargsWords.oneOrMore:
      return '(-*A[A-]*)';
    case nargsWords.remainder:
      return '([-AO]*)';
    case nargsWords.parser:
      return '(-*A[-AO]*)';
    case suppress:
      return '(-*-*)';
  }
  const count = Number(asInteger(nargs) ?? 0);
  return `(-*${Array.from({ length: Math.min(count, 1000) }, () => 'A').join('-*')}-*)`;
}

/** How many words of the pattern an action takes; null where it does not match. */
export function matchOne(action: PyAction, pattern: string): number | null {
  const found = new PlainPattern(patternOf(action)).matchStart(pattern);
  return found ? found.groups[0]!.length : null;
}

/** How many words each of the first actions takes, of as many actions as match. */
export function matchSeveral(actions: readonly PyAction[], pattern: string): number[] {
  for (let count = actions.length; count > 0; count--) {
    const expression = actions.slice(0, count).map(patternOf).join('');
    const found = new PlainPattern(expression).matchStart(pattern);
    if (found) return found.groups.map((group) => group!.length);
  }
  return [];
}

/** What is said where the number of words does not fit. */
export function countMessage(nargs: Value): string {
  if (nargs === null) return 'expected one argument';
  if (nargs === nargsWords.optional) return 'expected at most one argument';
  if (nargs === nargsWords.oneOrMore) return 'expected at least one argument';
  return `expected ${String(nargs)} argument${nargs === 1 ? '' : 's'}`;
}
