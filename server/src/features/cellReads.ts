/**
 * From which other cells a cell reads: it uses a name of the module that it has not bound before and the other cell
 * binds, or reads from a cell that does. What a cell changes inside of an object is not seen.
 */
import { appendAll } from '../base/appendAll.ts';
import { groupBy } from '../base/grouping.ts';
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import { type Scope, symbolTable } from '../python/scopes.ts';

/** What one cell does with names of the module. */
interface CellNames {
  readonly binds: Set<string>;
  /** Names whose value comes from another cell. */
  readonly needs: Set<string>;
}

/** For each cell the indices of the cells from which it reads, directly or through others, in order, without itself. */
export function cellReads(file: ParsedFile): readonly (readonly number[])[] {
  if (file.cells.length < 2) return file.cells.map(() => []);
  const names = namesOf(file);
  const binders = bindersOf(names);
  const direct = names.map(({ needs }, index) => [
    ...new Set([...needs].flatMap((name) => sourcesOf(index, binders.get(name) ?? []))),
  ]);
  return direct.map((_, index) => reachable(direct, index));
}

/** The cells that bind each name, in order. */
function bindersOf(names: readonly CellNames[]): ReadonlyMap<string, readonly number[]> {
  const bindings = names.flatMap(({ binds }, cell) => [...binds].map((name) => ({ name, cell })));
  const groups = groupBy(bindings, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, group.map(({ cell }) => cell)]));
}

/** Of the cells that bind a name the nearest one above; where there is none, all of them. */
function sourcesOf(index: number, binders: readonly number[]): readonly number[] {
  const above = binders.findLast((cell) => cell < index);
  return above === undefined ? binders.filter((cell) => cell !== index) : [above];
}

function namesOf(file: ParsedFile): readonly CellNames[] {
  const { module } = symbolTable(file.module, file.python.major);
  const cells = file.cells.map((): CellNames => ({ binds: new Set(), needs: new Set() }));
  const cellOf = ({ start }: Span) => cells[indexAt(file.cells, start)];
  const globals: { readonly name: string; readonly scope: Scope; readonly use: Span }[] = [];
  forEachScope(module, (scope) => {
    for (const { name, storage, bindings, uses } of scope.symbols.values()) {
      if (storage !== 'global' && scope !== module) continue;
      for (const node of bindings) cellOf(node)?.binds.add(name);
      appendAll(
        globals,
        uses.map((use) => ({ name, scope, use })),
      );
    }
  });
  for (const { name, scope, use } of globals) {
    const cell = file.cells[indexAt(file.cells, use.start)];
    const own = (module.symbols.get(name)?.bindings ?? []).filter(
      (node) => cell !== undefined && cell.start <= node.start && node.start < cell.end,
    );
    // A function is called later than it is defined: what its cell binds anywhere is there by then.
    const isOwn = scope === module ? own.some((node) => isBefore(file, node, use)) : own.length > 0;
    if (!isOwn) cellOf(use)?.needs.add(name);
  }
  return cells;
}

/** True when the binding is done before the use is evaluated: not in `x = x + 1`, but in `for x in y: use(x)`. */
function isBefore(file: ParsedFile, binding: Span, use: Span): boolean {
  const { body } = file.module;
  const at = indexAt(body, use.start);
  if (indexAt(body, binding.start) !== at) return binding.start < use.start;
  const statement = body[at];
  return statement !== undefined && 'body' in statement && binding.end <= use.start;
}

function forEachScope(scope: Scope, visit: (scope: Scope) => void): void {
  const pending = [scope];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next);
    appendAll(pending, next.children);
  }
}

/** The last item that starts at or before `offset`; 0 where there is none. */
function indexAt(items: readonly Span[], offset: number): number {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function reachable(direct: readonly (readonly number[])[], from: number): readonly number[] {
  const found = new Set<number>();
  const pending = [...(direct[from] ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    appendAll(pending, direct[next] ?? []);
  }
  found.delete(from);
  return [...found].sort((a, b) => a - b);
}
