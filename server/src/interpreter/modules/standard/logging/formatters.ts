/** `LogRecord` and `Formatter` of `logging`, as its Python code has them. */
import { LineIndex } from '../../../../base/lineIndex.ts';
import { PyDict } from '../../../containers.ts';
import { raiseValueError } from '../../../exceptions.ts';
import { getAttribute, setAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call, callMethodOfType } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { lengthOf } from '../../../protocols/items.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { str } from '../../../protocols/text.ts';
import { runtime } from '../../../runtime.ts';
import { tracebackParts } from '../../../traceback.ts';
import {
  PyExceptionValue,
  PyFloat,
  type PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import type { LevelNames } from './levels.ts';

/** Where a record comes from. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly functionName: string;
}

/** The place of the program that calls, `level` calls further out. */
export function originOf(level: number): Origin {
  let frame = runtime().frame;
  for (let i = 1; i < level && frame?.caller; i++) frame = frame.caller;
  if (!frame) return { file: '(unknown file)', line: 0, functionName: '(unknown function)' };
  const { source, functionName } = frame.names;
  return { file: source.file, line: new LineIndex(source.text).lineAt(frame.at.start) + 1, functionName };
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `msg % args`, where a single dict is what names in the text mean. */
function messageOf(self: PyObject): Value {
  const message = str(field(self, 'msg'));
  const args = field(self, 'args');
  return isTrue(args) ? binaryFunctions['%'](message, args) : message;
}

function recordArguments(given: Value): Value {
  const isOneDict = given instanceof PyTuple && given.items.length === 1 && given.items[0] instanceof PyDict;
  return isOneDict && lengthOf(given.items[0]!) > 0 ? given.items[0]! : given;
}

export const logRecordClass = (levels: LevelNames, startedMs: number): PyType =>
  libraryClass({
    name: 'LogRecord',
    module: 'logging',
    methods: {
      '__init__(name, level, pathname, lineno, msg, args, exc_info, func?, sinfo?, **kwargs)': (
        self: PyObject,
        ...given: Value[]
      ) => {
        const [name, level, path, line, message, args, exception, functionName, stack] = given;
        const file = baseName(str(path!));
        const created = runtime().wallClock();
        const fields: Record<string, Value> = {
          name: name!,
          msg: message!,
          args: recordArguments(args!),
          levelname: levels.nameOf(Number(level)),
          levelno: level!,
          pathname: path!,
          filename: file,
          module: file.replace(/\.[^.]*$/, ''),
          exc_info: exception!,
          exc_text: null,
          stack_info: stack ?? null,
          lineno: line!,
          funcName: functionName ?? null,
          created: new PyFloat(created / 1000),
          msecs: new PyFloat(Math.floor(created % 1000)),
          relativeCreated: new PyFloat(created - startedMs),
          thread: 140000000000000,
          threadName: 'MainThread',
          processName: 'MainProcess',
          process: 1,
          taskName: null,
        };
        for (const [key, value] of Object.entries(fields)) setField(self, key, value);
        return null;
      },
      '__repr__()': (self: PyObject) => {
        const [name, level, path, line, message] = ['name', 'levelno', 'pathname', 'lineno', 'msg'].map(
          (key) => str(field(self, key)),
        );
        return `<LogRecord: ${name}, ${level}, ${path}, ${line}, "${message}">`;
      },
      'getMessage()': messageOf,
    },
  });

type Style = '%' | '{' | '$';

const defaultFormats: Readonly<Record<Style, string>> = {
  '%': '%(message)s',
  '{': '{message}',
  $: '$message',
};

/** What `basicConfig` takes without `format`. */
export const basicFormats: Readonly<Record<Style, string>> = {
  '%': '%(levelname)s:%(name)s:%(message)s',
  '{': '{levelname}:{name}:{message}',
  $: '$levelname:$name:$message',
};

/** The style that a program names; raises ValueError. */
export function styleOf(given: Value | undefined): Style {
  const style = given ?? '%';
  if (style === '%' || style === '{' || style === '$') return style;
  return raiseValueError('Style must be one of: %,{,$');
}

const asksForTime = (format: string, style: Style): boolean =>
  style === '%'
    ? format.includes('%(asctime)')
    : style === '{'
      ? format.includes('{asctime')
      : /\$(?:asctime|\{asctime\})/.test(format);

function validate(format: string, style: Style): void {
  if (style === '%' && !/%\(\w+\)[#0+ -]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[diouxefgcrsa%]/i.test(format)) {
    raiseValueError(`Invalid format '${format}' for '%' style`);
  }
  if (style === '{' && !/\{[^{}]+\}/.test(format)) raiseValueError('invalid format: no fields');
  if (style === '$' && !/\$(?:\w+|\{\w+\})/.test(format)) raiseValueError('invalid format: no fields');
}

function formatMessage(self: PyObject, record: Value): Value {
  const format = field(self, '_fmt');
  const values = new PyDict();
  const defaults = field(self, '_defaults');
  for (const each of [defaults, getAttribute(record, '__dict__')]) {
    if (each instanceof PyDict)
      for (const { key, value } of each.table.entries()) values.table.set(key, value);
  }
  const style = styleOf(field(self, '_style_'));
  if (style === '%') return binaryFunctions['%'](format, values);
  const named = new Map([...values.table.entries()].map(({ key, value }) => [str(key), value] as const));
  if (style === '{') return call(getAttribute(format, 'format'), [], named);
  const template = runtime().importModule('string').namespace.get('Template')!;
  return call(getAttribute(call(template, [format]), 'substitute'), [], named);
}

function formatTime(self: PyObject, record: Value, dateFormat?: Value): Value {
  const time = runtime().importModule('time').namespace;
  const created = getAttribute(record, 'created');
  const tuple = call(time.get('localtime')!, [created]);
  const strftime = time.get('strftime')!;
  if (dateFormat !== undefined && dateFormat !== null) return call(strftime, [dateFormat, tuple]);
  const milliseconds = Math.floor((getAttribute(record, 'msecs') as PyFloat).value);
  const text = str(
    call(strftime, [tryGetAttribute(self, 'default_time_format') ?? '%Y-%m-%d %H:%M:%S', tuple]),
  );
  return `${text},${String(milliseconds).padStart(3, '0')}`;
}

function formatException(_self: PyObject, information: Value): Value {
  const value = information instanceof PyTuple ? information.items[1] : information;
  return value instanceof PyExceptionValue ? tracebackParts(value).join('').trimEnd() : 'NoneType: None';
}

function format(self: PyObject, record: Value): Value {
  setAttribute(record, 'message', callMethodOfType(record, 'getMessage')!);
  if (isTrue(callMethodOfType(self, 'usesTime')!)) {
    setAttribute(record, 'asctime', callMethodOfType(self, 'formatTime', record, field(self, 'datefmt'))!);
  }
  let text = str(callMethodOfType(self, 'formatMessage', record)!);
  const information = getAttribute(record, 'exc_info');
  if (isTrue(information) && !isTrue(getAttribute(record, 'exc_text'))) {
    setAttribute(record, 'exc_text', callMethodOfType(self, 'formatException', information)!);
  }
  for (const name of ['exc_text', 'stack_info']) {
    const more = getAttribute(record, name);
    if (isTrue(more)) text += `${text.endsWith('\n') ? '' : '\n'}${str(more)}`;
  }
  return text;
}

export const formatterClass = (): PyType =>
  libraryClass({
    name: 'Formatter',
    module: 'logging',
    values: { default_time_format: '%Y-%m-%d %H:%M:%S', default_msec_format: '%s,%03d' },
    methods: {
      '__init__(fmt?, datefmt?, style?, validate?, *, defaults?)': (
        self: PyObject,
        ...[format, dateFormat, styleGiven, isValidated, defaults]: (Value | undefined)[]
      ) => {
        const style = styleOf(styleGiven);
        const text = format === undefined || format === null ? defaultFormats[style] : str(format);
        if (isTrue(isValidated ?? true)) validate(text, style);
        setField(self, '_fmt', text);
        setField(self, '_style_', style);
        setField(self, '_defaults', defaults ?? null);
        setField(self, 'datefmt', dateFormat ?? null);
        return null;
      },
      'usesTime()': (self: PyObject) =>
        asksForTime(str(field(self, '_fmt')), styleOf(field(self, '_style_'))),
      'formatTime(record, datefmt?)': formatTime,
      'formatMessage(record)': formatMessage,
      'formatException(ei)': formatException,
      'formatStack(stack_info)': (_self: PyObject, stack: Value) => stack,
      'format(record)': format,
    },
  });
