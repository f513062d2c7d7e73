/** What `typing` offers to be subscripted: `Optional[int]`, `List[str]`, `Generic[T]`; and type variables. */
import { equalityAmong } from '../../../equality.ts';
import { raiseTypeError } from '../../../exceptions.ts';
import { findAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { equals } from '../../../protocols/comparison.ts';
import { hash, hashSequence, hashUnordered } from '../../../protocols/hashing.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { noneType } from '../../../types/functionTypes.ts';
import { hintText, PyUnion } from '../../../types/genericTypes.ts';
import { PyList, PyObject, PyTuple, PyType, type Value } from '../../../values.ts';
import { isInstanceOf, isSubclassOf } from '../../builtinInspection.ts';

/** A name of `typing`. `origin` is the class that it stands for, where there is one. */
export class PyForm extends PyObject {
  readonly name: string;
  readonly origin: PyType | null;
  constructor(name: string, origin: PyType | null = null) {
    super();
    this.name = name;
    this.origin = origin;
  }
}

/** A subscripted name, or a subscripted generic class of the program. */
export class PyAlias extends PyObject {
  readonly form: PyForm | PyType;
  readonly parameters: readonly Value[];
  constructor(form: PyForm | PyType, parameters: readonly Value[]) {
    super();
    this.form = form;
    this.parameters = parameters;
  }
}

/** `TypeVar`, `ParamSpec` and `TypeVarTuple`. */
export class PyVariable extends PyObject {
  readonly name: string;
  readonly variety: 'TypeVar' | 'ParamSpec' | 'TypeVarTuple';
  readonly constraints: readonly Value[];
  readonly bound: Value;
  readonly variance: '~' | '+' | '-';
  constructor(
    name: string,
    variety: PyVariable['variety'],
    parts: { constraints?: readonly Value[]; bound?: Value; variance?: PyVariable['variance'] } = {},
  ) {
    super();
    this.name = name;
    this.variety = variety;
    this.constraints = parts.constraints ?? [];
    this.bound = parts.bound ?? null;
    this.variance = parts.variance ?? '~';
  }
}

/** `ForwardRef('Node')`. */
export class PyForwardRef extends PyObject {
  readonly text: string;
  readonly module: string | null;
  constructor(text: string, module: string | null = null) {
    super();
    this.text = text;
    this.module = module;
  }
}

/** None means its type, text a forward reference. */
const asHint = (value: Value): Value =>
  value === null ? noneType : typeof value === 'string' ? new PyForwardRef(value) : value;

const flat = (parts: readonly Value[]): Value[] =>
  parts.flatMap((part) => {
    if (part instanceof PyAlias && part.form === unionForm) return [...part.parameters];
    return part instanceof PyUnion ? [...part.members] : [asHint(part)];
  });

/** `Union[…]`: flat, without repetition; of one part that part. */
export function makeUnion(parts: readonly Value[]): Value {
  const members: Value[] = [];
  for (const part of flat(parts)) {
    if (!members.some((known) => equals(known, part))) members.push(part);
  }
  return members.length === 1 ? members[0]! : new PyAlias(unionForm, members);
}

export const unionForm = new PyForm('Union');
export const literalForm = new PyForm('Literal');
export const annotatedForm = new PyForm('Annotated');
export const callableForm = new PyForm('Callable');

/** The class that a form stands for; that of `Callable` is made with `collections.abc`. */
const classOf = (form: PyForm): PyType | null =>
  form === callableForm ? (abstractCallable() as PyType) : form.origin;

function subscript(form: PyForm, index: Value): Value {
  const parts = index instanceof PyTuple && index.cls === null ? index.items : [index];
  if (form.name === 'Optional') return makeUnion([...parts, null]);
  if (form === unionForm) return makeUnion(parts);
  if (form === literalForm) return new PyAlias(form, parts);
  if (['Any', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias'].includes(form.name)) {
    return raiseTypeError(`typing.${form.name} is not subscriptable`);
  }
  if (form === annotatedForm) return new PyAlias(form, [asHint(parts[0]!), ...parts.slice(1)]);
  return new PyAlias(form, parts.map(hintIn));
}

const hintIn = (part: Value): Value =>
  part instanceof PyList ? new PyList(part.items.map(asHint)) : asHint(part);

/** `X | Y` where one of them is of `typing`. */
const unite = (a: Value, b: Value): Value => makeUnion([a, b]);
const operators = {
  binary: { '|': unite },
  reflected: { '|': (self: object, other: Value) => unite(other, self) },
};

export const forwardRefType = defineType<PyForwardRef>({
  name: 'ForwardRef',
  module: 'typing',
  class: PyForwardRef,
  create: (_type, args) => new PyForwardRef(String(args[0])),
  attributes: { __forward_arg__: (self) => self.text },
  ...operators,
  compare: equalityAmong(PyForwardRef, (self, other) => self.text === other.text),
  hash: (self) => self.text.length,
  repr: (self) =>
    `ForwardRef(${repr(self.text)}${self.module === null ? '' : `, module=${repr(self.module)}`})`,
});

defineType<PyForm>({
  name: '_SpecialForm',
  module: 'typing',
  class: PyForm,
  ...operators,
  getItem: subscript,
  attributes: {
    __origin__: (self) => self.origin,
    __name__: (self) => self.name,
    _name: (self) => self.name,
    __module__: () => 'typing',
  },
  methods: {
    '__instancecheck__(obj)': (self: PyForm, value: Value) => {
      const origin = classOf(self);
      return origin === null
        ? raiseTypeError(`typing.${self.name} cannot be used with isinstance()`)
        : isInstanceOf(value, origin);
    },
    '__subclasscheck__(cls)': (self: PyForm, type: Value) => {
      const origin = classOf(self);
      return origin === null
        ? raiseTypeError(`typing.${self.name} cannot be used with issubclass()`)
        : isSubclassOf(type, origin);
    },
    '__mro_entries__(bases)': (self: PyForm) => new PyTuple(self.origin ? [self.origin] : []),
  },
  call: (self) =>
    raiseTypeError(
      self.origin === null
        ? `Cannot instantiate typing.${self.name}`
        : `Type ${self.name} cannot be instantiated; use ${self.origin.name}() instead`,
    ),
  getMissing: (self, name) =>
    self.origin === null || name.startsWith('__') ? undefined : findAttribute(self.origin, name),
  repr: (self) => (self === annotatedForm ? "<class 'typing.Annotated'>" : `typing.${self.name}`),
});

function partText(value: Value): string {
  if (value instanceof PyList) return `[${value.items.map(partText).join(', ')}]`;
  return value === noneType ? 'NoneType' : hintText(value);
}

function aliasText(self: PyAlias): string {
  const { form, parameters } = self;
  if (form instanceof PyType) {
    return `${form.module}.${form.qualifiedName}[${parameters.map(partText).join(', ')}]`;
  }
  if (form === unionForm && parameters.includes(noneType)) {
    const rest = parameters.filter((part) => part !== noneType);
    const inner = rest.length === 1 ? partText(rest[0]!) : `typing.Union[${rest.map(partText).join(', ')}]`;
    return rest.length === 1
      ? `typing.Optional[${inner}]`
      : `typing.Union[${parameters.map(partText).join(', ')}]`;
  }
  if (form === literalForm) return `typing.Literal[${parameters.map(repr).join(', ')}]`;
  if (form === annotatedForm) {
    const [type, ...notes] = parameters;
    return `typing.Annotated[${[partText(type!), ...notes.map(repr)].join(', ')}]`;
  }
  const shown = parameters.length === 0 ? '()' : parameters.map(partText).join(', ');
  return `typing.${form.name}[${shown}]`;
}

/** `__args__`: the parameters of `Callable` in one row. */
export function argumentsOf(self: PyAlias): readonly Value[] {
  if (self.form === callableForm) {
    return self.parameters.flatMap((part) => (part instanceof PyList ? part.items : [part]));
  }
  return self.form === annotatedForm ? self.parameters.slice(0, 1) : self.parameters;
}

/** The variables inside a hint, each once. */
export function variablesOf(parts: readonly Value[]): Value[] {
  const found: Value[] = [];
  for (const part of parts) {
    const inner =
      part instanceof PyVariable
        ? [part]
        : part instanceof PyAlias
          ? variablesOf(part.parameters)
          : part instanceof PyList
            ? variablesOf(part.items)
            : [];
    for (const each of inner) if (!found.includes(each)) found.push(each);
  }
  return found;
}

/** Puts the parts of a subscript in the places of the variables. */
function substitute(self: PyAlias, index: Value): Value {
  const given = index instanceof PyTuple ? index.items : [index];
  const variables = variablesOf(self.parameters);
  if (variables.length === 0) raiseTypeError(`${aliasText(self)} is not a generic class`);
  const replace = (part: Value): Value => {
    if (part instanceof PyVariable) return asHint(given[variables.indexOf(part)] ?? part);
    if (part instanceof PyList) return new PyList(part.items.map(replace));
    if (!(part instanceof PyAlias)) return part;
    return part.form === unionForm
      ? makeUnion(part.parameters.map(replace))
      : new PyAlias(part.form, part.parameters.map(replace));
  };
  return replace(self);
}

const originOf = (self: PyAlias): Value => {
  if (self.form === annotatedForm) return self.parameters[0]!;
  if (self.form === callableForm) return abstractCallable();
  return self.form instanceof PyType ? self.form : (self.form.origin ?? self.form);
};

const abstractCallable = (): Value =>
  runtime().importModule('collections.abc').namespace.get('Callable') ?? callableForm;

defineType<PyAlias>({
  name: '_GenericAlias',
  module: 'typing',
  class: PyAlias,
  ...operators,
  getItem: substitute,
  attributes: {
    __origin__: originOf,
    __args__: (self) => new PyTuple(argumentsOf(self)),
    __parameters__: (self) => new PyTuple(variablesOf(self.parameters)),
    __metadata__: (self) => new PyTuple(self.form === annotatedForm ? self.parameters.slice(1) : []),
    __module__: () => 'typing',
  },
  compare: equalityAmong(PyAlias, (self, other) => {
    const [a, b] = [self.parameters, other.parameters];
    if (self.form !== other.form || a.length !== b.length) return false;
    return self.form === unionForm
      ? a.every((part) => b.some((each) => equals(part, each)))
      : a.every((part, index) => equals(part, b[index]!));
  }),
  hash: (self) =>
    self.form === unionForm
      ? hashUnordered(self.parameters)
      : hashSequence(
          self.parameters.map((part) => (part instanceof PyList ? new PyTuple(part.items) : part)),
        ),
  methods: {
    '__instancecheck__(obj)': (self: PyAlias, value: Value) =>
      self.form === unionForm
        ? self.parameters.some((part) => isInstanceOf(value, part))
        : raiseTypeError('Subscripted generics cannot be used with class and instance checks'),
    '__mro_entries__(bases)': (self: PyAlias) => {
      const origin = originOf(self);
      return new PyTuple(origin instanceof PyType ? [origin] : []);
    },
  },
  call: (self, args, keywords) => {
    const origin = originOf(self);
    if (self.form instanceof PyForm && self.form.origin) {
      const { name, origin: type } = self.form;
      raiseTypeError(`Type ${name} cannot be instantiated; use ${type.name}() instead`);
    }
    if (origin instanceof PyForm) raiseTypeError(`Cannot instantiate ${aliasText(self)}`);
    return call(origin, args, keywords);
  },
  getMissing: (self, name) => {
    const origin = originOf(self);
    return name.startsWith('__') || origin instanceof PyForm ? undefined : findAttribute(origin, name);
  },
  repr: aliasText,
});

const variableAttributes = {
  __name__: (self: PyVariable) => self.name,
  __bound__: (self: PyVariable) => self.bound,
  __constraints__: (self: PyVariable) => new PyTuple(self.constraints),
  __covariant__: (self: PyVariable) => self.variance === '+',
  __contravariant__: (self: PyVariable) => self.variance === '-',
  __module__: () => 'typing',
  args: (self: PyVariable) => new PyForm(`${self.name}.args`),
  kwargs: (self: PyVariable) => new PyForm(`${self.name}.kwargs`),
};

export const variableType = defineType<PyVariable>({
  name: 'TypeVar',
  module: 'typing',
  class: PyVariable,
  ...operators,
  attributes: variableAttributes,
  hash: (self) => hash(self.name),
  iterate: (self) => {
    let left = 1;
    return () => (left-- > 0 ? self : undefined);
  },
  repr: (self) => (self.variety === 'TypeVarTuple' ? self.name : `${self.variance}${self.name}`),
});

/** `typing.get_origin`. */
export function getOrigin(value: Value): Value {
  if (value instanceof PyAlias) return value.form === annotatedForm ? annotatedForm : originOf(value);
  if (value instanceof PyUnion) return typeOf(value);
  return (value === null ? undefined : findAttribute(value, '__origin__')) ?? null;
}
