/** The results of a cell as plain text, for people who do not see decorations. Pure. */

import { outcomeText } from './runTexts.ts';
import type { TrackedCell } from './trackedResults.ts';

const roleNames = {
  result: 'result',
  stateChange: 'state change',
  dropped: 'dropped update',
  warning: 'warning',
  error: 'error',
} as const;

/** One paragraph per result, in the order of the lines; `lineAt` counts from 0, the text from 1. */
export function resultsText(cell: TrackedCell, lineAt: (offset: number) => number): string {
  const lines = `lines ${lineAt(cell.start) + 1} to ${lineAt(Math.max(cell.start, cell.end - 1)) + 1}`;
  const state = cell.run.state === 'running' ? 'still running' : outcomeText(cell.run);
  const stale = cell.staleReason === null ? '' : ` Stale: ${cell.staleReason}`;
  const head = `Results of the cell in ${lines} (${state}).${stale}`;
  if (cell.results.length === 0) return `${head}\n\nNo results.\n`;
  const sorted = [...cell.results].sort((a, b) => a.end - b.end);
  const paragraphs = sorted.map(({ result, end }) => {
    return `Line ${lineAt(end) + 1}, ${roleNames[result.role]}:\n${result.full}`;
  });
  return `${[head, ...paragraphs].join('\n\n')}\n`;
}
