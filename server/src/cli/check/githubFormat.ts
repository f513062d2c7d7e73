/**
 * Findings as commands that GitHub Actions turns into annotations. Escapes are those of `@actions/core`, `command.ts`.
 */
import type { Level } from '../../analysis/rules/findings.ts';
import type { CheckedFinding } from './checkedFinding.ts';
import { shownWithSlashes } from './paths.ts';

const commands: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export function githubReport(findings: readonly CheckedFinding[]): string {
  return findings.map((finding) => `${command(finding)}\n`).join('');
}

function command(finding: CheckedFinding): string {
  const properties = Object.entries(propertiesOf(finding)).map(
    ([name, value]) => `${name}=${escapeProperty(value)}`,
  );
  const where = finding.cell === undefined ? '' : `Cell ${finding.cell}, line ${finding.line}: `;
  return `::${commands[finding.level]} ${properties.join(',')}::${escapeData(where + finding.message)}`;
}

/** The lines of a notebook are those of its JSON for GitHub, so a finding in one is about the file. */
function propertiesOf(finding: CheckedFinding): Readonly<Record<string, string>> {
  const { file, cell, line, endLine, column, endColumn, rule } = finding;
  const title = `ScanLens ${rule}`;
  const path = shownWithSlashes(file);
  if (cell !== undefined) return { file: path, title };
  // Columns only mean something within one line.
  const columns = line === endLine ? { col: String(column), endColumn: String(endColumn) } : {};
  return { file: path, line: String(line), endLine: String(endLine), ...columns, title };
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
