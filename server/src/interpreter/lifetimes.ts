/**
 * When objects are gone. JavaScript does not tell, so the objects whose end a program can notice (their class has `__del__`, a weak
 * reference has a callback) are watched: after every statement and call, what can not be reached from names, running calls and
 * containers any more is gone. Objects in a cycle stay until `gc.collect`, as in CPython. Programs without such objects pay nothing.
 */
import { Frame } from './callSite.ts';
import { PyDict } from './containers.ts';
import { asPythonException, isException, notSupported } from './exceptions.ts';
import { KeyTable } from './keyTable.ts';
import { type LifeWatcher, type Runtime, runtime } from './runtime.ts';
import {
  PyBuiltin,
  PyFunction,
  PyInstance,
  PyIterator,
  PyList,
  PyModule,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from './values.ts';

/** Holds others without keeping them alive. */
export class WeakHolder extends PyObject {
  /** What it does keep alive. */
  get strong(): readonly Value[] {
    return [];
  }
}

interface Watch {
  readonly target: object;
  readonly onEnd: () => void;
  /** Whether the end of the program is an end, too: weak references tell nothing then. */
  readonly isToldAtExit: boolean;
  /** Among all watches, in the order of their begin. */
  readonly number: number;
  /** True once it was reached from a name or container: it is no temporary value any more. */
  isPlaced: boolean;
}

/** What an object holds, without its class. */
const held = (target: object): unknown[] =>
  target instanceof PyInstance ? [...(target.attributes?.values ?? [])] : Object.values(target);

/** So many objects are followed at most in a run. */
const mostVisits = 50_000_000;

/** A walk over all that is reached from some values, level by level, in CPython's order. */
class Walk {
  readonly seen = new Set<object>();
  /** True if something was met that may hold values unseen. */
  isBlind = false;
  readonly #queue: object[] = [];

  constructor(roots: readonly unknown[]) {
    for (const root of roots) this.#add(root);
  }

  /** Goes on until `isEnough` says so. */
  run(isEnough: (reached: object) => boolean): void {
    for (const each of this.#queue) {
      if (isEnough(each)) return;
      this.#visit(each);
    }
  }

  #add(value: unknown): void {
    if (typeof value !== 'object' || value === null || this.seen.has(value)) return;
    this.seen.add(value);
    this.#queue.push(value);
  }

  #addAll(values: Iterable<unknown>): void {
    for (const value of values) this.#add(value);
  }

  #visit(value: object): void {
    if (value instanceof KeyTable) {
      for (const entry of value.entries()) {
        this.#add(entry.key);
        this.#add(entry.value);
      }
    } else if (value instanceof Map) {
      this.#addAll(value.keys());
      this.#addAll(value.values());
    } else if (Array.isArray(value)) this.#addAll(value);
    else if (value instanceof PyObject) this.#visitPython(value);
    else if (value instanceof Frame) this.#addAll([value.slots, value.namespace, value.handled]);
    else if (ArrayBuffer.isView(value) || value instanceof WeakMap) return;
    else this.#visitOther(value);
  }

  #visitPython(value: PyObject): void {
    if (value.attributes !== null) this.#addAll(value.attributes.values);
    if (value instanceof WeakHolder) {
      this.#addAll(value.strong);
      return;
    }
    if (value instanceof PyInstance) this.#add(value.cls);
    else if (value instanceof PyList || value instanceof PyTuple) this.#addAll([...value.items].reverse());
    else if (value instanceof PyDict) this.#visit(value.table);
    else if (value instanceof PyFunction) {
      const { captured, defaults, keywordDefaults, globals } = value;
      this.#addAll([captured, defaults, keywordDefaults, globals]);
    } else if (value instanceof PyType) {
      if (!value.isNative) this.#addAll([value.namespace, value.bases]);
    } else if (value instanceof PyModule) {
      if (value.origin !== null) this.#add(value.namespace);
    } else if (value instanceof PyIterator) this.isBlind = true;
    else if (value.constructor !== PyBuiltin) this.#visitOther(value);
  }

  #visitOther(value: object): void {
    this.#addAll(Object.values(value));
    if (Symbol.iterator in value) this.#addAll(value as Iterable<unknown>);
  }
}

const sortedBy = (watches: readonly Watch[], place: (target: object) => number | undefined): Watch[] =>
  [...watches].sort((a, b) => (place(a.target) ?? -1) - (place(b.target) ?? -1));

/** What these functions are called on is also held by those who call them. */
const entrances = new Set(['__init__', '__new__', '__enter__', '__iter__', '__del__']);

/** The watched objects of one interpreter. */
export class Lifetimes implements LifeWatcher {
  /** Objects whose `__init__` runs. */
  readonly beingMade: object[] = [];
  /** What is done first when the program ends, the last one first. */
  readonly exits: (() => void)[] = [];
  readonly #watches = new Set<Watch>();
  /** What weak references were made to and is not gone yet, as far as is known. */
  readonly #referenced = new Set<object>();
  readonly #gone = new WeakSet<object>();
  /** In which order they were reached last: as their container would let them go. */
  readonly #places = new WeakMap<object, number>();
  #count = 0;
  #visits = 0;
  /** True while ends are told: what they take with them is told after that. */
  #isEnding = false;

  /** Calls `onEnd` once the object is gone; gives how to stop that. */
  watch(target: object, onEnd: () => void, isToldAtExit = false): () => void {
    const watch = { target, onEnd, isToldAtExit, number: this.#count++, isPlaced: false };
    this.#watches.add(watch);
    return () => void this.#watches.delete(watch);
  }

  /** How many watches there were: what began later is new. */
  get mark(): number {
    return this.#count;
  }

  /** Whether an object that only a weak reference knows is still there. */
  isAlive(target: object): boolean {
    if (this.#gone.has(target)) return false;
    const walk = new Walk(this.#roots(runtime().frame));
    walk.run((reached) => reached === target);
    this.#charge(walk);
    if (walk.seen.has(target) || this.#isInCycle(target)) return true;
    if (walk.isBlind) notSupported('a weak reference to what an iterator may still hold');
    this.#lose(target);
    return false;
  }

  /** Those of some objects that are still there. */
  aliveAmong(targets: readonly object[]): ReadonlySet<object> {
    const wanted = new Set(targets.filter((target) => !this.#gone.has(target)));
    const walk = new Walk(this.#roots(runtime().frame));
    const isThere = (target: object): boolean => walk.seen.has(target);
    walk.run(() => [...wanted].every(isThere));
    this.#charge(walk);
    return new Set([...wanted].filter((target) => isThere(target) || this.isAlive(target)));
  }

  /** A statement of the running function has ended; `mark` is how many watches there were at its begin. */
  statementEnded(mark: number, frame: Frame | null): void {
    if (this.#watches.size === 0 || this.#isEnding) return;
    const missing = this.#missing(this.#roots(frame));
    const gone = missing.filter(({ isPlaced, number }) => isPlaced || number >= mark);
    this.#end(sortedBy(gone, (target) => this.#places.get(target)));
    for (const watch of this.#watches) if (watch.number >= mark) watch.isPlaced = true;
  }

  /** A call has ended: what only its names held is gone. */
  callEnded(frame: Frame, result: unknown): void {
    if (this.#watches.size === 0 || this.#isEnding) return;
    const missing = this.#missing(this.#roots(frame.caller));
    if (missing.length === 0) return;
    const isEntrance = entrances.has(frame.names.functionName);
    const given = this.#walkAll(isEntrance ? [result, frame.slots] : [result]);
    for (const watch of missing) if (given.has(watch.target)) watch.isPlaced = false;
    const own = this.#walkAll([frame.slots]);
    const gone = missing.filter(
      ({ isPlaced, target }) => !given.has(target) && (isPlaced || own.has(target)),
    );
    const places = new Map([...own].map((each, place) => [each, place]));
    this.#end(sortedBy(gone, (target) => places.get(target)));
  }

  /** `gc.collect()`: cycles that nobody reaches go; how many objects were gone. */
  collect(): number {
    const missing = this.#missing(this.#roots(runtime().frame), { withCycles: true });
    const alive = new Walk(this.#roots(runtime().frame));
    alive.run(() => false);
    for (const target of this.#referenced) if (!alive.seen.has(target)) this.#lose(target);
    this.#end(missing);
    return missing.length;
  }

  /** A weak reference to the object was made. */
  refer(target: object): void {
    this.#referenced.add(target);
  }

  #lose(target: object): void {
    this.#gone.add(target);
    this.#referenced.delete(target);
  }

  /** The program is over: what is left goes, in the order in which it is reached from its names. */
  programEnded(): void {
    for (const exit of this.exits.splice(0).reverse()) exit();
    const told = [...this.#watches].filter((watch) => watch.isToldAtExit);
    const left = new Map(told.map((watch) => [watch.target, watch]));
    this.#watches.clear();
    if (left.size === 0) return;
    if (runtime().python === 2) notSupported('__del__ at the end of a program of Python 2');
    const walk = new Walk(this.#roots(null));
    walk.run((reached) => {
      const watch = left.get(reached);
      if (watch) this.#tell(watch);
      return false;
    });
  }

  #walkAll(roots: readonly unknown[]): ReadonlySet<object> {
    const walk = new Walk(roots);
    walk.run(() => false);
    this.#charge(walk);
    return walk.seen;
  }

  #charge(walk: Walk): void {
    this.#visits += walk.seen.size;
    runtime().checkpoint();
    if (this.#visits > mostVisits) notSupported('to follow the life of objects among so many');
  }

  /** Names of modules, running calls, and objects that are being made. */
  #roots(innermost: Frame | null): unknown[] {
    const { globals, modules } = runtime();
    const roots: unknown[] = [globals, ...modules.values(), this.beingMade];
    for (let frame = innermost; frame; frame = frame.caller) roots.push(frame);
    return roots;
  }

  #missing(roots: readonly unknown[], options: { readonly withCycles?: boolean } = {}): Watch[] {
    const wanted = new Set([...this.#watches].map(({ target }) => target));
    const walk = new Walk(roots);
    let place = 0;
    walk.run((reached) => {
      if (wanted.delete(reached)) this.#places.set(reached, place++);
      return wanted.size === 0;
    });
    this.#charge(walk);
    const missing: Watch[] = [];
    for (const watch of this.#watches) {
      if (wanted.has(watch.target) && (options.withCycles || !this.#isInCycle(watch.target))) {
        missing.push(watch);
      }
    }
    if (missing.length > 0 && walk.isBlind) {
      notSupported('the end of an object that an iterator may still hold');
    }
    return missing;
  }

  #isInCycle(target: object): boolean {
    const walk = new Walk(held(target));
    walk.run((reached) => reached === target);
    this.#charge(walk);
    return walk.seen.has(target);
  }

  /** What others of them hold goes after those. */
  #end(watches: readonly Watch[]): void {
    if (watches.length === 0 || this.#isEnding) return;
    const inside = watches.length === 1 ? [] : watches.flatMap(({ target }) => held(target));
    const inner = this.#walkAll(inside);
    const isInner = ({ target }: Watch): boolean => inner.has(target);
    this.#isEnding = true;
    try {
      for (const watch of [...watches.filter((each) => !isInner(each)), ...watches.filter(isInner)]) {
        if (this.#watches.has(watch)) this.#tell(watch);
      }
    } finally {
      this.#isEnding = false;
    }
  }

  #tell(watch: Watch): void {
    this.#watches.delete(watch);
    this.#lose(watch.target);
    try {
      watch.onEnd();
    } catch (error) {
      // CPython writes "Exception ignored in …" to standard error and goes on.
      const raised = asPythonException(error);
      if (raised === null || isException(raised, 'NotSupportedByScanLens')) throw error;
    }
  }
}

const all = new WeakMap<Runtime, Lifetimes>();

/** The lifetimes of the running interpreter, made at first use. */
export function lifetimes(): Lifetimes {
  const running = runtime();
  const known = all.get(running);
  if (known) return known;
  const made = new Lifetimes();
  all.set(running, made);
  running.lifetimes = made;
  return made;
}
