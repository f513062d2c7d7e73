/** The table of rules, and the check of a file against all of them. */
import type { Analysis, ScanFact } from '../facts.ts';
import { checkDroppedUpdates } from './droppedUpdates.ts';
import type { Finding, Level } from './findings.ts';

interface Rule {
  readonly id: string;
  readonly level: Level;
  /** One line for lists of rules. */
  readonly summary: string;
  checkScan(scan: ScanFact): Omit<Finding, 'rule' | 'level'> | null;
}

/** Every rule; ids are stable and name the page under docs/rules/. */
export const rules: readonly Rule[] = [
  {
    id: 'dropped-updates',
    level: 'warning',
    summary: 'The updates of a scan reach no compiled function, so shared variables keep their values.',
    checkScan: checkDroppedUpdates,
  },
];

/** All findings in source order, at the rules' own levels. */
export function check(analysis: Analysis): readonly Finding[] {
  const findings = rules.flatMap((rule) =>
    analysis.scans.flatMap((scan) => {
      const found = rule.checkScan(scan);
      return found === null ? [] : [{ ...found, rule: rule.id, level: rule.level }];
    }),
  );
  return findings.sort((a, b) => a.span.start - b.span.start);
}
