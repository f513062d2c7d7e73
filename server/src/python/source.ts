/** What is known about a text before it is parsed: its Python, its cells, and the text that tree-sitter will see. */
import { findCells } from './cells.ts';
import { lex } from './lexer.ts';
import { mask } from './mask.ts';
import type { Cell, PythonVersion, SyntaxProblem } from './parsedFile.ts';
import { decidePython } from './pythonVersion.ts';
import { scanStatements } from './statementScan.ts';

export interface Source {
  readonly text: string;
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
  const facts = scanStatements(text, tokens);
  const python = decidePython(text, facts);
  return {
    text,
    masked: mask(text, tokens, facts, python.major),
    python,
    unicodeLiterals: facts.unicodeLiterals,
    cells: findCells(text, tokens),
    problems: tokens.problems,
  };
}
