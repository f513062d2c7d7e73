/**
 * `scanlens check PATH…`: what the rules find in Python files and notebooks, as text or as JSON.
 * Columns count UTF-16 units from 1, as editors do. Folders are walked; nothing is run.
 */

import { analyze } from '../analysis/analyze.ts';
import type { Finding, Level } from '../analysis/rules/findings.ts';
import { check } from '../analysis/rules/rules.ts';
import { LineIndex } from '../base/lineIndex.ts';
import { mightUseScan } from '../features/scanText.ts';
import { type Notebook, notebookCellAt } from '../python/notebook.ts';
import { createPythonParser, type PythonParser } from '../python/parser.ts';
import { readParserAssets } from '../session/nodeAssets.ts';
import { type CommandIo, exitCodes } from './commandIo.ts';
import { filesUnder } from './pythonFiles.ts';
import { readSourceFile, type SourceFile } from './sourceFile.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
}

/** One finding as `--format json` prints it. Lines and columns from 1, columns in UTF-16 units. */
export interface CheckedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  /** In a notebook: the cell, from 0 over all cells; lines count within it. */
  readonly cell?: number;
}

/**
 * Checks files and folders. The promise gives the exit code: 0 without findings, 1 when a finding is a warning or an
 * error, 2 when a path can not be read (the others are checked all the same).
 */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  io: CommandIo,
): Promise<number> {
  const findings: CheckedFinding[] = [];
  let hasProblem = false;
  let parser: PythonParser | null = null;
  for (const path of new Set(paths.flatMap(filesUnder))) {
    const source = typeof path === 'string' ? readSourceFile(path) : path;
    if ('problem' in source) {
      io.writeError(`scanlens: ${source.problem}\n`);
      hasProblem = true;
    } else if (mightUseScan(source.text)) {
      parser ??= await createPythonParser(readParserAssets());
      findings.push(...checkSource(source, parser));
    }
  }
  parser?.dispose();
  io.writeOut(
    options.format === 'json' ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(textLine).join(''),
  );
  if (hasProblem) return exitCodes.unusable;
  return findings.some(({ level }) => level === 'warning' || level === 'error')
    ? exitCodes.failed
    : exitCodes.done;
}

function checkSource(source: SourceFile, parser: PythonParser): readonly CheckedFinding[] {
  const lines = new LineIndex(source.text);
  const file = parser.parse(source.text);
  return check(file, analyze(file), { floatX: 'float64', isDefaultFloatX: true, levels: {} }).map((finding) =>
    placed(finding, source, lines),
  );
}

function placed(finding: Finding, source: SourceFile, lines: LineIndex): CheckedFinding {
  const { rule, level, message, span } = finding;
  const cell = source.notebook === null ? null : cellOf(source.notebook, span.start, lines);
  const firstLine = cell?.firstLine ?? 0;
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    file: source.path,
    ...(cell === null ? {} : { cell: cell.index }),
    line: start.line - firstLine + 1,
    column: start.character + 1,
    endLine: end.line - firstLine + 1,
    endColumn: end.character + 1,
    rule,
    level,
    message,
  };
}

function cellOf(
  notebook: Notebook,
  offset: number,
  lines: LineIndex,
): { index: number; firstLine: number } | null {
  const cell = notebookCellAt(notebook, offset);
  return cell && { index: cell.index, firstLine: lines.lineAt(cell.span.start) };
}

function textLine(finding: CheckedFinding): string {
  const { file, cell, line, column, level, rule, message } = finding;
  const place = cell === undefined ? file : `${file}:cell ${cell}`;
  return `${place}:${line}:${column}: ${level} ${rule}: ${message}\n`;
}
