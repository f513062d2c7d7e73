/** At which level each rule reports in one file: what the configuration says, and what was asked for beside it. */
import type { Finding } from '../analysis/rules/findings.ts';
import { pathTest } from './pathPatterns.ts';
import type { Project } from './project.ts';
import type { RuleLevel } from './ruleNames.ts';

/** Levels by rule id; rules that are not named keep their own. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** The levels that the project gives for the file at `path`. */
export function projectLevels({ configurationFile }: Project, path: string): RuleLevels {
  if (configurationFile === null) return {};
  const { folder, configuration } = configurationFile;
  const ignored = configuration.perFileIgnores.filter(({ pattern }) => pathTest(folder, [pattern])(path));
  return Object.fromEntries([
    ...configuration.levels,
    ...ignored.flatMap(({ rules }) => rules.map((rule) => [rule, 'off'] as const)),
  ]);
}

/** The findings at their levels, without those that are off. */
export function atLevels(findings: readonly Finding[], levels: RuleLevels): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = (Object.hasOwn(levels, finding.rule) ? levels[finding.rule] : undefined) ?? finding.level;
    return level === 'off' ? [] : [level === finding.level ? finding : { ...finding, level }];
  });
}

/** True when the configuration leaves the file out. */
export function isExcluded({ configurationFile }: Project, path: string): boolean {
  if (configurationFile === null) return false;
  return pathTest(configurationFile.folder, configurationFile.configuration.exclude)(path);
}
