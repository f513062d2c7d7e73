/** `warnings` and `logging`: what a program reports goes to the observer. */
import { exceptionType, notSupported } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { formatPercent } from '../../protocols/percentFormat.ts';
import { str } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import { PyExceptionValue, type PyModule, PyObject, PyTuple, PyType, type Value } from '../../values.ts';

class PyCatchWarnings extends PyObject {}
defineType<PyCatchWarnings>({
  name: 'catch_warnings',
  module: 'warnings',
  class: PyCatchWarnings,
  enter: () => null,
  exit: () => null,
});

function warn(message: Value, category: Value | undefined): Value {
  const given = category instanceof PyType ? category : exceptionType('UserWarning');
  const type = message instanceof PyExceptionValue ? (message.cls ?? given) : given;
  runtime().observer.warning({ span: callSite().span, category: type.name, message: str(message) });
  return null;
}

/** Filters are accepted and change nothing: every warning is reported. */
export const warningsModule = (): PyModule =>
  defineModule({
    name: 'warnings',
    functions: {
      'warn(message, category?, stacklevel?, source?)': warn,
      'filterwarnings(action, message?, category?, module?, lineno?, append?)': () => null,
      'simplefilter(action, category?, lineno?, append?)': () => null,
      'resetwarnings()': () => null,
      'catch_warnings(*, record?, module?)': (record?: Value) => {
        if (record === true) notSupported('warnings.catch_warnings(record=True)');
        return new PyCatchWarnings();
      },
    },
    refused: '*',
  });

const levels: Readonly<Record<string, number>> = {
  NOTSET: 0,
  DEBUG: 10,
  INFO: 20,
  WARNING: 30,
  WARN: 30,
  ERROR: 40,
  CRITICAL: 50,
};

class PyLogger extends PyObject {
  readonly name: string;
  level = 0;
  constructor(name: string) {
    super();
    this.name = name;
  }
}

function log(self: PyLogger, level: string, message: Value, args: readonly Value[]): null {
  if (levels[level]! < (self.level || 30)) return null;
  const text = args.length > 0 ? formatPercent(str(message), new PyTuple(args)) : str(message);
  runtime().observer.warning({ span: callSite().span, category: `${level} (${self.name})`, message: text });
  return null;
}

const bodyOf =
  (level: string) =>
  (self: PyLogger, message: Value, args: Value[]): Value =>
    log(self, level, message, args);

const nothing = (): null => null;
defineType<PyLogger>({
  name: 'Logger',
  module: 'logging',
  class: PyLogger,
  attributes: { name: (self) => self.name, level: (self) => self.level },
  methods: {
    'debug(msg, *args, **kwargs)': bodyOf('DEBUG'),
    'info(msg, *args, **kwargs)': bodyOf('INFO'),
    'warning(msg, *args, **kwargs)': bodyOf('WARNING'),
    'warn(msg, *args, **kwargs)': bodyOf('WARNING'),
    'error(msg, *args, **kwargs)': bodyOf('ERROR'),
    'exception(msg, *args, **kwargs)': bodyOf('ERROR'),
    'critical(msg, *args, **kwargs)': bodyOf('CRITICAL'),
    'setLevel(level)': (self: PyLogger, level: Value) => {
      self.level = typeof level === 'number' ? level : (levels[str(level)] ?? 0);
      return null;
    },
    'addHandler(handler)': nothing,
    'removeHandler(handler)': nothing,
    'isEnabledFor(level)': (self: PyLogger, level: number) => level >= (self.level || 30),
  },
});

class PyHandler extends PyObject {}
defineType<PyHandler>({
  name: 'Handler',
  module: 'logging',
  class: PyHandler,
  methods: { 'setLevel(level)': nothing, 'setFormatter(fmt)': nothing },
});

export function loggingModule(): PyModule {
  const loggers = new Map<string, PyLogger>();
  const getLogger = (name?: Value): PyLogger => {
    const text = name === undefined || name === null ? 'root' : str(name);
    const known = loggers.get(text) ?? new PyLogger(text);
    loggers.set(text, known);
    return known;
  };
  const root = (level: string) => (message: Value, args: Value[]) => log(getLogger(), level, message, args);
  return defineModule({
    name: 'logging',
    values: levels,
    functions: {
      'getLogger(name?)': getLogger,
      'basicConfig(**kwargs)': (given: Map<string, Value>) => {
        const level = given.get('level');
        if (typeof level === 'number') getLogger().level = level;
        return null;
      },
      'debug(msg, *args, **kwargs)': root('DEBUG'),
      'info(msg, *args, **kwargs)': root('INFO'),
      'warning(msg, *args, **kwargs)': root('WARNING'),
      'error(msg, *args, **kwargs)': root('ERROR'),
      'critical(msg, *args, **kwargs)': root('CRITICAL'),
      'disable(level?)': nothing,
      'StreamHandler(stream?)': () => new PyHandler(),
      'NullHandler()': () => new PyHandler(),
      'Formatter(fmt?, datefmt?)': () => null,
    },
    refused: '*',
  });
}
