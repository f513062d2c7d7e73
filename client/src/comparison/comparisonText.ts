/** A comparison as a text to read: what was compared, a line for each name, and what it means as a whole. */
import { t } from '../l10n.ts';
import type { ComparedName, Verdict } from './compareNames.ts';
import type { PythonAnswer } from './pythonAnswer.ts';

export interface Comparison {
  readonly command: string;
  readonly names: readonly ComparedName[];
  readonly python: PythonAnswer;
  /** How our run ended, where it did not finish. */
  readonly error: string | null;
}

export function comparisonText({ command, names, python, error }: Comparison): string {
  const rows = names.map(({ name, verdict }) => ({ name, text: verdictText(verdict) }));
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  return [
    summary(names),
    '',
    t('Compared with Python {0}: {1}', python.version, command),
    ...(python.error === null ? [] : [t('There the program ended with: {0}', python.error)]),
    ...(error === null ? [] : [t('Here the program ended with: {0}', error)]),
    '',
    ...rows.map(({ name, text }) => `${name.padEnd(width)}  ${text}`),
    '',
  ].join('\n');
}

function summary(names: readonly ComparedName[]): string {
  const isEqual = ({ verdict }: ComparedName) => verdict.kind === 'equal' || verdict.kind === 'equalSoFar';
  const equal = names.filter(isEqual).length;
  if (names.length === 0) return t('No name of the program holds data that could be compared.');
  if (equal === names.length) return t('All {0} values are equal.', names.length);
  return t('{0} of {1} values are equal.', equal, names.length);
}

function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'equal':
      return t('equal');
    case 'equalSoFar':
      return t('equal in the first {0} elements', verdict.count);
    case 'apart': {
      const { absolute, relative, place } = verdict;
      const digits = (value: number) => value.toPrecision(3);
      return Number.isFinite(absolute)
        ? t('largest difference {0} (relative {1}) at element {2}', digits(absolute), digits(relative), place)
        : t('different at element {0}', place);
    }
    case 'different':
      return t('different: {0} here, {1} in Python', verdict.here, verdict.python);
    case 'missingHere':
      return t('missing here');
    case 'missingInPython':
      return t('missing in Python');
  }
}
