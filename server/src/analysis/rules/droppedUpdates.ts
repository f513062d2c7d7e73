/**
 * dropped-updates: the step updates shared variables, a function is compiled from the scan, and the updates reach
 * nothing. Reports only what the facts prove; the page is docs/rules/dropped-updates.md.
 */
import type { ScanFact, UpdateFact } from '../facts.ts';
import type { Finding, RelatedSpan } from './findings.ts';

/** The finding for one scan; null when its updates are not proven to be dropped. */
export function checkDroppedUpdates(scan: ScanFact): Omit<Finding, 'rule' | 'level'> | null {
  const { dropped } = scan;
  if (dropped === null) return null;
  return {
    span: scan.callee,
    message: messageFor(scan, dropped.variables),
    related: [...dropped.variables.map(entryOf), ...dropped.functions.map(functionOf)],
  };
}

function messageFor(scan: ScanFact, variables: readonly UpdateFact[]): string {
  const names = listOf(variables.map((variable) => `\`${variable.name}\``));
  const keeps = variables.length === 1 ? 'keeps its value' : 'keep their values';
  return `${names} ${keeps}: the updates of this ${scan.kind} reach no compiled function. ${remedy(scan)}`;
}

function remedy(scan: ScanFact): string {
  const name = scan.updatesName === null || scan.updatesName === '_' ? null : scan.updatesName;
  if (scan.dropped?.functions.some((use) => use.hasUpdates) === true) {
    const what = name === null ? `what ${scan.kind} returns second` : `\`${name}\``;
    return `Add ${what} to the updates that the function has.`;
  }
  if (name !== null) return `Pass them: \`${scan.library}.function(..., updates=${name})\`.`;
  return `Keep what ${scan.kind} returns second and pass it: \`${scan.library}.function(..., updates=updates)\`.`;
}

/** At most three names. */
function listOf(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const entryOf = (variable: UpdateFact): RelatedSpan => ({
  span: variable.entry,
  message: `The step updates \`${variable.name}\` here.`,
});

const functionOf = (use: { readonly callee: RelatedSpan['span'] }): RelatedSpan => ({
  span: use.callee,
  message: 'This function uses the scan without its updates.',
});
