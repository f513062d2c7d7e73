/** The table of rules, and the check of a file against all of them. */
import type { Analysis, DroppedUpdates } from '../facts.ts';
import type { Mistake, MistakeKind } from '../mistakes.ts';
import { droppedUpdates } from './droppedUpdates.ts';
import type { Finding, Level, Report, RuleContext, Subject } from './findings.ts';
import type { DroppedRule, DroppedSubject, MistakeRule } from './rule.ts';

/** Rules about dropped updates; which one speaks depends on how they are lost. */
const droppedRules = {
  'dropped-updates': droppedUpdates,
} as const satisfies Readonly<Record<string, DroppedRule>>;

type DroppedRuleId = keyof typeof droppedRules;

/** Rules about mistakes: the id is the kind. */
const mistakeRules: { readonly [K in MistakeKind]?: MistakeRule<K> } = {};

export type RuleId = DroppedRuleId | MistakeKind;

export interface RuleEntry {
  readonly id: string;
  readonly level: Level;
  /** One line for lists of rules. */
  readonly summary: string;
}

/** Every rule; ids are stable and name the page under docs/rules/. */
export const rules: readonly RuleEntry[] = Object.entries({ ...droppedRules, ...mistakeRules }).map(
  ([id, { level, summary }]) => ({ id, level, summary }),
);

/** All findings in source order, at the rules' own levels. */
export function check(analysis: Analysis, context: RuleContext): readonly Finding[] {
  const findings = [...droppedFindings(analysis), ...mistakeFindings(analysis, context)];
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function droppedFindings(analysis: Analysis): readonly Finding[] {
  const ofScans = analysis.scans.flatMap((scan) => {
    const { dropped } = scan;
    return dropped === null ? [] : [droppedFinding({ ...scan, dropped }, { kind: 'scan', scan })];
  });
  const ofCalls = analysis.droppedCalls.map((call) =>
    droppedFinding({ ...call, updatesName: null }, { kind: 'droppedCall', call }),
  );
  return [...ofScans, ...ofCalls];
}

function droppedFinding(dropped: DroppedSubject, subject: Subject): Finding {
  const id = droppedRuleFor(dropped.dropped);
  return finding(id, droppedRules[id], droppedRules[id].report(dropped), subject);
}

const droppedRuleFor = (_dropped: DroppedUpdates): DroppedRuleId => 'dropped-updates';

function mistakeFindings(analysis: Analysis, context: RuleContext): readonly Finding[] {
  return analysis.mistakes.flatMap((mistake) => mistakeFinding(mistake, context));
}

function mistakeFinding(mistake: Mistake, context: RuleContext): readonly Finding[] {
  // Each rule takes the mistakes of its own kind.
  const rule = mistakeRules[mistake.kind] as MistakeRule<never> | undefined;
  const report = rule?.report(mistake as never, context) ?? null;
  if (rule === undefined || report === null) return [];
  return [finding(mistake.kind, rule, report, { kind: 'mistake', mistake })];
}

const finding = (id: RuleId, rule: { level: Level }, report: Report, subject: Subject): Finding => ({
  rule: id,
  level: report.level ?? rule.level,
  span: report.span,
  message: report.message,
  related: report.related,
  subject,
});
