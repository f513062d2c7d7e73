/**
 * The results of a cell as plain text, for people who do not see decorations: sentences, no symbols, since a screen reader says
 * "rightwards double arrow" for one. Pure.
 */
import type { CellRegion } from './cellRegions.ts';
import { t } from './l10n.ts';
import { outcomeText } from './runTexts.ts';
import type { TrackedCell, TrackedResult } from './trackedResults.ts';

type Role = TrackedResult['result']['role'];

export interface ResultsPlace {
  /** The cell as it is now; null where nobody knows its limits. */
  readonly region: CellRegion | null;
  /** From 0; texts count from 1. */
  readonly lineAt: (offset: number) => number;
}

/** One paragraph per result, in the order of the lines. */
export function resultsText(cells: readonly TrackedCell[], { region, lineAt }: ResultsPlace): string {
  const start = region?.start ?? Math.min(...cells.map((cell) => cell.start));
  const end = region?.end ?? Math.max(...cells.map((cell) => cell.end));
  const head = t('Results of lines {0} to {1}.', lineAt(start) + 1, lineAt(Math.max(start, end - 1)) + 1);
  const results = cells
    .flatMap((cell) => cell.results.map((result) => ({ cell, result })))
    .sort((a, b) => a.result.end - b.result.end);
  const paragraphs = results.map(({ cell, result }) => paragraph(cell, result, lineAt));
  const nothing = paragraphs.length === 0 ? [t('There are no results.')] : [];
  const states = new Set(cells.map(stateSentence));
  return `${[[head, ...states].join(' '), ...nothing, ...paragraphs].join('\n\n')}\n`;
}

function stateSentence({ run, isRestored }: TrackedCell): string {
  if (isRestored) return t('They are from an earlier session.');
  return run.state === 'running' ? t('It is still running.') : t('Last run: {0}.', outcomeText(run));
}

function paragraph(
  cell: TrackedCell,
  { result, end }: TrackedResult,
  lineAt: ResultsPlace['lineAt'],
): string {
  const stale = cell.staleReason === null ? '' : ` ${t('This is stale. {0}', cell.staleReason)}`;
  return `${heading(result.role, lineAt(end) + 1)}${stale}\n${result.role === 'stateChange' || result.role === 'dropped' ? spoken(result.full) : result.full}`;
}

function heading(role: Role, line: number): string {
  switch (role) {
    case 'result':
      return t('Line {0} shows:', line);
    case 'stateChange':
      return t('Line {0} changed state:', line);
    case 'dropped':
      return t('Line {0} dropped updates:', line);
    case 'warning':
      return t('Line {0} warns:', line);
    case 'error':
      return t('Line {0} failed:', line);
  }
}

/** Our own signs in words; what a program prints stays as it is. */
const spoken = (text: string): string =>
  text.replaceAll(' → ', ` ${t('became')} `).replaceAll('max |Δ|', t('largest difference'));
