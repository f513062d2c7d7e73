/**
 * `copy`: shallow and deep copies. What a class says of itself is asked in CPython's order: `__copy__` or `__deepcopy__`,
 * then `__reduce_ex__` and `__reduce__`, else a new object of the same class with the same state.
 */
import { AttributeTable } from '../../attributeTable.ts';
import { PyDict, PyFrozenSet, PySet } from '../../containers.ts';
import { defineException, notSupported, raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { setAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, callMethodOfType, callSpecial } from '../../protocols/calls.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { setItem } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import { turn } from '../../runtime.ts';
import { PyGenerator } from '../../types/generatorType.ts';
import {
  PyBoundMethod,
  PyBoxed,
  PyBuiltin,
  PyByteArray,
  PyBytes,
  PyComplex,
  PyEllipsis,
  PyExceptionValue,
  PyFloat,
  PyFunction,
  PyInstance,
  PyIterator,
  PyList,
  PyLong,
  PyModule,
  PyNotImplemented,
  PyObject,
  PyProperty,
  PyRange,
  PySlice,
  PyTuple,
  PyType,
  PyUnicode,
  type Value,
} from '../../values.ts';
import { PyStream } from '../streams.ts';

const immutable = [
  PyFloat,
  PyComplex,
  PyUnicode,
  PyLong,
  PyRange,
  PySlice,
  PyFunction,
  PyBuiltin,
  PyType,
  PyProperty,
  PyEllipsis,
  PyNotImplemented,
] as const;

function isImmutable(value: Value): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (value instanceof PyBytes) return !(value instanceof PyByteArray) && value.cls === null;
  return immutable.some((each) => value instanceof each);
}

/** How the parts of a value are copied: not at all, or deeply with what was copied before. */
interface Copier {
  visit(part: Value): Value;
  /** Called with the new object before its parts are copied: they may hold the old one. */
  remember(made: Value): void;
  /** `copy.copy` has the state as it is. */
  readonly isDeep: boolean;
}

const shallow: Copier = { visit: (part) => part, remember: () => undefined, isDeep: false };

/** A method that the program (or a native type other than `object`) gives for a value. */
function ownMethod(value: Value, name: string): Value | null {
  const owner = typeOf(value).mro.find((each) => each.namespace.has(name));
  if (owner === undefined || owner.name === 'object') return null;
  return owner.namespace.get(name) ?? null;
}

/** A new object of the same class with the parts visited. */
function rebuild(value: object, copier: Copier): Value {
  const reduce = ownMethod(value, '__reduce_ex__') ?? ownMethod(value, '__reduce__');
  if (reduce !== null) {
    const isExtended = ownMethod(value, '__reduce_ex__') !== null;
    const reduced = callSpecial(reduce, value, isExtended ? [4] : []);
    return typeof reduced === 'string' ? value : reconstruct(reduced, copier);
  }
  if (value instanceof PyTuple) return copyTuple(value, copier);
  if (value instanceof PyFrozenSet) return copyFrozen(value, copier);
  const made = emptyLike(value, copier);
  copier.remember(made);
  copyElements(value, made, copier);
  if (value instanceof PyObject && made instanceof PyObject) copyState(value, made, copier);
  return made;
}

function copyTuple(value: PyTuple, copier: Copier): Value {
  const items = value.items.map(copier.visit);
  if (value.cls === null && items.every((item, index) => item === value.items[index])) return value;
  const made = new PyTuple(items);
  made.cls = value.cls;
  copyState(value, made, copier);
  return made;
}

function copyFrozen(value: PyFrozenSet, copier: Copier): Value {
  if (!copier.isDeep && value.cls === null) return value;
  const made = PyFrozenSet.from(value.table.keys().map(copier.visit));
  made.cls = value.cls;
  copyState(value, made, copier);
  return made;
}

function copyElements(value: object, made: Value, { visit }: Copier): void {
  if (value instanceof PyList && made instanceof PyList) {
    for (const item of value.items) {
      turn();
      made.items.push(visit(item));
    }
  } else if (value instanceof PyDict && made instanceof PyDict) {
    for (const { key, value: each } of [...value.table.entries()]) {
      turn();
      made.table.set(visit(key), visit(each));
    }
  } else if (value instanceof PySet && made instanceof PySet) {
    for (const item of value.table.keys()) made.table.set(visit(item), true);
  }
}

/** Attributes, or what `__getstate__` gives and `__setstate__` takes. */
function copyState(value: PyObject, made: PyObject, copier: Copier): void {
  const getState = ownMethod(value, '__getstate__');
  const setState = ownMethod(made, '__setstate__');
  if (getState === null && setState === null) {
    if (value.attributes === null) return;
    made.attributes = AttributeTable.from(
      [...value.attributes].map(([name, each]) => [name, copier.visit(each)] as const),
    );
    return;
  }
  const state =
    getState === null
      ? PyDict.from([...(value.attributes ?? new AttributeTable<Value>())])
      : callSpecial(getState, value, []);
  giveState(made, copier.visit(state));
}

function giveState(made: Value, state: Value): void {
  const setState = ownMethod(made, '__setstate__');
  if (setState !== null) {
    callSpecial(setState, made, [state]);
    return;
  }
  const parts = state instanceof PyTuple && state.items.length === 2 ? state.items : [state];
  for (const part of parts) {
    if (!(part instanceof PyDict)) continue;
    for (const { key, value } of part.table.entries()) setAttribute(made, String(key), value);
  }
}

/** What `__reduce__` describes: a call, then the state, list items and dict items. */
function reconstruct(reduced: Value, copier: Copier): Value {
  if (!(reduced instanceof PyTuple) || reduced.items.length < 2) {
    return raiseTypeError('__reduce__ must return a string or tuple');
  }
  const [callee, args, state = null, items = null, pairs = null] = reduced.items;
  const made = call(callee!, toArray(args!).map(copier.visit));
  copier.remember(made);
  if (state !== null) giveState(made, copier.visit(state));
  if (items !== null) for (const item of toArray(items)) callMethodOfType(made, 'append', copier.visit(item));
  for (const pair of pairs === null ? [] : toArray(pairs)) {
    const [key, value] = toArray(pair);
    setItem(made, copier.visit(key!), copier.visit(value!));
  }
  return made;
}

/** A new object of the class, made by its `__new__` with what `__getnewargs__` says. */
function emptyLike(value: object, copier: Copier): Value {
  if (value instanceof PyExceptionValue) return call(typeOf(value), value.args.map(copier.visit));
  if (value instanceof PyBoxed) return new PyBoxed(value.cls!, value.plain);
  if (value instanceof PyByteArray) return new PyByteArray(value.data.slice());
  const isKnown =
    value instanceof PyInstance ||
    value instanceof PyList ||
    value instanceof PySet ||
    value instanceof PyDict;
  const create = lookupInType(typeOf(value), '__new__');
  if (!isKnown || create === undefined || create === null) return refuse(value);
  const newArguments = tryGetAttribute(value, '__getnewargs__');
  const args = newArguments === undefined ? [] : toArray(call(newArguments, [])).map(copier.visit);
  const made = callSpecial(create, value, [typeOf(value), ...args]);
  const factory = typeOf(value).name.endsWith('defaultdict')
    ? tryGetAttribute(value, 'default_factory')
    : undefined;
  if (factory !== undefined) setAttribute(made, 'default_factory', factory);
  return made;
}

function refuse(value: object): never {
  const type = typeOf(value);
  const isPickleless = value instanceof PyGenerator || value instanceof PyModule || value instanceof PyStream;
  if (isPickleless || (value instanceof PyIterator && value.typeName === 'generator')) {
    raiseTypeError(`cannot pickle '${type.name}' object`);
  }
  return notSupported(`a copy of ${type.name}`);
}

/** `copy.copy`. */
export function copy(value: Value): Value {
  if (isImmutable(value)) return value;
  const own = lookupInType(typeOf(value), '__copy__');
  if (own !== undefined && own !== null) return callSpecial(own, value, []);
  if (value instanceof PyBoundMethod) return value;
  return rebuild(value as object, shallow);
}

/** `copy.deepcopy`. The memo has the copies by the `id` of what was copied, and methods of the program may fill it. */
export function deepCopy(value: Value, memo: PyDict = new PyDict()): Value {
  if (isImmutable(value)) return value;
  const identity = identityOf(value as object);
  const known = memo.table.get(identity);
  if (known !== undefined) return known;
  const made = deepCopyOf(value as object, memo);
  if (made !== value) memo.table.set(identity, made);
  return made;
}

/** Without the memo. */
function deepCopyOf(value: object, memo: PyDict): Value {
  const own = lookupInType(typeOf(value), '__deepcopy__');
  if (own !== undefined && own !== null) return callSpecial(own, value, [memo]);
  if (value instanceof PyBoundMethod) return new PyBoundMethod(value.callee, deepCopy(value.self, memo));
  const made = rebuild(value, {
    visit: (part) => deepCopy(part, memo),
    remember: (fresh) => memo.table.set(identityOf(value), fresh),
    isDeep: true,
  });
  // A tuple whose parts hold it was copied while they were.
  return memo.table.get(identityOf(value)) ?? made;
}

const errorType = defineException('Error', 'copy');

export const copyModule = (): PyModule =>
  defineModule({
    name: 'copy',
    values: { Error: errorType, error: errorType },
    functions: {
      'copy(x)': copy,
      'deepcopy(x, memo?)': (value: Value, memo?: Value) =>
        deepCopy(value, memo instanceof PyDict ? memo : new PyDict()),
    },
  });
