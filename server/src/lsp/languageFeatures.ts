/**
 * Binds the pure features to open documents: which facts each of them gets, and which facts are kept until the text
 * changes. Nothing here decides what is shown.
 */
import type { CodeLens, Hover } from 'vscode-languageserver';
import type { InlineResult, Settings } from '../../../protocol/src/editor.ts';
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
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
    const { uri, file, lines } = document;
    const findings = mightUseScan(document.text)
      ? check(file, this.#analysisOf(file), {
          floatX: 'float64',
          isDefaultFloatX: true,
          levels: settings.rules,
        })
      : [];
    return {
      diagnostics: diagnosticsOf(findings, { uri, lines }),
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
    if (!mightUseLibrary(document.text)) return [];
    const { uri, file, lines } = document;
    return cellLenses(file, { uri, lines });
  }

  inlineResults(record: RunRecord): readonly InlineResult[] {
    return inlineResultsOf(record.file.text, record.events, withPlace(record));
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

/** What happened to the process and not to the program (it was ended, it ran out of memory) stands below the cells that ran. */
function withPlace({ file, cells, end }: RunRecord): RunEnd | null {
  const last = cells.at(-1);
  if (end?.error == null || end.error.frames.length > 0 || last === undefined) return end;
  const place = last.start + file.text.slice(last.start, last.end).trimEnd().length;
  const frame = { span: { start: place, end: place }, functionName: '<module>' };
  return { ...end, error: { ...end.error, frames: [frame] } };
}
