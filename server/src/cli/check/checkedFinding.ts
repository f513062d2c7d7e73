/** Findings with their places in files, as all formats print them. Plain data: it travels between threads. */
import type { Finding, Level } from '../../analysis/rules/findings.ts';
import { LineIndex } from '../../base/lineIndex.ts';
import type { Span } from '../../base/span.ts';
import { type Notebook, notebookCellAt } from '../../python/notebook.ts';

/** Lines and columns from 1, columns in UTF-16 units. */
export interface CheckedPlace {
  readonly file: string;
  /** In a notebook: the cell, from 0 over all cells; lines count within it. */
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The text of the line in which it begins. */
  readonly lineText: string;
}

export interface RelatedPlace extends CheckedPlace {
  readonly message: string;
}

export interface CheckedFinding extends CheckedPlace {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** A text in which places are looked up. */
export interface PlacedText {
  /** As people are to read it. */
  readonly file: string;
  readonly text: string;
  readonly notebook: Notebook | null;
  readonly lines: LineIndex;
}

export const placedText = (file: string, text: string, notebook: Notebook | null = null): PlacedText => ({
  file,
  text,
  notebook,
  lines: new LineIndex(text),
});

/**
 * Gives a finding its places. `other` finds the text of another file by its path; what is related in a file that is not
 * found is left out.
 */
export function placeFinding(
  finding: Finding,
  text: PlacedText,
  other: (path: string) => PlacedText | null,
): CheckedFinding {
  const { rule, level, message } = finding;
  const related = finding.related.flatMap((one) => {
    const there = one.path === undefined ? text : other(one.path);
    return there === null ? [] : [{ ...placeOf(one.span, there), message: one.message }];
  });
  return { ...placeOf(finding.span, text), rule, level, message, related };
}

function placeOf(span: Span, { file, text, notebook, lines }: PlacedText): CheckedPlace {
  const cell = notebook === null ? null : notebookCellAt(notebook, span.start);
  const firstLine = cell === null ? 0 : lines.lineAt(cell.span.start);
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  const lineText = text.slice(lines.lineStart(start.line), lines.lineStart(start.line + 1));
  return {
    file,
    ...(cell === null ? {} : { cell: cell.index }),
    line: start.line - firstLine + 1,
    column: start.character + 1,
    endLine: end.line - firstLine + 1,
    endColumn: end.character + 1,
    lineText: lineText.replace(/[\r\n]+$/, ''),
  };
}
