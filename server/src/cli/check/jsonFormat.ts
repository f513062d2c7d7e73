/** Findings as a JSON list; the fields are described in docs/protocol.md. */
import type { CheckedFinding, CheckedPlace } from './checkedFinding.ts';

export function jsonReport(findings: readonly CheckedFinding[]): string {
  const entries = findings.map(({ rule, level, message, related, ...place }) => ({
    ...placeFields(place),
    rule,
    level,
    message,
    related: related.map(({ message: words, ...there }) => ({ ...placeFields(there), message: words })),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

const placeFields = ({ lineText: _, ...fields }: CheckedPlace): Omit<CheckedPlace, 'lineText'> => fields;
