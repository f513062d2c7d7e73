/**
 * Loads web-tree-sitter with the Python grammar and reads its trees into a {@link NodeTable}.
 *
 * Reading node by node through the public cursor costs about a microsecond per node, more than parsing itself.
 * `readMemory` reads the runtime's own tree in linear memory instead (layout: tree-sitter's `subtree.h` and `parser.h`,
 * ABI 15, 32 bit). The layout is no promise of the library: a test compares it with the public cursor for the version that
 * ships. A runtime that does not show its memory, or has another ABI, is read by the cursor.
 */
import { Language, Parser } from 'web-tree-sitter';
import { readCursor } from './cursorReader.ts';
import { createMemoryReader, type Heap } from './memoryReader.ts';
import { kinds, otherToken, tokens } from './nodeKinds.ts';
import type { TreeReader } from './nodeTable.ts';

/** The bytes of the two wasm files. */
export interface ParserAssets {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** A loaded grammar. */
export interface Grammar {
  readonly language: Language;
  readonly readTree: TreeReader;
  /** Which of the two readers `readTree` is. */
  readonly reader: 'memory' | 'cursor';
}

/** What the runtime hangs onto its options object while it starts. */
type RuntimeOptions = { wasmBinary: Uint8Array; locateFile: (name: string) => string } & Partial<Heap>;

/** The version of the layout that `memoryReader.ts` knows. */
const knownAbi = 15;

let runtime: RuntimeOptions | undefined;
let grammar: Promise<Grammar> | undefined;

/** Loads runtime and grammar; once per process, because the runtime is a singleton. */
export function loadGrammar(assets: ParserAssets): Promise<Grammar> {
  grammar ??= load(assets);
  return grammar;
}

async function load(assets: ParserAssets): Promise<Grammar> {
  // Without `locateFile` the runtime looks for its file beside the script, and a worker made from a blob has no such place.
  runtime = { wasmBinary: assets.runtime, locateFile: (name) => name };
  await Parser.init(runtime as object);
  const language = await Language.load(assets.grammar);
  const kindOfSymbol = symbolKinds(language);
  const fromCursor: TreeReader = (tree, table) => readCursor(tree, table, kindOfSymbol);
  if (runtime.HEAPU32 === undefined || language.abiVersion !== knownAbi)
    return { language, readTree: fromCursor, reader: 'cursor' };
  const fromMemory = createMemoryReader(runtime as Heap, language, kindOfSymbol);
  return { language, readTree: fromMemory, reader: 'memory' };
}

/** The kind of each symbol of the grammar. */
function symbolKinds(language: Language): Uint8Array {
  const result = new Uint8Array(language.nodeTypeCount);
  const named: Readonly<Record<string, number>> = kinds;
  const anonymous: Readonly<Record<string, number>> = tokens;
  for (let symbol = 0; symbol < result.length; symbol++) {
    const name = language.types[symbol];
    if (name === undefined) continue;
    const isNamed = language.nodeTypeIsNamed(symbol);
    const table = isNamed ? named : anonymous;
    result[symbol] = Object.hasOwn(table, name) ? table[name]! : isNamed ? kinds.other : otherToken;
  }
  return result;
}
