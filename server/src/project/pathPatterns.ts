/** Patterns of paths as in `.gitignore`: what a configuration leaves out, and the `.gitignore` files of a repository. */
import ignore from 'ignore';
import { relativeTo } from './workspaceFiles.ts';

/** Says of a path below the folder of the patterns whether they name it, or a folder that holds it. */
export type PathTest = (path: string) => boolean;

/** Patterns that are relative to `folder`. A path outside of it is never named. */
export function pathTest(folder: string, patterns: readonly string[]): PathTest {
  if (patterns.length === 0) return () => false;
  const rules = ignore({ ignorecase: false }).add(patterns);
  return (path) => {
    const relative = relativeTo(folder, path);
    return isPlain(relative) && rules.ignores(relative);
  };
}

/** One `.gitignore`. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

/** The `.gitignore` files above a path, outermost first: an inner file overrules an outer one. */
export class IgnoreChain {
  readonly #files: readonly { readonly folder: string; readonly rules: ReturnType<typeof ignore> }[];

  constructor(files: readonly IgnoreFile[] = [], inherited: IgnoreChain | null = null) {
    const own = files.map(({ folder, text }) => ({ folder, rules: ignore({ ignorecase: false }).add(text) }));
    this.#files = [...(inherited === null ? [] : inherited.#files), ...own];
  }

  with(file: IgnoreFile): IgnoreChain {
    return new IgnoreChain([file], this);
  }

  /** Of a folder the path ends with a slash. Folders above are not looked at: who walks has not entered an ignored one. */
  ignores(path: string): boolean {
    for (const { folder, rules } of this.#files.toReversed()) {
      const relative = relativeTo(folder, path);
      if (!isPlain(relative)) continue;
      const { ignored, unignored } = rules.test(relative);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

/** What the package takes: it refuses by an exception what leads out of the folder. */
const isPlain = (relative: string | null): relative is string =>
  relative !== null && ignore.isPathValid(relative);
