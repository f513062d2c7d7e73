/** What is analysed as one text: a file, or the code cells of a notebook. Whoever uses it does not care which of the two it is. */
import type { DocumentPart } from '../features/documentView.ts';
import type { ParsedFile } from '../python/parsedFile.ts';

/** A document of the editor and its part of the text. */
export interface OpenPart extends DocumentPart {
  /** Of the document, as the client counts. */
  readonly version: number;
  /** As the person wrote it: as long as its part of the text, in which what is not Python is replaced. */
  readonly source: string;
}

export interface AnalysedText {
  /** Of the file or notebook: settings and configuration files are looked up by it. */
  readonly uri: string;
  readonly kind: 'file' | 'notebook';
  /** Another one after every change. */
  readonly version: number;
  readonly text: string;
  /** The present text, parsed. */
  readonly file: ParsedFile;
  /** In the order of the text. */
  readonly parts: readonly OpenPart[];
}

/** A document, and the text of which it is a part. */
export interface PlacedDocument {
  readonly text: AnalysedText;
  readonly part: OpenPart;
}
