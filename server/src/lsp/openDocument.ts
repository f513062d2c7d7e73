/** An open file. Keeps its text up to date by the edits that the client sends. */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../base/lineIndex.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { PythonParser } from '../python/parser.ts';
import type { AnalysedText, OpenPart } from './analysedText.ts';
import { LazyParse } from './lazyParse.ts';

export class OpenDocument implements AnalysedText {
  readonly uri: string;
  readonly kind = 'file';
  readonly #parse: LazyParse;
  #document: TextDocument;
  #lines: { readonly text: string; readonly index: LineIndex } | null = null;

  constructor(document: TextDocument, parser: () => PythonParser) {
    this.uri = document.uri;
    this.#document = document;
    this.#parse = new LazyParse(parser);
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

  get file(): ParsedFile {
    return this.#parse.fileOf(this.text);
  }

  get parts(): readonly OpenPart[] {
    const { uri, version, text, lines } = this;
    return [{ uri, version, source: text, span: { start: 0, end: text.length }, lines, label: '' }];
  }

  /** Applies what the client sent. Changes follow each other: each is written in terms of the text after the one before. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) this.#edited(change.range, change.text);
      else this.#parse.forget();
      this.#document = TextDocument.update(this.#document, [change], version);
    }
    if (changes.length === 0) this.#document = TextDocument.update(this.#document, [], version);
  }

  dispose(): void {
    this.#parse.forget();
  }

  #edited(range: TextDocumentRange, newText: string): void {
    const [start, end] = [this.#document.offsetAt(range.start), this.#document.offsetAt(range.end)];
    this.#parse.edited({ start: Math.min(start, end), end: Math.max(start, end), newText });
  }
}

type TextDocumentRange = Extract<TextDocumentContentChangeEvent, { range: unknown }>['range'];
