/** What exception classes do: `args`, texts, `__cause__`; and the extra parts of single ones. */
import { AttributeTable } from '../attributeTable.ts';
import { exceptionType, exceptionTypes, objectType, raiseAttributeError } from '../exceptions.ts';
import { toArray } from '../protocols/iteration.ts';
import { repr, str } from '../protocols/text.ts';
import { fillType, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import { PyExceptionValue, PyTuple } from '../values.ts';

function messageOf(self: PyExceptionValue): string {
  const { args } = self;
  if (typeOf(self).mro.includes(exceptionType('KeyError')) && args.length === 1) return repr(args[0]!);
  if (typeOf(self).mro.includes(exceptionType('OSError')) && args.length === 2) {
    return `[Errno ${str(args[0]!)}] ${str(args[1]!)}`;
  }
  if (args.length === 0) return '';
  return args.length === 1 ? str(args[0]!) : repr(new PyTuple(args));
}

function exceptionRepr(self: PyExceptionValue): string {
  const comma = pythonVersion() === 2 && self.args.length === 1 ? ',' : '';
  return `${typeOf(self).name}(${self.args.map(repr).join(', ')}${comma})`;
}

const base = exceptionType('BaseException');
fillType<PyExceptionValue>(base, {
  name: 'BaseException',
  class: PyExceptionValue,
  create: (type, args) => new PyExceptionValue(type, args),
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
    __traceback__: { get: () => null, set: () => undefined },
    __suppress_context__: {
      get: (self) => self.suppressContext,
      set: (self, value) => {
        self.suppressContext = value === true;
      },
    },
  },
  methods: {
    'with_traceback(tb)': (self: PyExceptionValue) => self,
    'add_note(note)': () => null,
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
  attributes: { msg: (self) => self.args[0] ?? null, name: () => null },
});
fillType<PyExceptionValue>(exceptionType('OSError'), {
  name: 'OSError',
  attributes: {
    errno: (self) => (self.args.length > 1 ? self.args[0]! : null),
    strerror: (self) => self.args[1] ?? null,
  },
});
