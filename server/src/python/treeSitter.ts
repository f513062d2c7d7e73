/**
 * Loads web-tree-sitter with the Python grammar and reads its trees into a {@link NodeTable}.
 *
 * Reading node by node through the public cursor costs about a microsecond per node, more than parsing itself.
 * `readMemory` reads the runtime's own tree in linear memory instead (layout: tree-sitter's `subtree.h` and `parser.h`,
 * ABI 15, 32 bit). The layout is no promise of the library: it is compared with the public cursor on a sample when the
 * grammar is loaded, and where the two differ, the cursor is used.
 */
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { readCursor } from './cursorReader.ts';
import { createMemoryReader, type Heap } from './memoryReader.ts';
import { kinds, otherToken, tokens } from './nodeKinds.ts';
import { NodeTable, noAddresses, type TreeReader } from './nodeTable.ts';

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
  const fromMemory = runtime.HEAPU32
    ? createMemoryReader(runtime as Heap, language, kindOfSymbol)
    : undefined;
  if (fromMemory && readsAlike(language, fromMemory, fromCursor))
    return { language, readTree: fromMemory, reader: 'memory' };
  return { language, readTree: fromCursor, reader: 'cursor' };
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

const sample = `import a.b as c
from . import (d, e)
@f
class G[T](H, k=1):
    x: List[int] = *p, q # comment
    async def m(self, *a, b: int = 3, **kw) -> 'r':
        return -x ** 2 if not y in z else f"a{b!r:>{w}}c"
match v:
    case [1, *_] | {"k": None}: pass
x = = 3 )
print >>f, lambda u: (u
`;

/** True when both readers give the same rows for a text with most of the grammar and some errors in it. */
function readsAlike(language: Language, one: TreeReader, other: TreeReader): boolean {
  const parser = new Parser().setLanguage(language);
  const tree = parser.parse(sample);
  parser.delete();
  if (!tree) return false;
  try {
    return describe(tree, one) === describe(tree, other);
  } catch {
    return false;
  } finally {
    tree.delete();
  }
}

function describe(tree: Tree, read: TreeReader): string {
  const table = new NodeTable(64);
  read(tree, table, noAddresses);
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    [
      table.kind(row),
      table.start(row),
      table.end(row),
      table.after(row),
      table.isMissing(row),
      table.isBroken(row),
    ].join(),
  );
  return JSON.stringify([rows, table.errors]);
}
