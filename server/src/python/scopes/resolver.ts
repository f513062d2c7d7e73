/** Decides where each name of each scope lives, once all scopes are known. */
import { appendAll } from '../../base/appendAll.ts';
import { newSymbol, type Scope, type ScopeSymbol } from './symbols.ts';

/** Sets the storage of every symbol below and in the module's scope. */
export function resolveNames(module: Scope): void {
  const pending = [module];
  for (let scope = pending.pop(); scope; scope = pending.pop()) {
    for (const symbol of [...scope.symbols.values()]) resolve(scope, symbol);
    appendAll(pending, scope.children);
  }
}

function resolve(scope: Scope, symbol: ScopeSymbol): void {
  if (scope.kind === 'module' || symbol.declared === 'global') {
    symbol.storage = 'global';
    return;
  }
  const isOwn = symbol.bindings.length > 0 && symbol.declared !== 'nonlocal';
  if (isOwn) {
    if (symbol.storage !== 'cell') symbol.storage = 'local';
    return;
  }
  symbol.storage = capture(scope, symbol.name) ? 'free' : 'global';
}

/** Makes a name of an enclosing function a cell and passes it through the functions between; false when none has it. */
function capture(scope: Scope, name: string): boolean {
  const between: Scope[] = [];
  for (let outer = scope.parent; outer && outer.kind !== 'module'; outer = outer.parent) {
    if (outer.kind === 'class') continue;
    const symbol = outer.symbols.get(name);
    if (symbol?.declared === 'global') return false;
    if (symbol && symbol.bindings.length > 0 && symbol.declared !== 'nonlocal') {
      symbol.storage = 'cell';
      for (const passing of between) passThrough(passing, name);
      return true;
    }
    between.push(outer);
  }
  return false;
}

function passThrough(scope: Scope, name: string): void {
  const symbol = scope.symbols.get(name);
  if (symbol) symbol.storage = 'free';
  else scope.symbols.set(name, newSymbol(name, 'free'));
}
