/** Which lines give a name its value: where it is bound, the nearest one above first. By the text; nothing is run for it. */
import { type Span, touches } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import { definingScope, type Scope, symbolTable } from '../python/scopes.ts';

/** The bindings of the name at `offset`, other than the one there; none where no name stands. */
export function producersAt(file: ParsedFile, offset: number): readonly Span[] {
  const { module } = symbolTable(file.module, file.python.major);
  const scopes = scopesOf(module);
  const found = mentionAt(scopes, offset);
  if (found === null) return [];
  const owner = definingScope(found.scope, found.name);
  if (owner === null) return [];
  const places = scopes
    .filter((scope) => scope.symbols.has(found.name) && definingScope(scope, found.name) === owner)
    .flatMap((scope) => scope.symbols.get(found.name)?.bindings ?? [])
    .filter((binding) => !touches(nameIn(binding, found.name, file), offset));
  const above = places.filter(({ start }) => start < offset).sort((a, b) => b.start - a.start);
  const below = places.filter(({ start }) => start >= offset).sort((a, b) => b.start - a.start);
  return [...above, ...below].map((binding) => nameIn(binding, found.name, file));
}

function mentionAt(
  scopes: readonly Scope[],
  offset: number,
): { readonly scope: Scope; readonly name: string } | null {
  for (const scope of scopes) {
    for (const [name, { uses, bindings }] of scope.symbols) {
      // A definition binds as a whole; only a name by itself is meant by pointing at it.
      const isHere = (node: Span) => touches(node, offset) && node.end - node.start === name.length;
      if (uses.some(isHere) || bindings.some(isHere)) return { scope, name };
    }
  }
  return null;
}

/** The place of the name in what binds it: a definition is long, but its name is in its head. */
function nameIn(binding: Span, name: string, { text }: ParsedFile): Span {
  const start = text.slice(binding.start, binding.end).search(new RegExp(`(?<![\\w.])${name}(?!\\w)`));
  return start < 0 ? binding : { start: binding.start + start, end: binding.start + start + name.length };
}

function scopesOf(module: Scope): readonly Scope[] {
  const scopes = [module];
  for (const scope of scopes) scopes.push(...scope.children);
  return scopes;
}
