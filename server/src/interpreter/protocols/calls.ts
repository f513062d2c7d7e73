/** Calling values, and what calling a class does (`type.__call__`). */
import { exceptionType, objectType, raise, raiseTypeError } from '../exceptions.ts';
import { runFunction } from '../functionCalls.ts';
import { lifetimes } from '../lifetimes.ts';
import {
  isSubtype,
  lookupInType,
  NativeHook,
  NativeIterate,
  NativeNext,
  receiving,
  typeOf,
  typeType,
} from '../pyType.ts';
import {
  type Keywords,
  PyBoundMethod,
  PyBuiltin,
  PyClassMethod,
  PyFunction,
  PyInstance,
  PyIterator,
  type PyObject,
  PyStaticMethod,
  PyType,
  type Slots,
  type Value,
} from '../values.ts';

/** `callee(*args, **keywords)`. */
export function call(callee: Value, args: readonly Value[], keywords: Keywords = null): Value {
  if (callee instanceof PyFunction) return callee.invoke(args, keywords);
  if (callee instanceof PyBuiltin) return callee.call(args, keywords);
  if (callee instanceof PyBoundMethod) return call(callee.callee, [callee.self, ...args], keywords);
  if (callee instanceof PyType) return callClass(callee, args, keywords);
  const type = typeOf(callee);
  const method = lookupInType(type, '__call__');
  if (method === undefined || method === null) raiseTypeError(`'${type.name}' object is not callable`);
  return callSpecial(method, callee, args, keywords);
}

/** The JS function of a native one that takes `count` arguments, the first of them `first`; null: use its `call`. */
function plainBody(callee: PyBuiltin, count: number, first?: Value): PyBuiltin['body'] {
  const { body, receiver } = callee;
  if (body === null || count < callee.least || count > callee.most) return null;
  if (receiver !== null && (first === undefined || !isSubtype(typeOf(first), receiver))) return null;
  return body;
}

/** So many slots are written out: a frame may have more than the function needs. */
const fewSlots = 3;

/** `callee()`; like {@link call}, without an array in the frequent cases. */
export function call0(callee: Value): Value {
  if (callee instanceof PyFunction) {
    const { code } = callee;
    return code.arity === 0 ? runFunction(callee, code.blank.slice()) : callee.invoke([], null);
  }
  if (callee instanceof PyBoundMethod) return call1(callee.callee, callee.self);
  if (callee instanceof PyBuiltin) {
    const body = plainBody(callee, 0);
    if (body !== null) return body();
  }
  return call(callee, []);
}

/** `callee(a)`. */
export function call1(callee: Value, a: Value): Value {
  if (callee instanceof PyFunction) {
    const { code } = callee;
    if (code.arity !== 1) return callee.invoke([a], null);
    if (code.blank.length <= fewSlots) return runFunction(callee, [a, undefined, undefined]);
    const slots: Slots = code.blank.slice();
    slots[0] = a;
    return runFunction(callee, slots);
  }
  if (callee instanceof PyBoundMethod) return call2(callee.callee, callee.self, a);
  if (callee instanceof PyBuiltin) {
    const body = plainBody(callee, 1, a);
    if (body !== null) return body(a);
  }
  return call(callee, [a]);
}

/** `callee(a, b)`. */
export function call2(callee: Value, a: Value, b: Value): Value {
  if (callee instanceof PyFunction) {
    const { code } = callee;
    if (code.arity !== 2) return callee.invoke([a, b], null);
    if (code.blank.length <= fewSlots) return runFunction(callee, [a, b, undefined]);
    const slots: Slots = code.blank.slice();
    slots[0] = a;
    slots[1] = b;
    return runFunction(callee, slots);
  }
  if (callee instanceof PyBoundMethod) return call3(callee.callee, callee.self, a, b);
  if (callee instanceof PyBuiltin) {
    const body = plainBody(callee, 2, a);
    if (body !== null) return body(a, b);
  }
  return call(callee, [a, b]);
}

/** `callee(a, b, c)`. */
export function call3(callee: Value, a: Value, b: Value, c: Value): Value {
  if (callee instanceof PyFunction) {
    const { code } = callee;
    if (code.arity !== 3) return callee.invoke([a, b, c], null);
    const slots: Slots = code.blank.slice();
    slots[0] = a;
    slots[1] = b;
    slots[2] = c;
    return runFunction(callee, slots);
  }
  if (callee instanceof PyBuiltin) {
    const body = plainBody(callee, 3, a);
    if (body !== null) return body(a, b, c);
  }
  return call(callee, [a, b, c]);
}

/** True when `call` would find something to call. */
export function isCallable(value: Value): boolean {
  if (value instanceof PyFunction || value instanceof PyBuiltin || value instanceof PyBoundMethod)
    return true;
  if (value instanceof PyType) return true;
  return (lookupInType(typeOf(value), '__call__') ?? null) !== null;
}

/** Calls what {@link lookupInType} found for `self`. */
export function callSpecial(
  found: Value,
  self: Value,
  args: readonly Value[],
  keywords: Keywords = null,
): Value {
  if (found instanceof PyFunction) return found.invoke([self, ...args], keywords);
  if (found instanceof PyBuiltin) return found.call(found.bindsSelf ? [self, ...args] : args, keywords);
  if (found instanceof PyStaticMethod) return call(found.callee, args, keywords);
  if (found instanceof PyClassMethod) return call(found.callee, [typeOf(self), ...args], keywords);
  const visible = asBuiltin(found);
  if (visible) return visible.call([self, ...args], keywords);
  return call(found, args, keywords);
}

/** Like {@link callSpecial} for one other operand. */
export function callDirect(found: Value, self: Value, other: Value): Value {
  if (found instanceof PyFunction) return call2(found, self, other);
  if (found instanceof PyBuiltin && found.direct) return found.direct(self as never, other as never);
  return callSpecial(found, self, [other]);
}

/** Like {@link callSpecial} without operands. */
export function callUnary(found: Value, self: Value): Value {
  if (found instanceof PyFunction) return call1(found, self);
  if (found instanceof PyBuiltin && found.direct) return found.direct(self as never, undefined as never);
  return callSpecial(found, self, []);
}

/** `type(self).name(self, *args)`; `undefined` when the type has no such method. */
export function callMethodOfType(self: Value, name: string, ...args: Value[]): Value | undefined {
  const found = lookupInType(typeOf(self), name);
  return found === undefined || found === null ? undefined : callSpecial(found, self, args);
}

/** Our own hooks under dunder names, as a program sees them. */
export function asBuiltin(found: Value): PyBuiltin | null {
  if (found instanceof NativeIterate) {
    const body = (args: readonly Value[]): Value =>
      new PyIterator('iterator', found.iterate(args[0] as never));
    return receiving(found.type, new PyBuiltin('__iter__', body, { bindsSelf: true }));
  }
  if (found instanceof NativeNext) {
    const body = (args: readonly Value[]): Value => {
      const item = found.next(args[0] as never);
      return item === undefined ? raise(exceptionType('StopIteration')) : item;
    };
    return receiving(found.type, new PyBuiltin('__next__', body, { bindsSelf: true }));
  }
  if (found instanceof NativeHook) {
    const body = ([self, name, assigned = null]: readonly Value[]): Value => {
      if (self === undefined || name === undefined) raiseTypeError(`${found.name}() is missing an argument`);
      if (typeof name !== 'string') {
        raiseTypeError(`attribute name must be string, not '${typeOf(name).name}'`);
      }
      return found.body(self as never, name, assigned) ?? null;
    };
    const made = new PyBuiltin(found.name, body, { bindsSelf: true });
    return found.type === null ? made : receiving(found.type, made);
  }
  return null;
}

/** `type(value)`: Python 2's old-style classes and their instances have one type each. */
function shownType(value: Value): PyType {
  const type = typeOf(value);
  if (type.isOldStyle) return oldInstanceType;
  return value instanceof PyType && value.isOldStyle ? oldClassType : type;
}

const oldStyle = (name: string): PyType => {
  const type = new PyType(name, [], { isNative: true });
  type.mro = [type];
  return type;
};
const oldInstanceType = oldStyle('instance');
const oldClassType = oldStyle('classobj');

function callClass(type: PyType, args: readonly Value[], keywords: Keywords): Value {
  if (type === typeType && args.length === 1 && keywords === null) return shownType(args[0]!);
  if (type.metaclass) {
    const own = lookupInType(type.metaclass, '__call__');
    if (own instanceof PyFunction || own instanceof PyBuiltin) return callSpecial(own, type, args, keywords);
  }
  return instantiate(type, args, keywords);
}

/** `type.__call__`: `__new__`, then `__init__` if that gave an instance of the class. */
export function instantiate(type: PyType, args: readonly Value[], keywords: Keywords): Value {
  const initializer = plainInitializer(type);
  if (initializer !== null) {
    const made = new PyInstance(type);
    checkInitialized(initializer.invoke([made, ...args], keywords));
    return made;
  }
  const found = lookupInType(type, '__new__')!;
  const create = found instanceof PyStaticMethod ? found.callee : found;
  const made = call(create, [type, ...args], keywords);
  const madeType = typeOf(made);
  if (!isSubtype(madeType, type)) return made;
  const initialize = lookupInType(madeType, '__init__');
  if (initialize === undefined) return made;
  const end = lookupInType(madeType, '__del__');
  if (end !== undefined)
    watchEnd(made as PyObject, end, () => void callSpecial(initialize, made, args, keywords));
  else checkInitialized(callSpecial(initialize, made, args, keywords));
  return made;
}

/** Sees to it that `__del__` is called. */
function watchEnd(made: PyObject, end: Value, initialize: () => void): void {
  const lives = lifetimes();
  lives.watch(made, () => void callUnary(end, made), true);
  lives.beingMade.push(made);
  try {
    initialize();
  } finally {
    lives.beingMade.pop();
  }
}

function checkInitialized(result: Value): void {
  if (result === null) return;
  raiseTypeError(`__init__() should return None, not '${typeOf(result).name}'`);
}

/**
 * The `__init__` of a class of the program whose instances are made by `object.__new__` without any condition, as those of most
 * classes are; null for all others. Asked once for every state of a class.
 */
export function plainInitializer(type: PyType): PyFunction | null {
  if (type.initializerStamp !== type.stamp) {
    type.initializer = findPlainInitializer(type);
    type.initializerStamp = type.stamp;
  }
  return type.initializer;
}

function findPlainInitializer(type: PyType): PyFunction | null {
  if (type.metaclass !== null || lookupInType(type, '__new__') !== lookupInType(objectType, '__new__')) {
    return null;
  }
  if (lookupInType(type, '__del__') !== undefined) return null;
  const initialize = lookupInType(type, '__init__');
  const native = type.mro.find((each) => each.isNative);
  return native === objectType && initialize instanceof PyFunction ? initialize : null;
}
