/** dict, set and frozenset. */
import { createDictTable, createNamespaceTable } from './dictTable.ts';
import type { KeyTable, Names } from './keyTable.ts';
import { SetTable } from './setTable.ts';
import { PyObject, type Value } from './values.ts';

/** `dict` and its subclasses. */
export class PyDict extends PyObject {
  readonly table: KeyTable;

  constructor(table: KeyTable = createDictTable()) {
    super();
    this.table = table;
  }

  /** From pairs, in order. */
  static from(pairs: Iterable<readonly [Value, Value]>): PyDict {
    const dict = new PyDict();
    for (const [key, value] of pairs) dict.table.set(key, value);
    return dict;
  }
}

/** `set`. */
export class PySet extends PyObject {
  readonly table = new SetTable();

  static from(items: Iterable<Value>): PySet {
    const set = new PySet();
    for (const item of items) set.table.set(item, true);
    return set;
  }
}

/** `frozenset`. */
export class PyFrozenSet extends PyObject {
  readonly table = new SetTable();

  static from(items: Iterable<Value>): PyFrozenSet {
    const set = new PyFrozenSet();
    for (const item of items) set.table.set(item, true);
    return set;
  }
}

/** One per namespace: programs compare them by identity. */
const namespaceDicts = new WeakMap<Names, PyDict>();

/** The live dict of a namespace. */
export function namespaceDict(names: Names): PyDict {
  const known = namespaceDicts.get(names);
  if (known) return known;
  const made = new PyDict(createNamespaceTable(names));
  namespaceDicts.set(names, made);
  return made;
}
