/**
 * Documents as parts of one analysed text: a file is one part, the code cells of a notebook are several. Facts have offsets
 * in the analysed text, answers have ranges in documents; here the one becomes the other, so that no feature has to know
 * what a notebook is.
 */

import type { Location, Position, Range } from 'vscode-languageserver-types';
import type { Place } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import type { LineIndex } from '../base/lineIndex.ts';
import type { Span } from '../base/span.ts';

/** One document and its part of the analysed text. Parts do not touch each other. */
export interface DocumentPart {
  readonly uri: string;
  readonly span: Span;
  /** The lines of the document's own text, which is as long as `span`. */
  readonly lines: LineIndex;
  /** How people call it beside its siblings: `cell 3`; '' for a file. */
  readonly label: string;
}

/** Files that are not the analysed text. */
export interface OtherFiles {
  /** Null where the file is not known. */
  locate(path: string, span: Span): Location | null;
}

export const noOtherFiles: OtherFiles = { locate: () => null };

/** One document as its features see it. */
export class DocumentView {
  readonly #parts: readonly DocumentPart[];
  readonly #own: DocumentPart;
  readonly #otherFiles: OtherFiles;

  /** `own` is one of `parts`, which are in the order of the text. */
  constructor(parts: readonly DocumentPart[], own: DocumentPart, otherFiles = noOtherFiles) {
    this.#parts = parts;
    this.#own = own;
    this.#otherFiles = otherFiles;
  }

  get uri(): string {
    return this.#own.uri;
  }

  /** The document's part of the analysed text. */
  get span(): Span {
    return this.#own.span;
  }

  /** True for a document that is the whole of the analysed text. */
  get isWhole(): boolean {
    return this.#own.label === '';
  }

  /** True when something that begins there belongs to this document. */
  holds({ start }: Span): boolean {
    return this.#partAt(start).uri === this.#own.uri;
  }

  /** The range in this document; what lies outside is cut off. */
  rangeOf(span: Span): Range {
    return rangeIn(this.#own, span);
  }

  /** From a position in this document to an offset in the analysed text. */
  offsetAt(position: Position): number {
    return this.#own.span.start + this.#own.lines.offsetAt(position);
  }

  /** From a range in this document to a span of the analysed text. */
  spanOf({ start, end }: Range): Span {
    return { start: this.offsetAt(start), end: this.offsetAt(end) };
  }

  /** Where anything is, in this document or another; null for a file that is not known. */
  locate(place: Span | Place): Location | null {
    const path = pathOf(place);
    if (path !== null) return this.#otherFiles.locate(path, place);
    const part = this.#partAt(place.start);
    return { uri: part.uri, range: rangeIn(part, place) };
  }

  /** Where a change of the analysed text is one of a document; null where it would reach into what joins the cells. */
  locateChange(span: Span): Location | null {
    const part = this.#partAt(span.start);
    const isInside = part.span.start <= span.start && span.end <= part.span.end;
    return isInside ? { uri: part.uri, range: rangeIn(part, span) } : null;
  }

  /** For people: `line 12`, `cell 3, line 2`, `rnn.py, line 7`; lines count from 1. */
  describe(place: Span | Place): string {
    const path = pathOf(place);
    const location = this.locate(place);
    const line = location === null ? null : t('line {0}', location.range.start.line + 1);
    const document = path === null ? this.#labelAt(place.start) : path.replace(/^.*[/\\]/, '');
    return [document, line].filter((part) => part !== null && part !== '').join(', ');
  }

  /** The same with the name of the cell, its own one too. */
  describeFully(span: Span): string {
    const part = this.#partAt(span.start);
    const line = `line ${rangeIn(part, span).start.line + 1}`;
    return part.label === '' ? line : `${part.label}, ${line}`;
  }

  /** Another cell needs its name, the own one does not. */
  #labelAt(offset: number): string {
    const part = this.#partAt(offset);
    return part.uri === this.#own.uri ? '' : part.label;
  }

  #partAt(offset: number): DocumentPart {
    return this.#parts.findLast((part) => part.span.start <= offset) ?? this.#own;
  }
}

/** The view of a document that is a file of its own. */
export function viewOfFile(
  document: { readonly uri: string; readonly text: string; readonly lines: LineIndex },
  otherFiles: OtherFiles = noOtherFiles,
): DocumentView {
  const { uri, text, lines } = document;
  const part = { uri, span: { start: 0, end: text.length }, lines, label: '' };
  return new DocumentView([part], part, otherFiles);
}

const pathOf = (place: Span | Place): string | null => ('path' in place ? place.path : null);

function rangeIn({ span, lines }: DocumentPart, { start, end }: Span): Range {
  const inside = (offset: number) => Math.max(span.start, Math.min(offset, span.end)) - span.start;
  return { start: lines.positionAt(inside(start)), end: lines.positionAt(inside(end)) };
}
