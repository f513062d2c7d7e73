/**
 * Lists and dicts that nothing ever reads: what is put into them goes nowhere. Read from the text alone, so that whatever
 * else stands around the name keeps it alive. A function's are dead whatever they hold; of those of a module only updates
 * that are merged with others count, which then have no other use than the name of one scan's. Not those of classes.
 */
import type { AnyNode, Assign, Call, Expression } from '../python/syntax.ts';
import { nodeAt, walk } from '../python/walk.ts';
import { calledName } from './detectors/observing.ts';
import type { Destination } from './facts.ts';
import type { Machine } from './machine.ts';
import type { MistakeKind } from './mistakes.ts';
import { isReadOutside } from './openFunctions.ts';
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
  const index = around.findLastIndex((node) => addedTo(node) !== null || madeBy(node) !== null);
  const statement = around[index];
  const scope = around.findLast((node) => scopes.has(node.kind));
  if (statement === undefined || scope === undefined || around.indexOf(scope) > index) return false;
  const name = addedTo(statement) ?? madeBy(statement);
  const inside = around.slice(index + 1);
  if (name === null || !inside.every(isPartOfContainer) || isMistaken(machine, statement)) return false;
  // Another file can look into what a module or a class holds.
  const isOwn = scope.kind === 'FunctionDef' || (scope.kind === 'Module' && inside.every(isPartOfMerge));
  if (!isOwn || !new Uses(machine, name, scope).areDead(statement)) return false;
  return scope.kind === 'FunctionDef' || !isReadOutside(machine, name);
}

/** A merge that is refused is the mistake: the program comes no further. */
const isMistaken = (machine: Machine, { start, end }: AnyNode): boolean =>
  machine.observations.mistakes.some(
    ({ kind, span }) => aboutMerges.has(kind) && start <= span.start && span.end <= end,
  );

const aboutMerges: ReadonlySet<MistakeKind> = new Set([
  'merge-not-supported-by-version',
  'colliding-updates',
]);

const scopes: ReadonlySet<AnyNode['kind']> = new Set(['Module', 'FunctionDef', 'Lambda', 'ClassDef']);

/** An expression that does nothing with updates but to make a list or dict of them, or a part of one. */
const isPartOfContainer = (node: AnyNode): boolean =>
  containerParts.has(node.kind) || isSum(node) || (node.kind === 'Call' && isCopying(node));

const containerParts: ReadonlySet<AnyNode['kind']> = new Set([
  'Dict',
  'DictItem',
  'Identifier',
  'List',
  'Name',
  'Attribute',
  'Starred',
  'Tuple',
]);

const isSum = (node: AnyNode): boolean =>
  node.kind === 'BinOp' && (node.operator === '+' || node.operator === '|');

const copiers: ReadonlySet<string> = new Set([
  'append',
  'copy',
  'dict',
  'extend',
  'insert',
  'items',
  'list',
  'OrderedDict',
  'OrderedUpdates',
  'update',
]);

const isCopying = (call: Call): boolean => copiers.has(calledName(call.function));

/** True for what joins updates to updates: no list with them as an element, and no key of their own. */
const isPartOfMerge = (node: AnyNode): boolean =>
  node.kind === 'Call'
    ? !storers.has(calledName(node.function))
    : node.kind === 'DictItem'
      ? node.key === null
      : node.kind !== 'List' && node.kind !== 'Tuple';

const storers: ReadonlySet<string> = new Set(['append', 'insert']);

/** What stands around a name in the scope that it belongs to. */
class Uses {
  readonly #machine: Machine;
  readonly #name: string;
  readonly #harmless = new Set<AnyNode>();
  #isFresh = true;
  #isMade = false;
  #isRead = false;

  constructor(machine: Machine, name: string, scope: AnyNode) {
    this.#machine = machine;
    this.#name = name;
    walk(scope, (node) => {
      this.#look(node);
      return !this.#isRead;
    });
  }

  /** What is added to an object is lost only if no other name leads to it; what a statement makes has no other. */
  areDead(statement: AnyNode): boolean {
    return !this.#isRead && (madeBy(statement) !== null || (this.#isMade && this.#isFresh));
  }

  #look(node: AnyNode): void {
    if (node.kind === 'Assign') this.#bind(node);
    if (addedTo(node) === this.#name) this.#harmless.add(receiverOf(node) as AnyNode);
    else if (node.kind === 'Name') {
      this.#isRead ||= (node.name === this.#name && !this.#harmless.has(node)) || readers.has(node.name);
    } else if (node.kind === 'Identifier') {
      // A parameter, `global`, an import: another object, or one that others know.
      this.#isRead ||= node.name === this.#name && !this.#harmless.has(node);
    } else if (node.kind === 'Attribute') this.#harmless.add(node.attribute);
    else if (node.kind === 'Call') {
      for (const keyword of node.keywords) if (keyword.name !== null) this.#harmless.add(keyword.name);
    }
  }

  #bind({ targets, value }: Assign): void {
    const names = targets.flatMap((target) => (target.kind === 'Tuple' ? target.elements : [target]));
    for (const target of names) {
      if (target.kind !== 'Name' || target.name !== this.#name) continue;
      this.#harmless.add(target);
      this.#isMade = true;
      this.#isFresh &&= targets.length === 1 && (isMaking(value) || this.#isScan(value));
      // `updates = updates + others` reads what it replaces.
      if (isMaking(value))
        for (const operand of operandsOf(value)) if (operand.kind === 'Name') this.#harmless.add(operand);
    }
  }

  /** The updates that a scan returns are an object of their own. */
  #isScan(value: Expression): boolean {
    return this.#machine.scans.some(({ site }) => site === value);
  }
}

/** Can read any variable in sight. */
const readers: ReadonlySet<string> = new Set(['locals', 'globals', 'vars', 'eval', 'exec', 'dir']);

/** The name that a statement binds to a list or dict which it makes: `name = {}`, `name = OrderedDict()`, `name = a + b`. */
function madeBy(node: AnyNode): string | null {
  if (node.kind !== 'Assign' || node.targets.length !== 1 || !isMaking(node.value)) return null;
  const [target] = node.targets;
  return target?.kind === 'Name' ? target.name : null;
}

const makers: ReadonlySet<string> = new Set(['dict', 'list', 'OrderedDict', 'OrderedUpdates']);

/** True for what makes an object that has no other name. */
const isMaking = (value: Expression): boolean =>
  value.kind === 'Dict' ||
  value.kind === 'List' ||
  isSum(value) ||
  (value.kind === 'Call' && makers.has(calledName(value.function)));

const operandsOf = (value: Expression): readonly Expression[] =>
  value.kind === 'BinOp' && isSum(value) ? [...operandsOf(value.left), ...operandsOf(value.right)] : [value];

/** The name of what a statement adds to; null for every other node. */
function addedTo(node: AnyNode): string | null {
  const receiver = receiverOf(node);
  return receiver?.kind === 'Name' ? receiver.name : null;
}

const adders: ReadonlySet<string> = new Set(['append', 'extend', 'insert', 'update']);

function receiverOf(node: AnyNode): Expression | null {
  switch (node.kind) {
    case 'ExpressionStatement':
      return node.value.kind === 'Call' ? receiverOfCall(node.value) : null;
    case 'Assign': {
      const [target, ...others] = node.targets;
      return target?.kind === 'Subscript' && others.length === 0 ? target.value : null;
    }
    case 'AugAssign':
      return node.operator === '+' || node.operator === '|' ? node.target : null;
    default:
      return null;
  }
}

function receiverOfCall({ function: callee }: Call): Expression | null {
  return callee.kind === 'Attribute' && adders.has(callee.attribute.name) ? callee.value : null;
}
