/** What an enumeration knows of its members, and the namespace that its class body runs in. */
import { raiseTypeError } from '../../../exceptions.ts';
import { KeyTable } from '../../../keyTable.ts';
import { call } from '../../../protocols/calls.ts';
import { equals } from '../../../protocols/comparison.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, lookupInType, typeOf } from '../../../pyType.ts';
import {
  PyBuiltin,
  PyClassMethod,
  PyFunction,
  PyList,
  PyNativeAttribute,
  PyObject,
  PyProperty,
  PyStaticMethod,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';

/** What happens to bits of a flag that no member has. */
export type Boundary = 'strict' | 'conform' | 'eject' | 'keep';

/** The members of one enumeration. */
export class EnumInfo {
  /** By name, aliases too. */
  readonly byName = new Map<string, PyObject>();
  /** Without aliases, in the order of the class body. */
  readonly members: PyObject[] = [];
  readonly #byValue = new KeyTable();
  readonly #unhashable: { readonly value: Value; readonly member: PyObject }[] = [];
  isFlag = false;
  boundary: Boundary = 'strict';
  /** All bits of all members; of those with a single bit. */
  mask = 0n;
  singles = 0n;

  /** The member with this value. */
  find(value: Value): PyObject | undefined {
    if (isHashable(value)) return this.#byValue.get(value) as PyObject | undefined;
    return this.#unhashable.find((each) => equals(each.value, value))?.member;
  }

  remember(value: Value, member: PyObject): void {
    if (isHashable(value)) this.#byValue.set(value, member);
    else this.#unhashable.push({ value, member });
  }
}

const isHashable = (value: Value): boolean => {
  if (value instanceof PyTuple) return value.items.every(isHashable);
  return lookupInType(typeOf(value), '__hash__') !== null;
};

const infos = new WeakMap<PyType, EnumInfo>();

export const setInfo = (type: PyType, info: EnumInfo): void => void infos.set(type, info);

/** The members of an enumeration; `undefined` for classes that are none. */
export const infoOf = (type: PyType): EnumInfo | undefined => infos.get(type);

export const memberName = (member: PyObject): Value => member.attributes?.get('_name_') ?? null;
export const memberValue = (member: PyObject): Value => member.attributes?.get('_value_') ?? null;

/** `auto()`. */
export class PyAuto extends PyObject {}
export const autoType = defineType<PyAuto>({
  name: 'auto',
  module: 'enum',
  class: PyAuto,
  create: () => new PyAuto(),
});

/** `member(x)` and `nonmember(x)`. */
export class PyMarked extends PyObject {
  readonly value: Value;
  readonly isMember: boolean;
  constructor(value: Value, isMember: boolean) {
    super();
    this.value = value;
    this.isMember = isMember;
  }
}
defineType<PyMarked>({ name: 'member', module: 'enum', class: PyMarked });

const descriptors = [
  PyFunction,
  PyBuiltin,
  PyProperty,
  PyNativeAttribute,
  PyStaticMethod,
  PyClassMethod,
] as const;

/** Whether a name of a class body becomes a member. */
export function isMember(name: string, value: Value): boolean {
  if (value instanceof PyMarked) return value.isMember;
  if (/^__.*__$|^_[^_].*_$|^_\w+__\w*[^_]_?$/.test(name)) return false;
  if (descriptors.some((each) => value instanceof each)) return false;
  const isObject = typeof value === 'object' && value !== null;
  return !(isObject && lookupInType(typeOf(value), '__get__') !== undefined);
}

/** Gives `auto()` its value when it is assigned, and refuses a name that is a member already. */
export class EnumNamespace extends Map<string, Value> {
  readonly #bases: readonly PyType[];
  readonly #names: string[] = [];
  readonly #values: Value[] = [];

  constructor(bases: readonly PyType[]) {
    super();
    this.#bases = bases;
  }

  override set(name: string, given: Value): this {
    // The constructor of Map does not call this for an empty map, so all fields exist here.
    if (!isMember(name, given)) {
      if (this.#names.includes(name)) {
        raiseTypeError(`${repr(name)} already defined as ${repr(this.get(name) ?? null)}`);
      }
      return super.set(name, given instanceof PyMarked ? given.value : given);
    }
    if (this.#names.includes(name)) {
      raiseTypeError(`${repr(name)} already defined as ${repr(this.get(name) ?? null)}`);
    }
    const value = this.#resolve(name, given);
    this.#names.push(name);
    this.#values.push(value instanceof PyMarked ? value.value : value);
    return super.set(name, value);
  }

  #resolve(name: string, given: Value): Value {
    if (given instanceof PyAuto) return this.#next(name);
    if (!(given instanceof PyTuple) || !given.items.some((item) => item instanceof PyAuto)) return given;
    return new PyTuple(given.items.map((item) => (item instanceof PyAuto ? this.#next(name) : item)));
  }

  #next(name: string): Value {
    const args = [name, 1, this.#names.length, new PyList([...this.#values])];
    const own = this.get('_generate_next_value_');
    const inherited = this.#bases
      .map((base) => lookupInType(base, '_generate_next_value_'))
      .find((each) => each !== undefined);
    const found = own ?? inherited;
    return call(found instanceof PyStaticMethod ? found.callee : (found ?? null), args);
  }
}
