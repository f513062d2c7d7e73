/**
 * Classes that the standard library writes in Python: programs derive from them, and their instances keep their state in
 * attributes. One set of them per interpreter, since programs can assign to their names.
 */
import { AttributeTable } from '../../attributeTable.ts';
import { objectType } from '../../exceptions.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { createClass } from '../../protocols/classCreation.ts';
import { checkReceiver, typeType } from '../../pyType.ts';
import { builtin, method, type NativeBody } from '../../signature.ts';
import {
  PyBuiltin,
  PyClassMethod,
  type PyObject,
  PyProperty,
  PyStaticMethod,
  type PyType,
  type Value,
} from '../../values.ts';

/** What the class holds. Bodies of methods get `self` first, those of class methods the class. */
export interface LibraryClass {
  readonly name: string;
  readonly module: string;
  /** Default: object. */
  readonly bases?: readonly PyType[];
  readonly metaclass?: PyType;
  readonly doc?: string;
  readonly methods?: Readonly<Record<string, NativeBody>>;
  readonly classMethods?: Readonly<Record<string, NativeBody>>;
  readonly staticMethods?: Readonly<Record<string, NativeBody>>;
  readonly properties?: Readonly<Record<string, (self: PyObject) => Value>>;
  readonly values?: Readonly<Record<string, Value>>;
}

/** Makes the class. */
export function libraryClass(definition: LibraryClass): PyType {
  const namespace = new Map<string, Value>([
    ['__module__', definition.module],
    ['__doc__', definition.doc ?? null],
  ]);
  for (const [name, value] of Object.entries(definition.values ?? {})) namespace.set(name, value);
  let type: PyType | null = null;
  for (const [signature, body] of Object.entries(definition.methods ?? {})) {
    const made = methodOf(() => type, signature, body);
    namespace.set(made.name, made);
  }
  for (const [signature, body] of Object.entries(definition.classMethods ?? {})) {
    const made = method(signature, body);
    namespace.set(made.name, new PyClassMethod(made));
  }
  for (const [signature, body] of Object.entries(definition.staticMethods ?? {})) {
    const made = builtin(signature, body);
    namespace.set(made.name, new PyStaticMethod(made));
  }
  for (const [name, get] of Object.entries(definition.properties ?? {})) {
    const body = (args: readonly Value[]): Value => {
      if (type) checkReceiver(type, name, args);
      return get(args[0] as PyObject);
    };
    const getter = new PyBuiltin(name, body, { bindsSelf: true });
    namespace.set(name, new PyProperty(getter, null, null));
  }
  type = createClass(definition.metaclass ?? typeType, {
    name: definition.name,
    bases: definition.bases ?? [objectType],
    namespace,
    keywords: new Map(),
  });
  return type;
}

/** A method whose body gets instances of the class only; `owner` is null as long as the class is not made. */
export function methodOf(owner: () => PyType | null, signature: string, body: NativeBody): PyBuiltin {
  const made: PyBuiltin = method(signature, (self: Value, ...rest: never[]) => {
    // In Python a method fails somewhere in its body where it gets another value; ours count on their state.
    const type = owner();
    if (type) checkReceiver(type, made.name, [self]);
    return body(self as never, ...rest);
  });
  return made;
}

/** Sets an attribute of an instance, past any `__setattr__` of the program. */
export function setField(self: PyObject, name: string, value: Value): void {
  self.attributes ??= new AttributeTable();
  self.attributes.set(name, value);
}

/** An attribute of an instance; through the class where the instance has none. */
export const field = (self: PyObject, name: string): Value =>
  self.attributes?.get(name) ?? getAttribute(self, name);
