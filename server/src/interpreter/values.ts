/**
 * The Python values. None is `null`, bool a JS boolean, int a JS number when it is a safe integer and otherwise a bigint
 * (always in this canonical form, never -0), str a JS string; everything else is an instance of a class. `undefined`
 * is never a Python value: it means "absent" or "exhausted".
 *
 * In Python 2 a JS string is a byte `str` (one unit per byte), `u''` is {@link PyUnicode}, and an
 * integer of type `long` that would fit `int` is a {@link PyLong}; a bigint outside 64 bits is a long by itself.
 *
 * Python names live only in Maps: no JS property is ever looked up by a name from a program.
 * What values do is not here: see `pyType.ts` (types) and `protocols/` (what every operation means).
 */
import type { Span } from '../base/span.ts';
import type { AttributeTable } from './attributeTable.ts';
import { DerivedClasses } from './derivedClasses.ts';
import { LateNames } from './lateNames.ts';

/** A Python value. Arrays, symbolic variables and the like are instances of classes of other rooms. */
export type Value = null | boolean | number | bigint | string | object;

/** Keyword arguments in the order of the call; null for none. */
export type Keywords = ReadonlyMap<string, Value> | null;

/** Gives the next element, `undefined` at the end. */
export type Next = () => Value | undefined;

/** A JS class that carries Python values. */
export type JsClass<T extends object = object> = abstract new (...args: never[]) => T;

/**
 * What all values of this room have: a class of the program where it is not the native one, and attributes. Both are null on
 * the prototype: fields that one constructor sets on objects of a hundred classes would be V8's slowest stores.
 */
export class PyObject {
  /** null: the native type of the JS class. */
  declare cls: PyType | null;
  /** The instance's `__dict__`; null where it has none or nothing is in it yet. */
  declare attributes: AttributeTable<Value> | null;
}
PyObject.prototype.cls = null;
PyObject.prototype.attributes = null;

/** `object.__new__`'s result: an instance of a class of the program, or of a native type without state of its own. */
export class PyInstance extends PyObject {
  constructor(cls: PyType) {
    super();
    this.cls = cls;
    this.attributes = null;
  }
}

/** How a type makes a value: `__new__`. */
export type Create = (cls: PyType, args: readonly Value[], keywords: Keywords) => Value;

let stampCount = 0;

/** A number that no class has. */
export const nextStamp = (): number => ++stampCount;

/** A class, native or of the program. `namespace` holds native behaviour under the same dunder names as a program's. */
export class PyType extends PyObject {
  name: string;
  qualifiedName: string;
  module: string;
  bases: readonly PyType[];
  /** The linearization, starting with the type itself. */
  mro: readonly PyType[];
  readonly names = new LateNames<Value>();
  /** For names of the namespace that only one of the Pythons has: which. */
  readonly pythonOfName = new Map<string, 2 | 3>();
  readonly isNative: boolean;
  /** The metaclass; null is `type`. */
  metaclass: PyType | null = null;
  /** Python 2's `class A:` prints and is inspected differently. */
  isOldStyle = false;
  /** Instances of the program's classes that derive from it are {@link PyBoxed}; native behaviour gets the plain value. */
  isBoxing = false;
  /** Programs may not derive from it (`bool`, `range`, …). */
  isFinal = false;
  readonly subclasses = new DerivedClasses<PyType>();
  /** Names this state of the class: it changes with the class and with those that it derives from. */
  stamp = nextStamp();
  /** What `lookupInType` found in this state, by the Python that asked. */
  lookups: Map<string, Value | undefined> | null = null;
  lookupsPython: 2 | 3 = 3;
  /** What `plainInitializer` found, and in which state. */
  initializer: PyFunction | null = null;
  initializerStamp = 0;

  constructor(name: string, bases: readonly PyType[], options: { module?: string; isNative?: boolean } = {}) {
    super();
    this.name = name;
    this.qualifiedName = name;
    this.module = options.module ?? 'builtins';
    this.isNative = options.isNative ?? false;
    this.bases = bases;
    this.mro = [this];
    for (const base of bases) base.subclasses.add(this);
  }

  get namespace(): Map<string, Value> {
    return this.names.all;
  }
}

/** A float. */
export class PyFloat {
  declare readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** An instance of a class of the program that derives from int, float, complex or str. Native behaviour works on `plain`; see {@link unboxed}. */
export class PyBoxed extends PyObject {
  readonly plain: Value;
  constructor(cls: PyType, plain: Value) {
    super();
    this.cls = cls;
    this.plain = plain;
  }
}

/** The value of a native type that `value` is. */
export const unboxed = (value: Value): Value => (value instanceof PyBoxed ? value.plain : value);

/** A complex number. */
export class PyComplex {
  readonly re: number;
  readonly im: number;
  constructor(re: number, im: number) {
    this.re = re;
    this.im = im;
  }
}

/** Python 2's `unicode`. */
export class PyUnicode {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** Python 2's `long` whose value would also fit `int`. */
export class PyLong {
  readonly value: number | bigint;
  constructor(value: number | bigint) {
    this.value = value;
  }
}

/** Python 3's `bytes`. */
export class PyBytes extends PyObject {
  /** Changes only in a {@link PyByteArray}. */
  data: Uint8Array;
  constructor(data: Uint8Array) {
    super();
    this.data = data;
  }
}

/** `bytearray`: whatever takes bytes takes it too. */
export class PyByteArray extends PyBytes {}

export class PyTuple extends PyObject {
  declare readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}

export class PyList extends PyObject {
  declare items: Value[];
  constructor(items: Value[]) {
    super();
    this.items = items;
  }
}

export class PySlice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** `range` (Python 2: `xrange`). The bounds are safe integers. */
export class PyRange extends PyObject {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  constructor(start: number, stop: number, step: number) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  get length(): number {
    return Math.max(Math.ceil((this.stop - this.start) / this.step), 0);
  }
}

/** The names of a running function by slot: the value, or the cell of a name that inner functions use. */
export type Slots = (Value | Cell | undefined)[];

/** A cell of an outer function, and the slot that it takes. */
export type Captured = readonly (readonly [slot: number, cell: Cell])[];

/** One parameter of a function of the program. */
export interface ParameterShape {
  readonly name: string;
  readonly variety: 'positionalOnly' | 'positional' | 'varArgs' | 'keywordOnly' | 'kwArgs';
}

/** What a program sees of a `def` in `__code__`. */
export interface ShownCode {
  readonly parameters: readonly ParameterShape[];
  readonly isGenerator: boolean;
  /** Positional parameters. */
  readonly argumentCount: number;
  readonly keywordOnlyCount: number;
  /** Parameters, then the other local names. */
  readonly localNames: readonly string[];
  /** Names of outer functions, in the order of `Captured`. */
  readonly freeNames: readonly string[];
  readonly source: { readonly file: string; readonly text: string; readonly isImported: boolean };
}

/** What all functions that one `def` or lambda makes share. */
export interface FunctionCode {
  readonly name: string;
  readonly qualifiedName: string;
  readonly parameterNames: readonly string[];
  /** What `__code__` shows besides. */
  readonly shown: ShownCode;
  /** Where it is defined: the `def` statement or the lambda. */
  readonly span: Span;
  /** How many arguments fill the first slots as they are, when all are given by position; -1: the arguments must be bound. */
  readonly arity: number;
  /** The slots before a call. */
  readonly blank: readonly undefined[];
  /** Binds arguments to parameters. */
  bind(callee: PyFunction, args: readonly Value[], keywords: Keywords): Slots;
  /** Runs the body on slots that hold the arguments. */
  start(callee: PyFunction, slots: Slots): Value;
}

/** A function of the program. */
export class PyFunction extends PyObject {
  name: string;
  qualifiedName: string;
  module: string;
  doc: Value = null;
  defaults: Value = null;
  annotations: Map<string, Value> | null = null;
  keywordDefaults: Map<string, Value> | null = null;
  readonly code: FunctionCode;
  readonly globals: Map<string, Value>;
  readonly captured: Captured;

  constructor(
    code: FunctionCode,
    place: { readonly module: string; readonly globals: Map<string, Value>; readonly captured: Captured },
  ) {
    super();
    this.name = code.name;
    this.qualifiedName = code.qualifiedName;
    this.module = place.module;
    this.code = code;
    this.globals = place.globals;
    this.captured = place.captured;
  }

  /** Calls it with any arguments. */
  invoke(args: readonly Value[], keywords: Keywords): Value {
    return this.code.start(this, this.code.bind(this, args, keywords));
  }
}

export type NativeCall = (args: readonly Value[], keywords: Keywords) => Value;

/** A function of ours. Found on a class it becomes a bound method only if `bindsSelf`. */
export class PyBuiltin extends PyObject {
  readonly name: string;
  readonly call: NativeCall;
  readonly bindsSelf: boolean;
  /** The same for exactly one or two positional arguments, without an array; set for operators. */
  direct: ((self: never, other: never) => Value) | null = null;
  /** The same for positional arguments without an array, for `least` to `most` of them. */
  body: ((...args: Value[]) => Value) | null = null;
  least = 0;
  most = 0;
  /** The first argument must be of this type, which the `body` does not check. */
  receiver: PyType | null = null;
  module = 'builtins';

  constructor(name: string, call: NativeCall, options: { bindsSelf?: boolean } = {}) {
    super();
    this.name = name;
    this.call = call;
    this.bindsSelf = options.bindsSelf ?? false;
  }
}

/** A native function that is written in Python in the library that it belongs to. */
export class PyLibraryFunction extends PyBuiltin {}

/** A function together with the value it was taken from. */
export class PyBoundMethod extends PyObject {
  readonly callee: Value;
  readonly self: Value;
  constructor(callee: Value, self: Value) {
    super();
    this.callee = callee;
    this.self = self;
  }
}

/** Python 2's method as its class has it. */
export class PyUnboundMethod extends PyObject {
  readonly callee: PyFunction;
  readonly owner: PyType;
  constructor(callee: PyFunction, owner: PyType) {
    super();
    this.callee = callee;
    this.owner = owner;
  }
}

/** `property`, also for attributes of native types. */
export class PyProperty extends PyObject {
  readonly get: Value;
  readonly set: Value;
  readonly delete: Value;
  doc: Value = null;
  /** The name under which a class has it. */
  name: string | null = null;
  constructor(get: Value, set: Value, del: Value) {
    super();
    this.get = get;
    this.set = set;
    this.delete = del;
  }
}

/** An attribute of a native type. */
export class PyNativeAttribute extends PyObject {
  readonly name: string;
  readonly get: (self: never) => Value;
  readonly set: ((self: never, value: Value) => void) | null;
  constructor(name: string, get: (self: never) => Value, set: ((self: never, value: Value) => void) | null) {
    super();
    this.name = name;
    this.get = get;
    this.set = set;
  }
}

export class PyStaticMethod extends PyObject {
  readonly callee: Value;
  constructor(callee: Value) {
    super();
    this.callee = callee;
  }
}

export class PyClassMethod extends PyObject {
  readonly callee: Value;
  constructor(callee: Value) {
    super();
    this.callee = callee;
  }
}

/** `super(type, self)`. */
export class PySuper extends PyObject {
  readonly type: PyType;
  readonly self: Value;
  /** The class whose linearization is searched. */
  readonly start: PyType;
  constructor(type: PyType, self: Value, start: PyType) {
    super();
    this.type = type;
    this.self = self;
    this.start = start;
  }
}

/** A module. `missing` answers for names that are not in the namespace: a lazy value, or a refusal that it throws; an `import` asks `whenImported`. */
export class PyModule extends PyObject {
  readonly name: string;
  readonly names: LateNames<Value>;
  missing: ((name: string) => Value | undefined) | null = null;
  /** What AttributeError says of a name that is not here; null: what Python says. */
  absentText: ((name: string) => string) | null = null;
  /** Names of the real module that are refused when they are used; `'*'`: all that are not here. */
  refusedNames: readonly string[] | '*' = [];
  /** Where it comes from and what it is made of; null for modules of ours. */
  origin: ModuleOrigin | null = null;
  whenImported: (() => void) | null = null;
  constructor(name: string, namespace = new Map<string, Value>()) {
    super();
    this.name = name;
    this.names = new LateNames(namespace);
  }
  get namespace(): Map<string, Value> {
    return this.names.all;
  }
}

/** A module of the workspace. */
export interface ModuleOrigin {
  /** The file; null for a package without `__init__.py`. */
  readonly file: string | null;
  /** `__path__`: where submodules are looked for; null for what is no package. */
  readonly folders: readonly string[] | null;
  /** True until its code has run to the end. */
  isPartial: boolean;
}

/** Any iterator of ours. `typeName` is what `type(x).__name__` says: `list_iterator`, `zip`, … */
export class PyIterator extends PyObject {
  readonly typeName: string;
  readonly next: Next;
  constructor(typeName: string, next: Next) {
    super();
    this.typeName = typeName;
    this.next = next;
  }
}

/** Where a name of a function lives when an inner function uses it. */
export class Cell {
  value: Value | undefined = undefined;
}

/** One entry of a traceback. `file` is as in the traceback's text. */
export interface TracebackFrame {
  readonly span: Span;
  readonly functionName: string;
  readonly file: string;
  /** Of the text that ran: to print line numbers and source lines. */
  readonly text: string;
  /** True in a module that the document imports: `span` is a place in that module. */
  readonly isImported: boolean;
}

/** An exception instance. */
export class PyExceptionValue extends PyObject {
  args: readonly Value[];
  /** Innermost first: every frame it passed through adds itself. */
  frames: TracebackFrame[] = [];
  cause: Value | undefined = undefined;
  context: PyExceptionValue | null = null;
  suppressContext = false;
  /** `__notes__`, once there is one. */
  notes: Value | undefined = undefined;
  /** What single classes know beside the arguments: the `filename` of an OSError, the `name` of an ImportError. */
  details: ReadonlyMap<string, Value> | null = null;
  constructor(cls: PyType, args: readonly Value[]) {
    super();
    this.cls = cls;
    this.args = args;
  }
}

class Singleton extends PyObject {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}
/** The class of `...`. */
export class PyEllipsis extends Singleton {}
/** The class of `NotImplemented`. */
export class PyNotImplemented extends Singleton {}

export const Ellipsis = new PyEllipsis('Ellipsis');
/** An operator that does not know the other operand answers this. */
export const NotImplemented = new PyNotImplemented('NotImplemented');

export const tuple = (...items: Value[]): PyTuple => new PyTuple(items);
export const list = (items: Value[]): PyList => new PyList(items);
export const float = (value: number): PyFloat => new PyFloat(value);

/** The canonical form of an integer. */
export function int(value: bigint | number): number | bigint {
  if (typeof value === 'number') return value + 0;
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}
