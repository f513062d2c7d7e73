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
import { exceptionTypes, objectType, raiseTypeError } from './exceptions.ts';
import { linearize } from './linearization.ts';
import type { Binary, NativeType, RichComparison } from './nativeType.ts';

export type { NativeType, RichComparison };

import { pythonVersion } from './runtime.ts';
import { method, type NativeBody } from './signature.ts';
import {
  type Create,
  type JsClass,
  type Keywords,
  type NativeCall,
  type Next,
  PyBoxed,
  PyBuiltin,
  PyClassMethod,
  PyFloat,
  PyNativeAttribute,
  PyObject,
  PyStaticMethod,
  PyType,
  unboxed,
  type Value,
} from './values.ts';

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
  if (value instanceof PyObject) {
    if (value.cls !== null) return value.cls;
    if (value instanceof PyType) return value.metaclass ?? typeType;
  } else if (value instanceof PyFloat) return primitiveTypes.float;
  return typeOfClass(value);
}

function typeOfClass(value: object): PyType {
  const known = (value as Typed)[typeKey];
  if (known instanceof PyType) return known;
  if (known !== undefined) return known(value as never);
  throw new Error(`no Python type for an instance of ${value.constructor.name}`);
}

/** On the prototypes of JS classes: the type of their instances, or what chooses it. */
const typeKey = Symbol('type');
interface Typed {
  [typeKey]?: PyType | ((value: never) => PyType);
}

/** For a JS class whose instances have different types (NumPy scalars by dtype). */
export function chooseTypeBy<T extends object>(jsClass: JsClass<T>, choose: (value: T) => PyType): void {
  (jsClass.prototype as Typed)[typeKey] = choose as (value: never) => PyType;
}

/** Defines a native type. See {@link NativeType}. */
export function defineType<T extends object>(definition: NativeType<T>): PyType {
  const bases = definition.bases ?? [objectType];
  const type = new PyType(definition.name, bases, {
    module: definition.module ?? 'builtins',
    isNative: true,
  });
  // A native type's name may be dotted, as in CPython: messages show it whole.
  if (type.name.startsWith(`${type.module}.`)) type.qualifiedName = type.name.slice(type.module.length + 1);
  return fillType(type, definition);
}

/**
 * Fills a type that exists already (`object`, `type`, the exceptions). A program meets few of the hundreds of types, so that
 * the functions of each are made when somebody looks into its namespace.
 */
export function fillType<T extends object>(type: PyType, definition: NativeType<T>): PyType {
  type.mro = linearize(type) ?? [type, objectType];
  const classes = definition.class === undefined ? [] : [definition.class].flat();
  for (const each of classes) (each.prototype as Typed)[typeKey] = type;
  if (definition.isBoxing) type.isBoxing = true;
  for (const name of definition.only?.python2 ?? []) type.pythonOfName.set(name, 2);
  for (const name of definition.only?.python3 ?? []) type.pythonOfName.set(name, 3);
  const { fill: fillBefore } = type.names;
  const owner = ownerInC(type);
  type.names.fill = () => {
    fillBefore?.();
    fillNamespace(type, definition, owner);
  };
  return type;
}

function fillNamespace<T extends object>(
  type: PyType,
  definition: NativeType<T>,
  owner: string | null,
): void {
  const { namespace } = type;
  const className = definition.isPython ? type.name : null;
  if (definition.isBoxing) namespace.set('__subclassable__', true);
  if (definition.doc !== undefined) namespace.set('__doc__', definition.doc);
  if (definition.create) namespace.set('__new__', new PyStaticMethod(newFunction(type, definition.create)));
  for (const [name, body] of specialMethods(type, definition)) namespace.set(name, body);
  addOperators(type, definition);
  for (const [name, value] of Object.entries(definition.constants ?? {})) namespace.set(name, value);
  for (const [name, attribute] of Object.entries(definition.attributes ?? {})) {
    const spec = typeof attribute === 'function' ? { get: attribute } : attribute;
    const set = 'set' in spec && spec.set ? spec.set : null;
    namespace.set(name, new PyNativeAttribute(name, spec.get, set));
  }
  for (const [signature, body] of Object.entries(definition.methods ?? {})) {
    const made = receiving(type, method(signature, body, owner, className));
    namespace.set(made.name, made);
  }
  for (const [signature, body] of Object.entries(definition.classMethods ?? {})) {
    const made = method(signature, body, owner);
    namespace.set(made.name, new PyClassMethod(made));
  }
  for (const [signature, body] of Object.entries(definition.staticMethods ?? {})) {
    const made = builtinFunction(signature, body);
    namespace.set(made.name, new PyStaticMethod(made));
  }
}

/** The name of a type that CPython has in C: its methods word their errors so. */
const ownerInC = (type: PyType): string | null => (type.module === 'builtins' ? type.name : null);

/** Raises TypeError unless the first argument is a value of the type, as calls like `str.upper(1)` may not give. */
export function checkReceiver(type: PyType, name: string, [self]: readonly Value[]): void {
  const isSlot = name.startsWith('__');
  if (self === undefined) {
    raiseTypeError(
      isSlot
        ? `descriptor '${name}' of '${type.name}' object needs an argument`
        : `unbound method ${type.name}.${name}() needs an argument`,
    );
  }
  if (isSubtype(typeOf(self), type)) return;
  const received = typeOf(self).name;
  raiseTypeError(
    isSlot
      ? `descriptor '${name}' requires a '${type.name}' object but received a '${received}'`
      : `descriptor '${name}' for '${type.name}' objects doesn't apply to a '${received}' object`,
  );
}

/** A method that looks at its receiver before it runs. */
export function receiving(type: PyType, made: PyBuiltin): PyBuiltin {
  const body = made.call;
  const checked = (args: readonly Value[], keywords: Keywords): Value => {
    checkReceiver(type, made.name, args);
    if (type.isBoxing && args[0] instanceof PyBoxed) return body([args[0].plain, ...args.slice(1)], keywords);
    return body(args, keywords);
  };
  const receiving = new PyBuiltin(made.name, checked, { bindsSelf: true });
  receiving.receiver = type;
  receiving.body = made.body;
  receiving.least = made.least;
  receiving.most = made.most;
  return receiving;
}

/** How many operands follow the receiver. */
interface Operands {
  readonly least: number;
  readonly most: number;
}

const noOperand: Operands = { least: 0, most: 0 };
const oneOperand: Operands = { least: 1, most: 1 };

/** Raises TypeError for another number of operands than the method takes. */
function checkOperands(name: string, { least, most }: Operands, args: readonly Value[]): void {
  const given = args.length - 1;
  if (given >= least && given <= most) return;
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  const expected = given < least ? least : most;
  raiseTypeError(
    given < 0
      ? `unbound method ${name}() needs an argument`
      : `expected ${bound}${expected} argument${expected === 1 ? '' : 's'}, got ${given}`,
  );
}

function builtinFunction(signature: string, body: NativeBody): PyBuiltin {
  const made = method(signature, body);
  return new PyBuiltin(made.name, (args, keywords) => made.call([null, ...args], keywords));
}

function newFunction(type: PyType, create: Create): PyBuiltin {
  return new PyBuiltin('__new__', (args, keywords) => {
    const [wanted, ...rest] = args;
    const { name } = type;
    if (wanted === undefined) raiseTypeError(`${name}.__new__(): not enough arguments`);
    if (!(wanted instanceof PyType)) {
      raiseTypeError(`${name}.__new__(X): X is not a type object (${typeOf(wanted).name})`);
    }
    if (!isSubtype(wanted, type)) {
      raiseTypeError(`${name}.__new__(${wanted.name}): ${wanted.name} is not a subtype of ${name}`);
    }
    return create(wanted, rest, keywords);
  });
}

/** A dunder method of one or two operands that can be called without an argument array. */
export function directMethod(
  name: string,
  direct: (self: never, other: never) => Value,
  { type, operands = oneOperand }: { type?: PyType; operands?: Operands } = {},
): PyBuiltin {
  const plainly = type?.isBoxing ? onPlainValues(direct) : direct;
  const body = plainly as unknown as (...args: Value[]) => Value;
  const checked = (args: readonly Value[]): Value => {
    if (type) checkReceiver(type, name, args);
    checkOperands(name, operands, args);
    return body(...args);
  };
  const made = new PyBuiltin(name, checked, { bindsSelf: true });
  made.direct = plainly;
  made.receiver = type ?? null;
  return made;
}

const onPlainValues =
  (direct: (self: never, other: never) => Value) =>
  (self: never, other: never): Value =>
    direct(unboxed(self) as never, (other === undefined ? other : unboxed(other)) as never);

/** A special method with an array of arguments. */
function slot(type: PyType, name: string, call: NativeCall): PyBuiltin {
  return receiving(type, new PyBuiltin(name, call, { bindsSelf: true }));
}

function* specialMethods<T extends object>(
  type: PyType,
  definition: NativeType<T>,
): Generator<[string, Value]> {
  const d = definition;
  const give = (
    name: string,
    body: (self: T, other: never) => Value,
    operands = noOperand,
  ): [string, Value] => [
    name,
    directMethod(name, body as unknown as (self: never, other: never) => Value, { type, operands }),
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
    yield ['__init__', slot(type, '__init__', body)];
  }
  if (call) {
    const body = (args: readonly Value[], keywords: Keywords): Value =>
      call(args[0] as T, args.slice(1), keywords);
    yield ['__call__', slot(type, '__call__', body)];
  }
  if (setItem) {
    const body = (args: readonly Value[]): null => {
      checkOperands('__setitem__', { least: 2, most: 2 }, args);
      return nothing(setItem)(args[0] as T, args[1]!, args[2]!);
    };
    yield ['__setitem__', slot(type, '__setitem__', body)];
  }
  if (exit) {
    const body = (args: readonly Value[]): Value => {
      checkOperands('__exit__', { least: 3, most: 3 }, args);
      return exit(args[0] as T, args[1]!, args[2]!, args[3]!);
    };
    yield ['__exit__', slot(type, '__exit__', body)];
  }
  if (d.repr) yield give('__repr__', d.repr);
  if (d.str) yield give('__str__', d.str);
  const { format } = d;
  if (format) yield give('__format__', (self, given) => format(self, formatSpecification(given)), oneOperand);
  if (d.hash) yield give('__hash__', d.hash);
  else if (d.hash === null || d.compare) yield ['__hash__', null];
  if (d.iterate) yield ['__iter__', new NativeIterate(type, d.iterate)];
  if (d.next) yield ['__next__', new NativeNext(type, d.next)];
  if (d.getItem) yield give('__getitem__', d.getItem, oneOperand);
  if (d.deleteItem) yield give('__delitem__', nothing(d.deleteItem), oneOperand);
  if (d.contains) yield give('__contains__', d.contains, oneOperand);
  if (d.length) yield give('__len__', d.length);
  if (d.bool) yield give('__bool__', d.bool);
  if (d.index) yield give('__index__', d.index);
  if (d.int ?? d.index) yield give('__int__', (d.int ?? d.index)!);
  const toFloat = d.float;
  if (toFloat) yield give('__float__', (self) => new PyFloat(toFloat(self)));
  if (d.abs) yield give('__abs__', d.abs);
  if (d.enter) yield give('__enter__', d.enter);
  if (d.getMissing) yield ['__getattr__', new NativeHook('__getattr__', d.getMissing, type)];
  if (d.setAttribute) yield ['__setattr__', new NativeHook('__setattr__', d.setAttribute, type)];
}

function formatSpecification(given: Value): string {
  if (typeof given === 'string') return given;
  return raiseTypeError(`__format__() argument must be str, not ${typeOf(given).name}`);
}

/** A hook with our own calling convention, called by the attribute protocol only. */
export class NativeHook extends PyObject {
  readonly name: string;
  readonly body: (self: never, name: string, value: Value) => Value | undefined;
  /** What it is a hook of; null where it takes any value. */
  readonly type: PyType | null;
  constructor(
    name: string,
    body: (self: never, name: string, value: Value) => Value | undefined,
    type: PyType | null = null,
  ) {
    super();
    this.name = name;
    this.body = body;
    this.type = type;
  }
}

/** `__iter__` of a native type: gives the JS iteration directly. */
export class NativeIterate extends PyObject {
  readonly type: PyType;
  readonly iterate: (self: never) => Next;
  constructor(type: PyType, iterate: (self: never) => Next) {
    super();
    this.type = type;
    this.iterate = iterate;
  }
}

/** `__next__` of a native type. */
export class NativeNext extends PyObject {
  readonly type: PyType;
  readonly next: (self: never) => Value | undefined;
  constructor(type: PyType, next: (self: never) => Value | undefined) {
    super();
    this.type = type;
    this.next = next;
  }
}

function addOperators<T extends object>(type: PyType, definition: NativeType<T>): void {
  const { namespace } = type;
  const add = (prefix: string, table: Partial<Record<BinaryOperator, Binary<T>>> | undefined): void => {
    for (const [operator, body] of Object.entries(table ?? {})) {
      const name = `__${prefix}${operatorNames[operator as BinaryOperator]}__`;
      const operands = name.endsWith('pow__') ? { least: 1, most: 2 } : oneOperand;
      namespace.set(
        name,
        directMethod(name, body as (self: never, other: never) => Value, { type, operands }),
      );
    }
  };
  add('', definition.binary);
  add('r', definition.reflected);
  add('i', definition.inPlace);
  for (const [operator, body] of Object.entries(definition.unary ?? {})) {
    const name = unaryNames[operator as '-' | '+' | '~'];
    namespace.set(name, directMethod(name, body, { type, operands: noOperand }));
  }
  const { compare } = definition;
  if (!compare) return;
  for (const [operator, name] of Object.entries(comparisonNames)) {
    const body = (self: T, other: Value): Value => compare(self, operator as RichComparison, other);
    namespace.set(name, directMethod(name, body as (self: never, other: never) => Value, { type }));
  }
}

/** The entry `name` in the namespaces of the type and its bases, unbound; `undefined` if there is none. */
export function lookupInType(type: PyType, name: string): Value | undefined {
  let { lookups } = type;
  if (lookups === null || type.lookupsPython !== pythonVersion()) {
    lookups = new Map();
    type.lookups = lookups;
    type.lookupsPython = pythonVersion();
  }
  const found = lookups.get(name);
  if (found !== undefined || lookups.has(name)) return found;
  const fresh = searchLinearization(type.mro, name);
  lookups.set(name, fresh);
  return fresh;
}

/** The first entry `name` in these classes, in order. */
export function searchLinearization(mro: readonly PyType[], name: string): Value | undefined {
  for (const each of mro) {
    const value = each.namespace.get(name);
    if (value !== undefined && isVisible(each, name)) return value;
  }
  return undefined;
}

/** False for a name that only the other Python has. */
export function isVisible(type: PyType, name: string): boolean {
  return (type.pythonOfName.get(name) ?? pythonVersion()) === pythonVersion();
}

/** True when `type` is `base` or derives from it. */
export const isSubtype = (type: PyType, base: PyType): boolean => type === base || type.mro.includes(base);

/** `isinstance(value, type)` for one type. */
export const isInstance = (value: Value, type: PyType): boolean => isSubtype(typeOf(value), type);

for (const type of exceptionTypes.values()) type.metaclass = null;
