/**
 * How a native type is defined, and how the type of any value is found.
 *
 * {@link defineType} takes a table of what values of one JS class do and stores it in the type's namespace under Python's
 * dunder names, so operators, `super()`, overriding in a subclass and `x.__add__` all meet one lookup:
 * {@link lookupInType}.
 *
 * Example: `defineType<Money>({ name: 'Money', module: 'bank', class: Money, attributes: { amount: (m) => float(m.amount) },
 *   methods: { 'add(other, rate?)': (m: Money, other: Value, rate: Value | undefined) => … },
 *   binary: { '+': (m, other) => (other instanceof Money ? … : NotImplemented) }, repr: (m) => `Money(${m.amount})` })`.
 */
import type { BinaryOperator } from '../python/syntax.ts';
import { exceptionTypes, objectType } from './exceptions.ts';
import { linearize } from './linearization.ts';
import { classVersion } from './runtime.ts';
import { method, type NativeBody } from './signature.ts';
import {
  type Create,
  type JsClass,
  type Keywords,
  type Next,
  PyBuiltin,
  PyClassMethod,
  PyFloat,
  PyNativeAttribute,
  PyObject,
  PyStaticMethod,
  PyType,
  type Value,
} from './values.ts';

export type RichComparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
type Binary<T> = (self: T, other: Value) => Value;

/** What values of a native type do. All parts but the name may be missing; bases' parts are inherited. */
export interface NativeType<T extends object> {
  readonly name: string;
  /** The name of the defining module; default `builtins`. */
  readonly module?: string;
  /** The JS classes whose instances have this type. */
  readonly class?: JsClass | readonly JsClass[];
  /** Default: object. */
  readonly bases?: readonly PyType[];
  readonly doc?: string;
  /** `__new__`. Without it (and without an inherited one) programs can not make values: "cannot create 'X' instances". */
  readonly create?: Create;
  /** `__init__`. */
  readonly initialize?: (self: T, args: readonly Value[], keywords: Keywords) => void;
  /** Computed attributes; read-only unless `set` is given. */
  readonly attributes?: Readonly<
    Record<string, ((self: T) => Value) | { get(self: T): Value; set?(self: T, value: Value): void }>
  >;
  /** By signature (see `signature.ts`); bodies get `self` first. */
  readonly methods?: Readonly<Record<string, NativeBody>>;
  /** By signature; bodies get the class first. */
  readonly classMethods?: Readonly<Record<string, NativeBody>>;
  readonly staticMethods?: Readonly<Record<string, NativeBody>>;
  readonly constants?: Readonly<Record<string, Value>>;
  /** `self op other`; answers `NotImplemented` for operands that it does not know. */
  readonly binary?: Partial<Record<BinaryOperator, Binary<T>>>;
  /** `other op self`, asked when `other` does not know the operator. */
  readonly reflected?: Partial<Record<BinaryOperator, Binary<T>>>;
  /** `self op= other`. */
  readonly inPlace?: Partial<Record<BinaryOperator, Binary<T>>>;
  readonly unary?: Partial<Record<'-' | '+' | '~', (self: T) => Value>>;
  /** One function for all six comparisons. */
  readonly compare?: (self: T, operator: RichComparison, other: Value) => Value;
  readonly repr?: (self: T) => string;
  readonly str?: (self: T) => string;
  readonly format?: (self: T, specification: string) => string;
  /** null: unhashable. Without it: by identity, unless `compare` is given, then unhashable. */
  readonly hash?: ((self: T) => number | bigint) | null;
  readonly iterate?: (self: T) => Next;
  /** For iterators. */
  readonly next?: (self: T) => Value | undefined;
  readonly call?: (self: T, args: readonly Value[], keywords: Keywords) => Value;
  readonly getItem?: (self: T, index: Value) => Value;
  readonly setItem?: (self: T, index: Value, value: Value) => void;
  readonly deleteItem?: (self: T, index: Value) => void;
  readonly contains?: (self: T, item: Value) => boolean;
  readonly length?: (self: T) => number;
  readonly bool?: (self: T) => boolean;
  readonly index?: (self: T) => number | bigint;
  readonly int?: (self: T) => number | bigint;
  readonly float?: (self: T) => number;
  readonly abs?: (self: T) => Value;
  readonly enter?: (self: T) => Value;
  /** Answers whether the exception is swallowed. */
  readonly exit?: (self: T, type: Value, value: Value, traceback: Value) => Value;
  /** Asked for attributes that are not in the type (`__getattr__`); `undefined`: there is none. */
  readonly getMissing?: (self: T, name: string) => Value | undefined;
  /** Takes over assignment of attributes (`__setattr__`) when it answers true. */
  readonly setAttribute?: (self: T, name: string, value: Value) => boolean;
}

/** The dunder name of every operator, without underscores. */
export const operatorNames: Readonly<Record<BinaryOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '@': 'matmul',
  '/': 'truediv',
  '%': 'mod',
  '**': 'pow',
  '<<': 'lshift',
  '>>': 'rshift',
  '|': 'or',
  '^': 'xor',
  '&': 'and',
  '//': 'floordiv',
};

export const comparisonNames: Readonly<Record<RichComparison, string>> = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
};

const unaryNames = { '-': '__neg__', '+': '__pos__', '~': '__invert__' } as const;

const typesByClass = new Map<unknown, PyType>();
const choosers = new Map<unknown, (value: never) => PyType>();

/** The class of all classes. */
export const typeType = new PyType('type', [objectType], { isNative: true });
typeType.mro = [typeType, objectType];
objectType.mro = [objectType];

/** The types of values without a JS class; filled by the types' files. */
export const primitiveTypes: {
  none: PyType;
  bool: PyType;
  int: PyType;
  str: PyType;
  float: PyType;
  /** Python 2's `long`, for a bigint that does not fit 64 bits. */
  bigInteger: (value: bigint) => PyType;
} = {
  none: objectType,
  bool: objectType,
  int: objectType,
  str: objectType,
  float: objectType,
  bigInteger: () => primitiveTypes.int,
};

/** `type(value)`. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case 'number':
      return primitiveTypes.int;
    case 'string':
      return primitiveTypes.str;
    case 'boolean':
      return primitiveTypes.bool;
    case 'bigint':
      return primitiveTypes.bigInteger(value);
  }
  if (value === null) return primitiveTypes.none;
  if (value instanceof PyFloat) return primitiveTypes.float;
  if (value instanceof PyType) return value.metaclass ?? typeType;
  if (value instanceof PyObject && value.cls !== null) return value.cls;
  return typeOfClass(value);
}

function typeOfClass(value: object): PyType {
  for (
    let prototype = Object.getPrototypeOf(value);
    prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const choose = choosers.get(prototype.constructor);
    if (choose) return choose(value as never);
    const type = typesByClass.get(prototype.constructor);
    if (type) return type;
  }
  throw new Error(`no Python type for an instance of ${value.constructor.name}`);
}

/** For a JS class whose instances have different types (NumPy scalars by dtype). */
export function chooseTypeBy<T extends object>(jsClass: JsClass<T>, choose: (value: T) => PyType): void {
  choosers.set(jsClass, choose as (value: never) => PyType);
}

/** Defines a native type. See {@link NativeType}. */
export function defineType<T extends object>(definition: NativeType<T>): PyType {
  const bases = definition.bases ?? [objectType];
  const type = new PyType(definition.name, bases, {
    module: definition.module ?? 'builtins',
    isNative: true,
  });
  return fillType(type, definition);
}

/** Fills a type that exists already (`object`, `type`, the exceptions). */
export function fillType<T extends object>(type: PyType, definition: NativeType<T>): PyType {
  type.mro = linearize(type) ?? [type, objectType];
  const classes = definition.class === undefined ? [] : [definition.class].flat();
  for (const each of classes) typesByClass.set(each, type);
  const { namespace } = type;
  if (definition.doc !== undefined) namespace.set('__doc__', definition.doc);
  if (definition.create) namespace.set('__new__', new PyStaticMethod(newFunction(definition.create)));
  for (const [name, body] of specialMethods(definition)) namespace.set(name, body);
  addOperators(namespace, definition);
  for (const [name, value] of Object.entries(definition.constants ?? {})) namespace.set(name, value);
  for (const [name, attribute] of Object.entries(definition.attributes ?? {})) {
    const spec = typeof attribute === 'function' ? { get: attribute } : attribute;
    const set = 'set' in spec && spec.set ? spec.set : null;
    namespace.set(name, new PyNativeAttribute(name, spec.get, set));
  }
  for (const [signature, body] of Object.entries(definition.methods ?? {})) {
    const made = method(signature, body);
    namespace.set(made.name, made);
  }
  for (const [signature, body] of Object.entries(definition.classMethods ?? {})) {
    const made = method(signature, body);
    namespace.set(made.name, new PyClassMethod(made));
  }
  for (const [signature, body] of Object.entries(definition.staticMethods ?? {})) {
    const made = builtinFunction(signature, body);
    namespace.set(made.name, new PyStaticMethod(made));
  }
  return type;
}

function builtinFunction(signature: string, body: NativeBody): PyBuiltin {
  const made = method(signature, body);
  return new PyBuiltin(made.name, (args, keywords) => made.call([null, ...args], keywords));
}

function newFunction(create: Create): PyBuiltin {
  return new PyBuiltin('__new__', (args, keywords) => create(args[0] as PyType, args.slice(1), keywords));
}

/** A dunder method of one or two operands that can be called without an argument array. */
export function directMethod(name: string, direct: (self: never, other: never) => Value): PyBuiltin {
  const body = direct as unknown as (...args: Value[]) => Value;
  const made = new PyBuiltin(name, (args) => body(...args), { bindsSelf: true });
  made.direct = direct;
  return made;
}

function* specialMethods<T extends object>(definition: NativeType<T>): Generator<[string, Value]> {
  const d = definition;
  const give = (name: string, body: (self: T, other: never) => Value): [string, Value] => [
    name,
    directMethod(name, body as unknown as (self: never, other: never) => Value),
  ];
  const nothing =
    <A extends unknown[]>(run: (...args: A) => void) =>
    (...args: A): null => {
      run(...args);
      return null;
    };
  const { initialize, call, setItem, exit } = d;
  if (initialize) {
    const body = (args: readonly Value[], keywords: Keywords): null => {
      initialize(args[0] as T, args.slice(1), keywords);
      return null;
    };
    yield ['__init__', new PyBuiltin('__init__', body, { bindsSelf: true })];
  }
  if (call) {
    const body = (args: readonly Value[], keywords: Keywords): Value =>
      call(args[0] as T, args.slice(1), keywords);
    yield ['__call__', new PyBuiltin('__call__', body, { bindsSelf: true })];
  }
  if (setItem) {
    const body = (args: readonly Value[]): null => nothing(setItem)(args[0] as T, args[1]!, args[2]!);
    yield ['__setitem__', new PyBuiltin('__setitem__', body, { bindsSelf: true })];
  }
  if (exit) {
    const body = (args: readonly Value[]): Value => exit(args[0] as T, args[1]!, args[2]!, args[3]!);
    yield ['__exit__', new PyBuiltin('__exit__', body, { bindsSelf: true })];
  }
  if (d.repr) yield give('__repr__', d.repr);
  if (d.str) yield give('__str__', d.str);
  if (d.format) yield give('__format__', d.format);
  if (d.hash) yield give('__hash__', d.hash);
  else if (d.hash === null || d.compare) yield ['__hash__', null];
  if (d.iterate) yield ['__iter__', nativeIterate(d.iterate)];
  if (d.next) yield ['__next__', nativeNext(d.next)];
  if (d.getItem) yield give('__getitem__', d.getItem);
  if (d.deleteItem) yield give('__delitem__', nothing(d.deleteItem));
  if (d.contains) yield give('__contains__', d.contains);
  if (d.length) yield give('__len__', d.length);
  if (d.bool) yield give('__bool__', d.bool);
  if (d.index) yield give('__index__', d.index);
  if (d.int ?? d.index) yield give('__int__', (d.int ?? d.index)!);
  const toFloat = d.float;
  if (toFloat) yield give('__float__', (self) => new PyFloat(toFloat(self)));
  if (d.abs) yield give('__abs__', d.abs);
  if (d.enter) yield give('__enter__', d.enter);
  if (d.getMissing) yield ['__getattr__', new NativeHook('__getattr__', d.getMissing)];
  if (d.setAttribute) yield ['__setattr__', new NativeHook('__setattr__', d.setAttribute)];
}

/** A hook with our own calling convention, called by the attribute protocol only. */
export class NativeHook extends PyObject {
  readonly name: string;
  readonly body: (self: never, name: string, value: Value) => Value | undefined;
  constructor(name: string, body: (self: never, name: string, value: Value) => Value | undefined) {
    super();
    this.name = name;
    this.body = body;
  }
}

/** `__iter__` of a native type: gives the JS iteration directly. */
export class NativeIterate extends PyObject {
  readonly iterate: (self: never) => Next;
  constructor(iterate: (self: never) => Next) {
    super();
    this.iterate = iterate;
  }
}

/** `__next__` of a native type. */
export class NativeNext extends PyObject {
  readonly next: (self: never) => Value | undefined;
  constructor(next: (self: never) => Value | undefined) {
    super();
    this.next = next;
  }
}

const nativeIterate = (iterate: (self: never) => Next): NativeIterate => new NativeIterate(iterate);
const nativeNext = (next: (self: never) => Value | undefined): NativeNext => new NativeNext(next);

function addOperators<T extends object>(namespace: Map<string, Value>, definition: NativeType<T>): void {
  const add = (prefix: string, table: Partial<Record<BinaryOperator, Binary<T>>> | undefined): void => {
    for (const [operator, body] of Object.entries(table ?? {})) {
      const name = `__${prefix}${operatorNames[operator as BinaryOperator]}__`;
      namespace.set(name, directMethod(name, body as (self: never, other: never) => Value));
    }
  };
  add('', definition.binary);
  add('r', definition.reflected);
  add('i', definition.inPlace);
  for (const [operator, body] of Object.entries(definition.unary ?? {})) {
    const name = unaryNames[operator as '-' | '+' | '~'];
    namespace.set(name, directMethod(name, body));
  }
  const { compare } = definition;
  if (!compare) return;
  for (const [operator, name] of Object.entries(comparisonNames)) {
    const body = (self: T, other: Value): Value => compare(self, operator as RichComparison, other);
    namespace.set(name, directMethod(name, body as (self: never, other: never) => Value));
  }
}

const lookupCaches = new WeakMap<PyType, { version: number; found: Map<string, Value | null | undefined> }>();

/** The entry `name` in the namespaces of the type and its bases, unbound; `undefined` if there is none. */
export function lookupInType(type: PyType, name: string): Value | undefined {
  let cache = lookupCaches.get(type);
  if (!cache || cache.version !== classVersion.current) {
    cache = { version: classVersion.current, found: new Map() };
    lookupCaches.set(type, cache);
  }
  const found = cache.found.get(name);
  if (found !== undefined || cache.found.has(name)) return found;
  const fresh = searchLinearization(type.mro, name);
  cache.found.set(name, fresh);
  return fresh;
}

/** The first entry `name` in these classes, in order. */
export function searchLinearization(mro: readonly PyType[], name: string): Value | undefined {
  for (const each of mro) {
    const value = each.namespace.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** True when `type` is `base` or derives from it. */
export const isSubtype = (type: PyType, base: PyType): boolean => type === base || type.mro.includes(base);

/** `isinstance(value, type)` for one type. */
export const isInstance = (value: Value, type: PyType): boolean => isSubtype(typeOf(value), type);

for (const type of exceptionTypes.values()) type.metaclass = null;
