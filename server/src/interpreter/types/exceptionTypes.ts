/** What exception classes do: `args`, texts, `__cause__`; and the extra parts of single ones. */
import { AttributeTable } from '../attributeTable.ts';
import {
  exceptionType,
  exceptionTypes,
  objectType,
  raiseAttributeError,
  raiseTypeError,
} from '../exceptions.ts';
import { toArray } from '../protocols/iteration.ts';
import { ascii, quoteUnicode, repr, str } from '../protocols/text.ts';
import { fillType, lookupInType, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import { PyBytes, PyExceptionValue, PyFunction, PyList, PyTuple, type Value } from '../values.ts';
import { asText } from './textValues.ts';
import { PyTraceback, tracebackOf } from './tracebackType.ts';

function messageOf(self: PyExceptionValue): string {
  const { args } = self;
  if (typeOf(self).mro.includes(exceptionType('KeyError')) && args.length === 1) return repr(args[0]!);
  if (typeOf(self).mro.includes(exceptionType('OSError')) && args.length === 2) {
    const text = `[Errno ${str(args[0]!)}] ${str(args[1]!)}`;
    const name = self.details?.get('filename') ?? null;
    return name === null ? text : `${text}: ${repr(name)}`;
  }
  if (args.length === 0) return '';
  return args.length === 1 ? str(args[0]!) : repr(new PyTuple(args));
}

/** `'utf-8' codec can't decode byte 0xff in position 0: invalid start byte`, from the five arguments. */
function codecMessage(self: PyExceptionValue): string {
  const [encoding, object, start, end, reason] = self.args;
  if (self.args.length !== 5 || typeof start !== 'number' || typeof end !== 'number') return messageOf(self);
  const isDecoding = object instanceof PyBytes;
  const verb = isDecoding ? 'decode' : 'encode';
  const what = `'${str(encoding!)}' codec can't ${verb}`;
  if (end - start !== 1) {
    const things = isDecoding ? 'bytes' : 'characters';
    return `${what} ${things} in position ${start}-${end - 1}: ${str(reason!)}`;
  }
  const thing = isDecoding
    ? `byte 0x${(object.data[start] ?? 0).toString(16).padStart(2, '0')}`
    : `character ${codecCharacter([...str(object!)][start] ?? '')}`;
  return `${what} ${thing} in position ${start}: ${str(reason!)}`;
}

const codecCharacter = (character: string): string =>
  pythonVersion() === 2 ? `u${quoteUnicode(character)}` : ascii(character);

function exceptionRepr(self: PyExceptionValue): string {
  const comma = pythonVersion() === 2 && self.args.length === 1 ? ',' : '';
  return `${typeOf(self).name}(${self.args.map(repr).join(', ')}${comma})`;
}

function setTraceback(self: PyExceptionValue, traceback: Value): void {
  if (traceback === null) self.frames = [];
  else if (traceback instanceof PyTraceback) self.frames = [...traceback.frames].reverse();
  else raiseTypeError('__traceback__ must be a traceback or None');
}

const base = exceptionType('BaseException');
fillType<PyExceptionValue>(base, {
  name: 'BaseException',
  class: PyExceptionValue,
  // Python 2 keeps the arguments in `__init__`, which a class of the program may not call.
  create: (type, args) =>
    new PyExceptionValue(
      type,
      pythonVersion() === 2 && lookupInType(type, '__init__') instanceof PyFunction ? [] : args,
    ),
  initialize: (self, args) => {
    self.args = args;
  },
  attributes: {
    args: {
      get: (self) => new PyTuple(self.args),
      set: (self, args) => {
        self.args = toArray(args);
      },
    },
    message: {
      get: (self) => {
        const own = self.attributes?.get('message');
        if (own !== undefined) return own;
        if (pythonVersion() === 3)
          raiseAttributeError(`'${typeOf(self).name}' object has no attribute 'message'`);
        return self.args.length === 1 ? self.args[0]! : '';
      },
      set: (self, value) => {
        self.attributes ??= new AttributeTable();
        self.attributes.set('message', value);
      },
    },
    __cause__: {
      get: (self) => self.cause ?? null,
      set: (self, cause) => {
        self.cause = cause;
      },
    },
    __context__: { get: (self) => self.context, set: () => undefined },
    __traceback__: { get: (self) => tracebackOf(self.frames), set: setTraceback },
    __notes__: {
      get: (self) =>
        self.notes ?? raiseAttributeError(`'${typeOf(self).name}' object has no attribute '__notes__'`),
      set: (self, notes) => {
        self.notes = notes;
      },
    },
    __suppress_context__: {
      get: (self) => self.suppressContext,
      set: (self, value) => {
        self.suppressContext = value === true;
      },
    },
  },
  methods: {
    'with_traceback(tb)': (self: PyExceptionValue, traceback: Value) => {
      setTraceback(self, traceback);
      return self;
    },
    'add_note(note, /)': (self: PyExceptionValue, note: Value) => {
      if (asText(note) === null) raiseTypeError(`note must be a str, not '${typeOf(note).name}'`);
      if (!(self.notes instanceof PyList)) self.notes = new PyList([]);
      (self.notes as PyList).items.push(note);
      return null;
    },
  },
  constants: { __subclassable__: true },
  only: { python3: ['with_traceback', 'add_note'] },
  repr: exceptionRepr,
  str: messageOf,
});
for (const type of exceptionTypes.values()) {
  if (type !== base)
    type.mro = [type, ...type.mro.slice(1).filter((each) => each !== objectType), objectType];
}

fillType<PyExceptionValue>(exceptionType('StopIteration'), {
  name: 'StopIteration',
  attributes: { value: (self) => self.args[0] ?? null },
});
fillType<PyExceptionValue>(exceptionType('SystemExit'), {
  name: 'SystemExit',
  attributes: { code: (self) => self.args[0] ?? null },
});
fillType<PyExceptionValue>(exceptionType('ImportError'), {
  name: 'ImportError',
  attributes: {
    msg: (self) => self.args[0] ?? null,
    name: (self) => self.details?.get('name') ?? null,
    path: (self) => self.details?.get('path') ?? null,
    name_from: (self) => self.details?.get('name_from') ?? null,
  },
});
fillType<PyExceptionValue>(exceptionType('NameError'), {
  name: 'NameError',
  attributes: { name: (self) => namedIn(self, /^(?:name|cannot access \w+ variable) '(\w+)'/) },
});
fillType<PyExceptionValue>(exceptionType('AttributeError'), {
  name: 'AttributeError',
  attributes: {
    name: (self) => namedIn(self, /has no attribute '(\w+)'$/),
    obj: (self) => self.details?.get('obj') ?? null,
  },
});

/** The name that a message of ours tells. */
function namedIn(self: PyExceptionValue, pattern: RegExp): Value {
  const known = self.details?.get('name');
  if (known !== undefined) return known;
  const [message] = self.args;
  return self.frames.length === 0 || typeof message !== 'string'
    ? null
    : (pattern.exec(message)?.[1] ?? null);
}

for (const name of ['UnicodeDecodeError', 'UnicodeEncodeError']) {
  fillType<PyExceptionValue>(exceptionType(name), {
    name,
    attributes: Object.fromEntries(
      ['encoding', 'object', 'start', 'end', 'reason'].map((part, index) => [
        part,
        (self: PyExceptionValue) => self.args[index] ?? null,
      ]),
    ),
    str: codecMessage,
  });
}

/** The classes that `OSError(errno, …)` makes, by number. */
const classesOfErrno: ReadonlyMap<Value, string> = new Map([
  [1, 'PermissionError'],
  [2, 'FileNotFoundError'],
  [3, 'ProcessLookupError'],
  [4, 'InterruptedError'],
  [10, 'ChildProcessError'],
  [11, 'BlockingIOError'],
  [13, 'PermissionError'],
  [17, 'FileExistsError'],
  [20, 'NotADirectoryError'],
  [21, 'IsADirectoryError'],
  [32, 'BrokenPipeError'],
  [103, 'ConnectionAbortedError'],
  [104, 'ConnectionResetError'],
  [110, 'TimeoutError'],
  [111, 'ConnectionRefusedError'],
]);

/** `OSError(errno, text, filename)` keeps two arguments and the name beside them. */
function fillOsError(self: PyExceptionValue, args: readonly Value[]): void {
  if (args.length < 3 || args.length > 5) {
    self.args = args;
    return;
  }
  self.args = args.slice(0, 2);
  self.details = new Map([
    ['filename', args[2]!],
    ['filename2', args[4] ?? null],
  ]);
}

const osError = exceptionType('OSError');
fillType<PyExceptionValue>(osError, {
  name: 'OSError',
  create: (type, args) => {
    const name = type === osError && args.length > 1 ? classesOfErrno.get(args[0]!) : undefined;
    const isKnown = name !== undefined && pythonVersion() === 3;
    const made = new PyExceptionValue(isKnown ? exceptionType(name) : type, args);
    fillOsError(made, args);
    return made;
  },
  initialize: fillOsError,
  attributes: {
    errno: (self) => (self.args.length > 1 ? self.args[0]! : null),
    strerror: (self) => self.args[1] ?? null,
    filename: (self) => self.details?.get('filename') ?? null,
    filename2: (self) => self.details?.get('filename2') ?? null,
  },
});
