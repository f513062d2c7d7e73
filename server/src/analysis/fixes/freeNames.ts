/** Names for new variables, and what is known about the present ones. */
import { appendAll } from '../../base/appendAll.ts';
import { definingScope, type Scope } from '../../python/scopes.ts';
import type { AnyNode } from '../../python/syntax.ts';
import { builtinNames } from '../builtinTable.ts';
import type { Program } from './program.ts';

/**
 * The first of `base`, `base_2`, `base_3`, … that can be bound in `scope` and read at `readers` without touching
 * another variable.
 */
export function freeName(
  program: Program,
  base: string,
  scope: Scope,
  readers: readonly AnyNode[] = [],
): string {
  const reading = new Set(readers.flatMap((reader) => scopesBetween(program.scopeAt(reader), scope)));
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!builtinNames.has(name) && isFree(name, scope, reading)) return name;
  }
}

/** The scopes from `inner` out to `outer`. */
function scopesBetween(inner: Scope, outer: Scope): readonly Scope[] {
  const scopes: Scope[] = [];
  for (let scope: Scope | null = inner; scope !== null; scope = scope.parent) {
    scopes.push(scope);
    if (scope === outer) break;
  }
  return scopes;
}

function isFree(name: string, scope: Scope, reading: ReadonlySet<Scope>): boolean {
  if (scope.symbols.has(name)) return false;
  const pending = [...scope.children];
  for (let inner = pending.pop(); inner !== undefined; inner = pending.pop()) {
    const symbol = inner.symbols.get(name);
    const isOwn = symbol !== undefined && (symbol.storage === 'local' || symbol.storage === 'cell');
    if (symbol !== undefined && (!isOwn || reading.has(inner))) return false;
    appendAll(pending, inner.children);
  }
  return true;
}

/** How a variable is used, over all scopes that see it. */
export interface Usage {
  /** Where it is bound, in its scope and by `global` and `nonlocal` elsewhere; a `del` counts. */
  readonly bindings: readonly AnyNode[];
  readonly uses: readonly AnyNode[];
}

/** The bindings and uses of the variable that `name` means in `scope`. */
export function usageOf(scope: Scope, name: string): Usage {
  const owner = definingScope(scope, name) ?? scope;
  const bindings: AnyNode[] = [];
  const uses: AnyNode[] = [];
  const pending = [owner];
  for (let inner = pending.pop(); inner !== undefined; inner = pending.pop()) {
    const symbol = inner.symbols.get(name);
    if (symbol !== undefined && (inner === owner || definingScope(inner, name) === owner)) {
      appendAll(bindings, symbol.bindings);
      appendAll(uses, symbol.uses);
    }
    appendAll(pending, inner.children);
  }
  return { bindings, uses };
}
