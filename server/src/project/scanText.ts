/**
 * Cheap tests of texts, so that files that have nothing to do with scan are never parsed. A file without a word of it can
 * still call a helper of another module that makes scans: then its imports say so.
 */
import { moduleCandidates } from './moduleLookup.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';

const library = /\b(?:theano|aesara|pytensor)\b/;
/** What has to stand in a file that loses the updates of a helper, or that has scan by another module. */
const use = /\bfunction\s*\(|\.eval\s*\(|\bscan(?:_checkpoints)?\b|\bfold[lr]\b/;
const call = /\b(?:scan|map|reduce|foldl|foldr|filter|scan_checkpoints)\b/;

/** True when the text names one of the libraries: only then can a cell of it be run here. */
export const mightUseLibrary = (text: string): boolean => library.test(text);

/** True when the text may hold a scan of its own: it names a library and one of the functions. */
export const mightUseScan = (text: string): boolean => library.test(text) && call.test(text);

/** Where a text is, for its imports. */
export interface TextPlace {
  readonly path: string;
  /** The folder above which nothing is read. */
  readonly root: string;
  readonly files: WorkspaceFiles;
}

/** Modules that are looked at before the answer is yes. */
const mostModules = 40;

/** True when the text or a module of the workspace that it imports, directly or through others, may hold a scan. */
export function mightReachScan(text: string, place: TextPlace): boolean {
  if (mightUseScan(text)) return true;
  if (!use.test(text)) return false;
  const seen = new Set([place.path]);
  const pending = [{ path: place.path, text }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.path !== place.path && mightUseScan(next.text)) return true;
    if (seen.size > mostModules) return true;
    for (const path of importsOf(next.text, next.path, place)) {
      if (seen.has(path)) continue;
      seen.add(path);
      const found = place.files.read(path, place.root);
      if (found !== null) pending.push({ path, text: found });
    }
  }
  return false;
}

const importLine =
  /^[ \t]*(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import[ \t]+([^\n#]+)|import[ \t]+([^\n#]+))/gm;

/** Files that the import statements of a text may mean. */
function importsOf(text: string, from: string, { root }: TextPlace): readonly string[] {
  const candidates = (name: string, level: number) => moduleCandidates({ from, name, level }, root);
  return [...text.matchAll(importLine)].flatMap(([, dots = '', module = '', names = '', modules = '']) => {
    if (modules !== '') return wordsOf(modules).flatMap((name) => candidates(name, 0));
    // `from . import name`: a module of the package, or a name of its `__init__`.
    const inside = wordsOf(names).map((name) => (module === '' ? name : `${module}.${name}`));
    return [module, ...(module === '' ? inside : [])].flatMap((name) => candidates(name, dots.length));
  });
}

const wordsOf = (list: string): readonly string[] =>
  list.split(',').flatMap((item) => /^[\s(]*([\w.]+)/.exec(item)?.[1] ?? []);
