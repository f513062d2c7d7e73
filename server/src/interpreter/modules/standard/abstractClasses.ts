/**
 * `abc`: the metaclass of abstract classes. `isinstance` asks it for classes that were registered and for protocols (what
 * has `__iter__` is Iterable). Which methods are missing is looked at when an instance is made (`types/objectType.ts`).
 */
import { AttributeTable } from '../../attributeTable.ts';
import { PyFrozenSet } from '../../containers.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { setAttribute } from '../../protocols/attributes.ts';
import { call, callSpecial } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { defineType, isSubtype, lookupInType, typeOf, typeType } from '../../pyType.ts';
import { builtin } from '../../signature.ts';
import { abstractMethods } from '../../types/objectType.ts';
import {
  NotImplemented,
  type PyBuiltin,
  PyClassMethod,
  PyFunction,
  type PyModule,
  PyObject,
  PyProperty,
  PyStaticMethod,
  PyType,
  type Value,
} from '../../values.ts';
import { libraryClass } from './libraryClass.ts';

const registered = new WeakMap<PyType, PyType[]>();
const protocols = new WeakMap<PyType, (type: PyType) => boolean>();

/** Makes `isSubclass` true for all types that `test` admits, whatever they derive from. */
export function setProtocol(type: PyType, test: (type: PyType) => boolean): PyType {
  protocols.set(type, test);
  return type;
}

/** `type.register(subclass)`. */
export function register(type: PyType, ...subclasses: PyType[]): PyType {
  registered.set(type, [...(registered.get(type) ?? []), ...subclasses]);
  return type;
}

/** `issubclass(type, base)` for an abstract class `base`. */
function derives(type: PyType, base: PyType): boolean {
  if (isSubtype(type, base)) return true;
  const hook = lookupInType(base, '__subclasshook__');
  if (hook instanceof PyClassMethod && hook.callee instanceof PyFunction) {
    const answer = call(hook.callee, [base, type]);
    if (answer !== NotImplemented) return isTrue(answer);
  }
  if (protocols.get(base)?.(type)) return true;
  if (registered.get(base)?.some((each) => each !== base && asksDown(type, each))) return true;
  return base.subclasses.visible.some((each) => each !== base && asksDown(type, each));
}

/** Goes on at a subclass or a registered class, which may have another metaclass. */
function asksDown(type: PyType, base: PyType): boolean {
  if (isSubtype(type, base)) return true;
  return base.metaclass !== null && isSubtype(base.metaclass, abstractMetaclass) && derives(type, base);
}

export const abstractMetaclass: PyType = defineType<PyType>({
  name: 'ABCMeta',
  module: 'abc',
  bases: [typeType],
  attributes: { __abstractmethods__: (type) => PyFrozenSet.from(abstractMethods(type)) },
  methods: {
    '__instancecheck__(instance)': (type: PyType, value: Value) => derives(typeOf(value), type),
    '__subclasscheck__(subclass)': (type: PyType, other: Value) =>
      other instanceof PyType ? derives(other, type) : raiseTypeError('issubclass() arg 1 must be a class'),
    'register(subclass)': (type: PyType, subclass: Value) => {
      if (!(subclass instanceof PyType)) raiseTypeError('Can only register classes');
      register(type, subclass);
      return subclass;
    },
  },
});

/** Whether instances of a type have all these special methods. */
export const hasMethods =
  (...names: string[]) =>
  (type: PyType): boolean =>
    names.every((name) => (lookupInType(type, name) ?? null) !== null);

function mark(callee: Value): Value {
  if (callee instanceof PyFunction) setAttribute(callee, '__isabstractmethod__', true);
  else if (callee instanceof PyObject) {
    callee.attributes ??= new AttributeTable();
    callee.attributes.set('__isabstractmethod__', true);
  }
  return callee;
}

/** A native method that subclasses have to override. */
export function abstractBuiltin(signature: string, body: () => Value): PyBuiltin {
  const made = builtin(signature, body, { bindsSelf: true });
  mark(made);
  return made;
}

const abstractProperty = (get: Value): Value => {
  const made = new PyProperty(get, null, null);
  mark(made);
  return made;
};

export const abcModule = (): PyModule =>
  defineModule({
    name: 'abc',
    values: {
      ABCMeta: abstractMetaclass,
      ABC: libraryClass({ name: 'ABC', module: 'abc', metaclass: abstractMetaclass }),
    },
    functions: {
      'abstractmethod(funcobj)': mark,
      'abstractproperty(fget)': abstractProperty,
      'abstractclassmethod(callable)': (callee: Value) => new PyClassMethod(mark(callee)),
      'abstractstaticmethod(callable)': (callee: Value) => new PyStaticMethod(mark(callee)),
      'get_cache_token()': () => 0,
      'update_abstractmethods(cls)': (type: Value) => type,
    },
  });

/** Calls a method of a type on a value: `type(self).name(self, …)`. */
export const callOwn = (self: Value, name: string, ...args: Value[]): Value => {
  const found = lookupInType(typeOf(self), name);
  if (found === undefined || found === null) {
    return raiseTypeError(`'${typeOf(self).name}' object has no method ${name}`);
  }
  return callSpecial(found, self, args);
};
