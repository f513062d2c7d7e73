/** The levels at which rules report when somebody asks for others than their own. */
import type { Finding, Level } from './findings.ts';

export type RuleLevel = Level | 'off';
/** Levels by rule id; rules that are not named keep their own. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** The findings at their levels, without those that are off. */
export function atLevels(findings: readonly Finding[], levels: RuleLevels): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = (Object.hasOwn(levels, finding.rule) ? levels[finding.rule] : undefined) ?? finding.level;
    return level === 'off' ? [] : [level === finding.level ? finding : { ...finding, level }];
  });
}
