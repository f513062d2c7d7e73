/**
 * Lists and dicts of a function that are only ever added to: what is put into them goes nowhere. Read from the text
 * alone, so that whatever else stands around the name keeps it alive. Not those of modules and classes.
 */
import type { AnyNode, Call, Expression, Statement } from '../python/syntax.ts';
import { nodeAt, walk } from '../python/walk.ts';
import { calledName } from './detectors/observing.ts';
import type { Destination } from './facts.ts';
import type { Machine } from './machine.ts';
import type { ScanRecord } from './values.ts';

/** Forgets that updates are in a list or dict of the analysed file which nothing ever reads. */
export function forgetDeadContainers(machine: Machine, record: ScanRecord): void {
  const alive = record.destinations.filter((one) => !isDead(machine, one));
  if (alive.length < record.destinations.length)
    record.destinations.splice(0, record.destinations.length, ...alive);
}

function isDead(machine: Machine, { kind, place }: Destination): boolean {
  if (kind !== 'container' || place.path !== null) return false;
  const around = nodeAt(machine.main.file.module, place.start);
  const name = around.map(addedTo).findLast((one) => one !== null) ?? null;
  const scope = around.findLast(({ kind: one }) => scopes.has(one));
  // Another file can look into what a module or a class holds.
  return name !== null && scope?.kind === 'FunctionDef' && isOnlyAddedTo(scope, name);
}

const scopes: ReadonlySet<AnyNode['kind']> = new Set(['Module', 'FunctionDef', 'Lambda', 'ClassDef']);

/** True when the scope itself makes the object, and no name of it stands anywhere but where something is added. */
function isOnlyAddedTo(scope: AnyNode, name: string): boolean {
  const harmless = new Set<AnyNode>();
  let isMade = false;
  let isAlive = false;
  walk(scope, (node) => {
    if (node.kind === 'Assign' && isMaking(node, name)) {
      isMade = true;
      for (const target of node.targets) harmless.add(target);
    } else if (addedTo(node) === name) harmless.add(receiverOf(node) as AnyNode);
    else if (node.kind === 'Name') {
      isAlive ||= (node.name === name && !harmless.has(node)) || readers.has(node.name);
    } else if (node.kind === 'Identifier') {
      // A parameter, `global`, an import: another object, or one that others know.
      isAlive ||= node.name === name && !harmless.has(node);
    } else if (node.kind === 'Attribute') harmless.add(node.attribute);
    else if (node.kind === 'Call') {
      for (const keyword of node.keywords) if (keyword.name !== null) harmless.add(keyword.name);
    }
    return !isAlive;
  });
  return isMade && !isAlive;
}

/** Can read any variable in sight. */
const readers: ReadonlySet<string> = new Set(['locals', 'globals', 'vars', 'eval', 'exec', 'dir']);

/** `name = {}`, `name = OrderedDict()` and their likes: an object that has no other name. */
function isMaking(node: AnyNode, name: string): boolean {
  if (node.kind !== 'Assign' || node.targets.length !== 1) return false;
  const [target] = node.targets;
  return target?.kind === 'Name' && target.name === name && isFresh(node.value);
}

const makers: ReadonlySet<string> = new Set(['dict', 'list', 'OrderedDict', 'OrderedUpdates']);

const isFresh = (value: Expression): boolean =>
  value.kind === 'Dict' ||
  value.kind === 'List' ||
  (value.kind === 'Call' && makers.has(calledName(value.function)));

/** The name of what a statement adds to; null for every other node. */
function addedTo(node: AnyNode): string | null {
  const receiver = receiverOf(node);
  return receiver?.kind === 'Name' ? receiver.name : null;
}

const adders: ReadonlySet<string> = new Set(['append', 'extend', 'insert', 'update']);

function receiverOf(node: AnyNode): Expression | null {
  const statement = node as Statement;
  switch (statement.kind) {
    case 'ExpressionStatement':
      return statement.value.kind === 'Call' ? receiverOfCall(statement.value) : null;
    case 'Assign': {
      const [target, ...others] = statement.targets;
      return target?.kind === 'Subscript' && others.length === 0 ? target.value : null;
    }
    case 'AugAssign':
      return statement.operator === '+' || statement.operator === '|' ? statement.target : null;
    default:
      return null;
  }
}

function receiverOfCall({ function: callee }: Call): Expression | null {
  return callee.kind === 'Attribute' && adders.has(callee.attribute.name) ? callee.value : null;
}
