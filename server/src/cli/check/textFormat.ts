/** Findings for people: one line each that tools can read too, the source with carets, what is related, and how many there are. */
import type { Level } from '../../analysis/rules/findings.ts';
import { groupBy } from '../../base/grouping.ts';
import { printable, styled, type TextStyle } from '../textStyle.ts';
import type { CheckedFinding, CheckedPlace } from './checkedFinding.ts';
import { codeFrame } from './codeFrame.ts';

/** '' without findings. */
export function textReport(findings: readonly CheckedFinding[], style: TextStyle): string {
  if (findings.length === 0) return '';
  return [
    ...findings.map((finding) => `${findingText(finding, style).join('\n')}\n\n`),
    `${summary(findings)}\n`,
  ].join('');
}

function findingText(finding: CheckedFinding, style: TextStyle): readonly string[] {
  const { level, rule, message, related } = finding;
  const color = colorOf(level, style);
  const head = `${styled(style.strong, placeText(finding))}: ${styled(color, level)} ${rule}: ${printable(message)}`;
  const lines = [head, ...codeFrame(finding, style, color)];
  for (const place of related) {
    lines.push(`  ${styled(style.dim, placeText(place))}: ${printable(place.message)}`);
    // The line is already in sight.
    if (!isSameLine(place, finding))
      lines.push(...codeFrame(place, style, style.blue).map((line) => `  ${line}`));
  }
  return lines;
}

const colorOf = (level: Level, style: TextStyle): readonly [string, string] =>
  ({ error: style.red, warning: style.yellow, information: style.blue, hint: style.dim })[level];

const isSameLine = (a: CheckedPlace, b: CheckedPlace): boolean =>
  a.file === b.file && a.cell === b.cell && a.line === b.line;

/** `a.py:3:10`, `a.ipynb:cell 2:3:10`. */
export function placeText({ file, cell, line, column }: CheckedPlace): string {
  const place = cell === undefined ? file : `${file}:cell ${cell}`;
  return `${printable(place)}:${line}:${column}`;
}

/** `1 error, 2 warnings in 2 files`. */
function summary(findings: readonly CheckedFinding[]): string {
  const byLevel = groupBy(findings, ({ level }) => level);
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((level) => {
    const count = byLevel.get(level)?.length ?? 0;
    return count === 0 ? [] : [counted(count, level)];
  });
  const fileCount = new Set(findings.map(({ file }) => file)).size;
  return `${counts.join(', ')} in ${counted(fileCount, 'file')}.`;
}

const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 || word === 'information' ? '' : 's'}`;
