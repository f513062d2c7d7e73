/** Making classes: the `class` statement and `type(name, bases, namespace)`. */
import { namespaceDict, PyDict } from '../containers.ts';
import { notSupported, objectType, raiseTypeError } from '../exceptions.ts';
import { linearize, linearizeOldStyle } from '../linearization.ts';
import { DictNamespace } from '../namespaceMap.ts';
import { isSubtype, lookupInType, typeOf, typeType } from '../pyType.ts';
import { classChanged, pythonVersion } from '../runtime.ts';
import {
  type Keywords,
  PyBuiltin,
  PyClassMethod,
  PyFunction,
  PyInstance,
  PyProperty,
  PyStaticMethod,
  PySuper,
  PyTuple,
  PyType,
  PyUnboundMethod,
  type Value,
} from '../values.ts';
import { getAttribute } from './attributes.ts';
import { call, callMethodOfType, callSpecial } from './calls.ts';
import { getItem, setItem } from './items.ts';

/** What a `class` statement gives. */
export interface ClassParts {
  readonly name: string;
  readonly bases: readonly Value[];
  readonly namespace: Map<string, Value>;
  readonly keywords: Map<string, Value>;
}

/** The bases with what `__mro_entries__` of those that are not classes gives (`class A(list[int])`). */
export function resolveBases(bases: readonly Value[]): readonly Value[] {
  return bases.flatMap((base) => {
    if (base instanceof PyType) return [base];
    const entries = callMethodOfType(base, '__mro_entries__', new PyTuple(bases));
    return entries instanceof PyTuple ? entries.items : [base];
  });
}

/** The class of a `class` statement: finds the metaclass and calls it. */
export function buildClass(parts: ClassParts): Value {
  const { metaclass, keywords } = metaclassOf(parts);
  if (metaclass === typeType) return createClass(typeType, { ...parts, keywords });
  const { namespace } = parts;
  const dict = namespace instanceof DictNamespace ? namespace.dict : PyDict.from(namespace);
  return call(metaclass, [parts.name, new PyTuple(parts.bases), dict], keywords.size > 0 ? keywords : null);
}

/** The metaclass, and the keywords that are for it. */
function metaclassOf(parts: ClassParts): { metaclass: Value; keywords: Map<string, Value> } {
  const keywords = new Map(parts.keywords);
  const given = pythonVersion() === 2 ? parts.namespace.get('__metaclass__') : keywords.get('metaclass');
  keywords.delete('metaclass');
  return { metaclass: given === undefined ? inheritedMetaclass(parts.bases) : given, keywords };
}

/** The namespace in which the body of a class runs: what `__prepare__` of a metaclass of the program gives. */
export function prepareNamespace(parts: ClassParts): Map<string, Value> {
  const { metaclass, keywords } = metaclassOf(parts);
  if (!(metaclass instanceof PyType) || metaclass === typeType) return parts.namespace;
  const make = metaclass.mro.map((each) => bodyNamespaces.get(each)).find((each) => each !== undefined);
  if (make) {
    const watched = make(parts.bases.filter((base) => base instanceof PyType));
    for (const [name, value] of parts.namespace) watched.set(name, value);
    return watched;
  }
  const prepare = lookupInType(metaclass, '__prepare__');
  if (prepare === undefined || prepare instanceof PyBuiltin) return parts.namespace;
  const named = keywords.size > 0 ? keywords : null;
  const made = call(getAttribute(metaclass, '__prepare__'), [parts.name, new PyTuple(parts.bases)], named);
  if (!(made instanceof PyDict)) {
    return raiseTypeError(`${metaclass.name}.__prepare__() must return a mapping, not ${typeOf(made).name}`);
  }
  const namespace = new DictNamespace(made, {
    get: (dict, name) => (dict.table.has(name) ? getItem(dict, name) : missing(dict, name)),
    set: setItem,
  });
  for (const [name, value] of parts.namespace) namespace.set(name, value);
  return namespace;
}

/** `__missing__` makes names of the body up. */
function missing(dict: PyDict, name: string): Value | undefined {
  return name.startsWith('__') ? undefined : callMethodOfType(dict, '__missing__', name);
}

/** Metaclasses whose class bodies run in a namespace that watches what is assigned (`enum`). */
export const bodyNamespaces = new WeakMap<PyType, (bases: readonly PyType[]) => Map<string, Value>>();

/** The metaclass of a class with these bases. Raises TypeError where none derives from all. */
export function inheritedMetaclass(bases: readonly Value[]): PyType {
  let result = typeType;
  for (const base of bases) {
    const meta = base instanceof PyType ? typeOf(base) : typeType;
    if (isSubtype(meta, result)) result = meta;
    else if (!isSubtype(result, meta)) {
      raiseTypeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
  }
  return result;
}

/** `type.__new__(metaclass, name, bases, namespace, **keywords)`. */
export function createClass(metaclass: PyType, parts: ClassParts): PyType {
  const bases = parts.bases.map(checkBase);
  const isOldStyle = pythonVersion() === 2 && bases.every((base) => base.isOldStyle);
  const type = new PyType(parts.name, bases.length > 0 ? bases : [objectType], {
    module: moduleOf(parts.namespace),
  });
  type.isOldStyle = isOldStyle;
  type.metaclass = metaclass === typeType ? null : metaclass;
  const qualifiedName = parts.namespace.get('__qualname__');
  if (typeof qualifiedName === 'string') type.qualifiedName = qualifiedName;
  type.mro = searchOrder(type);
  for (const [name, value] of parts.namespace) {
    if (name !== '__qualname__') type.namespace.set(name, adapt(name, value));
  }
  if (!type.namespace.has('__doc__')) type.namespace.set('__doc__', null);
  if (pythonVersion() === 3 && type.namespace.has('__eq__') && !type.namespace.has('__hash__')) {
    type.namespace.set('__hash__', null);
  }
  classChanged(type);
  announce(type, parts.keywords);
  return type;
}

function moduleOf(namespace: Map<string, Value>): string {
  const module = namespace.get('__module__');
  return typeof module === 'string' ? module : '__main__';
}

function checkBase(base: Value): PyType {
  if (!(base instanceof PyType)) {
    raiseTypeError(
      typeof base === 'object' && base !== null
        ? 'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases'
        : `bases must be types`,
    );
  }
  if (base.isFinal) raiseTypeError(`type '${base.name}' is not an acceptable base type`);
  const isOpen = base === objectType || !base.isNative || lookupInType(base, '__subclassable__') === true;
  if (!isOpen) {
    const reason = lookupInType(base, '__unsupportedBase__');
    notSupported(typeof reason === 'string' ? reason : `a class derived from ${base.name}`);
  }
  return base;
}

function searchOrder(type: PyType): readonly PyType[] {
  if (type.isOldStyle) return [...linearizeOldStyle(type).filter((each) => each !== objectType), objectType];
  const order = linearize(type);
  if (order) return order;
  const names = type.bases.map((base) => base.name).join(', ');
  return raiseTypeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${names}`);
}

/** Functions that Python makes static or class methods by their name. */
function adapt(name: string, value: Value): Value {
  if (value instanceof PyUnboundMethod) return value.callee;
  if (!(value instanceof PyFunction)) return value;
  if (name === '__new__') return new PyStaticMethod(value);
  return name === '__init_subclass__' || name === '__class_getitem__' ? new PyClassMethod(value) : value;
}

function announce(type: PyType, keywords: Keywords): void {
  if (pythonVersion() === 2) return;
  for (const [name, value] of [...type.namespace]) {
    if (value instanceof PyProperty) value.name ??= name;
    if (!(value instanceof PyInstance)) continue;
    const setName = lookupInType(value.cls!, '__set_name__');
    if (setName !== undefined) callSpecial(setName, value, [type, name]);
  }
  const hook = getAttribute(new PySuper(type, type, type), '__init_subclass__');
  call(hook, [], keywords && keywords.size > 0 ? keywords : null);
}

/** `vars(type)`: what `__dict__` of a class shows. */
export const classNamespace = (type: PyType): PyDict => namespaceDict(type.namespace);
