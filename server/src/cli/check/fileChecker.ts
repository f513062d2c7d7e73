/** Checks one file after another: what surrounds it is read once, the parser is made when a file first needs it. */
import type { AnalysisContext, LibraryVersion } from '../../analysis/analysisContext.ts';
import { analyze } from '../../analysis/analyze.ts';
import type { Analysis } from '../../analysis/facts.ts';
import { type AppliedFixes, applyFixes, type CheckedText } from '../../analysis/fixes/applyFixes.ts';
import { levels as allLevels, type Finding, type RuleContext } from '../../analysis/rules/findings.ts';
import { check } from '../../analysis/rules/rules.ts';
import type { Library } from '../../analysis/terms.ts';
import type { Disposable } from '../../base/disposable.ts';
import { byLibrary } from '../../project/configuration.ts';
import { createContext } from '../../project/modules.ts';
import { configuredFloatX, noProject, type Project } from '../../project/project.ts';
import { projectLevels } from '../../project/ruleChoice.ts';
import { foldersUpTo } from '../../project/workspaceFiles.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import { ParsedTexts } from '../../python/parsedTexts.ts';
import { createPythonParser, type PythonParser } from '../../python/parser.ts';
import { type FloatXSources, resolveFloatX } from '../../session/floatX.ts';
import { readParserAssets } from '../../session/nodeAssets.ts';
import { readFloatXSources } from '../../session/nodeFloatX.ts';
import { programLibrary } from '../../session/programLibrary.ts';
import type { SourceFile } from '../sourceFile.ts';
import { type CheckedFinding, type PlacedText, placedText, placeFinding } from './checkedFinding.ts';
import type { FileCheckOptions } from './checkOptions.ts';
import { shownPath } from './paths.ts';
import type { Projects } from './projects.ts';

/** A file to check. */
export interface CheckTask {
  readonly source: SourceFile;
  /** Absolute, with slashes; null for a text without a place. */
  readonly path: string | null;
  /** The folder above which nothing is read. */
  readonly root: string;
}

export class FileChecker implements Disposable {
  readonly #options: FileCheckOptions;
  readonly #projects: Projects;
  readonly #versions: ReadonlyMap<Library, LibraryVersion>;
  readonly #modules = new ParsedTexts((text) => this.#parsed(text));
  readonly #floatXSources = new Map<string, FloatXSources>();
  #parser: PythonParser | null = null;

  constructor(options: FileCheckOptions, projects: Projects) {
    this.#options = options;
    this.#projects = projects;
    this.#versions = byLibrary(options.versions);
  }

  /** The findings in source order, at the levels that hold for the file. */
  async check(task: CheckTask): Promise<readonly CheckedFinding[]> {
    await this.#prepare();
    const { source, root } = task;
    const { findings } = this.#checkedText(task, source.text);
    const text = placedText(source.path, source.text, source.notebook);
    const other = (at: string) => this.#otherText(at, root);
    return findings.map((finding) => placeFinding(finding, text, other));
  }

  /** The text of the file with all safe fixes; nothing is written. */
  async fix(task: CheckTask): Promise<AppliedFixes> {
    await this.#prepare();
    return applyFixes(this.#checkedText(task, task.source.text), (text) => this.#checkedText(task, text));
  }

  dispose(): void {
    this.#parser?.dispose();
    this.#parser = null;
  }

  async #prepare(): Promise<void> {
    this.#parser ??= await createPythonParser(readParserAssets());
  }

  /** What is found in `text` when it stands in place of the task's own. */
  #checkedText(task: CheckTask, text: string): CheckedText {
    const { path, root } = task;
    const project = path === null ? noProject : this.#projects.of(path, root);
    const file = this.#parsed(text);
    const analysis = analyze(file, this.#contextOf(task, project));
    const levels = path === null ? {} : projectLevels(project, path);
    const context = this.#ruleContext(task, project, { file, analysis });
    const found = check(file, analysis, { ...context, levels });
    return { file, analysis, findings: askedFor(found, this.#options) };
  }

  #parsed(text: string): ParsedFile {
    if (this.#parser === null) throw new Error('the parser is not ready');
    return this.#parser.parse(text);
  }

  #contextOf({ path, root }: CheckTask, { versions }: Project): AnalysisContext {
    const { files } = this.#projects;
    return createContext({ path, root, files, modules: this.#modules, versions: [this.#versions, versions] });
  }

  #ruleContext(
    { path, root }: CheckTask,
    project: Project,
    { file, analysis }: { file: ParsedFile; analysis: Analysis },
  ): RuleContext {
    const folders = path === null ? [] : foldersUpTo(root, path);
    const sources = this.#floatXSourcesOf(folders);
    const decision = resolveFloatX(
      { ...sources, configured: configuredFloatX(project) },
      programLibrary(file.module),
    );
    return {
      floatX: analysis.floatX ?? decision.value,
      isDefaultFloatX: analysis.floatX === null && decision.isDefault,
    };
  }

  #floatXSourcesOf(folders: readonly string[]): FloatXSources {
    const key = folders[0] ?? '';
    const known = this.#floatXSources.get(key) ?? readFloatXSources(this.#options.floatX, folders);
    this.#floatXSources.set(key, known);
    return known;
  }

  #otherText(path: string, root: string): PlacedText | null {
    const text = this.#projects.files.read(path, root);
    return text === null ? null : placedText(shownPath(path), text);
  }
}

/** The findings that the options leave. */
export function askedFor(
  findings: readonly Finding[],
  { selected, ignored, leastLevel }: FileCheckOptions,
): readonly Finding[] {
  const least = allLevels.indexOf(leastLevel);
  return findings.filter(
    ({ rule, level }) =>
      (selected === null || selected.includes(rule)) &&
      !ignored.includes(rule) &&
      allLevels.indexOf(level) >= least,
  );
}
