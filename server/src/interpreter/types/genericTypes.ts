/**
 * What type hints are made of: `list[int]` (GenericAlias), `int | str` (Union), the type parameters of PEP 695 and the
 * aliases of the `type` statement. Hints are values that programs print and compare; nothing is checked by them.
 */
import { equalityAmong } from '../equality.ts';
import { raiseTypeError } from '../exceptions.ts';
import { findAttribute } from '../protocols/attributes.ts';
import { call, instantiate } from '../protocols/calls.ts';
import { equals } from '../protocols/comparison.ts';
import { hashSequence, hashUnordered } from '../protocols/hashing.ts';
import { repr } from '../protocols/text.ts';
import { defineType, directMethod, typeType } from '../pyType.ts';
import { turn } from '../runtime.ts';
import {
  Ellipsis,
  NotImplemented,
  PyBuiltin,
  PyClassMethod,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../values.ts';
import { noneType } from './functionTypes.ts';

/** `int | str`. */
export class PyUnion extends PyObject {
  /** Flat and without repetition; None is `NoneType`. */
  readonly members: readonly Value[];
  constructor(members: readonly Value[]) {
    super();
    this.members = members;
  }
}

/** `list[int]`. */
export class PyGenericAlias extends PyObject {
  readonly origin: Value;
  readonly parameters: readonly Value[];
  constructor(origin: Value, parameters: readonly Value[]) {
    super();
    this.origin = origin;
    this.parameters = parameters;
  }
}

/** `T`, `*Ts` or `**P` of a generic function, class or alias. */
export class PyTypeParameter extends PyObject {
  readonly name: string;
  readonly variety: 'TypeVar' | 'TypeVarTuple' | 'ParamSpec';
  constructor(name: string, variety: PyTypeParameter['variety']) {
    super();
    this.name = name;
    this.variety = variety;
  }
}

/** `type X = …`; the value is evaluated when it is asked for. */
export class PyTypeAlias extends PyObject {
  readonly name: string;
  readonly parameters: readonly Value[];
  readonly evaluate: () => Value;
  constructor(name: string, parameters: readonly Value[], evaluate: () => Value) {
    super();
    this.name = name;
    this.parameters = parameters;
    this.evaluate = evaluate;
  }
}

/** `int`, `None`, `list[str]`: how a hint shows a part. */
export function hintText(value: Value): string {
  if (value === Ellipsis) return '...';
  if (value === noneType) return 'None';
  if (value instanceof PyList) return `[${value.items.map(hintText).join(', ')}]`;
  if (!(value instanceof PyType)) return repr(value);
  return value.module === 'builtins' ? value.qualifiedName : `${value.module}.${value.qualifiedName}`;
}

const isHint = (value: Value): boolean =>
  value === null ||
  value instanceof PyType ||
  value instanceof PyUnion ||
  value instanceof PyGenericAlias ||
  value instanceof PyTypeParameter ||
  value instanceof PyTypeAlias;

/** `a | b` of hints; NotImplemented for other values. */
export function unite(a: Value, b: Value): Value {
  if (!isHint(a) || !isHint(b) || (a === null && b === null)) return NotImplemented;
  const members: Value[] = [];
  for (const part of [a, b].flatMap((each) =>
    each instanceof PyUnion ? each.members : [each ?? noneType],
  )) {
    if (!members.some((known) => equals(known, part))) members.push(part);
  }
  return members.length === 1 ? members[0]! : new PyUnion(members);
}

const parametersOf = (index: Value): readonly Value[] => (index instanceof PyTuple ? index.items : [index]);

/** Lets `type[…]` be written: `list[int]`. */
export function makeGeneric(type: PyType, parameters: readonly Value[] = []): void {
  const subscript = new PyBuiltin(
    '__class_getitem__',
    (args, keywords) => {
      const shown = `${type.name}.__class_getitem__()`;
      if (keywords !== null && keywords.size > 0) raiseTypeError(`${shown} takes no keyword arguments`);
      if (args.length !== 2) raiseTypeError(`${shown} takes exactly one argument (${args.length - 1} given)`);
      return new PyGenericAlias(args[0]!, parametersOf(args[1]!));
    },
    { bindsSelf: true },
  );
  type.namespace.set('__class_getitem__', new PyClassMethod(subscript));
  type.pythonOfName.set('__class_getitem__', 3);
  if (parameters.length === 0) return;
  for (const name of ['__type_params__', '__parameters__']) {
    type.namespace.set(name, new PyTuple([...parameters]));
  }
}

function sameParts(a: readonly Value[], b: readonly Value[]): boolean {
  turn();
  return a.length === b.length && a.every((each, index) => equals(each, b[index]!));
}

export const unionType = defineType<PyUnion>({
  name: 'UnionType',
  module: 'types',
  class: PyUnion,
  binary: { '|': unite },
  reflected: { '|': (self, other) => unite(other, self) },
  compare: equalityAmong(
    PyUnion,
    (self, other) =>
      self.members.length === other.members.length &&
      self.members.every((each) => other.members.some((known) => equals(known, each))),
  ),
  hash: (self) => hashUnordered(self.members),
  attributes: { __args__: (self) => new PyTuple(self.members) },
  repr: (self) => self.members.map(hintText).join(' | '),
});

export const genericAliasType = defineType<PyGenericAlias>({
  name: 'GenericAlias',
  module: 'types',
  class: PyGenericAlias,
  create: (_type, [origin, parameters]) =>
    origin === undefined
      ? raiseTypeError('GenericAlias expected 2 arguments, got 0')
      : new PyGenericAlias(origin, parametersOf(parameters ?? null)),
  binary: { '|': unite },
  reflected: { '|': (self, other) => unite(other, self) },
  compare: equalityAmong(
    PyGenericAlias,
    (self, other) => equals(self.origin, other.origin) && sameParts(self.parameters, other.parameters),
  ),
  hash: (self) => hashSequence([self.origin, ...self.parameters]),
  attributes: { __origin__: (self) => self.origin, __args__: (self) => new PyTuple(self.parameters) },
  call: (self, args, keywords) =>
    self.origin instanceof PyType
      ? instantiate(self.origin, args, keywords)
      : call(self.origin, args, keywords),
  getItem: (self, index) => new PyGenericAlias(self.origin, parametersOf(index)),
  methods: { '__mro_entries__(bases)': (self: PyGenericAlias) => new PyTuple([self.origin]) },
  getMissing: (self, name) => (name.startsWith('__') ? undefined : findAttribute(self.origin, name)),
  repr: (self) => {
    const shown = self.parameters.length === 0 ? '()' : self.parameters.map(hintText).join(', ');
    return `${hintText(self.origin)}[${shown}]`;
  },
});

defineType<PyTypeParameter>({
  name: 'TypeVar',
  module: 'typing',
  class: PyTypeParameter,
  binary: { '|': unite },
  reflected: { '|': (self, other) => unite(other, self) },
  attributes: { __name__: (self) => self.name },
  repr: (self) => self.name,
});

defineType<PyTypeAlias>({
  name: 'TypeAliasType',
  module: 'typing',
  class: PyTypeAlias,
  binary: { '|': unite },
  reflected: { '|': (self, other) => unite(other, self) },
  getItem: (self, index) => new PyGenericAlias(self, parametersOf(index)),
  attributes: {
    __name__: (self) => self.name,
    __value__: (self) => self.evaluate(),
    __type_params__: (self) => new PyTuple(self.parameters),
  },
  repr: (self) => self.name,
});

for (const [name, unites] of [
  ['__or__', unite],
  ['__ror__', (self: Value, other: Value) => unite(other, self)],
] as const) {
  typeType.namespace.set(name, directMethod(name, unites as (self: never, other: never) => Value));
  typeType.pythonOfName.set(name, 3);
}
makeGeneric(typeType);
