/** Which of the three libraries a file uses, from its imports, and which NumPy it meets with that. */
import { appendAll } from '../base/appendAll.ts';
import { dialects } from '../graph/dialects.ts';
import type { Module, Statement } from '../python/syntax.ts';
import type { Library } from './floatX.ts';

const libraries: readonly string[] = Object.keys(dialects);

/** The first of the libraries that the file imports anywhere; null when it imports none. */
export function programLibrary(module: Module): Library | null {
  const pending: Statement[] = module.body.toReversed();
  for (let statement = pending.pop(); statement !== undefined; statement = pending.pop()) {
    const found = importedNames(statement).find((name) => libraries.includes(name));
    if (found !== undefined) return found as Library;
    appendAll(pending, nestedStatements(statement).toReversed());
  }
  return null;
}

/** NumPy's major version for a program: its library's, else the one that is usual with its Python. */
export function numpyOf(library: Library | null, python: 2 | 3): 1 | 2 {
  if (library !== null) return dialects[library].numpy;
  return python === 2 ? 1 : 2;
}

function importedNames(statement: Statement): string[] {
  if (statement.kind === 'Import') return statement.names.map((alias) => alias.name.parts[0]?.name ?? '');
  if (statement.kind === 'ImportFrom' && statement.level === 0)
    return [statement.module?.parts[0]?.name ?? ''];
  return [];
}

/** Statements inside a statement, in source order: imports stand in `try` and in functions too. */
function nestedStatements(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'If':
    case 'For':
    case 'While':
      return [...statement.body, ...statement.orelse];
    case 'Try':
      return [
        ...statement.body,
        ...statement.handlers.flatMap((handler) => handler.body),
        ...statement.orelse,
        ...statement.finalbody,
      ];
    case 'With':
    case 'FunctionDef':
    case 'ClassDef':
      return statement.body;
    default:
      return [];
  }
}
