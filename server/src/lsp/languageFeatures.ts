/**
 * Binds the pure features to open documents: which facts each of them gets, and which facts are kept until the text
 * changes. Nothing here decides what is shown.
 */
import type {
  CodeAction,
  CodeLens,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
} from 'vscode-languageserver';
import type { InlineResult, Settings } from '../../../protocol/src/editor.ts';
import type { DroppedScan, RunEnd } from '../../../protocol/src/evaluator.ts';
import type { AnalysisContext } from '../analysis/analysisContext.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Analysis } from '../analysis/facts.ts';
import type { CheckedText } from '../analysis/fixes/applyFixes.ts';
import type { FixContext, FixesFor } from '../analysis/fixes/fix.ts';
import type { Finding } from '../analysis/rules/findings.ts';
import { check } from '../analysis/rules/rules.ts';
import { codeActions } from '../features/codeActions.ts';
import { diagnosticsOf } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { DocumentView, type OtherFiles } from '../features/documentView.ts';
import { droppedScansOf } from '../features/droppedScans.ts';
import { hoverAt } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { inlineResultsOf } from '../features/inlineResults.ts';
import { cellLenses } from '../features/lenses.ts';
import { definitionAt, referencesAt } from '../features/navigation.ts';
import { scanLenses } from '../features/scanLenses.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { mightUseLibrary } from '../project/scanText.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { FloatXDecision, Library } from '../session/floatX.ts';
import { programLibrary } from '../session/programLibrary.ts';
import type { AnalysedText, PlacedDocument } from './analysedText.ts';
import type { Surroundings } from './projects.ts';
import type { RunRecord } from './runs.ts';
import type { StaticFindings } from './staticChecks.ts';

/** What the client can do with an answer. */
export interface ClientTraits {
  /** It has the commands of `linkCommands`. */
  readonly hasLinkCommands: boolean;
  /** It shows code actions that can not be done, with the reason. */
  readonly showsDisabled: boolean;
}

export interface LanguageFeaturesOptions {
  readonly otherFiles: OtherFiles;
  readonly fixesFor: FixesFor;
  /** A text that is not open. */
  readonly parse: (text: string) => ParsedFile;
  readonly surroundingsOf: (text: AnalysedText) => Surroundings;
  readonly floatXOf: (text: AnalysedText, settings: Settings) => FloatXDecision;
}

/** The part of a document that is asked for; null for all of it. */
type Asked = Range | null;

/** What one version of a text has to do with us, by the cheap tests. */
interface Uses {
  readonly text: string;
  readonly surroundings: Surroundings;
  readonly library: boolean;
  readonly scan: boolean;
}

export class LanguageFeatures {
  readonly #options: LanguageFeaturesOptions;
  /** Facts live as long as the tree that they are about, and what surrounds it. */
  readonly #analyses = new WeakMap<ParsedFile, { context: AnalysisContext; analysis: Analysis }>();
  readonly #uses = new WeakMap<AnalysedText, Uses>();

  constructor(options: LanguageFeaturesOptions) {
    this.#options = options;
  }

  /** Diagnostics and cells. A text without any library is not even parsed, one without any scan not analysed. */
  check(text: AnalysedText, settings: Settings): StaticFindings {
    const findings = this.#findings(text, settings);
    const diagnostics = text.parts.map((part) => {
      const { uri, version } = part;
      return { uri, version, diagnostics: [...diagnosticsOf(findings, this.#view({ text, part }))] };
    });
    const [part] = text.parts;
    const hasCells = text.kind === 'file' && this.#usesOf(text).library;
    if (!hasCells || part === undefined) return { diagnostics, cells: [], hasMarkers: false };
    const view = this.#view({ text, part });
    const { cells } = text.file;
    return {
      diagnostics,
      cells: cells.map((cell) => view.rangeOf(cell)),
      hasMarkers: cells.some((cell) => cell.marker !== null),
    };
  }

  hover(document: PlacedDocument, position: Position, floatX: FloatXDecision): Hover | null {
    const analysis = this.#analysisOf(document.text);
    if (analysis === null) return null;
    const context = this.#textContext(document, floatX);
    return hoverAt(analysis, context.view.offsetAt(position), context);
  }

  lenses(document: PlacedDocument, { hasLinkCommands }: ClientTraits): readonly CodeLens[] {
    const { text } = document;
    if (!this.#usesOf(text).library) return [];
    const view = this.#view(document);
    const analysis = this.#analysisOf(text);
    const scans = analysis === null ? [] : scanLenses(analysis, { file: text.file, view, hasLinkCommands });
    return text.kind === 'file' ? [...cellLenses(text.file, view), ...scans] : scans;
  }

  inlayHints(
    document: PlacedDocument,
    asked: { readonly range: Range; readonly mode: Settings['inlayHints'] },
    floatX: FloatXDecision,
  ): readonly InlayHint[] {
    const analysis = this.#analysisOf(document.text);
    if (analysis === null) return [];
    const context = this.#textContext(document, floatX);
    return inlayHints(analysis, { mode: asked.mode, span: context.view.spanOf(asked.range) }, context);
  }

  semanticTokens(document: PlacedDocument, asked: Asked): readonly number[] {
    const analysis = this.#analysisOf(document.text);
    if (analysis === null) return [];
    const view = this.#view(document);
    return semanticTokens(analysis, asked === null ? view.span : view.spanOf(asked), view);
  }

  definition(document: PlacedDocument, position: Position): readonly Location[] {
    return this.#navigate(document, position, definitionAt);
  }

  references(document: PlacedDocument, position: Position): readonly Location[] {
    return this.#navigate(document, position, referencesAt);
  }

  symbols(document: PlacedDocument): readonly DocumentSymbol[] {
    const analysis = this.#analysisOf(document.text);
    return analysis === null ? [] : documentSymbols(analysis, document.text.file, this.#view(document));
  }

  /** `only`: the kinds that the editor wants, null for whatever fits. */
  codeActions(
    document: PlacedDocument,
    asked: { readonly range: Range; readonly only: readonly string[] | null },
    client: ClientTraits & { readonly settings: Settings },
  ): readonly CodeAction[] {
    const { text } = document;
    const analysis = this.#analysisOf(text);
    if (analysis === null) return [];
    const view = this.#view(document);
    const { fixesFor } = this.#options;
    const context = {
      source: { file: text.file, analysis },
      view,
      fixesFor,
      check: (changed: string) => this.#checked(text, changed, client.settings),
      hasLinkCommands: client.hasLinkCommands,
    };
    const wanted = { span: view.spanOf(asked.range), only: asked.only };
    const actions = codeActions(this.#findings(text, client.settings), wanted, context);
    return client.showsDisabled ? actions : actions.filter(({ disabled }) => disabled === undefined);
  }

  /** The calls of scan that are flagged because their updates are dropped. */
  droppedScans(text: AnalysedText, settings: Settings): readonly DroppedScan[] {
    const analysis = this.#analysisOf(text);
    return analysis === null ? [] : droppedScansOf(analysis, this.#findings(text, settings));
  }

  inlineResults(record: RunRecord): readonly InlineResult[] {
    return inlineResultsOf(record.file.text, record.events, withPlace(record));
  }

  /** The library that the program imports; null when it imports none. */
  libraryOf(text: AnalysedText): Library | null {
    return programLibrary(text.file.module);
  }

  // ------------------------------------------------------------------------------------------------------- facts

  #findings(text: AnalysedText, settings: Settings): readonly Finding[] {
    const analysis = this.#analysisOf(text);
    return analysis === null ? [] : this.#findingsIn(text, { file: text.file, analysis }, settings);
  }

  /** `changed` as if it stood in place of an open text. */
  #checked(text: AnalysedText, changed: string, settings: Settings): CheckedText {
    const file = this.#options.parse(changed);
    const analysis = analyze(file, this.#options.surroundingsOf(text).context);
    return { file, analysis, findings: this.#findingsIn(text, { file, analysis }, settings) };
  }

  #findingsIn(text: AnalysedText, { file, analysis }: FixContext, settings: Settings): readonly Finding[] {
    const { levels, isExcluded } = this.#options.surroundingsOf(text);
    if (isExcluded) return [];
    const floatX = this.#options.floatXOf(text, settings);
    return check(file, analysis, {
      floatX: analysis.floatX ?? floatX.value,
      isDefaultFloatX: analysis.floatX === null && floatX.isDefault,
      levels: { ...levels, ...settings.rules },
    });
  }

  #navigate(document: PlacedDocument, position: Position, feature: typeof definitionAt): readonly Location[] {
    const analysis = this.#analysisOf(document.text);
    if (analysis === null) return [];
    const view = this.#view(document);
    return feature(analysis, view.offsetAt(position), { file: document.text.file, view });
  }

  #view({ text, part }: PlacedDocument): DocumentView {
    return new DocumentView(text.parts, part, this.#options.otherFiles);
  }

  #textContext(document: PlacedDocument, floatX: FloatXDecision) {
    const { file } = document.text;
    return { file, view: this.#view(document), floatX: floatX.value, floatXReason: floatX.reason };
  }

  /** An editor asks ten features about each version; a text may be long. */
  #usesOf(analysed: AnalysedText): Uses {
    const { text } = analysed;
    const known = this.#uses.get(analysed);
    const surroundings = this.#options.surroundingsOf(analysed);
    if (known?.text === text && known.surroundings === surroundings) return known;
    const scan = surroundings.mightReachScan(text);
    const uses = { text, surroundings, library: mightUseLibrary(text), scan };
    this.#uses.set(analysed, uses);
    return uses;
  }

  /** Null for a text without any scan, which is not even parsed for this. */
  #analysisOf(text: AnalysedText): Analysis | null {
    if (!this.#usesOf(text).scan) return null;
    const { file } = text;
    const { context } = this.#options.surroundingsOf(text);
    const known = this.#analyses.get(file);
    if (known?.context === context) return known.analysis;
    const analysis = analyze(file, context);
    this.#analyses.set(file, { context, analysis });
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
