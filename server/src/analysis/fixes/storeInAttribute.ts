/**
 * The updates of a scan in a method that keeps its outputs under `self`: they are kept beside them, and the functions that
 * read the object get them from there.
 */
import { t } from '../../base/l10n.ts';
import type { AnyNode, Attribute, Call, FunctionDef, Name } from '../../python/syntax.ts';
import { walk } from '../../python/walk.ts';
import type { FunctionUse } from '../facts.ts';
import { bindUpdates, siteOf } from './bindUpdates.ts';
import { type Change, isRefusal, type Outcome, refuse, unsafe } from './fix.ts';
import { addUpdates, callsOf } from './passUpdates.ts';
import type { Program } from './program.ts';
import { returnsOf } from './stepReturn.ts';
import { statementAfter } from './textEdits.ts';

/** True for a method that gives its results to the object alone. */
export const isMethodWithoutResult = (program: Program, node: FunctionDef): boolean =>
  program.scopeAt(node).kind === 'class' &&
  returnsOf(program, node).every(({ value }) => value === null) &&
  selfOf(node) !== null;

function selfOf({ parameters }: FunctionDef): string | null {
  const [first] = parameters.items;
  return first?.target.kind === 'Identifier' && first.variety === 'positional' ? first.target.name : null;
}

interface Kept {
  readonly method: FunctionDef;
  readonly functions: readonly FunctionUse[];
  readonly isPlain: boolean;
}

/** Stores the updates of `call` in an attribute. Subclasses in other files may have one of that name: it is not safe. */
export function storeInAttribute(
  program: Program,
  call: Call,
  { method, functions, isPlain }: Kept,
): Outcome<Change> {
  const calls = callsOf(program, functions);
  if (isRefusal(calls)) return calls;
  const attribute = freeAttribute(program);
  const stored = `${selfOf(method) ?? 'self'}.${attribute}`;
  const site = siteOf(program, call, []);
  if (isRefusal(site)) return site;
  const bound = bindUpdates({ ...site, name: stored });
  if (isRefusal(bound)) return bound;
  const edits = [...bound.change.edits];
  if (bound.text !== stored) edits.push(statementAfter(program, site.statement, `${stored} = ${bound.text}`));
  for (const compiled of calls) {
    const object = objectIn(program, compiled, method);
    if (object === null)
      return refuse(t('From which object the function takes the outputs is not understood.'));
    const change = addUpdates(program, compiled, { text: `${object}.${attribute}`, isPlain });
    if (isRefusal(change)) return change;
    edits.push(...change.edits);
  }
  return unsafe(...edits);
}

/** `updates`, or the first of its kind that no attribute of the file has. */
function freeAttribute(program: Program): string {
  const taken = new Set(program.all('Attribute').map(({ attribute }) => attribute.name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'updates' : `updates_${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The only object of the method's class that a call reads attributes of; null without one. */
function objectIn(program: Program, call: Call, method: FunctionDef): string | null {
  const owner = program.scopeAt(method).node;
  const members = new Set<string>();
  walk(owner, (node) => {
    if (node.kind === 'FunctionDef') members.add(node.name.name);
    if (node.kind === 'Attribute' && isSelf(node, method)) members.add(node.attribute.name);
  });
  const objects = new Set<string>();
  walk(call, (node) => {
    if (isMember(node) && members.has(node.attribute.name) && node !== call.function)
      objects.add(node.value.name);
  });
  const [only, ...others] = objects;
  return only !== undefined && others.length === 0 ? only : null;
}

const isMember = (node: AnyNode): node is Attribute & { readonly value: Name } =>
  node.kind === 'Attribute' && node.value.kind === 'Name';

const isSelf = ({ value }: Attribute, method: FunctionDef): boolean =>
  value.kind === 'Name' && value.name === selfOf(method);
