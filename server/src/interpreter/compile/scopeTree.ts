/**
 * Which name lives where: for every function, class and comprehension the slots of its names, and the cells that inner
 * functions share. Comprehensions (and in Python 2 no list comprehension) have names of their own but run in the frame around
 * them; generator expressions are functions. Follows CPython's `symtable.c`.
 */
import type { AnyNode, Comprehension, Expression, FunctionDef, Lambda, Module } from '../../python/syntax.ts';
import { childrenOf } from '../../python/walk.ts';

export type ScopeKind = 'module' | 'function' | 'class' | 'comprehension';

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  /** Names that are assigned here. */
  readonly bound = new Set<string>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  readonly used = new Set<string>();
  /** Names of this scope that inner functions use. */
  readonly cells = new Set<string>();
  /** Names of outer functions that this scope or one inside it uses, with the scope that owns them. */
  readonly free = new Map<string, Scope>();
  readonly slots = new Map<string, number>();
  readonly children: Scope[] = [];
  isGenerator = false;
  /** The names by slot, for `locals()`; only in scopes with a frame. */
  readonly slotNames: string[] = [];
  /** Slots of the names of comprehensions inside are not locals. */
  readonly hiddenSlots = new Set<number>();

  constructor(kind: ScopeKind, parent: Scope | null) {
    this.kind = kind;
    this.parent = parent;
    parent?.children.push(this);
  }

  /** The scope whose frame this one runs in. */
  get host(): Scope {
    return this.kind === 'comprehension' ? this.parent!.host : this;
  }

  /** A new slot in the frame of this scope. */
  allocate(name: string): number {
    const { host } = this;
    const slot = host.slotNames.length;
    host.slotNames.push(name);
    if (host !== this) host.hiddenSlots.add(slot);
    this.slots.set(name, slot);
    return slot;
  }
}

type FunctionLike = FunctionDef | Lambda;

/** The scopes of a module by the node that opens each. */
export type ScopeTree = ReadonlyMap<AnyNode, Scope>;

/** Builds the scopes of a module. */
export function buildScopes(module: Module, python: 2 | 3): ScopeTree {
  const builder = new ScopeBuilder(python);
  const root = new Scope('module', null);
  builder.scopes.set(module, root);
  for (const statement of module.body) builder.visit(statement, root);
  resolveAll(root);
  return builder.scopes;
}

class ScopeBuilder {
  readonly scopes = new Map<AnyNode, Scope>();
  readonly #python: 2 | 3;

  constructor(python: 2 | 3) {
    this.#python = python;
  }

  visit(node: AnyNode, scope: Scope): void {
    switch (node.kind) {
      case 'FunctionDef':
        this.#bind(node.name.name, scope);
        for (const decorator of node.decorators) this.visit(decorator, scope);
        this.#function(node, node.body, scope);
        return;
      case 'Lambda':
        this.#function(node, [node.body], scope);
        return;
      case 'ClassDef':
        this.#class(node, scope);
        return;
      case 'ListComp':
        if (this.#python === 2) this.#children(node, scope);
        else this.#comprehension(node, node.generators, [node.element], scope);
        return;
      case 'SetComp':
      case 'GeneratorExp':
        this.#comprehension(node, node.generators, [node.element], scope);
        return;
      case 'DictComp':
        this.#comprehension(node, node.generators, [node.key, node.value], scope);
        return;
      default:
        this.#plain(node, scope);
    }
  }

  #children(node: AnyNode, scope: Scope): void {
    for (const child of childrenOf(node)) this.visit(child, scope);
  }

  #plain(node: AnyNode, scope: Scope): void {
    switch (node.kind) {
      case 'Name':
        scope.used.add(node.name);
        if (node.name === 'super') scope.used.add('__class__');
        return;
      case 'Global':
        for (const name of node.names) scope.globals.add(name.name);
        return;
      case 'Nonlocal':
        for (const name of node.names) scope.nonlocals.add(name.name);
        return;
      case 'Yield':
      case 'YieldFrom':
        scope.host.isGenerator = true;
        break;
      case 'NamedExpr':
        this.#bind(node.target.name, nearestFrame(scope));
        scope.used.add(node.target.name);
        break;
      case 'Assign':
      case 'Delete':
        for (const target of node.targets) this.#target(target, scope);
        break;
      case 'AugAssign':
      case 'AnnAssign':
      case 'For':
      case 'Comprehension':
        this.#target(node.target, scope);
        break;
      case 'WithItem':
        if (node.target) this.#target(node.target, scope);
        break;
      case 'ExceptHandler':
        if (node.target?.kind === 'Identifier') this.#bind(node.target.name, scope);
        else if (node.target) this.#target(node.target, scope);
        break;
      case 'Import':
      case 'ImportFrom':
        if (node.names !== '*') {
          for (const alias of node.names) {
            this.#bind(alias.asname?.name ?? alias.name.parts[0]?.name ?? '', scope);
          }
        }
        return;
      case 'MatchAs':
      case 'MatchStar':
        if (node.name) this.#bind(node.name.name, scope);
        break;
      case 'MatchMapping':
        if (node.rest) this.#bind(node.rest.name, scope);
        break;
    }
    this.#children(node, scope);
  }

  #bind(name: string, scope: Scope): void {
    scope.bound.add(name);
    scope.used.add(name);
  }

  #target(target: Expression, scope: Scope): void {
    if (target.kind === 'Name') this.#bind(target.name, scope);
    else if (target.kind === 'Starred') this.#target(target.value, scope);
    else if (target.kind === 'Tuple' || target.kind === 'List') {
      for (const element of target.elements) this.#target(element, scope);
    }
  }

  #function(node: FunctionLike, body: readonly AnyNode[], scope: Scope): void {
    const inner = new Scope('function', scope);
    this.scopes.set(node, inner);
    for (const parameter of node.parameters.items) {
      if (parameter.default) this.visit(parameter.default, scope);
      if (parameter.annotation) this.visit(parameter.annotation, scope);
      if (parameter.target.kind === 'Identifier') this.#bind(parameter.target.name, inner);
      else this.#target(parameter.target, inner);
    }
    if (node.kind === 'FunctionDef' && node.returns) this.visit(node.returns, scope);
    for (const each of body) this.visit(each, inner);
  }

  #class(node: AnyNode & { kind: 'ClassDef' }, scope: Scope): void {
    this.#bind(node.name.name, scope);
    for (const each of [...node.decorators, ...node.bases, ...node.keywords]) this.visit(each, scope);
    const inner = new Scope('class', scope);
    this.scopes.set(node, inner);
    for (const statement of node.body) this.visit(statement, inner);
  }

  #comprehension(
    node: AnyNode,
    generators: readonly Comprehension[],
    results: readonly Expression[],
    scope: Scope,
  ): void {
    const inner = new Scope(node.kind === 'GeneratorExp' ? 'function' : 'comprehension', scope);
    this.scopes.set(node, inner);
    if (node.kind === 'GeneratorExp') inner.isGenerator = true;
    for (const [index, generator] of generators.entries()) {
      this.visit(generator.iterable, index === 0 ? scope : inner);
      this.#target(generator.target, inner);
      this.visit(generator.target, inner);
      for (const condition of generator.conditions) this.visit(condition, inner);
    }
    for (const result of results) this.visit(result, inner);
  }
}

function nearestFrame(scope: Scope): Scope {
  let each = scope;
  while (each.kind === 'comprehension' && each.parent) each = each.parent;
  return each;
}

/** Where a name that is used in `scope` lives. */
export function ownerOf(name: string, scope: Scope): Scope | null {
  if (scope.globals.has(name)) return null;
  if (isLocal(name, scope) && scope.kind !== 'class') return scope.kind === 'module' ? null : scope;
  for (let each = scope.parent; each; each = each.parent) {
    if (each.kind === 'module') return null;
    if (each.kind === 'class') {
      if (name === '__class__') return each;
      continue;
    }
    if (each.globals.has(name)) return null;
    if (isLocal(name, each)) return each;
  }
  return null;
}

const isLocal = (name: string, scope: Scope): boolean => scope.bound.has(name) && !scope.nonlocals.has(name);

function resolveAll(scope: Scope): void {
  for (const name of scope.used) {
    const owner = ownerOf(name, scope);
    if (owner && owner.host !== scope.host) {
      owner.cells.add(name);
      for (let each = scope; each.host !== owner.host; each = each.host.parent!)
        each.host.free.set(name, owner);
    }
  }
  for (const child of scope.children) resolveAll(child);
  allocateSlots(scope);
}

function allocateSlots(scope: Scope): void {
  if (scope.kind === 'class') {
    scope.allocate('__class__');
    scope.cells.add('__class__');
  }
  const hasSlots = scope.kind === 'function' || scope.kind === 'comprehension';
  if (hasSlots) {
    for (const name of scope.bound) {
      if (!scope.globals.has(name) && !scope.nonlocals.has(name)) scope.allocate(name);
    }
  }
  if (scope.kind !== 'comprehension') for (const name of scope.free.keys()) scope.allocate(name);
}
