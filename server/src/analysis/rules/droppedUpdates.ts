/**
 * dropped-updates: the step updates shared variables, a function is compiled from the scan, and the updates reach
 * nothing. Reports only what the facts prove; the page is docs/rules/dropped-updates.md.
 */

import { consequenceOf, droppedPlaces, passThem } from './droppedWords.ts';
import type { Report } from './findings.ts';
import { related } from './phrases.ts';
import type { DroppedRule, DroppedSubject, WayOf } from './rule.ts';

export const droppedUpdates: DroppedRule<'noFunction' | 'caller'> = {
  level: 'warning',
  summary: 'The updates of a scan reach no compiled function, so shared variables keep their values.',
  report: droppedReport,
};

/** What is said where a function lacks the updates; draws differ only in what happens then. */
export function droppedReport(subject: DroppedSubject, way: WayOf<'noFunction' | 'caller'>): Report {
  const { callee, scan } = subject;
  const call = way.kind === 'caller' && scan === null ? [related(way.call, 'This call drops them.')] : [];
  const elsewhere = scan === null ? [] : [related(scan, 'This is the scan.')];
  return {
    span: callee,
    message: `${consequenceOf(subject)}: ${wayWords(subject, way)}`,
    related: [...elsewhere, ...droppedPlaces(subject), ...call],
  };
}

function wayWords(subject: DroppedSubject, way: WayOf<'noFunction' | 'caller'>): string {
  const { kind, scan } = subject;
  if (way.kind === 'noFunction') {
    const remedy = passThem(subject, `what ${kind} returns second`);
    return `the updates of this ${kind} reach no compiled function. ${remedy}`;
  }
  const remedy = passThem({ ...subject, updatesName: null }, `what \`${way.helper}\` returns as updates`);
  if (scan !== null) return `this call drops the updates that \`${way.helper}\` returns. ${remedy}`;
  return `\`${way.helper}\` returns the updates of this ${kind}, and its caller drops them. ${remedy}`;
}
