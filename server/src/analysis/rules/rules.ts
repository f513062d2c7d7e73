/** All rules, and the check of a file against them: facts in, findings out, at the levels that were asked for. */
import type { ParsedFile } from '../../python/parsedFile.ts';
import type { Analysis } from '../facts.ts';
import type { Mistake, MistakeKind } from '../mistakes.ts';
import { type DroppedRuleId, droppedRuleFor, droppedRules } from './droppedRules.ts';
import type { Finding, Report, RuleContext, Subject } from './findings.ts';
import { atLevels, type RuleLevels } from './levels.ts';
import { mistakeRules } from './mistakeRules.ts';
import type { DroppedRule, DroppedSubject, MistakeRule, RuleDescription } from './rule.ts';
import { readSuppressions, type Suppressions } from './suppressions.ts';
import { unknownRule } from './unknownRule.ts';

export type RuleId = DroppedRuleId | MistakeKind | 'unknown-rule';

export interface RuleEntry extends RuleDescription {
  readonly id: string;
}

const table: Readonly<Record<RuleId, RuleDescription>> = {
  ...droppedRules,
  ...mistakeRules,
  'unknown-rule': unknownRule,
};

/** Every rule; ids are stable and name the page under docs/rules/. */
export const rules: readonly RuleEntry[] = Object.entries(table).map(([id, { level, summary }]) => ({
  id,
  level,
  summary,
}));

export interface CheckOptions extends RuleContext {
  /** Levels of single rules; rules that are not named keep their own. */
  readonly levels: RuleLevels;
}

/** All findings in source order, without those that `options` or comments in the file turn off. */
export function check(
  file: Pick<ParsedFile, 'text'>,
  analysis: Analysis,
  options: CheckOptions,
): readonly Finding[] {
  const suppressions = readSuppressions(file.text);
  const found = [
    ...droppedFindings(analysis),
    ...analysis.mistakes.flatMap((mistake) => mistakeFinding(mistake, options)),
    ...unknownRules(suppressions),
  ];
  const visible = found.filter((one) => !suppressions.hides(one.rule, one.span.start));
  return withoutDoubles(atLevels(visible, options.levels).toSorted(bySource));
}

function bySource(a: Finding, b: Finding): number {
  const places = a.span.start - b.span.start || a.span.end - b.span.end;
  return places || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}

/** By code units: the same in every locale. */
const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Equal findings stand beside each other. */
const withoutDoubles = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((one, index) => {
    const before = findings[index - 1];
    return before === undefined || bySource(before, one) !== 0;
  });

function droppedFindings(analysis: Analysis): readonly Finding[] {
  const ofScans = analysis.scans.flatMap((scan) => {
    const { dropped } = scan;
    if (dropped === null) return [];
    return [droppedFinding({ ...scan, scan: null, dropped }, { kind: 'scan', scan })];
  });
  const ofCalls = analysis.droppedCalls.map((call) =>
    droppedFinding({ ...call, updatesName: null }, { kind: 'droppedCall', call }),
  );
  return [...ofScans, ...ofCalls];
}

function droppedFinding(dropped: DroppedSubject, subject: Subject): Finding {
  const id = droppedRuleFor(dropped.dropped);
  // The table of ways names a rule that knows the words for this one.
  const rule = droppedRules[id] as DroppedRule<never>;
  return finding(id, rule.report(dropped, dropped.dropped.way as never), subject);
}

function mistakeFinding(mistake: Mistake, context: RuleContext): readonly Finding[] {
  // Each rule takes the mistakes of its own kind.
  const rule = mistakeRules[mistake.kind] as MistakeRule<never>;
  const report = rule.report(mistake as never, context);
  return report === null ? [] : [finding(mistake.kind, report, { kind: 'mistake', mistake })];
}

function unknownRules({ mentions }: Suppressions): readonly Finding[] {
  const unknown = mentions.filter(({ id }) => !Object.hasOwn(table, id));
  return unknown.map((mention) => finding('unknown-rule', unknownRule.report(mention), null));
}

const finding = (rule: RuleId, report: Report, subject: Subject): Finding => ({
  rule,
  level: report.level ?? table[rule].level,
  span: report.span,
  message: report.message,
  related: report.related,
  subject,
});
