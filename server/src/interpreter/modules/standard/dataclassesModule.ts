/** `dataclasses`: `__init__`, `__repr__`, `__eq__` and order from annotated names; `field(default, default_factory, …)`. */
import { PyDict, PySet } from '../../containers.ts';
import { exceptionType, notSupported, raise, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute, setInstanceAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { compareSequences, isTrue } from '../../protocols/comparison.ts';
import { hashSequence } from '../../protocols/hashing.ts';
import { repr, reprGuarded } from '../../protocols/text.ts';
import { defineType, type RichComparison, typeOf } from '../../pyType.ts';
import { classChanged } from '../../runtime.ts';
import { joinNames } from '../../signature.ts';
import {
  type Keywords,
  NotImplemented,
  PyBuiltin,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../../values.ts';

/** One field of a dataclass. */
class PyField extends PyObject {
  name = '';
  default: Value | undefined = undefined;
  factory: Value | undefined = undefined;
  inRepr = true;
  inInit = true;
  inCompare = true;
}
defineType<PyField>({
  name: 'Field',
  module: 'dataclasses',
  class: PyField,
  attributes: { name: (self) => self.name },
});

function makeField(...given: (Value | undefined)[]): Value {
  const [value, factory, init, inRepr, compare] = given;
  if (value !== undefined && factory !== undefined) {
    raiseValueError('cannot specify both default and default_factory');
  }
  const made = new PyField();
  made.default = value;
  made.factory = factory;
  made.inInit = init === undefined || isTrue(init);
  made.inRepr = inRepr === undefined || isTrue(inRepr);
  made.inCompare = compare === undefined || isTrue(compare);
  return made;
}

const fieldsByClass = new WeakMap<PyType, readonly PyField[]>();

function inheritedFields(type: PyType): Map<string, PyField> {
  const fields = new Map<string, PyField>();
  for (const base of [...type.mro].reverse()) {
    for (const field of fieldsByClass.get(base) ?? []) fields.set(field.name, field);
  }
  return fields;
}

function collectFields(type: PyType): readonly PyField[] {
  const fields = inheritedFields(type);
  const annotations = type.namespace.get('__annotations__');
  for (const key of annotations instanceof PyDict ? annotations.table.keys() : []) {
    const name = String(key);
    const given = type.namespace.get(name);
    const field = given instanceof PyField ? given : new PyField();
    field.name = name;
    if (!(given instanceof PyField)) field.default = given;
    checkDefault(field);
    if (field.default === undefined) type.namespace.delete(name);
    else type.namespace.set(name, field.default);
    fields.set(name, field);
  }
  return [...fields.values()];
}

function checkDefault(field: PyField): void {
  const value = field.default;
  if (!(value instanceof PyList || value instanceof PyDict || value instanceof PySet)) return;
  raiseValueError(
    `mutable default <class '${typeOf(value).name}'> for field ${field.name} is not allowed: use default_factory`,
  );
}

const hasDefault = (field: PyField): boolean => field.default !== undefined || field.factory !== undefined;

function checkOrder(fields: readonly PyField[]): void {
  const taken = fields.filter((field) => field.inInit);
  const first = taken.findIndex(hasDefault);
  const late = first < 0 ? undefined : taken.slice(first).find((field) => !hasDefault(field));
  if (late)
    raiseTypeError(`non-default argument '${late.name}' follows default argument '${taken[first]!.name}'`);
}

function initializer(type: PyType, fields: readonly PyField[]): PyBuiltin {
  const parameters = fields.filter((field) => field.inInit);
  const body = (args: readonly Value[], keywords: Keywords): Value => {
    const [self, ...given] = args as [PyObject, ...Value[]];
    const values = bind(type, parameters, given, keywords);
    for (const field of fields) {
      const value = values.get(field.name) ?? (values.has(field.name) ? null : defaultOf(field));
      if (value !== undefined) setInstanceAttribute(self, typeOf(self), field.name, value);
    }
    const after = tryGetAttribute(self, '__post_init__');
    if (after !== undefined) call(after, []);
    return null;
  };
  return new PyBuiltin('__init__', body, { bindsSelf: true });
}

const defaultOf = (field: PyField): Value | undefined =>
  field.factory === undefined ? field.default : call(field.factory, []);

function bind(
  type: PyType,
  parameters: readonly PyField[],
  given: readonly Value[],
  keywords: Keywords,
): Map<string, Value> {
  const callee = `${type.qualifiedName}.__init__()`;
  if (given.length > parameters.length) {
    const least = parameters.filter((field) => !hasDefault(field)).length + 1;
    const most = parameters.length + 1;
    const takes = least === most ? `${most}` : `from ${least} to ${most}`;
    raiseTypeError(`${callee} takes ${takes} positional arguments but ${given.length + 1} were given`);
  }
  const values = new Map(given.map((value, index) => [parameters[index]!.name, value] as const));
  for (const [name, value] of keywords ?? []) {
    if (!parameters.some((field) => field.name === name)) {
      raiseTypeError(`${callee} got an unexpected keyword argument '${name}'`);
    }
    if (values.has(name)) raiseTypeError(`${callee} got multiple values for argument '${name}'`);
    values.set(name, value);
  }
  const missing = parameters.filter((field) => !values.has(field.name) && !hasDefault(field));
  if (missing.length > 0) {
    const plural = missing.length === 1 ? '' : 's';
    const names = joinNames(missing.map((field) => `'${field.name}'`));
    raiseTypeError(`${callee} missing ${missing.length} required positional argument${plural}: ${names}`);
  }
  return values;
}

const valuesOf = (self: Value, fields: readonly PyField[]): Value[] =>
  fields.filter((field) => field.inCompare).map((field) => getAttribute(self, field.name));

function comparison(
  operator: RichComparison,
  fields: readonly PyField[],
): (self: Value, other: Value) => Value {
  return (self, other) => {
    if (typeOf(self) !== typeOf(other)) return NotImplemented;
    return compareSequences(operator, valuesOf(self, fields), valuesOf(other, fields));
  };
}

function decorate(type: Value, options: ReadonlyMap<string, Value>): Value {
  if (!(type instanceof PyType)) raiseTypeError('dataclass() should be called on a class');
  const flag = (name: string, missing: boolean): boolean => {
    const value = options.get(name);
    return value === undefined ? missing : isTrue(value);
  };
  for (const refused of ['slots', 'kw_only', 'match_args', 'weakref_slot', 'unsafe_hash']) {
    if (flag(refused, false)) notSupported(`dataclass(${refused}=True)`);
  }
  const fields = collectFields(type);
  checkOrder(fields);
  fieldsByClass.set(type, fields);
  const add = (name: string, body: (self: Value, other: Value) => Value): void => {
    if (!type.namespace.has(name)) {
      type.namespace.set(name, new PyBuiltin(name, (args) => body(args[0]!, args[1]!), { bindsSelf: true }));
    }
  };
  if (flag('init', true) && !type.namespace.has('__init__')) {
    type.namespace.set('__init__', initializer(type, fields));
  }
  if (flag('repr', true)) add('__repr__', (self) => text(self as object, fields));
  if (flag('eq', true)) {
    add('__eq__', comparison('==', fields));
    if (flag('frozen', false)) add('__hash__', (self) => hashSequence(valuesOf(self, fields)));
    else if (!type.namespace.has('__hash__')) type.namespace.set('__hash__', null);
  }
  if (flag('order', false)) {
    for (const [name, operator] of [
      ['__lt__', '<'],
      ['__le__', '<='],
      ['__gt__', '>'],
      ['__ge__', '>='],
    ] as const) {
      add(name, comparison(operator, fields));
    }
  }
  if (flag('frozen', false)) notSupportedFrozen(type);
  classChanged(type);
  return type;
}

/** Assignment is refused by properties without a setter. */
function notSupportedFrozen(type: PyType): void {
  notSupported(`dataclass(frozen=True) of ${type.name}`);
}

const text = (self: object, fields: readonly PyField[]): Value =>
  reprGuarded(self, '...', () => {
    const shown = fields.filter((field) => field.inRepr);
    const parts = shown.map((field) => `${field.name}=${repr(getAttribute(self, field.name))}`);
    return `${typeOf(self).qualifiedName}(${parts.join(', ')})`;
  });

function fieldsOf(value: Value): readonly PyField[] {
  const type = value instanceof PyType ? value : typeOf(value);
  const fields = type.mro.map((each) => fieldsByClass.get(each)).find((each) => each !== undefined);
  return fields ?? raise(exceptionType('TypeError'), 'must be called with a dataclass type or instance');
}

export const dataclassesModule = (): PyModule =>
  defineModule({
    name: 'dataclasses',
    functions: {
      'dataclass(cls?, /, **options)': (type: Value | undefined, options: Map<string, Value>) =>
        type === undefined || type === null
          ? new PyBuiltin('dataclass', (args) => decorate(args[0]!, options))
          : decorate(type, options),
      'field(*, default?, default_factory?, init?, repr?, compare?, hash?, metadata?)': makeField,
      'fields(class_or_instance)': (value: Value) => new PyTuple(fieldsOf(value)),
      'asdict(obj)': (value: Value) =>
        PyDict.from(fieldsOf(value).map((field) => [field.name, getAttribute(value, field.name)] as const)),
      'astuple(obj)': (value: Value) =>
        new PyTuple(fieldsOf(value).map((field) => getAttribute(value, field.name))),
      'is_dataclass(obj)': (value: Value) => {
        const type = value instanceof PyType ? value : typeOf(value);
        return type.mro.some((each) => fieldsByClass.has(each));
      },
      'replace(obj, /, **changes)': (value: Value, changes: Map<string, Value>) => {
        const given = fieldsOf(value).map(
          (field) => [field.name, changes.get(field.name) ?? getAttribute(value, field.name)] as const,
        );
        return call(typeOf(value), [], new Map(given));
      },
    },
    refused: ['InitVar', 'KW_ONLY', 'make_dataclass', 'FrozenInstanceError', 'MISSING'],
  });
