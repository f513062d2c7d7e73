/** What is known about a text before it is parsed: its Python, its cells, and the text that tree-sitter will see. */
import { findCells } from './cells.ts';
import { lex, type TokenTable } from './lexer.ts';
import { type Masking, mask } from './mask.ts';
import type { Cell, PythonVersion, SyntaxProblem } from './parsedFile.ts';
import { decidePython } from './pythonVersion.ts';
import { type SourceFacts, scanStatements } from './statementScan.ts';

export interface Source {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly facts: SourceFacts;
  /** As long as `text`; see `mask.ts`. */
  readonly masked: string;
  readonly python: PythonVersion;
  readonly unicodeLiterals: boolean;
  readonly cells: readonly Cell[];
  /** Literals without an end. */
  readonly problems: readonly SyntaxProblem[];
}

/** Looks at a text. */
export function readSource(text: string): Source {
  const tokens = lex(text);
  const range = { from: 0, to: tokens.count };
  const facts = scanStatements(text, tokens, range);
  const python = decidePython(text, facts);
  const masking = { text, tokens, facts, python: python.major };
  return sourceOf(masking, python, mask(masking, range));
}

/** The source of a text that was lexed, scanned and masked. */
export function sourceOf({ text, tokens, facts }: Masking, python: PythonVersion, masked: string): Source {
  return {
    text,
    tokens,
    facts,
    masked,
    python,
    unicodeLiterals: facts.unicodeLiterals.length > 0,
    cells: findCells(text, tokens),
    problems: tokens.problems,
  };
}
