/** Which rule ids and levels a configuration may name. */
import { levels } from '../analysis/rules/findings.ts';
import type { RuleLevel } from '../analysis/rules/levels.ts';
import { type RuleEntry, rules } from '../analysis/rules/rules.ts';

export const ruleLevels: readonly RuleLevel[] = ['off', ...levels];

/** Rules about what configures the others. */
export const configurationRules = {
  configuration: {
    level: 'warning',
    summary: 'The table [tool.scanlens] of pyproject.toml has a key or a value that ScanLens does not know.',
  },
  'unknown-rule': { level: 'warning', summary: 'A setting names a rule that does not exist.' },
} as const satisfies Readonly<Record<string, Omit<RuleEntry, 'id'>>>;

/** Every rule that can report something. */
export const allRules: readonly RuleEntry[] = [
  ...rules,
  ...Object.entries(configurationRules)
    .filter(([id]) => !rules.some((rule) => rule.id === id))
    .map(([id, entry]) => ({ id, ...entry })),
];

export const ruleIds: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));
