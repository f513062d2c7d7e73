/**
 * `queue`. What would wait for another thread can never go on, and is refused unless the program says how long it waits; then
 * nothing comes in that time (see `scheduler.ts`).
 */
import { defineException, notSupported, raise, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { compareNumbers } from '../../../protocols/numbers.ts';
import { defineType } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { list, type PyList, type PyModule, PyObject, type PyType, type Value } from '../../../values.ts';
import { scheduler } from './scheduler.ts';

type Order = 'first' | 'last' | 'least';

class PyQueue extends PyObject {
  readonly order: Order;
  readonly items: PyList = list([]);
  mostItems = 0;
  /** When the last item was put: who gets one goes on from there. */
  putAt = 0;
  /** Items that were put and for which `task_done` was not called. */
  unfinished = 0;
  constructor(order: Order) {
    super();
    this.order = order;
  }
}

const emptyType = defineException('Empty', '_queue');
const fullType = defineException('Full', 'queue');

const isFull = (self: PyQueue): boolean => self.mostItems > 0 && self.items.items.length >= self.mostItems;

/** What happens where a queue would wait. */
function wait(type: PyType, what: string, block: Value, timeout: Value): never {
  if (!isTrue(block)) return raise(type);
  if (timeout === null) return notSupported(`${what} would wait for another thread: cells run in one thread`);
  if (compareNumbers(toFloat(timeout), 0) === -1) raiseValueError("'timeout' must be a non-negative number");
  call(getAttribute(runtime().importModule('time'), 'sleep'), [timeout]);
  return raise(type);
}

const heap = (name: string, ...args: Value[]): Value =>
  call(getAttribute(runtime().importModule('heapq'), name), args);

function put(self: PyQueue, item: Value, block: Value = true, timeout: Value = null): null {
  if (isFull(self)) wait(fullType, 'Queue.put()', block, timeout);
  runtime().allocate(8);
  if (self.order === 'least') heap('heappush', self.items, item);
  else self.items.items.push(item);
  self.unfinished++;
  self.putAt = scheduler()?.current.now ?? 0;
  return null;
}

function get(self: PyQueue, block: Value = true, timeout: Value = null): Value {
  const { items } = self.items;
  if (items.length === 0) wait(emptyType, 'Queue.get()', block, timeout);
  scheduler()?.waitUntil(self.putAt);
  if (self.order === 'least') return heap('heappop', self.items);
  return self.order === 'last' ? items.pop()! : items.shift()!;
}

function taskDone(self: PyQueue): null {
  if (self.unfinished <= 0) raiseValueError('task_done() called too many times');
  self.unfinished--;
  return null;
}

const base = {
  'qsize()': (self: PyQueue) => self.items.items.length,
  'empty()': (self: PyQueue) => self.items.items.length === 0,
  'put(item, block?, timeout?)': put,
  'get(block?, timeout?)': get,
  'put_nowait(item)': (self: PyQueue, item: Value) => put(self, item, false),
  'get_nowait()': (self: PyQueue) => get(self, false),
};

const queueClass = (name: string, order: Order, bases: readonly PyType[] = []): PyType => {
  const type: PyType = defineType<PyQueue>({
    name,
    module: name === 'SimpleQueue' ? '_queue' : 'queue',
    ...(bases.length > 0 ? { bases } : { class: PyQueue }),
    create: (wanted) => {
      const made = new PyQueue(order);
      made.cls = wanted;
      return made;
    },
    initialize: (self, args, keywords) => {
      self.mostItems = sizeOf(args[0] ?? keywords?.get('maxsize') ?? 0);
    },
    constants: { __subclassable__: true },
    attributes: {
      maxsize: (self) => self.mostItems,
      queue: (self) => self.items,
      unfinished_tasks: (self) => self.unfinished,
    },
    methods: {
      ...base,
      'full()': isFull,
      'task_done()': taskDone,
      'join()': (self: PyQueue) =>
        self.unfinished === 0
          ? null
          : notSupported('Queue.join() would wait for another thread: cells run in one thread'),
    },
  });
  return type;
};

const queueType = queueClass('Queue', 'first');
const types = {
  Queue: queueType,
  LifoQueue: queueClass('LifoQueue', 'last', [queueType]),
  PriorityQueue: queueClass('PriorityQueue', 'least', [queueType]),
};
class PySimpleQueue extends PyQueue {}
const simpleQueueType: PyType = defineType<PySimpleQueue>({
  name: 'SimpleQueue',
  module: '_queue',
  class: PySimpleQueue,
  create: () => new PySimpleQueue('first'),
  methods: base,
});

export const queueModule = (): PyModule =>
  defineModule({
    name: 'queue',
    values: { ...types, SimpleQueue: simpleQueueType, Empty: emptyType, Full: fullType },
  });
