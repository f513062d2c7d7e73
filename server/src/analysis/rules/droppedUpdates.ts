/**
 * dropped-updates: the step updates shared variables, a function is compiled from the scan, and the updates reach
 * nothing. Reports only what the facts prove; the page is docs/rules/dropped-updates.md.
 */
import type { UpdateFact } from '../facts.ts';
import type { RelatedSpan, Report } from './findings.ts';
import type { DroppedRule, DroppedSubject } from './rule.ts';

export const droppedUpdates: DroppedRule = {
  level: 'warning',
  summary: 'The updates of a scan reach no compiled function, so shared variables keep their values.',
  report: (subject): Report => ({
    span: subject.callee,
    message: messageFor(subject),
    related: [...subject.dropped.variables.map(entryOf), ...subject.dropped.functions.map(functionOf)],
  }),
};

function messageFor(subject: DroppedSubject): string {
  const { variables } = subject.dropped;
  const names = listOf(variables.map((variable) => `\`${variable.name}\``));
  const keeps = variables.length === 1 ? 'keeps its value' : 'keep their values';
  return `${names} ${keeps}: the updates of this ${subject.kind} reach no compiled function. ${remedy(subject)}`;
}

/** What to do, for scans whose function is compiled here. */
function remedy({ kind, library, updatesName, dropped }: DroppedSubject): string {
  const name = updatesName === null || updatesName === '_' ? null : updatesName;
  if (dropped.functions.some((use) => use.hasUpdates)) {
    const what = name === null ? `what ${kind} returns second` : `\`${name}\``;
    return `Add ${what} to the updates that the function has.`;
  }
  if (name !== null) return `Pass them: \`${library}.function(..., updates=${name})\`.`;
  return `Keep what ${kind} returns second and pass it: \`${library}.function(..., updates=updates)\`.`;
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
  ...(variable.entry.path === null ? {} : { path: variable.entry.path }),
});

const functionOf = (use: { readonly callee: RelatedSpan['span'] }): RelatedSpan => ({
  span: use.callee,
  message: 'This function uses the scan without its updates.',
});
