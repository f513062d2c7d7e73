/**
 * `concurrent.futures`: what is submitted to a pool of threads runs at once, in the order of submission (see `scheduler.ts`). Each
 * thread of the pool has a clock of its own, so that futures are completed in the order of their sleeps. Processes are refused.
 */
import { PySet } from '../../../containers.ts';
import {
  asPythonException,
  defineException,
  exceptionType,
  isException,
  notSupported,
  PythonException,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call, call1 } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { iterate, iterateArray, toArray } from '../../../protocols/iteration.ts';
import { address, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import {
  type Keywords,
  type PyExceptionValue,
  PyIterator,
  type PyModule,
  PyObject,
  type PyType,
  type Value,
} from '../../../values.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { refuseWaiting, scheduler } from './scheduler.ts';

const futureError = defineException('Error', 'concurrent.futures._base');
const cancelledError = defineException('CancelledError', 'concurrent.futures._base', futureError);
const invalidState = defineException('InvalidStateError', 'concurrent.futures._base', futureError);

class PyFuture extends PyObject {
  state: 'pending' | 'running' | 'cancelled' | 'finished' = 'pending';
  result: Value = null;
  exception: PyExceptionValue | null = null;
  /** On the clock of the thread that ran it. */
  endsAt = 0;
  readonly callbacks: Value[] = [];
}

const isDone = ({ state }: PyFuture): boolean => state === 'finished' || state === 'cancelled';

function finish(self: PyFuture, state: 'cancelled' | 'finished'): void {
  self.state = state;
  for (const callback of self.callbacks) call1(callback, self);
}

function setState(self: PyFuture, result: Value, exception: PyExceptionValue | null): null {
  if (isDone(self)) {
    raise(invalidState, `${self.state.toUpperCase()}: ${futureText(self)}`);
  }
  self.result = result;
  self.exception = exception;
  self.endsAt = scheduler()?.current.now ?? 0;
  finish(self, 'finished');
  return null;
}

function waitFor(self: PyFuture): void {
  if (self.state === 'cancelled') raise(cancelledError);
  if (self.state !== 'finished') refuseWaiting('Future.result()');
  scheduler()?.waitUntil(self.endsAt);
}

function resultOf(self: PyFuture): Value {
  waitFor(self);
  if (self.exception) throw new PythonException(self.exception);
  return self.result;
}

function futureText(self: PyFuture): string {
  const outcome = self.exception
    ? ` raised ${typeOf(self.exception).name}`
    : ` returned ${typeOf(self.result).name}`;
  return `<Future at ${address(self)} state=${self.state}${self.state === 'finished' ? outcome : ''}>`;
}

const futureType: PyType = defineType<PyFuture>({
  name: 'Future',
  module: 'concurrent.futures._base',
  class: PyFuture,
  create: () => new PyFuture(),
  constants: { __subclassable__: true },
  repr: futureText,
  methods: {
    'result(timeout?)': resultOf,
    'exception(timeout?)': (self: PyFuture) => {
      waitFor(self);
      return self.exception;
    },
    'done()': isDone,
    'running()': (self: PyFuture) => self.state === 'running',
    'cancelled()': (self: PyFuture) => self.state === 'cancelled',
    'cancel()': (self: PyFuture) => {
      if (self.state === 'pending') finish(self, 'cancelled');
      return self.state === 'cancelled';
    },
    'add_done_callback(fn)': (self: PyFuture, callback: Value) => {
      if (isDone(self)) call1(callback, self);
      else self.callbacks.push(callback);
      return null;
    },
    'set_result(result)': (self: PyFuture, result: Value) => setState(self, result, null),
    'set_exception(exception)': (self: PyFuture, exception: Value) =>
      setState(self, null, exception as PyExceptionValue),
    'set_running_or_notify_cancel()': (self: PyFuture) => {
      if (self.state === 'cancelled') return false;
      self.state = 'running';
      return true;
    },
  },
});

/** One thread of a pool. */
interface Worker {
  readonly thread: PyObject;
  freeAt: number;
}

class PyPool extends PyObject {
  most = 5;
  prefix = '';
  initializer: Value = null;
  initialArguments: readonly Value[] = [];
  isShut = false;
  readonly workers: Worker[] = [];
}

/** The pools of an interpreter are counted for the names of their threads. */
const poolCounts = new WeakMap<object, number>();

function newThread(name: string): PyObject {
  const type = runtime().importModule('threading').namespace.get('Thread')!;
  return call(type, [], new Map<string, Value>([['name', name]])) as PyObject;
}

function freeWorker(self: PyPool): Worker {
  const { now } = scheduler()!.current;
  const idle = self.workers.find(({ freeAt }) => freeAt <= now);
  if (idle) return idle;
  if (self.workers.length < self.most) {
    const made = { thread: newThread(`${self.prefix}_${self.workers.length}`), freeAt: now };
    self.workers.push(made);
    if (self.initializer !== null) {
      scheduler()!.run(made.thread, () => void call(self.initializer, self.initialArguments));
    }
    return made;
  }
  return self.workers.reduce((best, each) => (each.freeAt < best.freeAt ? each : best));
}

function submit(self: PyPool, callee: Value, args: readonly Value[], keywords: Keywords): PyFuture {
  if (self.isShut) {
    raise(exceptionType('RuntimeError'), 'cannot schedule new futures after shutdown');
  }
  const future = new PyFuture();
  const worker = freeWorker(self);
  const begin = Math.max(worker.freeAt, scheduler()!.current.now);
  future.state = 'running';
  worker.freeAt = scheduler()!.run(
    worker.thread,
    () => {
      try {
        setState(future, call(callee, args, keywords), null);
      } catch (error) {
        const raised = asPythonException(error);
        if (raised === null || isException(raised, 'NotSupportedByScanLens')) throw error;
        setState(future, null, raised.value);
      }
    },
    begin,
  );
  return future;
}

function mapAll(self: PyPool, callee: Value, iterables: readonly Value[]): PyIterator {
  const sources = iterables.map(iterate);
  const futures: PyFuture[] = [];
  for (;;) {
    const args = sources.map((next) => next());
    if (args.length === 0 || args.includes(undefined)) break;
    runtime().checkpoint();
    futures.push(submit(self, callee, args as Value[], null));
  }
  const next = iterateArray(futures);
  return new PyIterator('generator', () => {
    const future = next();
    return future === undefined ? undefined : resultOf(future as PyFuture);
  });
}

function shutDown(self: PyPool): null {
  self.isShut = true;
  for (const { freeAt } of self.workers) scheduler()!.waitUntil(freeAt);
  return null;
}

const executorType: PyType = defineType<PyPool>({
  name: 'Executor',
  module: 'concurrent.futures._base',
  create: () => notSupported('an Executor of the program'),
});

const poolType: PyType = defineType<PyPool>({
  name: 'ThreadPoolExecutor',
  module: 'concurrent.futures.thread',
  class: PyPool,
  bases: [executorType],
  create: (type) => {
    const made = new PyPool();
    if (type !== poolType) made.cls = type;
    runtime().importModule('threading');
    return made;
  },
  initialize: (self, args, keywords) => {
    const given = (index: number, name: string): Value => args[index] ?? keywords?.get(name) ?? null;
    const most = given(0, 'max_workers');
    if (most !== null) self.most = sizeOf(most);
    if (self.most <= 0) raiseValueError('max_workers must be greater than 0');
    const prefix = given(1, 'thread_name_prefix');
    const count = poolCounts.get(runtime()) ?? 0;
    if (prefix === null || prefix === '') poolCounts.set(runtime(), count + 1);
    self.prefix = prefix === null || prefix === '' ? `ThreadPoolExecutor-${count}` : str(prefix);
    self.initializer = given(2, 'initializer');
    self.initialArguments = args[3] || keywords?.has('initargs') ? toArray(given(3, 'initargs')) : [];
  },
  constants: { __subclassable__: true },
  enter: (self) => self,
  exit: (self) => {
    shutDown(self);
    return false;
  },
  methods: {
    'submit(fn, /, *args, **kwargs)': (
      self: PyPool,
      callee: Value,
      args: Value[],
      named: Map<string, Value>,
    ) => submit(self, callee, args, named),
    'map(fn, *iterables, timeout?, chunksize?)': mapAll,
    'shutdown(wait?, *, cancel_futures?)': (self: PyPool, wait?: Value) => {
      if (wait === undefined || isTrue(wait)) return shutDown(self);
      self.isShut = true;
      return null;
    },
  },
});

function futuresOf(given: Value): PyFuture[] {
  const unique = new Set(toArray(given));
  return [...unique].map((each) =>
    each instanceof PyFuture ? each : raiseTypeError(`ScanLens needs futures, not ${typeOf(each).name}`),
  );
}

/** In the order of their ends; those that end together in the given order. */
function asCompleted(given: Value): PyIterator {
  const ordered = futuresOf(given).sort((a, b) => a.endsAt - b.endsAt);
  if (!ordered.every(isDone)) refuseWaiting('as_completed()');
  const next = iterateArray(ordered);
  return new PyIterator('generator', () => {
    const future = next() as PyFuture | undefined;
    if (future) scheduler()?.waitUntil(future.endsAt);
    return future;
  });
}

const conditions = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'] as const;

function waitForAll(given: Value, timeout?: Value, until?: Value): Value {
  const futures = futuresOf(given);
  if (timeout !== undefined && timeout !== null) notSupported('concurrent.futures.wait() with a timeout');
  const isAll = until === undefined || until === 'ALL_COMPLETED';
  if (!isAll && futures.some(({ endsAt }) => endsAt > scheduler()!.current.now)) {
    notSupported(`concurrent.futures.wait() until ${str(until!)}`);
  }
  if (!futures.every(isDone)) refuseWaiting('wait()');
  for (const { endsAt } of futures) scheduler()?.waitUntil(endsAt);
  const made = namedTuple('DoneAndNotDoneFutures', 'done not_done');
  return call(made, [PySet.from(futures), new PySet()]);
}

export function concurrentModule(): PyModule {
  const futures = defineModule({
    name: 'concurrent.futures',
    values: {
      Future: futureType,
      Executor: executorType,
      ThreadPoolExecutor: poolType,
      CancelledError: cancelledError,
      InvalidStateError: invalidState,
      TimeoutError: exceptionType('TimeoutError'),
      ...Object.fromEntries(conditions.map((name) => [name, name])),
    },
    functions: {
      'as_completed(fs, timeout?)': asCompleted,
      'wait(fs, timeout?, return_when?)': waitForAll,
    },
    refused: ['ProcessPoolExecutor', 'BrokenExecutor', 'BrokenThreadPool'],
  });
  return defineModule({ name: 'concurrent', submodules: { futures } });
}
