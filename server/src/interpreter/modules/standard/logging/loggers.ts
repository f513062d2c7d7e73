/** Loggers of `logging` and their tree. */
import { PyDict } from '../../../containers.ts';
import { raiseKeyError, raiseTypeError } from '../../../exceptions.ts';
import { getAttribute, setAttribute } from '../../../protocols/attributes.ts';
import { call, callMethodOfType } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { elements } from '../../../protocols/iteration.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { callSite } from '../../../runtime.ts';
import type { NativeBody } from '../../../signature.ts';
import {
  PyExceptionValue,
  PyList,
  type PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import { originOf } from './formatters.ts';
import { addOnce, removeFrom } from './handlers.ts';
import type { LevelNames } from './levels.ts';

/** What the loggers of one interpreter share: `Logger.manager`. */
export interface LoggerState {
  readonly levels: LevelNames;
  readonly recordClass: PyType;
  readonly lastResort: Value;
  /** Records up to this level are dropped. */
  disabled: number;
  loggerClass: Value;
  recordFactory: Value;
  root: PyObject | null;
  readonly loggers: Map<string, PyObject>;
}

const handlersOf = (self: PyObject): PyList => field(self, 'handlers') as PyList;
const levelOf = (self: PyObject): number => Number(field(self, 'level'));

/** The logger and those above it, as far as records are handed on. */
function* ancestors(self: PyObject): Generator<PyObject> {
  for (let logger: Value = self; logger !== null; logger = field(logger as PyObject, 'parent')) {
    yield logger as PyObject;
  }
}

export function effectiveLevel(self: PyObject): number {
  for (const logger of ancestors(self)) if (levelOf(logger) !== 0) return levelOf(logger);
  return 0;
}

function isEnabledFor(state: LoggerState, self: PyObject, level: number): boolean {
  if (isTrue(field(self, 'disabled'))) return false;
  return state.disabled < level && level >= effectiveLevel(self);
}

function exceptionTuple(given: Value): Value {
  if (given instanceof PyExceptionValue) return new PyTuple([typeOf(given), given, null]);
  if (given instanceof PyTuple || !isTrue(given)) return given instanceof PyTuple ? given : null;
  for (let frame = callSite().frame; frame; frame = frame.caller) {
    if (frame.handled) return new PyTuple([typeOf(frame.handled), frame.handled, null]);
  }
  return new PyTuple([null, null, null]);
}

interface Call {
  readonly level: number;
  readonly message: Value;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

const namesOfCall = new Set(['exc_info', 'extra', 'stack_info', 'stacklevel']);

function addExtra(record: Value, extra: Value): void {
  if (!(extra instanceof PyDict)) return;
  for (const { key, value } of extra.table.entries()) {
    const name = str(key);
    const isTaken =
      name === 'message' || name === 'asctime' || (record as PyObject).attributes?.get(name) !== undefined;
    if (isTaken) raiseKeyError(`Attempt to overwrite ${repr(key)} in LogRecord`);
    setAttribute(record, name, value);
  }
}

/** `Logger._log`. */
function log(state: LoggerState, self: PyObject, { level, message, args, named }: Call): null {
  for (const name of named.keys()) {
    if (!namesOfCall.has(name)) raiseTypeError(`Logger._log() got an unexpected keyword argument '${name}'`);
  }
  const origin = originOf(Number(asInteger(named.get('stacklevel') ?? 1) ?? 1));
  const record = call(state.recordFactory, [
    field(self, 'name'),
    level,
    origin.file,
    origin.line,
    message,
    new PyTuple(args),
    exceptionTuple(named.get('exc_info') ?? null),
    origin.functionName,
    null,
  ]);
  addExtra(record, named.get('extra') ?? null);
  callMethodOfType(self, 'handle', record);
  return null;
}

function callHandlers(state: LoggerState, self: PyObject, record: Value): null {
  let found = 0;
  const level = Number(getAttribute(record, 'levelno'));
  for (const logger of ancestors(self)) {
    for (const handler of elements(handlersOf(logger))) {
      found++;
      if (level >= Number(getAttribute(handler, 'level'))) callMethodOfType(handler, 'handle', record);
    }
    if (!isTrue(field(logger, 'propagate'))) break;
  }
  if (found === 0 && level >= Number(getAttribute(state.lastResort, 'level'))) {
    callMethodOfType(state.lastResort, 'handle', record);
  }
  return null;
}

const hasHandlers = (self: PyObject): boolean => {
  for (const logger of ancestors(self)) {
    if (handlersOf(logger).items.length > 0) return true;
    if (!isTrue(field(logger, 'propagate'))) return false;
  }
  return false;
};

const methodLevels = {
  debug: 10,
  info: 20,
  warning: 30,
  warn: 30,
  error: 40,
  exception: 40,
  critical: 50,
  fatal: 50,
} as const;

/** `debug(msg, …)` and the like: `write` gets the level and what was given. */
export function levelMethods(
  write: (self: PyObject, given: Call) => Value,
): Readonly<Record<string, NativeBody>> {
  const table: Record<string, NativeBody> = {};
  for (const [name, level] of Object.entries(methodLevels)) {
    table[`${name}(msg, *args, **kwargs)`] = (
      self: PyObject,
      message: Value,
      args: Value[],
      named: Map<string, Value>,
    ) => {
      if (name === 'exception' && !named.has('exc_info')) named.set('exc_info', true);
      return write(self, { level, message, args, named });
    };
  }
  return table;
}

/** Writes a record if the level is enabled. */
export function write(state: LoggerState, self: PyObject, given: Call): null {
  return isEnabledFor(state, self, given.level) ? log(state, self, given) : null;
}

const loggerText = (state: LoggerState, self: PyObject): string =>
  `<${typeOf(self).name} ${str(field(self, 'name'))} (${state.levels.nameOf(effectiveLevel(self))})>`;

function handleRecord(self: PyObject, record: Value): null {
  if (isTrue(field(self, 'disabled'))) return null;
  const answer = callMethodOfType(self, 'filter', record)!;
  if (isTrue(answer)) callMethodOfType(self, 'callHandlers', answer === true ? record : answer);
  return null;
}

function levelNumber(level: Value): number {
  const integer = asInteger(level);
  return integer === undefined ? raiseTypeError('level must be an integer') : Number(integer);
}

export const loggerClass = (state: LoggerState, filterer: PyType): PyType =>
  libraryClass({
    name: 'Logger',
    module: 'logging',
    bases: [filterer],
    methods: {
      ...levelMethods((self, given) => write(state, self, given)),
      '__init__(name, level?)': (self: PyObject, name: Value, level?: Value) => {
        setField(self, 'filters', new PyList([]));
        setField(self, 'name', name);
        setField(self, 'level', state.levels.check(level ?? 0));
        setField(self, 'parent', null);
        setField(self, 'propagate', true);
        setField(self, 'handlers', new PyList([]));
        setField(self, 'disabled', false);
        return null;
      },
      'setLevel(level)': (self: PyObject, level: Value) => {
        setField(self, 'level', state.levels.check(level));
        return null;
      },
      'log(level, msg, *args, **kwargs)': (
        self: PyObject,
        level: Value,
        message: Value,
        ...rest: unknown[]
      ) =>
        write(state, self, {
          level: levelNumber(level),
          message,
          args: rest[0] as Value[],
          named: rest[1] as Map<string, Value>,
        }),
      'handle(record)': handleRecord,
      'callHandlers(record)': (self: PyObject, record: Value) => callHandlers(state, self, record),
      'addHandler(hdlr)': (self: PyObject, handler: Value) => addOnce(handlersOf(self), handler),
      'removeHandler(hdlr)': (self: PyObject, handler: Value) => removeFrom(handlersOf(self), handler),
      'hasHandlers()': hasHandlers,
      'getEffectiveLevel()': effectiveLevel,
      'isEnabledFor(level)': (self: PyObject, level: Value) =>
        isEnabledFor(state, self, Number(asInteger(level) ?? 0)),
      'getChild(suffix)': (self: PyObject, suffix: Value) =>
        getLogger(state, self === state.root ? str(suffix) : `${str(field(self, 'name'))}.${str(suffix)}`),
      '__repr__()': (self: PyObject) => loggerText(state, self),
    },
  });

/** The logger of a name, made at first use below the nearest one that exists. */
export function getLogger(state: LoggerState, name: string): PyObject {
  const known = state.loggers.get(name);
  if (known !== undefined) return known;
  const made = call(state.loggerClass, [name]) as PyObject;
  let parent = state.root;
  for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
    const above = state.loggers.get(name.slice(0, at));
    if (above !== undefined) {
      parent = above;
      break;
    }
  }
  setField(made, 'parent', parent);
  for (const [other, logger] of state.loggers) {
    if (
      other.startsWith(`${name}.`) &&
      !str(field(field(logger, 'parent') as PyObject, 'name')).startsWith(name)
    ) {
      setField(logger, 'parent', made);
    }
  }
  state.loggers.set(name, made);
  return made;
}

/** `LoggerAdapter`: a logger whose records get more. */
export const adapterClass = (): PyType =>
  libraryClass({
    name: 'LoggerAdapter',
    module: 'logging',
    methods: {
      ...levelMethods((self, given) => adapt(self, given)),
      '__init__(logger, extra?)': (self: PyObject, logger: Value, extra?: Value) => {
        setField(self, 'logger', logger);
        setField(self, 'extra', extra ?? null);
        return null;
      },
      'process(msg, kwargs)': (self: PyObject, message: Value, named: PyDict) => {
        named.table.set('extra', field(self, 'extra'));
        return new PyTuple([message, named]);
      },
      'log(level, msg, *args, **kwargs)': (
        self: PyObject,
        level: Value,
        message: Value,
        ...rest: unknown[]
      ) =>
        adapt(self, {
          level: levelNumber(level),
          message,
          args: rest[0] as Value[],
          named: rest[1] as Map<string, Value>,
        }),
      'isEnabledFor(level)': (self: PyObject, level: Value) =>
        callMethodOfType(field(self, 'logger'), 'isEnabledFor', level)!,
      'setLevel(level)': (self: PyObject, level: Value) =>
        callMethodOfType(field(self, 'logger'), 'setLevel', level)!,
      'getEffectiveLevel()': (self: PyObject) =>
        callMethodOfType(field(self, 'logger'), 'getEffectiveLevel')!,
      'hasHandlers()': (self: PyObject) => callMethodOfType(field(self, 'logger'), 'hasHandlers')!,
    },
    properties: { name: (self) => getAttribute(field(self, 'logger'), 'name') },
  });

function adapt(self: PyObject, { level, message, args, named }: Call): Value {
  if (!isTrue(callMethodOfType(self, 'isEnabledFor', level)!)) return null;
  const processed = callMethodOfType(self, 'process', message, PyDict.from(named)) as PyTuple;
  const [text, more] = processed.items as [Value, PyDict];
  const keywords = new Map([...more.table.entries()].map(({ key, value }) => [str(key), value] as const));
  return call(getAttribute(field(self, 'logger'), 'log'), [level, text, ...args], keywords);
}

/** True for a class that `setLoggerClass` takes. */
export const isLoggerClass = (value: Value, logger: PyType): boolean =>
  typeof value === 'object' && value !== null && 'mro' in value && (value as PyType).mro.includes(logger);
