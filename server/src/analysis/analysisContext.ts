/**
 * What an analysis knows beside the text of the file: the workspace's other modules and the versions of the libraries.
 * Everything is injected; the analysis itself opens no file.
 */
import type { ParsedFile } from '../python/parsedFile.ts';
import type { Library } from './terms.ts';

/** A version as numbers: PyTensor 2.36 is `[2, 36, 0]`. */
export type Version = readonly [major: number, minor: number, patch: number];

/** Which release of a library the facts are about, and who says so. */
export interface LibraryVersion {
  readonly library: Library;
  readonly version: Version;
  /** For people: `requirements.txt says pytensor>=3`, `nothing says which`. */
  readonly reason: string;
}

/** An `import` that may mean a module of the workspace. */
export interface ModuleRequest {
  /** Path of the importing file. */
  readonly from: string;
  /** The dotted name as written, without the leading dots; '' in `from . import name`. */
  readonly name: string;
  /** The number of leading dots. */
  readonly level: number;
}

/** A module of the workspace, or an `__init__` of one of its packages. */
export interface SourceModule {
  readonly path: string;
  readonly file: ParsedFile;
}

export interface AnalysisContext {
  /** Where the file is; null for a text without a place: then nothing of the workspace is imported. */
  readonly path: string | null;
  /** Finds a module of the workspace; null for anything else. Is expected to keep parsed files. */
  resolveModule(request: ModuleRequest): SourceModule | null;
  /** True if another file of the workspace seems to read a variable of this one. */
  isReadElsewhere(name: string): boolean;
  /** What the settings or the project's files say about a library's version; null when they say nothing. */
  versionOf(library: Library): LibraryVersion | null;
}

/** A text on its own. */
export const noContext: AnalysisContext = {
  path: null,
  resolveModule: () => null,
  isReadElsewhere: () => false,
  versionOf: () => null,
};
