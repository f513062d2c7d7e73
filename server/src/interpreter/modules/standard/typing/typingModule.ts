/** `typing`: hints are values that programs make, print and compare; nothing is checked by them. */
import { PyDict } from '../../../containers.ts';
import { exceptionType, raise, raiseAssertionError, raiseTypeError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { setAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { bytesType } from '../../../types/bytesType.ts';
import { dictType } from '../../../types/dictType.ts';
import { PyGenericAlias, PyTypeParameter, PyUnion } from '../../../types/genericTypes.ts';
import { listType, tupleType } from '../../../types/sequenceTypes.ts';
import { frozenSetType, setType } from '../../../types/setType.ts';
import { strType } from '../../../types/strType.ts';
import {
  PyBoundMethod,
  PyFunction,
  PyLibraryFunction,
  PyModule,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../../../values.ts';
import { hasMethods, setProtocol } from '../abstractClasses.ts';
import { type NameLookup, resolved } from './forwardReferences.ts';
import {
  genericClass,
  isTypedDict,
  namedTupleClass,
  protocolClass,
  runtimeCheckable,
  typedDictClass,
} from './typedClasses.ts';
import {
  annotatedForm,
  argumentsOf,
  callableForm,
  forwardRefType,
  getOrigin,
  literalForm,
  PyAlias,
  PyForm,
  PyForwardRef,
  PyVariable,
  unionForm,
} from './typingForms.ts';

/** Forms that stand for no class. */
const plainForms = [
  ...['Any', 'Optional', 'Final', 'ClassVar', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias'],
  ...['Concatenate', 'TypeGuard', 'Required', 'NotRequired', 'Unpack', 'ReadOnly', 'TypeIs'],
  ...['IO', 'TextIO', 'BinaryIO', 'Pattern', 'Match'],
];

/** Forms that stand for a built-in class. */
const classForms: Readonly<Record<string, PyType>> = {
  List: listType,
  Dict: dictType,
  Set: setType,
  FrozenSet: frozenSetType,
  Tuple: tupleType,
  Type: typeOf(listType),
};

/** Forms that stand for a class of `collections.abc` or `collections`. */
const abstractForms: Readonly<Record<string, string>> = {
  Hashable: 'Hashable',
  Iterable: 'Iterable',
  Iterator: 'Iterator',
  Reversible: 'Reversible',
  Generator: 'Generator',
  Sized: 'Sized',
  Container: 'Container',
  Collection: 'Collection',
  AbstractSet: 'Set',
  MutableSet: 'MutableSet',
  Mapping: 'Mapping',
  MutableMapping: 'MutableMapping',
  Sequence: 'Sequence',
  MutableSequence: 'MutableSequence',
  ByteString: 'ByteString',
  KeysView: 'KeysView',
  ItemsView: 'ItemsView',
  ValuesView: 'ValuesView',
  MappingView: 'MappingView',
  Awaitable: 'Awaitable',
  Coroutine: 'Coroutine',
  AsyncIterable: 'AsyncIterable',
  AsyncIterator: 'AsyncIterator',
};

const collectionForms: Readonly<Record<string, string>> = {
  Deque: 'deque',
  DefaultDict: 'defaultdict',
  OrderedDict: 'OrderedDict',
  Counter: 'Counter',
  ChainMap: 'ChainMap',
};

function forms(): Record<string, Value> {
  const collections = runtime().importModule('collections').namespace;
  const abstract = runtime().importModule('collections.abc').namespace;
  const made: Record<string, Value> = {
    Union: unionForm,
    Literal: literalForm,
    Annotated: annotatedForm,
    Callable: callableForm,
  };
  for (const name of plainForms) made[name] = new PyForm(name);
  for (const [name, type] of Object.entries(classForms)) made[name] = new PyForm(name, type);
  for (const [name, origin] of Object.entries(abstractForms)) {
    made[name] = new PyForm(name, abstract.get(origin) as PyType);
  }
  for (const [name, origin] of Object.entries(collectionForms)) {
    made[name] = new PyForm(name, collections.get(origin) as PyType);
  }
  return made;
}

/** `NewType('UserId', int)`. */
class PyNewType extends PyObject {
  readonly name: string;
  readonly supertype: Value;
  constructor(name: string, supertype: Value) {
    super();
    this.name = name;
    this.supertype = supertype;
  }
}
const newTypeType = defineType<PyNewType>({
  name: 'NewType',
  module: 'typing',
  class: PyNewType,
  create: (_type, args) => {
    const [name, supertype] = args;
    if (name === undefined || supertype === undefined)
      return raiseTypeError("NewType.__init__() missing required arguments: 'name' and 'tp'");
    return new PyNewType(str(name), supertype);
  },
  attributes: {
    __name__: (self) => self.name,
    __qualname__: (self) => self.name,
    __supertype__: (self) => self.supertype,
    __module__: () => '__main__',
  },
  binary: { '|': (a, b) => call(typeOf(a), [a.name, b]) },
  call: (_self, args) => args[0] ?? raiseTypeError('NewType needs a value'),
  repr: (self) => `__main__.${self.name}`,
});

/** The body of `TypeVar(name, *constraints, bound, covariant, contravariant)`. */
function typeVariable(name: Value, constraints: Value[], ...given: (Value | undefined)[]): Value {
  const [bound, covariant, contravariant] = given;
  if (constraints.length === 1) raiseTypeError('A single constraint is not allowed');
  const isCovariant = covariant !== undefined && isTrue(covariant);
  const isContravariant = contravariant !== undefined && isTrue(contravariant);
  return new PyVariable(str(name), 'TypeVar', {
    constraints,
    bound: typeof bound === 'string' ? new PyForwardRef(bound) : (bound ?? null),
    variance: isCovariant ? '+' : isContravariant ? '-' : '~',
  });
}

const builtinByName = (name: string): Value | undefined =>
  runtime().importModule('builtins').namespace.get(name);

/** The names that the hints of a function, a class or a module may use. */
function namesAround(owner: Value, globals: Value | undefined, locals: Value | undefined): NameLookup {
  const module =
    owner instanceof PyType
      ? runtime().modules.get(owner.module)
      : owner instanceof PyModule
        ? owner
        : undefined;
  const own = owner instanceof PyFunction ? owner.globals : (module?.namespace ?? runtime().globals);
  const given = [locals, globals].filter((each) => each instanceof PyDict);
  const parameters = owner instanceof PyFunction || owner instanceof PyType ? typeParametersOf(owner) : [];
  return (name) => {
    for (const each of given) {
      const found = each.table.get(name);
      if (found !== undefined) return found;
    }
    return (
      parameters.find((each) => each instanceof PyTypeParameter && each.name === name) ??
      own.get(name) ??
      builtinByName(name)
    );
  };
}

function typeParametersOf(owner: Value): readonly Value[] {
  const found = tryGetAttribute(owner, '__type_params__');
  return found instanceof PyTuple ? found.items : [];
}

/** Annotations of a class come from its bases first. */
function typeHints(value: Value, globals?: Value, locals?: Value, extras?: Value): Value {
  const result = new PyDict();
  const add = (annotations: Value | undefined, owner: Value): void => {
    if (!(annotations instanceof PyDict)) return;
    const lookup = namesAround(owner, globals, locals);
    const keepsNotes = extras !== undefined && isTrue(extras);
    for (const { key, value: hint } of annotations.table.entries()) {
      result.table.set(key, resolved(hint, lookup, { keepsNotes }));
    }
  };
  if (value instanceof PyType) {
    for (const type of [...value.mro].reverse()) add(type.namespace.get('__annotations__'), type);
    return result;
  }
  const annotations = tryGetAttribute(value, '__annotations__');
  if (annotations === undefined) {
    raiseTypeError(`${repr(value)} is not a module, class, method, or function.`);
  }
  add(annotations, value instanceof PyBoundMethod ? value.callee : value);
  return result;
}

function getArguments(value: Value): Value {
  if (value instanceof PyAlias) {
    if (value.form === callableForm || value.form === annotatedForm) return new PyTuple(value.parameters);
    return new PyTuple(argumentsOf(value));
  }
  if (value instanceof PyUnion) return new PyTuple(value.members);
  return new PyTuple(value instanceof PyGenericAlias ? value.parameters : []);
}

const same = (value: Value): Value => value;

/** What an overloaded function without implementation does when it is called. */
const overloaded = (): Value =>
  new PyLibraryFunction('_overload_dummy', () =>
    raise(
      exceptionType('NotImplementedError'),
      'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed.',
    ),
  );

const mark =
  (name: string) =>
  (value: Value): Value => {
    if (value instanceof PyFunction || value instanceof PyType) setAttribute(value, name, true);
    return value;
  };

const supports = (protocol: PyType): Record<string, Value> =>
  Object.fromEntries(
    ['Int', 'Float', 'Complex', 'Bytes', 'Index', 'Abs', 'Round'].map((name) => {
      const form = call(typeOf(protocol), [
        `Supports${name}`,
        new PyTuple([protocol]),
        new PyDict(),
      ]) as PyType;
      form.module = 'typing';
      return [form.name, setProtocol(form, hasMethods(`__${name.toLowerCase()}__`))];
    }),
  );

export function typingModule(): PyModule {
  const generic = genericClass();
  const protocol = protocolClass(generic);
  return defineModule({
    name: 'typing',
    values: {
      ...forms(),
      ...supports(protocol),
      Generic: generic,
      Protocol: protocol,
      NamedTuple: namedTupleClass(),
      TypedDict: typedDictClass(),
      NewType: newTypeType,
      ForwardRef: forwardRefType,
      Text: strType,
      Bytes: bytesType,
      AnyStr: new PyVariable('AnyStr', 'TypeVar', { constraints: [bytesType, strType] }),
      TYPE_CHECKING: false,
    },
    functions: {
      'TypeVar(name, *constraints, bound?, covariant?, contravariant?, infer_variance?)': typeVariable,
      'ParamSpec(name, *, bound?, covariant?, contravariant?)': (name: Value) =>
        new PyVariable(str(name), 'ParamSpec'),
      'TypeVarTuple(name)': (name: Value) => new PyVariable(str(name), 'TypeVarTuple'),
      'cast(typ, val)': (_type: Value, value: Value) => value,
      'overload(func)': overloaded,
      'get_overloads(func)': () => new PyTuple([]),
      'final(f)': mark('__final__'),
      'override(method, /)': mark('__override__'),
      'no_type_check(arg)': same,
      'runtime_checkable(cls)': runtimeCheckable,
      'runtime(cls)': runtimeCheckable,
      'dataclass_transform(**kwargs)': () => new PyLibraryFunction('decorator', (args) => args[0]!),
      'assert_type(val, typ, /)': same,
      'reveal_type(obj, /)': same,
      'assert_never(arg, /)': (value: Value) =>
        raiseAssertionError(`Expected code to be unreachable, but got: ${repr(value)}`),
      'get_type_hints(obj, globalns?, localns?, include_extras?)': typeHints,
      'get_origin(tp)': getOrigin,
      'get_args(tp)': getArguments,
      'is_typeddict(tp)': isTypedDict,
    },
    refused: ['get_protocol_members', 'is_protocol', 'TypeAliasType'],
  });
}
