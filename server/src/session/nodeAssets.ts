/**
 * Reads the parser's two wasm files on Node: beside the running bundle (`dist/`), or, when run from source, out of
 * node_modules. Browser entries fetch them instead.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ParserAssets } from '../python/parser.ts';

const files = { runtime: 'web-tree-sitter.wasm', grammar: 'tree-sitter-python.wasm' } as const;
const packages = { runtime: 'web-tree-sitter', grammar: 'tree-sitter-python' } as const;

/** The bytes of web-tree-sitter.wasm and tree-sitter-python.wasm. Throws with the places looked at when one is missing. */
export function readParserAssets(): ParserAssets {
  return { runtime: readAsset('runtime'), grammar: readAsset('grammar') };
}

function readAsset(asset: keyof typeof files): Uint8Array {
  const file = files[asset];
  const places: string[] = [];
  for (let folder = ownFolder(); ; folder = dirname(folder)) {
    places.push(join(folder, file), join(folder, 'node_modules', packages[asset], file));
    if (dirname(folder) === folder) break;
  }
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${file} was not found; looked at ${places.join(', ')}`);
  return readFileSync(found);
}

/** The folder of this module: of the bundle in a bundle (CommonJS there), of the source file in tests. */
const ownFolder = (): string =>
  typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
