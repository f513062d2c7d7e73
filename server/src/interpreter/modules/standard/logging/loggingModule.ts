/** `logging`: what a program tells about itself. Files are refused; standard error is shown beside the code. */
import { PyDict } from '../../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { elements } from '../../../protocols/iteration.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { repr, str } from '../../../protocols/text.ts';
import { runtime } from '../../../runtime.ts';
import type { NativeBody } from '../../../signature.ts';
import {
  type PyList,
  type PyModule,
  type PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import { basicFormats, formatterClass, logRecordClass, styleOf } from './formatters.ts';
import { handlerClasses } from './handlers.ts';
import { LevelNames, standardLevels } from './levels.ts';
import {
  adapterClass,
  getLogger,
  isLoggerClass,
  type LoggerState,
  levelMethods,
  loggerClass,
  write,
} from './loggers.ts';

interface Parts {
  readonly state: LoggerState;
  readonly root: PyObject;
  readonly Formatter: PyType;
  readonly StreamHandler: PyType;
}

const rootHandlers = ({ root }: Parts): PyList => field(root, 'handlers') as PyList;

const settings = [
  'filename',
  'filemode',
  'format',
  'datefmt',
  'style',
  'level',
  'stream',
  'handlers',
  'force',
  'encoding',
  'errors',
];

/** `basicConfig`: gives the root logger a handler, if it has none or is forced to. */
function configure(parts: Parts, given: ReadonlyMap<string, Value>): null {
  if (isTrue(given.get('force') ?? false)) rootHandlers(parts).items.length = 0;
  if (rootHandlers(parts).items.length > 0) return null;
  if ((given.get('filename') ?? null) !== null) notSupported('logging to a file: cells write no files');
  const handlers = given.get('handlers') ?? null;
  if (handlers !== null && given.has('stream')) {
    raiseValueError("'stream' or 'filename' should not be specified together with 'handlers'");
  }
  const style = styleOf(given.get('style'));
  const format = given.get('format') ?? basicFormats[style];
  const used =
    handlers === null ? [call(parts.StreamHandler, [given.get('stream') ?? null])] : [...elements(handlers)];
  const formatter = call(parts.Formatter, [format, given.get('datefmt') ?? null, style]);
  for (const handler of used) {
    if (getAttribute(handler, 'formatter') === null) call(getAttribute(handler, 'setFormatter'), [formatter]);
    rootHandlers(parts).items.push(handler);
  }
  const level = given.get('level') ?? null;
  if (level !== null) setField(parts.root, 'level', parts.state.levels.check(level));
  const unknown = [...given.keys()].filter((name) => !settings.includes(name));
  if (unknown.length > 0) raiseValueError(`Unrecognised argument(s): ${unknown.join(', ')}`);
  return null;
}

/** `logging.info(…)`: to the root logger, which gets a handler first. */
function rootFunctions(parts: Parts): Readonly<Record<string, NativeBody>> {
  const methods = levelMethods((_self, given) => {
    if (rootHandlers(parts).items.length === 0) configure(parts, new Map());
    return write(parts.state, parts.root, given);
  });
  return Object.fromEntries(
    Object.entries(methods).map(([signature, body]) => [
      signature,
      ((...args: never[]) => (body as (...all: unknown[]) => Value)(parts.root, ...args)) as NativeBody,
    ]),
  );
}

function levelFunctions(state: LoggerState): Readonly<Record<string, NativeBody>> {
  const { levels } = state;
  return {
    'getLevelName(level)': (level: Value) => {
      if (typeof level === 'string') return levels.levels.get(level) ?? `Level ${level}`;
      const integer = asInteger(level);
      return integer === undefined ? `Level ${str(level)}` : levels.nameOf(Number(integer));
    },
    'getLevelNamesMapping()': () => PyDict.from(levels.levels),
    'addLevelName(level, levelName)': (level: Value, name: Value) => {
      levels.add(levels.check(level), str(name));
      return null;
    },
    'disable(level?)': (level?: Value) => {
      state.disabled = levels.check(level ?? standardLevels['CRITICAL']!);
      return null;
    },
  };
}

function factoryFunctions(state: LoggerState, Logger: PyType): Readonly<Record<string, NativeBody>> {
  return {
    'getLogger(name?)': (name?: Value) => {
      if (name === undefined || name === null || name === '' || name === 'root') return state.root!;
      return typeof name === 'string'
        ? getLogger(state, name)
        : raiseTypeError('A logger name must be a string');
    },
    'getLoggerClass()': () => state.loggerClass,
    'setLoggerClass(klass)': (given: Value) => {
      if (!isLoggerClass(given, Logger)) {
        raiseTypeError(`logger not derived from logging.Logger: ${repr(given)}`);
      }
      state.loggerClass = given;
      return null;
    },
    'getLogRecordFactory()': () => state.recordFactory,
    'setLogRecordFactory(factory)': (factory: Value) => {
      state.recordFactory = factory;
      return null;
    },
    'makeLogRecord(dict)': (given: Value) => {
      const record = call(state.recordFactory, [
        null,
        0,
        '',
        0,
        '',
        new PyTuple([]),
        null,
        null,
        null,
      ]) as PyObject;
      if (given instanceof PyDict) {
        for (const { key, value } of given.table.entries()) setField(record, str(key), value);
      }
      return record;
    },
  };
}

const plainMessage = (formatter: PyType): ((record: Value) => Value) => {
  let made: Value | undefined;
  return (record) => {
    made ??= call(formatter, []);
    return call(getAttribute(made, 'format'), [record]);
  };
};

/** The classes and functions of one interpreter. */
export function loggingModule(): PyModule {
  const levels = new LevelNames();
  const Formatter = formatterClass();
  const LogRecord = logRecordClass(levels, runtime().wallClock());
  const handlers = handlerClasses(levels, plainMessage(Formatter));
  const lastResort = call(handlers.StreamHandler, []) as PyObject;
  setField(lastResort, 'level', standardLevels['WARNING']!);
  setField(lastResort, 'stream', null);
  const state: LoggerState = {
    levels,
    recordClass: LogRecord,
    lastResort,
    disabled: 0,
    loggerClass: null,
    recordFactory: LogRecord,
    root: null,
    loggers: new Map(),
  };
  const Logger = loggerClass(state, handlers.Filterer);
  const RootLogger = libraryClass({ name: 'RootLogger', module: 'logging', bases: [Logger] });
  state.loggerClass = Logger;
  const root = call(RootLogger, ['root', standardLevels['WARNING']!]) as PyObject;
  state.root = root;
  Logger.namespace.set('root', root);
  const parts: Parts = { state, root, Formatter, StreamHandler: handlers.StreamHandler };
  return defineModule({
    name: 'logging',
    values: {
      ...standardLevels,
      ...handlers,
      Formatter,
      LogRecord,
      Logger,
      RootLogger,
      LoggerAdapter: adapterClass(),
      BASIC_FORMAT: basicFormats['%'],
      lastResort,
      raiseExceptions: true,
      root,
    },
    functions: {
      ...rootFunctions(parts),
      ...levelFunctions(state),
      ...factoryFunctions(state, Logger),
      'log(level, msg, *args, **kwargs)': (level: Value, message: Value, ...rest: unknown[]) => {
        if (rootHandlers(parts).items.length === 0) configure(parts, new Map());
        const [args, named] = rest as [Value[], Map<string, Value>];
        return write(state, root, { level: levels.check(level), message, args, named });
      },
      'basicConfig(**kwargs)': (given: Map<string, Value>) => configure(parts, given),
      'captureWarnings(capture)': () => null,
      'shutdown()': () => null,
    },
    submodules: {
      handlers: defineModule({ name: 'logging.handlers', refused: '*' }),
      config: defineModule({ name: 'logging.config', refused: '*' }),
    },
    refused: '*',
  });
}
