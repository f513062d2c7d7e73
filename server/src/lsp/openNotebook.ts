/**
 * An open notebook: its Python cells in order as one text, joined as `python/notebook.ts` joins those of an `.ipynb` file. An edit
 * inside of a cell becomes one edit of the joined text, so that typing in a cell parses as little as typing in a file.
 */

import {
  type DidChangeNotebookDocumentParams,
  type NotebookCell,
  NotebookCellKind,
  type TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../base/l10n.ts';
import { LineIndex } from '../base/lineIndex.ts';
import { cellMarker, joinedCell } from '../python/notebook.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { PythonParser } from '../python/parser.ts';
import { difference } from '../python/textDifference.ts';
import type { AnalysedText, OpenPart } from './analysedText.ts';
import { LazyParse } from './lazyParse.ts';

/** A cell as it lies in the joined text; '' for one that is not Python. */
interface Piece {
  readonly uri: string;
  readonly text: string;
}

/** What is made of the source of a cell, kept until it changes: an edit is about one cell of many. */
interface ReadCell {
  readonly source: string;
  readonly lines: LineIndex;
  readonly joined: string;
}

export class OpenNotebook implements AnalysedText {
  readonly uri: string;
  readonly kind = 'notebook';
  readonly #parse: LazyParse;
  /** The texts of its cells, also of those that are being moved. */
  readonly #documents = new Map<string, TextDocument>();
  readonly #read = new WeakMap<TextDocument, ReadCell>();
  #cells: NotebookCell[] = [];
  #pieces: readonly Piece[] = [];
  #parts: readonly OpenPart[] | null = null;
  #version = 0;
  #text = '';

  constructor(uri: string, parser: () => PythonParser) {
    this.uri = uri;
    this.#parse = new LazyParse(parser);
  }

  get version(): number {
    return this.#version;
  }

  get text(): string {
    return this.#text;
  }

  get file(): ParsedFile {
    return this.#parse.fileOf(this.#text);
  }

  get parts(): readonly OpenPart[] {
    this.#parts ??= this.#partsOf(this.#pieces);
    return this.#parts;
  }

  /** Opens the notebook with its cells. */
  open(cells: readonly NotebookCell[], texts: readonly TextDocumentItem[]): void {
    this.#openTexts(texts);
    this.#cells = [...cells];
    this.#join();
  }

  /** Applies what the client sent: first the cells themselves, then their texts. */
  change({ cells }: DidChangeNotebookDocumentParams['change']): void {
    const { structure, data, textContent } = cells ?? {};
    if (structure !== undefined) {
      const { array, didOpen, didClose } = structure;
      this.#openTexts(didOpen ?? []);
      this.#cells.splice(array.start, array.deleteCount, ...(array.cells ?? []));
      for (const { uri } of didClose ?? []) this.#documents.delete(uri);
    }
    for (const changed of data ?? [])
      this.#cells = this.#cells.map((cell) => (cell.document === changed.document ? changed : cell));
    for (const { document, changes } of textContent ?? []) {
      const known = this.#documents.get(document.uri);
      if (known !== undefined) TextDocument.update(known, [...changes], document.version);
    }
    this.#join();
  }

  dispose(): void {
    this.#parse.forget();
  }

  #openTexts(texts: readonly TextDocumentItem[]): void {
    for (const { uri, languageId, version, text } of texts)
      this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
  }

  /** Brings the joined text up to date with one edit that is as small as can be. */
  #join(): void {
    this.#version++;
    this.#parts = null;
    this.#pieces = this.#cells.map((cell) => ({ uri: cell.document, text: this.#joinedCell(cell) }));
    const before = this.#text;
    this.#text = this.#pieces.map(({ text }) => text).join('');
    const edit = difference(before, this.#text);
    if (edit !== null) this.#parse.edited(edit);
  }

  #partsOf(pieces: readonly Piece[]): readonly OpenPart[] {
    let offset = 0;
    return pieces.flatMap(({ uri, text }, index) => {
      const start = offset + cellMarker.length;
      offset += text.length;
      const document = this.#documents.get(uri);
      if (document === undefined || text === '') return [];
      const { source, lines } = this.#readCell(document);
      const span = { start, end: start + source.length };
      return [{ uri, version: document.version, source, span, lines, label: t('cell {0}', index + 1) }];
    });
  }

  #joinedCell({ kind, document: uri }: NotebookCell): string {
    const document = this.#documents.get(uri);
    const isPython = kind === NotebookCellKind.Code && document?.languageId === 'python';
    return isPython ? this.#readCell(document).joined : '';
  }

  #readCell(document: TextDocument): ReadCell {
    const source = document.getText();
    const known = this.#read.get(document);
    if (known?.source === source) return known;
    const read = { source, lines: new LineIndex(source), joined: joinedCell(source) };
    this.#read.set(document, read);
    return read;
  }
}
