/**
 * Binds the pure features to open documents: which facts each of them gets, and which facts are kept until the text
 * changes. Nothing here decides what is shown.
 */
import type { CodeLens, Hover } from 'vscode-languageserver';
import type { InlineResult, Settings } from '../../../protocol/src/editor.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Analysis } from '../analysis/facts.ts';
import { check } from '../analysis/rules/rules.ts';
import { diagnosticsOf } from '../features/diagnostics.ts';
import { hoverAt } from '../features/hover.ts';
import { inlineResultsOf } from '../features/inlineResults.ts';
import { cellLenses } from '../features/lenses.ts';
import { rangeOf } from '../features/ranges.ts';
import { mightUseLibrary, mightUseScan } from '../features/scanText.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { FloatXDecision, Library } from '../session/floatX.ts';
import { programLibrary } from '../session/programLibrary.ts';
import type { OpenDocument } from './documents.ts';
import type { RunRecord } from './runs.ts';
import type { StaticFindings } from './staticChecks.ts';

export class LanguageFeatures {
  /** Facts live as long as the tree that they are about. */
  readonly #analyses = new WeakMap<ParsedFile, Analysis>();

  /** Diagnostics and cells. A text without any library is not even parsed, one without any scan not analysed. */
  check(document: OpenDocument, settings: Settings): StaticFindings {
    if (!mightUseLibrary(document.text)) return { diagnostics: [], cells: [], hasMarkers: false };
    const { file, lines } = document;
    const findings = mightUseScan(document.text) ? check(this.#analysisOf(file)) : [];
    return {
      diagnostics: diagnosticsOf(findings, document, settings.rules),
      cells: file.cells.map((cell) => rangeOf(lines, cell)),
      hasMarkers: file.cells.some((cell) => cell.marker !== null),
    };
  }

  hover(document: OpenDocument, offset: number, floatX: FloatXDecision): Hover | null {
    if (!mightUseScan(document.text)) return null;
    const { file, lines } = document;
    const context = { file, lines, floatX: floatX.value, floatXReason: floatX.reason };
    return hoverAt(this.#analysisOf(file), offset, context);
  }

  lenses(document: OpenDocument): readonly CodeLens[] {
    return mightUseLibrary(document.text) ? cellLenses(document.file, document) : [];
  }

  inlineResults(record: RunRecord): readonly InlineResult[] {
    return inlineResultsOf(record.file.text, record.events, record.end);
  }

  /** The library that the program imports; null when it imports none. */
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
