/**
 * The names under which a file knows modules and their members: `T.switch`, `np.asarray`. Reads import statements and
 * nothing else; what the analysis knows of values is not asked.
 */
import { t } from '../../base/l10n.ts';
import { definingScope, type Scope } from '../../python/scopes.ts';
import type { AnyNode, Expression, Import, ImportFrom, Statement } from '../../python/syntax.ts';
import { type LibraryRole, roleOf } from '../libraryTable.ts';
import type { Library } from '../terms.ts';
import { type Change, type Outcome, refuse, safe } from './fix.ts';
import { freeName } from './freeNames.ts';
import type { Program } from './program.ts';
import { insert } from './textEdits.ts';

/** An imported name. */
interface Binding {
  readonly name: string;
  /** What it stands for: `theano.tensor`. */
  readonly path: string;
  readonly scope: Scope;
}

interface Imports {
  readonly bindings: readonly Binding[];
  /** Modules of which everything is imported. */
  readonly stars: readonly { readonly path: string; readonly scope: Scope }[];
}

const known = new WeakMap<Program, Imports>();

function importsOf(program: Program): Imports {
  const found = known.get(program) ?? readImports(program);
  known.set(program, found);
  return found;
}

function readImports(program: Program): Imports {
  const bindings: Binding[] = [];
  const stars: { path: string; scope: Scope }[] = [];
  for (const node of program.all('Import')) {
    const scope = program.scopeAt(node);
    for (const { name, asname } of node.names) {
      const parts = name.parts.map((part) => part.name);
      const path = asname === null ? (parts[0] ?? '') : parts.join('.');
      bindings.push({ name: asname?.name ?? path, path, scope });
    }
  }
  for (const node of program.all('ImportFrom')) {
    if (node.level > 0 || node.module === null) continue;
    const path = node.module.parts.map((part) => part.name).join('.');
    const scope = program.scopeAt(node);
    if (node.names === '*') stars.push({ path, scope });
    else for (const alias of node.names) bindings.push(memberBinding(alias, path, scope));
  }
  return { bindings, stars };
}

function memberBinding(
  alias: Exclude<ImportFrom['names'], '*'>[number],
  path: string,
  scope: Scope,
): Binding {
  const member = alias.name.parts.map((part) => part.name).join('.');
  return { name: alias.asname?.name ?? member, path: `${path}.${member}`, scope };
}

/** What an expression is in the library, by imports alone: `T.zeros` → `theano.tensor.zeros`. */
export function pathOf(program: Program, node: Expression): string | null {
  if (node.kind === 'Attribute') {
    const base = pathOf(program, node.value);
    return base === null ? null : `${base}.${node.attribute.name}`;
  }
  if (node.kind !== 'Name') return null;
  const { bindings, stars } = importsOf(program);
  const scope = definingScope(program.scopeAt(node), node.name);
  const binding = bindings.find((one) => one.name === node.name && one.scope === scope);
  if (binding !== undefined) return binding.path;
  const star = scope === null ? stars.find(({ path }) => roleOf(`${path}.${node.name}`) !== null) : undefined;
  return star === undefined ? null : `${star.path}.${node.name}`;
}

/** The role in the library of what a call calls. */
export function roleOfCallee(program: Program, callee: Expression): LibraryRole | null {
  const path = pathOf(program, callee);
  return path === null ? null : roleOf(path);
}

/** How code at a place can name a library's member; null where no import there leads to it. */
export function nameFor(program: Program, path: string, place: AnyNode): string | null {
  const here = program.scopeAt(place);
  const { bindings, stars } = importsOf(program);
  const seen = bindings.filter(({ name, scope }) => isSeen(here, name, scope));
  const direct = seen.find((binding) => binding.path === path);
  if (direct !== undefined) return direct.name;
  const modules = seen.filter((binding) => path.startsWith(`${binding.path}.`));
  const nearest = modules.sort((a, b) => b.path.length - a.path.length)[0];
  if (nearest !== undefined) return nearest.name + path.slice(nearest.path.length);
  const member = path.slice(path.lastIndexOf('.') + 1);
  const isStar = stars.some((star) => `${star.path}.${member}` === path);
  return isStar && definingScope(here, member) === null ? member : null;
}

/** True when `name`, read in `here`, is what an import in `scope` bound. */
function isSeen(here: Scope, name: string, scope: Scope): boolean {
  if (scope.kind === 'class') return here === scope;
  let outer: Scope | null = here;
  while (outer !== null && outer !== scope) outer = outer.parent;
  if (outer === null) return false;
  const symbol = here.symbols.get(name);
  if (symbol !== undefined) return definingScope(here, name) === scope;
  // A name that nothing here reads yet: no scope on the way may have its own.
  for (outer = here; outer !== null && outer !== scope; outer = outer.parent)
    if ((outer.symbols.get(name)?.bindings.length ?? 0) > 0) return false;
  return true;
}

/** A name for a member, and the edits that make it known. */
export interface Named {
  readonly name: string;
  readonly change: Change;
}

/** The tensor module's member `member` as code at a place. */
export const tensorMember = (program: Program, library: Library, member: string, place: AnyNode) =>
  namedOrImported(program, { module: `${library}.tensor`, member, alias: aliases[library] }, place);

/** The member `member` of the library's root: `config.floatX`. */
export const rootMember = (program: Program, library: Library, member: string, place: AnyNode) =>
  namedOrImported(program, { module: library, member, alias: library }, place);

/** NumPy's member `member` as code at a place. */
export const numpyMember = (program: Program, member: string, place: AnyNode) =>
  namedOrImported(program, { module: 'numpy', member, alias: 'np' }, place);

/** A member that is reached by its own name only: `aesara.tensor.shape` is also a function. */
export function importedMember(
  program: Program,
  { module, member }: Pick<Wanted, 'module' | 'member'>,
  place: AnyNode,
): Outcome<Named> {
  const here = program.scopeAt(place);
  const path = `${module}.${member}`;
  const known = importsOf(program).bindings.find(
    (binding) => binding.path === path && isSeen(here, binding.name, binding.scope),
  );
  if (known !== undefined) return { name: known.name, change: safe() };
  const free = freeName(program, member, program.scopes.module, [place]);
  if (free !== member) return refuse(t('`{0}` is something else here.', member));
  return { name: member, change: safe(importEdit(program, `from ${module} import ${member}`)) };
}

const aliases: Readonly<Record<Library, string>> = { theano: 'T', aesara: 'at', pytensor: 'pt' };

interface Wanted {
  readonly module: string;
  readonly member: string;
  readonly alias: string;
}

function namedOrImported(
  program: Program,
  { module, member, alias }: Wanted,
  place: AnyNode,
): Outcome<Named> {
  const name = nameFor(program, `${module}.${member}`, place);
  if (name !== null) return { name, change: safe() };
  const { module: scope } = program.scopes;
  const free = freeName(program, alias, scope, [place]);
  if (free !== alias) return refuse(t('`{0}` has no name here, and `{1}` is something else.', module, alias));
  const line = module === alias ? `import ${module}` : `import ${module} as ${alias}`;
  return { name: `${alias}.${member}`, change: safe(importEdit(program, line)) };
}

/** A new import: after the first imports of the file, or before its first statement. */
function importEdit(program: Program, line: string) {
  const { body } = program.file.module;
  const isImport = (node: Statement): node is Import | ImportFrom =>
    node.kind === 'Import' || node.kind === 'ImportFrom';
  const first = body.findIndex(isImport);
  if (first >= 0) {
    let last = first;
    for (let next = body[last + 1]; next !== undefined && isImport(next); next = body[last + 1]) last++;
    return lineAfter(program, body[last] as Statement, line);
  }
  const [opening, second] = body;
  const isText = opening?.kind === 'ExpressionStatement' && opening.value.kind === 'String';
  const next = isText ? second : opening;
  const offset = next?.start ?? program.file.text.length;
  return insert(offset, `${line}${program.lineBreak}`);
}

function lineAfter(program: Program, statement: Statement, line: string) {
  const next = program.tokenAfter(statement.end);
  const isLast = next === null || /[\r\n]/.test(program.text({ start: statement.end, end: next.start }));
  if (!isLast) return insert(statement.end, `; ${line}`);
  const offset = program.commentAfter(statement.end)?.end ?? statement.end;
  return insert(offset, program.lineBreak + line);
}
