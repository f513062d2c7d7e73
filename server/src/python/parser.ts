/**
 * The face of the Python layer: text in, {@link ParsedFile} out. Parsing never throws, whatever the text is.
 */
import { Parser, type Tree } from 'web-tree-sitter';
import { convertModule } from './convert/converter.ts';
import { NodeTable } from './nodeTable.ts';
import type { ParsedFile, SyntaxProblem, TextEdit } from './parsedFile.ts';
import { type Grammar, loadGrammar, type ParserAssets } from './treeSitter.ts';

export type { ParserAssets } from './treeSitter.ts';

/** Parses whole texts, and opens texts that will be edited. */
export interface PythonParser {
  parse(text: string): ParsedFile;
  open(text: string): IncrementalParse;
  dispose(): void;
}

/** A text that is edited. After each update `file` is what `parse` gives for the text at that moment. */
export interface IncrementalParse {
  readonly file: ParsedFile;
  /** Applies edits one after another, each to the text that the one before left. */
  update(edits: readonly TextEdit[]): ParsedFile;
  dispose(): void;
}

/** Loads the parser; `assets` are the bytes of web-tree-sitter.wasm and tree-sitter-python.wasm. */
export async function createPythonParser(assets: ParserAssets): Promise<PythonParser> {
  const grammar = await loadGrammar(assets);
  const parser = new Parser().setLanguage(grammar.language);
  const table = new NodeTable(4096);
  const parse = (text: string): ParsedFile => {
    const tree = parser.parse(text);
    try {
      return fileOf(text, tree, grammar, table);
    } finally {
      tree?.delete();
    }
  };
  return { parse, open: (text) => openText(text, parse), dispose: () => parser.delete() };
}

function openText(text: string, parse: (text: string) => ParsedFile): IncrementalParse {
  let file = parse(text);
  return {
    get file() {
      return file;
    },
    update(edits) {
      const next = edits.reduce(
        (current, edit) => current.slice(0, edit.start) + edit.newText + current.slice(edit.end),
        file.text,
      );
      file = parse(next);
      return file;
    },
    dispose() {},
  };
}

function fileOf(text: string, tree: Tree | null, grammar: Grammar, table: NodeTable): ParsedFile {
  const problems: SyntaxProblem[] = [];
  table.clear();
  if (tree) grammar.readTree(tree, table);
  const module = convertModule(table, text, { python: 3, unicodeLiterals: false }, problems);
  return {
    text,
    module,
    problems,
    python: { major: 3, reason: 'nothing in it is Python 2 only', evidence: null },
    cells: [{ index: 0, title: '', marker: null, start: 0, end: text.length }],
  };
}
