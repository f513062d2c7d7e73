/**
 * The face of the Python layer: text in, {@link ParsedFile} out. Parsing never throws, whatever the text is.
 *
 * An update parses incrementally: tree-sitter reuses the subtrees that did not change, and the statements made from them
 * are taken over (see `statementLog.ts`). The result is what a full parse would give; only where the text is not Python may the
 * error be put elsewhere, because tree-sitter recovers in the light of what stood there before.
 */
import { Parser, type Tree } from 'web-tree-sitter';
import type { Reuse } from './convert/conversion.ts';
import { convertModule, deepestForReuse } from './convert/converter.ts';
import { indentationProblems } from './indentation.ts';
import { NodeTable, noAddresses } from './nodeTable.ts';
import type { ParsedFile, SyntaxProblem, TextEdit } from './parsedFile.ts';
import { readSource, type Source } from './source.ts';
import { updateSource } from './sourceUpdate.ts';
import { StatementLog } from './statementLog.ts';
import { editTree } from './treeEdit.ts';
import { type Grammar, loadGrammar, type ParserAssets } from './treeSitter.ts';

export type { ParserAssets } from './treeSitter.ts';

/** Parses whole texts, and opens texts that will be edited. */
export interface PythonParser {
  parse(text: string): ParsedFile;
  open(text: string): IncrementalParse;
  dispose(): void;
}

/** A text that is edited. After each update `file` is what `parse` gives for the text at that moment, but for the places of errors. */
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
      this.#table.clear();
      this.#grammar.readTree(tree, this.#table, noAddresses);
      return this.#fileOf(source, null).file;
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

  /** Takes over what `before` knows; it has to be of the tree from which this one was made, and of the same Python. */
  convert(source: Source, tree: Tree, before: StatementLog): Converted {
    const places = before.places();
    const log = new StatementLog();
    this.#table.clear();
    this.#grammar.readTree(tree, this.#table, places);
    const { file, deepest } = this.#fileOf(source, { before, places, log });
    if (deepest <= deepestForReuse) return { file, log };
    if (places.size > 0) return this.convert(source, tree, new StatementLog());
    return { file, log: new StatementLog() };
  }

  #fileOf(source: Source, reuse: Reuse | null): { file: ParsedFile; deepest: number } {
    const { text, python, cells, unicodeLiterals } = source;
    const problems: SyntaxProblem[] = [...source.problems];
    const options = { python: python.major, unicodeLiterals, reuse };
    const { module, deepest } = convertModule(this.#table, text, options, problems);
    if (problems.length === 0) problems.push(...indentationProblems(text, module));
    return { file: { text, module, problems: tidyProblems(problems), python, cells }, deepest };
  }
}

/** A file, and what the next version of it can take over. */
interface Converted {
  readonly file: ParsedFile;
  readonly log: StatementLog;
}

class OpenText implements IncrementalParse {
  readonly #parser: TreeSitterParser;
  #source: Source;
  #tree: Tree;
  #converted: Converted;

  constructor(parser: TreeSitterParser, text: string) {
    this.#parser = parser;
    this.#source = readSource(text);
    this.#tree = parser.parseSource(this.#source, null);
    this.#converted = parser.convert(this.#source, this.#tree, new StatementLog());
  }

  get file(): ParsedFile {
    return this.#converted.file;
  }

  update(edits: readonly TextEdit[]): ParsedFile {
    const updated = updateSource(this.#source, edits);
    const { source } = updated;
    editTree(this.#tree, this.#source, updated);
    const tree = this.#parser.parseSource(source, this.#tree);
    this.#tree.delete();
    this.#tree = tree;
    const before = readsAlike(this.#source, source) ? this.#converted.log : new StatementLog();
    this.#source = source;
    this.#converted = this.#parser.convert(source, tree, before);
    return this.#converted.file;
  }

  dispose(): void {
    this.#tree.delete();
  }
}

/** True when the same text is the same syntax in both. */
const readsAlike = (one: Source, other: Source): boolean =>
  one.python.major === other.python.major && one.unicodeLiterals === other.unicodeLiterals;

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
