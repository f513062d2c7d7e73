/** `collections.namedtuple`: a class derived from tuple whose fields are descriptors. */

import { AttributeTable } from '../../../attributeTable.ts';
import { PyDict } from '../../../containers.ts';
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { createClass } from '../../../protocols/classCreation.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { checkReceiver, defineType, isSubtype, typeOf, typeType } from '../../../pyType.ts';
import { callSite, pythonVersion } from '../../../runtime.ts';
import { joinNames, method, type NativeBody } from '../../../signature.ts';
import { tupleType } from '../../../types/sequenceTypes.ts';
import { asText } from '../../../types/textValues.ts';
import {
  type Keywords,
  PyBuiltin,
  PyClassMethod,
  PyNativeAttribute,
  PyStaticMethod,
  PyTuple,
  PyType,
  type Value,
} from '../../../values.ts';
import { methodOf } from '../libraryClass.ts';
import { PyOrderedDict } from './orderedDict.ts';

const keywordNames = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const isIdentifier = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);

/** What `namedtuple` takes by keyword. */
export interface NamedTupleOptions {
  readonly rename?: Value | undefined;
  readonly defaults?: Value | undefined;
  readonly module?: Value | undefined;
}

/** The descriptor of a field: as other computed attributes, with its own documentation. */
class PyTupleField extends PyNativeAttribute {
  doc: Value;
  constructor(name: string, index: number) {
    super(name, (self: PyTuple) => itemOf(self, index), raiseReadOnly);
    this.doc = `Alias for field number ${index}`;
  }
}

/** `tuple.__new__` makes instances with any number of items. */
function itemOf({ items }: PyTuple, index: number): Value {
  const item = items[index];
  return item === undefined ? raise(exceptionType('IndexError'), 'tuple index out of range') : item;
}

const raiseReadOnly = (): never => raise(exceptionType('AttributeError'), "can't set attribute");

defineType<PyTupleField>({
  name: '_tuplegetter',
  module: 'collections',
  class: PyTupleField,
  attributes: {
    __doc__: {
      get: (self) => self.doc,
      set: (self, doc) => {
        self.doc = doc;
      },
    },
  },
});

function fieldNames(given: Value): string[] {
  const text = asText(given);
  if (text === null) return toArray(given).map(str);
  return text
    .replaceAll(',', ' ')
    .split(/\s+/)
    .filter((name) => name !== '');
}

/** Names that may not be are replaced by their position. */
function renamed(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, index) => {
    const isFine = isIdentifier(name) && !keywordNames.has(name) && !name.startsWith('_') && !seen.has(name);
    seen.add(name);
    return isFine ? name : `_${index}`;
  });
}

function checkNames(typeName: string, names: readonly string[], mayBeRenamed: Value | undefined): void {
  for (const name of [typeName, ...names]) {
    if (!isIdentifier(name)) {
      raiseValueError(`Type names and field names must be valid identifiers: ${repr(name)}`);
    }
    if (keywordNames.has(name)) {
      raiseValueError(`Type names and field names cannot be a keyword: ${repr(name)}`);
    }
  }
  for (const [index, name] of names.entries()) {
    if (name.startsWith('_') && !isTrue(mayBeRenamed ?? false)) {
      raiseValueError(`Field names cannot start with an underscore: ${repr(name)}`);
    }
    if (names.indexOf(name) !== index) raiseValueError(`Encountered duplicate field name: ${repr(name)}`);
  }
}

/** The body of `namedtuple(typename, field_names, *, rename, defaults, module)`. */
export function namedTuple(typeName: Value, given: Value, options: NamedTupleOptions = {}): PyType {
  const name = str(typeName);
  const names = fieldNames(given);
  const fields = isTrue(options.rename ?? false) ? renamed(names) : names;
  checkNames(name, fields, options.rename);
  return namedTupleClass(name, fields, options);
}

/** The class, whatever its name is: those of the library may have a dot. */
export function namedTupleClass(
  name: string,
  fields: readonly string[],
  options: NamedTupleOptions = {},
): PyType {
  const defaults =
    options.defaults === undefined || options.defaults === null ? [] : toArray(options.defaults);
  if (defaults.length > fields.length) raiseTypeError('Got more default values than field names');
  const module = options.module ?? callSite().frame?.globals.get('__name__') ?? '__main__';
  const namespace = new Map<string, Value>([
    ['__module__', module],
    ['__doc__', `${name}(${fields.join(', ')})`],
    ['_fields', new PyTuple(fields)],
    ['_field_defaults', defaultsByName(fields, defaults)],
    ['__match_args__', new PyTuple(fields)],
    ['__slots__', new PyTuple([])],
    ['__new__', new PyStaticMethod(newMethod(fields, defaults))],
    ['_make', new PyClassMethod(method('_make(iterable)', makeFrom(fields)))],
    [
      '_replace',
      new PyBuiltin('_replace', (args, keywords) => replace(type, args, { keywords, fields }), {
        bindsSelf: true,
      }),
    ],
  ]);
  let type: PyType | null = null;
  for (const [signature, body] of Object.entries(instanceMethods(fields))) {
    const made = methodOf(() => type, signature, body);
    namespace.set(made.name, made);
  }
  for (const [index, field] of fields.entries()) namespace.set(field, new PyTupleField(field, index));
  type = createClass(typeType, { name, bases: [tupleType], namespace, keywords: new Map() });
  return type;
}

const instanceMethods = (fields: readonly string[]): Readonly<Record<string, NativeBody>> => ({
  '__repr__()': (self: PyTuple) => tupleText(self, fields),
  '_asdict()': (self: PyTuple) => asDict(self, fields),
  '__getnewargs__()': (self: PyTuple) => new PyTuple(self.items),
});

const defaultsByName = (fields: readonly string[], defaults: readonly Value[]): PyDict =>
  PyDict.from(
    fields.slice(fields.length - defaults.length).map((field, index) => [field, defaults[index]!] as const),
  );

function build(type: PyType, items: readonly Value[]): PyTuple {
  const made = new PyTuple(items);
  made.cls = type;
  return made;
}

const makeFrom =
  (fields: readonly string[]) =>
  (type: PyType, iterable: Value): Value => {
    const items = toArray(iterable);
    if (items.length !== fields.length) {
      raiseTypeError(`Expected ${fields.length} arguments, got ${items.length}`);
    }
    return build(type, items);
  };

function newMethod(fields: readonly string[], defaults: readonly Value[]): PyBuiltin {
  const made = new PyBuiltin('__new__', (args, keywords) => {
    const [type, ...given] = args;
    if (!(type instanceof PyType) || !isSubtype(type, tupleType))
      raiseTypeError('tuple.__new__(X): X is not a type object that derives from tuple');
    if (given.length > fields.length) raiseTooMany(type, { fields, defaults, given: given.length });
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
    const filled = items.map((item, index) => (item === undefined ? defaults[index - firstDefault] : item));
    const missing = fields.filter((_, index) => filled[index] === undefined);
    if (missing.length > 0) raiseMissing(type, missing);
    return build(type, filled as Value[]);
  });
  const shown = defaults.length === 0 ? null : new PyTuple(defaults);
  made.attributes = AttributeTable.from<Value>([['__defaults__', shown]]);
  return made;
}

function raiseTooMany(
  type: PyType,
  call: { readonly fields: readonly string[]; readonly defaults: readonly Value[]; readonly given: number },
): never {
  const most = call.fields.length + 1;
  const takes = call.defaults.length > 0 ? `from ${most - call.defaults.length} to ${most}` : `${most}`;
  const plural = takes === '1' ? '' : 's';
  return raiseTypeError(
    `${type.name}.__new__() takes ${takes} positional argument${plural} but ${call.given + 1} were given`,
  );
}

function raiseMissing(type: PyType, missing: readonly string[]): never {
  const plural = missing.length === 1 ? '' : 's';
  const names = joinNames(missing.map((name) => `'${name}'`));
  return raiseTypeError(
    `${type.name}.__new__() missing ${missing.length} required positional argument${plural}: ${names}`,
  );
}

const tupleText = (self: PyTuple, fields: readonly string[]): string =>
  `${typeOf(self).name}(${fields.map((field, index) => `${field}=${repr(itemOf(self, index))}`).join(', ')})`;

function asDict(self: PyTuple, fields: readonly string[]): PyDict {
  const dict = pythonVersion() === 2 ? new PyOrderedDict() : new PyDict();
  for (const [index, field] of fields.entries()) dict.table.set(field, itemOf(self, index));
  return dict;
}

function replace(
  type: PyType | null,
  args: readonly Value[],
  { keywords, fields }: { readonly keywords: Keywords; readonly fields: readonly string[] },
): Value {
  if (type) checkReceiver(type, '_replace', args);
  const self = args[0] as PyTuple;
  if (args.length > 1) {
    raiseTypeError(
      `${typeOf(self).name}._replace() takes 1 positional argument but ${args.length} were given`,
    );
  }
  const unknown = [...(keywords?.keys() ?? [])].filter((name) => !fields.includes(name));
  if (unknown.length > 0) {
    raiseValueError(`Got unexpected field names: [${unknown.map(repr).join(', ')}]`);
  }
  const given = (field: string, index: number): Value => {
    const value = keywords?.get(field);
    return value === undefined ? itemOf(self, index) : value;
  };
  return call(getAttribute(self, '_make'), [new PyTuple(fields.map(given))]);
}
