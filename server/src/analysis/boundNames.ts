/**
 * Which names a body binds, and which of them belong to an outer scope (`global`, `nonlocal`).
 * Nested functions and classes count only with their own name. Written without recursion over statements, so that deep
 * nesting does no harm.
 */

import { appendAll } from '../base/appendAll.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { AnyNode, Expression, Identifier, Parameters, Statement, Tuple } from '../python/syntax.ts';
import { childrenOf, walk } from '../python/walk.ts';

export interface BoundNames {
  readonly locals: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

/** What holds other statements or patterns; everything else is an expression or binds only its own targets. */
const compounds: ReadonlySet<AnyNode['kind']> = new Set<AnyNode['kind']>([
  'If',
  'For',
  'While',
  'With',
  'Try',
  'ExceptHandler',
  'Match',
  'MatchCase',
  'MatchSequence',
  'MatchMapping',
  'MatchClass',
  'MatchAs',
  'MatchOr',
  'Import',
  'ImportFrom',
  'ErrorStatement',
]);

/**
 * The names that a function's parameters and body, a module or a class body bind. `depth`: without `:=` in the file
 * no expression binds a name of the scope, and expressions are most of a file.
 */
export function boundNames(
  body: readonly (Statement | Expression)[],
  parameters: Parameters | null,
  depth: 'statements' | 'expressions' = 'expressions',
): BoundNames {
  const found = { locals: new Set<string>(), globals: new Set<string>(), nonlocals: new Set<string>() };
  for (const parameter of parameters?.items ?? []) bindTarget(parameter.target, found.locals);
  const pending: AnyNode[] = [...body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    bindNode(node, found);
    if (depth === 'statements') {
      if (compounds.has(node.kind)) appendAll(pending, childrenOf(node));
    } else if (opensScope(node)) appendAll(pending, outsideParts(node));
    else appendAll(pending, childrenOf(node));
  }
  for (const name of [...found.globals, ...found.nonlocals]) found.locals.delete(name);
  return found;
}

type Found = { locals: Set<string>; globals: Set<string>; nonlocals: Set<string> };

function bindNode(node: AnyNode, found: Found): void {
  switch (node.kind) {
    case 'FunctionDef':
    case 'ClassDef':
    case 'TypeAlias':
      found.locals.add(node.name.name);
      break;
    case 'Assign':
    case 'Delete':
      for (const target of node.targets) bindTarget(target, found.locals);
      break;
    case 'AugAssign':
    case 'AnnAssign':
    case 'For':
    case 'NamedExpr':
      bindTarget(node.target, found.locals);
      break;
    case 'WithItem':
    case 'ExceptHandler':
      if (node.target !== null) bindTarget(node.target, found.locals);
      break;
    case 'Alias':
      found.locals.add(node.asname?.name ?? node.name.parts[0]?.name ?? '');
      break;
    case 'MatchAs':
    case 'MatchStar':
      if (node.name !== null) found.locals.add(node.name.name);
      break;
    case 'MatchMapping':
      if (node.rest !== null) found.locals.add(node.rest.name);
      break;
    case 'Global':
      for (const name of node.names) found.globals.add(name.name);
      break;
    case 'Nonlocal':
      for (const name of node.names) found.nonlocals.add(name.name);
      break;
    default:
  }
}

/** Adds the names of an assignment's target. Also used for the targets of comprehensions. */
export function bindTarget(target: Expression | Identifier | Tuple, names: Set<string>): void {
  const pending: (Expression | Identifier)[] = [target];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'Name' || node.kind === 'Identifier') names.add(node.name);
    else if (node.kind === 'Tuple' || node.kind === 'List') appendAll(pending, node.elements);
    else if (node.kind === 'Starred') pending.push(node.value);
  }
}

const opensScope = (node: AnyNode): boolean =>
  node.kind === 'FunctionDef' || node.kind === 'Lambda' || node.kind === 'ClassDef';

/** What of a definition runs in the scope around it. */
function outsideParts(node: AnyNode): readonly AnyNode[] {
  if (node.kind === 'ClassDef') return [...node.decorators, ...node.bases, ...node.keywords];
  if (node.kind !== 'FunctionDef' && node.kind !== 'Lambda') return [];
  const defaults = node.parameters.items.flatMap((parameter) => parameter.default ?? []);
  return node.kind === 'FunctionDef' ? [...node.decorators, ...defaults] : defaults;
}

/** Names that some function binds in an outer scope. */
export function volatileNames(file: ParsedFile): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/\b(global|nonlocal)\b/.test(file.text)) return names;
  walk(file.module, (node) => {
    if (node.kind === 'Global' || node.kind === 'Nonlocal')
      for (const name of node.names) names.add(name.name);
  });
  return names;
}
