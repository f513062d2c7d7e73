/** Native functions, methods bound to a value, methods of native types as their class has them, and Python 2's unbound methods. */
import { equalityAmong } from '../equality.ts';
import { raiseTypeError } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { isSame } from '../protocols/comparison.ts';
import { hash, identityOf } from '../protocols/hashing.ts';
import { address, repr } from '../protocols/text.ts';
import { chooseTypeBy, defineType, isInstance, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import { PyBoundMethod, PyBuiltin, PyFunction, PyUnboundMethod, type Value } from '../values.ts';

const nameOf = (self: PyBuiltin): Value => self.name;

const builtinParts = {
  attributes: {
    __name__: nameOf,
    __qualname__: nameOf,
    __module__: (self: PyBuiltin) => self.module,
    __doc__: () => null,
  },
  call: (self: PyBuiltin, args: readonly Value[], keywords: ReadonlyMap<string, Value> | null) =>
    self.call(args, keywords),
};

export const builtinFunctionType = defineType<PyBuiltin>({
  name: 'builtin_function_or_method',
  ...builtinParts,
  repr: (self) => `<built-in function ${self.name}>`,
});

const descriptorParts = {
  ...builtinParts,
  attributes: {
    __name__: nameOf,
    __qualname__: (self: PyBuiltin) => `${self.receiver!.name}.${self.name}`,
    __objclass__: (self: PyBuiltin) => self.receiver!,
    __doc__: () => null,
  },
  methods: {
    '__get__(instance, owner?, /)': (self: PyBuiltin, instance: Value) =>
      instance === null ? self : new PyBoundMethod(self, instance),
  },
};

/** `str.upper`. */
const methodDescriptorType = defineType<PyBuiltin>({
  name: 'method_descriptor',
  ...descriptorParts,
  repr: (self) => `<method '${self.name}' of '${self.receiver!.name}' objects>`,
});

/** `int.__add__`. */
const slotWrapperType = defineType<PyBuiltin>({
  name: 'wrapper_descriptor',
  ...descriptorParts,
  repr: (self) => `<slot wrapper '${self.name}' of '${self.receiver!.name}' objects>`,
});

/** Methods of C with names like those of slots. */
const plainMethods = new Set([
  '__dir__',
  '__format__',
  '__reduce__',
  '__reduce_ex__',
  '__reversed__',
  '__copy__',
]);

const isSlot = ({ name, receiver }: PyBuiltin): boolean =>
  receiver !== null && name.startsWith('__') && !plainMethods.has(name);

chooseTypeBy(PyBuiltin, (self: PyBuiltin) => {
  if (self.receiver === null) return builtinFunctionType;
  return isSlot(self) ? slotWrapperType : methodDescriptorType;
});

// ------------------------------------------------------------------------------------------------------- bound methods

const isEqual = (self: PyBoundMethod, other: PyBoundMethod): boolean =>
  isSame(self.self, other.self) && self.callee === other.callee;

function boundHash({ callee, self }: PyBoundMethod): number {
  const own = typeof self === 'object' && self !== null ? identityOf(self) : hash(self);
  return identityOf(callee as object) ^ Number(BigInt.asIntN(31, BigInt(own)));
}

const boundParts = {
  call: (self: PyBoundMethod, args: readonly Value[], keywords: ReadonlyMap<string, Value> | null) =>
    call(self.callee, [self.self, ...args], keywords),
  getMissing: (self: PyBoundMethod, name: string) => getAttribute(self.callee, name),
  compare: equalityAmong(PyBoundMethod, isEqual),
  hash: boundHash,
};

export const methodType = defineType<PyBoundMethod>({
  name: 'method',
  ...boundParts,
  attributes: {
    __self__: (self) => self.self,
    im_self: (self) => self.self,
    __func__: (self) => self.callee,
    im_func: (self) => self.callee,
    im_class: (self) => typeOf(self.self),
    __doc__: (self) => getAttribute(self.callee, '__doc__'),
  },
  create: (_type, [callee, self]) =>
    callee === undefined || self === undefined
      ? raiseTypeError('method expected 2 arguments')
      : new PyBoundMethod(callee, self),
  repr: (self) => {
    const name = self.callee instanceof PyFunction ? self.callee.qualifiedName : 'method';
    const owner = pythonVersion() === 2 && !name.includes('.') ? `${typeOf(self.self).name}.${name}` : name;
    return `<bound method ${owner} of ${repr(self.self)}>`;
  },
});

const calleeOf = (self: PyBoundMethod): PyBuiltin => self.callee as PyBuiltin;

/** `'a'.upper`. */
const boundBuiltinType = defineType<PyBoundMethod>({
  name: 'builtin_function_or_method',
  bases: [builtinFunctionType],
  ...boundParts,
  attributes: {
    __self__: (self) => self.self,
    __name__: (self) => calleeOf(self).name,
    __qualname__: (self) => `${typeOf(self.self).name}.${calleeOf(self).name}`,
    __module__: () => null,
    __doc__: () => null,
  },
  repr: (self) =>
    `<built-in method ${calleeOf(self).name} of ${typeOf(self.self).name} object at ${address(self)}>`,
});

/** `(1).__add__`. */
const methodWrapperType = defineType<PyBoundMethod>({
  name: 'method-wrapper',
  ...boundParts,
  attributes: {
    __self__: (self) => self.self,
    __name__: (self) => calleeOf(self).name,
    __qualname__: (self) => `${typeOf(self.self).name}.${calleeOf(self).name}`,
    __doc__: () => null,
  },
  repr: (self) =>
    `<method-wrapper '${calleeOf(self).name}' of ${typeOf(self.self).name} object at ${address(self)}>`,
});

// --------------------------------------------------------------------------------------------------- Python 2's methods

function callUnbound(
  { callee, owner }: PyUnboundMethod,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value> | null,
): Value {
  const [self] = args;
  if (self !== undefined && isInstance(self, owner)) return call(callee, args, keywords);
  const got = self === undefined ? 'nothing' : `${typeOf(self).name} instance`;
  return raiseTypeError(
    `unbound method ${callee.name}() must be called with ${owner.name} instance as first argument (got ${got} instead)`,
  );
}

/** `type(A.method)` and `type(A().method)` in Python 2. */
defineType<PyUnboundMethod>({
  name: 'instancemethod',
  class: PyUnboundMethod,
  attributes: {
    __self__: () => null,
    im_self: () => null,
    __func__: (self) => self.callee,
    im_func: (self) => self.callee,
    im_class: (self) => self.owner,
    __doc__: (self) => self.callee.doc,
  },
  call: callUnbound,
  getMissing: (self, name) => getAttribute(self.callee, name),
  compare: equalityAmong(PyUnboundMethod, (self, other) => self.callee === other.callee),
  hash: (self) => identityOf(self.callee),
  repr: (self) => `<unbound method ${self.owner.name}.${self.callee.name}>`,
});

const boundMethodType2 = defineType<PyBoundMethod>({ name: 'instancemethod', bases: [methodType] });

chooseTypeBy(PyBoundMethod, ({ callee }: PyBoundMethod) => {
  if (!(callee instanceof PyBuiltin)) return pythonVersion() === 2 ? boundMethodType2 : methodType;
  return isSlot(callee) ? methodWrapperType : boundBuiltinType;
});
