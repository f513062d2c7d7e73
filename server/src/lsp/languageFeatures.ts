/**
 * Binds the pure features to open documents: which facts each of them gets, and which of them are kept until the text
 * changes. Nothing here decides what is shown.
 */
import type { CodeLens, Hover } from 'vscode-languageserver';
import type { InlineResult, Settings } from '../../../protocol/src/editor.ts';
import type { OpenDocument } from './documents.ts';
import { type RunRecord, rangeOf } from './runs.ts';
import type { StaticFindings } from './staticChecks.ts';

export class LanguageFeatures {
  check(document: OpenDocument, _settings: Settings): StaticFindings {
    const { file, lines } = document;
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
  libraryOf(_document: OpenDocument): null {
    return null;
  }
}
