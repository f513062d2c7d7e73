/**
 * The face of the Python layer: text in, {@link ParsedFile} out. Parsing never throws, whatever the text is.
 *
 * An update parses incrementally (tree-sitter reuses what did not change) and converts the whole tree again: converting
 * is much cheaper than parsing, and a fresh tree can not hold anything stale.
 */
import { Parser, type Tree } from 'web-tree-sitter';
import { convertModule } from './convert/converter.ts';
import { NodeTable } from './nodeTable.ts';
import type { ParsedFile, SyntaxProblem, TextEdit } from './parsedFile.ts';
import { readSource, type Source } from './source.ts';
import { applyEdits, editTree } from './treeEdit.ts';
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

/** A file has at most this many problems; after one mistake more of them say little. */
export const maximumProblems = 100;

/** Loads the parser; `assets` are the bytes of web-tree-sitter.wasm and tree-sitter-python.wasm. */
export async function createPythonParser(assets: ParserAssets): Promise<PythonParser> {
  return new TreeSitterParser(await loadGrammar(assets));
}

class TreeSitterParser implements PythonParser {
  readonly #grammar: Grammar;
  readonly #parser: Parser;
  readonly #table = new NodeTable(4096);

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    this.#parser = new Parser().setLanguage(grammar.language);
  }

  parse(text: string): ParsedFile {
    const source = readSource(text);
    const tree = this.parseSource(source, null);
    try {
      return this.convert(source, tree);
    } finally {
      tree.delete();
    }
  }

  open(text: string): IncrementalParse {
    return new OpenText(this, text);
  }

  dispose(): void {
    this.#parser.delete();
  }

  /** The caller deletes the tree. */
  parseSource(source: Source, oldTree: Tree | null): Tree {
    const tree = this.#parser.parse(source.masked, oldTree);
    if (!tree) throw new Error('the parser has no language');
    return tree;
  }

  convert(source: Source, tree: Tree): ParsedFile {
    const { text, python, cells, unicodeLiterals } = source;
    const problems: SyntaxProblem[] = [...source.problems];
    this.#table.clear();
    this.#grammar.readTree(tree, this.#table);
    const module = convertModule(this.#table, text, { python: python.major, unicodeLiterals }, problems);
    return { text, module, problems: tidyProblems(problems), python, cells };
  }
}

class OpenText implements IncrementalParse {
  readonly #parser: TreeSitterParser;
  #source: Source;
  #tree: Tree;
  #file: ParsedFile;

  constructor(parser: TreeSitterParser, text: string) {
    this.#parser = parser;
    this.#source = readSource(text);
    this.#tree = parser.parseSource(this.#source, null);
    this.#file = parser.convert(this.#source, this.#tree);
  }

  get file(): ParsedFile {
    return this.#file;
  }

  update(edits: readonly TextEdit[]): ParsedFile {
    const source = readSource(applyEdits(this.#source.text, edits));
    editTree(this.#tree, this.#source, source);
    const tree = this.#parser.parseSource(source, this.#tree);
    this.#tree.delete();
    this.#tree = tree;
    this.#source = source;
    this.#file = this.#parser.convert(source, tree);
    return this.#file;
  }

  dispose(): void {
    this.#tree.delete();
  }
}

/** Sorted, one per place, none inside another, and not too many. */
function tidyProblems(problems: SyntaxProblem[]): SyntaxProblem[] {
  if (problems.length < 2) return problems;
  problems.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const result: SyntaxProblem[] = [];
  for (const problem of problems) {
    const last = result.at(-1);
    const isInside =
      last !== undefined && problem.span.start >= last.span.start && problem.span.end <= last.span.end;
    if (!isInside) result.push(problem);
    if (result.length === maximumProblems) break;
  }
  return result;
}
