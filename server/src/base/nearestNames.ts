/** Which of some names was meant by a mistyped one. */

/** The names that differ in few letters, the nearest first; none when all are something else. */
import { t } from './l10n.ts';
export function nearestNames(typed: string, names: Iterable<string>): readonly string[] {
  const most = Math.max(1, Math.floor(typed.length / 3));
  // What is that much longer than every name resembles none, and measuring it would take long.
  if (typed.length > 100) return [];
  return [...names]
    .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** `; did you mean x?`, or ''. */
export function suggestion(typed: string, names: Iterable<string>): string {
  const [nearest] = nearestNames(typed, names);
  return nearest === undefined ? '' : t('; did you mean {0}?', nearest);
}

/** Insertions, deletions and replacements between two words (Wagner and Fischer). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
