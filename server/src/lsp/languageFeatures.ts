/**
 * Binds the pure features to open documents: which facts each of them gets, and which facts are kept until the text
 * changes. Nothing here decides what is shown.
 */
import type { CodeLens, Hover } from 'vscode-languageserver';
import type { InlineResult, Settings } from '../../../protocol/src/editor.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Analysis } from '../analysis/facts.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { Library } from '../session/floatX.ts';
import { programLibrary } from '../session/programLibrary.ts';
import type { OpenDocument } from './documents.ts';
import { mightUseScan } from './mightUseScan.ts';
import { type RunRecord, rangeOf } from './runs.ts';
import type { StaticFindings } from './staticChecks.ts';

export class LanguageFeatures {
  /** Facts live as long as the tree that they are about. */
  readonly #analyses = new WeakMap<ParsedFile, Analysis>();

  check(document: OpenDocument, _settings: Settings): StaticFindings {
    if (!mightUseScan(document.text)) return { diagnostics: [], cells: [], hasMarkers: false };
    const { file, lines } = document;
    this.#analysisOf(file);
    const cells = file.cells.map((cell) => rangeOf(lines, cell));
    return { diagnostics: [], cells, hasMarkers: file.cells.some((cell) => cell.marker !== null) };
  }
  hover(_document: OpenDocument, _offset: number, _settings: Settings): Hover | null {
    return null;
  }
  lenses(_document: OpenDocument): readonly CodeLens[] {
    return [];
  }
  inlineResults(_record: RunRecord, _failed: (error: unknown) => void): readonly InlineResult[] {
    return [];
  }

  /** The library that the program imports; null when it imports none or can not be known. */
  libraryOf(document: OpenDocument): Library | null {
    return programLibrary(document.file.module);
  }

  #analysisOf(file: ParsedFile): Analysis {
    const known = this.#analyses.get(file);
    if (known !== undefined) return known;
    const analysis = analyze(file);
    this.#analyses.set(file, analysis);
    return analysis;
  }
}
