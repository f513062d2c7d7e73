/**
 * Symbol tables: which scope every name of a file belongs to. Follows CPython's `symtable`: class scopes are not seen from
 * functions inside them, comprehensions have scopes of their own (but list comprehensions of Python 2), `:=` binds
 * outside of comprehensions, and `del`, `import`, `except`, `with`, `for` and `match` bind like assignments.
 */
import { appendAll } from '../base/appendAll.ts';
import { ScopeCollector } from './scopes/collector.ts';
import { resolveNames } from './scopes/resolver.ts';
import type { Scope } from './scopes/symbols.ts';
import type { AnyNode, Module } from './syntax.ts';

export type { Scope, ScopeKind, ScopeSymbol, Storage } from './scopes/symbols.ts';

/** The scopes of a file. */
export interface SymbolTable {
  readonly module: Scope;
  /** The scope that a node opens; undefined for nodes that open none. */
  scopeOf(node: AnyNode): Scope | undefined;
}

/** Builds the symbol table of a file. */
export function symbolTable(module: Module, python: 2 | 3): SymbolTable {
  const collector = new ScopeCollector(module, python);
  collector.collect();
  resolveNames(collector.module);
  const { scopes } = collector;
  return { module: collector.module, scopeOf: (node) => scopes.get(node) };
}

/** The scope whose symbol a name read in `scope` refers to; null for a name that only the builtins can have. */
export function definingScope(scope: Scope, name: string): Scope | null {
  const storage = scope.symbols.get(name)?.storage ?? 'global';
  if (storage === 'local' || storage === 'cell') return scope;
  for (let outer: Scope | null = scope; outer; outer = outer.parent) {
    const symbol = outer.symbols.get(name);
    const owns = storage === 'free' ? symbol?.storage === 'cell' : outer.kind === 'module';
    if (owns && symbol) return outer.kind !== 'module' || isBound(outer, name) ? outer : null;
  }
  return null;
}

/** True when the module or a `global` statement somewhere binds the name. */
function isBound(module: Scope, name: string): boolean {
  const pending = [module];
  for (let scope = pending.pop(); scope; scope = pending.pop()) {
    const symbol = scope.symbols.get(name);
    const isOwn = scope === module || symbol?.declared === 'global';
    if (symbol && isOwn && symbol.bindings.length > 0) return true;
    appendAll(pending, scope.children);
  }
  return false;
}
