/** The open documents: files, and the cells of notebooks, each with the text in which it is analysed. */
import type { NotebookCell, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { PythonParser } from '../python/parser.ts';
import type { AnalysedText, PlacedDocument } from './analysedText.ts';
import { OpenDocument } from './openDocument.ts';
import { OpenNotebook } from './openNotebook.ts';

/** Documents of these schemes are something else than a file of their own: the old side of a diff, a notebook's cell. */
const ignoredSchemes: ReadonlySet<string> = new Set([
  'vscode-notebook-cell',
  'git',
  'output',
  'review',
  'pr',
]);

const isIgnored = (uri: string): boolean => ignoredSchemes.has(uri.slice(0, Math.max(0, uri.indexOf(':'))));

export class Documents {
  /** Settled when documents can be parsed; rejects when the parser can not be made. */
  readonly ready: Promise<void>;
  readonly #files = new Map<string, OpenDocument>();
  readonly #notebooks = new Map<string, OpenNotebook>();
  #parser: PythonParser | null = null;

  constructor(parser: Promise<PythonParser>) {
    this.ready = parser.then((made) => {
      this.#parser = made;
    });
    // Whoever waits is told; without anybody waiting it must not end the process.
    this.ready.catch(() => {});
  }

  get all(): readonly AnalysedText[] {
    return [...this.#files.values(), ...this.#notebooks.values()];
  }

  /** The files that are open beside one, as they are in the editor. */
  othersThan(document: AnalysedText): readonly { readonly uri: string; readonly text: string }[] {
    return [...this.#files.values()].flatMap((one) =>
      one === document ? [] : [{ uri: one.uri, text: one.text }],
    );
  }

  /** A file; null for anything else. */
  find(uri: string): OpenDocument | null {
    return this.#files.get(uri) ?? null;
  }

  findNotebook(uri: string): OpenNotebook | null {
    return this.#notebooks.get(uri) ?? null;
  }

  /** A file or a cell, with the text in which it is analysed. */
  place(uri: string): PlacedDocument | null {
    const candidates = this.#files.has(uri) ? [this.#files.get(uri)] : this.#notebooks.values();
    for (const text of candidates) {
      const part = text?.parts.find((one) => one.uri === uri);
      if (text !== undefined && part !== undefined) return { text, part };
    }
    return null;
  }

  /** True while the text is open. */
  holds(text: AnalysedText): boolean {
    return this.#files.get(text.uri) === text || this.#notebooks.get(text.uri) === text;
  }

  /** Null for a document that is not a file of its own. */
  open(item: TextDocumentItem): OpenDocument | null {
    if (isIgnored(item.uri)) return null;
    this.close(item.uri);
    const text = TextDocument.create(item.uri, item.languageId, item.version, item.text);
    const document = new OpenDocument(text, () => this.#madeParser());
    this.#files.set(item.uri, document);
    return document;
  }

  /** Null for a notebook that is not a file of its own. */
  openNotebook(
    uri: string,
    cells: readonly NotebookCell[],
    texts: readonly TextDocumentItem[],
  ): OpenNotebook | null {
    if (isIgnored(uri)) return null;
    this.closeNotebook(uri);
    const notebook = new OpenNotebook(uri, () => this.#madeParser());
    notebook.open(cells, texts);
    this.#notebooks.set(uri, notebook);
    return notebook;
  }

  close(uri: string): void {
    this.#files.get(uri)?.dispose();
    this.#files.delete(uri);
  }

  closeNotebook(uri: string): void {
    this.#notebooks.get(uri)?.dispose();
    this.#notebooks.delete(uri);
  }

  /** A text that is not open. */
  parse(text: string): ParsedFile {
    return this.#madeParser().parse(text);
  }

  dispose(): void {
    for (const uri of [...this.#files.keys()]) this.close(uri);
    for (const uri of [...this.#notebooks.keys()]) this.closeNotebook(uri);
    this.#parser?.dispose();
    this.#parser = null;
  }

  #madeParser(): PythonParser {
    if (this.#parser === null) throw new Error('the parser is not ready');
    return this.#parser;
  }
}
