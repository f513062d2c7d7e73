/** Looking into the values of a program from outside, without running any of its code. */

import type { Frame } from '../interpreter/callSite.ts';
import { quote, quoteUnicode } from '../interpreter/protocols/text.ts';
import { Cell, PyObject, PyUnicode, type Value } from '../interpreter/values.ts';

const nothing: readonly (readonly [string, Value])[] = [];

/** The attributes of an instance of a class that the program defines; empty for everything else. */
export function attributesOf(value: Value): Iterable<readonly [string, Value]> {
  if (!(value instanceof PyObject) || value.cls === null || value.cls.isNative) return nothing;
  if (value.cls.module !== '__main__' || value.attributes === null) return nothing;
  return new Map(value.attributes);
}

/** A key of a dict as Python's `repr` writes it, for text and integers; null for other keys. */
export function keyText(key: Value): string | null {
  if (typeof key === 'number' || typeof key === 'bigint') return String(key);
  if (typeof key === 'boolean') return key ? 'True' : 'False';
  if (key instanceof PyUnicode) return `u${quoteUnicode(key.value)}`;
  return typeof key === 'string' ? quote(key) : null;
}

/** The local names of a frame in the order of their slots; those of the module are its globals. */
export function* localsOf(frame: Frame): Generator<[name: string, value: Value]> {
  if (frame.namespace !== null) yield* frame.namespace;
  for (const [slot, name] of frame.names.locals.entries()) {
    const held = frame.slots[slot];
    const value = held instanceof Cell ? held.value : held;
    if (name !== '' && value !== undefined) yield [name, value];
  }
}
