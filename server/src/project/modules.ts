/** The modules of a workspace for the analysis of one file: each is read and parsed when something imports it. */
import type { AnalysisContext, LibraryVersion } from '../analysis/analysisContext.ts';
import type { Library } from '../analysis/terms.ts';
import type { ParsedTexts } from '../python/parsedTexts.ts';
import { moduleCandidates } from './moduleLookup.ts';
import { isReadNearby } from './moduleReaders.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';

export interface ContextParts {
  /** The path of the file that is analysed; null for a text without a place. */
  readonly path: string | null;
  readonly root: string;
  readonly files: WorkspaceFiles;
  readonly modules: Pick<ParsedTexts, 'of'>;
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
    isReadElsewhere: (name) => path !== null && isReadNearby(name, { path, root, files }),
    versionOf: (library) => versions.flatMap((known) => known.get(library) ?? [])[0] ?? null,
  };
}
