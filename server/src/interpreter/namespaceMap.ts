/**
 * Names that a dict of the program holds: the attributes of an instance after `self.__dict__ = d`, and the namespace of a
 * class body whose metaclass made it in `__prepare__`. Everything else sees names like any others.
 */
import { AttributeTable } from './attributeTable.ts';
import type { PyDict } from './containers.ts';
import type { Value } from './values.ts';

/** How names are read from and written to the dict. */
export interface DictAccess {
  get(dict: PyDict, name: string): Value | undefined;
  set(dict: PyDict, name: string, value: Value): void;
}

const plainAccess: DictAccess = {
  get: (dict, name) => dict.table.get(name),
  set: (dict, name, value) => dict.table.set(name, value),
};

export class DictNamespace extends Map<string, Value> {
  readonly dict: PyDict;
  readonly #access: DictAccess;

  constructor(dict: PyDict, access: DictAccess = plainAccess) {
    super();
    this.dict = dict;
    this.#access = access;
  }

  override get size(): number {
    return this.dict.table.size;
  }

  override get(name: string): Value | undefined {
    return this.#access.get(this.dict, name);
  }

  override has(name: string): boolean {
    return this.dict.table.has(name);
  }

  override set(name: string, value: Value): this {
    this.#access.set(this.dict, name, value);
    return this;
  }

  override delete(name: string): boolean {
    return this.dict.table.delete(name);
  }

  override clear(): void {
    this.dict.table.clear();
  }

  override *entries(): MapIterator<[string, Value]> {
    for (const { key, value } of this.dict.table.entries()) if (typeof key === 'string') yield [key, value];
  }

  override *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  override *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(visit: (value: Value, name: string, map: Map<string, Value>) => void): void {
    for (const [name, value] of this.entries()) visit(value, name, this);
  }
}

/** Attributes in a dict. Their shape has no places, so nothing is remembered about them. */
export class DictAttributes extends AttributeTable<Value> {
  readonly dict: PyDict;

  constructor(dict: PyDict) {
    super();
    this.dict = dict;
  }

  override get size(): number {
    return this.dict.table.size;
  }

  override get(name: string): Value | undefined {
    return this.dict.table.get(name);
  }

  override has(name: string): boolean {
    return this.dict.table.has(name);
  }

  override set(name: string, value: Value): this {
    this.dict.table.set(name, value);
    return this;
  }

  override delete(name: string): boolean {
    return this.dict.table.delete(name);
  }

  override isFixed(): boolean {
    return false;
  }

  override clear(): void {
    this.dict.table.clear();
  }

  override *keys(): IterableIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  override *entries(): IterableIterator<[string, Value]> {
    for (const { key, value } of this.dict.table.entries()) if (typeof key === 'string') yield [key, value];
  }
}
