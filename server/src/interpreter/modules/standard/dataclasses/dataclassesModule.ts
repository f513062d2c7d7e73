/** `dataclasses`: methods made from the annotated names of a class. Fields are in `fields.ts`. */
import { AttributeTable } from '../../../attributeTable.ts';
import { PyDict } from '../../../containers.ts';
import {
  defineException,
  exceptionType,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, instanceAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { createClass } from '../../../protocols/classCreation.ts';
import { compareSequences, isTrue } from '../../../protocols/comparison.ts';
import { hashSequence } from '../../../protocols/hashing.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { repr, reprGuarded, str } from '../../../protocols/text.ts';
import { NativeHook, type RichComparison, typeOf, typeType } from '../../../pyType.ts';
import { callSite, classChanged } from '../../../runtime.ts';
import {
  NotImplemented,
  PyBuiltin,
  PyLibraryFunction,
  PyList,
  type PyModule,
  PyTuple,
  PyType,
  type Value,
} from '../../../values.ts';
import { deepCopy } from '../copyModule.ts';
import {
  collectFields,
  fieldDict,
  fieldsOfClass,
  initVarType,
  keywordOnly,
  makeField,
  missing,
  PyField,
  setFields,
} from './fields.ts';
import { checkOrder, initializer } from './initializer.ts';

const frozenInstanceError = defineException(
  'FrozenInstanceError',
  'dataclasses',
  exceptionType('AttributeError'),
);

/** Classes that are frozen, and those that are not. */
const frozenClasses = new WeakMap<PyType, boolean>();

const real = (fields: readonly PyField[]): PyField[] => fields.filter((field) => field.variety === 'field');

const valuesOf = (self: Value, fields: readonly PyField[]): Value[] =>
  fields.map((field) => getAttribute(self, field.key));

function comparison(
  operator: RichComparison,
  fields: readonly PyField[],
): (self: Value, other: Value) => Value {
  const compared = real(fields).filter((field) => field.inCompare);
  return (self, other) => {
    if (typeOf(self) !== typeOf(other)) return NotImplemented;
    return compareSequences(operator, valuesOf(self, compared), valuesOf(other, compared));
  };
}

const text = (self: object, fields: readonly PyField[]): Value =>
  reprGuarded(self, '...', () => {
    const shown = real(fields).filter((field) => field.inRepr);
    const parts = shown.map((field) => `${field.key}=${repr(getAttribute(self, field.key))}`);
    return `${typeOf(self).qualifiedName}(${parts.join(', ')})`;
  });

type Flag = (name: string, missing: boolean) => boolean;

const flagsOf =
  (options: ReadonlyMap<string, Value>): Flag =>
  (name, fallback) => {
    const value = options.get(name);
    return value === undefined ? fallback : isTrue(value);
  };

const orders = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
] as const;

function decorate(type: Value, options: ReadonlyMap<string, Value>): Value {
  if (!(type instanceof PyType)) raiseTypeError('dataclass() should be called on a class');
  const flag = flagsOf(options);
  if (flag('order', false) && !flag('eq', true)) raiseValueError('eq must be true if order is true');
  const isFrozen = flag('frozen', false);
  checkFrozen(type, { isFrozen });
  const fields = collectFields(type, { keywordOnly: flag('kw_only', false) });
  checkOrder(fields);
  setFields(type, fields);
  frozenClasses.set(type, isFrozen);
  const { namespace } = type;
  const hadHash = (namespace.get('__hash__') ?? null) !== null;
  const add = (name: string, body: (self: Value, other: Value) => Value): void => {
    if (namespace.has(name)) return;
    const made = new PyLibraryFunction(name, (args) => body(args[0]!, args[1]!), { bindsSelf: true });
    made.attributes = AttributeTable.from<Value>([['__qualname__', `${type.qualifiedName}.${name}`]]);
    namespace.set(name, made);
  };
  if (flag('init', true)) {
    if (!namespace.has('__init__')) namespace.set('__init__', initializer(type, fields));
  }
  if (flag('repr', true)) add('__repr__', (self) => text(self as object, fields));
  if (flag('eq', true)) add('__eq__', comparison('==', fields));
  if (flag('order', false)) {
    for (const [name, operator] of orders) {
      if (namespace.has(name)) {
        raiseTypeError(
          `Cannot overwrite attribute ${name} in class ${type.name}. Consider using functools.total_ordering`,
        );
      }
      add(name, comparison(operator, fields));
    }
  }
  addHash(type, fields, { flag, hadHash });
  if (isFrozen) freeze(type, fields);
  finish(type, fields, flag);
  classChanged(type);
  return type;
}

/** A frozen class and one that is not can not derive from each other. */
function checkFrozen(type: PyType, { isFrozen }: { readonly isFrozen: boolean }): void {
  for (const base of type.mro.slice(1)) {
    const frozen = frozenClasses.get(base);
    if (frozen === true && !isFrozen) {
      raiseTypeError('cannot inherit non-frozen dataclass from a frozen one');
    }
    if (frozen === false && isFrozen) {
      raiseTypeError('cannot inherit frozen dataclass from a non-frozen one');
    }
  }
}

function addHash(
  type: PyType,
  fields: readonly PyField[],
  { flag, hadHash }: { flag: Flag; hadHash: boolean },
): void {
  const { namespace } = type;
  const isHashed = flag('unsafe_hash', false) || (flag('eq', true) && flag('frozen', false) && !hadHash);
  if (isHashed) {
    if (hadHash) raiseTypeError(`Cannot overwrite attribute __hash__ in class ${type.name}`);
    const hashed = real(fields).filter((field) => field.inHash ?? field.inCompare);
    const body = (args: readonly Value[]): Value => hashSequence(valuesOf(args[0]!, hashed));
    namespace.set('__hash__', new PyBuiltin('__hash__', body, { bindsSelf: true }));
  } else if (flag('eq', true) && !hadHash) namespace.set('__hash__', null);
}

function freeze(type: PyType, fields: readonly PyField[]): void {
  const names = new Set(fields.map((field) => field.key));
  const refuse = (verb: string): NativeHook =>
    new NativeHook(verb === 'assign to' ? '__setattr__' : '__delattr__', (self: Value, name: string) => {
      if (typeOf(self) === type || names.has(name)) {
        return raise(frozenInstanceError, `cannot ${verb} field ${repr(name)}`);
      }
      return false;
    });
  type.namespace.set('__setattr__', refuse('assign to'));
  type.namespace.set('__delattr__', refuse('delete'));
}

function finish(type: PyType, fields: readonly PyField[], flag: Flag): void {
  const { namespace } = type;
  namespace.set('__dataclass_fields__', fieldDict(fields));
  if (flag('match_args', true) && !namespace.has('__match_args__')) {
    const matched = fields.filter((field) => field.inInit && !field.isKeywordOnly);
    namespace.set('__match_args__', new PyTuple(matched.map((field) => field.key)));
  }
  if (!flag('slots', false)) return;
  if (namespace.has('__slots__')) raiseTypeError(`${type.name} already specifies __slots__`);
  const inherited = new Set(
    type.mro.slice(1).flatMap((each) => real(fieldsOfClass(each) ?? []).map((f) => f.key)),
  );
  const own = real(fields).filter((field) => !inherited.has(field.key));
  namespace.set('__slots__', new PyTuple(own.map((field) => field.key)));
}

function fieldsOf(value: Value, message: string): readonly PyField[] {
  const type = value instanceof PyType ? value : typeOf(value);
  return real(fieldsOfClass(type) ?? raiseTypeError(message));
}

const isInstance = (value: Value): boolean =>
  !(value instanceof PyType) && fieldsOfClass(typeOf(value)) !== undefined;

/** `asdict` and `astuple`: dataclasses inside containers too; everything else is copied. */
function unfold(value: Value, make: (self: Value, fields: readonly PyField[]) => Value): Value {
  const inner = (each: Value): Value => unfold(each, make);
  if (isInstance(value)) return make(value, fieldsOf(value, ''));
  if (value instanceof PyTuple) {
    const items = value.items.map(inner);
    return value.cls === null
      ? new PyTuple(items)
      : call(value.cls, isNamed(value) ? items : [new PyTuple(items)]);
  }
  if (value instanceof PyList) return new PyList(value.items.map(inner));
  if (value instanceof PyDict) {
    const copy = PyDict.from(
      [...value.table.entries()].map(({ key, value: each }) => [inner(key), inner(each)]),
    );
    return value.cls === null && typeOf(value).name === 'dict' ? copy : rebuildDict(value, copy);
  }
  return deepCopy(value);
}

const isNamed = (value: PyTuple): boolean => value.cls?.namespace.has('_fields') ?? false;

function rebuildDict(value: PyDict, copy: PyDict): Value {
  const type = typeOf(value);
  if (type.name === 'defaultdict') return call(type, [getAttribute(value, 'default_factory'), copy]);
  return call(type, [copy]);
}

function asDict(value: Value, factory?: Value): Value {
  if (!isInstance(value)) raiseTypeError('asdict() should be called on dataclass instances');
  return unfold(value, (self, fields) => {
    const pairs = fields.map(
      (field) => [field.key, asDictPart(getAttribute(self, field.key), factory)] as const,
    );
    if (factory === undefined) return PyDict.from(pairs);
    return call(factory, [new PyList(pairs.map((pair) => new PyTuple(pair)))]);
  });
}

const asDictPart = (value: Value, factory?: Value): Value =>
  isInstance(value) ? asDict(value, factory) : unfold(value, (self) => asDict(self, factory));

function asTuple(value: Value, factory?: Value): Value {
  if (!isInstance(value)) raiseTypeError('astuple() should be called on dataclass instances');
  return unfold(value, (self, fields) => {
    const parts = fields.map((field) => {
      const part = getAttribute(self, field.key);
      return isInstance(part) ? asTuple(part, factory) : unfold(part, (each) => asTuple(each, factory));
    });
    return factory === undefined ? new PyTuple(parts) : call(factory, [new PyList(parts)]);
  });
}

function replace(value: Value, changes: ReadonlyMap<string, Value>): Value {
  if (!isInstance(value)) raiseTypeError('replace() should be called on dataclass instances');
  const given = new Map(changes);
  for (const field of fieldsOfClass(typeOf(value))!) {
    if (!field.inInit) {
      if (given.has(field.key)) {
        raiseValueError(
          `field ${field.key} is declared with init=False, it cannot be specified with replace()`,
        );
      }
    } else if (!given.has(field.key)) {
      if (field.variety === 'initVar' && field.default === undefined) {
        raiseValueError(`InitVar ${repr(field.key)} must be specified with replace()`);
      }
      if (field.variety === 'field') {
        given.set(field.key, instanceAttribute(value, typeOf(value), field.key) ?? null);
      }
    }
  }
  return call(typeOf(value), [], given);
}

function makeDataclass(name: Value, given: Value, options: Map<string, Value>): Value {
  const annotations = new PyDict();
  const namespace = new Map<string, Value>([
    ['__module__', callSite().frame?.globals.get('__name__') ?? '__main__'],
    ['__annotations__', annotations],
  ]);
  for (const each of toArray(given)) {
    const [key, hint, value] = typeof each === 'string' ? [each, 'typing.Any'] : toArray(each);
    annotations.table.set(key!, hint!);
    if (value !== undefined) namespace.set(str(key!), value);
  }
  const extra = options.get('namespace');
  if (extra instanceof PyDict) {
    for (const { key, value } of extra.table.entries()) namespace.set(str(key), value);
  }
  const bases = options.get('bases');
  const keywords = new Map(options);
  for (const used of ['bases', 'namespace', 'module']) keywords.delete(used);
  const type = createClass(typeType, {
    name: str(name),
    bases: bases === undefined ? [] : toArray(bases),
    namespace,
    keywords: new Map(),
  });
  return decorate(type, keywords);
}

export const dataclassesModule = (): PyModule =>
  defineModule({
    name: 'dataclasses',
    values: {
      MISSING: missing,
      KW_ONLY: keywordOnly,
      InitVar: initVarType,
      Field: typeOf(new PyField()),
      FrozenInstanceError: frozenInstanceError,
    },
    functions: {
      'dataclass(cls?, /, **options)': (type: Value | undefined, options: Map<string, Value>) =>
        type === undefined || type === null
          ? new PyBuiltin('dataclass', (args) => decorate(args[0]!, options))
          : decorate(type, options),
      'field(*, default?, default_factory?, init?, repr?, compare?, hash?, metadata?, kw_only?)': makeField,
      'fields(class_or_instance)': (value: Value) =>
        new PyTuple(fieldsOf(value, 'must be called with a dataclass type or instance')),
      'asdict(obj, *, dict_factory?)': asDict,
      'astuple(obj, *, tuple_factory?)': asTuple,
      'is_dataclass(obj)': (value: Value) =>
        fieldsOfClass(value instanceof PyType ? value : typeOf(value)) !== undefined,
      'replace(obj, /, **changes)': replace,
      'make_dataclass(cls_name, fields, **options)': makeDataclass,
    },
  });
