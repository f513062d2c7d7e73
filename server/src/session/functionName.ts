/**
 * How the program holds a function that it calls: a local or global name, else `name[0]`, `name['key']` or
 * `object.attribute`, else null. The order of the search is that of the oracle's recorder.
 */
import type { Frame } from '../interpreter/callSite.ts';
import { PyDict } from '../interpreter/containers.ts';
import { PyList, PyTuple, type Value } from '../interpreter/values.ts';
import { attributesOf, localsOf } from './programValues.ts';
import type { Repr } from './summary.ts';

type Names = Iterable<readonly [name: string, value: Value]>;

/** Where names are looked for: first those of the frame, then the globals. `repr` prints keys. */
export interface NamePlaces {
  readonly frame: Frame | null;
  readonly globals: ReadonlyMap<string, Value>;
  readonly repr: Repr;
}

/** The expression through which the program holds `callee`. */
export function functionName(callee: Value, { frame, globals, repr }: NamePlaces): string | null {
  const places = [
    ...(frame === null || frame.namespace === globals ? [] : [[...localsOf(frame)]]),
    [...globals],
  ];
  return (
    firstFound(places, (place) => plainName(callee, place)) ??
    firstFound(places, (place) => nameInside(callee, place, repr))
  );
}

function firstFound(places: readonly Names[], find: (place: Names) => string | null): string | null {
  for (const place of places) {
    const found = find(place);
    if (found !== null) return found;
  }
  return null;
}

function plainName(callee: Value, place: Names): string | null {
  for (const [name, value] of place) if (value === callee && !name.startsWith('_')) return name;
  return null;
}

function nameInside(callee: Value, place: Names, repr: Repr): string | null {
  for (const [name, value] of place) {
    const way = name.startsWith('_') ? null : wayTo(callee, value, repr);
    if (way !== null) return name + way;
  }
  return null;
}

function wayTo(callee: Value, holder: Value, repr: Repr): string | null {
  if (holder instanceof PyDict) {
    for (const { key, value } of holder.table.entries()) if (value === callee) return `[${repr(key)}]`;
    return null;
  }
  if (holder instanceof PyList || holder instanceof PyTuple) {
    const index = holder.items.indexOf(callee);
    return index < 0 ? null : `[${index}]`;
  }
  for (const [attribute, value] of attributesOf(holder)) if (value === callee) return `.${attribute}`;
  return null;
}
