/** The module `json`; the formats are in `jsonWriter.ts` and `jsonReader.ts`. */
import { PyDict } from '../../../containers.ts';
import { decodeBytes } from '../../../encodings.ts';
import {
  defineException,
  exceptionType,
  PythonException,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, setAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { filling } from '../../../protocols/formatting.ts';
import { indexOf, tryIndex } from '../../../protocols/items.ts';
import { iterateArray, unpack } from '../../../protocols/iteration.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { pythonVersion } from '../../../runtime.ts';
import { asText } from '../../../types/textValues.ts';
import {
  type Keywords,
  PyBytes,
  PyExceptionValue,
  PyIterator,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  PyUnicode,
  type Value,
} from '../../../values.ts';
import { JsonError, type JsonHooks, JsonReader } from './jsonReader.ts';
import { type JsonLayout, JsonWriter } from './jsonWriter.ts';

// ------------------------------------------------------------------------------------------------------------- errors

const decodeErrorType = defineException('JSONDecodeError', 'json.decoder', exceptionType('ValueError'));

/** Line, column and offset in Python 2's words. */
function python2Place(document: string, index: number): { place: string; offset: number } {
  const before = document.slice(0, index);
  const column = index - before.lastIndexOf('\n');
  return { place: `line ${before.split('\n').length} column ${column}`, offset: index };
}

/** What Python 2.7 says; at the end of a text it names the last character. */
function python2Message(error: JsonError, document: string): string {
  const isAtEnd = error.index >= document.length && document !== '';
  const isOpen = /[[,]$/.test(document) || !/value|':'/.test(error.message);
  if (isAtEnd && isOpen && /^Expecting/.test(error.message)) {
    const { place, offset } = python2Place(document, document.length - 1);
    return `Expecting object: ${place} (char ${offset})`;
  }
  if (error.message === 'Expecting value') return 'No JSON object could be decoded';
  const message = error.message
    .replace(/'(.)' delimiter/, '$1 delimiter')
    .replace(' enclosed in double quotes', '');
  const start = python2Place(document, error.index);
  if (error.message !== 'Extra data') return `${message}: ${start.place} (char ${start.offset})`;
  const end = python2Place(document, document.length);
  return `Extra data: ${start.place} - ${end.place} (char ${start.offset} - ${end.offset})`;
}

function raiseDecodeError(error: unknown, document: string): never {
  if (!(error instanceof JsonError)) throw error;
  const before = document.slice(0, error.index);
  const position = [...before].length;
  const line = before.split('\n').length;
  const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
  const place = `line ${line} column ${column} (char ${position})`;
  if (pythonVersion() === 2) raiseValueError(python2Message(error, document));
  const value = new PyExceptionValue(decodeErrorType, [`${error.message}: ${place}`]);
  setAttribute(value, 'msg', error.message);
  setAttribute(value, 'doc', document);
  setAttribute(value, 'pos', position);
  setAttribute(value, 'lineno', line);
  setAttribute(value, 'colno', column);
  throw new PythonException(value);
}

// ------------------------------------------------------------------------------------------------------------ encoder

class PyJsonEncoder extends PyObject {
  /** The arguments by name, as given. */
  options = new Map<string, Value>();
}

const encoderParameters = [
  'skipkeys',
  'ensure_ascii',
  'check_circular',
  'allow_nan',
  'sort_keys',
  'indent',
  'separators',
  'default',
];

function indentOf(given: Value | undefined): string | null {
  if (given === undefined || given === null) return null;
  return asText(given) ?? filling(' ', Math.max(0, Number(indexOf(given))));
}

function layoutOf(options: ReadonlyMap<string, Value>, encoder: Value | null): JsonLayout {
  const holds = (name: string, { missing }: { readonly missing: boolean }): boolean => {
    const given = options.get(name);
    return given === undefined ? missing : isTrue(given);
  };
  const indent = indentOf(options.get('indent'));
  const separators = options.get('separators') ?? null;
  const [item, key] = separators === null ? [] : unpack(separators, 2).map((each) => asText(each)!);
  const given = options.get('default') ?? null;
  return {
    skipKeys: holds('skipkeys', { missing: false }),
    ensureAscii: holds('ensure_ascii', { missing: true }),
    checkCircular: holds('check_circular', { missing: true }),
    allowNan: holds('allow_nan', { missing: true }),
    sortKeys: holds('sort_keys', { missing: false }),
    indent,
    itemSeparator: item ?? (indent !== null && pythonVersion() === 3 ? ',' : ', '),
    keySeparator: key ?? ': ',
    fallback: (value) => {
      if (given !== null) return call(given, [value]);
      return encoder === null ? notSerializable(value) : call(getAttribute(encoder, 'default'), [value]);
    },
  };
}

function notSerializable(value: Value): never {
  if (pythonVersion() === 3) {
    const name = typeOf(value).name.replace(/^.*\./, '');
    return raiseTypeError(`Object of type ${name} is not JSON serializable`);
  }
  return raiseTypeError(`${repr(value)} is not JSON serializable`);
}

const encoderType = defineType<PyJsonEncoder>({
  name: 'JSONEncoder',
  module: 'json.encoder',
  class: PyJsonEncoder,
  create: (type) => {
    const made = new PyJsonEncoder();
    if (type !== encoderType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    if (args.length > 0) {
      raiseTypeError(`JSONEncoder.__init__() takes 1 positional argument but ${args.length + 1} were given`);
    }
    for (const [name, value] of keywords ?? []) {
      if (!encoderParameters.includes(name)) {
        raiseTypeError(`JSONEncoder.__init__() got an unexpected keyword argument '${name}'`);
      }
      self.options.set(name, value);
    }
  },
  constants: { __subclassable__: true, item_separator: ', ', key_separator: ': ' },
  attributes: Object.fromEntries(
    encoderParameters
      .filter((name) => name !== 'default' && name !== 'separators')
      .map((name) => [name, (self: PyJsonEncoder) => self.options.get(name) ?? null]),
  ),
  methods: {
    'default(o)': (_self: PyJsonEncoder, value: Value) => notSerializable(value),
    'encode(o)': (self: PyJsonEncoder, value: Value) => encode(self, value),
    'iterencode(o, _one_shot?)': (self: PyJsonEncoder, value: Value) =>
      new PyIterator('generator', iterateArray([encode(self, value)])),
  },
});

const encode = (self: PyJsonEncoder, value: Value): string =>
  new JsonWriter(layoutOf(self.options, self)).write(value);

/** `json.dumps` with the keyword arguments of the call. */
function dumps(value: Value, keywords: ReadonlyMap<string, Value>): Value {
  const options = new Map(keywords);
  const encoder = options.get('cls') ?? null;
  options.delete('cls');
  if (pythonVersion() === 2) options.delete('encoding');
  if (encoder !== null) return call(getAttribute(call(encoder, [], options), 'encode'), [value]);
  const unknown = [...options.keys()].find((name) => !encoderParameters.includes(name));
  if (unknown !== undefined) {
    raiseTypeError(`JSONEncoder.__init__() got an unexpected keyword argument '${unknown}'`);
  }
  return new JsonWriter(layoutOf(options, null)).write(value);
}

// ------------------------------------------------------------------------------------------------------------ decoder

class PyJsonDecoder extends PyObject {
  options = new Map<string, Value>();
}

const decoderParameters = [
  'object_hook',
  'parse_float',
  'parse_int',
  'parse_constant',
  'strict',
  'object_pairs_hook',
];

const jsonText = (text: string): Value => (pythonVersion() === 2 ? new PyUnicode(text) : text);

function hooksOf(options: ReadonlyMap<string, Value>): JsonHooks {
  const hook = (name: string): ((argument: Value) => Value) | null => {
    const callee = options.get(name) ?? null;
    return callee === null ? null : (argument) => call(callee, [argument]);
  };
  const objectHook = hook('object_hook');
  const pairsHook = hook('object_pairs_hook');
  const strict = options.get('strict');
  return {
    strict: strict === undefined || isTrue(strict),
    text: jsonText,
    object: (pairs) => {
      const entries = pairs.map(([key, value]) => [jsonText(key), value] as const);
      if (pairsHook) return pairsHook(new PyList(entries.map((entry) => new PyTuple(entry))));
      const dict = PyDict.from(entries);
      return objectHook ? objectHook(dict) : dict;
    },
    float: hook('parse_float'),
    int: hook('parse_int'),
    constant: hook('parse_constant'),
  };
}

function decode(text: string, options: ReadonlyMap<string, Value>): Value {
  try {
    return new JsonReader(text, hooksOf(options)).readAll();
  } catch (error) {
    return raiseDecodeError(error, text);
  }
}

function rawDecode(text: string, options: ReadonlyMap<string, Value>, start: Value | undefined): Value {
  const index = start === undefined ? 0 : Number(tryIndex(start) ?? 0);
  const unit = [...text].slice(0, index).join('').length;
  try {
    const [value, end] = new JsonReader(text, hooksOf(options)).readAt(unit);
    return new PyTuple([value, [...text.slice(0, end)].length]);
  } catch (error) {
    return raiseDecodeError(error, text);
  }
}

const textArgument = (value: Value): string =>
  asText(value) ?? raiseTypeError(`expected string or bytes-like object, got '${typeOf(value).name}'`);

const decoderType = defineType<PyJsonDecoder>({
  name: 'JSONDecoder',
  module: 'json.decoder',
  class: PyJsonDecoder,
  create: (type) => {
    const made = new PyJsonDecoder();
    if (type !== decoderType) made.cls = type;
    return made;
  },
  initialize: (self, _args, keywords) => {
    for (const [name, value] of keywords ?? []) {
      if (!decoderParameters.includes(name)) {
        raiseTypeError(`JSONDecoder.__init__() got an unexpected keyword argument '${name}'`);
      }
      self.options.set(name, value);
    }
  },
  constants: { __subclassable__: true },
  methods: {
    'decode(s)': (self: PyJsonDecoder, text: Value) => decode(textArgument(text), self.options),
    'raw_decode(s, idx?)': (self: PyJsonDecoder, text: Value, start?: Value) =>
      rawDecode(textArgument(text), self.options, start),
  },
});

function loads(source: Value, keywords: Keywords): Value {
  const text = source instanceof PyBytes ? decodeBytes(source.data) : asText(source);
  if (text === null) {
    if (pythonVersion() === 2) raiseTypeError('expected string or buffer');
    return raiseTypeError(`the JSON object must be str, bytes or bytearray, not ${typeOf(source).name}`);
  }
  if (text.startsWith('\ufeff') && !(source instanceof PyBytes)) {
    raiseDecodeError(new JsonError('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0), text);
  }
  const options = new Map(keywords ?? []);
  const decoder = options.get('cls') ?? null;
  options.delete('cls');
  if (pythonVersion() === 2) options.delete('encoding');
  if (decoder !== null) return call(getAttribute(call(decoder, [], options), 'decode'), [text]);
  const unknown = [...options.keys()].find((name) => !decoderParameters.includes(name));
  if (unknown !== undefined) {
    raiseTypeError(`JSONDecoder.__init__() got an unexpected keyword argument '${unknown}'`);
  }
  return decode(text, options);
}

// ------------------------------------------------------------------------------------------------------------- module

export const jsonModule = (): PyModule => {
  const decoder = { JSONDecoder: decoderType, JSONDecodeError: decodeErrorType };
  const only = { python3: ['JSONDecodeError'] };
  return defineModule({
    name: 'json',
    only,
    values: { ...decoder, JSONEncoder: encoderType },
    functions: {
      'dumps(obj, **options)': (value: Value, options: Map<string, Value>) => dumps(value, options),
      'dump(obj, fp, **options)': (value: Value, file: Value, options: Map<string, Value>) => {
        call(getAttribute(file, 'write'), [dumps(value, options)]);
        return null;
      },
      'loads(s, **options)': (text: Value, options: Map<string, Value>) => loads(text, options),
      'load(fp, **options)': (file: Value, options: Map<string, Value>) =>
        loads(call(getAttribute(file, 'read'), []), options),
    },
    submodules: {
      decoder: defineModule({ name: 'json.decoder', values: decoder, only, refused: '*' }),
      encoder: defineModule({ name: 'json.encoder', values: { JSONEncoder: encoderType }, refused: '*' }),
    },
  });
};
