/** Compiles the statements of a module, one by one, and wires the parts of the compiler together. */
import type { ParsedFile } from '../../python/parsedFile.ts';
import type { Statement } from '../../python/syntax.ts';
import type { SourceText } from '../callSite.ts';
import type { Value } from '../values.ts';
import { compileBlock, compileFunctionBody } from './blocks.ts';
import type { CompileParts, Context, Execute } from './context.ts';
import { compileExpression } from './expressions.ts';
import { makeFunction } from './functions.ts';
import { buildScopes, type Scope } from './scopeTree.ts';
import { compileStatement } from './statements.ts';
import { compileStore } from './targets.ts';
import { compileYieldingBlock } from './yielding.ts';

const parts: CompileParts = {
  expression: compileExpression,
  block: compileBlock,
  body: compileFunctionBody,
  store: compileStore,
  makeFunction,
  yieldingBlock: compileYieldingBlock,
};

/** A module whose statements can be compiled when they are reached. */
export interface Program {
  readonly context: Context;
  readonly scope: Scope;
  compile(statement: Statement): Execute;
  expression: CompileParts['expression'];
}

/** Prepares a file. `trueDivision` is kept from cells that ran before. */
export function prepareProgram(
  file: ParsedFile,
  options: {
    readonly python: 2 | 3;
    readonly source: SourceText;
    readonly builtins: ReadonlyMap<string, Value>;
    readonly trueDivision: boolean;
  },
): Program {
  const scopes = buildScopes(file.module, options.python);
  const scope = scopes.get(file.module)!;
  const context: Context = {
    ...options,
    scopes,
    scope,
    unicodeLiterals: options.python === 2 && importsFeature(file.module.body, 'unicode_literals'),
    postponedHints: importsFeature(file.module.body, 'annotations'),
    watchesLives: /__del__|weakref/.test(file.text),
    qualifiedPrefix: '',
    className: null,
    parts,
  };
  return {
    context,
    scope,
    compile: (statement) => compileStatement(statement, context),
    expression: compileExpression,
  };
}

/** True when the statements import `feature` from `__future__`. */
export function importsFeature(statements: readonly Statement[], feature: string): boolean {
  return statements.some(
    (statement) =>
      statement.kind === 'ImportFrom' &&
      statement.module?.parts.map((part) => part.name).join('.') === '__future__' &&
      statement.names !== '*' &&
      statement.names.some((alias) => alias.name.parts[0]?.name === feature),
  );
}
