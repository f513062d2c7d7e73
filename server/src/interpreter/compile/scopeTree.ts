/**
 * Where every name lives at run time: the slots of each frame, and the cells that inner functions share. The names and the
 * scopes come from the symbol table of the Python layer. Comprehensions have names of their own but run in the frame around
 * them; generator expressions are functions.
 */
import { type Scope as SymbolScope, symbolTable } from '../../python/scopes.ts';
import type { AnyNode, Module } from '../../python/syntax.ts';
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

  /** A new slot in which a statement of a generator notes where it was; empty while it does not run. */
  allocateState(): number {
    return this.allocate(`.state${this.host.slotNames.length}`);
  }
}

/** The scopes of a module by the node that opens each. */
export type ScopeTree = ReadonlyMap<AnyNode, Scope>;

/** The scopes of a module with their slots, from its symbol table. */
export function buildScopes(module: Module, python: 2 | 3): ScopeTree {
  const scopes = new Map<AnyNode, Scope>();
  const root = adopt(symbolTable(module, python).module, null, scopes);
  resolveAll(root);
  return scopes;
}

function adopt(table: SymbolScope, parent: Scope | null, scopes: Map<AnyNode, Scope>): Scope {
  const scope = new Scope(kindOf(table), parent);
  if (table.kind !== 'typeParameters') scopes.set(table.node, scope);
  else if ('typeParameters' in table.node && table.node.typeParameters[0]) {
    // The node itself stands for the scope inside.
    scopes.set(table.node.typeParameters[0], scope);
  }
  for (const { name, declared, bindings } of table.symbols.values()) {
    scope.used.add(name);
    if (name === 'super') scope.used.add('__class__');
    if (bindings.length > 0) scope.bound.add(name);
    if (declared === 'global') scope.globals.add(name);
    if (declared === 'nonlocal') scope.nonlocals.add(name);
  }
  scope.isGenerator = yields(table);
  for (const child of table.children) adopt(child, scope, scopes);
  return scope;
}

function kindOf({ kind, node }: SymbolScope): ScopeKind {
  if (kind === 'lambda' || (kind === 'comprehension' && node.kind === 'GeneratorExp')) return 'function';
  return kind === 'typeParameters' ? 'comprehension' : kind;
}

function yields({ node }: SymbolScope): boolean {
  if (node.kind === 'GeneratorExp') return true;
  if (node.kind === 'FunctionDef') return node.body.some(containsYield);
  return node.kind === 'Lambda' && containsYield(node.body);
}

/** True when the node yields in the function it belongs to. */
export function containsYield(node: AnyNode): boolean {
  switch (node.kind) {
    case 'Yield':
    case 'YieldFrom':
      return true;
    case 'FunctionDef':
    case 'Lambda':
    case 'ClassDef':
    case 'GeneratorExp':
      return false;
    default:
      return childrenOf(node).some(containsYield);
  }
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
