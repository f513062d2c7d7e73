/** The parsed modules of a workspace: each is read and parsed when something imports it, and kept while its text stays the same. */
import type { AnalysisContext, LibraryVersion } from '../analysis/analysisContext.ts';
import type { Library } from '../analysis/terms.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import { moduleCandidates } from './moduleLookup.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';

/** Files that are kept parsed; a large workspace must not fill the memory. */
const mostKept = 300;

export class ParsedModules {
  readonly #parse: (text: string) => ParsedFile;
  /** From the one that was asked for the longest time ago. */
  readonly #kept = new Map<string, ParsedFile>();

  constructor(parse: (text: string) => ParsedFile) {
    this.#parse = parse;
  }

  /** The file with this text, parsed. */
  of(path: string, text: string): ParsedFile {
    const known = this.#kept.get(path);
    const file = known?.text === text ? known : this.#parse(text);
    this.#kept.delete(path);
    this.#kept.set(path, file);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return file;
  }
}

export interface ContextParts {
  /** The path of the file that is analysed; null for a text without a place. */
  readonly path: string | null;
  readonly root: string;
  readonly files: WorkspaceFiles;
  readonly modules: Pick<ParsedModules, 'of'>;
  /** Strongest first: the settings, then the project. */
  readonly versions: readonly ReadonlyMap<Library, LibraryVersion>[];
}

/** What the analysis of one file knows of the workspace. */
export function createContext({ path, root, files, modules, versions }: ContextParts): AnalysisContext {
  return {
    path,
    resolveModule(request) {
      for (const candidate of moduleCandidates(request, root)) {
        const text = candidate === request.from ? null : files.read(candidate, root);
        if (text !== null) return { path: candidate, file: modules.of(candidate, text) };
      }
      return null;
    },
    versionOf: (library) => versions.flatMap((known) => known.get(library) ?? [])[0] ?? null,
  };
}
