/** Where the files that belong to the evaluator lie on Node: beside the bundles in `dist/`, or in the sources and in `node_modules`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** What the Python parser is made from: the two WebAssembly files of tree-sitter. Throws when they are missing. */
export function readParserAssets(): { runtime: Uint8Array; grammar: Uint8Array } {
  return {
    runtime: readFirst(['web-tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm']),
    grammar: readFirst(['tree-sitter-python.wasm', 'tree-sitter-python/tree-sitter-python.wasm']),
  };
}

/** The texts of ScanLens in a language (`zh-cn`) by their English ones; none for one that it does not have. */
export function readTranslations(locale: string): Readonly<Record<string, string>> {
  const language = locale.toLowerCase();
  const path = /^[a-z]{2,3}(?:-[a-z]+)?$/.test(language)
    ? upwards([join('l10n', `bundle.l10n.${language}.json`)])
    : null;
  return path === null ? {} : (JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>);
}

/** The program that a child process has to run as the evaluator. */
export function evaluatorEntry(): string {
  return findUpwards(['nodeEvaluator.ts', 'evaluator/node.cjs']);
}

/** The program that the evaluator's worker thread runs. */
export function workerEntry(): string {
  return findUpwards(['nodeEvaluatorWorker.ts', 'evaluator/worker.cjs']);
}

/** The program of the thread that owns a GPU. */
export function gpuEntry(): string {
  return findUpwards(['nodeGpuWorker.ts', 'evaluator/gpu.cjs']);
}

/** The program of a thread that helps with products. */
export function productThreadEntry(): string {
  return findUpwards(['nodeProductThread.ts', 'evaluator/productThread.cjs']);
}

function readFirst(names: readonly [bundled: string, installed: string]): Uint8Array {
  return readFileSync(findUpwards([names[0], join('node_modules', names[1])]));
}

/** The nearest file of one of these names in the folder of this module or in one above it. */
function findUpwards(names: readonly string[]): string {
  const found = upwards(names);
  if (found === null) throw new Error(`${names.join(' or ')} was not found near ${here}`);
  return found;
}

function upwards(names: readonly string[]): string | null {
  for (let folder = here; ; folder = dirname(folder)) {
    const path = names.map((name) => join(folder, name)).find(existsSync);
    if (path !== undefined) return path;
    if (folder === dirname(folder)) return null;
  }
}
