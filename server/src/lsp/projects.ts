/**
 * What surrounds the open texts: the modules that they import, the releases and the configuration of their projects. Open
 * documents stand in front of the files on disk. What is known about a text is kept until something changes that was asked
 * for on its behalf, also what was not there. A path is an address (URI) here, as the client writes it.
 */

import type { Diagnostic, Location } from 'vscode-languageserver';
import type { Settings } from '../../../protocol/src/editor.ts';
import type { AnalysisContext } from '../analysis/analysisContext.ts';
import { atLevels, type RuleLevels } from '../analysis/rules/levels.ts';
import type { FloatX } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import { LineIndex } from '../base/lineIndex.ts';
import type { Span } from '../base/span.ts';
import { diagnosticsOf } from '../features/diagnostics.ts';
import { viewOfFile } from '../features/documentView.ts';
import { byLibrary } from '../project/configuration.ts';
import { librariesWithVersions } from '../project/libraryVersionText.ts';
import { createContext } from '../project/modules.ts';
import {
  type ConfigurationFile,
  configuredFloatX,
  readProject,
  rememberingParser,
} from '../project/project.ts';
import { isExcluded, projectLevels } from '../project/ruleChoice.ts';
import { mightReachScan } from '../project/scanText.ts';
import { rootOf, type WorkspaceFiles, watched } from '../project/workspaceFiles.ts';
import { ParsedTexts } from '../python/parsedTexts.ts';
import type { AnalysedText } from './analysedText.ts';
import type { Documents } from './documents.ts';

export interface ProjectsOptions {
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  /** Tells what is wrong with a file that configures ScanLens; it is not among the open documents. */
  readonly tellConfiguration: (uri: string, diagnostics: readonly Diagnostic[]) => void;
}

/** What surrounds one text. The same object as long as nothing in it has changed. */
export interface Surroundings {
  readonly context: AnalysisContext;
  /** What the project says; settings of the editor are stronger. */
  readonly levels: RuleLevels;
  readonly floatX: FloatX | null;
  /** True when the project leaves the file out: nothing is reported in it. */
  readonly isExcluded: boolean;
  /** A cheap test of the text itself and of the modules that it imports. */
  mightReachScan(text: string): boolean;
}

interface Kept {
  readonly surroundings: Surroundings;
  /** Paths, and folders with a slash at their end. */
  readonly asked: ReadonlySet<string>;
  /** What else it was made from. */
  readonly key: string;
}

export class Projects {
  readonly #options: ProjectsOptions;
  readonly #files: WorkspaceFiles;
  readonly #parsed: ParsedTexts;
  readonly #parseToml = rememberingParser();
  readonly #kept = new Map<string, Kept>();
  readonly #settings = new Map<string, string>();
  /** Files whose configuration has findings that the client knows of. */
  readonly #told = new Map<string, ConfigurationFile>();
  #roots: readonly string[] = [];
  #isToldOfChanges = false;

  constructor(options: ProjectsOptions) {
    this.#options = options;
    const { documents, files } = options;
    this.#files = {
      read: (path, root) => documents.find(path)?.text ?? files.read(path, root),
      names: (folder) => files.names(folder),
    };
    this.#parsed = new ParsedTexts((text) => documents.parse(text));
  }

  /** The folders of the workspace. */
  setRoots(uris: readonly string[]): void {
    this.#roots = uris.map((uri) => uri.replace(/(?<=[^/])\/$/, ''));
    this.#kept.clear();
  }

  /** The client says when a file changes; without that everything is looked up anew for each version of a text. */
  watchesFiles(): void {
    this.#isToldOfChanges = true;
  }

  /** The settings that hold for a text from now on. */
  use(text: AnalysedText, { libraryVersion }: Settings): void {
    this.#settings.set(text.uri, libraryVersion);
  }

  of(text: AnalysedText): Surroundings {
    const { uri, version } = text;
    const setting = this.#settings.get(uri) ?? '';
    const key = `${setting}\n${this.#isToldOfChanges ? '' : version}`;
    const known = this.#kept.get(uri);
    if (known?.key === key) return known.surroundings;
    const asked = new Set<string>();
    const surroundings = this.#read(uri, setting, watched(this.#files, asked));
    this.#kept.set(uri, { surroundings, asked, key });
    return surroundings;
  }

  /**
   * Files, open documents, or what is in a folder (with a slash at its end) have changed: forgets what depends on them and
   * gives the open texts about which it was.
   */
  changed(places: readonly string[]): readonly AnalysedText[] {
    for (const place of places) if (this.#told.delete(place)) this.#options.tellConfiguration(place, []);
    return this.#options.documents.all.filter(({ uri }) => {
      const kept = this.#kept.get(uri);
      return places.some((place) => kept?.asked.has(place)) && this.#kept.delete(uri);
    });
  }

  forget({ uri }: AnalysedText): void {
    this.#kept.delete(uri);
    this.#settings.delete(uri);
  }

  /** A place in another file than the one that is looked at. */
  locate(path: string, { start, end }: Span): Location | null {
    const text = this.#files.read(path, rootOf(path, this.#roots));
    if (text === null) return null;
    const lines = new LineIndex(text);
    return { uri: path, range: { start: lines.positionAt(start), end: lines.positionAt(end) } };
  }

  #read(uri: string, setting: string, files: WorkspaceFiles): Surroundings {
    const root = rootOf(uri, this.#roots);
    const project = readProject(uri, { files, root, parse: this.#parseToml });
    const { configurationFile, versions } = project;
    if (configurationFile !== null) this.#tell(configurationFile);
    const chosen = librariesWithVersions(setting, t('the setting {0}', 'scanlens.libraryVersion'));
    const context = createContext({
      path: uri.includes('/') ? uri : null,
      root,
      files,
      modules: { of: (path, text) => this.#fileOf(path, text) },
      versions: [byLibrary('problem' in chosen ? [] : chosen.versions), versions],
    });
    return {
      context,
      levels: projectLevels(project, uri),
      floatX: configuredFloatX(project),
      isExcluded: isExcluded(project, uri),
      mightReachScan: (text) => mightReachScan(text, { path: uri, root, files }),
    };
  }

  /** An open document keeps its tree itself, and brings it up to date with little work. */
  #fileOf(path: string, text: string) {
    const document = this.#options.documents.find(path);
    return document?.text === text ? document.file : this.#parsed.of(path, text);
  }

  #tell(file: ConfigurationFile): void {
    const { path, text, configuration } = file;
    const findings = atLevels(configuration.findings, Object.fromEntries(configuration.levels));
    if (findings.length === 0 || this.#told.get(path)?.text === text) return;
    this.#told.set(path, file);
    const view = viewOfFile({ uri: path, text, lines: new LineIndex(text) });
    this.#options.tellConfiguration(path, diagnosticsOf(findings, view));
  }
}
