/** `weakref`. Whether an object is still there is found out by looking for it (see `lifetimes.ts`). */
import { PyDict } from '../../containers.ts';
import { equalityAmong } from '../../equality.ts';
import { exceptionType, raise, raiseKeyError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { KeyTable } from '../../keyTable.ts';
import { lifetimes, WeakHolder } from '../../lifetimes.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute, setAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, call1, callMethodOfType } from '../../protocols/calls.ts';
import { equals } from '../../protocols/comparison.ts';
import { hash } from '../../protocols/hashing.ts';
import { elements, iterateArray, toArray } from '../../protocols/iteration.ts';
import { address, repr, str } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import {
  type Keywords,
  list,
  type Next,
  NotImplemented,
  PyBoundMethod,
  PyFunction,
  PyInstance,
  PyIterator,
  type PyModule,
  PyObject,
  PyTuple,
  PyType,
  tuple,
  type Value,
} from '../../values.ts';

class PyWeakReference extends WeakHolder {
  readonly #target: object;
  readonly callback: Value;
  constructor(target: object, callback: Value) {
    super();
    this.#target = target;
    this.callback = callback;
  }

  /** null: it is gone. */
  get target(): object | null {
    return lifetimes().isAlive(this.#target) ? this.#target : null;
  }

  get hash(): number | bigint {
    return hash(this.#target);
  }
}

/** The references to an object, the first one without a callback at the front. */
const references = new WeakMap<object, PyWeakReference[]>();

const plainTargets = new Set(['set', 'frozenset', 'deque', 'generator', 'array', 'defaultdict']);

function targetOf(value: Value): object {
  const type = typeOf(value);
  const isWeak =
    value instanceof PyInstance ||
    value instanceof PyFunction ||
    value instanceof PyType ||
    (value instanceof PyObject && (!type.isNative || plainTargets.has(type.name)));
  const slots = type.namespace.get('__slots__');
  const hasPlace =
    slots === undefined ||
    type.bases.some((base) => !base.isNative) ||
    toArray(slots).includes('__weakref__');
  if (isWeak && hasPlace) return value;
  return raiseTypeError(`cannot create weak reference to '${type.name}' object`);
}

function makeReference(value: Value, callback: Value = null): PyWeakReference {
  const target = targetOf(value);
  const known = references.get(target) ?? [];
  const plain = known.find((each) => each.callback === null);
  if (callback === null && plain) return plain;
  const made = new PyWeakReference(target, callback);
  lifetimes().refer(target);
  references.set(target, callback === null ? [made, ...known] : [...known, made]);
  if (callback !== null) lifetimes().watch(target, () => void call1(callback, made));
  return made;
}

const referenceType: PyType = defineType<PyWeakReference>({
  name: 'ReferenceType',
  module: 'weakref',
  class: PyWeakReference,
  create: (_type, args) => makeReference(args[0] ?? null, args[1] ?? null),
  call: (self) => self.target,
  attributes: { __callback__: (self) => self.callback },
  hash: (self) => self.hash,
  compare: equalityAmong(PyWeakReference, (self, other) => {
    const [a, b] = [self.target, other.target];
    return a === null || b === null ? self === other : equals(a, b);
  }),
  repr: (self) => {
    const { target } = self;
    if (target === null) return `<weakref at ${address(self)}; dead>`;
    return `<weakref at ${address(self)}; to '${typeOf(target).name}' at ${address(target)}>`;
  },
});

/** A reference to a method: to its object and its function. */
class PyWeakMethod extends WeakHolder {
  readonly self: PyWeakReference;
  readonly callee: Value;
  constructor(self: PyWeakReference, callee: Value) {
    super();
    this.self = self;
    this.callee = callee;
  }
}

const weakMethodType: PyType = defineType<PyWeakMethod>({
  name: 'WeakMethod',
  module: 'weakref',
  class: PyWeakMethod,
  create: (_type, [bound = null, callback = null]) => {
    if (!(bound instanceof PyBoundMethod)) {
      return raiseTypeError(`argument should be a bound method, not ${repr(typeOf(bound))}`);
    }
    return new PyWeakMethod(makeReference(bound.self, callback), bound.callee);
  },
  call: ({ self, callee }) => {
    const { target } = self;
    return target === null ? null : new PyBoundMethod(callee, target);
  },
});

class PyProxy extends WeakHolder {
  readonly reference: PyWeakReference;
  constructor(reference: PyWeakReference) {
    super();
    this.reference = reference;
  }

  get target(): object {
    const { target } = this.reference;
    return target ?? raise(exceptionType('ReferenceError'), 'weakly-referenced object no longer exists');
  }
}

const special =
  (name: string) =>
  (self: PyProxy, ...args: Value[]): Value =>
    callMethodOfType(self.target, name, ...args) ?? NotImplemented;

defineType<PyProxy>({
  name: 'ProxyType',
  module: 'weakref',
  class: PyProxy,
  hash: null,
  getMissing: (self, name) => getAttribute(self.target, name),
  setAttribute: (self, name, value) => {
    setAttribute(self.target, name, value);
    return true;
  },
  call: (self, args, keywords) => call(self.target, args, keywords),
  str: (self) => str(self.target),
  repr: (self) => `<weakproxy at ${address(self)} to ${typeOf(self.target).name} at ${address(self.target)}>`,
  getItem: (self, index) => special('__getitem__')(self, index),
  length: (self) => special('__len__')(self) as number,
  binary: { '+': special('__add__'), '-': special('__sub__'), '*': special('__mul__') },
});

/** One entry of a weak container: the weak part and what belongs to it. */
type WeakEntry = readonly [key: Value, value: Value];

/** A dict whose keys or values are held weakly. */
class PyWeakDict extends WeakHolder {
  readonly #table = new KeyTable();
  readonly weak: 'key' | 'value';
  constructor(weak: 'key' | 'value') {
    super();
    this.weak = weak;
  }

  /** The entries that are still there; forgets the others. */
  get entries(): readonly WeakEntry[] {
    const all = [...this.#table.entries()].map(({ key, value }): WeakEntry => [key, value]);
    const weakOf = ([key, value]: WeakEntry): object => (this.weak === 'key' ? key : value) as object;
    const alive = lifetimes().aliveAmong(all.map(weakOf));
    const kept = all.filter((entry) => alive.has(weakOf(entry)));
    if (kept.length < all.length) {
      for (const entry of all) if (!alive.has(weakOf(entry))) this.#table.delete(entry[0]);
    }
    return kept;
  }

  /** What is held strongly: the walk over living objects asks for it. */
  override get strong(): readonly Value[] {
    return [...this.#table.entries()].map(({ key, value }) => (this.weak === 'key' ? value : key));
  }

  get(key: Value): Value | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const weak = this.weak === 'key' ? this.#table.storedKey(key)! : value;
    return lifetimes().isAlive(weak as object) ? value : undefined;
  }

  set(key: Value, value: Value): null {
    targetOf(this.weak === 'key' ? key : value);
    this.#table.set(key, value);
    return null;
  }

  delete(key: Value): boolean {
    return this.get(key) !== undefined && this.#table.delete(key);
  }
}

function update(self: PyWeakDict, source: Value | undefined, named: Keywords): null {
  if (source !== undefined) {
    const keys = tryGetAttribute(source, 'items');
    for (const pair of elements(keys === undefined ? source : call(keys, []))) {
      const [key, value] = toArray(pair);
      if (key === undefined || value === undefined)
        raiseValueError(`not enough values to unpack (expected 2, got ${key === undefined ? 0 : 1})`);
      self.set(key, value);
    }
  }
  for (const [name, value] of named ?? []) self.set(name, value);
  return null;
}

const iterator = (values: readonly Value[]): PyIterator => new PyIterator('generator', iterateArray(values));
const missing = (key: Value): never => raiseKeyError(key);

const dictMethods = {
  'get(key, default?)': (self: PyWeakDict, key: Value, otherwise: Value = null) => self.get(key) ?? otherwise,
  'keys()': (self: PyWeakDict) => iterator(self.entries.map(([key]) => key)),
  'values()': (self: PyWeakDict) => iterator(self.entries.map(([, value]) => value)),
  'items()': (self: PyWeakDict) => iterator(self.entries.map((pair) => new PyTuple(pair))),
  'setdefault(key, default?)': (self: PyWeakDict, key: Value, otherwise: Value = null) => {
    const known = self.get(key);
    if (known === undefined) self.set(key, otherwise);
    return known ?? otherwise;
  },
  'pop(key, *args)': (self: PyWeakDict, key: Value, args: Value[]) => {
    const value = self.get(key) ?? args[0];
    if (value === undefined) return missing(key);
    self.delete(key);
    return value;
  },
  'popitem()': (self: PyWeakDict) => {
    const last = self.entries.at(-1) ?? raise(exceptionType('KeyError'), 'popitem(): dictionary is empty');
    self.delete(last[0]);
    return new PyTuple(last);
  },
  'clear()': (self: PyWeakDict) => {
    for (const [key] of self.entries) self.delete(key);
    return null;
  },
  'copy()': (self: PyWeakDict) => {
    const made = new (self.constructor as new () => PyWeakDict)();
    for (const [key, value] of self.entries) made.set(key, value);
    return made;
  },
  'update(other?, /, **kwargs)': (self: PyWeakDict, source: Value | undefined, named: Map<string, Value>) =>
    update(self, source, named),
};

class PyWeakValueDict extends PyWeakDict {
  constructor() {
    super('value');
  }
}
class PyWeakKeyDict extends PyWeakDict {
  constructor() {
    super('key');
  }
}

const weakDictClass = (name: string, jsClass: new () => PyWeakDict): PyType => {
  const type: PyType = defineType<PyWeakDict>({
    name,
    module: 'weakref',
    class: jsClass,
    create: (wanted) => {
      const made = new jsClass();
      if (wanted !== type) made.cls = wanted;
      return made;
    },
    initialize: (self, args, keywords) => void update(self, args[0], keywords),
    constants: { __subclassable__: true },
    hash: null,
    repr: (self) => `<${typeOf(self).name} at ${address(self)}>`,
    length: (self) => self.entries.length,
    iterate: (self): Next => iterateArray(self.entries.map(([key]) => key)),
    contains: (self, key) => self.get(key) !== undefined,
    getItem: (self, key) => self.get(key) ?? missing(key),
    setItem: (self, key, value) => void self.set(key, value),
    deleteItem: (self, key) => void (self.delete(key) || missing(key)),
    methods: dictMethods,
  });
  return type;
};

/** `WeakSet`: a weak dict of keys alone. */
class PyWeakSet extends WeakHolder {
  readonly items = new PyWeakKeyDict();

  get values(): readonly Value[] {
    return this.items.entries.map(([key]) => key);
  }
}

const weakSetType: PyType = defineType<PyWeakSet>({
  name: 'WeakSet',
  module: '_weakrefset',
  class: PyWeakSet,
  create: () => new PyWeakSet(),
  initialize: (self, args) => {
    for (const item of args[0] === undefined ? [] : elements(args[0])) self.items.set(item, true);
  },
  hash: null,
  length: (self) => self.values.length,
  iterate: (self) => iterateArray(self.values),
  contains: (self, item) => self.items.get(item) !== undefined,
  methods: {
    'add(item)': (self: PyWeakSet, item: Value) => self.items.set(item, true),
    'discard(item)': (self: PyWeakSet, item: Value) => {
      self.items.delete(item);
      return null;
    },
    'remove(item)': (self: PyWeakSet, item: Value) => (self.items.delete(item) ? null : missing(item)),
    'clear()': (self: PyWeakSet) => {
      for (const item of self.values) self.items.delete(item);
      return null;
    },
  },
});

/** `finalize`: something that is done once, when an object is gone or the program ends. */
class PyFinalizer extends PyObject {
  atexit = true;
  readonly #run: () => Value;
  readonly #forget: () => void;
  readonly peek: () => Value;
  isAlive = true;

  constructor(target: object, [callee, args, named]: readonly [Value, readonly Value[], Keywords]) {
    super();
    this.#run = () => call(callee, args, named);
    this.#forget = lifetimes().watch(target, () => void this.run());
    lifetimes().exits.push(() => void (this.atexit && this.run()));
    this.peek = () =>
      this.isAlive ? tuple(target, callee, new PyTuple(args), PyDict.from(named ?? [])) : null;
  }

  run(): Value {
    return this.detach() ? this.#run() : null;
  }

  detach(): boolean {
    const was = this.isAlive;
    this.isAlive = false;
    this.#forget();
    return was;
  }
}

const finalizerType: PyType = defineType<PyFinalizer>({
  name: 'finalize',
  module: 'weakref',
  class: PyFinalizer,
  create: (_type, [target = null, callee = null, ...args], named) =>
    new PyFinalizer(targetOf(target), [callee, args, named]),
  call: (self) => self.run(),
  attributes: {
    alive: (self) => self.isAlive,
    atexit: {
      get: (self) => self.atexit,
      set: (self, value) => {
        self.atexit = value === true;
      },
    },
  },
  methods: {
    'detach()': (self: PyFinalizer) => {
      const held = self.peek();
      self.detach();
      return held;
    },
    'peek()': (self: PyFinalizer) => self.peek(),
  },
});

const countOf = (value: Value): readonly PyWeakReference[] =>
  typeof value === 'object' && value !== null ? (references.get(value) ?? []) : [];

export const weakrefModule = (): PyModule =>
  defineModule({
    name: 'weakref',
    values: {
      ref: referenceType,
      ReferenceType: referenceType,
      WeakMethod: weakMethodType,
      WeakValueDictionary: weakDictClass('WeakValueDictionary', PyWeakValueDict),
      WeakKeyDictionary: weakDictClass('WeakKeyDictionary', PyWeakKeyDict),
      WeakSet: weakSetType,
      finalize: finalizerType,
    },
    functions: {
      'proxy(object, callback?, /)': (value: Value, callback?: Value) =>
        new PyProxy(makeReference(value, callback ?? null)),
      'getweakrefcount(object, /)': (value: Value) => countOf(value).length,
      'getweakrefs(object, /)': (value: Value) => list([...countOf(value)]),
    },
    refused: ['KeyedRef', 'ProxyType', 'CallableProxyType', 'ProxyTypes'],
  });
