/**
 * From which other cells a cell reads: it uses a name of the module that the other cell binds, or reads from a cell that
 * does. What a cell changes inside of an object is not seen.
 */
import type { Span } from '../base/span.ts';
import type { Cell, ParsedFile } from '../python/parsedFile.ts';
import { type Scope, symbolTable } from '../python/scopes.ts';

/** For each cell the indices of the cells from which it reads, directly or through others, in order, without itself. */
export function cellReads(file: ParsedFile): readonly (readonly number[])[] {
  if (file.cells.length < 2) return file.cells.map(() => []);
  const { module } = symbolTable(file.module, file.python.major);
  const names = file.cells.map(() => ({ binds: new Set<string>(), uses: new Set<string>() }));
  const cellOf = ({ start }: Span) => names[cellIndexAt(file.cells, start)];
  forEachScope(module, (scope) => {
    for (const symbol of scope.symbols.values()) {
      if (symbol.storage !== 'global' && scope !== module) continue;
      for (const node of symbol.bindings) cellOf(node)?.binds.add(symbol.name);
      for (const node of symbol.uses) cellOf(node)?.uses.add(symbol.name);
    }
  });
  const direct = names.map(({ uses }, index) =>
    file.cells
      .filter((cell) => cell.index !== index && intersects(uses, names[cell.index]?.binds))
      .map((cell) => cell.index),
  );
  return direct.map((_, index) => reachable(direct, index));
}

function forEachScope(scope: Scope, visit: (scope: Scope) => void): void {
  const pending = [scope];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next);
    pending.push(...next.children);
  }
}

function cellIndexAt(cells: readonly Cell[], offset: number): number {
  let [low, high] = [0, cells.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cells[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const intersects = (a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean =>
  b !== undefined && [...a].some((name) => b.has(name));

function reachable(direct: readonly (readonly number[])[], from: number): readonly number[] {
  const found = new Set<number>();
  const pending = [...(direct[from] ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    pending.push(...(direct[next] ?? []));
  }
  found.delete(from);
  return [...found].sort((a, b) => a - b);
}
