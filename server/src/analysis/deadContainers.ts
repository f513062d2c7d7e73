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
import { isProven } from './updatesProof.ts';
import type { ScanRecord } from './values.ts';

/** Forgets that updates are in a list or dict of the analysed file which nothing ever reads. */
export function forgetDeadContainers(machine: Machine, record: ScanRecord): void {
  const { destinations } = record;
  // Whatever else they reach, they are not dropped; and looking costs a walk.
  const isDoubtful = destinations.length > 0 && destinations.every(({ kind }) => kind === 'container');
  if (!isDoubtful || !isProven(record)) return;
  const alive = destinations.filter((one) => !isDead(machine, one));
  if (alive.length < destinations.length) destinations.splice(0, destinations.length, ...alive);
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
  if (!isOwn || !usesIn(machine, scope).isDead(name, statement)) return false;
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

/** What stands around the names of a scope, from one walk for all of them. */
class ScopeUses {
  readonly #scans: ReadonlySet<Expression>;
  readonly #harmless = new Set<AnyNode>();
  readonly #made = new Set<string>();
  /** Bound to an object that may have another name. */
  readonly #notFresh = new Set<string>();
  readonly #read = new Set<string>();
  #isAllRead = false;

  constructor(machine: Machine, scope: AnyNode) {
    this.#scans = new Set(machine.scans.map(({ site }) => site));
    walk(scope, (node) => this.#look(node));
  }

  /** What is added to an object is lost only if no other name leads to it; what a statement makes has no other. */
  isDead(name: string, statement: AnyNode): boolean {
    if (this.#isAllRead || this.#read.has(name)) return false;
    return madeBy(statement) !== null || (this.#made.has(name) && !this.#notFresh.has(name));
  }

  #look(node: AnyNode): void {
    const receiver = receiverOf(node);
    if (receiver !== null) this.#harmless.add(receiver);
    switch (node.kind) {
      case 'Assign':
        this.#bind(node);
        break;
      case 'Name':
        if (!this.#harmless.has(node)) this.#read.add(node.name);
        this.#isAllRead ||= readers.has(node.name);
        break;
      case 'Identifier':
        // A parameter, `global`, an import: another object, or one that others know.
        if (!this.#harmless.has(node)) this.#read.add(node.name);
        break;
      case 'Attribute':
        this.#harmless.add(node.attribute);
        break;
      case 'Call':
        for (const { name } of node.keywords) if (name !== null) this.#harmless.add(name);
    }
  }

  #bind({ targets, value }: Assign): void {
    // The updates that a scan returns are an object of their own.
    const isFresh = targets.length === 1 && (isMaking(value) || this.#scans.has(value));
    for (const target of targets.flatMap((one) => (one.kind === 'Tuple' ? one.elements : [one]))) {
      if (target.kind !== 'Name') continue;
      this.#harmless.add(target);
      this.#made.add(target.name);
      if (!isFresh) this.#notFresh.add(target.name);
      // `updates = updates + others` reads what it replaces.
      const operands = isMaking(value) ? operandsOf(value) : [];
      for (const one of operands)
        if (one.kind === 'Name' && one.name === target.name) this.#harmless.add(one);
    }
  }
}

const knownUses = new WeakMap<Machine, Map<AnyNode, ScopeUses>>();

function usesIn(machine: Machine, scope: AnyNode): ScopeUses {
  const known = knownUses.get(machine) ?? new Map<AnyNode, ScopeUses>();
  knownUses.set(machine, known);
  const uses = known.get(scope) ?? new ScopeUses(machine, scope);
  known.set(scope, uses);
  return uses;
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
