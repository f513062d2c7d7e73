/**
 * What threads wait for: locks, events, semaphores, conditions. The moment at which something is set free is kept, so that who
 * takes it later on its own clock goes on from there (see `scheduler.ts`).
 */
import { exceptionType, raise, raiseValueError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { address } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { PyObject, type PyType, type Value } from '../../../values.ts';
import { type RunningThread, refuseWaiting, scheduler } from './scheduler.ts';

const current = (): RunningThread => scheduler()!.current;
const runtimeError = (message: string): never => raise(exceptionType('RuntimeError'), message);

/** How long somebody waits: zero: not at all, null: for ever. */
function patience(block: Value | undefined, timeout: Value | undefined): number | null {
  if (block !== undefined && !isTrue(block)) {
    if (timeout !== undefined && timeout !== null && toFloat(timeout) !== -1) {
      raiseValueError("can't specify a timeout for a non-blocking call");
    }
    return 0;
  }
  if (timeout === undefined || timeout === null || toFloat(timeout) === -1) return null;
  return toFloat(timeout);
}

/** Nobody comes: answers false when the time is over. */
function waitInVain(seconds: number | null, what: string): false {
  if (seconds === null) return refuseWaiting(what);
  scheduler()!.sleep(seconds);
  return false;
}

class PyLock extends PyObject {
  owner: RunningThread | null = null;
  depth = 0;
  readonly isReentrant: boolean;
  /** When it was set free last. */
  freeAt = 0;
  constructor(isReentrant: boolean) {
    super();
    this.isReentrant = isReentrant;
  }
}

function acquire(self: PyLock, block?: Value, timeout?: Value): boolean {
  const own = current();
  if (self.depth > 0 && !(self.isReentrant && self.owner === own)) {
    return waitInVain(patience(block, timeout), 'Lock.acquire()');
  }
  scheduler()!.waitUntil(self.freeAt);
  self.owner = own;
  self.depth++;
  return true;
}

function release(self: PyLock): null {
  if (self.isReentrant && (self.depth === 0 || self.owner !== current())) {
    runtimeError('cannot release un-acquired lock');
  }
  if (self.depth === 0) runtimeError('release unlocked lock');
  self.depth--;
  if (self.depth > 0) return null;
  self.owner = null;
  self.freeAt = Math.max(self.freeAt, current().now);
  return null;
}

const lockState = (self: PyLock): string => (self.depth > 0 ? 'locked' : 'unlocked');

class PyPlainLock extends PyLock {}
class PyReentrantLock extends PyLock {}

const lockMethods = {
  'acquire(blocking?, timeout?)': acquire,
  'release()': release,
};

export const lockType: PyType = defineType<PyPlainLock>({
  name: '_thread.lock',
  module: '_thread',
  class: PyPlainLock,
  enter: (self) => acquire(self),
  exit: release,
  repr: (self) => `<${lockState(self)} _thread.lock object at ${address(self)}>`,
  methods: { ...lockMethods, 'locked()': (self: PyLock) => self.depth > 0 },
});

export const reentrantLockType: PyType = defineType<PyReentrantLock>({
  name: '_thread.RLock',
  module: '_thread',
  class: PyReentrantLock,
  enter: (self) => acquire(self),
  exit: release,
  repr: (self) =>
    `<${lockState(self)} _thread.RLock object owner=${self.depth > 0 ? 1 : 0} count=${self.depth} at ${address(self)}>`,
  methods: lockMethods,
});

export const makeLock = (): PyLock => new PyPlainLock(false);
export const makeReentrantLock = (): PyLock => new PyReentrantLock(true);

class PyEvent extends PyObject {
  isSet = false;
  setAt = 0;
}

export const eventType: PyType = defineType<PyEvent>({
  name: 'Event',
  module: 'threading',
  class: PyEvent,
  create: () => new PyEvent(),
  repr: (self) => `<threading.Event at ${address(self)}: ${self.isSet ? 'set' : 'unset'}>`,
  methods: {
    'is_set()': (self: PyEvent) => self.isSet,
    'set()': (self: PyEvent) => {
      if (!self.isSet) self.setAt = current().now;
      self.isSet = true;
      return null;
    },
    'clear()': (self: PyEvent) => {
      self.isSet = false;
      return null;
    },
    'wait(timeout?)': (self: PyEvent, timeout?: Value) => {
      if (!self.isSet) return waitInVain(patience(true, timeout), 'Event.wait()') || self.isSet;
      scheduler()!.waitUntil(self.setAt);
      return true;
    },
  },
});

class PySemaphore extends PyObject {
  /** When each of the free places was set free. */
  readonly free: number[] = [];
  most = Number.POSITIVE_INFINITY;
}

function takePlace(self: PySemaphore, block?: Value, timeout?: Value): boolean {
  if (self.free.length === 0) return waitInVain(patience(block, timeout), 'Semaphore.acquire()');
  const earliest = self.free.indexOf(Math.min(...self.free));
  scheduler()!.waitUntil(self.free.splice(earliest, 1)[0]!);
  return true;
}

function givePlaces(self: PySemaphore, given?: Value): null {
  const count = given === undefined ? 1 : sizeOf(given);
  if (count < 1) raiseValueError('n must be one or more');
  if (self.free.length + count > self.most) raiseValueError('Semaphore released too many times');
  for (let index = 0; index < count; index++) self.free.push(current().now);
  return null;
}

const semaphore = (name: string, bases: readonly PyType[] = []): PyType =>
  defineType<PySemaphore>({
    name,
    module: 'threading',
    ...(bases.length > 0 ? { bases } : { class: PySemaphore }),
    create: (type) => {
      const made = new PySemaphore();
      made.cls = type;
      return made;
    },
    initialize: (self, args, keywords) => {
      const count = sizeOf(args[0] ?? keywords?.get('value') ?? 1);
      if (count < 0) raiseValueError('semaphore initial value must be >= 0');
      self.free.push(...Array<number>(Math.min(count, 1_000_000)).fill(0));
      if (name === 'BoundedSemaphore') self.most = count;
    },
    enter: (self) => takePlace(self),
    exit: (self) => givePlaces(self),
    methods: { 'acquire(blocking?, timeout?)': takePlace, 'release(n?)': givePlaces },
  });

export const semaphoreType = semaphore('Semaphore');
export const boundedSemaphoreType = semaphore('BoundedSemaphore', [semaphoreType]);

class PyCondition extends PyObject {
  readonly lock: PyLock;
  constructor(lock: PyLock) {
    super();
    this.lock = lock;
  }
}

function checkOwned(self: PyCondition, what: string): void {
  if (self.lock.depth === 0) runtimeError(`cannot ${what} on un-acquired lock`);
}

function notify(self: PyCondition): null {
  checkOwned(self, 'notify');
  return null;
}

export const conditionType: PyType = defineType<PyCondition>({
  name: 'Condition',
  module: 'threading',
  class: PyCondition,
  create: (_type, args, keywords) => {
    const given = args[0] ?? keywords?.get('lock') ?? null;
    return new PyCondition(given instanceof PyLock ? given : makeReentrantLock());
  },
  enter: (self) => acquire(self.lock),
  exit: (self) => release(self.lock),
  methods: {
    'acquire(blocking?, timeout?)': (self: PyCondition, block?: Value, timeout?: Value) =>
      acquire(self.lock, block, timeout),
    'release()': (self: PyCondition) => release(self.lock),
    'notify(n?)': notify,
    'notify_all()': notify,
    'wait(timeout?)': (self: PyCondition, timeout?: Value) => {
      checkOwned(self, 'wait');
      return waitInVain(patience(true, timeout), 'Condition.wait()');
    },
    'wait_for(predicate, timeout?)': (self: PyCondition, predicate: Value, timeout?: Value) => {
      const found = call(predicate, []);
      if (isTrue(found)) return found;
      checkOwned(self, 'wait');
      waitInVain(patience(true, timeout), 'Condition.wait_for()');
      return found;
    },
  },
});
