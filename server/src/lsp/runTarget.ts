/**
 * What is run, as the client knows it: the cells of a file that a scope means, or one cell of a notebook. Cells of a notebook run in
 * the joined text of all of them, in which places are offsets; the client hears of them as places in cells.
 */

import type { RunParams, RunStateParams } from '../../../protocol/src/editor.ts';
import type { PlaceData } from '../../../protocol/src/places.ts';
import { t } from '../base/l10n.ts';
import { LineIndex } from '../base/lineIndex.ts';
import type { Span } from '../base/span.ts';
import { CellOutputWriter } from '../features/cellOutputs.ts';
import { cellReads } from '../features/cellReads.ts';
import { DocumentView } from '../features/documentView.ts';
import { rangeOf } from '../features/ranges.ts';
import type { Cell, ParsedFile } from '../python/parsedFile.ts';
import type { AnalysedText, OpenPart, PlacedDocument } from './analysedText.ts';
import type { OpenDocument } from './openDocument.ts';
import { runPieces } from './runPieces.ts';

/** Where a span of what was run is, for the client. */
export type PlaceOf = (span: Span) => Pick<PlaceData, 'range' | 'cell' | 'cellVersion'>;

export interface RunTarget {
  /** Whose namespace it is. */
  readonly text: AnalysedText;
  /** The document of the client, and its version. */
  readonly uri: string;
  readonly version: number;
  readonly file: ParsedFile;
  readonly lines: LineIndex;
  readonly cells: readonly Cell[];
  readonly ranges: RunStateParams['ranges'];
  readonly reads: RunStateParams['reads'];
  readonly placeOf: PlaceOf;
  /** Null for a file, whose results are told line by line. */
  readonly outputs: CellOutputWriter | null;
}

/** What a run of a file is about, or why there is nothing to run. */
export function fileTarget(document: OpenDocument, params: RunParams): RunTarget | string {
  const { uri, version, file, lines } = document;
  const cells = runPieces({ file, lines }, params);
  if (typeof cells === 'string') return cells;
  const rangesOf = (all: readonly Cell[]) => all.map((cell) => rangeOf(lines, cell));
  const reads = cellReads(file);
  const readBy = ({ index }: Cell) => file.cells.filter((cell) => reads[index]?.includes(cell.index));
  return {
    ...{ text: document, uri, version, file, lines, cells },
    ranges: rangesOf(cells),
    reads: cells.map((cell) => rangesOf(readBy(cell))),
    placeOf: (span) => ({ range: rangeOf(lines, span) }),
    outputs: null,
  };
}

/** The same of a notebook's cell: only itself can be run. */
export function notebookTarget(
  { text, part }: PlacedDocument,
  { scope }: RunParams,
  parse: (text: string) => ParsedFile,
): RunTarget | string {
  if (scope !== 'cell') return t('In a notebook one cell is run at a time.');
  const { uri, version, source } = part;
  const file = runnable(text, part, parse);
  const view = new DocumentView(text.parts, part);
  const versions = new Map(text.parts.map((each) => [each.uri, each.version]));
  const fileName = text.uri.slice(text.uri.lastIndexOf('/') + 1);
  return {
    ...{ text, uri, version, file },
    lines: new LineIndex(file.text),
    cells: [{ ...part.span, index: text.parts.indexOf(part), title: '', marker: null }],
    ranges: [view.rangeOf(part.span)],
    reads: [[]],
    placeOf: (span) => {
      const place = view.locate(span);
      if (place === null) return {};
      return { range: place.range, cell: place.uri, cellVersion: versions.get(place.uri) ?? version };
    },
    outputs: new CellOutputWriter({ text: file.text, module: file.module, source, view, fileName }),
  };
}

/**
 * Cells of a notebook stand by themselves: a bracket that another one leaves open must not reach into this one. Those that are not
 * Python are left blank.
 */
function runnable(
  { text, file, parts }: AnalysedText,
  own: OpenPart,
  parse: (text: string) => ParsedFile,
): ParsedFile {
  if (file.problems.length === 0) return file;
  const pieces: string[] = [];
  let end = 0;
  for (const { uri, span } of parts) {
    const piece = text.slice(span.start, span.end);
    const isKept = uri === own.uri || parse(piece).problems.length === 0;
    pieces.push(text.slice(end, span.start), isKept ? piece : piece.replace(/[^\r\n]/g, ' '));
    end = span.end;
  }
  return parse(pieces.join('') + text.slice(end));
}
