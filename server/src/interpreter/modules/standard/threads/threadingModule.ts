/** `threading`. How threads run without threads is told in `scheduler.ts`. */
import { AttributeTable } from '../../../attributeTable.ts';
import { PyDict } from '../../../containers.ts';
import {
  asPythonException,
  exceptionType,
  isException,
  notSupported,
  type PythonException,
  raise,
  raiseTypeError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call, call1 } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { identityOf } from '../../../protocols/hashing.ts';
import { elements } from '../../../protocols/iteration.ts';
import { str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { tracebackText } from '../../../traceback.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import {
  float,
  list,
  PyBuiltin,
  type PyModule,
  PyObject,
  PyProperty,
  type PyType,
  tuple,
  type Value,
} from '../../../values.ts';
import { writeTo } from '../../streams.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import {
  boundedSemaphoreType,
  conditionType,
  eventType,
  makeLock,
  makeReentrantLock,
  semaphoreType,
} from './locks.ts';
import { ensureScheduler, refuseWaiting, type Scheduler, scheduler } from './scheduler.ts';

type State = 'initial' | 'started' | 'stopped';

/** What is not in the attributes of a thread. */
interface ThreadLife {
  state: State;
  /** When it ends, on its own clock. */
  endsAt: number;
}

const lives = new WeakMap<PyObject, ThreadLife>();

const lifeOf = (thread: PyObject): ThreadLife =>
  lives.get(thread) ?? raise(exceptionType('RuntimeError'), 'thread.__init__() not called');

/** What thread hooks get when a thread fails: it goes to standard error. */
function report(error: PythonException, thread: PyObject): void {
  if (isException(error, 'SystemExit')) return;
  const text = `Exception in thread ${str(field(thread, 'name'))}:\n${tracebackText(error.value)}\n`;
  writeTo('stderr', text);
}

function tellFailure(module: PyModule, error: PythonException, thread: PyObject): void {
  const hook = module.namespace.get('excepthook') ?? null;
  const { value } = error;
  if (hook instanceof PyBuiltin || hook === null) report(error, thread);
  else {
    call1(hook, call(getAttribute(module, 'ExceptHookArgs'), [value.cls!, value, null, thread]));
  }
}

const isRefusal = (error: PythonException): boolean => isException(error, 'NotSupportedByScanLens');

/** Runs a thread to its end; what it raises is told and forgotten. */
function begin(module: PyModule, thread: PyObject): void {
  const life = lifeOf(thread);
  if (life.state !== 'initial') raise(exceptionType('RuntimeError'), 'threads can only be started once');
  life.state = 'started';
  life.endsAt = scheduler()!.run(thread, () => {
    try {
      call(getAttribute(thread, 'run'), []);
    } catch (error) {
      const raised = asPythonException(error);
      if (raised === null || isRefusal(raised)) throw error;
      tellFailure(module, raised, thread);
    }
  });
  life.state = 'stopped';
}

function join(thread: PyObject, timeout?: Value): null {
  const life = lifeOf(thread);
  const threads = scheduler()!;
  const runtimeError = exceptionType('RuntimeError');
  if (life.state === 'initial') raise(runtimeError, 'cannot join thread before it is started');
  if (threads.current.thread === thread) raise(runtimeError, 'cannot join current thread');
  if (life.state === 'started') return refuseWaiting('Thread.join()');
  const latest =
    timeout === undefined || timeout === null ? life.endsAt : threads.current.now + toFloat(timeout);
  threads.waitUntil(Math.min(life.endsAt, latest));
  return null;
}

/** Alive is what the calling thread, on its clock, would still see running. */
const isAlive = (thread: PyObject): boolean => {
  const { state, endsAt } = lifeOf(thread);
  return state === 'started' || (state === 'stopped' && endsAt > scheduler()!.current.now);
};

const identOf = (thread: PyObject): Value =>
  lifeOf(thread).state === 'initial' ? null : 0x7f0000000000 + identityOf(thread);

function threadText(thread: PyObject): string {
  const { state } = lifeOf(thread);
  const shown = state === 'stopped' && isAlive(thread) ? 'started' : state;
  const daemon = isTrue(field(thread, '_daemonic')) ? ' daemon' : '';
  const ident = identOf(thread);
  const name = str(field(thread, 'name'));
  return `<${typeOf(thread).name}(${name}, ${shown}${daemon}${ident === null ? '' : ` ${str(ident)}`})>`;
}

function property(get: (self: PyObject) => Value, set: (self: PyObject, value: Value) => void): PyProperty {
  const getter = new PyBuiltin('get', (args) => get(args[0] as PyObject), { bindsSelf: true });
  const setter = new PyBuiltin(
    'set',
    (args) => {
      set(args[0] as PyObject, args[1]!);
      return null;
    },
    { bindsSelf: true },
  );
  return new PyProperty(getter, setter, null);
}

/** `Thread-3 (work)`. */
function newName(count: number, target: Value): string {
  const name = target === null ? undefined : tryGetAttribute(target, '__name__');
  return name === undefined ? `Thread-${count}` : `Thread-${count} (${str(name)})`;
}

function threadClass(module: PyModule): PyType {
  let count = 0;
  return libraryClass({
    name: 'Thread',
    module: 'threading',
    methods: {
      '__init__(group?, target?, name?, args?, kwargs?, *, daemon?)': (
        self: PyObject,
        ...given: (Value | undefined)[]
      ) => {
        const [group, target = null, name = null, args = tuple(), kwargs = null, daemon = null] = given;
        if (group !== undefined && group !== null) notSupported('groups of threads');
        setField(self, '_target', target);
        setField(self, '_name', name === null ? newName(++count, target) : str(name));
        setField(self, '_args', args);
        setField(self, '_kwargs', kwargs ?? new PyDict());
        const parent = scheduler()!.current.thread;
        setField(self, '_daemonic', daemon ?? (field(parent, '_daemonic') as Value));
        lives.set(self, { state: 'initial', endsAt: 0 });
        return null;
      },
      'start()': (self: PyObject) => {
        begin(module, self);
        return null;
      },
      'run()': (self: PyObject) => {
        const target = field(self, '_target');
        if (target === null) return null;
        const named = (field(self, '_kwargs') as PyDict).table;
        const keywords = new Map([...named.entries()].map(({ key, value }) => [str(key), value]));
        call(target, [...elements(field(self, '_args'))], keywords);
        return null;
      },
      'join(timeout?)': join,
      'is_alive()': isAlive,
      '__repr__()': threadText,
      'getName()': (self: PyObject) => field(self, '_name'),
      'isDaemon()': (self: PyObject) => field(self, '_daemonic'),
      'setName(name)': (self: PyObject, name: Value) => {
        setField(self, '_name', str(name));
        return null;
      },
      'setDaemon(daemonic)': (self: PyObject, daemonic: Value) => {
        setField(self, '_daemonic', isTrue(daemonic));
        return null;
      },
    },
    properties: { ident: identOf, native_id: identOf },
    values: {
      name: property(
        (self) => field(self, '_name'),
        (self, name) => setField(self, '_name', str(name)),
      ),
      daemon: property(
        (self) => field(self, '_daemonic'),
        (self, daemonic) => {
          if (lifeOf(self).state !== 'initial') {
            raise(exceptionType('RuntimeError'), 'cannot set daemon status of active thread');
          }
          setField(self, '_daemonic', isTrue(daemonic));
        },
      ),
    },
  });
}

/** A thread that runs something later, unless it is cancelled before. */
function timerClass(module: PyModule, thread: PyType): PyType {
  const cancels = new WeakMap<PyObject, () => void>();
  const initialize = thread.namespace.get('__init__')!;
  return libraryClass({
    name: 'Timer',
    module: 'threading',
    bases: [thread],
    methods: {
      '__init__(interval, function, args?, kwargs?)': (self: PyObject, ...given: Value[]) => {
        const [interval, target, args = null, kwargs = null] = given as [Value, Value];
        call(initialize, [self]);
        setField(self, 'interval', interval);
        setField(self, 'function', target);
        setField(self, 'args', args ?? list([]));
        setField(self, 'kwargs', kwargs ?? new PyDict());
        setField(self, '_target', target);
        setField(self, '_args', field(self, 'args'));
        setField(self, '_kwargs', field(self, 'kwargs'));
        return null;
      },
      'start()': (self: PyObject) => {
        const threads = scheduler()!;
        if (!threads.isMain) notSupported('a Timer that another thread starts');
        const seconds = toFloat(field(self, 'interval'));
        const life = lifeOf(self);
        life.endsAt = threads.current.now + seconds;
        cancels.set(
          self,
          threads.later(seconds, () => {
            if (life.state === 'stopped') life.state = 'initial';
            begin(module, self);
          }),
        );
        life.state = 'stopped';
        return null;
      },
      'cancel()': (self: PyObject) => {
        cancels.get(self)?.();
        lifeOf(self).endsAt = Math.min(lifeOf(self).endsAt, scheduler()!.current.now);
        return null;
      },
    },
  });
}

/** `threading.local`: other attributes in each thread. */
class PyLocal extends PyObject {
  readonly perThread = new WeakMap<PyObject, AttributeTable<Value>>();

  get own(): AttributeTable<Value> {
    const { thread } = scheduler()!.current;
    const known = this.perThread.get(thread);
    if (known) return known;
    const made = new AttributeTable<Value>();
    this.perThread.set(thread, made);
    return made;
  }
}

const localType: PyType = defineType<PyLocal>({
  name: '_thread._local',
  module: '_thread',
  class: PyLocal,
  create: () => new PyLocal(),
  attributes: {
    __dict__: (self) => PyDict.from(self.own.entries()),
  },
  getMissing: (self, name) => self.own.get(name),
  setAttribute: (self, name, value) => {
    self.own.set(name, value);
    return true;
  },
});

function mainThread(thread: PyType): PyObject {
  const type = libraryClass({ name: '_MainThread', module: 'threading', bases: [thread] });
  const made = new PyObject();
  made.cls = type;
  setField(made, '_name', 'MainThread');
  setField(made, '_daemonic', false);
  lives.set(made, { state: 'started', endsAt: Number.POSITIVE_INFINITY });
  return made;
}

const withoutGap = (threads: Scheduler): Value[] => threads.running.map(({ thread }) => thread);

export function threadingModule(): PyModule {
  const module: PyModule = defineModule({
    name: 'threading',
    values: {
      Event: eventType,
      Semaphore: semaphoreType,
      BoundedSemaphore: boundedSemaphoreType,
      Condition: conditionType,
      local: localType,
      ThreadError: exceptionType('RuntimeError'),
      TIMEOUT_MAX: float(9223372036),
    },
    functions: {
      'Lock()': makeLock,
      'RLock()': makeReentrantLock,
      'current_thread()': () => scheduler()!.current.thread,
      'currentThread()': () => scheduler()!.current.thread,
      'main_thread()': () => scheduler()!.running[0]!.thread,
      'active_count()': () => scheduler()!.running.length,
      'activeCount()': () => scheduler()!.running.length,
      'enumerate()': () => list(withoutGap(scheduler()!)),
      'get_ident()': () => identOf(scheduler()!.current.thread),
      'get_native_id()': () => identOf(scheduler()!.current.thread),
      'excepthook(args, /)': () => raiseTypeError('ScanLens tells of failures itself'),
    },
    lazy: {
      ExceptHookArgs: () => namedTuple('ExceptHookArgs', 'exc_type exc_value exc_traceback thread'),
    },
    refused: [
      'Barrier',
      'BrokenBarrierError',
      'settrace',
      'setprofile',
      'gettrace',
      'getprofile',
      'stack_size',
    ],
  });
  const thread = threadClass(module);
  module.namespace.set('Thread', thread);
  module.namespace.set('Timer', timerClass(module, thread));
  ensureScheduler(() => mainThread(thread));
  return module;
}
