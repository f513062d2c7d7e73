/** `contextlib`: context managers from generators, and ready-made ones. */
import {
  asPythonException,
  exceptionType,
  isException,
  notSupported,
  PythonException,
  raise,
  raiseTypeError,
} from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import type { ModuleFactory } from '../../options.ts';
import { deleteInstanceAttribute, getAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, callMethodOfType } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { nextOf } from '../../protocols/iteration.ts';
import { isSubtype, lookupInType, typeOf } from '../../pyType.ts';
import { PyGenerator, throwInto } from '../../types/generatorType.ts';
import {
  type Keywords,
  PyBuiltin,
  PyExceptionValue,
  PyLibraryFunction,
  type PyModule,
  type PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../../values.ts';
import { isSubclassOf } from '../builtinInspection.ts';
import { replaceStream } from '../streams.ts';
import { abstractMetaclass, hasMethods, setProtocol } from './abstractClasses.ts';
import { updateWrapper } from './functoolsModule.ts';
import { field, libraryClass, setField } from './libraryClass.ts';

/** The three arguments of `__exit__` as the exception that they are. */
function exceptionOf(type: Value, value: Value): PyExceptionValue | null {
  if (value instanceof PyExceptionValue) return value;
  return type instanceof PyType ? new PyExceptionValue(type, []) : null;
}

function advance(generator: Value, ended: () => never): Value {
  const next = nextOf(generator);
  const value = next ? next() : undefined;
  return value === undefined ? ended() : value;
}

function exitGenerator(self: PyObject, type: Value, value: Value): Value {
  const generator = field(self, 'gen');
  const exception = exceptionOf(type, value);
  if (exception === null) {
    const more = nextOf(generator)?.();
    if (more === undefined) return false;
    return raise(exceptionType('RuntimeError'), "generator didn't stop");
  }
  try {
    const more =
      generator instanceof PyGenerator
        ? throwInto(generator, new PythonException(exception))
        : callMethodOfType(generator, 'throw', exception);
    if (more === undefined) return true;
  } catch (error) {
    const raised = asPythonException(error);
    if (!raised) throw error;
    if (raised.value === exception) return false;
    if (isException(error, 'StopIteration')) return true;
    if (
      isException(error, 'RuntimeError') &&
      raised.value.cause === exception &&
      isSubtype(typeOf(exception), exceptionType('StopIteration'))
    ) {
      return false;
    }
    throw error;
  }
  return raise(exceptionType('RuntimeError'), "generator didn't stop after throw()");
}

/** A decorator that runs functions inside a context manager. */
const decorated = (enterNew: () => Value, callee: Value): Value => {
  const wrapper = new PyLibraryFunction(
    String(tryGetAttribute(callee, '__name__') ?? 'inner'),
    (args, keywords) => within(enterNew(), () => call(callee, args, keywords)),
    { bindsSelf: true },
  );
  return updateWrapper(wrapper, callee);
};

/** `with manager: body()`. */
function within(manager: Value, body: () => Value): Value {
  enter(manager);
  let result: Value;
  try {
    result = body();
  } catch (error) {
    const raised = asPythonException(error);
    if (!raised) throw error;
    if (isTrue(exit(manager, raised.value))) return null;
    throw error;
  }
  exit(manager, null);
  return result;
}

function enter(manager: Value): Value {
  const found = lookupInType(typeOf(manager), '__enter__');
  const leave = lookupInType(typeOf(manager), '__exit__');
  if (found === undefined || leave === undefined) {
    const { module, qualifiedName } = typeOf(manager);
    const name = module === 'builtins' ? qualifiedName : `${module}.${qualifiedName}`;
    raiseTypeError(`'${name}' object does not support the context manager protocol`);
  }
  return callMethodOfType(manager, '__enter__')!;
}

const exit = (manager: Value, exception: PyExceptionValue | null): Value =>
  callMethodOfType(manager, '__exit__', exception ? typeOf(exception) : null, exception, null) ?? null;

interface Classes {
  readonly decorator: PyType;
  readonly abstract: PyType;
}

const baseClasses = (): Classes => {
  const abstract = libraryClass({
    name: 'AbstractContextManager',
    module: 'contextlib',
    metaclass: abstractMetaclass,
    methods: { '__enter__()': (self: Value) => self, '__exit__(exc_type, exc_value, traceback)': () => null },
  });
  setProtocol(abstract, hasMethods('__enter__', '__exit__'));
  const decorator = libraryClass({
    name: 'ContextDecorator',
    module: 'contextlib',
    methods: {
      '_recreate_cm()': (self: Value) => self,
      '__call__(func)': (self: Value, callee: Value) =>
        decorated(() => call(getAttribute(self, '_recreate_cm'), []), callee),
    },
  });
  return { abstract, decorator };
};

/** What calling a function made by `contextmanager` gives. */
const generatorManagerClass = ({ abstract, decorator }: Classes): PyType =>
  libraryClass({
    name: '_GeneratorContextManager',
    module: 'contextlib',
    bases: [abstract, decorator],
    metaclass: abstractMetaclass,
    methods: {
      '__init__(func, args, kwds)': (self: PyObject, callee: Value, args: Value, keywords: Value) => {
        setField(self, 'func', callee);
        setField(self, 'args', args);
        setField(self, 'kwds', keywords);
        return null;
      },
      '__enter__()': (self: PyObject) => {
        for (const name of ['args', 'kwds', 'func']) deleteInstanceAttribute(self, typeOf(self), name);
        return advance(field(self, 'gen'), () =>
          raise(exceptionType('RuntimeError'), "generator didn't yield"),
        );
      },
      '__exit__(typ, value, traceback)': exitGenerator,
    },
  });

function contextManager(type: PyType, callee: Value): Value {
  const make = (args: readonly Value[], keywords: Keywords): Value => {
    const made = call(type, [callee, new PyTuple(args), null]) as PyObject;
    setField(made, 'gen', call(callee, args, keywords));
    setField(made, '_recreate_cm', new PyBuiltin('_recreate_cm', () => make(args, keywords)));
    return made;
  };
  const wrapper = new PyLibraryFunction(String(tryGetAttribute(callee, '__name__') ?? 'helper'), make, {
    bindsSelf: true,
  });
  return updateWrapper(wrapper, callee);
}

const simpleManagers = ({ abstract }: Classes): Readonly<Record<string, PyType>> => ({
  closing: libraryClass({
    name: 'closing',
    module: 'contextlib',
    bases: [abstract],
    metaclass: abstractMetaclass,
    methods: {
      '__init__(thing)': (self: PyObject, thing: Value) => {
        setField(self, 'thing', thing);
        return null;
      },
      '__enter__()': (self: PyObject) => field(self, 'thing'),
      '__exit__(*exc_info)': (self: PyObject) => {
        call(getAttribute(field(self, 'thing'), 'close'), []);
        return null;
      },
    },
  }),
  suppress: libraryClass({
    name: 'suppress',
    module: 'contextlib',
    bases: [abstract],
    metaclass: abstractMetaclass,
    methods: {
      '__init__(*exceptions)': (self: PyObject, types: Value[]) => {
        setField(self, '_exceptions', new PyTuple(types));
        return null;
      },
      '__enter__()': () => null,
      '__exit__(exctype, excinst, exctb)': (self: PyObject, type: Value) =>
        type !== null && isSubclassOf(type, field(self, '_exceptions')),
    },
  }),
  nullcontext: libraryClass({
    name: 'nullcontext',
    module: 'contextlib',
    bases: [abstract],
    metaclass: abstractMetaclass,
    methods: {
      '__init__(enter_result?)': (self: PyObject, result?: Value) => {
        setField(self, 'enter_result', result ?? null);
        return null;
      },
      '__enter__()': (self: PyObject) => field(self, 'enter_result'),
      '__exit__(*excinfo)': () => null,
    },
  }),
  ...Object.fromEntries(
    (['stdout', 'stderr'] as const).map((name) => [
      `redirect_${name}`,
      libraryClass({
        name: `redirect_${name}`,
        module: 'contextlib',
        bases: [abstract],
        metaclass: abstractMetaclass,
        methods: {
          '__init__(new_target)': (self: PyObject, target: Value) => {
            setField(self, '_new_target', target);
            return null;
          },
          '__enter__()': (self: PyObject) => {
            const target = field(self, '_new_target');
            setField(self, '_old_target', replaceStream(name, target));
            return target;
          },
          '__exit__(exctype, excinst, exctb)': (self: PyObject) => {
            replaceStream(name, field(self, '_old_target'));
            return null;
          },
        },
      }),
    ]),
  ),
});

type Leave = (exception: PyExceptionValue | null) => Value;

/** The callbacks of each `ExitStack`, last in first out. */
const stacks = new WeakMap<PyObject, Leave[]>();

/** Runs the callbacks; an exception of one is what the next ones see. */
function unwind(self: PyObject, given: PyExceptionValue | null): Value {
  const leaves = stacks.get(self) ?? [];
  let pending = given;
  let isNew = false;
  for (let leave = leaves.pop(); leave; leave = leaves.pop()) {
    try {
      if (isTrue(leave(pending)) && pending !== null) {
        pending = null;
        isNew = false;
      }
    } catch (error) {
      const raised = asPythonException(error);
      if (!raised) throw error;
      if (raised.value.context === null && raised.value !== pending) raised.value.context = pending;
      pending = raised.value;
      isNew = true;
    }
  }
  if (isNew && pending !== null) throw new PythonException(pending);
  return given !== null && pending === null;
}

const exitStackClass = ({ abstract }: Classes): PyType => {
  const push = (self: PyObject, leave: Leave): void => void stacks.get(self)!.push(leave);
  return libraryClass({
    name: 'ExitStack',
    module: 'contextlib',
    bases: [abstract],
    metaclass: abstractMetaclass,
    methods: {
      '__init__()': (self: PyObject) => {
        stacks.set(self, []);
        return null;
      },
      '__enter__()': (self: Value) => self,
      '__exit__(exc_type, exc_value, traceback)': (self: PyObject, type: Value, value: Value) =>
        unwind(self, exceptionOf(type, value)),
      'enter_context(cm)': (self: PyObject, manager: Value) => {
        const result = enter(manager);
        push(self, (exception) => exit(manager, exception));
        return result;
      },
      'push(exit)': (self: PyObject, given: Value) => {
        const isManager = lookupInType(typeOf(given), '__exit__') !== undefined;
        push(self, (exception) =>
          isManager
            ? exit(given, exception)
            : call(given, [exception ? typeOf(exception) : null, exception, null]),
        );
        return given;
      },
      'callback(callback, /, *args, **kwds)': (
        self: PyObject,
        callee: Value,
        args: Value[],
        named: Map<string, Value>,
      ) => {
        push(self, () => {
          call(callee, args, named.size > 0 ? named : null);
          return false;
        });
        return callee;
      },
      'pop_all()': (self: PyObject) => {
        const made = call(typeOf(self), []) as PyObject;
        stacks.set(made, stacks.get(self)!);
        stacks.set(self, []);
        return made;
      },
      'close()': (self: PyObject) => {
        unwind(self, null);
        return null;
      },
    },
  });
};

export const contextlibModule: ModuleFactory = (): PyModule => {
  const classes = baseClasses();
  const manager = generatorManagerClass(classes);
  return defineModule({
    name: 'contextlib',
    values: {
      AbstractContextManager: classes.abstract,
      ContextDecorator: classes.decorator,
      ExitStack: exitStackClass(classes),
      ...simpleManagers(classes),
    },
    functions: {
      'contextmanager(func)': (callee: Value) => contextManager(manager, callee),
      'asynccontextmanager(func)': () => notSupported('async context managers'),
    },
    refused: ['AsyncExitStack', 'AbstractAsyncContextManager', 'AsyncContextDecorator', 'aclosing', 'chdir'],
  });
};
