/** `collections.namedtuple`: a class derived from tuple whose fields are properties. */
import { PyDict } from '../../containers.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { createClass } from '../../protocols/classCreation.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf, typeType } from '../../pyType.ts';
import { callSite, pythonVersion } from '../../runtime.ts';
import { joinNames } from '../../signature.ts';
import { tupleType } from '../../types/sequenceTypes.ts';
import {
  type Keywords,
  PyBuiltin,
  PyClassMethod,
  PyNativeAttribute,
  PyStaticMethod,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { PyOrderedDict } from './orderedDict.ts';

function fieldNames(given: Value): string[] {
  if (typeof given === 'string')
    return given
      .replaceAll(',', ' ')
      .split(/\s+/)
      .filter((name) => name !== '');
  return toArray(given).map(str);
}

function checkNames(names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
      raiseValueError(`Type names and field names must be valid identifiers: ${repr(name)}`);
    }
    if (name.startsWith('_')) raiseValueError(`Field names cannot start with an underscore: ${repr(name)}`);
    if (names.indexOf(name) !== index) raiseValueError(`Encountered duplicate field name: ${repr(name)}`);
  }
}

/** The body of `namedtuple(typename, field_names, *, rename, defaults, module)`. */
export function namedTuple(typeName: Value, given: Value, _rename?: Value, defaultValues?: Value): Value {
  const name = str(typeName);
  const fields = fieldNames(given);
  checkNames(fields);
  const defaults = defaultValues === undefined || defaultValues === null ? [] : toArray(defaultValues);
  const namespace = new Map<string, Value>([
    ['__module__', callSite().frame?.globals.get('__name__') ?? '__main__'],
    ['__doc__', `${name}(${fields.join(', ')})`],
    ['_fields', new PyTuple(fields)],
    ['__slots__', new PyTuple([])],
    ['__new__', new PyStaticMethod(newMethod(fields, defaults))],
    ['_make', new PyClassMethod(method('_make', (type, items) => build(type as PyType, toArray(items))))],
    ['__repr__', method('__repr__', (self) => tupleText(self as PyTuple, fields))],
    ['_asdict', method('_asdict', (self) => asDict(self as PyTuple, fields))],
    [
      '_replace',
      new PyBuiltin('_replace', (args, keywords) => replace(args, keywords, fields), { bindsSelf: true }),
    ],
  ]);
  for (const [index, field] of fields.entries()) {
    namespace.set(field, new PyNativeAttribute(field, (self: PyTuple) => self.items[index]!, null));
  }
  return createClass(typeType, { name, bases: [tupleType], namespace, keywords: new Map() });
}

const method = (name: string, body: (self: Value, argument: Value) => Value): PyBuiltin =>
  new PyBuiltin(name, (args) => body(args[0]!, args[1]!), { bindsSelf: true });

function build(type: PyType, items: readonly Value[]): PyTuple {
  const made = new PyTuple(items);
  made.cls = type;
  return made;
}

function newMethod(fields: readonly string[], defaults: readonly Value[]): PyBuiltin {
  return new PyBuiltin('__new__', (args, keywords) => {
    const [type, ...given] = args as [PyType, ...Value[]];
    if (given.length > fields.length) {
      raiseTypeError(
        `${type.name}.__new__() takes ${fields.length + 1} positional arguments but ${given.length + 1} were given`,
      );
    }
    const items: (Value | undefined)[] = fields.map((_, index) => given[index]);
    for (const [key, value] of keywords ?? []) {
      const index = fields.indexOf(key);
      if (index < 0) raiseTypeError(`${type.name}.__new__() got an unexpected keyword argument '${key}'`);
      if (items[index] !== undefined) {
        raiseTypeError(`${type.name}.__new__() got multiple values for argument '${key}'`);
      }
      items[index] = value;
    }
    const firstDefault = fields.length - defaults.length;
    const filled = items.map(
      (item, index) => item ?? (item === null ? null : defaults[index - firstDefault]),
    );
    const missing = fields.filter((_, index) => filled[index] === undefined);
    if (missing.length > 0) raiseMissing(type, missing);
    return build(type, filled as Value[]);
  });
}

function raiseMissing(type: PyType, missing: readonly string[]): never {
  const plural = missing.length === 1 ? '' : 's';
  const names = joinNames(missing.map((name) => `'${name}'`));
  return raiseTypeError(
    `${type.name}.__new__() missing ${missing.length} required positional argument${plural}: ${names}`,
  );
}

const tupleText = (self: PyTuple, fields: readonly string[]): string =>
  `${typeOf(self).name}(${fields.map((field, index) => `${field}=${repr(self.items[index]!)}`).join(', ')})`;

function asDict(self: PyTuple, fields: readonly string[]): PyDict {
  const dict = pythonVersion() === 2 ? new PyOrderedDict() : new PyDict();
  for (const [index, field] of fields.entries()) dict.table.set(field, self.items[index]!);
  return dict;
}

function replace(args: readonly Value[], keywords: Keywords, fields: readonly string[]): Value {
  const self = args[0] as PyTuple;
  const unknown = [...(keywords?.keys() ?? [])].filter((name) => !fields.includes(name));
  if (unknown.length > 0) {
    raiseValueError(`Got unexpected field names: [${unknown.map(repr).join(', ')}]`);
  }
  const items = fields.map((field, index) => keywords?.get(field) ?? self.items[index]!);
  return call(typeOf(self), items);
}
