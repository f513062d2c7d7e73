/** Filters and handlers of `logging`. What goes to standard error is reported to whoever watches the run. */
import { asPythonException, exceptionType, isException, notSupported, raise } from '../../../exceptions.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call, callMethodOfType } from '../../../protocols/calls.ts';
import { equals, isTrue } from '../../../protocols/comparison.ts';
import { elements } from '../../../protocols/iteration.ts';
import { str } from '../../../protocols/text.ts';
import { lookupInType, typeOf } from '../../../pyType.ts';
import { callSite, runtime } from '../../../runtime.ts';
import { exceptionLines } from '../../../traceback.ts';
import { PyList, type PyObject, type PyType, type Value } from '../../../values.ts';
import { PyStream } from '../../streams.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import type { LevelNames } from './levels.ts';

/** The classes that handlers are made of. */
export interface HandlerClasses {
  readonly Filter: PyType;
  readonly Filterer: PyType;
  readonly Handler: PyType;
  readonly StreamHandler: PyType;
  readonly NullHandler: PyType;
  readonly FileHandler: PyType;
}

const listField = (self: PyObject, name: string): PyList => field(self, name) as PyList;

/** Adds what is not in the list yet. */
export function addOnce(list: PyList, item: Value): null {
  if (!list.items.some((each) => equals(each, item))) list.items.push(item);
  return null;
}

export function removeFrom(list: PyList, item: Value): null {
  const index = list.items.findIndex((each) => equals(each, item));
  if (index >= 0) list.items.splice(index, 1);
  return null;
}

/** False where a filter refuses; filters may also answer with another record. */
function applyFilters(self: PyObject, record: Value): Value {
  let current = record;
  for (const filter of elements(listField(self, 'filters'))) {
    const own = tryGetAttribute(filter, 'filter');
    const answer = own === undefined ? call(filter, [current]) : call(own, [current]);
    if (!isTrue(answer)) return false;
    if (typeof answer === 'object' && tryGetAttribute(answer!, 'levelno') !== undefined) current = answer;
  }
  return current === record ? true : current;
}

const filterer = (): PyType =>
  libraryClass({
    name: 'Filterer',
    module: 'logging',
    methods: {
      '__init__()': (self: PyObject) => {
        setField(self, 'filters', new PyList([]));
        return null;
      },
      'addFilter(filter)': (self: PyObject, filter: Value) => addOnce(listField(self, 'filters'), filter),
      'removeFilter(filter)': (self: PyObject, filter: Value) =>
        removeFrom(listField(self, 'filters'), filter),
      'filter(record)': applyFilters,
    },
  });

const filterClass = (): PyType =>
  libraryClass({
    name: 'Filter',
    module: 'logging',
    methods: {
      '__init__(name?)': (self: PyObject, name?: Value) => {
        setField(self, 'name', name ?? '');
        return null;
      },
      'filter(record)': (self: PyObject, record: Value) => {
        const wanted = str(field(self, 'name'));
        const name = str(getAttribute(record, 'name'));
        return wanted === '' || name === wanted || name.startsWith(`${wanted}.`);
      },
    },
  });

/** Shows a text that Python writes to standard error. */
function reportText(category: string, text: string): void {
  runtime().observer.warning({ span: callSite().span, category, message: text });
}

const streamOf = (self: PyObject): Value => {
  const stream = field(self, 'stream');
  return stream === null ? (runtime().importModule('sys').namespace.get('stderr') ?? null) : stream;
};

function emitToStream(self: PyObject, record: Value): Value {
  try {
    const text = str(callMethodOfType(self, 'format', record)!);
    const stream = streamOf(self);
    if (stream instanceof PyStream && !stream.isOutput) {
      const [level, name] = [getAttribute(record, 'levelname'), getAttribute(record, 'name')];
      reportText(`${str(level)} (${str(name)})`, text);
    } else if (stream !== null) {
      call(getAttribute(stream, 'write'), [text + str(getAttribute(self, 'terminator'))]);
      callMethodOfType(self, 'flush');
    }
  } catch (error) {
    if (!isException(error, 'Exception') || isException(error, 'RecursionError')) throw error;
    reportText('Logging error', exceptionLines(asPythonException(error)!.value)[0]!.trimEnd());
  }
  return null;
}

function flushStream(self: PyObject): null {
  const stream = streamOf(self);
  const flush = stream === null ? undefined : tryGetAttribute(stream, 'flush');
  if (flush !== undefined) call(flush, []);
  return null;
}

function streamName(stream: Value): string {
  const name = stream === null ? undefined : tryGetAttribute(stream, 'name');
  return name === undefined ? '' : `${str(name)} `;
}

function handle(self: PyObject, record: Value): Value {
  const answer = callMethodOfType(self, 'filter', record)!;
  if (!isTrue(answer)) return false;
  callMethodOfType(self, 'emit', answer === true ? record : answer);
  return answer === true ? true : answer;
}

const handlerClass = (base: PyType, levels: LevelNames, format: (record: Value) => Value): PyType =>
  libraryClass({
    name: 'Handler',
    module: 'logging',
    bases: [base],
    methods: {
      '__init__(level?)': (self: PyObject, level?: Value) => {
        setField(self, 'filters', new PyList([]));
        setField(self, '_name', null);
        setField(self, 'level', levels.check(level ?? 0));
        setField(self, 'formatter', null);
        return null;
      },
      'get_name()': (self: PyObject) => field(self, '_name'),
      'set_name(name)': (self: PyObject, name: Value) => {
        setField(self, '_name', name);
        return null;
      },
      'setLevel(level)': (self: PyObject, level: Value) => {
        setField(self, 'level', levels.check(level));
        return null;
      },
      'setFormatter(fmt)': (self: PyObject, formatter: Value) => {
        setField(self, 'formatter', formatter);
        return null;
      },
      'format(record)': (self: PyObject, record: Value) => {
        const formatter = field(self, 'formatter');
        return isTrue(formatter) ? call(getAttribute(formatter, 'format'), [record]) : format(record);
      },
      'emit(record)': () => notImplemented(),
      'handle(record)': handle,
      'handleError(record)': () => null,
      'acquire()': () => null,
      'release()': () => null,
      'createLock()': () => null,
      'flush()': () => null,
      'close()': () => null,
      '__repr__()': (self: PyObject) =>
        `<${typeOf(self).name} (${levels.nameOf(Number(field(self, 'level')))})>`,
    },
    properties: { name: (self) => field(self, '_name') },
  });

const notImplemented = (): never =>
  raise(exceptionType('NotImplementedError'), 'emit must be implemented by Handler subclasses');

/** The classes of one interpreter. `format` is what a handler without a formatter does. */
export function handlerClasses(levels: LevelNames, format: (record: Value) => Value): HandlerClasses {
  const Filterer = filterer();
  const Handler = handlerClass(Filterer, levels, format);
  const initialize = lookupInType(Handler, '__init__')!;
  const StreamHandler = libraryClass({
    name: 'StreamHandler',
    module: 'logging',
    bases: [Handler],
    values: { terminator: '\n' },
    methods: {
      '__init__(stream?)': (self: PyObject, stream?: Value) => {
        call(initialize, [self]);
        const standard = runtime().importModule('sys').namespace.get('stderr') ?? null;
        setField(self, 'stream', stream ?? standard);
        return null;
      },
      'emit(record)': emitToStream,
      'flush()': flushStream,
      'setStream(stream)': (self: PyObject, stream: Value) => {
        const before = field(self, 'stream');
        if (before === stream) return null;
        setField(self, 'stream', stream);
        return before;
      },
      '__repr__()': (self: PyObject) => {
        const level = levels.nameOf(Number(field(self, 'level')));
        return `<${typeOf(self).name} ${streamName(field(self, 'stream'))}(${level})>`;
      },
    },
  });
  const silent = (): null => null;
  const NullHandler = libraryClass({
    name: 'NullHandler',
    module: 'logging',
    bases: [Handler],
    methods: { 'handle(record)': silent, 'emit(record)': silent },
  });
  const FileHandler = libraryClass({
    name: 'FileHandler',
    module: 'logging',
    bases: [StreamHandler],
    methods: {
      '__init__(filename, mode?, encoding?, delay?, errors?)': () =>
        notSupported('logging to a file: cells write no files'),
    },
  });
  return { Filter: filterClass(), Filterer, Handler, StreamHandler, NullHandler, FileHandler };
}
