/**
 * The open documents. Each keeps its text up to date by the edits that the client sends, and parses only when somebody
 * asks for the tree: then the edits since the last time go to the incremental parser at once.
 */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../base/lineIndex.ts';
import type { ParsedFile, TextEdit } from '../python/parsedFile.ts';
import type { IncrementalParse, PythonParser } from '../python/parser.ts';

/** Documents of these schemes are something else than a file of their own: a notebook's cell, the old side of a diff. */
const ignoredSchemes: ReadonlySet<string> = new Set([
  'vscode-notebook-cell',
  'git',
  'output',
  'review',
  'pr',
]);

export class OpenDocument {
  readonly uri: string;
  readonly #parser: () => PythonParser;
  #document: TextDocument;
  #parse: IncrementalParse | null = null;
  #edits: TextEdit[] = [];
  #lines: { readonly text: string; readonly index: LineIndex } | null = null;

  constructor(document: TextDocument, parser: () => PythonParser) {
    this.uri = document.uri;
    this.#document = document;
    this.#parser = parser;
  }

  get version(): number {
    return this.#document.version;
  }

  get text(): string {
    return this.#document.getText();
  }

  /** Lines of the present text. */
  get lines(): LineIndex {
    const { text } = this;
    if (this.#lines?.text !== text) this.#lines = { text, index: new LineIndex(text) };
    return this.#lines.index;
  }

  /** The present text, parsed. */
  get file(): ParsedFile {
    if (this.#parse === null) this.#parse = this.#parser().open(this.text);
    else if (this.#edits.length > 0) this.#parse.update(this.#edits);
    this.#edits = [];
    return this.#parse.file;
  }

  /** Applies what the client sent. Changes follow each other: each is written in terms of the text after the one before. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) this.#remember(change.range, change.text);
      else this.#forgetTree();
      this.#document = TextDocument.update(this.#document, [change], version);
    }
    if (changes.length === 0) this.#document = TextDocument.update(this.#document, [], version);
  }

  dispose(): void {
    this.#forgetTree();
  }

  #remember(range: TextDocumentRange, newText: string): void {
    if (this.#parse === null) return;
    const [start, end] = [this.#document.offsetAt(range.start), this.#document.offsetAt(range.end)];
    this.#edits.push({ start: Math.min(start, end), end: Math.max(start, end), newText });
  }

  #forgetTree(): void {
    this.#parse?.dispose();
    this.#parse = null;
    this.#edits = [];
  }
}

type TextDocumentRange = Extract<TextDocumentContentChangeEvent, { range: unknown }>['range'];

export class Documents {
  /** Settled when documents can be parsed; rejects when the parser can not be made. */
  readonly ready: Promise<void>;
  readonly #documents = new Map<string, OpenDocument>();
  #parser: PythonParser | null = null;

  constructor(parser: Promise<PythonParser>) {
    this.ready = parser.then((made) => {
      this.#parser = made;
    });
    // Whoever waits is told; without anybody waiting it must not end the process.
    this.ready.catch(() => {});
  }

  get all(): readonly OpenDocument[] {
    return [...this.#documents.values()];
  }

  find(uri: string): OpenDocument | null {
    return this.#documents.get(uri) ?? null;
  }

  /** Null for a document that is not a file of its own. */
  open(item: { uri: string; languageId: string; version: number; text: string }): OpenDocument | null {
    if (ignoredSchemes.has(item.uri.slice(0, Math.max(0, item.uri.indexOf(':'))))) return null;
    this.close(item.uri);
    const text = TextDocument.create(item.uri, item.languageId, item.version, item.text);
    const document = new OpenDocument(text, () => this.#madeParser());
    this.#documents.set(item.uri, document);
    return document;
  }

  close(uri: string): void {
    this.#documents.get(uri)?.dispose();
    this.#documents.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.#documents.keys()]) this.close(uri);
    this.#parser?.dispose();
    this.#parser = null;
  }

  #madeParser(): PythonParser {
    if (this.#parser === null) throw new Error('the parser is not ready');
    return this.#parser;
  }
}
