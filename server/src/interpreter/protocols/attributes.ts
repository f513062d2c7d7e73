/** Attribute access: descriptors, instance attributes, class attributes, modules and `super`. */

import { AttributeTable } from '../attributeTable.ts';
import {
  exceptionType,
  isException,
  objectType,
  raiseAttributeError,
  raiseTypeError,
  raiseWithDetails,
} from '../exceptions.ts';
import { isSubtype, lookupInType, NativeHook, searchLinearization, typeOf } from '../pyType.ts';
import { classChanged, pythonVersion } from '../runtime.ts';
import {
  PyBoundMethod,
  PyBuiltin,
  PyClassMethod,
  PyFunction,
  PyInstance,
  PyList,
  PyModule,
  PyNativeAttribute,
  PyObject,
  PyProperty,
  PyStaticMethod,
  PySuper,
  PyTuple,
  PyType,
  PyUnboundMethod,
  type Value,
} from '../values.ts';
import { asBuiltin, call, callSpecial } from './calls.ts';
import { objectMethod } from './objectMethods.ts';

/** `value.name`; raises AttributeError. */
export function getAttribute(value: Value, name: string): Value {
  const found = findAttribute(value, name);
  return found === undefined ? raiseMissing(value, name) : found;
}

/** `getattr(value, name)` or `undefined` where that raises AttributeError. */
export function tryGetAttribute(value: Value, name: string): Value | undefined {
  try {
    return findAttribute(value, name);
  } catch (error) {
    if (isException(error, 'AttributeError')) return undefined;
    throw error;
  }
}

const raiseMissing = (value: Value, name: string): never =>
  raiseWithDetails(exceptionType('AttributeError'), [missingAttribute(value, name)], { name, obj: value });

function missingAttribute(value: Value, name: string): string {
  if (value instanceof PyModule) {
    if (value.absentText !== null) return value.absentText(name);
    if (value.origin?.isPartial && pythonVersion() === 3) {
      return `partially initialized module '${value.name}' has no attribute '${name}' (most likely due to a circular import)`;
    }
    return pythonVersion() === 2
      ? `'module' object has no attribute '${name}'`
      : `module '${value.name}' has no attribute '${name}'`;
  }
  if (value instanceof PyType) {
    return value.isOldStyle
      ? `class ${value.name} has no attribute '${name}'`
      : `type object '${value.name}' has no attribute '${name}'`;
  }
  const type = typeOf(value);
  return type.isOldStyle
    ? `${type.name} instance has no attribute '${name}'`
    : `'${type.name}' object has no attribute '${name}'`;
}

/** The attribute, or `undefined` where there is none; properties and `__getattr__` may raise. */
export function findAttribute(value: Value, name: string): Value | undefined {
  if (value instanceof PyModule) return moduleAttribute(value, name);
  if (value instanceof PyType) return classAttribute(value, name);
  if (value instanceof PySuper) return superAttribute(value, name);
  const type = typeOf(value);
  const custom = lookupInType(type, '__getattribute__');
  if (custom instanceof PyFunction) return customAttribute(custom, value, type, name);
  const found = instanceAttribute(value, type, name);
  return found === undefined ? missingHook(value, type, name) : found;
}

/** What `object.__getattribute__` finds. */
export function instanceAttribute(value: Value, type: PyType, name: string): Value | undefined {
  const inType = lookupInType(type, name);
  if (inType !== undefined && isDataDescriptor(inType)) return bind(inType, value, type);
  if (value instanceof PyObject && value.attributes !== null) {
    const own = value.attributes.get(name);
    if (own !== undefined) return own;
  }
  return inType === undefined ? undefined : bind(inType, value, type);
}

/** True when what an instance of this class of the program has under the name is what `instance.name` gives. */
export function isPlainRead(type: PyType, name: string): boolean {
  if (lookupInType(type, '__getattribute__') instanceof PyFunction) return false;
  const inType = lookupInType(type, name);
  return inType === undefined || !isDataDescriptor(inType);
}

/** True when `instance.name = value` only changes the instance's own attributes. */
export function isPlainWrite(value: PyObject, type: PyType, name: string): boolean {
  if (type.isNative) return false;
  const hook = lookupInType(type, '__setattr__');
  if (hook instanceof NativeHook || isOwnHook(hook, type, '__setattr__')) return false;
  const inType = lookupInType(type, name);
  if (inType !== undefined && isDataDescriptor(inType)) return false;
  return hasAttributes(value, type) || isSlot(type, name);
}

function customAttribute(custom: PyFunction, value: Value, type: PyType, name: string): Value | undefined {
  try {
    return custom.invoke([value, name], null);
  } catch (error) {
    if (!isException(error, 'AttributeError')) throw error;
    const found = missingHook(value, type, name);
    if (found === undefined) throw error;
    return found;
  }
}

function missingHook(value: Value, type: PyType, name: string): Value | undefined {
  const universal = type.isOldStyle ? undefined : objectMethod(name);
  if (universal !== undefined) return new PyBoundMethod(universal, value);
  const hook = lookupInType(type, '__getattr__');
  if (hook === undefined) return undefined;
  if (hook instanceof NativeHook) return hook.body(value as never, name, null);
  return callSpecial(hook, value, [name]);
}

function moduleAttribute(module: PyModule, name: string): Value | undefined {
  const found = module.namespace.get(name);
  if (found !== undefined) return found;
  const made = module.missing?.(name);
  if (made !== undefined) return made;
  const inType = instanceAttribute(module, typeOf(module), name);
  if (inType !== undefined || module.origin === null) return inType;
  if (name === '__path__' && module.origin.folders !== null) return new PyList([...module.origin.folders]);
  const hook = name.startsWith('__') ? undefined : module.namespace.get('__getattr__');
  return hook instanceof PyFunction ? hook.invoke([name], null) : undefined;
}

function classAttribute(type: PyType, name: string): Value | undefined {
  const meta = typeOf(type);
  const inMeta = lookupInType(meta, name);
  if (inMeta !== undefined && isDataDescriptor(inMeta)) return bind(inMeta, type, meta);
  const own = lookupInType(type, name);
  if (own !== undefined) return bindToClass(own, type);
  const universal = type.isOldStyle ? undefined : objectMethod(name);
  if (universal !== undefined) return universal;
  if (inMeta !== undefined) return bind(inMeta, type, meta);
  return missingHook(type, meta, name);
}

function superAttribute(value: PySuper, name: string): Value | undefined {
  if (name === '__class__') return typeOf(value);
  const { mro } = value.start;
  const found = searchLinearization(mro.slice(mro.indexOf(value.type) + 1), name);
  if (found === undefined) {
    const universal = objectMethod(name);
    return universal && new PyBoundMethod(universal, value.self);
  }
  if (value.self instanceof PyType && isSubtype(value.self, value.type) && value.self === value.start) {
    return bindToClass(found, value.self);
  }
  return bind(found, value.self, value.start);
}

function isDataDescriptor(value: Value): boolean {
  if (value instanceof PyFunction || value instanceof PyBuiltin) return false;
  if (value instanceof PyProperty || value instanceof PyNativeAttribute) return true;
  return value instanceof PyInstance && lookupInType(value.cls!, '__set__') !== undefined;
}

/** What an attribute found in the class of `self` gives. */
function bind(found: Value, self: Value, type: PyType): Value {
  if (found instanceof PyFunction) return new PyBoundMethod(found, self);
  if (found instanceof PyBuiltin) return found.bindsSelf ? new PyBoundMethod(found, self) : found;
  if (found === null || typeof found !== 'object') return found;
  if (found instanceof PyNativeAttribute) return found.get(self as never);
  if (found instanceof PyProperty) {
    if (found.get === null) raiseAttributeError(unreadable(found, type));
    return call(found.get, [self]);
  }
  if (found instanceof PyStaticMethod) return found.callee;
  if (found instanceof PyClassMethod) return new PyBoundMethod(found.callee, type);
  if (found instanceof PyInstance) {
    const get = lookupInType(found.cls!, '__get__');
    return get === undefined ? found : callSpecial(get, found, [self, type]);
  }
  const visible = asBuiltin(found);
  return visible ? new PyBoundMethod(visible, self) : found;
}

function unreadable(property: PyProperty, type: PyType): string {
  if (pythonVersion() === 2) return 'unreadable attribute';
  const name = property.name === null ? 'property' : `property '${property.name}'`;
  return `${name} of '${type.name}' object has no getter`;
}

function bindToClass(found: Value, type: PyType): Value {
  if (found instanceof PyFunction) return pythonVersion() === 2 ? new PyUnboundMethod(found, type) : found;
  if (found instanceof PyStaticMethod) return found.callee;
  if (found instanceof PyClassMethod) return new PyBoundMethod(found.callee, type);
  if (found instanceof PyInstance) {
    const get = lookupInType(found.cls!, '__get__');
    return get === undefined ? found : callSpecial(get, found, [null, type]);
  }
  return found === null ? found : (asBuiltin(found) ?? found);
}

/** `value.name = assigned`. */
export function setAttribute(value: Value, name: string, assigned: Value): void {
  if (value instanceof PyModule) {
    value.namespace.set(name, assigned);
    return;
  }
  if (value instanceof PyType) {
    const hook = value.metaclass && lookupInType(value.metaclass, '__setattr__');
    if (hook instanceof NativeHook && hook.body(value as never, name, assigned) === true) return;
    setClassAttribute(value, name, assigned);
    return;
  }
  const type = typeOf(value);
  const hook = lookupInType(type, '__setattr__');
  if (hook instanceof NativeHook) {
    if (hook.body(value as never, name, assigned) === true) return;
  } else if (isOwnHook(hook, type, '__setattr__')) {
    callSpecial(hook, value, [name, assigned]);
    return;
  }
  setInstanceAttribute(value, type, name, assigned);
}

/** A hook of the program's class: a function of its own, or one that it took over (`__setattr__ = dict.__setitem__`). */
function isOwnHook(
  hook: Value | undefined,
  type: PyType,
  name: '__setattr__' | '__delattr__',
): hook is PyFunction | PyBuiltin {
  if (hook instanceof PyFunction) return true;
  return hook instanceof PyBuiltin && !type.isNative && hook !== type.mro.at(-1)!.namespace.get(name);
}

/** What `object.__setattr__` does. Raises TypeError for a class, and for what is no name. */
export function setInstanceAttribute(value: Value, type: PyType, name: string, assigned: Value): void {
  const inType = lookupInType(type, name);
  if (inType instanceof PyNativeAttribute) {
    if (!inType.set) raiseAttributeError(readOnly(type, name));
    inType.set(value as never, assigned);
    return;
  }
  if (inType instanceof PyProperty) {
    if (inType.set === null) {
      raiseAttributeError(
        pythonVersion() === 2
          ? "can't set attribute"
          : `property '${name}' of '${type.name}' object has no setter`,
      );
    }
    call(inType.set, [value, assigned]);
    return;
  }
  if (inType instanceof PyInstance) {
    const set = lookupInType(inType.cls!, '__set__');
    if (set !== undefined) {
      callSpecial(set, inType, [value, assigned]);
      return;
    }
  }
  if (!(value instanceof PyObject) || !(hasAttributes(value, type) || isSlot(type, name))) {
    if (inType !== undefined) raiseAttributeError(readOnly(type, name));
    raiseAttributeError(`'${type.name}' object has no attribute '${name}'`);
  }
  value.attributes ??= new AttributeTable();
  value.attributes.set(name, assigned);
}

const readOnly = (type: PyType, name: string): string =>
  `'${type.name}' object attribute '${name}' is read-only`;

/** Instances of classes of the program, functions and exceptions have a `__dict__`; native values do not. */
export function hasAttributes(value: PyObject, type: PyType): boolean {
  if (type.isNative) {
    return (
      value instanceof PyFunction ||
      (type !== objectType && type.namespace.has('__dict__')) ||
      lookupInType(type, '__cause__') !== undefined
    );
  }
  const slots = type.mro.filter((each) => !each.isNative && !each.namespace.has('__slots__'));
  return slots.length > 0;
}

/** True for a name in the `__slots__` of a class. */
function isSlot(type: PyType, name: string): boolean {
  return type.mro.some((each) => {
    const slots = each.namespace.get('__slots__');
    if (typeof slots === 'string') return slots === name;
    return (slots instanceof PyTuple || slots instanceof PyList) && slots.items.includes(name);
  });
}

/** What `type.__setattr__` does. */
export function setClassAttribute(type: PyType, name: string, assigned: Value): void {
  const inMeta = lookupInType(typeOf(type), name);
  if (type.isNative) raiseImmutable(type, name);
  if (inMeta instanceof PyNativeAttribute) {
    if (!inMeta.set) raiseAttributeError(`attribute '${name}' of 'type' objects is not writable`);
    inMeta.set(type as never, assigned);
    return;
  }
  type.namespace.set(name, assigned instanceof PyUnboundMethod ? assigned.callee : assigned);
  classChanged(type);
}

/** What `type.__delattr__` does. */
export function deleteClassAttribute(type: PyType, name: string): void {
  if (type.isNative) raiseImmutable(type, name);
  if (!type.namespace.delete(name)) raiseAttributeError(missingAttribute(type, name));
  classChanged(type);
}

const raiseImmutable = (type: PyType, name: string): never =>
  raiseTypeError(`cannot set '${name}' attribute of immutable type '${type.name}'`);

/** `del value.name`. */
export function deleteAttribute(value: Value, name: string): void {
  if (value instanceof PyModule) {
    if (!value.namespace.delete(name)) raiseAttributeError(missingAttribute(value, name));
    return;
  }
  if (value instanceof PyType) {
    deleteClassAttribute(value, name);
    return;
  }
  const type = typeOf(value);
  const hook = lookupInType(type, '__delattr__');
  if (hook instanceof NativeHook && hook.body(value as never, name, null) === true) return;
  if (isOwnHook(hook, type, '__delattr__')) {
    callSpecial(hook, value, [name]);
    return;
  }
  deleteInstanceAttribute(value, type, name);
}

/** What `object.__delattr__` does. */
export function deleteInstanceAttribute(value: Value, type: PyType, name: string): void {
  const inType = lookupInType(type, name);
  if (inType instanceof PyProperty) {
    if (inType.delete === null)
      raiseAttributeError(`property '${name}' of '${type.name}' object has no deleter`);
    call(inType.delete, [value]);
    return;
  }
  if (inType instanceof PyInstance) {
    const remove = lookupInType(inType.cls!, '__delete__');
    if (remove !== undefined) {
      callSpecial(remove, inType, [value]);
      return;
    }
  }
  const own = value instanceof PyObject ? value.attributes : null;
  if (!own?.delete(name)) raiseAttributeError(missingAttribute(value, name));
}
