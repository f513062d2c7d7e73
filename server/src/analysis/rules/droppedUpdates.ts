/**
 * dropped-updates: the step updates shared variables, a function is compiled from the scan, and the updates reach
 * nothing. Reports only what the facts prove; the page is docs/rules/dropped-updates.md.
 */

import { t } from '../../base/l10n.ts';
import { consequenceOf, droppedPlaces, passThem } from './droppedWords.ts';
import type { Report } from './findings.ts';
import { related, sentences } from './phrases.ts';
import type { DroppedRule, DroppedSubject, WayOf } from './rule.ts';

export const droppedUpdates: DroppedRule<'noFunction' | 'caller'> = {
  level: 'warning',
  summary: 'The updates of a scan reach no compiled function, so shared variables keep their values.',
  report: droppedReport,
};

/** What is said where a function lacks the updates; draws differ only in what happens then. */
export function droppedReport(subject: DroppedSubject, way: WayOf<'noFunction' | 'caller'>): Report {
  const { callee, scan } = subject;
  const call = way.kind === 'caller' && scan === null ? [related(way.call, t('This call drops them.'))] : [];
  const elsewhere = scan === null ? [] : [related(scan, t('This is the scan.'))];
  return {
    span: callee,
    message: sentences(
      t('{0}: {1}', consequenceOf(subject), wayWords(subject, way)),
      remedyFor(subject, way),
    ),
    related: [...elsewhere, ...droppedPlaces(subject), ...call],
  };
}

function wayWords(subject: DroppedSubject, way: WayOf<'noFunction' | 'caller'>): string {
  const { kind, scan } = subject;
  if (way.kind === 'noFunction') return t('the updates of this {0} reach no compiled function.', kind);
  if (scan !== null) return t('this call drops the updates that `{0}` returns.', way.helper);
  return t('`{0}` returns the updates of this {1}, and its caller drops them.', way.helper, kind);
}

function remedyFor(subject: DroppedSubject, way: WayOf<'noFunction' | 'caller'>): string {
  if (way.kind === 'noFunction') return passThem(subject, t('what {0} returns second', subject.kind));
  return passThem({ ...subject, updatesName: null }, t('what `{0}` returns as updates', way.helper));
}
