/** At which level each rule reports in one file: what the configuration says, and what was asked for beside it. */
import type { RuleLevels } from '../analysis/rules/levels.ts';
import type { Project } from './project.ts';

/** The levels that the project gives for the file at `path`. */
export function projectLevels({ configurationFile }: Project, path: string): RuleLevels {
  if (configurationFile === null) return {};
  const ignored = configurationFile.ignores.filter(({ names }) => names(path));
  return Object.fromEntries([
    ...configurationFile.configuration.levels,
    ...ignored.flatMap(({ rules }) => rules.map((rule) => [rule, 'off'] as const)),
  ]);
}

/** True when the configuration leaves the file out. */
export const isExcluded = ({ configurationFile }: Project, path: string): boolean =>
  configurationFile?.isExcluded(path) ?? false;
